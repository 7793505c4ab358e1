// The token of leadway-export: where it is taken from, and that it shows nowhere, neither while the program
// runs nor in anything it leaves.

#include "simulator/server.h"
#include "support/exporter.h"
#include "support/gate.h"
#include "support/secret.h"

#include <QTest>

#include <csignal>
#include <memory>

using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Fault;
using leadway::simulator::Request;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

class TestTokenSecrecy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void refusesWhatIsNoToken_data();
    void refusesWhatIsNoToken();
    void takesTheTokenOutOfWhatWasCopied_data();
    void takesTheTokenOutOfWhatWasCopied();
    void showsTheTokenNowhereWhileItRuns_data();
    void showsTheTokenNowhereWhileItRuns();
    void leavesTheTokenNowhere_data();
    void leavesTheTokenNowhere();
    void leavesTheTokenNowhereWhenKilled();

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Household> m_household;
    std::unique_ptr<Exporter> m_exporter;
};

void TestTokenSecrecy::init()
{
    Scenario scenario;
    scenario.messages = 1200;
    m_server = std::make_unique<Server>(scenario);
    QVERIFY(m_server->start());
    m_household = std::make_unique<Household>();
    m_household->write(text(kOutput), kEarlier);
    m_exporter = std::make_unique<Exporter>(*m_household, m_server->baseUrl());
}

void TestTokenSecrecy::cleanup()
{
    m_exporter.reset();
    m_server.reset();
    m_household.reset();
}

void TestTokenSecrecy::refusesWhatIsNoToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("sentence");
    const QByteArray none = "There is no token. Put it into the environment variable LEADWAY_TOKEN";
    const QByteArray wrong = "That is not a token";
    QTest::newRow("none") << QByteArray() << none;
    QTest::newRow("empty") << QByteArray("") << none;
    QTest::newRow("blank") << QByteArray(" \t\r\n") << none;
    QTest::newRow("a space inside") << QByteArray("pit- demo") << wrong;
    QTest::newRow("a line end inside") << QByteArray("pit-\r\nX-Header: demo") << wrong;
    QTest::newRow("not ASCII") << QByteArray("pit-démo") << wrong;
}

void TestTokenSecrecy::refusesWhatIsNoToken()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QByteArray, sentence);
    m_exporter->setToken(token);
    if (token.isNull()) {
        m_exporter->removeToken();
    }
    const Outcome outcome = m_exporter->run(toFile());
    QVERIFY2(outcome.exitCode == Usage, outcome.told().constData());
    QVERIFY2(outcome.err.contains(sentence), outcome.told().constData());
    QVERIFY2(isClear(outcome.err), outcome.told().constData());
    QVERIFY2(token.trimmed().isEmpty() || !outcome.err.contains(token), outcome.told().constData());
    QCOMPARE(m_household->read(text(kOutput)), QByteArray(kEarlier));
    QCOMPARE(m_server->requests(), 0);
}

void TestTokenSecrecy::takesTheTokenOutOfWhatWasCopied_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("fromStdin");
    for (const bool fromStdin : {false, true}) {
        const char* const source = fromStdin ? "standard input" : "environment";
        QTest::addRow("%s, as it is", source) << QByteArray("pit-demo") << fromStdin;
        QTest::addRow("%s, a line end behind", source) << QByteArray("pit-demo\n") << fromStdin;
        QTest::addRow("%s, spaces and line ends around", source)
            << QByteArray("\r\n \t pit-demo \r\n\n") << fromStdin;
    }
    QTest::newRow("from standard input, a mark of its encoding before")
        << QByteArray("\xEF\xBB\xBFpit-demo\r\n") << true;
}

void TestTokenSecrecy::takesTheTokenOutOfWhatWasCopied()
{
    QFETCH(const QByteArray, token);
    QFETCH(const bool, fromStdin);
    QStringList arguments = toFile();
    if (fromStdin) {
        m_exporter->setToken("pit-of-another-account");
        m_exporter->input = token;
        arguments.append(text("--token-stdin"));
    } else {
        m_exporter->setToken(token);
    }
    const Outcome outcome = m_exporter->run(arguments);
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    for (const Request& request : m_server->log()) {
        QVERIFY(request.authorized);
    }
}

