// What leadway-export writes, from outside: the formats, the report, the demonstration, and what it says
// while it works. What is expected comes from the simulator's generator, never through the program's own
// code.

#include "simulator/server.h"
#include "support/csvrows.h"
#include "support/exporter.h"
#include "support/exportrun.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Generator;
using leadway::simulator::Request;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

Scenario scenarioOf(qint64 messages)
{
    Scenario scenario = Scenario::awkward(11, messages);
    scenario.prettyShare = 0;
    scenario.longBodyShare = 0;
    scenario.htmlBytes = 300;
    return scenario;
}

QList<QByteArray> newestFirst(const Generator& generator)
{
    return expectedIds(generator, SortOrder::Descending);
}

QByteArray idOf(const QJsonValue& message)
{
    return message.toObject().value(QLatin1String("id")).toString().toUtf8();
}

QJsonObject objectIn(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

qint64 number(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toInteger(-1);
}

// One walk of small pages, so that there is progress to be told; on a terminal if it has a path.
Outcome walkSlowly(const Household& household, const Server& server, const QString& terminal = {})
{
    Exporter exporter(household, server.baseUrl());
    if (!terminal.isEmpty()) {
        exporter.sendErrorsTo(terminal);
    }
    return exporter.run(toFile({text("--page-size"), text("10"), text("--channels"), text("no-email"),
                                text("--parallel"), text("1")}));
}

} // namespace

class TestOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesJsonLines();
    void writesJson();
    void writesExactCsv();
    void writesCsvForSpreadsheets();
    void writesAReportThatBalances();
    void exportsTheDemonstrationWithoutAnAccount();
    void namesTheFileItself();
    void theNameOfTheFileTellsItsFormat_data();
    void theNameOfTheFileTellsItsFormat();
    void staysQuiet_data();
    void staysQuiet();
    void tellsItsProgressInLines();
    void drawsItsProgressOnATerminal_data();
    void drawsItsProgressOnATerminal();
    void staysInOneLineOfANarrowTerminal_data();
    void staysInOneLineOfANarrowTerminal();
};

