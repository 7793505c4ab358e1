#pragma once

#include <QDate>
#include <QTimeZone>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace leadway
{

/// Milliseconds since 1970-01-01T00:00:00 UTC: how every moment is held inside the program.
using Msecs = std::int64_t;

/// Reads an ISO 8601 date and time with a zone ("Z", "+02:00", "+0200") and up to nine decimals, of which
/// three count. Without a zone it is UTC, as the service writes it. Nothing else is accepted.
std::optional<Msecs> parseIsoUtc(std::string_view text);

/// Appends "2024-03-27T00:00:00.000Z", the form the endpoint takes and gives.
void appendIsoUtc(std::string& out, Msecs when);
std::string isoUtc(Msecs when);

/// Local wall-clock text, and the local day, for many moments of one zone, fast: the offset is looked up once
/// for the stretch between two daylight-saving changes. A value of one thread.
class LocalClock
{
public:
    explicit LocalClock(QTimeZone zone);

    /// Appends "2024-03-27 01:00:00" in the zone.
    void append(std::string& out, Msecs when);
    /// The day of the wall clock, as days since 1970-01-01; of a year of four digits in any case.
    std::int64_t day(Msecs when);
    const QTimeZone& zone() const { return m_zone; }

private:
    Msecs wallClock(Msecs when);
    void lookUp(Msecs when);

    QTimeZone m_zone;
    Msecs m_from = 0; // the stretch for which m_offset is known, empty at first
    Msecs m_until = 0;
    Msecs m_offset = 0;
};

/// The half-open stretch of time [begin, end) that an export covers; an absent bound is open.
struct Interval {
    Msecs begin = std::numeric_limits<Msecs>::min();
    Msecs end = std::numeric_limits<Msecs>::max();

    bool hasBegin() const { return begin != std::numeric_limits<Msecs>::min(); }
    bool hasEnd() const { return end != std::numeric_limits<Msecs>::max(); }
    bool contains(Msecs when) const { return when >= begin && when < end; }
    bool isEmpty() const { return begin >= end; }
    bool operator==(const Interval&) const = default;
};

/// The first millisecond of a local day: midnight, the first of two, or later where a clock change removes
/// it. A day that a zone left out begins where the next one does.
Msecs dayStart(QDate day, const QTimeZone& zone);

/// Whole local days from the first to the last, both included; an invalid date leaves that side open.
Interval wholeDays(QDate from, QDate to, const QTimeZone& zone);

} // namespace leadway
