#include "support/misbehavingserver.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <cerrno>
#include <functional>
#include <memory>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace leadway::test;
using namespace std::chrono_literals;

namespace
{

constexpr auto kPatience = 20'000;

// The bytes of one conversation, as a client without any idea of HTTP sees them.
struct Wire {
    QByteArray bytes;
    bool closed = false;
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError;

    QByteArray head() const { return bytes.left(bytes.indexOf("\r\n\r\n") + 4); }
    QByteArray body() const { return bytes.mid(bytes.indexOf("\r\n\r\n") + 4); }
    qsizetype promised() const
    {
        const QByteArray name = "content-length: ";
        const QByteArray lower = head().toLower();
        const qsizetype at = lower.indexOf(name);
        return at < 0 ? -1 : lower.mid(at + name.size()).split('\r').constFirst().toLongLong();
    }
};

} // namespace

class TestMisbehavingServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void scriptsOnTheWire_data();
    void scriptsOnTheWire();
    void resetIsAReset_data();
    void resetIsAReset();
    void dripComesByteByByte();
    void hangSaysNothing();
    void hangsInTheBody();
    void bombGrows();
    void compressedPagesAreRead();
    void bombIsStoppedByTheClient();
    void keepsRequestsAndTheirOrder();
    void redirectShowsWhatWasSentOn();
    void connectionIsKept();
    void fallbackAnswersTheRest();

private:
    // Sends one request and reads until `done`, the end of the connection, or the end of patience.
    Wire talk(const std::function<bool(const Wire&)>& done = {});
    std::unique_ptr<QNetworkReply> get(const QUrl& url, bool withToken = false);

    std::unique_ptr<MisbehavingServer> m_server;
    QNetworkAccessManager m_manager;
    const QByteArray m_json = R"({"messages":[{"id":"abc"}],"nextCursor":null,"total":1})";
};

void TestMisbehavingServer::init()
{
    m_server = std::make_unique<MisbehavingServer>();
    QVERIFY(m_server->start());
}

void TestMisbehavingServer::cleanup()
{
    m_manager.clearConnectionCache();
    m_server.reset();
}

Wire TestMisbehavingServer::talk(const std::function<bool(const Wire&)>& done)
{
    Wire wire;
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
    socket.write("GET /x?a=1 HTTP/1.1\r\nHost: here\r\n\r\n");
    const auto finished = [&] {
        wire.bytes += socket.readAll();
        wire.closed = socket.state() == QAbstractSocket::UnconnectedState;
        wire.error = socket.error();
        return wire.closed || (done && done(wire));
    };
    [[maybe_unused]] const bool inTime = QTest::qWaitFor(finished, kPatience);
    return wire;
}

std::unique_ptr<QNetworkReply> TestMisbehavingServer::get(const QUrl& url, bool withToken)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (withToken) {
        request.setRawHeader("Authorization", "Bearer secret");
    }
    std::unique_ptr<QNetworkReply> reply(m_manager.get(request));
    [[maybe_unused]] const bool inTime = QTest::qWaitFor([&] { return reply->isFinished(); }, kPatience);
    return reply;
}

