#include "api/pagerequest.h"

#include <QUrl>

namespace leadway
{

namespace
{

// QUrlQuery leaves '+' alone, which servers read as a space.
void add(QUrlQuery& query, const char* name, const QByteArray& value)
{
    if (!value.isEmpty()) {
        query.addQueryItem(QLatin1String(name), QString::fromLatin1(value.toPercentEncoding()));
    }
}

void addDate(QUrlQuery& query, const char* name, const std::optional<Msecs>& when)
{
    if (when) {
        add(query, name, QByteArray::fromStdString(isoUtc(*when)));
    }
}

} // namespace

QUrlQuery urlQuery(const PageRequest& request)
{
    QUrlQuery query;
    add(query, "locationId", request.locationId.toUtf8());
    add(query, "limit", QByteArray::number(request.limit));
    add(query, "sortBy", request.sortBy == SortBy::UpdatedAt ? "updatedAt" : "createdAt");
    add(query, "sortOrder", request.sortOrder == SortOrder::Ascending ? "asc" : "desc");
    add(query, "channel", request.channel);
    add(query, "contactId", request.contactId.toUtf8());
    add(query, "conversationId", request.conversationId.toUtf8());
    addDate(query, "startDate", request.startDate);
    addDate(query, "endDate", request.endDate);
    if (request.cursor) {
        add(query, "cursor", QByteArray::fromStdString(*request.cursor));
    }
    return query;
}

} // namespace leadway
