#pragma once

#include "core/timestamp.h"

#include <QDate>
#include <QTimeZone>

#include <optional>
#include <string_view>
#include <utility>

namespace leadway
{

/// The dates people think in. What is remembered is the choice, not its days: "Today" is another day
/// tomorrow.
enum class DateChoice {
    Today,
    Yesterday,
    Last7Days, ///< today and the six days before; the next one likewise
    Last30Days,
    ThisMonth, ///< up to today; so is ThisYear
    LastMonth,
    ThisYear,
    AllTime,
    OtherDates, ///< chosen day by day
};

/// Their names where a program reads them: settings, command line. In the order in which people are asked.
constexpr std::pair<const char*, DateChoice> kDateKeys[] = {
    {"today", DateChoice::Today},           {"yesterday", DateChoice::Yesterday},
    {"last-7-days", DateChoice::Last7Days}, {"last-30-days", DateChoice::Last30Days},
    {"this-month", DateChoice::ThisMonth},  {"last-month", DateChoice::LastMonth},
    {"this-year", DateChoice::ThisYear},    {"all", DateChoice::AllTime},
    {"other", DateChoice::OtherDates},
};
constexpr const char* dateKey(DateChoice choice)
{
    for (const auto& [key, value] : kDateKeys) {
        if (value == choice) {
            return key;
        }
    }
    return "";
}
constexpr std::optional<DateChoice> dateChoiceOfKey(std::string_view key)
{
    for (const auto& [name, choice] : kDateKeys) {
        if (key == name) {
            return choice;
        }
    }
    return std::nullopt;
}

/// A first and a last day, both included; an invalid one leaves its side open.
struct Days {
    QDate from;
    QDate to;

    bool operator==(const Days&) const = default;
};

/// What a choice means on a day. Open on both sides for AllTime, and for OtherDates, whose days are
/// elsewhere.
Days daysOf(DateChoice choice, QDate today);

/// The same as a stretch of time: whole days of the zone.
Interval intervalOf(DateChoice choice, QDate today, const QTimeZone& zone);

/// The day that it is in a zone, by the computer's clock.
QDate todayIn(const QTimeZone& zone);

} // namespace leadway
