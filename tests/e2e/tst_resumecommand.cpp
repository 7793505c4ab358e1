// --list-unfinished and --resume of the command line: what is offered, what is refused, and in which words.

#include "simulator/server.h"
#include "support/exporter.h"
#include "support/gate.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

class TestResumeCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysThatNothingIsUnfinished();
    void listsWhatIsUnfinished();
    void goesOnWithTheOneThatIsNamed();
    void keepsToWhatWasBegun_data();
    void keepsToWhatWasBegun();
    void changesFormatAndFile();
    void saysWhoHasIt();
    void goesOnAfterBeingKilled();

private:
    QByteArray leaveUnfinished(const QString& output = QString::fromUtf8(kOutput));

    std::unique_ptr<Server> m_server;
    std::unique_ptr<Household> m_household;
    std::unique_ptr<Exporter> m_exporter;
};

void TestResumeCommand::init()
{
    Scenario scenario;
    scenario.messages = 3000;
    m_server = std::make_unique<Server>(scenario);
    QVERIFY(m_server->start());
    m_household = std::make_unique<Household>();
    m_exporter = std::make_unique<Exporter>(*m_household, m_server->baseUrl());
}

// Ends an export midway; the id under which it says it can be gone on with.
QByteArray TestResumeCommand::leaveUnfinished(const QString& output)
{
    Behaviour behaviour;
    behaviour.dailyRemaining = 4; // both walks have begun then
    m_server->setBehaviour(behaviour);
    const Outcome outcome = m_exporter->run({text("--output"), output});
    m_server->setBehaviour({});
    const qsizetype at = outcome.err.lastIndexOf(' ');
    return outcome.exitCode == Incomplete ? outcome.err.sliced(at).trimmed() : QByteArray();
}

void TestResumeCommand::saysThatNothingIsUnfinished()
{
    const Outcome list = m_exporter->run({text("--list-unfinished")});
    QCOMPARE(list.exitCode, int(Complete));
    QCOMPARE(list.out, QByteArray("There is no unfinished export.\n"));
    const Outcome resume = m_exporter->run({text("--resume")});
    QCOMPARE(resume.exitCode, int(Usage));
    QCOMPARE(resume.err, QByteArray("There is no unfinished export.\n"));
}

void TestResumeCommand::listsWhatIsUnfinished()
{
    const QByteArray id = leaveUnfinished();
    QCOMPARE(id.size(), 8);
    const Outcome list = m_exporter->run({text("--list-unfinished")});
    QCOMPARE(list.exitCode, int(Complete));
    QVERIFY2(list.out.startsWith(id + "\n"), list.out.constData());
    QVERIFY2(list.out.contains(" · All messages · All time\n"), list.out.constData());
    QVERIFY2(list.out.contains(" safe; it goes on from there."), list.out.constData());
    QVERIFY2(list.out.contains("Kept until "), list.out.constData());
    QVERIFY2(list.out.contains(m_household->path(text(kOutput)).toUtf8()), list.out.constData());
    QVERIFY2(!list.out.contains("pit-demo"), "the token");
}

void TestResumeCommand::goesOnWithTheOneThatIsNamed()
{
    const QByteArray first = leaveUnfinished(text("first.csv"));
    const QByteArray second = leaveUnfinished(text("second.csv"));
    QVERIFY(first != second);
    const Outcome which = m_exporter->run({text("--resume")});
    QCOMPARE(which.exitCode, int(Usage));
    QVERIFY2(which.err.contains(first) && which.err.contains(second), which.told().constData());
    const Outcome unknown = m_exporter->run({text("--resume"), text("nobody")});
    QCOMPARE(unknown.exitCode, int(Usage));
    QVERIFY2(unknown.err.contains("“nobody”"), unknown.told().constData());
    const Outcome named = m_exporter->run({text("--resume"), QString::fromLatin1(first)});
    QVERIFY2(named.exitCode == Complete, named.told().constData());
    QCOMPARE(m_household->names(), QStringList{text("first.csv")});
    const Outcome rest = m_exporter->run({text("--resume")});
    QVERIFY2(rest.exitCode == Complete, rest.told().constData());
    QCOMPARE(m_household->read(text("second.csv")), m_household->read(text("first.csv")));
    QCOMPARE(m_household->spools(), QStringList());
}

