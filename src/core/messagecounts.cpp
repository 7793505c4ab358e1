#include "core/messagecounts.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace leadway
{

namespace
{

const QDate kFirstDate(1, 1, 1);
const QDate kLastDate(9999, 12, 31);

constexpr qint64 kMostDays = 92;    // three months, whichever they are
constexpr qint64 kMostMonths = 120; // ten years
constexpr qint64 kMostYears = 100;  // or decades

QDate dateOf(qint64 day)
{
    return std::clamp(QDate(1970, 1, 1).addDays(day), kFirstDate, kLastDate);
}

qint64 monthOf(QDate day)
{
    constexpr qint64 monthsOfYear = 12;
    return day.year() * monthsOfYear + day.month();
}

int yearsOf(BarSpan span)
{
    switch (span) {
    case BarSpan::Decade:
        return 10;
    case BarSpan::Century:
        return 100;
    case BarSpan::Day:
    case BarSpan::Month:
    case BarSpan::Year:
        break;
    }
    return 1;
}

// Of the bar that the day belongs to.
QDate firstDayOf(BarSpan span, QDate day)
{
    if (span == BarSpan::Day) {
        return day;
    }
    if (span == BarSpan::Month) {
        return {day.year(), day.month(), 1};
    }
    return std::max(QDate(day.year() - day.year() % yearsOf(span), 1, 1), kFirstDate); // there is no year 0
}

QDate lastDayOf(BarSpan span, QDate day)
{
    if (span == BarSpan::Day) {
        return day;
    }
    if (span == BarSpan::Month) {
        return {day.year(), day.month(), day.daysInMonth()};
    }
    const int years = yearsOf(span);
    return {day.year() - day.year() % years + years - 1, 12, 31};
}

QDate earlier(QDate a, QDate b)
{
    return a.isValid() && b.isValid() ? std::min(a, b) : a.isValid() ? a : b;
}

QDate later(QDate a, QDate b)
{
    return a.isValid() && b.isValid() ? std::max(a, b) : a.isValid() ? a : b;
}

} // namespace

std::size_t ChannelCounts::placeOf(Channel channel)
{
    return static_cast<std::size_t>(std::countr_zero(static_cast<unsigned char>(channel)));
}

ChannelCounts& ChannelCounts::operator+=(const ChannelCounts& other)
{
    for (std::size_t place = 0; place < m_counts.size(); ++place) {
        m_counts[place] += other.m_counts[place];
    }
    return *this;
}

qint64 ChannelCounts::total() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), qint64{0});
}

Channels ChannelCounts::channels() const
{
    Channels channels;
    for (const Channel channel : kEveryChannel) {
        channels.setFlag(channel, of(channel) > 0);
    }
    return channels;
}

BarSpan spanFor(QDate first, QDate last)
{
    if (first.daysTo(last) < kMostDays) {
        return BarSpan::Day;
    }
    if (monthOf(last) - monthOf(first) < kMostMonths) {
        return BarSpan::Month;
    }
    for (const BarSpan span : {BarSpan::Year, BarSpan::Decade}) {
        if (last.year() / yearsOf(span) - first.year() / yearsOf(span) < kMostYears) {
            return span;
        }
    }
    return BarSpan::Century;
}

MessageCounts::MessageCounts(const QTimeZone& zone)
    : m_clock(zone)
{
}

void MessageCounts::add(const std::optional<Msecs>& when, Channel channel)
{
    ChannelCounts& counts = when ? m_days[m_clock.day(*when)] : m_undated;
    counts.add(channel);
    m_all.add(channel);
}

QDate MessageCounts::firstDay() const
{
    return m_days.empty() ? QDate() : dateOf(m_days.begin()->first);
}

QDate MessageCounts::lastDay() const
{
    return m_days.empty() ? QDate() : dateOf(m_days.rbegin()->first);
}

MessageCounts::Bars MessageCounts::bars(QDate first, QDate last, QDate seen) const
{
    QDate begin = earlier(first, earlier(firstDay(), seen));
    QDate end = later(last, later(lastDay(), seen));
    if (!begin.isValid() || !end.isValid() || begin > end) {
        return {};
    }
    Bars made;
    made.span = spanFor(begin, end);
    begin = first.isValid() ? begin : firstDayOf(made.span, begin);
    end = last.isValid() ? end : lastDayOf(made.span, end);
    auto day = m_days.begin();
    for (QDate start = begin; start <= end; start = made.bars.back().last.addDays(1)) {
        CountBar bar{start, std::min(lastDayOf(made.span, start), end), {}};
        for (; day != m_days.end() && dateOf(day->first) <= bar.last; ++day) {
            bar.counts += day->second;
        }
        made.bars.push_back(bar);
    }
    return made;
}

} // namespace leadway
