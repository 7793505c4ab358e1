// How leadway-export ends, told from outside: the exit code and the sentence for everything that can stop an
// export, and that then nothing is left of it and the file of an earlier export is whole.

#include "simulator/server.h"
#include "support/exporter.h"
#include "support/gate.h"

#include <QFileSystemWatcher>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <memory>

using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Fault;
using leadway::simulator::Request;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

class TestExitCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhyTheServiceRefused_data();
    void tellsWhyTheServiceRefused();
    void doesNotCallComplete_data();
    void doesNotCallComplete();
    void keepsTheEarlierFileWhenTheDiskFailsMidway_data();
    void keepsTheEarlierFileWhenTheDiskFailsMidway();
    void canBeGoneOnWithWhenInterrupted_data();
    void canBeGoneOnWithWhenInterrupted();
    void canBeGoneOnWithWhenInterruptedWhileItWaits();
    void canBeGoneOnWithWhenInterruptedWhileItWrites();
    void worksAgainstTheSimulatorProgram();

private:
    void goOnIfAnythingIsLeft();
    void verifyStopped(const Outcome& outcome);

    std::unique_ptr<Server> m_server;
    std::unique_ptr<Household> m_household;
    std::unique_ptr<Exporter> m_exporter;
};

void TestExitCodes::init()
{
    Scenario scenario;
    scenario.messages = 1200;
    m_server = std::make_unique<Server>(scenario);
    QVERIFY(m_server->start());
    m_household = std::make_unique<Household>();
    m_household->write(text(kOutput), kEarlier);
    m_exporter = std::make_unique<Exporter>(*m_household, m_server->baseUrl());
}

void TestExitCodes::cleanup()
{
    QCOMPARE(m_household->spools(), QStringList());
    m_exporter.reset();
    m_server.reset();
    m_household.reset();
}

void TestExitCodes::tellsWhyTheServiceRefused_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* name, int exitCode, const char* sentence, const auto& change) {
        Behaviour behaviour;
        change(behaviour);
        QTest::newRow(name) << behaviour << exitCode << QByteArray(sentence);
    };
    const auto faulty = [&row](const char* name, int exitCode, const char* sentence, const Fault& fault) {
        row(name, exitCode, sentence,
            [&fault](Behaviour& behaviour) { behaviour.fault = [fault](const Request&) { return fault; }; });
    };
    row("unknown token", Refused, "Leadway does not accept this token. Create a new one",
        [](Behaviour& b) { b.token = "pit-another"; });
    row("token without the scope", Refused, "Tick “View Conversation Messages” for it.",
        [](Behaviour& b) { b.scopeGranted = false; });
    row("agency's token", Refused, "This is an agency token. Create one inside the location.",
        [](Behaviour& b) { b.agencyToken = true; });
    row("another location's token", Refused, "The token belongs to another location. Check the location",
        [](Behaviour& b) { b.tokenFitsLocation = false; });
    row("today's allowance used up", Incomplete, "Leadway’s daily allowance is used up. Try again tomorrow.",
        [](Behaviour& b) { b.dailyRemaining = 0; });
    row("allowance used up midway", Incomplete,
        "Leadway’s daily allowance is used up. Continue tomorrow: nothing",
        [](Behaviour& b) { b.dailyRemaining = 3; }); // the most that are asked before anything has come
    faulty("a firewall", Failed, "Something refused us, often a firewall. Ask IT.",
           Fault::of(Fault::Kind::HtmlBlocked));
    faulty("no such service", Failed, "There is no Leadway service at this address.", Fault::answer(404));
    faulty("a choice refused", Failed, "Leadway refused this choice: limit must be odd.",
           Fault::answer(422, R"({"message":["limit must be odd"]})"));
    faulty("another host", Failed, "Leadway pointed to other.example; the token was not sent.",
           Fault::redirect("https://other.example/elsewhere?token=1"));
}

