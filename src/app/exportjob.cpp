#include "app/exportjob.h"

#include "app/diskroom.h"
#include "app/savedexport.h"
#include "app/savedstate.h"
#include "core/fileerror.h"
#include "core/spoolrecovery.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTimer>

#include <functional>
#include <utility>

namespace leadway
{

namespace
{

constexpr std::chrono::seconds kRoomCheckPause{2};

} // namespace

ExportJob::ExportJob(ApiClient& client, Account account, ExportRequest request, JobSettings settings,
                     QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_account(std::move(account))
    , m_request(std::move(request))
    , m_settings(std::move(settings))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(m_settings.patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { pauseFor(PauseReason::NoProgress); });
    m_roomCheck.setInterval(kRoomCheckPause);
    connect(&m_roomCheck, &QTimer::timeout, this, [this] {
        if (const auto lack = lackOfRoom()) {
            fail(*lack);
        }
    });
}

ExportJob::ExportJob(ApiClient& client, UnfinishedExport earlier, JobSettings settings, QObject* parent)
    : ExportJob(client, earlier.account, earlier.request, std::move(settings), parent)
{
    m_earlier.emplace(std::move(earlier));
}

ExportJob::~ExportJob()
{
    if (isTerminal(m_state) || !m_spoolFolder) {
        return;
    }
    if (isUnfinished(m_spoolFolder->path()) && fetching().received > 0) {
        m_fetcher->disconnect(this);
        m_fetcher->pause();
        m_spoolFolder->setKept(true);
    }
}

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
    if (m_fetcher) {
        return {m_fetcher->received(), m_fetcher->expected()};
    }
    return m_earlier ? Fetching{m_earlier->received, m_earlier->expected} : Fetching{};
}

QString ExportJob::unfinishedId() const
{
    return m_spoolFolder ? QFileInfo(m_spoolFolder->path()).fileName() : QString();
}

FetchSettings ExportJob::fetchSettings() const
{
    FetchSettings how;
    how.retry = m_settings.retry;
    how.random = m_settings.random;
    how.lanes = m_request.lanes;
    how.zone = m_request.format.zone.id();
    how.localNow = QDateTime::currentMSecsSinceEpoch();
    if (m_mailTexts) {
        how.taken = std::bind_front(&MailTexts::add, m_mailTexts.get());
    }
    return how;
}

// What can be known before an hour of fetching: a target that cannot be written, a full disk, another program
// at the same spool.
Result<void> ExportJob::prepare()
{
    if (m_earlier) { // first of all, so that it is told what is kept
        auto adopted = SpoolFolder::adopt(m_earlier->folder);
        if (!adopted) {
            return adopted.error();
        }
        m_spoolFolder = std::move(*adopted);
        m_spoolFolder->setKept(true); // until the file is there or nobody wants it
        removePartsOf(m_spoolFolder->path());
    }
    if (const auto obstacle = obstacleFor(m_request.format, m_request.path)) {
        return *obstacle;
    }
    if (!m_spoolFolder) {
        m_spoolFolder = std::make_unique<SpoolFolder>(m_settings.spoolRoot);
    }
    if (const auto lack = lackOfRoom()) {
        return *lack;
    }
    if (const auto opened = openKnown(); !opened) {
        return opened;
    }
    if (const auto noted = noteUnfinished(m_spoolFolder->path(), m_account, m_request); !noted) {
        return noted;
    }
    return makeFetcher();
}

// What a saved export has handed out, held until this run has ended.
Result<void> ExportJob::openKnown()
{
    if (!m_request.saved) {
        return {};
    }
    auto known = openSavedState(savedStatePath(m_settings.savedRoot, m_account.id, m_request.saved->id),
                                m_request.saved->way, m_request.query.locationId);
    if (!known) {
        return known.error();
    }
    m_known = std::move(*known);
    if (m_request.saved->way == RunWay::OnlyNew) {
        m_request.query.interval = newPartOf(m_request.query.interval, m_known->state().watermark);
    }
    return {};
}

Result<void> ExportJob::makeFetcher()
{
    const QString& spool = m_spoolFolder->path();
    if (tellsTextsInOrder(m_request.format)) {
        m_mailTexts = std::make_unique<MailTexts>(spool + QStringLiteral("/mailtexts"));
    }
    if (m_earlier) {
        const auto state = recoverSpool(spool);
        if (!state) {
            return state.error();
        }
        m_request.query = state->header.query;
        m_fetcher = std::make_unique<Fetcher>(m_client, *state, spool, fetchSettings());
    } else {
        m_fetcher = std::make_unique<Fetcher>(m_client, m_request.query, spool, fetchSettings());
    }
    connect(m_fetcher.get(), &Fetcher::progressed, this, [this] {
        m_patience.start();
        setState(fetching());
    });
    connect(m_fetcher.get(), &Fetcher::retrying, this,
            [this](const Error& error, std::chrono::milliseconds delay) {
                setState(Waiting{fetching(), delay, error});
            });
    connect(&m_client, &ApiClient::heldBack, m_fetcher.get(), [this](std::chrono::milliseconds duration) {
        if (!std::holds_alternative<Paused>(m_state) && !m_rendering) {
            setState(Waiting{fetching(), duration, std::nullopt});
        }
    });
    // Queued, so that the fetcher is not destroyed from within its own signal.
    connect(m_fetcher.get(), &Fetcher::succeeded, this, &ExportJob::beginRendering, Qt::QueuedConnection);
    connect(m_fetcher.get(), &Fetcher::failed, this, &ExportJob::fail, Qt::QueuedConnection);
    return {};
}

