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

const QString kOther = QStringLiteral("other");
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

} // namespace

Filters usualFilters(QDate today)
{
    constexpr int usualDays = 30;
    Filters filters;
    filters.from = today.addDays(1 - usualDays);
    filters.to = today;
    return filters;
}

MessageQuery queryOf(const Filters& filters, const QString& locationId, const QTimeZone& zone)
{
    MessageQuery query;
    query.locationId = locationId;
    query.channels = filters.channels;
    query.contactId = filters.contactId.trimmed();
    query.conversationId = filters.conversationId.trimmed();
    if (filters.dates == DateChoice::OtherDates) {
        query.interval = wholeDays(filters.from, filters.to, zone);
    }
    query.sortOrder = filters.sortOrder;
    query.sortBy = filters.sortBy;
    query.limit = filters.limit;
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
    map[kDates] = filters.dates == DateChoice::OtherDates ? kOther : QStringLiteral("all");
    map[kFrom] = filters.from.toString(Qt::ISODate);
    map[kTo] = filters.to.toString(Qt::ISODate);
    map[kContact] = filters.contactId;
    map[kConversation] = filters.conversationId;
    map[kOrder] = filters.sortOrder == SortOrder::Ascending ? kAscending : QStringLiteral("desc");
    map[kSortBy] = filters.sortBy == SortBy::UpdatedAt ? kUpdated : QStringLiteral("createdAt");
    map[kLimit] = filters.limit;
    map[kLanes] = filters.lanes;
    return map;
}

Filters filtersFrom(const QVariantMap& map, const Filters& usual)
{
    Filters filters = usual;
    if (const Channels channels = channelsFrom(map.value(kChannels).toString().split(QLatin1Char(',')))) {
        filters.channels = channels;
    }
    const QDate from = QDate::fromString(map.value(kFrom).toString(), Qt::ISODate);
    const QDate to = QDate::fromString(map.value(kTo).toString(), Qt::ISODate);
    if (from.isValid() && to.isValid() && map.value(kDates).toString() == kOther) {
        filters.dates = DateChoice::OtherDates;
        filters.from = from;
        filters.to = to;
    }
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
