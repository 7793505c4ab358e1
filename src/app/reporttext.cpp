#include "app/reporttext.h"

#include "app/wording.h"
#include "format/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace leadway
{

namespace
{

struct Report {
    Q_DECLARE_TR_FUNCTIONS(leadway::Report)
};

ReportSection exportSection(const QString& account, const ExportRequest& request, const QLocale& locale)
{
    const MessageQuery& query = request.query;
    ReportSection section{
        Report::tr("Export"),
        {{Report::tr("Account"), account},
         {Report::tr("Channels"), wording::channels(query.channels)},
         {Report::tr("Dates"), wording::dates(query.interval, request.format.zone, locale)}}};
    if (!query.contactId.isEmpty()) {
        section.rows.push_back({Report::tr("Contact"), query.contactId});
    }
    if (!query.conversationId.isEmpty()) {
        section.rows.push_back({Report::tr("Conversation"), query.conversationId});
    }
    if (!query.filter.isEmpty()) {
        section.rows.push_back({Report::tr("More filters"), wording::filter(query.filter)});
    }
    return section;
}

QString sizeText(qint64 bytes, const QLocale& locale)
{
    constexpr qint64 kilobyte = 1000;
    const QString rounded = locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    return bytes < kilobyte ? rounded
                            : Report::tr("%1 (%2 bytes)").arg(rounded, wording::number(bytes, locale));
}

ReportSection fileSection(const QString& path, Format format)
{
    const QFileInfo file(path);
    return {Report::tr("File"),
            {{Report::tr("Name"), file.fileName()},
             {Report::tr("Folder"), QDir::toNativeSeparators(file.path())},
             {Report::tr("Format"), wording::formatName(format)}}};
}

QString announcedText(const std::optional<qint64>& announced, const QLocale& locale)
{
    return announced ? wording::number(*announced, locale) : Report::tr("not known");
}

QString balanceText(const ExportReport& report, const QLocale& locale)
{
    QStringList parts;
    const auto add = [&parts, &locale](const QString& part, qint64 count) {
        parts.append(part.arg(wording::number(count, locale)));
    };
    add(Report::tr("%1 written"), report.written());
    add(Report::tr("%1 duplicates"), report.duplicates());
    if (report.isOnlyNew) {
        add(Report::tr("%1 saved before"), report.known());
    }
    add(Report::tr("%1 outside the dates"), report.outside());
    add(Report::tr("%1 of other channels"), report.filtered() - report.leftOut());
    add(Report::tr("%1 left out by more filters"), report.leftOut());
    add(Report::tr("%1 not understood"), report.unreadable());
    const QString sentence = report.balances()
                                 ? Report::tr("Everything that came is accounted for: %1 received = %2.")
                                 : Report::tr("This does not add up: %1 received, but %2.");
    return sentence.arg(wording::number(report.received(), locale), parts.join(QStringLiteral(" + ")));
}

ReportSection messagesSection(const ExportReport& report, const QLocale& locale)
{
    const auto number = [&locale](qint64 value) { return wording::number(value, locale); };
    ReportSection section{Report::tr("Messages"),
                          {{Report::tr("Announced by Leadway"), announcedText(report.expected(), locale)},
                           {Report::tr("Received"), number(report.received())},
                           {Report::tr("Written"), number(report.written())},
                           {Report::tr("Dropped as duplicates"), number(report.duplicates())},
                           {Report::tr("Outside the dates"), number(report.outside())},
                           {Report::tr("Of other channels"), number(report.filtered() - report.leftOut())},
                           {Report::tr("Left out by more filters"), number(report.leftOut())},
                           {Report::tr("Could not be understood"), number(report.unreadable())},
                           {Report::tr("Shortened texts"), number(report.cutCells)},
                           {Report::tr("With characters that no cell holds"), number(report.replacedCells)},
                           {Report::tr("With replaced characters"), number(report.repairedMessages)},
                           {{}, balanceText(report, locale)}}};
    if (report.isOnlyNew) {
        constexpr auto behindDuplicates = 4;
        section.rows.insert(section.rows.begin() + behindDuplicates,
                            {Report::tr("Saved before"), number(report.known())});
    }
    return section;
}

QString walkName(const QString& channel)
{
    if (channel.isEmpty()) {
        return Report::tr("All but e-mail");
    }
    const auto* const known =
        std::find_if(std::begin(kEveryChannel), std::end(kEveryChannel),
                     [&channel](Channel candidate) { return channel == QLatin1String(apiName(candidate)); });
    return known == std::end(kEveryChannel) ? channel : channelWord(*known);
}

QString walkText(const WalkReport& walk, const QLocale& locale)
{
    QStringList parts{
        Report::tr("announced: %1").arg(announcedText(walk.expected, locale)),
        Report::tr("received: %1").arg(wording::number(walk.received, locale)),
        Report::tr("written: %1").arg(wording::number(walk.written, locale)),
        Report::tr("requests: %1").arg(wording::number(walk.requests, locale)),
        Report::tr("restarts: %1").arg(wording::number(walk.restarts, locale)),
    };
    if (walk.lanes > 1) {
        parts.append(
            Report::tr("side by side: %1 stretches of time").arg(wording::number(walk.lanes, locale)));
    }
    if (walk.wentBack == WentBack::RangeIgnored) {
        parts.append(Report::tr("then one after the other, since other dates came than were asked for"));
    } else if (walk.wentBack == WentBack::FellShort) {
        parts.append(Report::tr("then once more one after the other, since less came than was announced"));
    }
    if (walk.stoppedWithoutProgress) {
        parts.append(Report::tr("stopped, since the same came again"));
    }
    if (walk.endedEmpty) {
        parts.append(Report::tr("ended by an empty answer"));
    }
    return parts.join(QStringLiteral(" · "));
}

ReportSection requestsSection(const ExportReport& report, const QLocale& locale)
{
    ReportSection section{Report::tr("Requests to Leadway"),
                          {{Report::tr("Requests"), wording::number(report.requests(), locale)},
                           {Report::tr("Retries"), wording::number(report.retries(), locale)},
                           {Report::tr("Waited between tries"),
                            wording::duration(std::chrono::seconds(report.waitedMsecs() / 1000))}}};
    for (const WalkReport& walk : report.walks) {
        section.rows.push_back({walkName(walk.channel), walkText(walk, locale)});
    }
    return section;
}

ReportSection writtenSection(const ExportRequest& request, const ExportReport& report, const QLocale& locale)
{
    if (report.placement == Placement::NoFile) {
        return {Report::tr("File"), {{Report::tr("Name"), Report::tr("none")}}};
    }
    ReportSection file = fileSection(report.path, request.format.format);
    if (report.files) {
        file.rows.push_back({Report::tr("Files"), wording::number(*report.files, locale)});
    }
    file.rows.push_back({Report::tr("Size"), sizeText(report.bytes, locale)});
    if (!report.sha256.isEmpty()) {
        file.rows.push_back({QStringLiteral("SHA-256"), QString::fromLatin1(report.sha256)});
    }
    return file;
}

ReportText finishedText(const QString& account, const ExportRequest& request, const ExportReport& report,
                        const QLocale& locale)
{
    return {wording::finished(report, locale),
            wording::remarks(report, locale),
            {exportSection(account, request, locale), writtenSection(request, report, locale),
             messagesSection(report, locale), requestsSection(report, locale)}};
}

// The kinds stand in this order.
QString kindName(ErrorKind kind)
{
    if (kind < ErrorKind::Network) {
        return Report::tr("Leadway’s answer");
    }
    return kind < ErrorKind::FileInUse ? Report::tr("Connection") : Report::tr("This computer");
}

ReportText failedText(const QString& account, const ExportRequest& request, const Failed& failed,
                      const QLocale& locale)
{
    const Error& error = failed.error;
    const wording::Advice advice = wording::failed(failed, QFileInfo(request.path).fileName(), locale);
    ReportSection section{Report::tr("What went wrong"), {{Report::tr("Kind"), kindName(error.kind)}}};
    if (error.httpStatus != 0) {
        section.rows.push_back({Report::tr("HTTP status"), QString::number(error.httpStatus)});
    }
    if (!error.detail.isEmpty()) {
        const bool isServices = error.kind < ErrorKind::Network;
        section.rows.push_back(
            {isServices ? Report::tr("Leadway’s own words") : Report::tr("More exactly"), error.detail});
    }
    section.rows.push_back({Report::tr("Messages received"), wording::number(failed.received, locale)});
    return {
        advice.what,
        advice.toDo,
        {section, exportSection(account, request, locale), fileSection(request.path, request.format.format)}};
}

} // namespace

ReportText reportText(const QString& account, const ExportRequest& request, const State& state,
                      const QLocale& locale)
{
    if (const auto* const finished = std::get_if<Finished>(&state)) {
        return finishedText(account, request, finished->report, locale);
    }
    if (const auto* const failed = std::get_if<Failed>(&state)) {
        return failedText(account, request, *failed, locale);
    }
    return {};
}

QString reportAsText(const ReportText& report)
{
    QStringList lines{report.title};
    if (!report.line.isEmpty()) {
        lines.append(report.line);
    }
    for (const ReportSection& section : report.sections) {
        lines << QString() << section.title;
        for (const ReportRow& row : section.rows) {
            // The further lines of a value stay in its column.
            QString value = row.value;
            value.replace(QLatin1Char('\n'), QStringLiteral("\n\t"));
            lines.append(row.label.isEmpty() ? row.value : row.label + QLatin1Char('\t') + value);
        }
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace leadway
