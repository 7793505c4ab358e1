// One window a user: how the starts of the program find each other, and what the open window does when it is
// asked.

#include "gui/messagetable.h"
#include "gui/singleinstance.h"
#include "gui/startrequest.h"
#include "gui/windowfixture.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLineEdit>
#include <QLocalSocket>
#include <QSettings>
#include <QSignalSpy>
#include <QThread>

#include <functional>

using namespace leadway;
using namespace leadway::test;
using Role = SingleInstance::Role;

namespace
{

constexpr auto kBrief = std::chrono::milliseconds(200);

// The start of another program, which blocks until it is answered.
Role startElsewhere(const MeetingPlace& place, const QByteArray& request)
{
    Role role = Role::Unanswered;
    const std::unique_ptr<QThread> program(
        QThread::create([&] { role = SingleInstance(place).begin(request); }));
    program->start();
    if (!QTest::qWaitFor([&] { return program->isFinished(); })) {
        qFatal("the other start waits for ever");
    }
    return role;
}

StartRequest sampleRequest()
{
    StartRequest request;
    request.wantsSample = true;
    return request;
}

bool showsRows(const WindowFixture& fixture)
{
    return fixture.find<MessageTable>("messageTable")->isVisible();
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = {m_folder->filePath(QStringLiteral("lock")), m_folder->filePath(QStringLiteral("socket"))};
    }

