#include "support/simulatorclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace leadway::simulator;
using namespace leadway::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(leadway::simulator::Behaviour)
Q_DECLARE_METATYPE(leadway::simulator::Fault)

namespace
{

Scenario small(qint64 messages = 1500)
{
    Scenario scenario;
    scenario.messages = messages;
    return scenario;
}

} // namespace

class TestSimulatorErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void refusals_data();
    void refusals();
    void rejectsBadQueries_data();
    void rejectsBadQueries();
    void allowanceOfAnInterval_data();
    void allowanceOfAnInterval();
    void allowanceOfADay();
    void compressesWhereAsked();
    void faults_data();
    void faults();
    void redirects();
    void repeatingCursorMovesOnWhenTheAnswerIsLost();
    void changingCursorCanBeAskedAgain();
    void cursorsDie_data();
    void cursorsDie();
    void noProgressGivesThePageBefore_data();
    void noProgressGivesThePageBefore();

private:
    SimulatorClient m_client;
};

void TestSimulatorErrors::cleanup()
{
    m_client.stop();
}

void TestSimulatorErrors::refusals_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    const QByteArray right = "Bearer pit-demo";
    const QByteArray version = "2021-07-28";
    const auto row = [&](const char* name, const Behaviour& behaviour, const QByteArray& token,
                         const QByteArray& ver, int status, const char* text) {
        QTest::newRow(name) << behaviour << token << ver << status << QString::fromLatin1(text);
    };
    const Behaviour usual;
    row("wrong token", usual, "Bearer pit-other", version, 401, "Invalid Private Integration token");
    row("no token", usual, "", version, 401, "Invalid Private Integration token");
    row("no version", usual, right, "", 401, "version header was not found.");
    Behaviour changed = usual;
    changed.scopeGranted = false;
    row("scope", changed, right, version, 401, "The token is not authorized for this scope.");
    changed = usual;
    changed.agencyToken = true;
    row("agency", changed, right, version, 401, "Token's user type mismatch!");
    changed = usual;
    changed.tokenFitsLocation = false;
    row("location", changed, right, version, 403, "The token does not have access to this location.");
    changed = usual;
    changed.token = "eyJhbGciOi";
    row("wrong JWT", changed, right, version, 401, "Invalid token: access token is invalid");
}

void TestSimulatorErrors::refusals()
{
    QFETCH(const Behaviour, behaviour);
    QFETCH(const QByteArray, token);
    QFETCH(const QByteArray, version);
    QFETCH(const int, status);
    QFETCH(const QString, text);
    m_client.serve(small(50), behaviour);
    const Page page = m_client.get({}, [&](QNetworkRequest& one) {
        one.setRawHeader("Authorization", token.isEmpty() ? QByteArray() : token);
        one.setRawHeader("Version", version.isEmpty() ? QByteArray() : version);
    });
    QCOMPARE(page.status, status);
    QCOMPARE(page.message(), text);
    QCOMPARE(page.json.value(QStringLiteral("statusCode")).toInt(), status);
    QVERIFY(!page.header("X-RateLimit-Remaining").isEmpty());
}

void TestSimulatorErrors::rejectsBadQueries_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* key, const char* value) {
        QTest::addRow("%s=%s", key, value) << QString::fromLatin1(key) << QString::fromLatin1(value);
    };
    row("limit", "9");
    row("limit", "501");
    row("limit", "many");
    row("sortBy", "dateAdded");
    row("sortOrder", "up");
    row("channel", "Telegram");
    row("channel", "sms");
    row("startDate", "yesterday");
    row("page", "2");
}

void TestSimulatorErrors::rejectsBadQueries()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    m_client.serve(small(50));
    const Page page = m_client.get({{key, value}});
    QCOMPARE(page.status, 422);
    const QJsonArray list = page.json.value(QStringLiteral("message")).toArray();
    QCOMPARE(list.size(), 1);
    QVERIFY(list.at(0).toString().contains(key));
}

void TestSimulatorErrors::allowanceOfAnInterval_data()
{
    QTest::addColumn<bool>("sliding");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::newRow("fixed") << false << QByteArray();
    QTest::newRow("sliding") << true << QByteArray();
    QTest::newRow("fixed, with Retry-After") << false << QByteArray("3");
}

void TestSimulatorErrors::allowanceOfAnInterval()
{
    QFETCH(const bool, sliding);
    QFETCH(const QByteArray, retryAfter);
    Behaviour behaviour;
    behaviour.rateMax = 3;
    behaviour.rateInterval = 10min;
    behaviour.slidingWindow = sliding;
    behaviour.retryAfter = retryAfter;
    m_client.serve(small(50), behaviour);
    for (const char* left : {"2", "1", "0"}) {
        const Page page = m_client.get({});
        QCOMPARE(page.status, 200);
        QCOMPARE(page.header("X-RateLimit-Remaining"), QByteArray(left));
        QCOMPARE(page.header("X-RateLimit-Max"), QByteArray("3"));
        QCOMPARE(page.header("X-RateLimit-Interval-Milliseconds"), QByteArray("600000"));
    }
    const Page page = m_client.get({});
    QCOMPARE(page.status, 429);
    QCOMPARE(page.message(), QStringLiteral("Too Many Requests"));
    QCOMPARE(page.header("Retry-After"), retryAfter);
    QCOMPARE(page.header("X-RateLimit-Limit-Daily"), QByteArray("200000"));
    QCOMPARE(page.header("X-RateLimit-Daily-Remaining"), QByteArray("199997"));

    behaviour.rateInterval = 1ms;
    m_client.server().setBehaviour(behaviour);
    for (int i = 0; i < 3; ++i) {
        QTRY_COMPARE_WITH_TIMEOUT(m_client.get({}).status, 200, kPatience);
    }
}

