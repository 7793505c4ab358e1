#include "app/engine.h"

#include "app/worker.h"

namespace leadway
{

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
    connect(m_worker, &Worker::textsRead, this, [this](int preview, const QList<MessageText>& texts) {
        if (preview == m_preview) {
            Q_EMIT textsRead(texts);
        }
    });
    connect(m_worker, &Worker::exportChanged, this, &Engine::exportChanged);
    connect(m_worker, &Worker::spoolKept, this, &Engine::spoolKept);
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

void Engine::readTexts(const QList<SpoolPosition>& positions, qsizetype most)
{
    const int number = m_preview;
    post([worker = m_worker, number, positions, most] { worker->readTexts(number, positions, most); });
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

void Engine::saveAgain(const ExportRequest& request)
{
    post([worker = m_worker, request] { worker->saveAgain(request); });
}

template<class Call>
void Engine::postToExport(Call call)
{
    post([worker = m_worker, call] { worker->toExport(call); });
}

void Engine::pauseExport()
{
    postToExport([](auto& job) { job.pause(); });
}

void Engine::goOnWithExport()
{
    postToExport([](auto& job) { job.goOn(); });
}

void Engine::finishExport()
{
    post([worker = m_worker] { worker->finishExport(); });
}

void Engine::cancelExport()
{
    postToExport([](auto& job) { job.cancel(); });
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
