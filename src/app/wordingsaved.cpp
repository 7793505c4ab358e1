// What is told of saved exports.

#include "app/wording.h"
#include "app/wordingtools.h"

namespace leadway::wording
{

namespace
{

// "today 17:02", "yesterday 17:02", "1 Nov", "1 Nov 2024".
QString momentText(const QDateTime& when, const QDateTime& now, const QLocale& locale)
{
    const QDateTime local = when.toTimeZone(now.timeZone());
    const QString time = locale.toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(now.date());
    if (days == 0) {
        return Wording::tr("today %1", "a time of the day").arg(time);
    }
    if (days == 1) {
        return Wording::tr("yesterday %1", "a time of the day").arg(time);
    }
    return locale.toString(local.date(), local.date().year() == now.date().year()
                                             ? QStringLiteral("d MMM")
                                             : QStringLiteral("d MMM yyyy"));
}

} // namespace

QString savedWhat(const SavedExport& saved, const QString& account, const QLocale& locale)
{
    const Filters& filters = saved.filters;
    const QTimeZone& zone = saved.format.zone;
    QStringList parts{channels(filters.channels),
                      filters.dates == DateChoice::OtherDates
                          ? dates(wholeDays(filters.from, filters.to, zone), zone, locale)
                          : dateChoice(filters.dates)};
    if (const QString rest = filter(filters.more); !rest.isEmpty()) {
        parts.append(rest);
    }
    parts.append(formatName(saved.format.format));
    if (!account.isEmpty()) {
        parts.prepend(account);
    }
    return parts.join(QStringLiteral(" · "));
}

QString savedResult(const std::optional<SavedResult>& result, const QLocale& locale, const QDateTime& now)
{
    if (!result) {
        return Wording::tr("Never saved yet");
    }
    const QString when = momentText(result->when, now, locale);
    const QString count = number(result->messages, locale);
    const int plural = pluralCount(result->messages);
    QString line =
        result->way == RunWay::All ? Wording::tr("Saved %1, %2 message(s)", nullptr, plural).arg(when, count)
        : result->messages == 0    ? Wording::tr("Looked %1, nothing new").arg(when)
                                   : Wording::tr("Saved %1, %2 new", nullptr, plural).arg(when, count);
    if (!result->isComplete) {
        line += QLatin1String(", ") + Wording::tr("not complete");
    }
    return line;
}

} // namespace leadway::wording