void TestSimulatorErrors::allowanceOfADay()
{
    Behaviour behaviour;
    behaviour.dailyRemaining = 1;
    m_client.serve(small(50), behaviour);
    QCOMPARE(m_client.get({}).header("X-RateLimit-Daily-Remaining"), QByteArray("0"));
    const Page page = m_client.get({});
    QCOMPARE(page.status, 429);
    QCOMPARE(page.header("X-RateLimit-Daily-Remaining"), QByteArray("0"));
}

void TestSimulatorErrors::compressesWhereAsked()
{
    Behaviour behaviour;
    behaviour.gzip = true;
    m_client.serve(small(200), behaviour);
    const Page read = m_client.get({});
    QCOMPARE(read.error, QNetworkReply::NoError);
    QCOMPARE(read.ids().size(), 100);
    const Page raw =
        m_client.get({}, [](QNetworkRequest& one) { one.setRawHeader("Accept-Encoding", "gzip"); });
    QVERIFY(raw.bytes.startsWith("\x1f\x8b"));
    QCOMPARE(raw.header("Content-Encoding"), QByteArray("gzip"));
    const Page plain =
        m_client.get({}, [](QNetworkRequest& one) { one.setRawHeader("Accept-Encoding", "identity"); });
    QVERIFY(plain.bytes.startsWith("{\"messages\":["));
    QVERIFY(raw.bytes.size() * 2 < plain.bytes.size());
}

void TestSimulatorErrors::faults_data()
{
    using Kind = Fault::Kind;
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isJson");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<QByteArray>("sign");
    const auto row = [](const char* name, const Fault& fault, int status, bool isJson, bool isWhole,
                        const QByteArray& sign) {
        QTest::newRow(name) << fault << status << isJson << isWhole << sign;
    };
    row("status", Fault::answer(503, "<h1>busy</h1>"), 503, false, true, "<h1>busy</h1>");
    row("status without text", Fault::answer(500), 500, true, true, "\"statusCode\":500");
    row("429", Fault::answer(429), 429, true, true, "Too Many Requests");
    row("blocked", Fault::of(Kind::HtmlBlocked), 403, false, true, "blocked");
    row("cut", Fault::of(Kind::CutBody), 200, false, false, "{\"messages\":[");
    row("short", Fault::of(Kind::ShortBody), 200, false, true, "{\"messages\":[");
    row("short gzip", Fault::of(Kind::ShortGzip), 200, false, true, "{\"messages\":[");
    row("empty", Fault::of(Kind::EmptyPage), 200, true, true, "{\"messages\":[],\"nextCursor\":\"");
    row("control", Fault::of(Kind::RawControl), 200, false, true, "\"a\x01 b\nc\"");
    row("not UTF-8", Fault::of(Kind::InvalidUtf8), 200, false, true, "\"caf\xe9 \"");
    row("BOM", Fault::of(Kind::Bom), 200, true, true, "\xef\xbb\xbf{\"messages\":[");
    row("garbage", Fault::of(Kind::TrailingGarbage), 200, false, true, "}</body></html>");
    row("HTML", Fault::of(Kind::NotJson), 200, false, true, "<!DOCTYPE html>");
    row("no messages", Fault::of(Kind::NoMessages), 200, true, true, "{\"ok\":true}");
    row("delay", Fault::wait(1ms), 200, true, true, "{\"messages\":[");
}

void TestSimulatorErrors::faults()
{
    QFETCH(const Fault, fault);
    QFETCH(const int, status);
    QFETCH(const bool, isJson);
    QFETCH(const bool, isWhole);
    QFETCH(const QByteArray, sign);
    Behaviour behaviour;
    behaviour.fault = [fault](const Request& one) { return one.number == 1 ? fault : Fault(); };
    m_client.serve(small(), behaviour);
    const Page page = m_client.get({});
    QCOMPARE(page.status, status);
    QVERIFY2(page.bytes.contains(sign), page.bytes.left(200).constData());
    QJsonParseError error;
    QJsonDocument::fromJson(page.bytes, &error);
    const bool isControl = fault.kind == Fault::Kind::RawControl; // Qt's reader takes it
    QCOMPARE(error.error == QJsonParseError::NoError, isJson || isControl);
    if (status == 200) {
        QCOMPARE(page.error == QNetworkReply::NoError, isWhole);
    }
    const Page next = m_client.get({});
    QCOMPARE(next.status, 200);
    QCOMPARE(next.ids().size(), 100);
}

