#include "app/datechoice.h"

#include <QDateTime>

namespace leadway
{

Days daysOf(DateChoice choice, QDate today)
{
    const QDate firstOfMonth(today.year(), today.month(), 1);
    switch (choice) {
    case DateChoice::Today:
        return {today, today};
    case DateChoice::Yesterday:
        return {today.addDays(-1), today.addDays(-1)};
    case DateChoice::Last7Days:
        return {today.addDays(-6), today};
    case DateChoice::Last30Days:
        return {today.addDays(-29), today};
    case DateChoice::ThisMonth:
        return {firstOfMonth, today};
    case DateChoice::LastMonth:
        return {firstOfMonth.addMonths(-1), firstOfMonth.addDays(-1)};
    case DateChoice::ThisYear:
        return {QDate(today.year(), 1, 1), today};
    case DateChoice::AllTime:
    case DateChoice::OtherDates:
        break;
    }
    return {};
}

Interval intervalOf(DateChoice choice, QDate today, const QTimeZone& zone)
{
    const Days days = daysOf(choice, today);
    return wholeDays(days.from, days.to, zone);
}

QDate todayIn(const QTimeZone& zone)
{
    return QDateTime::currentDateTimeUtc().toTimeZone(zone).date();
}

} // namespace leadway
