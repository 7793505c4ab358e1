// "Copy diagnostics": what comes into the clipboard, after a failure and without one, and what does not.

#include "gui/inspection.h"
#include "gui/windowfixture.h"
#include "support/secret.h"

#include <QAction>
#include <QClipboard>
#include <QSettings>
#include <QStatusBar>
#include <QTcpServer>
#include <QTcpSocket>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Fault;
using leadway::simulator::Request;

namespace
{

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

QString copied(const WindowFixture& fixture)
{
    QApplication::clipboard()->clear();
    fixture.find<QAction>("diagnosticsAction")->trigger();
    return QApplication::clipboard()->text();
}

Behaviour refusing(const QByteArray& message)
{
    Behaviour behaviour;
    behaviour.token = kSecret;
    behaviour.fault = [message](const Request&) {
        return Fault::answer(422, R"({"message":")" + message + R"(","traceId":"trace-of-422"})");
    };
    return behaviour;
}

} // namespace

class TestCopiedDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setUpApplication();
        QCoreApplication::setApplicationVersion(text("1.2.3"));
    }
    void init() { QSettings().clear(); }
    void cleanup() { qunsetenv("https_proxy"); }

    void areThereBeforeThereIsAnAccount()
    {
        const WindowFixture fixture;
        const QString told = copied(fixture);
        QVERIFY2(told.startsWith(text("Leadway Message Exporter: 1.2.3\n")), qPrintable(told));
        QVERIFY2(told.contains(text("\nSaved accounts: 0\n")), qPrintable(told));
        QVERIFY2(!told.contains(text("\nError:")), qPrintable(told));
    }

    void tellOfTheAccountThatIsOpen()
    {
        const WindowFixture fixture(20);
        fixture.open();
        const QString told = copied(fixture);
        for (const char* line : {"\nLanguage: en\n", "\nServer: 127.0.0.1\n", "\nSaved accounts: 1\n",
                                 "\nToken: in the keychain\n", "\nFormat: xlsx\n"}) {
            QVERIFY2(told.contains(text(line)), qPrintable(told));
        }
        QCOMPARE(fixture.find<QStatusBar>("statusBar")->currentMessage(), text("Copied."));
        // Whose it is, is not told.
        QVERIFY(!told.contains(text("Sol")) && !told.contains(fixture.account().locationId));
    }

    void tellOfWhatFailed_data()
    {
        QTest::addColumn<bool>("byMenu");
        QTest::newRow("by the menu") << true;
        QTest::newRow("by the button beside the message") << false;
    }

    void tellOfWhatFailed()
    {
        QFETCH(const bool, byMenu);
        const WindowFixture fixture(20, refusing("María +34600111222 limit is wrong"));
        fixture.open(kSecret);
        fixture.click("showPushButton");
        QTRY_VERIFY(fixture.window->findChild<QWidget*>(text("copyDiagnosticsPushButton")));
        QString told = byMenu ? copied(fixture) : QString();
        if (!byMenu) {
            QApplication::clipboard()->clear();
            fixture.click("copyDiagnosticsPushButton");
            told = QApplication::clipboard()->text();
        }
        QVERIFY2(told.contains(text("\nError: Refused http=422 trace=trace-of-422\n")), qPrintable(told));
        QVERIFY2(told.contains(text("\nDetail: María [number] limit is wrong\n")), qPrintable(told));
        QVERIFY2(told.contains(text(" preview failed: Refused http=422 trace=trace-of-422\n")),
                 qPrintable(told));
    }

    void showTheTokenNowhere()
    {
        const WindowFixture fixture(20, refusing("bad header Authorization: Bearer " + kSecret));
        fixture.open(kSecret);
        fixture.click("showPushButton");
        QTRY_VERIFY(fixture.window->findChild<QWidget*>(text("copyDiagnosticsPushButton")));
        const QString told = copied(fixture);
        QVERIFY2(told.contains(text("\nDetail: bad header ")), qPrintable(told));
        QVERIFY2(!showsTheToken(told.toUtf8()), qPrintable(told));
    }

    void showTheProxysPasswordNowhere()
    {
        QTcpServer proxy;
        QByteArray asked;
        connect(&proxy, &QTcpServer::newConnection, &proxy, [&] {
            QTcpSocket* const socket = proxy.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&asked, socket] {
                asked += socket->readAll();
                socket->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                              "Proxy-Authenticate: Basic realm=\"office\"\r\nContent-Length: 0\r\n\r\n");
            });
        });
        QVERIFY(proxy.listen(QHostAddress::LocalHost));
        qputenv("https_proxy",
                "http://maria:" + kSecret + "@127.0.0.1:" + QByteArray::number(proxy.serverPort()));
        const WindowFixture fixture(20);
        Account account = fixture.account();
        account.connection.baseUrl = QUrl(text("https://services.example"));
        fixture.window->accounts().connectWith(account, Token("pit-demo"));
        fixture.window->openAccount(account);
        fixture.click("showPushButton");
        QTRY_VERIFY_WITH_TIMEOUT(copied(fixture).contains(text("\nError: Proxy")), 20'000);
        QVERIFY(showsTheToken(asked)); // it was sent, so it was in the program
        const QString told = copied(fixture);
        QVERIFY2(told.contains(text("\nServer: services.example\n")), qPrintable(told));
        QVERIFY2(!showsTheToken(told.toUtf8()) && !told.contains(text("maria")), qPrintable(told));
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestCopiedDiagnostics>(argc, argv);
}
#include "tst_copieddiagnostics.moc"
