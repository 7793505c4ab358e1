// The client against a server that does what no library lets one do: resets, drips, bombs and lies, made
// from what is known of the platform's traps.

#include "api/apiclient.h"
#include "api/pagecall.h"
#include "support/misbehavingserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace leadway;
using namespace leadway::test;
using namespace std::chrono_literals;

namespace
{

const QByteArray kPage =
    R"({"messages":[{"id":"a","dateAdded":"2024-01-01T00:00:00.000Z"}],"nextCursor":"next","total":7})";

PageRequest anyRequest()
{
    PageRequest request;
    request.locationId = QStringLiteral("demo0000000000000001");
    return request;
}

// One answer of a client with short deadlines.
class Ask
{
public:
    explicit Ask(const MisbehavingServer& server, const PageRequest& request = anyRequest(),
                 Deadlines deadlines = {1000ms, 3000ms})
        : m_client(Connection{server.baseUrl(), "2021-07-28"}, Token("pit-secret"), deadlines)
    {
        m_call = m_client.requestPage(request, Priority::Export, [this](Result<Page> result) {
            m_result = std::make_unique<Result<Page>>(std::move(result));
        });
    }

    const Result<Page>& result()
    {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(m_result != nullptr, 20'000); }();
        static const Result<Page> none = Error{ErrorKind::Storage, 0, QStringLiteral("no answer"), {}};
        return m_result ? *m_result : none;
    }

private:
    ApiClient m_client;
    std::unique_ptr<Result<Page>> m_result;
    std::unique_ptr<PageCall> m_call;
};

} // namespace

class TestApiClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksAsTheReferenceSays();
    void percentEncodesTheCursor();
    void readsAWholeAnswer_data();
    void readsAWholeAnswer();
    void takesNothingLessThanAWholeAnswer_data();
    void takesNothingLessThanAWholeAnswer();
    void followsNoRedirectAndKeepsTheToken_data();
    void followsNoRedirectAndKeepsTheToken();
    void stopsABombAtItsCap();
    void givesUpADripAtTheDeadline();
    void saysNothingOnceTheCallIsGone();
    void readsRateHeadersAndRetryAfter();
    void allowsOnlySafeServers_data();
    void allowsOnlySafeServers();

private:
    std::unique_ptr<MisbehavingServer> m_server;
};

void TestApiClient::init()
{
    m_server = std::make_unique<MisbehavingServer>();
    QVERIFY(m_server->start());
}

void TestApiClient::asksAsTheReferenceSays()
{
    m_server->enqueue(Script::ok(kPage));
    PageRequest request = anyRequest();
    request.channel = "Email";
    request.contactId = QStringLiteral("contact1");
    request.conversationId = QStringLiteral("conv1");
    request.startDate = *parseIsoUtc("2024-03-27T00:00:00Z");
    request.endDate = *parseIsoUtc("2024-03-28T00:00:00.001Z");
    request.sortBy = SortBy::UpdatedAt;
    request.sortOrder = SortOrder::Ascending;
    request.limit = 250;
    Ask ask(*m_server, request);
    QVERIFY(ask.result());
    const WireRequest& wire = m_server->requests().front();
    QCOMPARE(wire.method, "GET");
    QCOMPARE(wire.path, "/conversations/messages/export");
    const QMap<QByteArray, QByteArray> expected = {
        {"locationId", "demo0000000000000001"},
        {"limit", "250"},
        {"sortBy", "updatedAt"},
        {"sortOrder", "asc"},
        {"channel", "Email"},
        {"contactId", "contact1"},
        {"conversationId", "conv1"},
        {"startDate", "2024-03-27T00:00:00.000Z"},
        {"endDate", "2024-03-28T00:00:00.001Z"},
    };
    QCOMPARE(wire.query, expected);
    QCOMPARE(wire.headers.value("authorization"), "Bearer pit-secret");
    QCOMPARE(wire.headers.value("version"), "2021-07-28");
    QVERIFY(wire.headers.value("user-agent").startsWith("LeadwayMessageExporter/"));
    QVERIFY(wire.headers.value("accept-encoding").contains("gzip"));
}

