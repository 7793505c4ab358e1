// What the desktop is told of an export: a sentence at its end if nobody looks, the progress, and not to
// sleep. Against services on a session bus, as a desktop has them.

#include "app/identity.h"
#include "gui/exportdialog.h"
#include "gui/longwork.h"
#include "gui/windowfixture.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSettings>

using namespace leadway;
using namespace leadway::test;

namespace
{

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

} // namespace

// NOLINTBEGIN(readability-identifier-naming): the names of slots are the interfaces'

/// Notes what it is asked to show.
class NotificationServer : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList titles;
    QStringList bodies;
    QStringList icons;
    QStringList programs;

public Q_SLOTS:
    uint Notify(const QString& /*name*/, uint /*replaces*/, const QString& icon, const QString& title,
                const QString& body, const QStringList& /*actions*/, const QVariantMap& hints,
                int /*timeout*/)
    {
        titles.append(title);
        bodies.append(body);
        icons.append(icon);
        programs.append(hints.value(text("desktop-entry")).toString());
        return static_cast<uint>(titles.size());
    }
};

/// Of KDE, Xfce and others.
class PowerManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.PowerManagement.Inhibit")

public:
    int inhibited = 0;
    QList<uint> held;

public Q_SLOTS:
    uint Inhibit(const QString& /*name*/, const QString& /*reason*/)
    {
        held.append(static_cast<uint>(++inhibited));
        return held.constLast();
    }
    void UnInhibit(uint cookie) { held.removeAll(cookie); }
};

/// Of GNOME.
class SessionManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.SessionManager")

public:
    int inhibited = 0;
    uint flags = 0;
    QList<uint> held;

public Q_SLOTS:
    uint Inhibit(const QString& /*name*/, uint /*window*/, const QString& /*reason*/, uint what)
    {
        flags = what;
        held.append(static_cast<uint>(++inhibited) + 100);
        return held.constLast();
    }
    void Uninhibit(uint cookie) { held.removeAll(cookie); }
};

// NOLINTEND(readability-identifier-naming)

/// A task bar.
class Launcher : public QObject
{
    Q_OBJECT

public:
    QStringList programs;
    QList<double> shares;
    bool isShown = false;

public Q_SLOTS:
    void update(const QString& program, const QVariantMap& properties)
    {
        programs.append(program);
        isShown = properties.value(text("progress-visible")).toBool();
        if (isShown) {
            shares.append(properties.value(text("progress")).toDouble());
        }
    }
};

namespace
{

/// All of it, on a connection of its own.
struct FakeDesktop {
    explicit FakeDesktop(bool hasServices = true)
        : bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, text("desktop")))
    {
        if (!hasServices) {
            return;
        }
        bool isThere = bus.registerService(text("org.freedesktop.Notifications")) &&
                       bus.registerService(text("org.freedesktop.PowerManagement")) &&
                       bus.registerService(text("org.gnome.SessionManager"));
        isThere =
            isThere &&
            bus.registerObject(text("/org/freedesktop/Notifications"), &notifications,
                               QDBusConnection::ExportAllSlots) &&
            bus.registerObject(text("/org/freedesktop/PowerManagement/Inhibit"), &power,
                               QDBusConnection::ExportAllSlots) &&
            bus.registerObject(text("/org/gnome/SessionManager"), &session, QDBusConnection::ExportAllSlots);
        isThere = isThere && bus.connect({}, {}, text("com.canonical.Unity.LauncherEntry"), text("Update"),
                                         &launcher, SLOT(update(QString, QVariantMap)));
        if (!isThere) {
            qFatal("the desktop's services do not come up");
        }
    }
    ~FakeDesktop()
    {
        for (const char* service : {"org.freedesktop.Notifications", "org.freedesktop.PowerManagement",
                                    "org.gnome.SessionManager"}) {
            bus.unregisterService(text(service));
        }
        QDBusConnection::disconnectFromBus(text("desktop"));
    }

    NotificationServer notifications;
    PowerManager power;
    SessionManager session;
    Launcher launcher;
    QDBusConnection bus;
};

Finished finished(qint64 messages)
{
    Finished state;
    WalkReport walk;
    walk.expected = messages;
    walk.received = messages;
    walk.written = messages;
    state.report.walks.push_back(walk);
    return state;
}

const QLocale kEnglish{QLocale::English, QLocale::UnitedStates};

} // namespace

class TestLongWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setUpApplication();
        QGuiApplication::setDesktopFileName(applicationId());
    }
    void init() { QSettings().clear(); }

    void theEndIsToldWhereNobodyLooks_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("isLookedAt");
        QTest::addColumn<QStringList>("titles");
        const Failed failed{{ErrorKind::Network, 0, text("/home/maria/private"), {}}, 5, {}};
        QTest::newRow("finished") << State(finished(12345)) << false
                                  << QStringList{
                                         text("Saved 12,345 of 12,345 messages. Nothing is missing.")};
        QTest::newRow("failed") << State(failed) << false << QStringList{text("No internet connection")};
        QTest::newRow("finished, seen") << State(finished(12345)) << true << QStringList();
        QTest::newRow("failed, seen") << State(failed) << true << QStringList();
        QTest::newRow("cancelled") << State(Cancelled{}) << false << QStringList();
        QTest::newRow("still running") << State(Fetching{5, 10}) << false << QStringList();
    }

    void theEndIsToldWhereNobodyLooks()
    {
        QFETCH(const State, state);
        QFETCH(const bool, isLookedAt);
        QFETCH(const QStringList, titles);
        FakeDesktop desktop;
        LongWork work;
        work.note(state, isLookedAt, kEnglish);
        work.note(finished(1), false, kEnglish); // what was sent before it has arrived when this has
        QTRY_COMPARE(desktop.notifications.titles.size(), titles.size() + 1);
        QCOMPARE(desktop.notifications.titles.first(titles.size()), titles);
        QVERIFY(desktop.notifications.bodies.join(QString()).isEmpty());
        // Whose it is, as the files that a package installs are called.
        QCOMPARE(desktop.notifications.icons.constFirst(), applicationId());
        QCOMPARE(desktop.notifications.programs.constFirst(), applicationId());
    }

    void theComputerStaysAwakeWhileItWorks()
    {
        FakeDesktop desktop;
        LongWork work;
        work.note(Fetching{1, 10}, true, kEnglish);
        QTRY_COMPARE(desktop.power.held.size(), 1);
        QTRY_COMPARE(desktop.session.held.size(), 1);
        QCOMPARE(desktop.session.flags, 4U); // sleep alone: the screen may go dark and lock
        work.note(Fetching{2, 10}, true, kEnglish);
        work.note(Waiting{{2, 10}, std::chrono::seconds(8), {}}, true, kEnglish);
        work.note(Paused{{2, 10}, PauseReason::Asked}, true, kEnglish);
        QTRY_VERIFY(desktop.power.held.isEmpty() && desktop.session.held.isEmpty());
        QCOMPARE(desktop.power.inhibited, 1);
        work.note(Rendering{1, 10}, true, kEnglish);
        QTRY_COMPARE(desktop.power.held.size(), 1);
        work.note(finished(10), true, kEnglish);
        QTRY_VERIFY(desktop.power.held.isEmpty() && desktop.session.held.isEmpty());
    }

    void anAnswerThatComesTooLateKeepsNothingAwake()
    {
        FakeDesktop desktop;
        LongWork work;
        work.note(Fetching{1, 10}, true, kEnglish);
        work.note(finished(10), true, kEnglish); // before anybody answered
        QTRY_COMPARE(desktop.power.inhibited, 1);
        QTRY_COMPARE(desktop.session.inhibited, 1);
        QTRY_VERIFY(desktop.power.held.isEmpty() && desktop.session.held.isEmpty());
    }

    void theTaskBarShowsTheProgress()
    {
        FakeDesktop desktop;
        LongWork work;
        work.note(Fetching{0, {}}, true, kEnglish);
        for (qint64 received = 0; received <= 1000; ++received) {
            work.note(Fetching{received, 1000}, true, kEnglish);
        }
        work.note(finished(1000), true, kEnglish);
        QTRY_VERIFY(!desktop.launcher.shares.isEmpty() && !desktop.launcher.isShown);
        QCOMPARE(desktop.launcher.shares.size(), 101); // one a percent, not one a message
        QCOMPARE(qRound(desktop.launcher.shares.constLast() * 100), 100);
        QCOMPARE(desktop.launcher.programs.constFirst(),
                 text("application://") + applicationId() + text(".desktop"));
    }

    void aDesktopWithoutAnyOfItIsNoObstacle()
    {
        const FakeDesktop desktop(false);
        LongWork work;
        work.note(Fetching{1, 10}, false, kEnglish);
        work.note(finished(10), false, kEnglish);
        QCoreApplication::processEvents();
    }

    void anExportOfTheWindowTellsIt()
    {
        FakeDesktop desktop;
        simulator::Behaviour behaviour;
        behaviour.latency = std::chrono::milliseconds(500); // time to turn to something else
        const WindowFixture fixture(300, behaviour);
        fixture.open();
        fixture.click("exportPushButton");
        auto* const dialog = fixture.waitFor<ExportDialog>();
        dialog->accept();
        QTRY_COMPARE(desktop.power.held.size(), 1);
        // Not while the window manager still hands the dialog's focus back.
        QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget*>(fixture.window.get()));
        fixture.window->showMinimized();
        QTRY_VERIFY(!QApplication::activeWindow());
        QTRY_COMPARE(desktop.notifications.titles,
                     QStringList{text("Saved 300 of 300 messages. Nothing is missing.")});
        QCOMPARE(desktop.power.inhibited, 1);
        QTRY_VERIFY(desktop.power.held.isEmpty() && !desktop.launcher.isShown);
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestLongWork>(argc, argv);
}

#include "tst_longwork.moc"
