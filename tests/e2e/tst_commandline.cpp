// leadway-export from outside: what it says to wrong input, with which exit code, and that the file of an
// earlier export is still whole then.

#include "simulator/server.h"
#include "support/exporter.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <sys/stat.h>

using namespace leadway::test;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void helpNamesEveryOption();
    void tellsItsVersion();
    void refusesBadInput_data();
    void refusesBadInput();
    void refusesPlacesItCannotWriteTo_data();
    void refusesPlacesItCannotWriteTo();
    void refusesToWriteTheReportOverTheExport_data();
    void refusesToWriteTheReportOverTheExport();

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Household> m_household;
    std::unique_ptr<Exporter> m_exporter;
};

void TestCommandLine::init()
{
    Scenario scenario;
    scenario.messages = 1200;
    m_server = std::make_unique<Server>(scenario);
    QVERIFY(m_server->start());
    m_household = std::make_unique<Household>();
    m_household->write(text(kOutput), kEarlier);
    m_exporter = std::make_unique<Exporter>(*m_household, m_server->baseUrl());
}

void TestCommandLine::cleanup()
{
    QCOMPARE(m_household->spools(), QStringList());
    m_exporter.reset();
    m_server.reset();
    m_household.reset();
}

void TestCommandLine::helpNamesEveryOption()
{
    Exporter exporter(*m_household);
    exporter.removeToken();
    const Outcome outcome = exporter.run({text("--help")});
    QCOMPARE(outcome.exitCode, Complete);
    QCOMPARE(outcome.err, QByteArray());
    for (const char* const option :
         {"location <",   "channels <", "contact <", "conversation <", "from <",
          "to <",         "sort-by <",  "order <",   "page-size <",    "parallel <",
          "format <",     "output <",   "report <",  "base-url <",     "api-version <",
          "token-stdin ", "demo ",      "quiet ",    "help ",          "version "}) {
        QVERIFY2(outcome.out.contains(QByteArray("\n  --") + option), option);
    }
    // Besides the options: where the token comes from, and what the exit codes mean.
    for (const char* const word :
         {"LEADWAY_TOKEN", "0 complete", "1 failed", "2 wrong usage", "3 incomplete", "4 no token"}) {
        QVERIFY2(outcome.out.contains(word), word);
    }
}

void TestCommandLine::tellsItsVersion()
{
    const Outcome outcome = m_exporter->run({text("--version")});
    QCOMPARE(outcome.exitCode, Complete);
    QCOMPARE(outcome.err, QByteArray());
    const QRegularExpression version(QStringLiteral("\\Aleadway-export \\d+\\.\\d+\\.\\d+\\n\\z"));
    QVERIFY2(version.match(QString::fromUtf8(outcome.out)).hasMatch(), outcome.out.constData());
}

void TestCommandLine::refusesBadInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* name, const QStringList& arguments, const char* sentence) {
        QTest::newRow(name) << arguments << QByteArray(sentence);
    };
    const auto value = [&row](const char* option, const char* wrong, const char* sentence) {
        row(qPrintable(text("--%1 \"%2\"").arg(text(option), text(wrong))),
            {text("--") + text(option), text(wrong)}, sentence);
    };
    const char* const location = "Enter the location id.";
    const char* const malformed = "Not a location id or link.";
    const char* const date = "is not a value for --from. Possible: 2025-03-31,";
    value("location", "", location);
    value("location", "   ", location);
    value("location", "abc", malformed);
    value("location", "demo 000000000000001", malformed);
    value("location", "demo0000000000000001/x", malformed);
    value("contact", "", "is not a value for --contact. Possible: an id");
    value("contact", "  ", "is not a value for --contact.");
    value("conversation", "", "is not a value for --conversation.");
    value("from", "", date);
    value("to", " ", "is not a value for --to. Possible: 2025-03-31,");
    value("contact", "no such value", "Not a contact id");
    value("conversation", "no such value", "Not a conversation id");
    value("channels", "Fax", "is not a value for --channels. Possible: all, no-email, SMS, Call");
    value("channels", "SMS,,Call", "is not a value for --channels.");
    value("channels", "", "is not a value for --channels.");
    value("sort-by", "date", "is not a value for --sort-by. Possible: createdAt, updatedAt.");
    value("order", "up", "is not a value for --order. Possible: asc, desc.");
    value("format", "xml",
          "is not a value for --format. Possible: xlsx, csv, csv-exact, json, jsonl, transcript, pdf.");
    value("page-size", "9", "is not a value for --page-size. Possible: a number from 10 to 500.");
    value("page-size", "501", "is not a value for --page-size. Possible: a number from 10 to 500.");
    value("page-size", "many", "is not a value for --page-size.");
    value("page-size", "-10", "is not a value for --page-size.");
    value("page-size", "99999999999", "is not a value for --page-size.");
    value("parallel", "0", "is not a value for --parallel. Possible: a number from 1 to 24.");
    value("parallel", "25", "is not a value for --parallel.");
    value("parallel", "auto", "is not a value for --parallel.");
    value("from", "yesterday", date);
    value("from", "2024-02-30", date);
    value("from", "2024-13-01", date);
    value("from", "31/03/2024", date);
    value("from", "2024-03-31T25:00:00", date);
    value("to", "tomorrow", "is not a value for --to. Possible: 2025-03-31,");
    value("base-url", "not an address", "is not a value for --base-url.");
    value("base-url", "http://example.com", "an address that begins with https://");
    value("base-url", "https://me:secret@example.com", "is not a value for --base-url.");
    value("base-url", "ftp://example.com", "is not a value for --base-url.");
    value("api-version", "", "--api-version");
    value("api-version", "no such value", "--api-version");
    row("To before From", {text("--from"), text("2024-05-02"), text("--to"), text("2024-05-01")},
        "“To” is before “From”.");
    row("an unknown option", {text("--outptu"), text("x.csv")}, "Unknown option 'outptu'.");
    row("an option without its value", {text("--format")}, "format");
    row("a value for an option that has none", {text("--quiet=yes")}, "quiet");
    row("an argument without an option", {text("export.csv")}, "“export.csv” is not an option.");
}