void TestExitCodes::tellsWhyTheServiceRefused()
{
    QFETCH(const Behaviour, behaviour);
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, sentence);
    m_server->setBehaviour(behaviour);
    const Outcome outcome = m_exporter->run(toFile());
    QVERIFY2(outcome.exitCode == exitCode, outcome.told().constData());
    QVERIFY2(outcome.err.contains(sentence), outcome.told().constData());
    QVERIFY2(isClear(outcome.err), outcome.told().constData());
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(m_household->read(text(kOutput)), QByteArray(kEarlier));
    QCOMPARE(m_household->names(), QStringList{text(kOutput)});
    m_server->setBehaviour({});
    goOnIfAnythingIsLeft();
}

// What came before the end is kept, and the export can be gone on with.
void TestExitCodes::goOnIfAnythingIsLeft()
{
    if (m_household->spools().isEmpty()) {
        return;
    }
    const Outcome outcome = m_exporter->run({text("--resume")});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QVERIFY2(outcome.err.contains("Nothing is missing."), outcome.told().constData());
    QVERIFY(m_household->read(text(kOutput)) != QByteArray(kEarlier));
}

void TestExitCodes::doesNotCallComplete_data()
{
    QTest::addColumn<Fault::Kind>("fault");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("the same page over and over")
        << Fault::Kind::NoProgress << QByteArray("Leadway kept sending the same messages");
    QTest::newRow("empty pages instead of the rest") << Fault::Kind::EmptyPage << QByteArray("are missing.");
}

void TestExitCodes::doesNotCallComplete()
{
    QFETCH(const Fault::Kind, fault);
    QFETCH(const QByteArray, sentence);
    // Both walks get one good page.
    m_server->setFault([fault](const Request& request) {
        return request.query.contains("cursor") ? Fault::of(fault) : Fault();
    });
    const Outcome outcome = m_exporter->run(toFile());
    QVERIFY2(outcome.err.contains(sentence), outcome.told().constData());
    QVERIFY2(outcome.exitCode == Incomplete, outcome.told().constData());
}

void TestExitCodes::keepsTheEarlierFileWhenTheDiskFailsMidway_data()
{
    QTest::addColumn<qint64>("room");
    QTest::addColumn<bool>("fetchesAll");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("no room for what is fetched")
        << qint64(20'000) << false << QByteArray("What was fetched could not be kept on this computer.");
    // The two walks have a spool file each, the export has both in one.
    QTest::newRow("no room for the file")
        << qint64(1'200'000) << true << QByteArray("The file could not be written. Save somewhere else.");
}

void TestExitCodes::keepsTheEarlierFileWhenTheDiskFailsMidway()
{
    QFETCH(const qint64, room);
    QFETCH(const bool, fetchesAll);
    QFETCH(const QByteArray, sentence);
    Scenario scenario;
    scenario.messages = 2000;
    m_server = std::make_unique<Server>(scenario);
    QVERIFY(m_server->start());
    Exporter exporter(*m_household, m_server->baseUrl());
    // As large as what was fetched: e-mail that is made readable is smaller.
    const QStringList asItCame = {text("--format"), text("json"), text("--output")};
    QCOMPARE(exporter.run(asItCame + QStringList{text("whole")}).exitCode, Complete);
    QVERIFY(m_household->read(text("whole")).size() > room);

    exporter.beforehand = [room] { limitFileLength(room); };
    const Outcome outcome = exporter.run(asItCame + QStringList{text(kOutput)});
    QVERIFY2(outcome.exitCode == Failed, outcome.told().constData());
    QVERIFY2(outcome.err.contains(sentence), outcome.told().constData());
    QVERIFY2(isClear(outcome.err), outcome.told().constData());
    QCOMPARE(m_household->read(text(kOutput)), QByteArray(kEarlier));
    QCOMPARE(m_household->names(), (QStringList{text(kOutput), text("whole")}));
    // Not even a page has come to be kept where there is no room for one.
    QCOMPARE(outcome.err.contains("2,000 messages are kept."), fetchesAll);
    QCOMPARE(m_household->spools().isEmpty(), !fetchesAll);
    exporter.beforehand = {};
    const Outcome again =
        exporter.run(fetchesAll ? QStringList{text("--resume")} : asItCame + QStringList{text(kOutput)});
    QVERIFY2(again.exitCode == Complete, again.told().constData());
    QCOMPARE(m_household->read(text(kOutput)), m_household->read(text("whole")));
}

void TestExitCodes::verifyStopped(const Outcome& outcome)
{
    QVERIFY2(outcome.exitCode == Incomplete, outcome.told().constData());
    QVERIFY2(isClear(outcome.err), outcome.told().constData());
    QVERIFY2(outcome.err.contains(m_household->spools().isEmpty() ? "Cancelled. No file was written."
                                                                  : "are safe; it goes on from there."),
             outcome.told().constData());
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(m_household->read(text(kOutput)), QByteArray(kEarlier));
    QCOMPARE(m_household->names(), QStringList{text(kOutput)});
    m_server->setBehaviour({});
    goOnIfAnythingIsLeft();
}

void TestExitCodes::canBeGoneOnWithWhenInterrupted_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("asked to end") << SIGTERM;
    QTest::newRow("the terminal closed") << SIGHUP;
}

