// How a Fetcher shares its walks out among lanes: who is cut and where, and when one lane must do it alone.

#include "api/pagecall.h"
#include "fetch/fetcher.h"

#include <algorithm>
#include <iterator>

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
    return m_settings.lanes != 1 && m_query.sortBy == SortBy::CreatedAt && walk.known.keepsToRanges &&
           walk.known.wentBack == WentBack::No;
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
    ++m_walks.front()->known.otherRequests;
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
    LaneBounds bounds = boundsFor(m_client.traffic());
    if (m_settings.lanes > 0) {
        bounds.fed = bounds.most = std::min(m_settings.lanes, kMostLanes);
    }
    const std::vector<int> more = shareOut(messages, lanesAtWork(), bounds, m_query.limit);
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
        Lane& added = addLane(walk, isUp ? Interval{cuts[i], next} : Interval{next, cuts[i]}, density);
        lane.giveTo(added);
        note(added);
        ask(walk, added);
    }
    note(lane); // last, since dates that two lanes have are no harm, and dates that none has are lost
}

void Fetcher::retire(Lane& lane)
{
    lane.retire();
    m_asking.erase(&lane);
    std::erase_if(m_waiting, [&lane](const auto& waiting) { return waiting.second == &lane; });
}

void Fetcher::goBackToOneLane(Walk& walk, WentBack reason)
{
    const std::size_t given = walk.lanes.size();
    Lane& single = addLane(walk, m_asked, 0);
    note(single);
    for (std::size_t i = 0; i < given; ++i) {
        retire(*walk.lanes[i]);
        note(*walk.lanes[i]);
        m_spool->end(walk.lanes[i]->number());
    }
    walk.known.wentBack = reason;
    note(walk);
    ask(walk, single);
}

bool Fetcher::walkAgainByOneLane()
{
    bool isAgain = false;
    for (const auto& walk : m_walks) {
        const bool wasPieced = walk->wasCut() || walk->report().restarts > 0;
        if (wasPieced && walk->known.wentBack == WentBack::No) {
            goBackToOneLane(*walk, WentBack::FellShort);
            isAgain = true;
        }
    }
    return isAgain;
}

} // namespace leadway
