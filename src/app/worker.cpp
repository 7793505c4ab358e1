#include "app/worker.h"

#include "app/savedstate.h"

#include <QDir>

#include <utility>

namespace leadway
{

Worker::Worker(JobSettings settings)
    : m_settings(std::move(settings))
{
}

void Worker::tidyUp() const
{
    removeStaleSpools(m_settings.spoolRoot);
}

void Worker::connectTo(const Account& account, const Token& token)
{
    m_clients[account.id] = std::make_shared<ApiClient>(account.connection, token, m_settings.deadlines);
}

void Worker::forget(const QUuid& account)
{
    m_clients.erase(account);
    if (m_previewAccount == account) {
        endPreview();
    }
    if (m_exportAccount == account && isExporting()) {
        return;
    }
    if (m_exportAccount == account) {
        dropExport();
    }
    removeSpools(spoolRootFor(m_settings.spoolRoot, account));
    QDir(savedStateFolder(m_settings.savedRoot, account)).removeRecursively();
    findUnfinished();
}

void Worker::testConnection(int number, const Connection& connection, const Token& token,
                            const QString& locationId)
{
    m_test = std::make_unique<ConnectionTest>(
        connection, token, locationId, m_settings.deadlines, [this, number](const Result<void>& result) {
            Q_EMIT connectionTested(number, result ? std::nullopt : std::optional(result.error()));
        });
}

void Worker::showMessages(int number, const QUuid& account, const MessageQuery& query)
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

void Worker::stopLooking()
{
    if (m_preview) {
        m_preview->stopLooking();
    }
}

void Worker::loadMore()
{
    if (m_preview) {
        m_preview->loadMore();
    }
}

void Worker::readMessage(const SpoolPosition& position)
{
    if (!m_preview) {
        return;
    }
    if (const auto json = m_preview->messageAt(position)) {
        Q_EMIT messageRead(position, *json);
    }
}

void Worker::readTexts(int number, const QList<SpoolPosition>& positions, qsizetype most)
{
    if (!m_preview) {
        return;
    }
    QList<MessageText> texts;
    for (const SpoolPosition& position : positions) {
        if (const auto json = m_preview->messageAt(position)) {
            texts.append({position, bodyText(*json, most)});
        }
    }
    Q_EMIT textsRead(number, texts);
}

void Worker::find(int number, RowSearch search)
{
    m_finder = std::make_unique<RowFinder>(std::move(search));
    connect(m_finder.get(), &RowFinder::found, this,
            [this, number](const QList<int>& numbers) { Q_EMIT rowsFound(number, numbers); });
    connect(m_finder.get(), &RowFinder::ended, this, [this, number] { Q_EMIT findEnded(number); });
}

void Worker::startExport(const Account& account, const ExportRequest& request)
{
    if (const auto client = takeClientFor(account.id)) {
        run(std::make_unique<ExportJob>(*client, account, request, settingsFor(account.id)));
        m_export->start();
    }
}

void Worker::continueExport(const UnfinishedExport& earlier, bool isOnlyWhatCame)
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

void Worker::saveAgain(const ExportRequest& request)
{
    if (isExporting()) {
        return;
    }
    if (!m_spool) { // forgotten since it was asked for
        Q_EMIT exportChanged(Failed{{ErrorKind::SpoolNotKept, 0, {}, {}}, 0, {}});
        return;
    }
    m_again = std::make_unique<SaveAgainJob>(*m_spool, request);
    connect(m_again.get(), &SaveAgainJob::stateChanged, this, &Worker::exportChanged);
    m_again->start();
}

void Worker::finishExport()
{
    if (m_export) {
        m_export->finishWithWhatCame(false);
    }
}

void Worker::findUnfinished()
{
    QList<UnfinishedExport> found = unfinishedExports(m_settings.spoolRoot);
    found.removeIf([](const UnfinishedExport& one) { return one.isRunning; });
    Q_EMIT unfinishedFound(found);
}

std::shared_ptr<ApiClient> Worker::clientOf(const QUuid& account) const
{
    const auto found = m_clients.find(account);
    return found == m_clients.end() ? nullptr : found->second;
}

// Of the account, for a new export; nothing if there is none or an export is running.
std::shared_ptr<ApiClient> Worker::takeClientFor(const QUuid& account)
{
    const std::shared_ptr<ApiClient> client = clientOf(account);
    if (!client || isExporting()) {
        return nullptr;
    }
    dropExport(); // before its client
    m_exportClient = client;
    m_exportAccount = account;
    return client;
}

void Worker::run(std::unique_ptr<ExportJob> job)
{
    m_export = std::move(job);
    connect(m_export.get(), &ExportJob::stateChanged, this, [this](const State& state) {
        if (isTerminal(state)) { // before it is told, so that what it names is known by then
            keepSpool(m_export->takeSpool());
            findUnfinished();
        }
        Q_EMIT exportChanged(state);
    });
}

bool Worker::isExporting() const
{
    return (m_export && !isTerminal(m_export->state())) || (m_again && !isTerminal(m_again->state()));
}

void Worker::keepSpool(std::optional<FinishedSpool> spool)
{
    m_spool = std::move(spool);
    Q_EMIT spoolKept(m_spool.has_value());
}

void Worker::dropExport()
{
    m_again.reset();
    m_export.reset();
    keepSpool(std::nullopt);
}

JobSettings Worker::settingsFor(const QUuid& account) const
{
    JobSettings settings = m_settings;
    settings.spoolRoot = spoolRootFor(m_settings.spoolRoot, account);
    return settings;
}

} // namespace leadway