void TestResumeCommand::keepsToWhatWasBegun_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    const auto row = [](const char* name, const QStringList& arguments, const char* sentence) {
        QTest::newRow(name) << arguments << QByteArray(sentence);
    };
    row("another location", {text("--location"), text("another0000000000001")},
        "This export is of another account (location): demo0000000000000001.");
    row("another server", {text("--base-url"), text("https://services.example")},
        "This export was begun at another server: http://127.0.0.1:");
    row("a saved account", {text("--account"), text("Clinic")}, "This export was begun without --account.");
    row("another beginning", {text("--from"), text("2025-01-01")}, "--resume and --from exclude each other");
    row("other channels", {text("--channels"), text("SMS")}, "--resume and --channels exclude each other");
    row("other dates", {text("--dates"), text("today")}, "--resume and --dates exclude each other");
    row("another filter", {text("--contains"), text("x")}, "--resume and --contains exclude each other");
    row("attachments alone", {text("--has-attachment")}, "--resume and --has-attachment exclude each other");
    row("another order", {text("--order"), text("asc")}, "--resume and --order exclude each other");
}

void TestResumeCommand::keepsToWhatWasBegun()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, sentence);
    QVERIFY(!leaveUnfinished().isEmpty());
    const QStringList spools = m_household->spools();
    const qint64 asked = m_server->requests();
    const Outcome outcome = m_exporter->run(QStringList{text("--resume")} + arguments);
    QVERIFY2(outcome.exitCode == Usage, outcome.told().constData());
    QVERIFY2(outcome.err.contains(sentence), outcome.told().constData());
    QCOMPARE(m_server->requests(), asked);
    QCOMPARE(m_household->spools(), spools);
}

void TestResumeCommand::changesFormatAndFile()
{
    QVERIFY(!leaveUnfinished().isEmpty());
    const Outcome outcome =
        m_exporter->run({text("--resume"), text("--format"), text("jsonl"), text("--output"), text("lines")});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QCOMPARE(m_household->names(), QStringList{text("lines")});
    QCOMPARE(m_household->read(text("lines")).count('\n'), 3000);
}

void TestResumeCommand::saysWhoHasIt()
{
    Gate gate;
    m_server->setFault(gate.closedFrom(4));
    m_exporter->start(toFile());
    QTRY_VERIFY_WITH_TIMEOUT(gate.isReached() && !m_household->spools().isEmpty(), 20'000);
    Exporter second(*m_household, m_server->baseUrl());
    Outcome outcome;
    // It is there to be gone on with once its first page is.
    QTRY_VERIFY_WITH_TIMEOUT((outcome = second.run({text("--resume")})).exitCode == Failed, 20'000);
    QVERIFY2(outcome.err.contains("This export is already being worked on by "), outcome.told().constData());
    QVERIFY2(outcome.err.contains("(" + QByteArray::number(m_exporter->processId()) + ")"),
             outcome.told().constData());
    QCOMPARE(second.run({text("--list-unfinished")}).out, QByteArray("There is no unfinished export.\n"));
    m_server->setBehaviour({});
    gate.open();
    QVERIFY(m_exporter->finish().exitCode == Complete);
}

void TestResumeCommand::goesOnAfterBeingKilled()
{
    Gate gate;
    m_server->setFault(gate.closedFrom(5));
    m_exporter->start(toFile());
    QTRY_VERIFY_WITH_TIMEOUT(gate.isReached() && !m_household->spools().isEmpty(), 20'000);
    m_exporter->signal(SIGKILL);
    QVERIFY(m_exporter->finish().exitCode != Complete);
    QCOMPARE(m_household->names(), QStringList());
    m_server->setBehaviour({});
    const Outcome outcome = m_exporter->run({text("--resume")});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QVERIFY2(outcome.err.contains("Saved 3,000 of 3,000 messages. Nothing is missing."),
             outcome.told().constData());
    QCOMPARE(m_household->spools(), QStringList());
}

QTEST_GUILESS_MAIN(TestResumeCommand)
#include "tst_resumecommand.moc"
