#include "app/reportjson.h"

#include "app/filename.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace leadway
{

namespace
{

using Object = QJsonObject;

QString key(const char* name)
{
    return QLatin1String(name);
}

QJsonValue orNull(const std::optional<qint64>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue momentOrNull(Msecs when, bool isKnown)
{
    return isKnown ? QJsonValue(QString::fromStdString(isoUtc(when))) : QJsonValue();
}

QJsonArray channelArray(Channels channels)
{
    QJsonArray names;
    for (const Channel channel : kEveryChannel) {
        if (channels.testFlag(channel)) {
            names.append(QString::fromLatin1(apiName(channel)));
        }
    }
    return names;
}

Object queryObject(const MessageQuery& query)
{
    const Interval& interval = query.interval;
    return {
        {key("locationId"), query.locationId},
        {key("channels"), channelArray(query.channels)},
        {key("contactId"), query.contactId},
        {key("conversationId"), query.conversationId},
        {key("from"), momentOrNull(interval.begin, interval.hasBegin())},
        {key("before"), momentOrNull(interval.end, interval.hasEnd())},
        {key("sortBy"), query.sortBy == SortBy::UpdatedAt ? key("updatedAt") : key("createdAt")},
        {key("sortOrder"), query.sortOrder == SortOrder::Ascending ? key("asc") : key("desc")},
        {key("limit"), query.limit},
        {key("direction"),
         query.filter.direction ? QJsonValue(key(apiName(*query.filter.direction))) : QJsonValue()},
        {key("status"), query.filter.status},
        {key("contains"), query.filter.text},
        {key("hasAttachment"), query.filter.hasAttachment},
    };
}

QJsonValue wentBackWord(WentBack reason)
{
    switch (reason) {
    case WentBack::RangeIgnored:
        return key("rangeIgnored");
    case WentBack::FellShort:
        return key("fellShort");
    case WentBack::No:
        break;
    }
    return {};
}

Object walkObject(const WalkReport& walk)
{
    return {
        {key("channel"), walk.channel.isEmpty() ? QJsonValue() : QJsonValue(walk.channel)},
        {key("expected"), orNull(walk.expected)},
        {key("requests"), walk.requests},
        {key("retries"), walk.retries},
        {key("restarts"), walk.restarts},
        {key("received"), walk.received},
        {key("outside"), walk.outside},
        {key("filtered"), walk.filtered},
        {key("leftOut"), walk.leftOut},
        {key("unreadable"), walk.unreadable},
        {key("undated"), walk.undated},
        {key("overlap"), walk.overlap},
        {key("missing"), walk.missing()},
        {key("written"), walk.written},
        {key("duplicates"), walk.duplicates},
        {key("savedBefore"), walk.known},
        {key("unreadableLate"), walk.unreadableLate},
        {key("balances"), walk.balances()},
        {key("waitedMilliseconds"), walk.waitedMsecs},
        {key("lanes"), walk.lanes},
        {key("wentBackToOneLane"), wentBackWord(walk.wentBack)},
        {key("repairedPages"), walk.repairedPages},
        {key("stoppedWithoutProgress"), walk.stoppedWithoutProgress},
        {key("endedEmpty"), walk.endedEmpty},
    };
}

} // namespace

QByteArray reportJson(const ExportRequest& request, const ExportReport& report)
{
    QJsonArray walks;
    for (const WalkReport& walk : report.walks) {
        walks.append(walkObject(walk));
    }
    const Object object = {
        {key("query"), queryObject(request.query)},
        {key("timeZone"), QString::fromUtf8(request.format.zone.id())},
        {key("onlyNew"), report.isOnlyNew},
        {key("file"),
         report.path.isEmpty() ? QJsonValue() : QJsonValue(QDir::toNativeSeparators(report.path))},
        {key("files"), orNull(report.files)},
        {key("appended"), report.placement == Placement::Appended},
        {key("bytes"), report.bytes},
        {key("sha256"),
         report.sha256.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(report.sha256))},
        {key("complete"), report.isComplete()},
        {key("partial"), report.isPartial},
        {key("unreadableFile"), report.unreadablePath.isEmpty()
                                    ? QJsonValue()
                                    : QJsonValue(QDir::toNativeSeparators(report.unreadablePath))},
        {key("expected"), orNull(report.expected())},
        {key("received"), report.received()},
        {key("missing"), report.missing()},
        {key("written"), report.written()},
        {key("duplicates"), report.duplicates()},
        {key("savedBefore"), report.known()},
        {key("outside"), report.outside()},
        {key("filtered"), report.filtered()},
        {key("leftOut"), report.leftOut()},
        {key("unreadable"), report.unreadable()},
        {key("requests"), report.requests()},
        {key("retries"), report.retries()},
        {key("waitedMilliseconds"), report.waitedMsecs()},
        {key("cutCells"), report.cutCells},
        {key("replacedCells"), report.replacedCells},
        {key("repairedMessages"), report.repairedMessages},
        {key("balances"), report.balances()},
        {key("walks"), walks},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<void> saveReportJson(const QString& path, const ExportRequest& request, const ExportReport& report)
{
    auto file = OutputFile::create(path, OutputFile::Readers::OwnerAlone);
    if (!file) {
        return file.error();
    }
    if (auto appended = (*file)->append(reportJson(request, report).toStdString()); !appended) {
        return appended;
    }
    return (*file)->commit();
}

} // namespace leadway
