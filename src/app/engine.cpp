#include "app/engine.h"

#include <QPointer>

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
        removeStaleSpools(m_settings.spoolRoot);
    }

    void connectTo(const Connection& connection, const Token& token)
    {
        cancelExport();
        m_export.reset();
        m_preview.reset();
        m_client = std::make_unique<ApiClient>(connection, token, m_settings.deadlines);
    }

    void showMessages(int number, const MessageQuery& query)
    {
        if (!m_client) {
            return;
        }
        m_preview = std::make_unique<PreviewJob>(*m_client, query, m_settings);
        connect(m_preview.get(), &PreviewJob::rowsLoaded, this,
                [this, number](const QList<PreviewRow>& rows) { Q_EMIT rowsLoaded(number, rows); });
        connect(m_preview.get(), &PreviewJob::stateChanged, this,
                [this, number](const PreviewState& state) { Q_EMIT previewChanged(number, state); });
        m_preview->loadMore();
    }

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

    void startExport(const ExportRequest& request)
    {
        if (!m_client || (m_export && !isTerminal(m_export->state()))) {
            return;
        }
        m_export = std::make_unique<ExportJob>(*m_client, request, m_settings);
        connect(m_export.get(), &ExportJob::stateChanged, this, &Worker::exportChanged);
        m_export->start();
    }

    void cancelExport()
    {
        if (m_export) {
            m_export->cancel();
        }
    }

Q_SIGNALS:
    void rowsLoaded(int preview, const QList<leadway::PreviewRow>& rows);
    void previewChanged(int preview, const leadway::PreviewState& state);
    void messageRead(const leadway::SpoolPosition& position, const QByteArray& json);
    void exportChanged(const leadway::State& state);

private:
    JobSettings m_settings;
    std::unique_ptr<ApiClient> m_client; // goes last: the jobs below use it
    std::unique_ptr<PreviewJob> m_preview;
    std::unique_ptr<ExportJob> m_export;
};

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
    connect(m_worker, &Worker::messageRead, this, &Engine::messageRead);
    connect(m_worker, &Worker::exportChanged, this, &Engine::exportChanged);
    m_thread.setObjectName(QStringLiteral("worker"));
    m_thread.start();
}

Engine::~Engine()
{
    m_thread.quit();
    m_thread.wait();
}

template<class Call>
void Engine::post(Call call)
{
    QMetaObject::invokeMethod(m_worker, std::move(call), Qt::QueuedConnection);
}

void Engine::connectTo(const Connection& connection, const Token& token)
{
    ++m_preview;
    post([worker = m_worker, connection, token] { worker->connectTo(connection, token); });
}

void Engine::showMessages(const MessageQuery& query)
{
    const int number = ++m_preview;
    post([worker = m_worker, number, query] { worker->showMessages(number, query); });
}

void Engine::loadMore()
{
    post([worker = m_worker] { worker->loadMore(); });
}

void Engine::readMessage(const SpoolPosition& position)
{
    post([worker = m_worker, position] { worker->readMessage(position); });
}

void Engine::startExport(const ExportRequest& request)
{
    post([worker = m_worker, request] { worker->startExport(request); });
}

void Engine::cancelExport()
{
    post([worker = m_worker] { worker->cancelExport(); });
}

} // namespace leadway

#include "engine.moc"
