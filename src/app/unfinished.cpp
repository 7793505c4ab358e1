#include "app/unfinished.h"

#include "app/formatmap.h"
#include "app/savedexport.h"
#include "app/spoolfolder.h"
#include "core/fileerror.h"
#include "core/privatefolder.h"
#include "core/spoolmanifest.h"
#include "format/output.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <map>
#include <numeric>

namespace leadway
{

namespace
{

constexpr int kVersion = 1;

QString notePath(const QString& folder)
{
    return folder + QStringLiteral("/export.json");
}

QString manifestPath(const QString& folder)
{
    return folder + QStringLiteral("/manifest.jsonl");
}

QString outputNotePath(const QString& folder)
{
    return folder + QStringLiteral("/output.json");
}

// For this user alone, since it tells of accounts and files.
Result<void> writeNote(const QString& path, const QJsonObject& note)
{
    QSaveFile file(path);
    const auto failed = [&file] { return Error{ErrorKind::SpoolNotKept, 0, file.errorString(), {}}; };
    if (!file.open(QFile::WriteOnly | QFile::Unbuffered)) {
        return failed();
    }
    file.setPermissions(kPrivateFile);
    if (!writeWhole(file, QJsonDocument(note).toJson().toStdString()) || !file.commit()) {
        return failed();
    }
    return {};
}

QFileInfoList foldersIn(const QString& path)
{
    return QDir(path).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
}

bool isStale(const QFileInfo& folder)
{
    constexpr std::chrono::minutes justBeingMade{1};
    const QFileInfo manifest(manifestPath(folder.filePath()));
    const QDateTime last = manifest.exists() ? manifest.lastModified() : folder.lastModified();
    const std::chrono::seconds kept = manifest.exists() && isUnfinished(folder.filePath())
                                          ? std::chrono::seconds(kUnfinishedKept)
                                          : justBeingMade;
    return last.addSecs(kept.count()) < QDateTime::currentDateTimeUtc();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject noteOf(const Account& account, const ExportRequest& request)
{
    QJsonObject note{
        {QStringLiteral("version"), kVersion},
        {QStringLiteral("account"), account.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("accountName"), account.name},
        {QStringLiteral("locationId"), account.locationId},
        {QStringLiteral("server"), account.connection.baseUrl.toString()},
        {QStringLiteral("apiVersion"), QString::fromLatin1(account.connection.apiVersion)},
        {QStringLiteral("zone"), QString::fromUtf8(request.format.zone.id())},
        {QStringLiteral("path"), request.path},
        {QStringLiteral("lanes"), request.lanes},
    };
    const QVariantMap format = toVariantMap(request.format);
    for (auto field = format.begin(); field != format.end(); ++field) {
        note.insert(field.key(), QJsonValue::fromVariant(*field));
    }
    if (request.saved) {
        note.insert(QStringLiteral("savedExport"), request.saved->id.toString(QUuid::WithoutBraces));
        note.insert(QStringLiteral("savedWay"), wayKey(request.saved->way));
    }
    return note;
}

void readNote(const QJsonObject& note, UnfinishedExport& unfinished)
{
    const auto text = [&note](const char* name) { return note.value(QLatin1String(name)).toString(); };
    Account& account = unfinished.account;
    account.id = QUuid::fromString(text("account"));
    account.name = text("accountName");
    account.locationId = text("locationId");
    account.connection.baseUrl = QUrl(text("server"));
    account.connection.apiVersion = text("apiVersion").toLatin1();
    ExportRequest& request = unfinished.request;
    request.format = formatOptionsFrom(note.toVariantMap(), {});
    const QTimeZone zone(text("zone").toUtf8());
    request.format.zone = zone.isValid() ? zone : QTimeZone::systemTimeZone();
    request.path = text("path");
    request.lanes = note.value(QLatin1String("lanes")).toInt();
    if (const QUuid saved = QUuid::fromString(text("savedExport")); !saved.isNull()) {
        request.saved = SavedRun{saved, wayOfKey(text("savedWay"), RunWay::All)};
    }
}

std::optional<UnfinishedExport> unfinishedIn(const QFileInfo& folder)
{
    const QByteArray note = contentOf(notePath(folder.filePath()));
    const SpoolManifest manifest = readManifest(contentOf(manifestPath(folder.filePath())));
    const QJsonObject object = QJsonDocument::fromJson(note).object();
    if (!manifest.hasHeader || object.value(QLatin1String("version")).toInt() != kVersion) {
        return std::nullopt;
    }
    UnfinishedExport unfinished;
    unfinished.id = folder.fileName();
    unfinished.folder = folder.filePath();
    readNote(object, unfinished);
    MessageQuery& query = unfinished.request.query;
    query = manifest.header.query;
    if (query.interval.end == manifest.header.runStart) {
        query.interval.end = Interval().end;
    }
    std::map<int, std::optional<qint64>> expected; // by walk
    for (const LaneState& lane : stateOf(manifest).lanes) {
        unfinished.received += lane.isRetired ? 0 : lane.brought.received - lane.brought.overlap;
        expected[lane.walk] = expected[lane.walk] ? expected[lane.walk] : lane.brought.expected;
    }
    const bool isKnown = std::all_of(expected.begin(), expected.end(),
                                     [](const auto& walk) { return walk.second.has_value(); });
    if (isKnown) {
        unfinished.expected =
            std::accumulate(expected.begin(), expected.end(), qint64{0},
                            [](qint64 sum, const auto& walk) { return sum + *walk.second; });
    }
    unfinished.touched = QFileInfo(manifestPath(folder.filePath())).lastModified().toUTC();
    unfinished.isRunning = isInUse(folder.filePath());
    return unfinished;
}

} // namespace

Result<void> noteUnfinished(const QString& folder, const Account& account, const ExportRequest& request)
{
    if (account.isSample) {
        return {};
    }
    return writeNote(notePath(folder), noteOf(account, request));
}

Result<void> noteOutput(const QString& folder, const QString& path)
{
    return writeNote(outputNotePath(folder), {{QStringLiteral("path"), path}});
}

void forgetOutput(const QString& folder)
{
    QFile::remove(outputNotePath(folder));
}

void forgetUnfinished(const QString& folder)
{
    QFile::remove(notePath(folder));
}

void removePartsOf(const QString& folder)
{
    for (const QString& note : {notePath(folder), outputNotePath(folder)}) {
        const QJsonObject noted = QJsonDocument::fromJson(contentOf(note)).object();
        if (const QString path = noted.value(QLatin1String("path")).toString(); !path.isEmpty()) {
            removeLeftOutput(path, QFileInfo(folder).fileName());
        }
    }
}

void discardRunsOf(const QUuid& saved, const QString& root)
{
    for (const QFileInfo& folder : foldersIn(root)) {
        const auto unfinished = unfinishedIn(folder);
        if (unfinished && unfinished->request.saved && unfinished->request.saved->id == saved) {
            (void)discardSpool(folder.filePath()); // one that runs ends by itself
        }
    }
}

bool isUnfinished(const QString& folder)
{
    return QFileInfo::exists(notePath(folder));
}

bool canGoOn(const UnfinishedExport& unfinished, const Account& account)
{
    return account.locationId == unfinished.request.query.locationId &&
           account.connection.baseUrl == unfinished.account.connection.baseUrl;
}

QList<UnfinishedExport> unfinishedExports(const QString& root)
{
    QList<UnfinishedExport> exports;
    for (const QFileInfo& account : foldersIn(root)) {
        for (const QFileInfo& folder : foldersIn(account.filePath())) {
            if (const auto unfinished = unfinishedIn(folder)) {
                exports.append(*unfinished);
            }
        }
    }
    std::sort(exports.begin(), exports.end(),
              [](const UnfinishedExport& a, const UnfinishedExport& b) { return a.touched > b.touched; });
    return exports;
}

void removeStaleSpools(const QString& root)
{
    for (const QFileInfo& folder : foldersIn(root)) {
        const bool isAccounts = !foldersIn(folder.filePath()).isEmpty();
        if (isAccounts) {
            removeStaleSpools(folder.filePath());
            QDir().rmdir(folder.filePath()); // which fails as long as anything is left in it
        } else if (isStale(folder)) {
            (void)discardSpool(folder.filePath()); // one in use goes with its program
        }
    }
}

} // namespace leadway