void TestOutput::writesJsonLines()
{
    Server server(scenarioOf(2000));
    QVERIFY(server.start());
    const Household household;
    const Outcome outcome =
        Exporter(household, server.baseUrl()).run(toFile({text("--format"), text("jsonl")}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QList<QByteArray> lines = household.read(text(kOutput)).split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    QHash<QByteArray, QByteArray> sent;
    for (qint64 index = 0; index < server.generator().count(); ++index) {
        sent.insert(server.generator().id(index), server.generator().json(index));
    }
    QList<QByteArray> ids;
    for (const QByteArray& line : lines) {
        ids.append(idOf(QJsonDocument::fromJson(line).object()));
        QCOMPARE(line, sent.value(ids.constLast()));
    }
    QCOMPARE(firstDifference(ids, newestFirst(server.generator())), QByteArray());
}

void TestOutput::writesJson()
{
    Server server(scenarioOf(2000));
    QVERIFY(server.start());
    const Household household;
    const Outcome outcome =
        Exporter(household, server.baseUrl()).run(toFile({text("--format"), text("json")}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QJsonParseError error;
    const QJsonArray messages = QJsonDocument::fromJson(household.read(text(kOutput)), &error).array();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QList<QByteArray> ids;
    for (const auto& message : messages) {
        ids.append(idOf(message));
    }
    QCOMPARE(firstDifference(ids, newestFirst(server.generator())), QByteArray());
}

void TestOutput::writesExactCsv()
{
    Server server(scenarioOf(2000));
    QVERIFY(server.start());
    const Household household;
    const Outcome outcome =
        Exporter(household, server.baseUrl()).run(toFile({text("--format"), text("csv-exact")}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const QByteArray file = household.read(text(kOutput));
    QVERIFY(!file.startsWith("\xef\xbb\xbf"));
    const CsvRows csv = parseCsv(file, ',');
    QCOMPARE(firstDifference(csv.values("id"), newestFirst(server.generator())), QByteArray());
    QHash<QByteArray, QByteArray> bodies;
    for (qint64 index = 0; index < server.generator().count(); ++index) {
        const std::string body = server.generator().body(index);
        bodies.insert(server.generator().id(index), QByteArray::fromStdString(body));
    }
    for (const QList<QByteArray>& row : csv.rows) {
        QCOMPARE(row[csv.column("body")], bodies.value(row[csv.column("id")]));
    }
}

void TestOutput::writesCsvForSpreadsheets()
{
    Server server(scenarioOf(2000));
    QVERIFY(server.start());
    const Household household;
    const Outcome outcome = Exporter(household, server.baseUrl()).run(toFile());
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const QByteArray file = household.read(text(kOutput));
    QVERIFY(file.startsWith("\xef\xbb\xbf"
                            "Date (UTC),"));
    const CsvRows csv = parseCsv(file, ',');
    QCOMPARE(firstDifference(csv.values("Message id"), newestFirst(server.generator())), QByteArray());
}

void TestOutput::writesAReportThatBalances()
{
    // Something for every place where a message can go.
    Behaviour behaviour;
    behaviour.repeated = 3;
    behaviour.extraElements = {"17", "\"text\"", R"({"no":"id"})"};
    behaviour.liveMessages = 5;
    Server server(scenarioOf(3000), behaviour);
    QVERIFY(server.start());
    const Household household;
    const Outcome outcome = Exporter(household, server.baseUrl())
                                .run(toFile({text("--report"), text("report.json"), text("--channels"),
                                             text("SMS,Other"), text("--order"), text("asc")}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const QByteArray file = household.read(text(kOutput));
    const QJsonObject report = objectIn(household.read(text("report.json")));
    QCOMPARE(report.value(QLatin1String("sha256")).toString().toLatin1(),
             QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex());
    QCOMPARE(number(report, "bytes"), file.size());
    QCOMPARE(report.value(QLatin1String("file")).toString(), household.path(text(kOutput)));
    QCOMPARE(number(report, "written"), parseCsv(file, ',').rows.size());
    for (const char* const place : {"duplicates", "outside", "filtered", "unreadable"}) {
        QVERIFY2(number(report, place) > 0, place);
    }
    QVERIFY(report.value(QLatin1String("balances")).toBool());
    QCOMPARE(number(report, "received"), number(report, "written") + number(report, "duplicates") +
                                             number(report, "outside") + number(report, "filtered") +
                                             number(report, "unreadable"));
    qint64 receivedByWalks = 0;
    const QJsonArray walks = report.value(QLatin1String("walks")).toArray();
    for (const auto& walk : walks) {
        receivedByWalks += number(walk.toObject(), "received");
    }
    QCOMPARE(receivedByWalks, number(report, "received"));
    const QJsonObject query = report.value(QLatin1String("query")).toObject();
    QCOMPARE(query.value(QLatin1String("sortOrder")).toString(), text("asc"));
    QCOMPARE(query.value(QLatin1String("channels")).toArray(), (QJsonArray{text("SMS"), text("Other")}));
}

void TestOutput::exportsTheDemonstrationWithoutAnAccount()
{
    const Household household;
    Exporter exporter(household);
    exporter.removeToken();
    const Outcome outcome = exporter.run(toFile({text("--demo")}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const CsvRows csv = parseCsv(household.read(text(kOutput)), ',');
    QCOMPARE(csv.rows.size(), 12'345);
    const QList<QByteArray> ids = csv.values("Message id");
    QCOMPARE(QSet<QByteArray>(ids.begin(), ids.end()).size(), 12'345);
    QVERIFY(outcome.err.contains("Saved 12,345 of 12,345 messages. Nothing is missing.\n"));
    QCOMPARE(household.spools(), QStringList());
}

void TestOutput::namesTheFileItself()
{
    Server server(scenarioOf(20));
    QVERIFY(server.start());
    const Household household;
    Exporter exporter(household, server.baseUrl());
    for (const char* const name : {"all messages.csv", "all messages (2).csv", "all messages (3).csv"}) {
        const Outcome outcome = exporter.run({text("--format"), text("csv")});
        QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
        // Where it is, for those who look for it.
        QVERIFY2(outcome.err.endsWith(household.path(text(name)).toUtf8() + '\n'),
                 outcome.told().constData());
        QCOMPARE(parseCsv(household.read(text(name)), ',').rows.size(), 20);
    }
    QCOMPARE(household.names().size(), 3);
    // Without a word about the format it is a workbook.
    QVERIFY(exporter.run({}).exitCode == Complete);
    QVERIFY(household.read(text("all messages.xlsx")).startsWith("PK"));
    QCOMPARE(household.names().size(), 4);
}

void TestOutput::theNameOfTheFileTellsItsFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("a workbook") << text("a.xlsx") << QByteArray("PK\x03\x04");
    QTest::newRow("CSV") << text("a.CSV")
                         << QByteArray("\xef\xbb\xbf"
                                       "Date");
    QTest::newRow("JSON") << text("a.json") << QByteArray("[\n{");
    QTest::newRow("JSON Lines") << text("a.b.jsonl") << QByteArray("{");
    QTest::newRow("another suffix") << text("a.txt") << QByteArray("PK\x03\x04");
    QTest::newRow("none") << text("a") << QByteArray("PK\x03\x04");
}

void TestOutput::theNameOfTheFileTellsItsFormat()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, begin);
    Server server(scenarioOf(20));
    QVERIFY(server.start());
    const Household household;
    const Outcome outcome = Exporter(household, server.baseUrl()).run({text("--output"), name});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QVERIFY(household.read(name).startsWith(begin));
    QCOMPARE(household.names(), QStringList{name});
}

void TestOutput::staysQuiet_data()
{
    QTest::addColumn<bool>("onTerminal");
    QTest::newRow("into a file") << false;
    QTest::newRow("on a terminal") << true;
}

void TestOutput::staysQuiet()
{
    QFETCH(const bool, onTerminal);
    Behaviour behaviour;
    behaviour.latency = std::chrono::milliseconds(100);
    Server server(scenarioOf(2000), behaviour);
    QVERIFY(server.start());
    const Household household;
    const Terminal terminal;
    Exporter exporter(household, server.baseUrl());
    if (onTerminal) {
        exporter.sendErrorsTo(terminal.path());
    }
    const Outcome outcome = exporter.run(toFile({text("--quiet")}));
    QCOMPARE(outcome.exitCode, Complete);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.err + terminal.written(), QByteArray());
    QVERIFY(!household.read(text(kOutput)).isEmpty());

    // An error is said all the same.
    exporter.setToken("pit-another");
    const Outcome refused = exporter.run(toFile({text("--quiet")}));
    QCOMPARE(refused.exitCode, Refused);
    QCOMPARE(QByteArray(refused.err + terminal.written()).replace("\r\n", "\n"),
             QByteArray("Leadway does not accept this token. Create a new one and paste it here.\n"));
}

void TestOutput::tellsItsProgressInLines()
{
    // Longer than the five seconds between two lines.
    Behaviour behaviour;
    behaviour.latency = std::chrono::milliseconds(220);
    Server server(scenarioOf(300), behaviour);
    QVERIFY(server.start());
    const Household household;
    const Outcome outcome = walkSlowly(household, server);
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const QRegularExpression line(text(
        "(?:\\A|\\n)\\d+ of about \\d+ messages(?: · \\d+ a second)?(?: · about \\d+ seconds? left)?\\n"));
    QVERIFY2(line.match(QString::fromUtf8(outcome.err)).hasMatch(), outcome.told().constData());
    QVERIFY2(!outcome.err.contains('\r') && !outcome.err.contains('\x1b'), outcome.told().constData());
    QCOMPARE(outcome.out, QByteArray());
}

void TestOutput::drawsItsProgressOnATerminal_data()
{
    QTest::addColumn<bool>("succeeds");
    QTest::newRow("an export that succeeds") << true;
    QTest::newRow("an export that fails") << false;
}

void TestOutput::drawsItsProgressOnATerminal()
{
    QFETCH(const bool, succeeds);
    Behaviour behaviour;
    behaviour.latency = std::chrono::milliseconds(50);
    if (!succeeds) {
        behaviour.dailyRemaining = 25;
    }
    Server server(scenarioOf(300), behaviour);
    QVERIFY(server.start());
    const Household household;
    const Terminal terminal;
    QVERIFY2(!terminal.path().isEmpty(), "the system gives no pseudo-terminal");
    const Outcome outcome = walkSlowly(household, server, terminal.path());
    const QString written = QString::fromUtf8(terminal.written());
    QVERIFY2(outcome.exitCode == (succeeds ? Complete : Incomplete), qPrintable(written));
    QCOMPARE(outcome.out, QByteArray());
    const QRegularExpression bar(text("\\r\\[(#+)(-*)\\] \\d+ of about \\d+ messages"));
    QVERIFY2(bar.match(written).hasMatch(), qPrintable(written));
    // It grows, keeps its width, and is gone before the last word.
    qsizetype length = 0;
    auto bars = bar.globalMatch(written);
    while (bars.hasNext()) {
        const QRegularExpressionMatch match = bars.next();
        QCOMPARE(match.captured(1).size() + match.captured(2).size(), 24);
        QVERIFY(match.captured(1).size() >= length);
        length = match.captured(1).size();
    }
    const QString lastLine = succeeds ? text("Saved ") : text("Leadway’s daily allowance is used up.");
    QVERIFY2(QRegularExpression(text("\\r +\\r") + lastLine).match(written).hasMatch(), qPrintable(written));
}

void TestOutput::staysInOneLineOfANarrowTerminal_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<bool>("hasWords");
    QTest::newRow("no room for the bar beside the words") << 40 << true;
    QTest::newRow("no room for the words") << 10 << false;
}

// A second line would stay where it is, and the next one below it.
void TestOutput::staysInOneLineOfANarrowTerminal()
{
    QFETCH(const int, columns);
    QFETCH(const bool, hasWords);
    Behaviour behaviour;
    behaviour.latency = std::chrono::milliseconds(50);
    Server server(scenarioOf(300), behaviour);
    QVERIFY(server.start());
    const Household household;
    const Terminal terminal(columns);
    QVERIFY2(!terminal.path().isEmpty(), "the system gives no pseudo-terminal");
    const Outcome outcome = walkSlowly(household, server, terminal.path());
    const QString written = QString::fromUtf8(terminal.written());
    QVERIFY2(outcome.exitCode == Complete, qPrintable(written));
    const QString drawn = written.left(written.indexOf(text("Saved ")));
    const QStringList lines = drawn.split(QLatin1Char('\r'), Qt::SkipEmptyParts);
    QVERIFY2(lines.size() > 2, qPrintable(written));
    for (const QString& line : lines) {
        QVERIFY2(line.size() < columns && !line.contains(QLatin1Char('#')), qPrintable(line));
    }
    QCOMPARE(drawn.contains(QRegularExpression(text(" of about \\d+ messages"))), hasWords);
}

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
