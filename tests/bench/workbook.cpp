#include "bench/workbook.h"

#include "bench/childrun.h"
#include "bench/conditions.h"
#include "core/messageparser.h"
#include "format/messagewriter.h"
#include "format/outputfile.h"
#include "support/programs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QThread>

#include <algorithm>

namespace leadway::bench
{

namespace
{

constexpr qint64 kRows = 200'000;

QString& excelJsFolder()
{
    static QString folder;
    return folder;
}

FormatOptions twentyColumns()
{
    FormatOptions options;
    options.isUtc = true;
    options.columns = ColumnChoice::Own;
    options.ownColumns = {
        "date",   "channel",     "direction", "typeInWords", "contactId",   "conversationId", "body",
        "status", "source",      "from",      "to",          "attachments", "callDuration",   "callStatus",
        "userId", "contentType", "updated",   "id",          "locationId",  "messageType"};
    return options;
}

// Without e-mail, of whose HTML we make what one reads of it and ExcelJS's loop nothing.
Result<void> writeMessages(const QString& path, qint64 count)
{
    simulator::Scenario scenario = scenarioOf(count);
    scenario.emailShare = 0;
    const Account all = account(scenario);
    auto file = OutputFile::create(path);
    if (!file) {
        return file.error();
    }
    for (qint64 index = 0; index < all->count(); ++index) {
        const QByteArray json = all->json(index) + '\n';
        if (const auto appended = (*file)->append(json.toStdString()); !appended) {
            return appended;
        }
    }
    return (*file)->commit();
}

ChildRun ours(const test::Household& household)
{
    return runChild(
        QCoreApplication::applicationFilePath(),
        {QStringLiteral("--write-workbook"), QStringLiteral("messages.jsonl"), QStringLiteral("ours.xlsx")},
        household.workFolder(), household.environment());
}

ChildRun excelJs(const test::Household& household)
{
    return runChild(QStringLiteral("node"),
                    {QDir(excelJsFolder()).absoluteFilePath(QStringLiteral("write.mjs")),
                     QStringLiteral("messages.jsonl"), QStringLiteral("theirs.xlsx")},
                    household.workFolder(), household.environment());
}

QStringList rowOf(const QString& program, qint64 rows, const ChildRun& run, qint64 bytes)
{
    if (run.exitCode != 0) {
        return {program, QString::fromUtf8(run.err).simplified().left(200), {}, {}, {}, {}, {}};
    }
    constexpr double megabyte = 1e6;
    return {program,
            grouped(static_cast<double>(rows)),
            grouped(run.wallSeconds, 2),
            grouped(static_cast<double>(rows) / run.wallSeconds),
            grouped(run.cpuSeconds, 2),
            grouped(run.peakMegabytes, 1),
            grouped(static_cast<double>(bytes) / megabyte, 1)};
}

} // namespace

void setExcelJsFolder(const QString& folder)
{
    excelJsFolder() = folder;
}

int writeWorkbook(const QString& messages, const QString& path)
{
    QFile file(messages);
    auto output = OutputFile::create(path);
    if (!output || !file.open(QIODevice::ReadOnly)) {
        return 1;
    }
    const auto writer = makeWriter(twentyColumns(), **output);
    bool isGood = bool(writer->begin());
    MessageParser parser;
    Message message;
    while (isGood && !file.atEnd()) {
        QByteArray line = file.readLine();
        const auto size = static_cast<std::size_t>(line.size());
        line.append(static_cast<qsizetype>(kJsonPadding), ' ');
        isGood = parser.read(std::string_view(line.constData(), size), message) && writer->write(message);
    }
    for (Result<bool> ended = false; isGood && !*ended;) {
        ended = writer->end();
        isGood = bool(ended);
        if (isGood && !*ended) {
            QThread::msleep(1);
        }
    }
    return isGood && (*output)->commit() ? 0 : 1;
}

Section workbook()
{
    const test::Household household;
    const auto sizeOf = [&household](const char* name) {
        return QFile(household.path(QString::fromLatin1(name))).size();
    };
    Table runs{{QStringLiteral("Program"), QStringLiteral("Rows"), QStringLiteral("Seconds"),
                QStringLiteral("Rows/s"), QStringLiteral("CPU s"), QStringLiteral("Peak MB"),
                QStringLiteral("File MB")},
               {}};
    Table targets{targetHeader(), {}};
    const QString messages = household.path(QStringLiteral("messages.jsonl"));
    constexpr qint64 few = kRows / 10;
    if (!writeMessages(messages, few)) {
        return {QStringLiteral("The messages could not be written."), {}};
    }
    const ChildRun small = ours(household);
    runs.rows.append(rowOf(QStringLiteral("our writer"), few, small, sizeOf("ours.xlsx")));
    if (!writeMessages(messages, kRows)) {
        return {QStringLiteral("The messages could not be written."), {}};
    }
    const ChildRun large = ours(household);
    runs.rows.append(rowOf(QStringLiteral("our writer"), kRows, large, sizeOf("ours.xlsx")));
    const ChildRun other = excelJsFolder().isEmpty() ? ChildRun() : excelJs(household);
    runs.rows.append(rowOf(QStringLiteral("ExcelJS's stream writer"), kRows, other, sizeOf("theirs.xlsx")));

    constexpr double wantedRows = 40'000;
    constexpr double mostGrowth = 10;
    const auto rate = [](const ChildRun& run) { return static_cast<double>(kRows) / run.wallSeconds; };
    const QString faster = QStringLiteral("Times the rows of ExcelJS");
    targets.rows = {
        atLeast(QStringLiteral("Rows a second"), rate(large), wantedRows, 0, {}),
        other.exitCode == 0 ? atLeast(faster, rate(large) / rate(other), 1, 1, QStringLiteral(" ×"))
                            : notMeasured(faster, QStringLiteral("it did not run")),
        lessThan(QStringLiteral("More memory for ten times the rows"),
                 large.peakMegabytes - small.peakMegabytes, mostGrowth, 1, QStringLiteral(" MB"))};
    return {{}, {runs, targets}};
}

} // namespace leadway::bench
