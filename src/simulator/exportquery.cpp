#include "simulator/exportquery.h"

#include <QDateTime>
#include <QString>

#include <algorithm>

namespace leadway::simulator
{

namespace
{

bool isAllDigits(const QByteArray& text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void readDate(const QMap<QByteArray, QByteArray>& items, const QByteArray& key, std::optional<qint64>& when,
              ExportQuery& query, QList<QByteArray>& faults)
{
    const auto found = items.constFind(key);
    if (found == items.constEnd()) {
        return;
    }
    if (isAllDigits(*found)) {
        query.nothing = true;
        return;
    }
    QDateTime moment = QDateTime::fromString(QString::fromLatin1(*found), Qt::ISODateWithMs);
    if (!moment.isValid()) {
        faults.append(key + " must be a valid ISO 8601 date string");
        return;
    }
    if (moment.timeSpec() == Qt::LocalTime) {
        moment.setTimeSpec(Qt::UTC);
    }
    when = moment.toMSecsSinceEpoch();
}

void checkOneOf(const QMap<QByteArray, QByteArray>& items, const QByteArray& key,
                const QList<QByteArray>& values, QList<QByteArray>& faults)
{
    const auto found = items.constFind(key);
    if (found != items.constEnd() && !values.contains(*found)) {
        faults.append(key + " must be one of the following values: " + values.join(", "));
    }
}

} // namespace

ExportQuery readQuery(const QMap<QByteArray, QByteArray>& items, const Behaviour& behaviour,
                      QList<QByteArray>& faults)
{
    static const QList<QByteArray> known = {"locationId", "limit",     "cursor",         "sortBy",
                                            "sortOrder",  "contactId", "conversationId", "startDate",
                                            "endDate",    "channel"};
    ExportQuery query;
    for (auto item = items.constBegin(); item != items.constEnd(); ++item) {
        if (!known.contains(item.key())) {
            faults.append("property " + item.key() + " should not exist");
        }
    }
    if (items.value("locationId").isEmpty()) {
        faults.append("locationId should not be empty");
        faults.append("locationId must be a string");
    }
    if (items.contains("limit")) {
        bool isNumber = false;
        query.limit = items.value("limit").toInt(&isNumber);
        if (!isNumber) {
            faults.append("limit must be a number conforming to the specified constraints");
        } else if (query.limit < 10) {
            faults.append("limit must not be less than 10");
        } else if (query.limit > behaviour.maxLimit) {
            faults.append("limit must not be greater than " + QByteArray::number(behaviour.maxLimit));
        }
    }
    checkOneOf(items, "sortBy", {"createdAt", "updatedAt"}, faults);
    checkOneOf(items, "sortOrder", {"asc", "desc"}, faults);
    checkOneOf(items, "channel", {"Call", "SMS", "Email", "WhatsApp", "Instagram", "Facebook"}, faults);
    query.byUpdated = items.value("sortBy") == "updatedAt";
    query.ascending = items.value("sortOrder") == "asc";
    query.channel = items.value("channel");
    query.contactId = items.value("contactId");
    query.conversationId = items.value("conversationId");
    query.cursor = items.value("cursor");
    readDate(items, "startDate", query.begin, query, faults);
    readDate(items, "endDate", query.end, query, faults);
    return query;
}

} // namespace leadway::simulator