void ExportJob::start()
{
    setState(fetching());
    if (const auto prepared = prepare(); !prepared) {
        fail(prepared.error());
        return;
    }
    m_patience.start();
    m_roomCheck.start();
    m_fetcher->start();
}

void ExportJob::pause()
{
    pauseFor(PauseReason::Asked);
}

void ExportJob::pauseFor(PauseReason reason)
{
    if (isTerminal(m_state) || !m_fetcher) {
        return;
    }
    m_patience.stop();
    setState(Paused{fetching(), reason});
    if (!m_rendering) {
        m_fetcher->pause();
    }
}

void ExportJob::goOn()
{
    if (!std::holds_alternative<Paused>(m_state)) {
        return;
    }
    if (m_rendering) {
        setState(Rendering{m_rendering->done(), m_rendering->total()});
        renderSlice();
        return;
    }
    setState(fetching());
    m_patience.start();
    m_fetcher->goOn();
}

void ExportJob::finishWithWhatCame(bool isKept)
{
    if (isTerminal(m_state)) {
        return;
    }
    if (m_rendering) { // all has come, and is being written
        goOn();
        return;
    }
    m_isPartial = true;
    m_isKept = isKept;
    if (!m_fetcher) {
        if (const auto prepared = prepare(); !prepared) {
            fail(prepared.error());
            return;
        }
    }
    m_patience.stop();
    m_fetcher->pause();
    setState(Rendering{0, m_fetcher->received()});
    beginRendering();
}

std::optional<Error> ExportJob::lackOfRoom() const
{
    return leadway::lackOfRoom(m_spoolFolder->path(), QFileInfo(m_request.path).path(), m_settings.leastFree);
}

void ExportJob::beginRendering()
{
    const bool isPaused = std::holds_alternative<Paused>(m_state); // then it is told again
    if (isTerminal(m_state) || isPaused || m_rendering) {
        return;
    }
    m_patience.stop();
    std::optional<Remembering> remembering;
    if (m_known) {
        remembering = {m_known.get(), m_request.saved->way == RunWay::OnlyNew, isWhole(brought())};
    }
    auto rendering =
        FileRendering::create({m_spoolFolder->path(), m_request.query, m_request.format, m_request.path,
                               m_account.displayName(), remembering, m_mailTexts.get()});
    if (!rendering) {
        fail(rendering.error());
        return;
    }
    m_rendering = std::move(*rendering);
    setState(Rendering{0, m_fetcher->received()});
    renderSlice();
}

void ExportJob::renderSlice()
{
    const bool isDropped = !m_rendering; // since this turn was asked for
    if (isTerminal(m_state) || std::holds_alternative<Paused>(m_state) || isDropped) {
        return;
    }
    const Result<bool> advanced = m_rendering->advance();
    if (!advanced) {
        fail(advanced.error());
        return;
    }
    setState(Rendering{m_rendering->done(), m_rendering->total()});
    QTimer::singleShot(m_rendering->pause(), this, *advanced ? &ExportJob::finish : &ExportJob::renderSlice);
}

Brought ExportJob::brought() const
{
    return {m_fetcher->reports(), m_fetcher->mayRepeat(), m_isPartial};
}

void ExportJob::finish()
{
    if (isTerminal(m_state) || std::holds_alternative<Paused>(m_state) || !m_rendering) {
        return;
    }
    const auto account = m_rendering->account(brought());
    if (!account) {
        fail(account.error());
        return;
    }
    if (account->isShort() && !m_isPartial && m_fetcher->walkAgainByOneLane()) {
        m_rendering.reset();
        m_patience.start();
        setState(fetching());
        return;
    }
    auto report = m_rendering->putInPlace();
    if (!report) {
        fail(report.error());
        return;
    }
    Brought all = brought();
    letGo();
    QString left;
    // Another file of a run for what is new would also hold what was asked for once more to find that.
    const bool isOnlyNew = m_request.saved && m_request.saved->way == RunWay::OnlyNew;
    if (m_isKept || isOnlyNew) {
        left = release(m_isKept);
    } else {
        forgetUnfinished(m_spoolFolder->path());
        m_spoolFolder->setKept(false);
        m_finished =
            FinishedSpool{std::move(m_spoolFolder), m_request.query, m_account.displayName(), std::move(all)};
    }
    if (m_request.saved && report->isComplete()) {
        discardRunsOf(m_request.saved->id, m_settings.spoolRoot);
    }
    setState(Finished{std::move(*report), left});
}

std::optional<FinishedSpool> ExportJob::takeSpool()
{
    return std::exchange(m_finished, std::nullopt);
}

void ExportJob::cancel()
{
    if (isTerminal(m_state)) {
        return;
    }
    letGo();
    release(false);
    setState(Cancelled{});
}

void ExportJob::fail(const Error& error)
{
    if (isTerminal(m_state)) {
        return;
    }
    const qint64 received = fetching().received;
    const bool isResumable = received > 0 && error.kind != ErrorKind::SpoolInUse &&
                             (m_earlier || (m_spoolFolder && isUnfinished(m_spoolFolder->path())));
    letGo();
    const QString left = release(isResumable);
    setState(Failed{error, received, left});
}

void ExportJob::letGo()
{
    m_patience.stop();
    m_roomCheck.stop();
    m_rendering.reset();
    m_known.reset();
    m_fetcher.reset();
    m_mailTexts.reset();
}

// For others to go on with, who get its name, or for good.
QString ExportJob::release(bool isKept)
{
    const QString left = isKept ? unfinishedId() : QString();
    if (m_spoolFolder) {
        if (!isKept) {
            forgetUnfinished(m_spoolFolder->path());
        }
        m_spoolFolder->setKept(isKept);
        m_spoolFolder.reset();
    }
    return left;
}

} // namespace leadway
