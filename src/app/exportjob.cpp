#include "app/exportjob.h"

#include "core/fileerror.h"

#include <QDateTime>
#include <QTimer>

#include <utility>

namespace leadway
{

namespace
{

constexpr qint64 kSlice = 500; // messages between two turns of the event loop: a few milliseconds

} // namespace

ExportJob::ExportJob(ApiClient& client, ExportRequest request, JobSettings settings, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_request(std::move(request))
    , m_settings(std::move(settings))
    , m_spoolFolder(m_settings.spoolRoot)
{
}

ExportJob::~ExportJob() = default;

void ExportJob::setState(State state)
{
    if (isTerminal(m_state)) {
        return;
    }
    m_state = std::move(state);
    Q_EMIT stateChanged(m_state);
}

Fetching ExportJob::fetching() const
{
    return {m_fetcher->received(), m_fetcher->expected()};
}

void ExportJob::start()
{
    // A target that cannot be written is worth knowing before an hour of fetching.
    if (const auto obstacle = obstacleAt(m_request.path)) {
        fail(*obstacle);
        return;
    }
    FetchSettings how;
    how.retry = m_settings.retry;
    how.random = m_settings.random;
    how.lanes = m_request.lanes;
    how.zone = m_request.format.zone.id();
    how.localNow = QDateTime::currentMSecsSinceEpoch();
    m_fetcher = std::make_unique<Fetcher>(m_client, m_request.query, m_spoolFolder.path(), how);
    connect(m_fetcher.get(), &Fetcher::progressed, this, [this] { setState(fetching()); });
    connect(m_fetcher.get(), &Fetcher::retrying, this,
            [this](const Error& error, std::chrono::milliseconds delay) {
                setState(Waiting{fetching(), delay, error});
            });
    connect(&m_client, &ApiClient::heldBack, m_fetcher.get(), [this](std::chrono::milliseconds duration) {
        setState(Waiting{fetching(), duration, std::nullopt});
    });
    // Queued, so that the fetcher is not destroyed from within its own signal.
    connect(m_fetcher.get(), &Fetcher::succeeded, this, &ExportJob::beginRendering, Qt::QueuedConnection);
    connect(m_fetcher.get(), &Fetcher::failed, this, &ExportJob::fail, Qt::QueuedConnection);
    setState(Fetching{});
    m_fetcher->start();
}

void ExportJob::beginRendering()
{
    if (isTerminal(m_state)) {
        return;
    }
    auto spool = SpoolReader::open(m_spoolFolder.path());
    if (!spool) {
        fail(spool.error());
        return;
    }
    auto file = OutputFile::create(m_request.path);
    if (!file) {
        fail(file.error());
        return;
    }
    m_file = std::move(*file);
    m_writer = makeWriter(m_request.format, *m_file);
    m_renderer =
        std::make_unique<Renderer>(std::move(*spool), m_request.query,
                                   m_spoolFolder.path() + QStringLiteral("/index.sqlite"), *m_writer);
    setState(Rendering{0, m_fetcher->received()});
    renderSlice();
}

void ExportJob::renderSlice()
{
    if (isTerminal(m_state)) {
        return;
    }
    const Result<bool> advanced = m_renderer->advance(kSlice);
    if (!advanced) {
        fail(advanced.error());
        return;
    }
    setState(Rendering{m_renderer->done(), m_renderer->total()});
    QTimer::singleShot(0, this, *advanced ? &ExportJob::finish : &ExportJob::renderSlice);
}

void ExportJob::finish()
{
    if (isTerminal(m_state)) {
        return;
    }
    ExportReport report;
    report.walks = m_fetcher->reports();
    report.written = m_renderer->written();
    report.duplicates = m_renderer->duplicates() + report.overlap();
    if (report.isShort() && m_fetcher->walkAgainByOneLane()) {
        m_renderer.reset();
        m_writer.reset();
        m_file.reset();
        setState(fetching());
        return;
    }
    if (const auto committed = m_file->commit(); !committed) {
        fail(committed.error());
        return;
    }
    report.unreadableLate = m_renderer->unreadable();
    report.cutCells = m_writer->cutCells();
    report.repairedMessages = m_writer->repairedMessages();
    report.path = m_file->path();
    report.bytes = m_file->size();
    report.sha256 = m_file->sha256();
    letGo();
    setState(Finished{std::move(report)});
}

void ExportJob::cancel()
{
    if (isTerminal(m_state)) {
        return;
    }
    letGo();
    setState(Cancelled{});
}

void ExportJob::fail(const Error& error)
{
    if (isTerminal(m_state)) {
        return;
    }
    const qint64 received = m_fetcher ? m_fetcher->received() : 0;
    letGo();
    setState(Failed{error, received});
}

void ExportJob::letGo()
{
    m_renderer.reset();
    m_writer.reset();
    m_file.reset();
    m_fetcher.reset();
}

} // namespace leadway