void TestExitCodes::canBeGoneOnWithWhenInterrupted()
{
    QFETCH(const int, signal);
    Gate gate;
    // Two walks: at the third request, a page is in the spool.
    m_server->setFault(gate.closedFrom(3));
    m_exporter->start(toFile());
    QTRY_VERIFY_WITH_TIMEOUT(gate.isReached() && !m_household->spools().isEmpty(), 20'000);
    m_exporter->signal(signal);
    verifyStopped(m_exporter->finish());
}

void TestExitCodes::canBeGoneOnWithWhenInterruptedWhileItWaits()
{
    Behaviour behaviour;
    behaviour.rateMax = 1;
    behaviour.rateHeaders = false;
    behaviour.rateInterval = std::chrono::minutes(10);
    behaviour.retryAfter = "600";
    m_server->setBehaviour(behaviour);
    m_exporter->start(toFile());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requests() >= 2, 20'000);
    m_exporter->signal(SIGINT);
    verifyStopped(m_exporter->finish());
}

void TestExitCodes::canBeGoneOnWithWhenInterruptedWhileItWrites()
{
    Scenario scenario;
    scenario.messages = 60'000;
    m_server = std::make_unique<Server>(scenario);
    QVERIFY(m_server->start());
    m_exporter = std::make_unique<Exporter>(*m_household, m_server->baseUrl());
    QFileSystemWatcher watcher({m_household->workFolder()});
    QSignalSpy fileBegun(&watcher, &QFileSystemWatcher::directoryChanged);
    m_exporter->start(toFile());
    QVERIFY(fileBegun.wait(60'000));
    m_exporter->signal(SIGINT);
    verifyStopped(m_exporter->finish());
}

void TestExitCodes::worksAgainstTheSimulatorProgram()
{
    Program simulator(QStringLiteral(LEADWAY_BINARY_DIR "/src/simulator/leadway-simulator"), *m_household);
    simulator.start({text("--messages"), text("3000"), text("--rate"), text("1000000/1000"), text("--token"),
                     text("pit-two-programs")});
    const QUrl url(QString::fromLatin1(simulator.readLine()));
    QVERIFY(url.isValid() && url.port() > 0);
    Exporter exporter(*m_household, url);
    exporter.setToken("pit-two-programs");
    const Outcome outcome = exporter.run(toFile({text("--format"), text("jsonl")}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QCOMPARE(m_household->read(text(kOutput)).count('\n'), 3000);
    simulator.signal(SIGTERM);
    QCOMPARE(simulator.finish().exitCode, 0);
}

QTEST_GUILESS_MAIN(TestExitCodes)
#include "tst_exitcodes.moc"
