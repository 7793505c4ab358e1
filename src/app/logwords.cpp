#include "app/logwords.h"

#include "app/redaction.h"

#include <QCoreApplication>
#include <QStringList>
#include <QSysInfo>

namespace leadway
{

namespace
{

QString latin(const char* word)
{
    return QLatin1String(word);
}

QString fact(const char* name, const QString& value)
{
    return latin(name) + u'=' + value;
}

QString fact(const char* name, qint64 value)
{
    return fact(name, QString::number(value));
}

QString fact(const char* name, bool value)
{
    return fact(name, latin(value ? "yes" : "no"));
}

QString moment(Msecs when, bool isKnown)
{
    return isKnown ? QString::fromStdString(isoUtc(when)) : latin("open");
}

QString channelNames(Channels channels)
{
    QStringList names;
    for (const Channel channel : kEveryChannel) {
        if (channels.testFlag(channel)) {
            names.append(QString::fromLatin1(apiName(channel)));
        }
    }
    return names.join(u',');
}

QString milliseconds(std::chrono::milliseconds duration)
{
    return QString::number(duration.count()) + latin("ms");
}

qint64 lanesOf(const ExportReport& report)
{
    qint64 lanes = 0;
    for (const WalkReport& walk : report.walks) {
        lanes += walk.lanes;
    }
    return lanes;
}

QString finishedInLog(const ExportReport& report, std::chrono::milliseconds took)
{
    return QStringList{
        latin("finished:"),
        fact("took", milliseconds(took)),
        fact("requests", report.requests()),
        fact("retries", report.retries()),
        fact("waited", milliseconds(std::chrono::milliseconds(report.waitedMsecs()))),
        fact("lanes", lanesOf(report)),
        fact("expected", report.expected() ? QString::number(*report.expected()) : latin("unknown")),
        fact("received", report.received()),
        fact("written", report.written()),
        fact("duplicates", report.duplicates()),
        fact("outside", report.outside()),
        fact("filtered", report.filtered()),
        fact("left-out", report.leftOut()),
        fact("unreadable", report.unreadable()),
        fact("cut", report.cutCells),
        fact("replaced", report.replacedCells),
        fact("repaired", report.repairedMessages),
        fact("bytes", report.bytes),
        fact("balances", report.balances()),
        fact("partial", report.isPartial),
        fact("complete", report.isComplete()),
    }
        .join(u' ');
}

QString waitingInLog(const State& before, const Waiting& waiting)
{
    if (waiting.error) {
        return latin("tries again: ") + errorInLog(*waiting.error) + u' ' +
               fact("in", milliseconds(waiting.duration));
    }
    // It is told again with every request that waits.
    const auto* const earlier = std::get_if<Waiting>(&before);
    return earlier && !earlier->error
               ? QString()
               : latin("waits for the allowance: ") + fact("for", milliseconds(waiting.duration));
}

} // namespace

QString startInLog()
{
    return QStringList{latin("starts:"),
                       fact("version", QCoreApplication::applicationVersion()),
                       fact("qt", latin(qVersion())),
                       latin("on"),
                       QSysInfo::prettyProductName() + u',',
                       QSysInfo::currentCpuArchitecture()}
        .join(u' ');
}

QString beginningInLog(const ExportRequest& request, bool isContinued)
{
    const MessageQuery& query = request.query;
    const Interval& interval = query.interval;
    return QStringList{
        latin(isContinued ? "goes on from an earlier time:" : "begins:"),
        fact("channels", channelNames(query.channels)),
        fact("from", moment(interval.begin, interval.hasBegin())),
        fact("before", moment(interval.end, interval.hasEnd())),
        fact("contact", !query.contactId.isEmpty()),
        fact("conversation", !query.conversationId.isEmpty()),
        fact("direction", query.filter.direction ? latin(apiName(*query.filter.direction)) : latin("any")),
        fact("status", !query.filter.status.isEmpty()),
        fact("contains", !query.filter.text.isEmpty()),
        fact("attachment", query.filter.hasAttachment),
        fact("by", latin(query.sortBy == SortBy::UpdatedAt ? "updatedAt" : "createdAt")),
        fact("order", latin(query.sortOrder == SortOrder::Ascending ? "asc" : "desc")),
        fact("limit", qint64{query.limit}),
        fact("lanes", request.lanes > 0 ? QString::number(request.lanes) : latin("auto")),
        fact("format", latin(formatKey(request.format.format))),
    }
        .join(u' ');
}

QString savingAgainInLog(const ExportRequest& request)
{
    return latin("is saved again: ") + fact("format", latin(formatKey(request.format.format)));
}

QString stateInLog(const State& before, const State& state, std::chrono::milliseconds took)
{
    if (const auto* const waiting = std::get_if<Waiting>(&state)) {
        return waitingInLog(before, *waiting);
    }
    if (const auto* const paused = std::get_if<Paused>(&state)) {
        return latin(paused->reason == PauseReason::Asked ? "paused: " : "paused since nothing comes: ") +
               fact("received", paused->fetching.received);
    }
    if (std::holds_alternative<Paused>(before) && !isTerminal(state)) {
        return latin("goes on after the pause");
    }
    if (std::holds_alternative<Rendering>(state) && !std::holds_alternative<Rendering>(before)) {
        return latin("writes the file: ") + fact("after", milliseconds(took));
    }
    if (const auto* const finished = std::get_if<Finished>(&state)) {
        return finishedInLog(finished->report, took);
    }
    if (const auto* const failed = std::get_if<Failed>(&state)) {
        return latin("failed: ") + errorInLog(failed->error) + u' ' + fact("received", failed->received) +
               u' ' + fact("took", milliseconds(took));
    }
    return std::holds_alternative<Cancelled>(state) ? latin("cancelled: ") + fact("took", milliseconds(took))
                                                    : QString();
}

QString errorInLog(const Error& error)
{
    QStringList facts{kindInLog(error.kind)};
    if (error.httpStatus != 0) {
        facts.append(fact("http", qint64{error.httpStatus}));
    }
    if (const QString trace = safeId(error.traceId); !trace.isEmpty()) {
        facts.append(fact("trace", trace));
    }
    if (error.retryAfter) {
        facts.append(fact("retry-after", milliseconds(*error.retryAfter)));
    }
    return facts.join(u' ');
}

QString kindInLog(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::TokenInvalid:
        return latin("TokenInvalid");
    case ErrorKind::ScopeMissing:
        return latin("ScopeMissing");
    case ErrorKind::AgencyToken:
        return latin("AgencyToken");
    case ErrorKind::OtherLocation:
        return latin("OtherLocation");
    case ErrorKind::Blocked:
        return latin("Blocked");
    case ErrorKind::NotFound:
        return latin("NotFound");
    case ErrorKind::Refused:
        return latin("Refused");
    case ErrorKind::CursorExpired:
        return latin("CursorExpired");
    case ErrorKind::RateLimited:
        return latin("RateLimited");
    case ErrorKind::DailyLimit:
        return latin("DailyLimit");
    case ErrorKind::Server:
        return latin("Server");
    case ErrorKind::Network:
        return latin("Network");
    case ErrorKind::Timeout:
        return latin("Timeout");
    case ErrorKind::Tls:
        return latin("Tls");
    case ErrorKind::Clock:
        return latin("Clock");
    case ErrorKind::Proxy:
        return latin("Proxy");
    case ErrorKind::Redirect:
        return latin("Redirect");
    case ErrorKind::BadAnswer:
        return latin("BadAnswer");
    case ErrorKind::TooLarge:
        return latin("TooLarge");
    case ErrorKind::TokenMissing:
        return latin("TokenMissing");
    case ErrorKind::StoreLocked:
        return latin("StoreLocked");
    case ErrorKind::StoreUnavailable:
        return latin("StoreUnavailable");
    case ErrorKind::FileInUse:
        return latin("FileInUse");
    case ErrorKind::IsFolder:
        return latin("IsFolder");
    case ErrorKind::NameForbidden:
        return latin("NameForbidden");
    case ErrorKind::FolderTaken:
        return latin("FolderTaken");
    case ErrorKind::FolderMissing:
        return latin("FolderMissing");
    case ErrorKind::NotWritable:
        return latin("NotWritable");
    case ErrorKind::DiskFull:
        return latin("DiskFull");
    case ErrorKind::SpoolNotKept:
        return latin("SpoolNotKept");
    case ErrorKind::SpoolInUse:
        return latin("SpoolInUse");
    case ErrorKind::SavedInUse:
        return latin("SavedInUse");
    case ErrorKind::SavedDamaged:
        return latin("SavedDamaged");
    case ErrorKind::Storage:
        return latin("Storage");
    }
    return {};
}

} // namespace leadway
