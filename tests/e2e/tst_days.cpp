// Days and languages of leadway-export: From and To are whole days where the person is, both included, also
// where a clock change makes a day shorter or longer or takes its midnight away.

#include "simulator/server.h"
#include "support/csvrows.h"
#include "support/exporter.h"
#include "support/exportrun.h"

#include <QTest>
#include <QTimeZone>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Generator;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

constexpr qint64 kHour = 3'600'000;

// Four messages a minute, day and night, over the day, its neighbours and a few hours more.
Scenario around(QDate day)
{
    Scenario scenario;
    scenario.messages = 20'000;
    scenario.span = std::chrono::hours(90);
    scenario.newestMsecs = day.addDays(2).startOfDay(Qt::UTC).toMSecsSinceEpoch() + 10 * kHour;
    scenario.htmlBytes = 100;
    return scenario;
}

QList<QByteArray> idsWithin(const Generator& generator, qint64 begin, qint64 end)
{
    return expectedIds(generator, SortOrder::Descending, [&](qint64 index) {
        const auto when = generator.createdAt(index);
        return when && *when >= begin && *when < end;
    });
}

} // namespace

class TestDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothDaysAreIncluded_data();
    void bothDaysAreIncluded();
    void aMomentIsLocalUnlessItSaysOtherwise_data();
    void aMomentIsLocalUnlessItSaysOtherwise();
    void speaksTheLanguageOfTheSystem_data();
    void speaksTheLanguageOfTheSystem();
};

void TestDays::bothDaysAreIncluded_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<int>("hours");
    const auto rows = [](const char* name, const char* zone, QDate day, int hours) {
        QTest::addRow("%s: %s, the day alone", zone, name) << QByteArray(zone) << day << day << hours;
        QTest::addRow("%s: %s, three days", zone, name)
            << QByteArray(zone) << day.addDays(-1) << day.addDays(1) << hours + 48;
    };
    rows("spring", "Europe/Madrid", {2024, 3, 31}, 23);
    rows("autumn", "Europe/Madrid", {2024, 10, 27}, 25);
    rows("an ordinary day", "Europe/Madrid", {2024, 6, 12}, 24);
    rows("a day without a midnight", "America/Santiago", {2024, 9, 8}, 23);
    rows("a day with an hour before midnight twice", "America/Santiago", {2024, 4, 6}, 25);
}

void TestDays::bothDaysAreIncluded()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QDate, from);
    QFETCH(const QDate, to);
    QFETCH(const int, hours);
    const QTimeZone place(zone);
    const qint64 begin = from.startOfDay(place).toMSecsSinceEpoch();
    const qint64 end = to.addDays(1).startOfDay(place).toMSecsSinceEpoch();
    QCOMPARE(end - begin, hours * kHour);
    Server server(around(from == to ? from : from.addDays(1)));
    QVERIFY(server.start());
    const Generator& generator = server.generator();
    // An hour more or less would show.
    for (const qint64 hour : {begin - kHour, begin, end - kHour, end}) {
        QVERIFY(!idsWithin(generator, hour, hour + kHour).isEmpty());
    }

    const Household household;
    Exporter exporter(household, server.baseUrl());
    exporter.environment.insert(text("TZ"), QString::fromLatin1(zone));
    const Outcome outcome = exporter.run(
        toFile({text("--from"), from.toString(Qt::ISODate), text("--to"), to.toString(Qt::ISODate)}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());

    const CsvRows csv = parseCsv(household.read(text(kOutput)), ',');
    QCOMPARE(firstDifference(csv.values("Message id"), idsWithin(generator, begin, end)), QByteArray());
    // And so the file says.
    const QByteArray first = from.toString(Qt::ISODate).toLatin1();
    const QByteArray last = to.toString(Qt::ISODate).toLatin1();
    const QList<QByteArray> dates = csv.values("Date (" + zone + ")");
    QCOMPARE(dates.size(), csv.rows.size());
    for (const QByteArray& date : dates) {
        QVERIFY2(date.left(10) >= first && date.left(10) <= last, date.constData());
    }
}