void TestMisbehavingServer::scriptsOnTheWire_data()
{
    QTest::addColumn<std::shared_ptr<Script>>("script");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qsizetype>("promised");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("dated");
    const auto row = [](const char* name, const Script& script, const QByteArray& begin,
                        const QByteArray& body, qsizetype promised, bool closed, bool dated) {
        QTest::newRow(name) << std::make_shared<Script>(script) << begin << body << promised << closed
                            << dated;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const qsizetype whole = m_json.size();
    const QByteArray zipped = gzip(m_json);
    row("ok", Script::ok(m_json), ok, m_json, whole, false, true);
    row("without date", Script::withoutDate(m_json), ok, m_json, whole, false, false);
    row("status", Script::status(503, "busy", "text/plain"), "HTTP/1.1 503 ", "busy", 4, false, true);
    row("cut", Script::cut(m_json, 10), ok, m_json.left(10), whole, true, true);
    row("close-delimited", Script::closeDelimitedCut(m_json, 12), ok, m_json.left(12), -1, true, true);
    row("gzip", Script::gzipped(m_json), ok, zipped, zipped.size(), false, true);
    row("gzip cut", Script::gzipCut(m_json), ok, zipped.left(zipped.size() / 2), zipped.size() / 2, false,
        true);
    row("redirect", Script::redirect(QUrl(QStringLiteral("http://other.example/x")), 307), "HTTP/1.1 307 ",
        "<html>Moved</html>", 18, false, true);
    row("garbage", Script::garbage(), "\x16\x03\x01", "", -1, true, false);
}

void TestMisbehavingServer::scriptsOnTheWire()
{
    QFETCH(const std::shared_ptr<Script>, script);
    QFETCH(const QByteArray, begin);
    QFETCH(const QByteArray, body);
    QFETCH(const qsizetype, promised);
    QFETCH(const bool, closed);
    QFETCH(const bool, dated);
    m_server->enqueue(*script);
    const Wire wire = talk([&](const Wire& soFar) { return !closed && soFar.body().size() >= body.size(); });
    QVERIFY2(wire.bytes.startsWith(begin), wire.bytes.constData());
    QCOMPARE(wire.body(), body);
    QCOMPARE(wire.promised(), promised);
    QCOMPARE(wire.closed, closed);
    QCOMPARE(wire.head().contains("\r\nDate: "), dated);
}

void TestMisbehavingServer::resetIsAReset_data()
{
    QTest::addColumn<qsizetype>("sent");
    QTest::newRow("at once") << qsizetype(0);
    QTest::newRow("in the header") << qsizetype(20);
    QTest::newRow("in the body") << qsizetype(160);
}

void TestMisbehavingServer::resetIsAReset()
{
    QFETCH(const qsizetype, sent);
    m_server->enqueue(Script::reset(QByteArray(1000, 'x'), sent));
    // Qt's sockets give both ends of a connection the same error, the system's tell them apart.
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_server->port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const QByteArray request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    QCOMPARE(::send(socket, request.constData(), static_cast<std::size_t>(request.size()), 0),
             request.size());
    qsizetype received = 0;
    int error = EAGAIN;
    const bool ended = QTest::qWaitFor(
        [&] {
            char buffer[4096];
            const auto count = ::recv(socket, buffer, sizeof buffer, MSG_DONTWAIT);
            error = count < 0 ? errno : 0;
            received += count > 0 ? count : 0;
            return count == 0 || (count < 0 && error != EAGAIN);
        },
        kPatience);
    ::close(socket);
    QVERIFY(ended);
    QCOMPARE(error, ECONNRESET);
    QCOMPARE(received, sent);

    m_server->setFallback([sent](const WireRequest&) { return Script::reset(QByteArray(1000, 'x'), sent); });
    const auto reply = get(m_server->baseUrl());
    QCOMPARE(reply->error(), QNetworkReply::RemoteHostClosedError);
}

void TestMisbehavingServer::dripComesByteByByte()
{
    const QByteArray body = "0123456789";
    m_server->enqueue(Script::drip(body, 20ms));
    QElapsedTimer clock;
    clock.start();
    QList<qsizetype> lengths;
    const Wire wire = talk([&](const Wire& soFar) {
        if (lengths.isEmpty() || lengths.constLast() != soFar.body().size()) {
            lengths.append(soFar.body().size());
        }
        return soFar.body().size() == body.size();
    });
    QCOMPARE(wire.body(), body);
    QVERIFY(clock.elapsed() >= 190);
    QVERIFY(lengths.size() > 4);
}

void TestMisbehavingServer::hangSaysNothing()
{
    m_server->enqueue(Script::hang());
    QSignalSpy arrived(m_server.get(), &MisbehavingServer::requestArrived);
    const Wire wire = talk([&](const Wire&) { return !arrived.isEmpty(); });
    QCOMPARE(arrived.size(), 1);
    QVERIFY(wire.bytes.isEmpty());
    QVERIFY(!wire.closed);
}

void TestMisbehavingServer::hangsInTheBody()
{
    m_server->enqueue(Script::hangInBody(m_json, 7));
    const Wire wire = talk([](const Wire& soFar) { return soFar.body().size() >= 7; });
    QCOMPARE(wire.body(), m_json.left(7));
    QCOMPARE(wire.promised(), m_json.size());
    QVERIFY(!wire.closed);
}

void TestMisbehavingServer::bombGrows()
{
    constexpr qint64 size = 4 * 1024 * 1024;
    m_server->enqueue(Script::bomb(size));
    const Wire wire = talk();
    QVERIFY(wire.closed);
    QVERIFY(wire.body().startsWith("\x1f\x8b"));
    QVERIFY(wire.body().size() < size / 500);
    // The last four bytes of a gzip stream are the length it grows to.
    const QByteArray tail = wire.body().right(4);
    quint32 length = 0;
    for (qsizetype i = 3; i >= 0; --i) {
        length = length << 8 | static_cast<unsigned char>(tail.at(i));
    }
    QCOMPARE(qint64(length), size);
}

void TestMisbehavingServer::compressedPagesAreRead()
{
    m_server->enqueue(Script::gzipped(m_json));
    auto reply = get(m_server->baseUrl());
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->readAll(), m_json);

    const QByteArray page = repetitivePage(40, 5000);
    QVERIFY(QJsonDocument::fromJson(page).isObject());
    QVERIFY(gzip(page).size() * 50 < page.size());
    m_server->enqueue(Script::gzipped(page));
    reply = get(m_server->baseUrl());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
}

