// Exports into a folder with a file a conversation or a month: what the one file holds, each message once, in
// its order.

#include "simulator/server.h"
#include "support/csvrows.h"
#include "support/exportrun.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

#include <map>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

// A file taken apart by other means than it was made with: every message as it stands there, and whose it is.
struct Record {
    QString group;
    QByteArray bytes;
};

using Groups = std::map<QString, QByteArrayList>;

Scenario scenarioOf(qint64 messages, quint64 conversations)
{
    Scenario scenario = Scenario::awkward(11, messages);
    scenario.conversations = conversations;
    scenario.undatedShare = 0.02;
    scenario.span = std::chrono::hours(24 * 400); // over both ends of summer time
    return scenario;
}

QString monthOf(const QString& iso, const QTimeZone& zone)
{
    const QDateTime when = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return when.isValid() ? when.toTimeZone(zone).toString(QStringLiteral("yyyy-MM")) : QString();
}

QList<Record> jsonRecords(const QByteArray& content, const FormatOptions& format)
{
    QList<Record> records;
    for (QByteArray line : content.split('\n')) {
        if (line.endsWith(',')) {
            line.chop(1);
        }
        if (!line.startsWith('{')) {
            continue;
        }
        const QJsonObject message = QJsonDocument::fromJson(line).object();
        const auto text = [&message](const char* key) {
            return message.value(QLatin1String(key)).toVariant().toString();
        };
        records.append({format.files == FileSplit::PerMonth ? monthOf(text("dateAdded"), format.zone)
                                                            : text("conversationId"),
                        line});
    }
    return records;
}

QList<Record> csvRecords(const QByteArray& content, const FormatOptions& format)
{
    const bool isExact = format.format == Format::CsvExact;
    const CsvRows csv = parseCsv(content, ',');
    const bool isPerMonth = format.files == FileSplit::PerMonth;
    const qsizetype column = isPerMonth ? (isExact ? csv.column("dateAdded") : 0)
                                        : csv.column(isExact ? "conversationId" : "Conversation id");
    QList<Record> records;
    for (const QList<QByteArray>& row : csv.rows) {
        const QString value = QString::fromUtf8(row.value(column));
        records.append({!isPerMonth ? value
                        : isExact   ? monthOf(value, format.zone)
                                    : value.left(7),
                        row.join('\x1f')});
    }
    return records;
}

QList<Record> recordsIn(const QByteArray& content, const FormatOptions& format)
{
    const bool isCsv = format.format == Format::CsvExcel || format.format == Format::CsvExact;
    return isCsv ? csvRecords(content, format) : jsonRecords(content, format);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

Groups groupsIn(const QByteArray& content, const FormatOptions& format)
{
    Groups groups;
    for (const Record& record : recordsIn(content, format)) {
        groups[record.group].append(record.bytes);
    }
    return groups;
}

QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files);
}

// Nothing, or what is wrong with the folder: each file holds one group, whole and in order, and none is left
// out.
QByteArray faultIn(const QString& folder, const FormatOptions& format, Groups expected)
{
    for (const QString& name : filesIn(folder)) {
        const QList<Record> records = recordsIn(contentOf(folder + QLatin1Char('/') + name), format);
        if (records.isEmpty()) {
            return "nothing in " + name.toUtf8();
        }
        const QString group = records.constFirst().group;
        QByteArrayList held;
        for (const Record& record : records) {
            held.append(record.bytes);
        }
        const auto found = expected.find(group);
        if (found == expected.end()) {
            return "a second file or an unknown one: " + name.toUtf8();
        }
        if (const QByteArray difference = firstDifference(held, found->second); !difference.isEmpty()) {
            return name.toUtf8() + ": " + difference;
        }
        const QString base = QFileInfo(name).completeBaseName();
        const bool isPerMonth = format.files == FileSplit::PerMonth;
        const bool fits = group.isEmpty() ? base == QLatin1String(isPerMonth ? "no date" : "no conversation")
                          : isPerMonth    ? base == group
                                          : base.contains(group.right(5));
        if (!fits) {
            return "called " + name.toUtf8() + " of " + group.toUtf8();
        }
        expected.erase(found);
    }
    return expected.empty() ? QByteArray() : "no file of " + expected.begin()->first.toUtf8();
}

QStringList besideIn(const ExportRun& run)
{
    QStringList names = QDir(run.folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    names.removeAll(QStringLiteral("spools"));
    return names;
}

qint64 bytesIn(const QString& folder)
{
    qint64 bytes = 0;
    for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files)) {
        bytes += file.size();
    }
    return bytes;
}

} // namespace

class TestManyFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdWhatTheOneFileHolds_data();
    void holdWhatTheOneFileHolds();
    void areMadeOfThousandsOfConversations();
    void keepWhatNobodyUnderstandsBesideThem();
    void areNoneOfNothing();
    void takeThePlaceOfWhatWasMadeBefore();
    void leaveAloneWhatIsNotTheirs();
    void areWholeAfterBeingDropped_data();
    void areWholeAfterBeingDropped();
    void areCleanedUpAfterAKilledProgram();
    void leaveNothingWhenTheyAreCancelled();
    void pauseAndGoOn();
};

void TestManyFiles::holdWhatTheOneFileHolds_data()
{
    QTest::addColumn<Format>("kind");
    QTest::addColumn<FileSplit>("split");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<SortBy>("sortBy");
    for (const auto& [key, kind] : kFormatKeys) {
        if (kind == Format::Xlsx || hasSections(kind)) {
            continue; // a reader of its own
        }
        QTest::addRow("%s per conversation", key) << kind << FileSplit::PerConversation << QByteArray("UTC")
                                                  << SortOrder::Descending << SortBy::CreatedAt;
        QTest::addRow("%s per month", key) << kind << FileSplit::PerMonth << QByteArray("Europe/Madrid")
                                           << SortOrder::Ascending << SortBy::CreatedAt;
    }
    for (const char* zone : {"America/Santiago", "Pacific/Auckland", "UTC"}) {
        QTest::addRow("months of %s", zone) << Format::JsonLines << FileSplit::PerMonth << QByteArray(zone)
                                            << SortOrder::Descending << SortBy::CreatedAt;
    }
    QTest::newRow("ordered by update") << Format::JsonLines << FileSplit::PerMonth << QByteArray("UTC")
                                       << SortOrder::Descending << SortBy::UpdatedAt;
}