void TestTokenSecrecy::showsTheTokenNowhereWhileItRuns_data()
{
    QTest::addColumn<bool>("fromStdin");
    QTest::newRow("from the environment") << false;
    QTest::newRow("from standard input") << true;
}

void TestTokenSecrecy::showsTheTokenNowhereWhileItRuns()
{
    QFETCH(const bool, fromStdin);
    Gate gate;
    Behaviour behaviour;
    behaviour.token = kSecret;
    behaviour.fault = gate.closedFrom(3);
    m_server->setBehaviour(behaviour);
    QStringList arguments = toFile({text("--report"), text("report.json")});
    if (fromStdin) {
        m_exporter->removeToken();
        m_exporter->input = kSecret + '\n';
        arguments.append(text("--token-stdin"));
    } else {
        m_exporter->setToken(kSecret);
    }
    m_exporter->start(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(gate.isReached() && !m_household->spools().isEmpty(), 20'000);

    QVERIFY(m_exporter->systemFile("cmdline").contains("leadway-export"));
    QVERIFY(isAsShown(m_exporter->systemFile("environ")));
    QCOMPARE(systemFilesThatShowTheToken(*m_exporter), QStringList());
    QCOMPARE(filesThatShowTheToken(m_household->allFiles()), QStringList());

    gate.open();
    const Outcome outcome = m_exporter->finish();
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QVERIFY(!showsTheToken(outcome.out) && !showsTheToken(outcome.err));
    QCOMPARE(filesThatShowTheToken(m_household->allFiles()), QStringList());
    QCOMPARE(m_household->names(), (QStringList{text(kOutput), text("report.json")}));
}

void TestTokenSecrecy::leavesTheTokenNowhere_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("refused") << Fault::answer(401, R"({"message":"Invalid JWT"})");
    // A service, or a proxy, that repeats what it was sent.
    QTest::newRow("repeated in a complaint")
        << Fault::answer(422, R"({"message":["bad header Authorization: Bearer )" + kSecret + R"("]})");
    QTest::newRow("repeated as the name of an answer")
        << Fault::answer(401, R"({"message":"Invalid JWT","traceId":")" + kSecret + R"("})");
    QTest::newRow("repeated in a text") << Fault::answer(400, "bad token " + kSecret);
    QTest::newRow("repeated in an address") << Fault::redirect("https://other.example/" + kSecret);
    QTest::newRow("repeated as a host") << Fault::redirect("https://" + kSecret + ".example/");
}

void TestTokenSecrecy::leavesTheTokenNowhere()
{
    QFETCH(const Fault, fault);
    Behaviour behaviour;
    behaviour.token = kSecret;
    behaviour.fault = [fault](const Request&) { return fault; };
    m_server->setBehaviour(behaviour);
    m_exporter->setToken(kSecret);
    const Outcome outcome = m_exporter->run(toFile({text("--report"), text("report.json")}));
    QVERIFY(outcome.exitCode > 0);
    QVERIFY2(!showsTheToken(outcome.out) && !showsTheToken(outcome.err), outcome.told().constData());
    QCOMPARE(m_household->allFiles().filter(text("/logs/log.txt")).size(), 1);
    QCOMPARE(filesThatShowTheToken(m_household->allFiles()), QStringList());
}

void TestTokenSecrecy::leavesTheTokenNowhereWhenKilled()
{
    Gate gate;
    Behaviour behaviour;
    behaviour.token = kSecret;
    behaviour.fault = gate.closedFrom(3);
    m_server->setBehaviour(behaviour);
    m_exporter->setToken(kSecret);
    m_exporter->start(toFile());
    QTRY_VERIFY_WITH_TIMEOUT(gate.isReached() && !m_household->spools().isEmpty(), 20'000);
    m_exporter->signal(SIGKILL);
    QCOMPARE(m_exporter->finish().exitCode, -1);
    QCOMPARE(m_household->read(text(kOutput)), QByteArray(kEarlier));
    QCOMPARE(filesThatShowTheToken(m_household->allFiles()), QStringList());
    // Messages of others that were left behind are for this user alone.
    const QStringList spools = m_household->spools();
    QVERIFY(!spools.isEmpty());
    for (const QString& spool : spools) {
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY2((QFile::permissions(spool) & others) == 0, qPrintable(spool));
    }
}

QTEST_GUILESS_MAIN(TestTokenSecrecy)
#include "tst_tokensecrecy.moc"
