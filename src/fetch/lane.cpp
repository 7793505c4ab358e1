#include "fetch/lane.h"

#include <algorithm>

namespace leadway
{

Lane::Lane(int number, int walk, Interval own, double expectedDensity, std::unique_ptr<Pager> pager)
    : m_number(number)
    , m_walk(walk)
    , m_own(own)
    , m_expectedDensity(expectedDensity)
    , m_pager(std::move(pager))
{
}

Lane::Lane(const LaneState& state, std::unique_ptr<Pager> pager)
    : m_number(state.number)
    , m_walk(state.walk)
    , m_own(state.own)
    , m_pager(std::move(pager))
    , m_outside(state.brought.outside)
    , m_newer(state.brought.newer)
    , m_filtered(state.brought.filtered)
    , m_undated(state.brought.undated)
    , m_overlap(state.brought.overlap)
    , m_isRetired(state.isRetired)
    , m_wentOn(true)
{
    m_pager->goOnFrom(state.reached, state.hasEnded || state.isRetired, state.brought);
}

void Lane::note(const Page& page)
{
    for (const MessageHead& head : page.messages) {
        if (head.createdAt) {
            ++m_dated;
            m_oldest = std::min(*head.createdAt, m_oldest.value_or(*head.createdAt));
            m_newest = std::max(*head.createdAt, m_newest.value_or(*head.createdAt));
        }
    }
}

void Lane::keep(Page& page, const MessageQuery& query)
{
    constexpr Msecs second = 1000; // the header that tells of the beginning is no finer
    m_begun = m_begun ? m_begun : page.serverDate;
    std::erase_if(page.messages, [&](const MessageHead& head) {
        const Verdict verdict = verdictFor(head, query.interval, m_pager->plan().keep);
        if (verdict == Verdict::Outside) {
            ++m_outside;
            m_newer += m_begun && *head.createdAt >= *m_begun + second ? 1 : 0;
            return true;
        }
        if (head.createdAt && !m_own.contains(*head.createdAt)) {
            ++m_overlap;
            return true;
        }
        if (verdict == Verdict::Filtered) {
            ++m_filtered;
            return true;
        }
        m_undated += sortKey(head, query.sortBy) ? 0 : 1;
        return false;
    });
}

std::optional<Stretch> Lane::ahead(SortOrder order, Msecs start, Msecs end) const
{
    Stretch stretch;
    stretch.near = m_pager->reached().value_or(start);
    stretch.far = end;
    stretch.seen = m_dated;
    stretch.seenOver = m_dated > 0 ? *m_newest - *m_oldest : 0;
    stretch.expectedDensity = m_expectedDensity;
    stretch.announced = announced();
    const bool isAhead =
        order == SortOrder::Ascending ? stretch.near < stretch.far : stretch.near > stretch.far;
    return isAhead ? std::optional(stretch) : std::nullopt;
}

// What the service said with the first page of this lane, less what has come and what it said of those that
// were given a part since.
std::optional<qint64> Lane::announced() const
{
    if (m_wentOn) { // what was given away in the earlier run is not known any more
        return std::nullopt;
    }
    const WalkReport& report = m_pager->report();
    std::optional<qint64> left = report.expected;
    for (const Lane* other : m_givenTo) {
        const std::optional<qint64>& theirs = other->m_pager->report().expected;
        left = left && theirs ? std::optional(*left - *theirs) : std::nullopt;
    }
    if (left) {
        *left -= report.received - m_overlap;
    }
    return left && *left >= 0 ? left : std::nullopt;
}

void Lane::cut(Msecs bound, SortOrder order)
{
    (order == SortOrder::Ascending ? m_own.end : m_own.begin) = bound;
    m_pager->endAt(bound);
}

void Lane::retire()
{
    m_pager->disconnect();
    m_pager->giveUp();
    m_isRetired = true;
}

WalkReport Lane::report() const
{
    WalkReport report = m_pager->report();
    report.outside = m_outside;
    report.newer = m_newer;
    report.filtered = m_filtered;
    report.undated = m_undated;
    report.overlap = m_overlap;
    report.lanes = 1;
    return report;
}

LaneState Lane::state() const
{
    LaneState state;
    state.number = m_number;
    state.walk = m_walk;
    state.own = m_own;
    state.reached = m_pager->reached();
    state.hasEnded = m_pager->hasEnded();
    state.isRetired = m_isRetired;
    state.brought = report();
    return state;
}

} // namespace leadway
