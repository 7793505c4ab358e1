#include "app/overview.h"

#include <algorithm>

namespace leadway
{

namespace
{

QDate localDay(Msecs when, const QTimeZone& zone)
{
    return QDate(1970, 1, 1).addDays(LocalClock(zone).day(when));
}

// Messages of the day that was reached may still come; what lies on its near side is there.
Overview::Loaded loadedOf(const CountBar& bar, SortOrder order, QDate reached)
{
    const bool isUp = order == SortOrder::Ascending;
    if (!reached.isValid() || (isUp ? bar.first > reached : bar.last < reached)) {
        return Overview::Loaded::None;
    }
    return (isUp ? bar.last < reached : bar.first > reached) ? Overview::Loaded::All : Overview::Loaded::Part;
}

} // namespace

int Overview::barOf(QDate day) const
{
    const auto found = std::find_if(
        bars.begin(), bars.end(), [day](const CountBar& bar) { return bar.first <= day && day <= bar.last; });
    return found != bars.end() ? static_cast<int>(found - bars.begin()) : -1;
}

Overview overviewOf(const MessageCounts& counts, const Days& chosen, SortOrder order,
                    const PreviewState& state, const QTimeZone& zone)
{
    const bool isUp = order == SortOrder::Ascending;
    const bool isAtEnd = state.atEnd;
    const QDate reached = state.reached && !isAtEnd ? localDay(*state.reached, zone) : QDate();
    const bool isOpen = isUp ? !chosen.to.isValid() : !chosen.from.isValid();

    Overview overview;
    // Days that were looked through and had nothing are shown like the others.
    const MessageCounts::Bars made = counts.bars(chosen.from, chosen.to, isOpen ? reached : QDate());
    overview.span = made.span;
    for (const CountBar& bar : made.bars) {
        const Overview::Loaded loaded = isAtEnd ? Overview::Loaded::All : loadedOf(bar, order, reached);
        overview.bars.push_back({bar, loaded});
    }
    overview.all = counts.all();
    overview.undated = counts.undated();
    overview.hasMoreBefore = !isAtEnd && !isUp && isOpen;
    overview.hasMoreAfter = !isAtEnd && isUp && isOpen;
    overview.total = state.total;
    overview.isFiltered = state.searched.has_value();
    overview.isWhole = isAtEnd;
    return overview;
}

Days daysIn(const Interval& interval, const QTimeZone& zone)
{
    Days days;
    if (interval.hasBegin()) {
        days.from = localDay(interval.begin, zone);
    }
    if (interval.hasEnd()) {
        days.to = localDay(interval.end - 1, zone);
    }
    return days;
}

} // namespace leadway
