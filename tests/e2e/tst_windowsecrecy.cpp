// The token of the window: once typed it lies in the keychain and nowhere else, neither while the program
// runs nor in anything it leaves, however it ends.

#include "support/gate.h"
#include "support/realwindow.h"
#include "support/secret.h"

#include <QTest>

#include <csignal>

using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Request;

namespace
{

constexpr int kPatience = 60'000; // milliseconds

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

Behaviour behaviour()
{
    Behaviour behaviour;
    behaviour.token = kSecret;
    return behaviour;
}

} // namespace

// A failure in a function of the test ends that function alone.
#define STOP_IF_FAILED()                                                                                     \
    do {                                                                                                     \
        if (QTest::currentTestFailed()) {                                                                    \
            return;                                                                                          \
        }                                                                                                    \
    } while (false)

class TestWindowSecrecy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheTokenNowhere();
    void leavesTheTokenNowhereWhenKilled();

private:
    void enterAccount();
    void exportUpTo(Gate& gate);
    void verifyNothingShowsTheToken() const;

    std::unique_ptr<RealWindow> m_window;
};

void TestWindowSecrecy::init()
{
    m_window = std::make_unique<RealWindow>(3000, behaviour());
    QCOMPARE(m_window->prepare(), QByteArray());
}

void TestWindowSecrecy::cleanup()
{
    m_window.reset();
}

// By the window itself, which is left open, its rows showing.
void TestWindowSecrecy::enterAccount()
{
    m_window->open();
    DRIVE(*m_window, "byscreenreader", text("connect"), m_window->location(), m_window->token(),
          m_window->address());
    // A screen reader speaks aloud what it can read.
    QCOMPARE(m_window->told().value(QLatin1String("length")).toInt(), static_cast<int>(kSecret.size()));
    QVERIFY(!showsTheToken(m_window->told("password").toUtf8()));
    verifyNothingShowsTheToken();
}

// Until the service holds its answers back.
void TestWindowSecrecy::exportUpTo(Gate& gate)
{
    m_window->server.setFault(gate.closedFrom(m_window->server.requests() + 3));
    DRIVE(*m_window, "byscreenreader", text("export"), text("messages.jsonl"));
    QTRY_VERIFY_WITH_TIMEOUT(gate.isReached(), kPatience);
    QVERIFY(!m_window->household.spools().isEmpty());
    verifyNothingShowsTheToken();
}

// In the files there are, the keychain's included, and in what the system tells about the running program.
void TestWindowSecrecy::verifyNothingShowsTheToken() const
{
    const QStringList kept = m_window->desktop.keychain().files();
    QVERIFY(std::any_of(kept.begin(), kept.end(),
                        [](const QString& path) { return path.endsWith(QLatin1String(".keyring")); }));
    const QStringList written = m_window->household.allFiles();
    QCOMPARE(written.filter(text("/logs/log.txt")).size(), 1);
    QCOMPARE(filesThatShowTheToken(written + kept), QStringList());
    if (m_window->program().isRunning()) {
        const Program& program = m_window->program();
        QVERIFY(program.systemFile("cmdline").contains("leadway-exporter"));
        QVERIFY(isAsShown(program.systemFile("environ")));
        QCOMPARE(systemFilesThatShowTheToken(program), QStringList());
        QVERIFY(allowsNoCoreDump(program.systemFile("limits")));
    }
}

void TestWindowSecrecy::showsTheTokenNowhere()
{
    enterAccount();
    STOP_IF_FAILED();
    DRIVE(*m_window, "byscreenreader", text("quit"));
    Outcome outcome = m_window->program().finish();
    QVERIFY2(outcome.exitCode == 0, outcome.told().constData());
    QVERIFY2(!showsTheToken(outcome.out) && !showsTheToken(outcome.err), outcome.told().constData());
    verifyNothingShowsTheToken();

    // Now only the keychain can have it.
    m_window->server.clearLog();
    m_window->open();
    DRIVE(*m_window, "byscreenreader", text("show"));
    Gate gate;
    exportUpTo(gate);
    STOP_IF_FAILED();
    gate.open();
    DRIVE(*m_window, "byscreenreader", text("saved"));
    QVERIFY2(m_window->told("card").contains(text("3,000 of 3,000")), qPrintable(m_window->told("card")));
    verifyNothingShowsTheToken();
    DRIVE(*m_window, "byscreenreader", text("quit"));
    outcome = m_window->program().finish();
    QVERIFY2(outcome.exitCode == 0, outcome.told().constData());
    QVERIFY2(!showsTheToken(outcome.out) && !showsTheToken(outcome.err), outcome.told().constData());
    verifyNothingShowsTheToken();
    QCOMPARE(m_window->files(), QStringList{text("messages.jsonl")});
    for (const Request& request : m_window->server.log()) {
        QVERIFY(request.authorized);
    }
}

void TestWindowSecrecy::leavesTheTokenNowhereWhenKilled()
{
    Gate gate;
    enterAccount();
    STOP_IF_FAILED();
    exportUpTo(gate);
    STOP_IF_FAILED();
    m_window->program().signal(SIGKILL);
    const Outcome outcome = m_window->program().finish();
    QCOMPARE(outcome.exitCode, -1);
    QVERIFY2(!showsTheToken(outcome.out) && !showsTheToken(outcome.err), outcome.told().constData());
    QVERIFY(m_window->files().isEmpty());
    QVERIFY(!m_window->household.spools().isEmpty());
    verifyNothingShowsTheToken();
}

QTEST_GUILESS_MAIN(TestWindowSecrecy)
#include "tst_windowsecrecy.moc"
