// What can stand between this computer and the service: a certificate that does not hold, a proxy.

#include "app/connectiontest.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace leadway;

namespace
{

constexpr char kAnswer[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 25\r\n\r\n"
                           "{\"messages\":[],\"total\":0}";

// Why an account at this address cannot be used; nothing if it can.
std::optional<ErrorKind> tryOut(const QUrl& url)
{
    Connection connection;
    connection.baseUrl = url;
    bool isDone = false;
    std::optional<ErrorKind> kind;
    const ConnectionTest test(connection, Token("pit-SECRET"), QStringLiteral("ve9EPM428h8vShlRW1KT"), {},
                              [&](const Result<void>& result) {
                                  isDone = true;
                                  if (!result) {
                                      kind = result.error().kind;
                                  }
                              });
    if (!QTest::qWaitFor([&isDone] { return isDone; }, 20'000)) {
        qFatal("no answer comes");
    }
    return kind;
}

// Answers everything it is asked alike, and remembers the questions.
template<class Server>
void answerWith(Server& server, const QByteArray& answer, QByteArray& asked)
{
    QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&server, answer, &asked] {
        while (QTcpSocket* const socket = server.nextPendingConnection()) {
            const auto talk = [socket, answer, &asked] {
                asked += socket->readAll();
                if (asked.endsWith("\r\n\r\n")) {
                    socket->write(answer);
                    socket->disconnectFromHost();
                }
            };
            QObject::connect(socket, &QTcpSocket::readyRead, socket, talk);
            talk();
        }
    });
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void tellsACertificateFromAClock_data();
    void tellsACertificateFromAClock();
    void goesThroughTheSystemsProxy();
    void tellsThatTheProxyRefuses_data();
    void tellsThatTheProxyRefuses();
    void reachesThisComputerWithoutTheProxy();

private:
    void openssl(const QStringList& arguments) const;
    QByteArray read(const QString& name) const;

    QTemporaryDir m_folder;
};

void TestConnection::openssl(const QStringList& arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral("openssl"), arguments);
    QVERIFY2(process.waitForFinished() && process.exitCode() == 0,
             process.readAllStandardError().constData());
}

QByteArray TestConnection::read(const QString& name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// An authority that this process trusts, one that nobody does, and a server's certificates from both.
void TestConnection::initTestCase()
{
    QFile names(m_folder.filePath(QStringLiteral("names")));
    QVERIFY(names.open(QIODevice::WriteOnly) && names.write("subjectAltName=IP:127.0.0.1\n") > 0);
    names.close();
    const auto words = [](const char* line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); };
    openssl(words("req -newkey rsa:2048 -nodes -keyout key -out request -subj /CN=127.0.0.1"));
    for (const QString& authority : {QStringLiteral("trusted"), QStringLiteral("unknown")}) {
        openssl(words("req -x509 -newkey rsa:2048 -nodes -days 2 -subj") +
                QStringList{QStringLiteral("/CN=") + authority, QStringLiteral("-keyout"),
                            authority + QStringLiteral(".key"), QStringLiteral("-out"), authority});
        for (const char* days : {"1", "-1"}) {
            openssl(words("x509 -req -in request -extfile names -CAcreateserial -days") +
                    QStringList{QLatin1String(days), QStringLiteral("-CA"), authority,
                                QStringLiteral("-CAkey"), authority + QStringLiteral(".key"),
                                QStringLiteral("-out"), authority + QLatin1String(days)});
        }
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.addCaCertificates(QSslCertificate::fromData(read(QStringLiteral("trusted"))));
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void TestConnection::cleanup()
{
    qunsetenv("https_proxy");
    qunsetenv("http_proxy");
}

void TestConnection::tellsACertificateFromAClock_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<std::optional<ErrorKind>>("kind");
    QTest::newRow("good") << QStringLiteral("trusted1") << std::optional<ErrorKind>();
    QTest::newRow("good at another time") << QStringLiteral("trusted-1") << std::optional(ErrorKind::Clock);
    QTest::newRow("of an unknown authority") << QStringLiteral("unknown1") << std::optional(ErrorKind::Tls);
    QTest::newRow("neither") << QStringLiteral("unknown-1") << std::optional(ErrorKind::Tls);
}

void TestConnection::tellsACertificateFromAClock()
{
    QFETCH(QString, certificate);
    QFETCH(std::optional<ErrorKind>, kind);
    QSslServer server;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(read(certificate)));
    configuration.setPrivateKey(QSslKey(read(QStringLiteral("key")), QSsl::Rsa));
    server.setSslConfiguration(configuration);
    QByteArray asked;
    answerWith(server, kAnswer, asked);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QVERIFY(tryOut(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort()))) == kind);
    QCOMPARE(asked.contains("SECRET"), !kind); // no line without trust
}

void TestConnection::goesThroughTheSystemsProxy()
{
    QTcpServer proxy;
    QByteArray asked;
    answerWith(proxy, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", asked);
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    QVERIFY(tryOut(QUrl(QStringLiteral("https://services.example"))).has_value());
    QVERIFY2(asked.startsWith("CONNECT services.example:443 "), asked.constData());
    QVERIFY(!asked.contains("SECRET"));
}

void TestConnection::tellsThatTheProxyRefuses_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("wants a login") << QByteArray(
        "HTTP/1.1 407 Proxy Authentication Required\r\n"
        "Proxy-Authenticate: Basic realm=\"office\"\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("is not there") << QByteArray();
}

void TestConnection::tellsThatTheProxyRefuses()
{
    QFETCH(QByteArray, answer);
    QTcpServer proxy;
    QByteArray asked;
    answerWith(proxy, answer, asked);
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    if (answer.isEmpty()) {
        proxy.close();
    }
    QVERIFY(tryOut(QUrl(QStringLiteral("https://services.example"))) == ErrorKind::Proxy);
}

void TestConnection::reachesThisComputerWithoutTheProxy()
{
    QTcpServer proxy;
    QByteArray toProxy;
    answerWith(proxy, kAnswer, toProxy);
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
    QTcpServer server;
    QByteArray toServer;
    answerWith(server, kAnswer, toServer);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QVERIFY(!tryOut(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()))));
    QVERIFY(toProxy.isEmpty());
    QVERIFY(toServer.startsWith("GET /conversations/messages/export?"));
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