    void theSecondTellsTheFirst()
    {
        SingleInstance first(m_place);
        QCOMPARE(first.begin("one"), Role::First);
        const QSignalSpy asked(&first, &SingleInstance::asked);
        QCOMPARE(startElsewhere(m_place, "two"), Role::Second);
        QCOMPARE(startElsewhere(m_place, "three"), Role::Second);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked.at(0).constFirst().toByteArray(), QByteArray("two"));
        QCOMPARE(asked.at(1).constFirst().toByteArray(), QByteArray("three"));
    }

    void whoeverComesAfterTheEndIsTheFirst()
    {
        SingleInstance first(m_place);
        QCOMPARE(first.begin("one"), Role::First);
        first.end();
        SingleInstance second(m_place);
        QCOMPARE(second.begin("two"), Role::First);
        QVERIFY(QFileInfo::exists(m_place.socket));
    }

    void whatAKilledProgramLeftIsInNobodysWay()
    {
        {
            SingleInstance killed(m_place);
            QCOMPARE(killed.begin("one"), Role::First);
            QVERIFY(QFile::copy(m_place.lock, m_place.lock + QStringLiteral(".left")));
            QVERIFY(QFile::rename(m_place.socket, m_place.socket + QStringLiteral(".left")));
        }
        // Its process is no more.
        QFile left(m_place.lock + QStringLiteral(".left"));
        QVERIFY(left.open(QFile::ReadOnly));
        QByteArrayList lines = left.readAll().split('\n');
        lines[0] = "999999999";
        QFile lock(m_place.lock);
        QVERIFY(lock.open(QFile::WriteOnly));
        lock.write(lines.join('\n'));
        lock.close();
        QVERIFY(QFile::rename(m_place.socket + QStringLiteral(".left"), m_place.socket));

        SingleInstance next(m_place);
        QCOMPARE(next.begin("two", kBrief), Role::First);
        QCOMPARE(startElsewhere(m_place, "three"), Role::Second);
    }

    void aLockThatWasNeverWrittenToItsEndIsNobodys()
    {
        QFile lock(m_place.lock);
        QVERIFY(lock.open(QFile::WriteOnly));
        lock.close();
        SingleInstance next(m_place);
        QCOMPARE(next.begin("one", kBrief), Role::First);
    }

    void oneThatDoesNotAnswerIsNotWaitedForLong()
    {
        SingleInstance first(m_place);
        QCOMPARE(first.begin("one"), Role::First);
        // Nothing runs its event loop meanwhile.
        SingleInstance second(m_place);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(second.begin("two", kBrief), Role::Unanswered);
        QVERIFY(clock.elapsed() >= kBrief.count());
    }

    void nobodyElseMayAsk()
    {
        SingleInstance first(m_place);
        QCOMPARE(first.begin("one"), Role::First);
        const auto permissions = QFileInfo(m_place.socket).permissions();
        QVERIFY(
            !(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void whatIsNoRequestIsNotListenedTo()
    {
        SingleInstance first(m_place);
        QCOMPARE(first.begin("one"), Role::First);
        const QSignalSpy asked(&first, &SingleInstance::asked);
        QLocalSocket socket;
        socket.connectToServer(m_place.socket);
        QVERIFY(socket.waitForConnected());
        socket.write(QByteArray(100'000, 'x'));
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(asked.size(), 0);
        QCOMPARE(startElsewhere(m_place, "two"), Role::Second);
    }

    void aFolderThatCannotBeUsedLetsTheProgramStart()
    {
        const QString file = m_folder->filePath(QStringLiteral("file"));
        QFile(file).open(QFile::WriteOnly);
        SingleInstance alone({file + QStringLiteral("/lock"), file + QStringLiteral("/socket")});
        QCOMPARE(alone.begin("one", kBrief), Role::First);
    }

    void aPlaceIsOfOneHomeAndOneDisplay()
    {
        const MeetingPlace here = usualMeetingPlace();
        QCOMPARE(usualMeetingPlace().socket, here.socket);
        const QByteArray display = qgetenv("DISPLAY");
        qputenv("DISPLAY", ":77");
        const MeetingPlace there = usualMeetingPlace();
        qputenv("DISPLAY", display);
        QVERIFY(there.socket != here.socket);
        QVERIFY(there.lock != here.lock);
        QVERIFY(QFile::encodeName(here.socket).size() < 100); // a socket's path must be short
    }

    void aRequestArrivesAsItWas_data()
    {
        QTest::addColumn<StartRequest>("request");
        QTest::newRow("nothing") << StartRequest();
        QTest::newRow("sample") << sampleRequest();
        QTest::newRow("all") << StartRequest{true, QStringLiteral("ve9EPM428h8vShlRW1KT"),
                                             QStringLiteral("https://services.example/ñ"),
                                             QStringLiteral("2021-07-28"), "host+1234_TIME5678"};
    }
    void aRequestArrivesAsItWas()
    {
        QFETCH(StartRequest, request);
        QVERIFY(!asLine(request).contains('\n'));
        QCOMPARE(startRequestOf(asLine(request)), std::optional(request));
        QVERIFY(!startRequestOf("no request"));
    }

    void sampleDataOpenInAWindowThatDoesNothingElse()
    {
        const WindowFixture fixture;
        fixture.window->meetAgain(sampleRequest());
        QTRY_VERIFY(showsRows(fixture));
    }

    void aNamedAccountIsAskedForInAWindowThatDoesNothingElse()
    {
        const WindowFixture fixture;
        fixture.open();
        StartRequest request;
        request.locationId = QStringLiteral("ve9EPM428h8vShlRW1KT");
        fixture.window->meetAgain(request);
        QTRY_VERIFY(fixture.find<QLineEdit>("locationLineEdit")->isVisible());
        QCOMPARE(fixture.find<QLineEdit>("locationLineEdit")->text(), request.locationId);
    }

    void nobodyIsTakenAwayFromWhatTheyAreAt_data()
    {
        using Prepare = std::function<void(const WindowFixture&)>;
        QTest::addColumn<Prepare>("prepare");
        QTest::newRow("typing an account") << Prepare([](const WindowFixture& fixture) {
            QTest::keyClicks(fixture.find<QLineEdit>("tokenLineEdit"), QStringLiteral("pit-"));
        });
        QTest::newRow("reading") << Prepare([](const WindowFixture& fixture) {
            fixture.open();
            fixture.click("showPushButton");
            QTRY_VERIFY(showsRows(fixture));
        });
        QTest::newRow("in a dialog") << Prepare([](const WindowFixture& fixture) {
            fixture.open();
            fixture.click("exportPushButton");
            fixture.waitFor<QDialog>("ExportDialog");
        });
    }
    void nobodyIsTakenAwayFromWhatTheyAreAt()
    {
        QFETCH(std::function<void(const WindowFixture&)>, prepare);
        const WindowFixture fixture(200);
        prepare(fixture);
        const int requests = static_cast<int>(fixture.server.requests());
        StartRequest request = sampleRequest();
        request.locationId = QStringLiteral("ve9EPM428h8vShlRW1KT");
        fixture.window->meetAgain(request);
        QVERIFY(fixture.find<QLineEdit>("locationLineEdit")->text() != request.locationId);
        QCOMPARE(static_cast<int>(fixture.server.requests()), requests);
    }

    void aMinimisedWindowComesBack()
    {
        const WindowFixture fixture;
        fixture.window->showMinimized();
        QTRY_VERIFY(fixture.window->isMinimized());
        fixture.window->meetAgain({});
        QTRY_VERIFY(!fixture.window->isMinimized());
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    MeetingPlace m_place;
};

int main(int argc, char** argv)
{
    return runWindowTest<TestSingleInstance>(argc, argv);
}
#include "tst_singleinstance.moc"