void TestApiClient::percentEncodesTheCursor()
{
    m_server->enqueue(Script::ok(kPage));
    PageRequest request = anyRequest();
    request.cursor = "a+b/c==&d";
    Ask ask(*m_server, request);
    QVERIFY(ask.result());
    QVERIFY(m_server->requests().front().target.contains("cursor=a%2Bb%2Fc%3D%3D%26d"));
}

void TestApiClient::readsAWholeAnswer_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("plain") << Script::ok(kPage);
    QTest::newRow("gzip") << Script::gzipped(kPage);
    QTest::newRow("no Date header") << Script::withoutDate(kPage);
    QTest::newRow("close-delimited") << Script::closeDelimitedCut(kPage, kPage.size());
    QTest::newRow("byte-order mark") << Script::ok("\xef\xbb\xbf" + kPage);
    QTest::newRow("trailing space") << Script::ok(kPage + "\n\n");
}

void TestApiClient::readsAWholeAnswer()
{
    QFETCH(const Script, script);
    m_server->enqueue(script);
    Ask ask(*m_server);
    QVERIFY(ask.result());
    const Page& page = *ask.result();
    QCOMPARE(page.messages.size(), std::size_t(1));
    QCOMPARE(page.messages.front().id, "a");
    QCOMPARE(page.nextCursor, std::optional<std::string>("next"));
    QCOMPARE(page.total, std::optional<qint64>(7));
}

void TestApiClient::takesNothingLessThanAWholeAnswer_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QList<ErrorKind>>("kinds");
    using Kinds = QList<ErrorKind>;
    const Kinds broken = {ErrorKind::Network, ErrorKind::BadAnswer};
#ifdef Q_OS_WIN
    // Of a connection that is gone before it is looked after, Wine may say nothing.
    const Kinds reset = broken + Kinds{ErrorKind::Timeout};
#else
    const Kinds& reset = broken;
#endif
    QTest::newRow("reset at once") << Script::reset() << reset;
    QTest::newRow("reset in the body") << Script::reset(kPage, 60) << reset;
    QTest::newRow("cut body") << Script::cut(kPage, 60) << broken;
    QTest::newRow("cut after the messages") << Script::cut(kPage, kPage.size() - 1) << broken;
    QTest::newRow("close-delimited, cut")
        << Script::closeDelimitedCut(kPage, 60) << Kinds{ErrorKind::BadAnswer};
    QTest::newRow("gzip, cut") << Script::gzipCut(kPage) << broken;
    QTest::newRow("never answers") << Script::hang() << Kinds{ErrorKind::Timeout};
    QTest::newRow("stops in the body") << Script::hangInBody(kPage, 60) << Kinds{ErrorKind::Timeout};
    QTest::newRow("not HTTP") << Script::garbage() << broken;
    QTest::newRow("a page of HTML") << Script::ok("<html>maintenance</html>") << Kinds{ErrorKind::BadAnswer};
    QTest::newRow("an empty body") << Script::ok({}) << Kinds{ErrorKind::BadAnswer};
    QTest::newRow("no messages") << Script::ok(R"({"ok":true})") << Kinds{ErrorKind::BadAnswer};
    QTest::newRow("text behind") << Script::ok(kPage + "garbage") << Kinds{ErrorKind::BadAnswer};
}

void TestApiClient::takesNothingLessThanAWholeAnswer()
{
    QFETCH(const Script, script);
    QFETCH(const QList<ErrorKind>, kinds);
    // Qt asks once more by itself when a connection goes before any byte of an answer came.
    m_server->setFallback([script](const WireRequest&) { return script; });
    Ask ask(*m_server);
    QVERIFY(!ask.result());
    QVERIFY2(kinds.contains(ask.result().error().kind),
             QByteArray::number(static_cast<int>(ask.result().error().kind)).constData());
    QVERIFY(!ask.result().error().detail.contains(QStringLiteral("secret")));
}

void TestApiClient::followsNoRedirectAndKeepsTheToken_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d", code) << code;
    }
}

