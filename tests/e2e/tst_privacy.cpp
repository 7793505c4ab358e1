// What leadway-export leaves on the computer besides the file: a log that tells how it went and nothing of
// the messages, no core dump, no password of a proxy, and all of it for one user alone.

#include "simulator/server.h"
#include "support/exporter.h"
#include "support/gate.h"
#include "support/secret.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Expected;
using leadway::simulator::Fault;
using leadway::simulator::Request;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

QString logFile(const Household& household)
{
    const QStringList files = household.allFiles().filter(text("/logs/log.txt"));
    return files.size() == 1 ? files.constFirst() : text("no log");
}

QString logOf(const Household& household)
{
    QFile file(logFile(household));
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool isForOwnerAlone(const QString& path)
{
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
    return QFile::exists(path) && (QFile::permissions(path) & others) == 0;
}

} // namespace

class TestPrivacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void logsHowAnExportWent();
    void logsWhatFailedByTheServicesNameForIt();
    void logsNothingOfTheMessages();
    void logsAFailureWithoutTheServicesWords();
    void keepsAllButTheFileToItsOwner();
    void leavesNoCoreDump();
    void showsTheProxysPasswordNowhere_data();
    void showsTheProxysPasswordNowhere();

private:
    std::unique_ptr<Household> m_household;
};

void TestPrivacy::init()
{
    m_household = std::make_unique<Household>();
}

void TestPrivacy::logsHowAnExportWent()
{
    Scenario scenario;
    scenario.messages = 700;
    Server server(scenario);
    QVERIFY(server.start());
    QCOMPARE(Exporter(*m_household, server.baseUrl()).run(toFile()).exitCode, int(Complete));
    const QString log = logOf(*m_household);
    const QRegularExpression form(
        text(R"(^(\S+Z command-line \d+ )starts: version=\S+ qt=\S+ on .*\n)"
             R"(\S+Z command-line \d+ export begins: channels=SMS,.* format=csv\n)"
             R"((.*\n)*\S+Z command-line \d+ export finished: .* written=700 .*\n$)"));
    QVERIFY2(form.match(log).hasMatch(), qPrintable(log));
}

void TestPrivacy::logsWhatFailedByTheServicesNameForIt()
{
    Scenario scenario;
    scenario.messages = 700;
    Behaviour behaviour;
    behaviour.fault = [](const Request& request) { // of the first three one may only ask how far back to go
        return request.number <= 3 ? Fault::answer(503, R"({"message":"down","traceId":"trace-of-it"})")
                                   : Fault();
    };
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    QCOMPARE(Exporter(*m_household, server.baseUrl()).run(toFile()).exitCode, int(Complete));
    const QString log = logOf(*m_household);
    QVERIFY2(log.contains(text("export tries again: Server http=503 trace=trace-of-it in=")),
             qPrintable(log));
}

void TestPrivacy::logsNothingOfTheMessages()
{
    Server server(Scenario::awkward(3, 2000));
    QVERIFY(server.start());
    QCOMPARE(Exporter(*m_household, server.baseUrl()).run(toFile()).exitCode, int(Complete));
    const QString log = logOf(*m_household);
    QVERIFY(log.contains(text("export finished:")));
    using Field = std::string Expected::*;
    constexpr int telling = 6; // a shorter text stands anywhere by chance
    int looked = 0;
    for (qint64 index = 0; index < server.generator().count(); ++index) {
        const Expected expected = server.generator().expected(index);
        for (const Field field : {&Expected::body, &Expected::subject, &Expected::from, &Expected::to,
                                  &Expected::contactId, &Expected::id, &Expected::error}) {
            const QString value = QString::fromStdString(expected.*field);
            if (value.trimmed().size() >= telling) {
                ++looked;
                QVERIFY2(!log.contains(value), qPrintable(value));
            }
        }
    }
    QVERIFY(looked > 4000);
    QVERIFY(!log.contains(QLatin1Char('@')) && !log.contains(QLatin1Char('?')));
    QVERIFY(!log.contains(text("://")) && !log.contains(m_household->workFolder()));
}

