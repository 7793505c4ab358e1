#include "app/filters.h"

#include <QStringList>

namespace leadway
{

namespace
{

const QString kChannels = QStringLiteral("channels");
const QString kDates = QStringLiteral("dates");
const QString kFrom = QStringLiteral("from");
const QString kTo = QStringLiteral("to");
const QString kContact = QStringLiteral("contactId");
const QString kConversation = QStringLiteral("conversationId");
const QString kOrder = QStringLiteral("sortOrder");
const QString kSortBy = QStringLiteral("sortBy");
const QString kLimit = QStringLiteral("limit");
const QString kLanes = QStringLiteral("parallel");

const QString kDirection = QStringLiteral("direction");
const QString kStatus = QStringLiteral("status");
const QString kText = QStringLiteral("contains");
const QString kAttachment = QStringLiteral("hasAttachment");

const QString kAscending = QStringLiteral("asc");
const QString kUpdated = QStringLiteral("updatedAt");

Channels channelsFrom(const QStringList& names)
{
    Channels channels;
    for (const Channel channel : kEveryChannel) {
        channels.setFlag(channel, names.contains(QString::fromLatin1(apiName(channel))));
    }
    return channels;
}

// A choice that is not known, or days that are none, leave the usual dates.
void takeDates(const QVariantMap& map, Filters& filters)
{
    const auto choice = dateChoiceOfKey(map.value(kDates).toString().toStdString());
    const QDate from = QDate::fromString(map.value(kFrom).toString(), Qt::ISODate);
    const QDate to = QDate::fromString(map.value(kTo).toString(), Qt::ISODate);
    const bool hasDays = from.isValid() && to.isValid();
    if (!choice || (*choice == DateChoice::OtherDates && !hasDays)) {
        return;
    }
    filters.dates = *choice;
    if (*choice == DateChoice::OtherDates) {
        filters.from = from;
        filters.to = to;
    }
}

MessageFilter moreFrom(const QVariantMap& map, const MessageFilter& usual)
{
    MessageFilter more = usual;
    for (const Direction direction : {Direction::Received, Direction::Sent}) {
        if (map.value(kDirection).toString() == QLatin1String(apiName(direction))) {
            more.direction = direction;
        }
    }
    more.status = map.value(kStatus, usual.status).toString();
    more.text = map.value(kText, usual.text).toString();
    more.hasAttachment = map.value(kAttachment, usual.hasAttachment).toBool();
    return more;
}

} // namespace

Filters usualFilters(QDate today)
{
    Filters filters;
    const Days days = daysOf(filters.dates, today);
    filters.from = days.from;
    filters.to = days.to;
    return filters;
}

MessageQuery queryOf(const Filters& filters, const QString& locationId, const QTimeZone& zone, QDate today)
{
    MessageQuery query;
    query.locationId = locationId;
    query.channels = filters.channels;
    query.contactId = filters.contactId.trimmed();
    query.conversationId = filters.conversationId.trimmed();
    query.interval = filters.dates == DateChoice::OtherDates ? wholeDays(filters.from, filters.to, zone)
                                                             : intervalOf(filters.dates, today, zone);
    query.sortOrder = filters.sortOrder;
    query.sortBy = filters.sortBy;
    query.limit = filters.limit;
    query.filter = filters.more;
    query.filter.status = query.filter.status.trimmed();
    query.filter.text = query.filter.text.trimmed();
    return query;
}

QVariantMap toVariantMap(const Filters& filters)
{
    QStringList channels;
    for (const Channel channel : kEveryChannel) {
        if (filters.channels.testFlag(channel)) {
            channels.append(QString::fromLatin1(apiName(channel)));
        }
    }
    QVariantMap map;
    map[kChannels] = channels.join(QLatin1Char(','));
    map[kDates] = QString::fromLatin1(dateKey(filters.dates));
    map[kFrom] = filters.from.toString(Qt::ISODate);
    map[kTo] = filters.to.toString(Qt::ISODate);
    map[kContact] = filters.contactId;
    map[kConversation] = filters.conversationId;
    map[kOrder] = filters.sortOrder == SortOrder::Ascending ? kAscending : QStringLiteral("desc");
    map[kSortBy] = filters.sortBy == SortBy::UpdatedAt ? kUpdated : QStringLiteral("createdAt");
    map[kLimit] = filters.limit;
    map[kLanes] = filters.lanes;
    map[kDirection] =
        filters.more.direction ? QString::fromLatin1(apiName(*filters.more.direction)) : QString();
    map[kStatus] = filters.more.status;
    map[kText] = filters.more.text;
    map[kAttachment] = filters.more.hasAttachment;
    return map;
}

Filters filtersFrom(const QVariantMap& map, const Filters& usual)
{
    Filters filters = usual;
    if (const Channels channels = channelsFrom(map.value(kChannels).toString().split(QLatin1Char(',')))) {
        filters.channels = channels;
    }
    takeDates(map, filters);
    filters.more = moreFrom(map, usual.more);
    filters.contactId = map.value(kContact, usual.contactId).toString();
    filters.conversationId = map.value(kConversation, usual.conversationId).toString();
    if (map.value(kOrder).toString() == kAscending) {
        filters.sortOrder = SortOrder::Ascending;
    }
    if (map.value(kSortBy).toString() == kUpdated) {
        filters.sortBy = SortBy::UpdatedAt;
    }
    const int limit = map.value(kLimit).toInt();
    if (limit >= kSmallestLimit && limit <= kLargestLimit) {
        filters.limit = limit;
    }
    const int lanes = map.value(kLanes).toInt();
    if (lanes >= 0 && lanes <= kMostLanes) {
        filters.lanes = lanes;
    }
    return filters;
}

} // namespace leadway
