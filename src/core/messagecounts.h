#pragma once

#include "core/channel.h"
#include "core/timestamp.h"

#include <QDate>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace leadway
{

/// How many messages each channel has. A value.
class ChannelCounts
{
public:
    void add(Channel channel) { ++m_counts[placeOf(channel)]; }
    ChannelCounts& operator+=(const ChannelCounts& other);

    qint64 of(Channel channel) const { return m_counts[placeOf(channel)]; }
    qint64 total() const;
    /// Those that have any.
    Channels channels() const;

    bool operator==(const ChannelCounts&) const = default;

private:
    static std::size_t placeOf(Channel channel);

    std::array<qint64, std::size(kEveryChannel)> m_counts{};
};

/// How long a stretch one bar stands for.
enum class BarSpan { Day, Month, Year, Decade, Century };

/// The shortest that makes so few bars of the days from the first to the last that they can be told apart: a
/// day up to three months, a month up to ten years. So a single message that claims to be of 1970 makes bars
/// of years, not twenty thousand of days.
BarSpan spanFor(QDate first, QDate last);

struct CountBar {
    QDate first; ///< local days, both included; a bar at a given end may be shorter than its span
    QDate last;
    ChannelCounts counts;

    bool operator==(const CountBar&) const = default;
};

/// How many messages each channel has on each local day. It grows with the days, not with the messages, and
/// takes them in any order. A value of one thread.
class MessageCounts
{
public:
    explicit MessageCounts(const QTimeZone& zone);

    /// Those without a date are counted apart.
    void add(const std::optional<Msecs>& when, Channel channel);

    /// Invalid as long as no message with a date was counted.
    QDate firstDay() const;
    QDate lastDay() const;
    const ChannelCounts& undated() const { return m_undated; }
    /// With and without a date.
    const ChannelCounts& all() const { return m_all; }

    struct Bars {
        BarSpan span = BarSpan::Day;
        std::vector<CountBar>
            bars; ///< one after the other, also where there was nothing; of no day at all: none
    };
    /// Of the days from the first to the last at least, and of all that were counted. An invalid day leaves
    /// its side to what was counted, and to `seen` if that is further: it ends with a whole month there, or
    /// year.
    Bars bars(QDate first = {}, QDate last = {}, QDate seen = {}) const;

private:
    LocalClock m_clock;
    std::map<qint64, ChannelCounts> m_days; // since 1970-01-01
    ChannelCounts m_undated;
    ChannelCounts m_all;
};

} // namespace leadway
