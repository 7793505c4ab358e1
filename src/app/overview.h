#pragma once

#include "app/datechoice.h"
#include "app/previewrow.h"
#include "core/messagecounts.h"
#include "core/messagequery.h"

namespace leadway
{

/// How the messages of a preview lie in time: bars over all of the days that were asked for, and for which of
/// them the messages have come. The service cannot be asked for numbers, so what has not come is not known.
/// A value.
struct Overview {
    enum class Loaded {
        All,
        Part, ///< of its days
        None,
    };

    struct Bar : CountBar {
        Loaded loaded = Loaded::All;

        bool operator==(const Bar&) const = default;
    };

    BarSpan span = BarSpan::Day;
    std::vector<Bar> bars;
    ChannelCounts all; ///< with and without a date
    ChannelCounts undated;
    bool hasMoreBefore = false; ///< what was not loaded goes on before the first bar, nobody knows how far
    bool hasMoreAfter = false;
    std::optional<qint64> total; ///< that there are, as far as that is known
    bool isFiltered = false;     ///< `total` counts also what the filter leaves out
    bool isWhole = false;        ///< all has been loaded

    /// The bar that a day belongs to; -1 if there is none.
    int barOf(QDate day) const;
};

/// What `chosen` leaves open reaches as far as the messages do. `state` tells what has come, which lies on
/// one side of `state.reached`, by the order.
Overview overviewOf(const MessageCounts& counts, const Days& chosen, SortOrder order,
                    const PreviewState& state, const QTimeZone& zone);

/// The whole days that make up an interval; an open side stays open.
Days daysIn(const Interval& interval, const QTimeZone& zone);

} // namespace leadway
