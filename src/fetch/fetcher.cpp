#include "fetch/fetcher.h"

#include "api/pagecall.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace leadway
{

Fetcher::Fetcher(ApiClient& client, const MessageQuery& query, QString spoolFolder, FetchSettings settings,
                 QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_query(query)
    , m_asked(query.interval)
    , m_spoolFolder(std::move(spoolFolder))
    , m_settings(std::move(settings))
{
    for (const WalkPlan& plan : planWalks(query.channels)) {
        m_walks.push_back(std::make_unique<Walk>());
        m_walks.back()->index = static_cast<int>(m_walks.size()) - 1;
        m_walks.back()->plan = plan;
        addLane(*m_walks.back(), m_asked, 0);
    }
}

Fetcher::Fetcher(ApiClient& client, const SpoolState& state, QString spoolFolder, FetchSettings settings,
                 QObject* parent)
    : Fetcher(client, state.header.query, std::move(spoolFolder), std::move(settings), parent)
{
    m_earlier.emplace(state);
    for (const auto& walk : m_walks) {
        const auto index = static_cast<std::size_t>(walk->index);
        walk->known = index < state.walks.size() ? state.walks[index] : WalkState();
        std::vector<std::unique_ptr<Lane>> lanes;
        for (const LaneState& lane : state.lanes) {
            m_lanes = std::max(m_lanes, lane.number);
            if (lane.walk == walk->index) {
                lanes.push_back(std::make_unique<Lane>(lane, pagerFor(*walk, lane.own)));
            }
        }
        // Without any, nothing was noted of the walk yet and its first lane begins.
        if (!lanes.empty()) {
            walk->lanes = std::move(lanes);
        }
    }
}

Fetcher::~Fetcher() = default;

std::unique_ptr<Pager> Fetcher::pagerFor(const Walk& walk, const Interval& own)
{
    MessageQuery query = m_query;
    query.interval = own;
    auto pager = std::make_unique<Pager>(m_client, query, walk.plan, Priority::Export, m_settings.retry,
                                         m_settings.random);
    connect(pager.get(), &Pager::retrying, this, &Fetcher::retrying);
    return pager;
}

Lane& Fetcher::addLane(Walk& walk, const Interval& own, double expectedDensity)
{
    walk.lanes.push_back(
        std::make_unique<Lane>(++m_lanes, walk.index, own, expectedDensity, pagerFor(walk, own)));
    return *walk.lanes.back();
}

void Fetcher::start()
{
    if (m_earlier) {
        auto spool = SpoolWriter::reopen(m_spoolFolder, *std::exchange(m_earlier, std::nullopt));
        if (!spool) {
            fail(spool.error());
            return;
        }
        m_spool = std::move(*spool);
    }
    goOn();
}

void Fetcher::goOn()
{
    m_isStopped = false;
    for (const auto& walk : m_walks) {
        for (const auto& lane : walk->lanes) {
            if (!lane->hasEnded()) {
                ask(*walk, *lane);
            }
        }
    }
    if (lanesAtWork() == 0) {
        Q_EMIT succeeded();
        return;
    }
    // Who asks for all there is most likely has much, and a request at once saves waiting for one later.
    if (m_query.contactId.isEmpty() && m_query.conversationId.isEmpty()) {
        lookForOldest(*m_walks.front());
    }
}

void Fetcher::stop()
{
    m_isStopped = true;
    for (const auto& walk : m_walks) {
        for (const auto& lane : walk->lanes) {
            lane->pager().giveUp();
        }
    }
    m_oldestCall.reset();
    m_waiting.clear();
    m_asking.clear();
}

void Fetcher::pause()
{
    stop();
    if (!m_spool) {
        return;
    }
    if (const auto flushed = m_spool->flush(); !flushed) {
        fail(flushed.error());
    }
}

void Fetcher::ask(Walk& walk, Lane& lane)
{
    m_waiting.emplace_back(&walk, &lane);
    askNext();
}

// By turns, so that each walk tells soon how much it has, however few may ask at a time.
void Fetcher::askNext()
{
    while (!m_isStopped && !m_waiting.empty() &&
           (m_settings.lanes == 0 || std::ssize(m_asking) < m_settings.lanes)) {
        const auto [walk, lane] = m_waiting.front();
        m_waiting.pop_front();
        m_asking.insert(lane);
        lane->pager().next([this, walk = walk, lane = lane](Pager::Outcome outcome) {
            m_asking.erase(lane);
            onOutcome(*walk, *lane, std::move(outcome));
        });
    }
}

qint64 Fetcher::received() const
{
    qint64 sum = 0;
    for (const auto& walk : m_walks) {
        sum += walk->received();
    }
    return sum - m_unkept;
}

std::optional<qint64> Fetcher::expected() const
{
    ExportReport report;
    report.walks = reports();
    return report.expected();
}

bool Fetcher::mayRepeat() const
{
    const std::vector<WalkReport> reports = this->reports();
    return std::any_of(reports.begin(), reports.end(),
                       [](const WalkReport& walk) { return walk.lanes > 1 || walk.restarts > 0; });
}

std::vector<WalkReport> Fetcher::reports() const
{
    std::vector<WalkReport> reports;
    for (const auto& walk : m_walks) {
        reports.push_back(walk->report());
    }
    return reports;
}

int Fetcher::lanesAtWork() const
{
    return std::accumulate(m_walks.begin(), m_walks.end(), 0,
                           [](int sum, const auto& walk) { return sum + walk->lanesAtWork(); });
}

void Fetcher::onOutcome(Walk& walk, Lane& lane, Pager::Outcome outcome)
{
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    // Before the page is dealt with, so that the service is at work meanwhile.
    if (!lane.hasEnded()) {
        ask(walk, lane);
    }
    if (*outcome) {
        if (const auto taken = take(walk, lane, **outcome); !taken) {
            fail(taken.error());
            return;
        }
        if (!lane.hasEnded()) {
            lookForOldest(walk);
        }
        Q_EMIT progressed();
    } else {
        note(lane);
    }
    if (lane.hasEnded() && m_spool) {
        m_spool->end(lane.number());
    }
    askNext();
    employIdleLanes();
    if (lanesAtWork() == 0 && !m_isStopped) {
        Q_EMIT succeeded();
    }
}

Result<void> Fetcher::openSpool(const Page& first)
{
    SpoolHeader header;
    header.runStart = first.serverDate.value_or(m_settings.localNow);
    m_query.interval.end = std::min(m_query.interval.end, header.runStart);
    header.query = m_query;
    header.zone = m_settings.zone;
    auto spool = SpoolWriter::create(m_spoolFolder, header);
    if (!spool) {
        return spool.error();
    }
    m_spool = std::move(*spool);
    for (const auto& walk : m_walks) {
        note(*walk);
        // As it was before the page at hand, which is not in the spool yet.
        LaneState begun = walk->lanes.front()->state();
        begun.reached.reset();
        begun.hasEnded = false;
        begun.brought = {};
        if (const auto noted = m_spool->note(begun); !noted) {
            return noted;
        }
    }
    return {};
}

// What cannot be noted must not go on either. Only of a lane whose every page is in the spool.
void Fetcher::note(const Lane& lane)
{
    if (!m_spool || m_isStopped) {
        return;
    }
    if (const auto noted = m_spool->note(lane.state()); !noted) {
        fail(noted.error());
    }
}

void Fetcher::note(const Walk& walk)
{
    if (!m_spool || m_isStopped) {
        return;
    }
    if (const auto noted = m_spool->note(walk.index, walk.known); !noted) {
        fail(noted.error());
    }
}

// Not after every page, and so that it takes no more than a twentieth of the time: what a power cut takes
// away is found out and fetched again.
Result<void> Fetcher::flushIfDue()
{
    constexpr std::chrono::milliseconds leastPause = std::chrono::seconds(1);
    constexpr int share = 20;
    if (m_sinceFlush.isValid() && m_sinceFlush.elapsed() < m_flushPause.count()) {
        return {};
    }
    m_sinceFlush.start();
    const auto flushed = m_spool->flush();
    m_flushPause = std::max(leastPause, share * std::chrono::milliseconds(m_sinceFlush.elapsed()));
    return flushed;
}

Result<void> Fetcher::keep(Lane& lane, Page& page)
{
    if (!m_spool) {
        if (const auto opened = openSpool(page); !opened) {
            return opened;
        }
    }
    lane.note(page);
    noteBulk(page);
    lane.keep(page, m_query);
    auto kept = m_spool->append(lane.state(), page.messages, page.unreadable, m_positions);
    if (kept && m_settings.taken) {
        m_settings.taken(page.messages, m_positions);
    }
    return kept;
}

Result<void> Fetcher::take(Walk& walk, Lane& lane, Page& page)
{
    const qint64 keptBefore = received() - page.received(); // its pager has counted it already
    if (const auto kept = keep(lane, page); !kept) {
        m_unkept = received() - keptBefore;
        return kept;
    }
    if (lane.pager().sawAstray()) {
        walk.known.keepsToRanges = false;
        note(walk);
        if (walk.wasCut()) {
            goBackToOneLane(walk, WentBack::RangeIgnored);
        }
    }
    return flushIfDue();
}

void Fetcher::fail(const Error& error)
{
    // The other lanes have nobody to go on for.
    stop();
    Q_EMIT failed(error);
}

} // namespace leadway
