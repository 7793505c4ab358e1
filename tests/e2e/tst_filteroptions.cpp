// The options of leadway-export that say in words which messages: the dates people think in, and what is
// looked at here.

#include "simulator/server.h"
#include "support/exporter.h"
#include "support/exportrun.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Expected;
using leadway::simulator::Generator;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

const QByteArray kZone = "Pacific/Auckland"; // where it is another day than here for half of it

Scenario upToNow()
{
    Scenario scenario;
    scenario.messages = 3000;
    scenario.newestMsecs = QDateTime::currentMSecsSinceEpoch() - 1000;
    scenario.span = std::chrono::hours(24 * 70);
    return scenario;
}

QList<QByteArray> idsOf(const QByteArray& lines)
{
    QList<QByteArray> ids;
    for (const QByteArray& line : lines.split('\n')) {
        if (!line.isEmpty()) {
            ids.append(QJsonDocument::fromJson(line).object().value(QLatin1String("id")).toString().toUtf8());
        }
    }
    return ids;
}

} // namespace

class TestFilterOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void chooseTheDays_data();
    void chooseTheDays();
    void chooseWhatIsLookedAtHere_data();
    void chooseWhatIsLookedAtHere();
    void areRefusedInASentence_data();
    void areRefusedInASentence();

private:
    Outcome run(const QStringList& arguments) const
    {
        return m_exporter->run(toFile(QStringList{text("--format"), text("jsonl")} + arguments));
    }

    std::unique_ptr<Server> m_server;
    std::unique_ptr<Household> m_household;
    std::unique_ptr<Exporter> m_exporter;
};

void TestFilterOptions::init()
{
    m_exporter.reset();
    m_household = std::make_unique<Household>();
    m_server = std::make_unique<Server>(upToNow());
    QVERIFY(m_server->start());
    m_exporter = std::make_unique<Exporter>(*m_household, m_server->baseUrl());
    m_exporter->environment.insert(text("TZ"), QString::fromLatin1(kZone));
}

void TestFilterOptions::chooseTheDays_data()
{
    QTest::addColumn<int>("daysBack"); // the first day, before today
    QTest::addColumn<int>("days");
    QTest::newRow("today") << 0 << 1;
    QTest::newRow("yesterday") << 1 << 1;
    QTest::newRow("last-7-days") << 6 << 7;
    QTest::newRow("LAST-30-DAYS") << 29 << 30;
}

void TestFilterOptions::chooseTheDays()
{
    QFETCH(const int, daysBack);
    QFETCH(const int, days);
    const QTimeZone zone(kZone);
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(zone).date();
    const Outcome outcome = run({text("--dates"), text(QTest::currentDataTag())});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    if (QDateTime::currentDateTimeUtc().toTimeZone(zone).date() != today) {
        QSKIP("midnight came in between");
    }
    const qint64 begin = today.addDays(-daysBack).startOfDay(zone).toMSecsSinceEpoch();
    const qint64 end = today.addDays(days - daysBack).startOfDay(zone).toMSecsSinceEpoch();
    const Generator& generator = m_server->generator();
    const QList<QByteArray> expected = expectedIds(generator, SortOrder::Descending, [&](qint64 index) {
        const auto when = generator.createdAt(index);
        return when && *when >= begin && *when < end;
    });
    QCOMPARE(firstDifference(idsOf(m_household->read(text(kOutput))), expected), QByteArray());
}

void TestFilterOptions::chooseWhatIsLookedAtHere_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<std::function<bool(const Expected&)>>("isWanted");
    using Wanted = std::function<bool(const Expected&)>;
    const auto row = [](const char* name, const QStringList& arguments, const Wanted& isWanted) {
        QTest::newRow(name) << arguments << isWanted;
    };
    row("received", {text("--direction"), text("Received")},
        [](const Expected& e) { return e.direction == "inbound"; });
    row("sent and failed", {text("--direction"), text("sent"), text("--status"), text("Failed")},
        [](const Expected& e) {
            return e.direction == "outbound" && (e.status == "failed" || e.callStatus == "failed");
        });
    row("attached", {text("--has-attachment")}, [](const Expected& e) { return !e.attachments.empty(); });
    row("a status of tomorrow", {text("--status"), text("brand-new")},
        [](const Expected& /*e*/) { return false; });
    row("words of no message", {text("--contains"), text("no message says this")},
        [](const Expected& /*e*/) { return false; });
}

void TestFilterOptions::chooseWhatIsLookedAtHere()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const std::function<bool(const Expected&)>, isWanted);
    const Outcome outcome = run(arguments + QStringList{text("--report"), text("report.json")});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const Generator& generator = m_server->generator();
    const QList<QByteArray> expected = expectedIds(
        generator, SortOrder::Descending, [&](qint64 index) { return isWanted(generator.expected(index)); });
    QCOMPARE(firstDifference(idsOf(m_household->read(text(kOutput))), expected), QByteArray());
    QVERIFY2(outcome.err.contains(" of 3,000 messages, all that match the filters. Nothing is missing."),
             outcome.told().constData());
    const QJsonObject report = QJsonDocument::fromJson(m_household->read(text("report.json"))).object();
    QCOMPARE(report.value(QLatin1String("leftOut")).toInteger(), 3000 - expected.size());
    QCOMPARE(report.value(QLatin1String("balances")), QJsonValue(true));
}

void TestFilterOptions::areRefusedInASentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* name, const QStringList& arguments, const char* sentence) {
        QTest::newRow(name) << arguments << QByteArray(sentence);
    };
    row("no such dates", {text("--dates"), text("tomorrow")},
        "“tomorrow” is not a value for --dates. Possible: today, yesterday, last-7-days, last-30-days, "
        "this-month, last-month, this-year, all.");
    row("other dates", {text("--dates"), text("other")}, "“other” is not a value for --dates.");
    row("no dates", {text("--dates"), text("")}, "“” is not a value for --dates.");
    row("with a first day", {text("--dates"), text("today"), text("--from"), text("2025-01-01")},
        "--dates and --from exclude each other: choose one way to say which days.");
    row("with a last day", {text("--to"), text("2025-01-01"), text("--dates"), text("today")},
        "--dates and --to exclude each other: choose one way to say which days.");
    row("no direction", {text("--direction"), text("in")},
        "“in” is not a value for --direction. Possible: received, sent.");
    row("no status", {text("--status"), text("  ")}, "“” is not a value for --status.");
    row("no word for a status", {text("--status"), text("read;failed")},
        "“read;failed” is not a value for --status.");
    row("no words", {text("--contains"), text(" ")}, "“” is not a value for --contains.");
}

void TestFilterOptions::areRefusedInASentence()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, sentence);
    const Outcome outcome = run(arguments);
    QVERIFY2(outcome.exitCode == Usage, outcome.told().constData());
    QVERIFY2(outcome.err.contains(sentence), outcome.told().constData());
    QCOMPARE(m_server->requests(), 0);
}

QTEST_GUILESS_MAIN(TestFilterOptions)
#include "tst_filteroptions.moc"