void TestSimulatorErrors::redirects()
{
    Behaviour behaviour;
    behaviour.fault = [](const Request&) { return Fault::redirect("http://other.example/somewhere"); };
    m_client.serve(small(50), behaviour);
    const Page page = m_client.get({});
    QCOMPARE(page.status, 302);
    QCOMPARE(page.header("Location"), QByteArray("http://other.example/somewhere"));
}

void TestSimulatorErrors::repeatingCursorMovesOnWhenTheAnswerIsLost()
{
    Behaviour behaviour;
    behaviour.cursor = Behaviour::Cursor::Repeating;
    m_client.serve(small(), behaviour);
    const Items ascending = {{QStringLiteral("sortOrder"), QStringLiteral("asc")}};
    const Generator& generator = m_client.server().generator();
    const QList<QByteArray> all = m_client.idsWhere([&](qint64 i) { return !generator.isEmail(i); });
    const Page first = m_client.get(ascending);
    const Items next = with(ascending, QStringLiteral("cursor"), first.cursor());
    m_client.server().setFault([](const Request&) { return Fault::answer(429); });
    QCOMPARE(m_client.get(next).status, 429);
    m_client.server().setFault([](const Request&) { return Fault::of(Fault::Kind::CutBody); });
    QVERIFY(m_client.get(next).error != QNetworkReply::NoError);
    m_client.server().setFault({});
    QCOMPARE(m_client.get(next).ids(), all.mid(200, 100)); // the cut one is gone, the one of 429 is not
}

void TestSimulatorErrors::changingCursorCanBeAskedAgain()
{
    m_client.serve(small());
    const Page first = m_client.get({});
    const Items next = {{QStringLiteral("cursor"), first.cursor()}};
    const Page second = m_client.get(next);
    QCOMPARE(m_client.get(next).ids(), second.ids());
    QVERIFY(second.ids() != first.ids());
    QCOMPARE(m_client.get(with(next, QStringLiteral("channel"), QStringLiteral("SMS"))).status, 400);
}

void TestSimulatorErrors::cursorsDie_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("by uses") << QStringLiteral("uses");
    QTest::newRow("by time") << QStringLiteral("time");
    QTest::newRow("by hand") << QStringLiteral("hand");
    QTest::newRow("never lived") << QStringLiteral("never");
}

void TestSimulatorErrors::cursorsDie()
{
    QFETCH(const QString, how);
    Behaviour behaviour;
    behaviour.cursorUses = how == QLatin1String("uses") ? 2 : 0;
    behaviour.cursorLifetime = how == QLatin1String("time") ? 30s : 0s;
    m_client.serve(small(), behaviour);
    Page page = m_client.get({});
    QString cursor = page.cursor();
    for (int i = 0; i < 2; ++i) {
        page = m_client.get({{QStringLiteral("cursor"), cursor}});
        QCOMPARE(page.status, 200);
        cursor = page.cursor();
    }
    if (how == QLatin1String("time")) {
        behaviour.cursorLifetime = 1ms;
        m_client.server().setBehaviour(behaviour);
        QTest::qWait(2); // the shortest life there is
    } else if (how == QLatin1String("hand")) {
        m_client.server().expireCursors();
    } else if (how == QLatin1String("never")) {
        cursor = QStringLiteral("bm90IG9uZSBvZiBvdXJz");
    }
    page = m_client.get({{QStringLiteral("cursor"), cursor}});
    QCOMPARE(page.status, 400);
    QCOMPARE(page.json.value(QStringLiteral("error")).toString(), QStringLiteral("Bad Request"));
}

void TestSimulatorErrors::noProgressGivesThePageBefore_data()
{
    QTest::addColumn<bool>("repeating");
    QTest::newRow("changing") << false;
    QTest::newRow("repeating") << true;
}

void TestSimulatorErrors::noProgressGivesThePageBefore()
{
    QFETCH(const bool, repeating);
    Behaviour behaviour;
    behaviour.cursor = repeating ? Behaviour::Cursor::Repeating : Behaviour::Cursor::Changing;
    behaviour.fault = [](const Request& one) {
        return one.number == 2 ? Fault::of(Fault::Kind::NoProgress) : Fault();
    };
    m_client.serve(small(), behaviour);
    const Page first = m_client.get({});
    const Page second = m_client.get({{QStringLiteral("cursor"), first.cursor()}});
    const Page third = m_client.get({{QStringLiteral("cursor"), second.cursor()}});
    QCOMPARE(second.ids(), first.ids());
    QCOMPARE(second.cursor() == first.cursor(), repeating);
    const QList<QByteArray> ids = first.ids();
    QVERIFY(
        std::none_of(ids.begin(), ids.end(), [&](const QByteArray& id) { return third.ids().contains(id); }));
}

QTEST_GUILESS_MAIN(TestSimulatorErrors)
#include "tst_simulatorerrors.moc"
