#include "fetch/fetcher.h"

#include "api/pagecall.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace leadway
{

namespace
{

constexpr int kBulk = 50; // messages of one millisecond, in one page

} // namespace

// A lane that might be cut, and what it is thought to have before it.
struct Fetcher::Candidate {
    Walk* walk;
    Lane* lane;
    Stretch stretch;
    double messages;
};

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
        auto walk = std::make_unique<Walk>();
        walk->plan = plan;
        addLane(*walk, m_asked, 0);
        m_walks.push_back(std::move(walk));
    }
}

Fetcher::~Fetcher() = default;

Lane& Fetcher::addLane(Walk& walk, const Interval& own, double expectedDensity)
{
    MessageQuery query = m_query;
    query.interval = own;
    auto pager = std::make_unique<Pager>(m_client, query, walk.plan, Priority::Export, m_settings.retry,
                                         m_settings.random);
    connect(pager.get(), &Pager::retrying, this, &Fetcher::retrying);
    walk.lanes.push_back(std::make_unique<Lane>(++m_lanes, own, expectedDensity, std::move(pager)));
    return *walk.lanes.back();
}

void Fetcher::start()
{
    for (auto& walk : m_walks) {
        ask(*walk, *walk->lanes.front());
    }
    // Who asks for all there is most likely has much, and a request at once saves waiting for one later.
    if (m_query.contactId.isEmpty() && m_query.conversationId.isEmpty()) {
        lookForOldest(*m_walks.front());
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
    while (!m_waiting.empty() && (m_settings.lanes == 0 || std::ssize(m_asking) < m_settings.lanes)) {
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
    return sum;
}

std::optional<qint64> Fetcher::expected() const
{
    ExportReport report;
    report.walks = reports();
    return report.expected();
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
    }
    if (lane.hasEnded() && m_spool) {
        m_spool->end(lane.number());
    }
    askNext();
    employIdleLanes();
    if (lanesAtWork() == 0) {
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
    return {};
}

Result<void> Fetcher::take(Walk& walk, Lane& lane, Page& page)
{
    if (!m_spool) {
        if (const auto opened = openSpool(page); !opened) {
            return opened;
        }
    }
    lane.note(page);
    noteBulk(page);
    lane.keep(page, m_query);
    if (const auto appended = m_spool->append(lane.number(), page.messages, m_positions); !appended) {
        return appended;
    }
    if (const auto kept = m_spool->appendUnreadable(lane.number(), page.unreadable); !kept) {
        return kept;
    }
    if (lane.pager().sawAstray()) {
        walk.keepsToRanges = false;
        if (walk.wasCut()) {
            goBackToOneLane(walk, WentBack::RangeIgnored);
        }
    }
    return {};
}

void Fetcher::noteBulk(const Page& page)
{
    std::optional<Msecs> when;
    int alike = 0;
    for (const MessageHead& head : page.messages) {
        alike = head.createdAt == when ? alike + 1 : 1;
        when = head.createdAt;
        if (when && alike == kBulk) {
            m_bulk.insert(*when);
        }
    }
}

bool Fetcher::mayHaveLanes(const Walk& walk) const
{
    return m_settings.lanes != 1 && m_query.sortBy == SortBy::CreatedAt && walk.keepsToRanges &&
           walk.wentBack == WentBack::No;
}

// Downwards without a first day, nobody knows how far it goes. Only a hint: the last lane walks on for as
// long as anything comes.
void Fetcher::lookForOldest(const Walk& walk)
{
    constexpr qint64 worthLooking = 4; // pages
    const std::optional<qint64> expected = walk.expected();
    const bool isLong = !expected || *expected > worthLooking * m_query.limit;
    if (m_oldestCall || m_asked.hasBegin() || m_query.sortOrder == SortOrder::Ascending || !isLong ||
        !mayHaveLanes(walk)) {
        return;
    }
    PageRequest request;
    request.locationId = m_query.locationId;
    request.channel = walk.plan.channel;
    request.contactId = m_query.contactId;
    request.conversationId = m_query.conversationId;
    request.sortOrder = SortOrder::Ascending;
    request.limit = kSmallestLimit;
    m_oldestCall = m_client.requestPage(request, Priority::Export, [this](const Result<Page>& page) {
        if (!page) {
            return;
        }
        for (const MessageHead& head : page->messages) {
            if (head.createdAt) {
                m_oldest = std::min(*head.createdAt, m_oldest.value_or(*head.createdAt));
            }
        }
        employIdleLanes();
    });
    ++m_walks.front()->otherRequests;
}

// What a lane has before it; nothing if its walk is to have no more lanes, or it isn't known how far it goes.
std::optional<Stretch> Fetcher::ahead(const Walk& walk, const Lane& lane) const
{
    if (lane.hasEnded() || !mayHaveLanes(walk)) {
        return std::nullopt;
    }
    const Interval& own = lane.own();
    const Msecs newest = std::min(own.end, m_query.interval.end);
    if (m_query.sortOrder == SortOrder::Ascending) {
        return lane.ahead(SortOrder::Ascending, own.begin, newest);
    }
    const std::optional<Msecs> oldest = own.hasBegin() ? own.begin : m_oldest;
    return oldest ? lane.ahead(SortOrder::Descending, newest, *oldest) : std::nullopt;
}

std::vector<Fetcher::Candidate> Fetcher::candidates() const
{
    std::vector<Candidate> candidates;
    for (const auto& walk : m_walks) {
        std::vector<Stretch> stretches;
        for (const auto& lane : walk->lanes) {
            if (const auto stretch = ahead(*walk, *lane)) {
                stretches.push_back(*stretch);
                candidates.push_back({walk.get(), lane.get(), *stretch, 0});
            }
        }
        const qint64 left = walk->expected().value_or(0) - walk->received();
        const auto messages = estimateMessages(stretches, left > 0 ? std::optional(left) : std::nullopt);
        auto candidate = candidates.end() - std::ssize(messages);
        for (const double estimate : messages) {
            (candidate++)->messages = estimate;
        }
    }
    return candidates;
}

void Fetcher::employIdleLanes()
{
    // Before each walk has told how much it has, nobody can say who needs the lanes most.
    const bool haveAllBegun = std::all_of(m_walks.begin(), m_walks.end(), [](const auto& walk) {
        return walk->lanes.front()->pager().reached() || walk->lanes.front()->hasEnded();
    });
    if (!haveAllBegun) {
        return;
    }
    const std::vector<Candidate> candidates = this->candidates();
    std::vector<double> messages(candidates.size());
    std::transform(candidates.begin(), candidates.end(), messages.begin(),
                   [](const Candidate& candidate) { return candidate.messages; });
    const double pages = std::accumulate(messages.begin(), messages.end(), 0.0) / m_query.limit;
    const int lanes =
        m_settings.lanes > 0 ? std::min(m_settings.lanes, kMostLanes) : lanesFor(m_client.traffic(), pages);
    const std::vector<int> more = shareOut(messages, lanes - lanesAtWork(), m_query.limit);
    for (std::size_t i = 0; i < more.size(); ++i) {
        if (more[i] > 0) {
            const Candidate& candidate = candidates[i];
            cut(*candidate.walk, *candidate.lane, cutsOf(candidate.stretch, more[i] + 1, m_bulk),
                candidate.messages / static_cast<double>(candidate.stretch.length()));
        }
    }
}

void Fetcher::cut(Walk& walk, Lane& lane, const std::vector<Msecs>& cuts, double density)
{
    if (cuts.empty()) {
        return;
    }
    const bool isUp = m_query.sortOrder == SortOrder::Ascending;
    const Msecs far = isUp ? lane.own().end : lane.own().begin;
    lane.cut(cuts.front(), m_query.sortOrder);
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const Msecs next = i + 1 < cuts.size() ? cuts[i + 1] : far;
        ask(walk, addLane(walk, isUp ? Interval{cuts[i], next} : Interval{next, cuts[i]}, density));
    }
}

void Fetcher::retire(Lane& lane)
{
    lane.retire();
    m_asking.erase(&lane);
    std::erase_if(m_waiting, [&lane](const auto& waiting) { return waiting.second == &lane; });
}

void Fetcher::goBackToOneLane(Walk& walk, WentBack reason)
{
    for (const auto& lane : walk.lanes) {
        retire(*lane);
        m_spool->end(lane->number());
    }
    walk.wentBack = reason;
    ask(walk, addLane(walk, m_asked, 0));
}

bool Fetcher::walkAgainByOneLane()
{
    bool isAgain = false;
    for (const auto& walk : m_walks) {
        if (walk->wasCut()) {
            goBackToOneLane(*walk, WentBack::FellShort);
            isAgain = true;
        }
    }
    return isAgain;
}

void Fetcher::fail(const Error& error)
{
    // The other lanes have nobody to go on for.
    for (const auto& walk : m_walks) {
        for (const auto& lane : walk->lanes) {
            retire(*lane);
        }
    }
    m_oldestCall.reset();
    Q_EMIT failed(error);
}

} // namespace leadway
