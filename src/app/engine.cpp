#include "app/engine.h"

#include "app/connectiontest.h"

#include <map>

namespace leadway
{

/// What lives on the worker's thread: the client and the jobs that share it. Made and owned by the Engine,
/// destroyed by its thread's end.
class Worker : public QObject
{
    Q_OBJECT

public:
    explicit Worker(JobSettings settings)
        : m_settings(std::move(settings))
    {
    }

    void tidyUp() const { removeStaleSpools(m_settings.spoolRoot); }

    void connectTo(const Account& account, const Token& token)
    {
        m_clients[account.id] = std::make_shared<ApiClient>(account.connection, token, m_settings.deadlines);
    }

    void forget(const QUuid& account)
    {
        m_clients.erase(account);
        if (m_previewAccount == account) {
            endPreview();
        }
        if (m_exportAccount == account && isExporting()) {
            return;
        }
        if (m_exportAccount == account) {
            m_export.reset();
        }
        removeSpools(spoolRootFor(m_settings.spoolRoot, account));
        findUnfinished();
    }

    void testConnection(int number, const Connection& connection, const Token& token,
                        const QString& locationId)
    {
        m_test = std::make_unique<ConnectionTest>(
            connection, token, locationId, m_settings.deadlines, [this, number](const Result<void>& result) {
                Q_EMIT connectionTested(number, result ? std::nullopt : std::optional(result.error()));
            });
    }

    void cancelTest() { m_test.reset(); }

    void showMessages(int number, const QUuid& account, const MessageQuery& query)
    {
        endPreview();
        m_previewClient = clientOf(account);
        m_previewAccount = account;
        if (!m_previewClient) {
            return;
        }
        m_preview = std::make_unique<PreviewJob>(*m_previewClient, query, settingsFor(account));
        connect(m_preview.get(), &PreviewJob::rowsLoaded, this,
                [this, number](const QList<PreviewRow>& rows) { Q_EMIT rowsLoaded(number, rows); });
        connect(m_preview.get(), &PreviewJob::stateChanged, this,
                [this, number](const PreviewState& state) { Q_EMIT previewChanged(number, state); });
        m_preview->loadMore();
    }

    void stopLooking()
    {
        if (m_preview) {
            m_preview->stopLooking();
        }
    }

    void endPreview() { m_preview.reset(); }

    void loadMore()
    {
        if (m_preview) {
            m_preview->loadMore();
        }
    }

    void readMessage(const SpoolPosition& position)
    {
        if (!m_preview) {
            return;
        }
        if (const auto json = m_preview->messageAt(position)) {
            Q_EMIT messageRead(position, *json);
        }
    }

    void find(int number, RowSearch search)
    {
        m_finder = std::make_unique<RowFinder>(std::move(search));
        connect(m_finder.get(), &RowFinder::found, this,
                [this, number](const QList<int>& numbers) { Q_EMIT rowsFound(number, numbers); });
        connect(m_finder.get(), &RowFinder::ended, this, [this, number] { Q_EMIT findEnded(number); });
    }

    void endFind() { m_finder.reset(); }

    void startExport(const Account& account, const ExportRequest& request)
    {
        if (const auto client = takeClientFor(account.id)) {
            run(std::make_unique<ExportJob>(*client, account, request, settingsFor(account.id)));
            m_export->start();
        }
    }

    void continueExport(const UnfinishedExport& earlier, bool isOnlyWhatCame)
    {
        const auto client = takeClientFor(earlier.account.id);
        if (!client) {
            return;
        }
        run(std::make_unique<ExportJob>(*client, earlier, settingsFor(earlier.account.id)));
        if (isOnlyWhatCame) {
            m_export->finishWithWhatCame(true);
        } else {
            m_export->start();
        }
    }

    ExportJob* exportJob() const { return m_export.get(); }

    void findUnfinished()
    {
        QList<UnfinishedExport> found = unfinishedExports(m_settings.spoolRoot);
        found.removeIf([](const UnfinishedExport& one) { return one.isRunning; });
        Q_EMIT unfinishedFound(found);
    }

Q_SIGNALS:
    void rowsLoaded(int preview, const QList<leadway::PreviewRow>& rows);
    void previewChanged(int preview, const leadway::PreviewState& state);
    void messageRead(const leadway::SpoolPosition& position, const QByteArray& json);
    void rowsFound(int find, const QList<int>& numbers);
    void findEnded(int find);
    void exportChanged(const leadway::State& state);
    void unfinishedFound(const QList<leadway::UnfinishedExport>& unfinished);
    void connectionTested(int test, const std::optional<leadway::Error>& error);

private:
    std::shared_ptr<ApiClient> clientOf(const QUuid& account) const
    {
        const auto found = m_clients.find(account);
        return found == m_clients.end() ? nullptr : found->second;
    }

    // Of the account, for a new export; nothing if there is none or an export is running.
    std::shared_ptr<ApiClient> takeClientFor(const QUuid& account)
    {
        const std::shared_ptr<ApiClient> client = clientOf(account);
        if (!client || isExporting()) {
            return nullptr;
        }
        m_export.reset(); // before its client
        m_exportClient = client;
        m_exportAccount = account;
        return client;
    }

    void run(std::unique_ptr<ExportJob> job)
    {
        m_export = std::move(job);
        connect(m_export.get(), &ExportJob::stateChanged, this, [this](const State& state) {
            if (isTerminal(state)) {
                findUnfinished(); // before it is told, so that what it names is known by then
            }
            Q_EMIT exportChanged(state);
        });
    }

    bool isExporting() const { return m_export && !isTerminal(m_export->state()); }