void TestApiClient::followsNoRedirectAndKeepsTheToken()
{
    QFETCH(const int, code);
    MisbehavingServer other;
    QVERIFY(other.start());
    QUrl elsewhere = other.baseUrl();
    elsewhere.setHost(QStringLiteral("localhost"));
    elsewhere.setPath(QStringLiteral("/take"));
    m_server->enqueue(Script::redirect(elsewhere, code));
    Ask ask(*m_server);
    QVERIFY(!ask.result());
    QCOMPARE(ask.result().error().kind, ErrorKind::Redirect);
    QCOMPARE(ask.result().error().detail, QStringLiteral("localhost"));
    QCOMPARE(other.connections(), 0);
}

void TestApiClient::stopsABombAtItsCap()
{
    m_server->enqueue(Script::bomb());
    Ask ask(*m_server, anyRequest(), {5s, 30s});
    QVERIFY(!ask.result());
    QCOMPARE(ask.result().error().kind, ErrorKind::TooLarge);
}

void TestApiClient::givesUpADripAtTheDeadline()
{
    m_server->enqueue(Script::drip(kPage, 50ms));
    Ask ask(*m_server, anyRequest(), {1000ms, 400ms});
    QVERIFY(!ask.result());
    QCOMPARE(ask.result().error().kind, ErrorKind::Timeout);
}

void TestApiClient::saysNothingOnceTheCallIsGone()
{
    m_server->enqueue(Script::hang());
    ApiClient client(Connection{m_server->baseUrl(), "2021-07-28"}, Token("pit-secret"));
    QSignalSpy arrived(m_server.get(), &MisbehavingServer::requestArrived);
    bool answered = false;
    auto call =
        client.requestPage(anyRequest(), Priority::Export, [&](const Result<Page>&) { answered = true; });
    QVERIFY(arrived.wait());
    call.reset();
    // A second request runs its whole course on the same event loop.
    m_server->enqueue(Script::ok(kPage));
    bool secondAnswered = false;
    call = client.requestPage(anyRequest(), Priority::Export,
                              [&](const Result<Page>&) { secondAnswered = true; });
    QTRY_VERIFY(secondAnswered);
    QVERIFY(!answered);
}

void TestApiClient::readsRateHeadersAndRetryAfter()
{
    m_server->enqueue(Script::status(429, R"({"message":"Too Many Requests"})", "application/json",
                                     {{"Retry-After", "3"}}));
    Ask refused(*m_server);
    QVERIFY(!refused.result());
    QCOMPARE(refused.result().error().kind, ErrorKind::RateLimited);
    QCOMPARE(refused.result().error().retryAfter, std::optional<std::chrono::milliseconds>(3s));
    m_server->enqueue(Script::status(429, R"({"message":"Too Many Requests"})", "application/json",
                                     {{"X-RateLimit-Daily-Remaining", "0"}}));
    Ask daily(*m_server);
    QVERIFY(!daily.result());
    QCOMPARE(daily.result().error().kind, ErrorKind::DailyLimit);
}

void TestApiClient::allowsOnlySafeServers_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("the service") << QStringLiteral("https://services.leadconnectorhq.com") << true;
    QTest::newRow("with a path") << QStringLiteral("https://proxy.example.com/crm/") << true;
    QTest::newRow("http elsewhere") << QStringLiteral("http://services.leadconnectorhq.com") << false;
    QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080") << true;
    QTest::newRow("localhost") << QStringLiteral("http://localhost:8080") << true;
    QTest::newRow("IPv6 loopback") << QStringLiteral("http://[::1]:8080") << true;
    QTest::newRow("a host that looks like it") << QStringLiteral("http://127.0.0.1.example.com") << false;
    QTest::newRow("with a password") << QStringLiteral("https://user:pass@example.com") << false;
    QTest::newRow("a file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("no host") << QStringLiteral("https://") << false;
}

void TestApiClient::allowsOnlySafeServers()
{
    QFETCH(const QString, url);
    QFETCH(const bool, allowed);
    QCOMPARE((Connection{QUrl(url), "2021-07-28"}.isAllowed()), allowed);
}

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_apiclient.moc"
