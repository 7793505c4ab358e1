#include "fetch/lane.h"

#include <algorithm>

namespace leadway
{

Lane::Lane(int number, Interval own, double expectedDensity, std::unique_ptr<Pager> pager)
    : m_number(number)
    , m_own(own)
    , m_expectedDensity(expectedDensity)
    , m_pager(std::move(pager))
{
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
    std::erase_if(page.messages, [&](const MessageHead& head) {
        const Verdict verdict = verdictFor(head, query.interval, m_pager->plan().keep);
        if (verdict == Verdict::Outside) {
            ++m_outside;
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
    const bool isAhead =
        order == SortOrder::Ascending ? stretch.near < stretch.far : stretch.near > stretch.far;
    return isAhead ? std::optional(stretch) : std::nullopt;
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
    report.filtered = m_filtered;
    report.undated = m_undated;
    report.overlap = m_overlap;
    report.lanes = 1;
    return report;
}

} // namespace leadway