void TestDays::aMomentIsLocalUnlessItSaysOtherwise_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QDateTime>("first");
    QTest::addColumn<QDateTime>("last");
    const QTimeZone madrid("Europe/Madrid");
    const QDate day(2024, 6, 12);
    QTest::newRow("local") << text("2024-06-12T08:00:00") << text("2024-06-12T20:30:00")
                           << QDateTime(day, {8, 0}, madrid) << QDateTime(day, {20, 30}, madrid);
    QTest::newRow("UTC") << text("2024-06-12T08:00:00Z") << text("2024-06-12T20:30:00Z")
                         << QDateTime(day, {8, 0}, Qt::UTC) << QDateTime(day, {20, 30}, Qt::UTC);
    QTest::newRow("another place") << text("2024-06-12T08:00:00-04:00")
                                   << text("2024-06-12T20:30:00.250-04:00")
                                   << QDateTime(day, {12, 0}, Qt::UTC)
                                   << QDateTime(day.addDays(1), {0, 30, 0, 250}, Qt::UTC);
    QTest::newRow("from a moment to the end of a day")
        << text("2024-06-12T08:00:00") << text("2024-06-13") << QDateTime(day, {8, 0}, madrid)
        << QDateTime(day.addDays(1), {23, 59, 59, 999}, madrid);
}

void TestDays::aMomentIsLocalUnlessItSaysOtherwise()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QDateTime, first);
    QFETCH(const QDateTime, last);
    Server server(around({2024, 6, 12}));
    QVERIFY(server.start());
    const Household household;
    Exporter exporter(household, server.baseUrl());
    exporter.environment.insert(text("TZ"), text("Europe/Madrid"));
    const Outcome outcome = exporter.run(toFile({text("--from"), from, text("--to"), to}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const QList<QByteArray> expected =
        idsWithin(server.generator(), first.toMSecsSinceEpoch(), last.toMSecsSinceEpoch() + 1);
    QVERIFY(!expected.isEmpty());
    const CsvRows csv = parseCsv(household.read(text(kOutput)), ',');
    QCOMPARE(firstDifference(csv.values("Message id"), expected), QByteArray());
}

void TestDays::speaksTheLanguageOfTheSystem_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("English") << text("en_US.UTF-8") << QByteArray("Date (UTC),") << QByteArray("1,200 ");
    QTest::newRow("Spanish of Spain")
        << text("es_ES.UTF-8") << QByteArray("Fecha (UTC);") << QByteArray("1200 ");
    QTest::newRow("Spanish of Mexico")
        << text("es_MX.UTF-8") << QByteArray("Fecha (UTC),") << QByteArray("1,200 ");
    QTest::newRow("a language it does not speak")
        << text("ja_JP.UTF-8") << QByteArray("Date (UTC),") << QByteArray("1,200 ");
}

void TestDays::speaksTheLanguageOfTheSystem()
{
    QFETCH(const QString, language);
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, sentence);
    Scenario scenario;
    scenario.messages = 1200;
    Server server(scenario);
    QVERIFY(server.start());
    const Household household;
    Exporter exporter(household, server.baseUrl());
    exporter.environment.insert(text("LANG"), language);
    const Outcome outcome = exporter.run(toFile());
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const QByteArray file = household.read(text(kOutput));
    QVERIFY2(file.startsWith("\xef\xbb\xbf" + header), file.left(100).constData());
    QVERIFY2(outcome.err.contains(sentence), outcome.told().constData());
    const bool isSpanish = language.startsWith(text("es"));
    QVERIFY2(outcome.err.contains("Saved") != isSpanish, outcome.told().constData());
    const QByteArray help = exporter.run({text("--help")}).out;
    QVERIFY2(help.contains("Show this help.") != isSpanish, help.constData());
    exporter.removeToken();
    const QByteArray complaint = exporter.run(toFile()).err;
    QVERIFY2(complaint.contains("There is no token") != isSpanish, complaint.constData());
    QVERIFY(complaint.contains("LEADWAY_TOKEN"));
}

QTEST_GUILESS_MAIN(TestDays)
#include "tst_days.moc"
