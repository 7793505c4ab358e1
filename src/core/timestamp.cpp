#include "core/timestamp.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace leadway
{

namespace
{

constexpr Msecs kSecond = 1000;
constexpr Msecs kMinute = 60 * kSecond;
constexpr Msecs kHour = 60 * kMinute;
constexpr Msecs kDay = 24 * kHour;

// Takes exactly `count` digits off the front of `text`.
std::optional<int> takeNumber(std::string_view& text, std::size_t count)
{
    if (text.size() < count) {
        return std::nullopt;
    }
    int value = 0;
    const char* const end = text.data() + count;
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stopped != end || text.front() == '-') {
        return std::nullopt;
    }
    text.remove_prefix(count);
    return value;
}

bool takeChar(std::string_view& text, char wanted)
{
    if (text.empty() || text.front() != wanted) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

// The milliseconds after a decimal point; further digits are read and do not count.
std::optional<Msecs> takeFraction(std::string_view& text)
{
    Msecs value = 0;
    int digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        if (digits < 3) {
            value = value * 10 + (text.front() - '0');
        }
        ++digits;
        text.remove_prefix(1);
    }
    for (int missing = digits; missing < 3; ++missing) {
        value *= 10;
    }
    return digits > 0 && digits <= 9 ? std::optional(value) : std::nullopt;
}

// What has to be taken off a wall-clock time to make it UTC; the whole of `text` must be a zone.
std::optional<Msecs> zoneOffset(std::string_view text)
{
    if (text.empty() || text == "Z" || text == "z") {
        return 0;
    }
    const char sign = text.front();
    if (sign != '+' && sign != '-') {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto hours = takeNumber(text, 2);
    const bool colon = takeChar(text, ':');
    const auto minutes = text.empty() && !colon ? std::optional(0) : takeNumber(text, 2);
    if (!hours || !minutes || !text.empty() || *hours > 23 || *minutes > 59) {
        return std::nullopt;
    }
    const Msecs offset = *hours * kHour + *minutes * kMinute;
    return sign == '-' ? -offset : offset;
}

void putTwo(char* out, unsigned value)
{
    out[0] = static_cast<char>('0' + value / 10 % 10);
    out[1] = static_cast<char>('0' + value % 10);
}

// The date and the milliseconds since its midnight, in proleptic Gregorian terms.
struct Civil {
    std::chrono::year_month_day date;
    Msecs sinceMidnight;
};

// Years with four digits are all that the text has room for.
constexpr Msecs kFirst = -62167219200000; // 0000-01-01T00:00:00.000
constexpr Msecs kLast = 253402300799999;  // 9999-12-31T23:59:59.999

Civil civil(Msecs when)
{
    when = std::clamp(when, kFirst, kLast);
    const auto since = std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(when));
    const auto day = std::chrono::floor<std::chrono::days>(since);
    return {std::chrono::year_month_day(day), (since - day).count()};
}

// "2024-03-27 01:00:00.000", whole, because appending it character by character takes several times as long.
std::array<char, 23> textOf(const Civil& parts)
{
    std::array<char, 23> text = {};
    const auto year = static_cast<unsigned>(static_cast<int>(parts.date.year()));
    const auto seconds = static_cast<unsigned>(parts.sinceMidnight / kSecond);
    const auto fraction = static_cast<unsigned>(parts.sinceMidnight % kSecond);
    putTwo(text.data(), year / 100);
    putTwo(&text[2], year);
    text[4] = '-';
    putTwo(&text[5], static_cast<unsigned>(parts.date.month()));
    text[7] = '-';
    putTwo(&text[8], static_cast<unsigned>(parts.date.day()));
    text[10] = ' ';
    putTwo(&text[11], seconds / 3600);
    text[13] = ':';
    putTwo(&text[14], seconds / 60 % 60);
    text[16] = ':';
    putTwo(&text[17], seconds % 60);
    text[19] = '.';
    text[20] = static_cast<char>('0' + fraction / 100);
    putTwo(&text[21], fraction % 100);
    return text;
}

std::optional<Msecs> asMsecs(int year, int month, int day, Msecs sinceMidnight)
{
    const std::chrono::year_month_day date(std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    if (!date.ok()) {
        return std::nullopt;
    }
    return std::chrono::sys_days(date).time_since_epoch().count() * kDay + sinceMidnight;
}

// "2024-03-27T00:00:00.000Z" to the letter: every message carries two of these and each is read several
// times, so they are worth a shorter way. Nothing for any other text, also for a date that does not exist.
std::optional<Msecs> parseServiceForm(std::string_view text)
{
    constexpr std::string_view form = "0000-00-00T00:00:00.000Z";
    if (text.size() != form.size()) {
        return std::nullopt;
    }
    bool matches = true;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool isDigit = text[i] >= '0' && text[i] <= '9';
        matches &= form[i] == '0' ? isDigit : text[i] == form[i];
    }
    if (!matches) {
        return std::nullopt;
    }
    const auto number = [text](std::size_t at, std::size_t count) {
        int value = 0;
        for (const char c : text.substr(at, count)) {
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const int hour = number(11, 2);
    const int minute = number(14, 2);
    const int second = number(17, 2);
    if (hour > 23 || minute > 59 || second > 60) {
        return std::nullopt;
    }
    return asMsecs(number(0, 4), number(5, 2), number(8, 2),
                   hour * kHour + minute * kMinute + second * kSecond + number(20, 3));
}

} // namespace

std::optional<Msecs> parseIsoUtc(std::string_view text)
{
    if (const auto read = parseServiceForm(text)) {
        return read;
    }
    const auto year = takeNumber(text, 4);
    const bool dash1 = takeChar(text, '-');
    const auto month = takeNumber(text, 2);
    const bool dash2 = takeChar(text, '-');
    const auto day = takeNumber(text, 2);
    if (!year || !dash1 || !month || !dash2 || !day || !(takeChar(text, 'T') || takeChar(text, ' '))) {
        return std::nullopt;
    }
    const auto hour = takeNumber(text, 2);
    const bool colon = takeChar(text, ':');
    const auto minute = takeNumber(text, 2);
    if (!hour || !colon || !minute || *hour > 23 || *minute > 59) {
        return std::nullopt;
    }
    Msecs time = *hour * kHour + *minute * kMinute;
    if (takeChar(text, ':')) {
        const auto second = takeNumber(text, 2);
        if (!second || *second > 60) {
            return std::nullopt;
        }
        time += *second * kSecond;
        if (takeChar(text, '.')) {
            const auto fraction = takeFraction(text);
            if (!fraction) {
                return std::nullopt;
            }
            time += *fraction;
        }
    }
    const auto offset = zoneOffset(text);
    if (!offset) {
        return std::nullopt;
    }
    return asMsecs(*year, *month, *day, time - *offset);
}

void appendIsoUtc(std::string& out, Msecs when)
{
    auto text = textOf(civil(when));
    text[10] = 'T';
    out.append(text.data(), text.size());
    out += 'Z';
}

std::string isoUtc(Msecs when)
{
    std::string out;
    appendIsoUtc(out, when);
    return out;
}

LocalClock::LocalClock(QTimeZone zone)
    : m_zone(zone)
{
}

void LocalClock::append(std::string& out, Msecs when)
{
    constexpr std::size_t withoutFraction = 19;
    out.append(textOf(civil(wallClock(when))).data(), withoutFraction);
}

std::int64_t LocalClock::day(Msecs when)
{
    const std::chrono::milliseconds since(std::clamp(wallClock(when), kFirst, kLast));
    return std::chrono::floor<std::chrono::days>(since).count();
}

Msecs LocalClock::wallClock(Msecs when)
{
    when = std::clamp(when, kFirst, kLast);
    if (when < m_from || when >= m_until) {
        lookUp(when);
    }
    return when + m_offset;
}

void LocalClock::lookUp(Msecs when)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(when, Qt::UTC);
    m_offset = m_zone.isValid() ? m_zone.offsetFromUtc(moment) * kSecond : 0;
    // Where no change is known to come, as in the zones without daylight saving, the offset is trusted for
    // the rest of the day only: rules that Qt does not list as changes may still be at work.
    m_from = when - ((when % kDay) + kDay) % kDay;
    m_until = m_from + kDay;
    const auto before = m_zone.previousTransition(moment.addMSecs(1));
    const auto after = m_zone.nextTransition(moment);
    if (before.atUtc.isValid()) {
        const Msecs change = before.atUtc.toMSecsSinceEpoch();
        m_from = after.atUtc.isValid() ? change : std::max(m_from, change);
    }
    if (after.atUtc.isValid()) {
        m_until = after.atUtc.toMSecsSinceEpoch();
    }
    if (when < m_from || when >= m_until) {
        m_from = when;
        m_until = when + 1;
    }
}

Msecs dayStart(QDate day, const QTimeZone& zone)
{
    const QTimeZone known = zone.isValid() ? zone : QTimeZone::utc();
    QDateTime start = day.startOfDay(known);
    // Samoa had no 30 December 2011: such a day begins, and ends, where the next one begins.
    for (int missing = 1; !start.isValid() && missing <= 2; ++missing) {
        start = day.addDays(missing).startOfDay(known);
    }
    const Msecs found = start.toMSecsSinceEpoch();
    // Where the clock goes back over midnight, as in Havana, Qt takes the second of the two.
    const QDateTime before = QDateTime::fromMSecsSinceEpoch(found - 1, known);
    return before.date() == day ? found - 1 - before.time().msecsSinceStartOfDay() : found;
}

Interval wholeDays(QDate from, QDate to, const QTimeZone& zone)
{
    Interval interval;
    if (from.isValid()) {
        interval.begin = dayStart(from, zone);
    }
    if (to.isValid()) {
        interval.end = dayStart(to.addDays(1), zone);
    }
    return interval;
}

} // namespace leadway
