// What the command line says of how a file is to look.

#include "format/columns.h"
#include "simulator/server.h"
#include "support/csvrows.h"
#include "support/exporter.h"

#include <QTest>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

class TestFormatArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesColumns_data();
    void choosesColumns();
    void writesDatesInUtc();
    void takesLineBreaksOutOfCells();
    void refusesWhatIsNoValue_data();
    void refusesWhatIsNoValue();
    void namesTheColumnsThereAre();
    void refusesInSpanishToo();
};

void TestFormatArguments::choosesColumns_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("simple") << text("simple")
                            << QByteArray("Date (UTC),Channel,Direction,Contact,Message,Status");
    QTest::newRow("in capitals") << text("SIMPLE")
                                 << QByteArray("Date (UTC),Channel,Direction,Contact,Message,Status");
    QTest::newRow("of one's own") << text("body, id,contact") << QByteArray("Message,Message id,Contact");
}

void TestFormatArguments::choosesColumns()
{
    QFETCH(QString, list);
    QFETCH(QByteArray, header);
    Server server(Scenario{});
    QVERIFY(server.start());
    const Household household;
    const Outcome outcome = Exporter(household, server.baseUrl()).run(toFile({text("--columns"), list}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const QByteArray file = household.read(text(kOutput));
    QCOMPARE(file.left(file.indexOf('\r')), "\xef\xbb\xbf" + header);
}

void TestFormatArguments::writesDatesInUtc()
{
    Server server(Scenario{});
    QVERIFY(server.start());
    const Household household;
    Exporter exporter(household, server.baseUrl());
    exporter.environment.insert(text("TZ"), text("America/Bogota"));
    const Outcome local = exporter.run(toFile({text("--columns"), text("date,dateAdded")}));
    QVERIFY2(local.exitCode == Complete, local.told().constData());
    QVERIFY(household.read(text(kOutput)).contains("Date (America/Bogota),Exact date (UTC)\r\n"));
    const Outcome utc = exporter.run(toFile({text("--utc"), text("--columns"), text("date,dateAdded")}));
    QVERIFY2(utc.exitCode == Complete, utc.told().constData());
    const CsvRows csv = parseCsv(household.read(text(kOutput)), ',');
    QVERIFY(!csv.rows.isEmpty());
    for (const QList<QByteArray>& row : csv.rows) {
        const QByteArray date = row[csv.column("Date (UTC)")];
        QCOMPARE(QByteArray(date).replace(' ', 'T'), row[csv.column("Exact date (UTC)")].left(date.size()));
    }
}

void TestFormatArguments::takesLineBreaksOutOfCells()
{
    Server server(Scenario::awkward(11, 300));
    QVERIFY(server.start());
    const Household household;
    const Outcome outcome = Exporter(household, server.baseUrl()).run(toFile({text("--no-line-breaks")}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const CsvRows csv = parseCsv(household.read(text(kOutput)), ',');
    QVERIFY(!csv.rows.isEmpty());
    for (const QList<QByteArray>& row : csv.rows) {
        for (const QByteArray& cell : row) {
            QVERIFY(!cell.contains('\n') && !cell.contains('\r'));
        }
    }
}

void TestFormatArguments::refusesWhatIsNoValue_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("files") << QStringList{text("--files"), text("year")}
                           << text("“year” is not a value for --files. Possible: one, conversation, month.");
    QTest::newRow("format") << QStringList{text("--format"), text("ods")}
                            << text("“ods” is not a value for --format. Possible: ");
    QTest::newRow("columns")
        << QStringList{text("--columns"), text("date,gone,body")}
        << text("“gone” is not a value for --columns. Possible: simple, everything, date, ");
    QTest::newRow("no columns")
        << QStringList{text("--columns"), text(",")}
        << text("“,” is not a value for --columns. Possible: simple, everything, date, ");
    QTest::newRow("own without a list")
        << QStringList{text("--columns"), text("own")} << text("“own” is not a value for --columns. ");
}

void TestFormatArguments::refusesWhatIsNoValue()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    const Household household;
    const Outcome outcome = Exporter(household, QUrl(text("http://127.0.0.1:1"))).run(toFile(arguments));
    QCOMPARE(outcome.exitCode, int(Usage));
    QVERIFY2(QString::fromUtf8(outcome.err).contains(sentence), outcome.told().constData());
    QVERIFY(isClear(outcome.err));
}

void TestFormatArguments::namesTheColumnsThereAre()
{
    const Household household;
    const Outcome outcome =
        Exporter(household, QUrl(text("http://127.0.0.1:1"))).run(toFile({text("--columns"), text("gone")}));
    for (const Column& column : columns()) {
        if (column.adapted) {
            QVERIFY2(outcome.err.contains(column.key.data()), column.key.data());
        }
    }
}

void TestFormatArguments::refusesInSpanishToo()
{
    const Household household;
    Exporter exporter(household, QUrl(text("http://127.0.0.1:1")));
    exporter.environment.insert(text("LANG"), text("es_ES.UTF-8"));
    const Outcome outcome = exporter.run(toFile({text("--columns"), text("gone")}));
    QVERIFY2(QString::fromUtf8(outcome.err).contains(text("«gone» no es un valor para --columns")),
             outcome.told().constData());
    const Outcome help = exporter.run({text("--help")});
    QVERIFY(QString::fromUtf8(help.out).contains(text("Fechas en UTC en lugar de la hora local.")));
}

QTEST_GUILESS_MAIN(TestFormatArguments)
#include "tst_formatarguments.moc"