void TestCommandLine::refusesBadInput()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, sentence);
    const Outcome outcome = m_exporter->run(toFile(arguments));
    QVERIFY2(outcome.exitCode == Usage, outcome.told().constData());
    QVERIFY2(outcome.err.contains(sentence), outcome.told().constData());
    QVERIFY2(isClear(outcome.err), outcome.told().constData());
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(m_household->read(text(kOutput)), QByteArray(kEarlier));
    QCOMPARE(m_household->names(), QStringList{text(kOutput)});
    QCOMPARE(m_server->requests(), 0);
}

void TestCommandLine::refusesPlacesItCannotWriteTo_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QByteArray>("sentence");
    for (const char* const option : {"output", "report"}) {
        const auto row = [option](const char* name, const char* place, const char* sentence) {
            QTest::addRow("--%s %s", option, name)
                << text("--") + text(option) << text(place) << QByteArray(sentence);
        };
        row("in a folder that is not there", "nowhere/x", "does not exist. Choose another folder.");
        row("below a file", "export/x", "does not exist. Choose another folder.");
        row("that is a folder", "folder", "is a folder. Give the file a name.");
        row("that is this folder", ".", "is a folder. Give the file a name.");
        row("in a folder of others", "locked/x", "Cannot save in this folder. Choose another folder.");
        row("that is a pipe", "pipe", "Cannot save in this folder. Choose another folder.");
        row("that may not be changed", "readonly", "Cannot save in this folder. Choose another folder.");
    }
}

void TestCommandLine::refusesPlacesItCannotWriteTo()
{
    QFETCH(const QString, option);
    QFETCH(const QString, place);
    QFETCH(const QByteArray, sentence);
    QVERIFY(QDir(m_household->workFolder()).mkdir(text("folder")));
    QVERIFY(QDir(m_household->workFolder()).mkdir(text("locked")));
    m_household->write(text("readonly"), kEarlier);
    QCOMPARE(::mkfifo(QFile::encodeName(m_household->path(text("pipe"))).constData(), 0600), 0);
    QVERIFY(QFile::setPermissions(m_household->path(text("locked")), QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(QFile::setPermissions(m_household->path(text("readonly")), QFile::ReadOwner));
    const QStringList before = m_household->names();
    m_exporter->beforehand = obeyPermissions;

    const Outcome outcome = m_exporter->run(toFile({option, place}));

    QVERIFY(QFile::setPermissions(m_household->path(text("locked")),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY2(outcome.exitCode == Failed, outcome.told().constData());
    QVERIFY2(outcome.err.contains(sentence), outcome.told().constData());
    QVERIFY2(isClear(outcome.err), outcome.told().constData());
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(m_household->read(text(kOutput)), QByteArray(kEarlier));
    QCOMPARE(m_household->read(text("readonly")), QByteArray(kEarlier));
    QCOMPARE(m_household->names(), before);
    // Said at once, not after an hour of fetching.
    QCOMPARE(m_server->requests(), 0);
}

void TestCommandLine::refusesToWriteTheReportOverTheExport_data()
{
    QTest::addColumn<QString>("report");
    QTest::newRow("the same name") << text(kOutput);
    QTest::newRow("another name for it") << text("../work/./") + text(kOutput);
}

void TestCommandLine::refusesToWriteTheReportOverTheExport()
{
    QFETCH(const QString, report);
    const Outcome outcome = m_exporter->run(toFile({text("--report"), report}));
    QVERIFY2(outcome.exitCode == Usage, outcome.told().constData());
    QVERIFY2(isClear(outcome.err), outcome.told().constData());
    QCOMPARE(m_household->read(text(kOutput)), QByteArray(kEarlier));
    QCOMPARE(m_server->requests(), 0);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