    JobSettings settingsFor(const QUuid& account) const
    {
        JobSettings settings = m_settings;
        settings.spoolRoot = spoolRootFor(m_settings.spoolRoot, account);
        return settings;
    }

    JobSettings m_settings;
    // These go last: the jobs below use them.
    std::map<QUuid, std::shared_ptr<ApiClient>> m_clients; // one an account, so that its allowance is one
    std::shared_ptr<ApiClient> m_previewClient;
    std::shared_ptr<ApiClient> m_exportClient;
    QUuid m_previewAccount;
    QUuid m_exportAccount;
    std::unique_ptr<PreviewJob> m_preview;
    std::unique_ptr<ExportJob> m_export;
    std::unique_ptr<ConnectionTest> m_test;
    std::unique_ptr<RowFinder> m_finder;
};

template<class Call>
void Engine::post(Call call)
{
    QMetaObject::invokeMethod(m_worker, std::move(call), Qt::QueuedConnection);
}

Engine::Engine(JobSettings settings, QObject* parent)
    : QObject(parent)
    , m_worker(new Worker(std::move(settings)))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &Worker::rowsLoaded, this, [this](int preview, const QList<PreviewRow>& rows) {
        if (preview == m_preview) {
            Q_EMIT rowsLoaded(rows);
        }
    });
    connect(m_worker, &Worker::previewChanged, this, [this](int preview, const PreviewState& state) {
        if (preview == m_preview) {
            Q_EMIT previewChanged(state);
        }
    });
    connect(m_worker, &Worker::connectionTested, this, [this](int test, const std::optional<Error>& error) {
        if (test == m_test) {
            Q_EMIT connectionTested(error);
        }
    });
    connect(m_worker, &Worker::rowsFound, this, [this](int find, const QList<int>& numbers) {
        if (find == m_find) {
            Q_EMIT rowsFound(numbers);
        }
    });
    connect(m_worker, &Worker::findEnded, this, [this](int find) {
        if (find == m_find) {
            Q_EMIT findEnded();
        }
    });
    connect(m_worker, &Worker::messageRead, this, &Engine::messageRead);
    connect(m_worker, &Worker::exportChanged, this, &Engine::exportChanged);
    connect(m_worker, &Worker::unfinishedFound, this, &Engine::unfinishedFound);
    m_thread.setObjectName(QStringLiteral("worker"));
    m_thread.start();
    post([worker = m_worker] { worker->tidyUp(); }); // gigabytes, perhaps, of a run that did not end well
}

Engine::~Engine()
{
    m_thread.quit();
    m_thread.wait();
}

void Engine::connectTo(const Account& account, const Token& token)
{
    post([worker = m_worker, account, token] { worker->connectTo(account, token); });
}

void Engine::forget(const QUuid& account)
{
    post([worker = m_worker, account] { worker->forget(account); });
}

void Engine::testConnection(const Connection& connection, const Token& token, const QString& locationId)
{
    const int number = ++m_test;
    post([worker = m_worker, number, connection, token, locationId] {
        worker->testConnection(number, connection, token, locationId);
    });
}

void Engine::cancelTest()
{
    ++m_test;
    post([worker = m_worker] { worker->cancelTest(); });
}

void Engine::showMessages(const QUuid& account, const MessageQuery& query)
{
    const int number = ++m_preview;
    post([worker = m_worker, number, account, query] { worker->showMessages(number, account, query); });
}

void Engine::loadMore()
{
    post([worker = m_worker] { worker->loadMore(); });
}

void Engine::stopLooking()
{
    post([worker = m_worker] { worker->stopLooking(); });
}

void Engine::endPreview()
{
    ++m_preview;
    post([worker = m_worker] { worker->endPreview(); });
}

void Engine::readMessage(const SpoolPosition& position)
{
    post([worker = m_worker, position] { worker->readMessage(position); });
}

void Engine::find(RowSearch search)
{
    const int number = ++m_find;
    post([worker = m_worker, number, search = std::move(search)]() mutable {
        worker->find(number, std::move(search));
    });
}

void Engine::endFind()
{
    ++m_find;
    post([worker = m_worker] { worker->endFind(); });
}

void Engine::startExport(const Account& account, const ExportRequest& request)
{
    post([worker = m_worker, account, request] { worker->startExport(account, request); });
}

void Engine::continueExport(const UnfinishedExport& earlier)
{
    post([worker = m_worker, earlier] { worker->continueExport(earlier, false); });
}

void Engine::saveWhatCame(const UnfinishedExport& earlier)
{
    post([worker = m_worker, earlier] { worker->continueExport(earlier, true); });
}

template<class Call>
void Engine::postToExport(Call call)
{
    post([worker = m_worker, call] {
        if (ExportJob* const job = worker->exportJob()) {
            call(*job);
        }
    });
}

void Engine::pauseExport()
{
    postToExport([](ExportJob& job) { job.pause(); });
}

void Engine::goOnWithExport()
{
    postToExport([](ExportJob& job) { job.goOn(); });
}

void Engine::finishExport()
{
    postToExport([](ExportJob& job) { job.finishWithWhatCame(false); });
}

void Engine::cancelExport()
{
    postToExport([](ExportJob& job) { job.cancel(); });
}

void Engine::findUnfinished()
{
    post([worker = m_worker] { worker->findUnfinished(); });
}

void Engine::discardUnfinished(const UnfinishedExport& unfinished)
{
    post([worker = m_worker, folder = unfinished.folder] {
        (void)discardSpool(folder); // one that is in use is told again
        worker->findUnfinished();
    });
}

} // namespace leadway

#include "engine.moc"
