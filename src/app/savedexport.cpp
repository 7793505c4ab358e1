#include "app/savedexport.h"

#include "app/filename.h"
#include "app/formatmap.h"
#include "format/knownmessages.h"

#include <algorithm>

namespace leadway
{

namespace
{

const QString kSavedName = QStringLiteral("name");
const QString kSavedAccount = QStringLiteral("account");
const QString kSavedFilters = QStringLiteral("filters");
const QString kSavedFormat = QStringLiteral("format");
const QString kSavedFolder = QStringLiteral("folder");
const QString kSavedLanguage = QStringLiteral("language");
const QString kSavedWay = QStringLiteral("lastWay");
const QString kResultWhen = QStringLiteral("lastRun");
const QString kResultMessages = QStringLiteral("lastMessages");
const QString kResultWay = QStringLiteral("lastRunWay");
const QString kResultComplete = QStringLiteral("lastComplete");

} // namespace

QString wayKey(RunWay way)
{
    return way == RunWay::OnlyNew ? QStringLiteral("new") : QStringLiteral("all");
}

RunWay wayOfKey(const QString& key, RunWay usual)
{
    return key == wayKey(RunWay::OnlyNew) ? RunWay::OnlyNew
           : key == wayKey(RunWay::All)   ? RunWay::All
                                          : usual;
}

QVariantMap toVariantMap(const SavedExport& saved)
{
    QVariantMap map;
    map[kSavedName] = saved.name;
    map[kSavedAccount] = saved.account.toString(QUuid::WithoutBraces);
    map[kSavedFilters] = toVariantMap(saved.filters);
    map[kSavedFormat] = toVariantMap(saved.format);
    map[kSavedFolder] = saved.folder;
    map[kSavedLanguage] = saved.language;
    map[kSavedWay] = wayKey(saved.lastWay);
    if (saved.last) {
        map[kResultWhen] = saved.last->when.toString(Qt::ISODateWithMs);
        map[kResultMessages] = saved.last->messages;
        map[kResultWay] = wayKey(saved.last->way);
        map[kResultComplete] = saved.last->isComplete;
    }
    return map;
}

std::optional<SavedExport> savedExportFrom(const QUuid& id, const QVariantMap& map)
{
    SavedExport saved;
    saved.id = id;
    saved.name = map.value(kSavedName).toString();
    saved.account = QUuid::fromString(map.value(kSavedAccount).toString());
    if (id.isNull() || saved.name.isEmpty() || saved.account.isNull()) {
        return std::nullopt;
    }
    saved.filters = filtersFrom(map.value(kSavedFilters).toMap(), {});
    saved.format = formatOptionsFrom(map.value(kSavedFormat).toMap(), {});
    saved.folder = map.value(kSavedFolder).toString();
    saved.language = map.value(kSavedLanguage).toString();
    saved.lastWay = wayOfKey(map.value(kSavedWay).toString(), RunWay::OnlyNew);
    const QDateTime when = QDateTime::fromString(map.value(kResultWhen).toString(), Qt::ISODateWithMs);
    if (when.isValid()) {
        saved.last = SavedResult{when.toUTC(), map.value(kResultMessages).toLongLong(),
                                 wayOfKey(map.value(kResultWay).toString(), RunWay::All),
                                 map.value(kResultComplete, true).toBool()};
    }
    return saved;
}

ExportRequest requestOf(const SavedExport& saved, const Account& account, RunWay way, QDate today)
{
    ExportRequest request;
    request.format = saved.format;
    request.format.zone = QTimeZone::systemTimeZone();
    request.query = queryOf(saved.filters, account.locationId, request.format.zone, today);
    request.path = saved.folder + QLatin1Char('/') + savedFileName(saved.name, today, request.format);
    request.lanes = saved.filters.lanes;
    request.saved = SavedRun{saved.id, way};
    return request;
}

SavedResult resultOf(const SavedRun& run, const ExportReport& report, const QDateTime& now)
{
    return {now.toUTC(), report.written(), run.way, report.isComplete()};
}

bool canBeAddedTo(const FormatOptions& format, const MessageQuery& query)
{
    const bool isByLine = format.format == Format::CsvExcel || format.format == Format::CsvExact ||
                          format.format == Format::JsonLines;
    return isByLine && format.files == FileSplit::OneFile && query.sortOrder == SortOrder::Ascending &&
           query.sortBy == SortBy::CreatedAt;
}

Interval newPartOf(const Interval& asked, std::optional<Msecs> watermark)
{
    Interval part = asked;
    part.begin = std::max(asked.begin, askedFrom(watermark));
    if (part.isEmpty() && !asked.isEmpty()) {
        part.begin = asked.end - 1; // all of it is known; the service wants dates in order
    }
    return part;
}

} // namespace leadway
