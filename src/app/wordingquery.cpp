// What a query asks for, and what came of it in the table.

#include "app/wording.h"
#include "app/wordingtools.h"
#include "format/words.h"

namespace leadway::wording
{

QString dateChoice(DateChoice choice)
{
    switch (choice) {
    case DateChoice::Today:
        return Wording::tr("Today");
    case DateChoice::Yesterday:
        return Wording::tr("Yesterday");
    case DateChoice::Last7Days:
        return Wording::tr("Last 7 days");
    case DateChoice::Last30Days:
        return Wording::tr("Last 30 days");
    case DateChoice::ThisMonth:
        return Wording::tr("This month");
    case DateChoice::LastMonth:
        return Wording::tr("Last month");
    case DateChoice::ThisYear:
        return Wording::tr("This year");
    case DateChoice::AllTime:
        return Wording::tr("All time");
    case DateChoice::OtherDates:
        return Wording::tr("Other dates…");
    }
    return {};
}

namespace
{

QStringList filterParts(const MessageFilter& filter)
{
    QStringList parts;
    if (filter.direction) {
        parts.append(*filter.direction == Direction::Received ? Wording::tr("received", "messages")
                                                              : Wording::tr("sent", "messages"));
    }
    if (!filter.status.trimmed().isEmpty()) {
        parts.append(Wording::tr("status: %1").arg(statusWord(filter.status.trimmed().toStdString())));
    }
    if (!filter.text.trimmed().isEmpty()) {
        parts.append(Wording::tr("“%1” in the text").arg(filter.text.simplified()));
    }
    if (filter.hasAttachment) {
        parts.append(Wording::tr("with something attached"));
    }
    return parts;
}

} // namespace

QString filter(const MessageFilter& filter)
{
    return filterParts(filter).join(QStringLiteral(" · "));
}

QStringList narrowing(const MessageQuery& query)
{
    QStringList parts;
    if (!query.contactId.isEmpty()) {
        parts.append(Wording::tr("one contact"));
    }
    if (!query.conversationId.isEmpty()) {
        parts.append(Wording::tr("one conversation"));
    }
    return parts + filterParts(query.filter);
}

QString subject(const QString& account, const MessageQuery& query, const QTimeZone& zone,
                const QLocale& locale)
{
    QStringList parts{account, channels(query.channels), dates(query.interval, zone, locale)};
    parts.append(narrowing(query));
    return parts.join(QStringLiteral(" · "));
}

QString showing(const PreviewState& state, const QLocale& locale)
{
    const bool isPart = state.total && !state.atEnd;
    if (state.searched) {
        const QString found = number(state.loaded, locale);
        const QString searched = number(*state.searched, locale);
        return isPart && *state.total > *state.searched
                   ? Wording::tr("%1 found in %2 of %3").arg(found, searched, number(*state.total, locale))
                   : Wording::tr("%1 found in %2").arg(found, searched);
    }
    if (isPart && *state.total > state.loaded) {
        return Wording::tr("Showing %1 of %2")
            .arg(number(state.loaded, locale), number(*state.total, locale));
    }
    return Wording::tr("Showing %1 message(s)", nullptr, pluralCount(state.loaded))
        .arg(number(state.loaded, locale));
}

} // namespace leadway::wording
