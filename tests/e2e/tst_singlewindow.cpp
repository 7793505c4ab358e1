// One window a user, with real programs: a second start shows the first one's window, whatever became of the
// programs before.

#include "support/desktop.h"
#include "support/programs.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <memory>

using namespace leadway::test;

namespace
{

constexpr int kPatienceForWindows = 60'000; // milliseconds

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

} // namespace

class TestSingleWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(m_desktop.start(), QByteArray()); }
    void init() { m_household = std::make_unique<Household>(); }

    void aSecondStartShowsTheWindowOfTheFirst();
    void itIsFoundAgainAfterBeingKilled();
    void ofTwoAtOnceOneStays();
    void oneThatHangsIsInNobodysWay();
    void anotherHomeHasItsOwn();
    void theCommandLineIsNotBound();

private:
    std::unique_ptr<Program> program(const Household& household) const;
    std::unique_ptr<Program> started(const QStringList& arguments = {}) const;
    QByteArray xdotool(const QStringList& arguments) const;
    QByteArrayList windowsOf(const Program& program) const;
    QByteArray log() const;

    Desktop m_desktop;
    std::unique_ptr<Household> m_household;
};

#define WAIT_FOR_WINDOW(program) QTRY_COMPARE_WITH_TIMEOUT(windowsOf(program).size(), 1, kPatienceForWindows)

std::unique_ptr<Program> TestSingleWindow::program(const Household& household) const
{
    auto program =
        std::make_unique<Program>(QStringLiteral(LEADWAY_BINARY_DIR "/src/gui/leadway-exporter"), household);
    m_desktop.addTo(program->environment);
    return program;
}

std::unique_ptr<Program> TestSingleWindow::started(const QStringList& arguments) const
{
    auto started = program(*m_household);
    started->start(arguments);
    return started;
}

QByteArray TestSingleWindow::xdotool(const QStringList& arguments) const
{
    Program tool(text("xdotool"), *m_household);
    m_desktop.addTo(tool.environment);
    return tool.run(arguments).out.trimmed();
}

// Those that a person sees.
QByteArrayList TestSingleWindow::windowsOf(const Program& program) const
{
    QByteArrayList found;
    const QByteArray windows =
        xdotool({text("search"), text("--onlyvisible"), text("--name"), text("^Leadway Message Exporter$")});
    for (const QByteArray& window : windows.split('\n')) {
        if (!window.isEmpty() &&
            xdotool({text("getwindowpid"), QString::fromUtf8(window)}).toLongLong() == program.processId()) {
            found.append(window);
        }
    }
    return found;
}

QByteArray TestSingleWindow::log() const
{
    const QStringList logs = m_household->allFiles().filter(text("/logs/log.txt"));
    QFile file(logs.value(0));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSingleWindow::aSecondStartShowsTheWindowOfTheFirst()
{
    const auto first = started();
    WAIT_FOR_WINDOW(*first);
    const QString window = QString::fromUtf8(windowsOf(*first).constFirst());
    xdotool({text("windowminimize"), text("--sync"), window});
    QTRY_VERIFY(windowsOf(*first).isEmpty());

    const auto second = started();
    const Outcome outcome = second->finish();
    QVERIFY2(outcome.exitCode == 0 && outcome.out.isEmpty() && outcome.err.isEmpty(),
             outcome.told().constData());
    WAIT_FOR_WINDOW(*first);
    QTRY_COMPARE(xdotool({text("getactivewindow")}), window.toUtf8());
    QVERIFY(first->isRunning());

    QCOMPARE(started({text("--demo")})->finish().exitCode, 0);
    QCOMPARE(log().count("was started once more"), 2);
    QCOMPARE(log().count("starts: "), 1);
    first->signal(SIGTERM);
    first->finish();
}

void TestSingleWindow::itIsFoundAgainAfterBeingKilled()
{
    for (int time = 0; time < 3; ++time) {
        const auto killed = started();
        WAIT_FOR_WINDOW(*killed);
        killed->signal(SIGKILL);
        killed->finish();
        const auto next = started();
        WAIT_FOR_WINDOW(*next);
        QCOMPARE(started()->finish().exitCode, 0);
        QVERIFY(next->isRunning());
        next->signal(SIGKILL);
        next->finish();
    }
}

void TestSingleWindow::ofTwoAtOnceOneStays()
{
    for (int time = 0; time < 5; ++time) {
        const auto one = started();
        const auto other = started();
        QTRY_VERIFY_WITH_TIMEOUT(one->isRunning() != other->isRunning(), kPatienceForWindows);
        const auto& stays = one->isRunning() ? one : other;
        const auto& ended = one->isRunning() ? other : one;
        QCOMPARE(ended->finish().exitCode, 0);
        WAIT_FOR_WINDOW(*stays);
        // With what a killed one left, which both find.
        stays->signal(SIGKILL);
        stays->finish();
    }
}

void TestSingleWindow::oneThatHangsIsInNobodysWay()
{
    const auto hangs = started();
    WAIT_FOR_WINDOW(*hangs);
    hangs->signal(SIGSTOP);
    const auto next = started();
    WAIT_FOR_WINDOW(*next);
    QVERIFY(log().contains("does not answer"));
    hangs->signal(SIGCONT);
    hangs->signal(SIGKILL);
    hangs->finish();
}

void TestSingleWindow::anotherHomeHasItsOwn()
{
    const Household neighbour;
    const auto first = started();
    auto second = program(neighbour);
    // The same folder for sockets, as two homes of one user have it.
    second->environment.insert(text("XDG_RUNTIME_DIR"), first->environment.value(text("XDG_RUNTIME_DIR")));
    WAIT_FOR_WINDOW(*first);
    second->start({});
    WAIT_FOR_WINDOW(*second);
    QVERIFY(first->isRunning());
}

void TestSingleWindow::theCommandLineIsNotBound()
{
    const auto window = started();
    WAIT_FOR_WINDOW(*window);
    Program exporter(QStringLiteral(LEADWAY_BINARY_DIR "/src/cli/leadway-export"), *m_household);
    const Outcome outcome =
        exporter.run({text("--demo"), text("--output"), text("demo.csv"), text("--quiet")});
    QVERIFY2(outcome.exitCode == 0, outcome.told().constData());
    QVERIFY(m_household->read(text("demo.csv")).size() > 1000);
}

QTEST_GUILESS_MAIN(TestSingleWindow)
#include "tst_singlewindow.moc"