void TestManyFiles::holdWhatTheOneFileHolds()
{
    QFETCH(const Format, kind);
    QFETCH(const FileSplit, split);
    QFETCH(const QByteArray, zone);
    QFETCH(const SortOrder, order);
    QFETCH(const SortBy, sortBy);
    Server server(scenarioOf(900, 60), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.format = kind;
    run.format.zone = QTimeZone(zone);
    run.format.columns = ColumnChoice::Everything;
    run.query.sortOrder = order;
    run.query.sortBy = sortBy;
    run.fileName = QStringLiteral("one");
    run.run();
    const qint64 written = run.report().written();
    run.format.files = split;
    const Groups expected = groupsIn(run.fileContent(), run.format);
    QVERIFY(expected.size() > 10 && expected.count(QString()) == 1);
    run.fileName = QStringLiteral("many");
    run.run();
    const ExportReport& report = run.report();
    QCOMPARE(faultIn(run.path(), run.format, expected), QByteArray());
    QCOMPARE(report.written(), written);
    QVERIFY(report.balances());
    QCOMPARE(report.path, run.path());
    QCOMPARE(report.files.value_or(0), filesIn(run.path()).size());
    QCOMPARE(report.bytes, bytesIn(run.path()));
    QVERIFY(report.sha256.isEmpty());
    QCOMPARE(besideIn(run), QStringList({QStringLiteral("many"), QStringLiteral("one")}));
    QVERIFY(run.leftovers().isEmpty());
}

void TestManyFiles::areMadeOfThousandsOfConversations()
{
    Server server(scenarioOf(6000, 12000), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.fileName = QStringLiteral("one");
    run.run();
    run.format.files = FileSplit::PerConversation;
    const Groups expected = groupsIn(run.fileContent(), run.format);
    QVERIFY(expected.size() > 2000);
    run.fileName = QStringLiteral("many");
    qint64 last = 0;
    run.run([&last](ExportJob& /*job*/, const State& state) {
        if (const auto* const rendering = std::get_if<Rendering>(&state)) {
            const bool grows =
                rendering->done >= last && rendering->done <= std::max<qint64>(rendering->total, 6000);
            last = grows ? rendering->done : -1;
        }
        return last >= 0;
    });
    QVERIFY2(last > 0, "the progress went back");
    QCOMPARE(faultIn(run.path(), run.format, expected), QByteArray());
    QVERIFY(run.report().balances());
}

void TestManyFiles::keepWhatNobodyUnderstandsBesideThem()
{
    Behaviour behaviour;
    behaviour.extraElements = {"null", "[1,2]"};
    Server server(scenarioOf(800, 40), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.files = FileSplit::PerMonth;
    run.run();
    QCOMPARE(run.report().unreadable(), 2);
    QVERIFY(run.report().balances());
    QCOMPARE(run.report().unreadablePath, run.path() + QStringLiteral(".unreadable.jsonl"));
    QVERIFY(QFile::exists(run.report().unreadablePath));
}

void TestManyFiles::areNoneOfNothing()
{
    Server server(scenarioOf(100, 10), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.files = FileSplit::PerMonth;
    run.query.interval = {0, 1000};
    run.run();
    QCOMPARE(run.report().files.value_or(-1), 0);
    QVERIFY(QFileInfo(run.path()).isDir());
    QCOMPARE(filesIn(run.path()), QStringList());
}

void TestManyFiles::takeThePlaceOfWhatWasMadeBefore()
{
    Server server(scenarioOf(600, 30), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.files = FileSplit::PerConversation;
    run.run();
    run.format.files = FileSplit::PerMonth;
    run.run();
    QCOMPARE(filesIn(run.path()).size(), run.report().files.value_or(0));
    QVERIFY(filesIn(run.path()).contains(QStringLiteral("no date") + QStringLiteral(".jsonl")));
    QCOMPARE(besideIn(run), QStringList(run.fileName));
}

void TestManyFiles::leaveAloneWhatIsNotTheirs()
{
    Server server(scenarioOf(600, 30), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.files = FileSplit::PerMonth;
    QVERIFY(QDir().mkpath(run.path() + QStringLiteral("/photos")));
    const State state = run.run();
    const auto* const failed = std::get_if<leadway::Failed>(&state);
    QVERIFY(failed && failed->error.kind == ErrorKind::FolderTaken);
    QCOMPARE(server.requests(), 0); // before an hour of fetching
    QCOMPARE(besideIn(run), QStringList(run.fileName));
    QVERIFY(QFile::exists(run.path() + QStringLiteral("/photos")));
}

void TestManyFiles::areWholeAfterBeingDropped_data()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("while it fetches") << -1;
    QTest::newRow("while it puts in order") << 20;
    QTest::newRow("while it writes the files") << 70;
    QTest::newRow("near the end") << 95;
}

void TestManyFiles::areWholeAfterBeingDropped()
{
    QFETCH(const int, percent);
    Server server(scenarioOf(1500, 150), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.fileName = QStringLiteral("one");
    run.run();
    run.format.files = FileSplit::PerConversation;
    const Groups expected = groupsIn(run.fileContent(), run.format);
    run.fileName = QStringLiteral("many");
    run.run([percent](ExportJob& /*job*/, const State& state) {
        if (const auto* const rendering = std::get_if<Rendering>(&state)) {
            return percent < 0 || rendering->done * 100 < rendering->total * percent;
        }
        const auto* const fetching = std::get_if<Fetching>(&state);
        return percent >= 0 || !fetching || fetching->received < 1000;
    });
    QCOMPARE(besideIn(run), QStringList(QStringLiteral("one")));
    QCOMPARE(run.unfinished().size(), 1);
    run.goOn();
    QCOMPARE(faultIn(run.path(), run.format, expected), QByteArray());
    QVERIFY(run.report().balances());
    QCOMPARE(besideIn(run), QStringList({QStringLiteral("many"), QStringLiteral("one")}));
}

void TestManyFiles::areCleanedUpAfterAKilledProgram()
{
    Server server(scenarioOf(1000, 50), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.files = FileSplit::PerMonth;
    run.run([](ExportJob& /*job*/, const State& state) { return !std::holds_alternative<Rendering>(state); });
    // What it would have left, had it not come to tidy up.
    const QString left =
        run.folder() + QStringLiteral("/.leadway-%1.folder.part").arg(run.unfinished().constFirst().id);
    QVERIFY(QDir().mkpath(left));
    QFile half(left + QStringLiteral("/2025-10.jsonl"));
    QVERIFY(half.open(QFile::WriteOnly) && half.write("half") == 4);
    half.close();
    run.goOn();
    QVERIFY(run.report().balances());
    QCOMPARE(besideIn(run), QStringList(run.fileName));
}

void TestManyFiles::leaveNothingWhenTheyAreCancelled()
{
    Server server(scenarioOf(1500, 150), {});
    QVERIFY(server.start());
    for (const int percent : {0, 60, 90, 100}) {
        ExportRun run(server.baseUrl());
        run.format.files = FileSplit::PerConversation;
        const State end = run.run([percent, isAsked = false](ExportJob& job, const State& state) mutable {
            const auto* const rendering = std::get_if<Rendering>(&state);
            if (rendering && !isAsked && rendering->done * 100 >= rendering->total * percent) {
                isAsked = true;
                QTimer::singleShot(0, &job, &ExportJob::cancel);
            }
            return true;
        });
        QVERIFY(std::holds_alternative<Cancelled>(end) || percent == 100);
        QVERIFY(percent == 100 || besideIn(run).isEmpty());
        QVERIFY(run.leftovers().isEmpty());
    }
}

void TestManyFiles::pauseAndGoOn()
{
    Server server(scenarioOf(1500, 150), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.format.files = FileSplit::PerConversation;
    int pauses = 0;
    run.run(pausingInRendering(pauses));
    QVERIFY(pauses > 1);
    QVERIFY(run.report().balances());
    QCOMPARE(run.report().files.value_or(0), filesIn(run.path()).size());
}

QTEST_GUILESS_MAIN(TestManyFiles)
#include "tst_manyfiles.moc"