void TestPrivacy::logsAFailureWithoutTheServicesWords()
{
    Behaviour behaviour;
    behaviour.fault = [](const Request&) {
        return Fault::answer(422, R"({"message":["María +34600111222 maria@sol.es https://a.example/?b=c"],)"
                                  R"("traceId":"+34600111222"})");
    };
    Server server(Scenario(), behaviour);
    QVERIFY(server.start());
    QCOMPARE(Exporter(*m_household, server.baseUrl())
                 .run(toFile({text("--contact"), text("contactOfMaria000001")}))
                 .exitCode,
             int(Failed));
    const QString log = logOf(*m_household);
    QVERIFY2(log.contains(text("export failed: Refused http=422 received=0")), qPrintable(log));
    QVERIFY2(log.contains(text("contact=yes")), qPrintable(log));
    for (const char* const part : {"Mar", "600111222", "sol.es", "a.example", "?", "contactOf"}) {
        QVERIFY2(!log.contains(text(part)), part);
    }
}

// The file itself is the person's, who may share it.
void TestPrivacy::keepsAllButTheFileToItsOwner()
{
    Scenario scenario;
    scenario.messages = 700;
    Server server(scenario);
    QVERIFY(server.start());
    Exporter exporter(*m_household, server.baseUrl());
    exporter.beforehand = [] { ::umask(022); };
    QCOMPARE(exporter.run(toFile({text("--report"), text("report.json")})).exitCode, int(Complete));
    QVERIFY(isForOwnerAlone(m_household->path(text("report.json"))));
    QVERIFY(isForOwnerAlone(logFile(*m_household)));
    QVERIFY(isForOwnerAlone(QFileInfo(logFile(*m_household)).path()));
    QVERIFY(QFile::permissions(m_household->path(text(kOutput))).testFlag(QFile::ReadOther));
}

void TestPrivacy::leavesNoCoreDump()
{
    Scenario scenario;
    scenario.messages = 1200;
    Server server(scenario);
    QVERIFY(server.start());
    const Gate gate; // which opens before the server ends
    server.setFault(gate.closedFrom(2));
    Exporter exporter(*m_household, server.baseUrl());
    exporter.beforehand = [] {
        const rlimit all{RLIM_INFINITY, RLIM_INFINITY};
        ::setrlimit(RLIMIT_CORE, &all);
    };
    exporter.start(toFile());
    QTRY_VERIFY_WITH_TIMEOUT(gate.isReached(), 20'000);
    QVERIFY(allowsNoCoreDump(exporter.systemFile("limits")));
    exporter.signal(SIGABRT);
    QCOMPARE(exporter.finish().exitCode, -1);
    QVERIFY2(m_household->names().isEmpty(), qPrintable(m_household->names().join(QLatin1Char(' '))));
}

void TestPrivacy::showsTheProxysPasswordNowhere_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("refused") << QByteArray("407 Proxy Authentication Required\r\n"
                                           "Proxy-Authenticate: Basic realm=\"office\"");
    QTest::newRow("forbidden") << QByteArray("403 Forbidden");
    QTest::newRow("out of order") << QByteArray("502 Bad Gateway");
}

// By a proxy that repeats in its answers what it was sent.
void TestPrivacy::showsTheProxysPasswordNowhere()
{
    QFETCH(const QByteArray, status);
    QTcpServer proxy;
    QByteArray asked;
    connect(&proxy, &QTcpServer::newConnection, &proxy, [&] {
        QTcpSocket* const socket = proxy.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&asked, &status, socket] {
            const QByteArray request = socket->readAll();
            asked += request;
            const QByteArray body = R"({"message":")" + request.simplified() + R"("})";
            socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " +
                          QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
    });
    QVERIFY(proxy.listen(QHostAddress::LocalHost));

    Exporter exporter(*m_household, QUrl(text("https://services.example")));
    exporter.environment.insert(text("https_proxy"),
                                QStringLiteral("http://maria:%1@127.0.0.1:%2")
                                    .arg(QString::fromLatin1(kSecret), QString::number(proxy.serverPort())));
    exporter.start(toFile({text("--report"), text("report.json")}));
    QTRY_VERIFY_WITH_TIMEOUT(logOf(*m_household).contains(text("tries again")) || !exporter.isRunning(),
                             20'000);
    exporter.signal(SIGINT); // it would try again for minutes
    const Outcome outcome = exporter.finish();
    QVERIFY2(outcome.exitCode > 0, outcome.told().constData());
    QVERIFY(asked.startsWith("CONNECT services.example:443"));
    if (status.startsWith("407")) {
        QVERIFY2(showsTheToken(asked), asked.constData()); // it was sent, so it was in the program
    }
    QVERIFY2(!showsTheToken(outcome.out) && !showsTheToken(outcome.err), outcome.told().constData());
    QVERIFY(!logOf(*m_household).isEmpty());
    QCOMPARE(filesThatShowTheToken(m_household->allFiles()), QStringList());
}

QTEST_GUILESS_MAIN(TestPrivacy)
#include "tst_privacy.moc"