void TestMisbehavingServer::bombIsStoppedByTheClient()
{
    m_server->enqueue(Script::bomb());
    const auto reply = get(m_server->baseUrl());
    QVERIFY(reply->error() != QNetworkReply::NoError);
    QVERIFY(reply->readAll().size() < 64 * 1024 * 1024);
}

void TestMisbehavingServer::keepsRequestsAndTheirOrder()
{
    QUrl url = m_server->baseUrl();
    url.setPath(QStringLiteral("/conversations/messages/export"));
    url.setQuery(QStringLiteral("limit=500&cursor=%2B%2F%3D&plain=a+b"));
    m_server->enqueue(Script::ok("{\"first\":1}"));
    m_server->enqueue(Script::ok("{\"second\":2}"));
    QCOMPARE(get(url, true)->readAll(), QByteArray("{\"first\":1}"));
    QCOMPARE(get(url)->readAll(), QByteArray("{\"second\":2}"));
    QCOMPARE(m_server->requests().size(), std::size_t(2));
    const WireRequest& first = m_server->requests().front();
    QCOMPARE(first.method, QByteArray("GET"));
    QCOMPARE(first.path, QByteArray("/conversations/messages/export"));
    QCOMPARE(first.query.value("limit"), QByteArray("500"));
    QCOMPARE(first.query.value("cursor"), QByteArray("+/="));
    QCOMPARE(first.query.value("plain"), QByteArray("a b"));
    QCOMPARE(first.headers.value("authorization"), QByteArray("Bearer secret"));
    QVERIFY(first.hasHeader("Authorization"));
    QVERIFY(!m_server->requests().back().hasHeader("Authorization"));
}

void TestMisbehavingServer::redirectShowsWhatWasSentOn()
{
    MisbehavingServer other;
    QVERIFY(other.start());
    m_server->enqueue(Script::redirect(other.baseUrl()));
    const auto reply = get(m_server->baseUrl(), true);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 302);
    QCOMPARE(reply->header(QNetworkRequest::LocationHeader).toUrl(), other.baseUrl());
    QVERIFY(other.requests().empty());
    QVERIFY(get(other.baseUrl(), true)->error() == QNetworkReply::NoError);
    QVERIFY(other.requests().front().hasHeader("authorization"));
}

void TestMisbehavingServer::connectionIsKept()
{
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(get(m_server->baseUrl())->error(), QNetworkReply::NoError);
    }
    QCOMPARE(m_server->requests().size(), std::size_t(5));
    QCOMPARE(m_server->connections(), 1);
}

void TestMisbehavingServer::fallbackAnswersTheRest()
{
    m_server->setFallback(
        [](const WireRequest& request) { return Script::status(404, "no " + request.path); });
    m_server->enqueue(Script::ok("{}"));
    QCOMPARE(get(m_server->baseUrl())->readAll(), QByteArray("{}"));
    const auto reply = get(m_server->baseUrl());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 404);
    QCOMPARE(reply->readAll(), QByteArray("no /"));
    QTRY_VERIFY(m_server->bytesSent() > 0);
}

QTEST_GUILESS_MAIN(TestMisbehavingServer)
#include "tst_misbehavingserver.moc"
