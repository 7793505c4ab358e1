#include "support/simulatorclient.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <memory>
#include <vector>

using namespace leadway::simulator;
using namespace leadway::test;
using namespace std::chrono_literals;

namespace
{

Scenario small(qint64 messages = 1500)
{
    Scenario scenario;
    scenario.messages = messages;
    return scenario;
}

} // namespace

class TestSimulatorServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void totals_data();
    void totals();
    void lastCursors_data();
    void lastCursors();
    void extraElementsComeOnce_data();
    void extraElementsComeOnce();
    void liveMessagesArriveAfterTheFirstRequest();
    void dateHeader();
    void logsWithoutTheToken();
    void answersManyAtOnce();
    void stopEndsWaitingAnswers();
    void hundredPagesAreCheap();

private:
    SimulatorClient m_client;
};

void TestSimulatorServer::cleanup()
{
    m_client.stop();
}

void TestSimulatorServer::totals_data()
{
    QTest::addColumn<int>("total");
    QTest::newRow("exact") << static_cast<int>(Behaviour::Total::Exact);
    QTest::newRow("capped") << static_cast<int>(Behaviour::Total::Capped);
    QTest::newRow("absent") << static_cast<int>(Behaviour::Total::Absent);
    QTest::newRow("drifting") << static_cast<int>(Behaviour::Total::Drifting);
}

void TestSimulatorServer::totals()
{
    QFETCH(const int, total);
    Behaviour behaviour;
    behaviour.total = static_cast<Behaviour::Total>(total);
    Scenario scenario = small(12'000);
    scenario.emailShare = 0;
    m_client.serve(scenario, behaviour);
    QSet<int> seen;
    for (int i = 0; i < 5; ++i) {
        seen.insert(m_client.get({}).json.value(QStringLiteral("total")).toInt(-1));
    }
    switch (behaviour.total) {
    case Behaviour::Total::Exact:
        QCOMPARE(seen, QSet<int>{12'000});
        break;
    case Behaviour::Total::Capped:
        QCOMPARE(seen, QSet<int>{10'000});
        break;
    case Behaviour::Total::Absent:
        QCOMPARE(seen, QSet<int>{-1});
        break;
    case Behaviour::Total::Drifting:
        QVERIFY(seen.size() > 1);
        break;
    }
}

void TestSimulatorServer::lastCursors_data()
{
    QTest::addColumn<int>("last");
    QTest::addColumn<QByteArray>("sign");
    QTest::newRow("null") << static_cast<int>(Behaviour::LastCursor::Null)
                          << QByteArray("],\"nextCursor\":null,");
    QTest::newRow("empty") << static_cast<int>(Behaviour::LastCursor::EmptyText)
                           << QByteArray("],\"nextCursor\":\"\",");
    QTest::newRow("absent") << static_cast<int>(Behaviour::LastCursor::Absent) << QByteArray("],\"total\":");
}

void TestSimulatorServer::lastCursors()
{
    QFETCH(const int, last);
    QFETCH(const QByteArray, sign);
    Behaviour behaviour;
    behaviour.lastCursor = static_cast<Behaviour::LastCursor>(last);
    m_client.serve(small(150), behaviour);
    const QList<Page> pages = m_client.walk({});
    QCOMPARE(pages.size(), 2);
    QVERIFY(pages.constLast().bytes.contains(sign));
    QVERIFY(!pages.constFirst().bytes.contains(sign));
}

void TestSimulatorServer::extraElementsComeOnce_data()
{
    QTest::addColumn<bool>("shuffled");
    QTest::newRow("in order") << false;
    QTest::newRow("in another order on every page") << true;
}

void TestSimulatorServer::extraElementsComeOnce()
{
    QFETCH(const bool, shuffled);
    Behaviour behaviour;
    behaviour.repeated = 5;
    behaviour.shuffled = shuffled;
    QList<int> sent;
    for (int number = 0; number < 60; ++number) {
        behaviour.extraElements.push_back(QByteArray::number(number));
        sent.append(number);
    }
    Scenario scenario = small();
    scenario.bulkSends = 1;
    scenario.bulkSize = 490; // so that pages end within its millisecond
    m_client.serve(scenario, behaviour);
    QList<int> come;
    for (const QString& channel : {QString(), QStringLiteral("Email")}) {
        const QList<Page> pages =
            m_client.walk(Items{{QStringLiteral("limit"), QStringLiteral("10")}} +
                          (channel.isEmpty() ? Items() : Items{{QStringLiteral("channel"), channel}}));
        for (const Page& page : pages) {
            const QJsonArray elements = page.json.value(QStringLiteral("messages")).toArray();
            for (const QJsonValue& element : elements) {
                if (element.isDouble()) {
                    come.append(element.toInt());
                }
            }
        }
    }
    std::sort(come.begin(), come.end());
    QCOMPARE(come, sent);
}

void TestSimulatorServer::liveMessagesArriveAfterTheFirstRequest()
{
    Behaviour behaviour;
    behaviour.liveMessages = 40;
    m_client.serve(small(), behaviour);
    const Generator& generator = m_client.server().generator();
    const auto before = m_client.idsWhere([&](qint64 i) { return !generator.isEmail(i); });
    const Page first = m_client.get({{QStringLiteral("sortOrder"), QStringLiteral("asc")}});
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(first.header("Date")),
                                                   QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    QVERIFY(date.isValid());
    const std::vector<QByteArray> live = m_client.server().liveIds();
    QCOMPARE(live.size(), std::size_t(40));
    const QList<QByteArray> after = m_client.walkIds({{QStringLiteral("sortOrder"), QStringLiteral("asc")}});
    QCOMPARE(after.first(before.size()), before);
    QVERIFY(after.size() > before.size());
    for (const QByteArray& id : after.mid(before.size())) {
        QVERIFY(std::find(live.begin(), live.end(), id) != live.end());
    }
    // A walk that began before they came sees them at its end.
    QList<QByteArray> old = first.ids();
    QString cursor = first.cursor();
    while (!cursor.isEmpty()) {
        const Page page = m_client.get(
            {{QStringLiteral("sortOrder"), QStringLiteral("asc")}, {QStringLiteral("cursor"), cursor}});
        old += page.ids();
        cursor = page.cursor();
    }
    QCOMPARE(old, after);
    const QJsonObject newest =
        m_client.get({}).json.value(QStringLiteral("messages")).toArray().at(0).toObject();
    const QString when = newest.value(QStringLiteral("dateAdded")).toString();
    QVERIFY(when > date.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")));
}

void TestSimulatorServer::dateHeader()
{
    Behaviour behaviour;
    behaviour.dateMsecs = 1718445601999;
    m_client.serve(small(50), behaviour);
    QCOMPARE(m_client.get({}).header("Date"), QByteArray("Sat, 15 Jun 2024 10:00:01 GMT"));
    behaviour.dateHeader = false;
    m_client.server().setBehaviour(behaviour);
    QCOMPARE(m_client.get({}).header("Date"), QByteArray());
}

void TestSimulatorServer::logsWithoutTheToken()
{
    m_client.serve(small(50));
    m_client.get({{QStringLiteral("limit"), QStringLiteral("25")}});
    m_client.get({}, [](QNetworkRequest& one) { one.setRawHeader("Authorization", "Bearer nope"); });
    const std::vector<Request> log = m_client.server().log();
    QCOMPARE(log.size(), std::size_t(2));
    QCOMPARE(m_client.server().requests(), 2);
    QCOMPARE(log.front().query.value("limit"), QByteArray("25"));
    QCOMPARE(log.front().headers.value("version"), QByteArray("2021-07-28"));
    QVERIFY(!log.front().headers.contains("authorization"));
    QVERIFY(log.front().authorized);
    QVERIFY(log.back().hadToken);
    QVERIFY(!log.back().authorized);
    QCOMPARE(log.back().status, 401);
    m_client.server().clearLog();
    QVERIFY(m_client.server().log().empty());

    QNetworkRequest elsewhere = m_client.request({});
    QUrl url = elsewhere.url();
    url.setPath(QStringLiteral("/contacts"));
    elsewhere.setUrl(url);
    const std::unique_ptr<QNetworkReply> reply(m_client.manager().get(elsewhere));
    QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }, kPatience));
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 404);
}

void TestSimulatorServer::answersManyAtOnce()
{
    Behaviour behaviour;
    behaviour.latency = 300ms;
    m_client.serve(small(50), behaviour);
    std::vector<std::unique_ptr<QNetworkAccessManager>> managers;
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (int i = 0; i < 4; ++i) {
        managers.push_back(std::make_unique<QNetworkAccessManager>());
        for (int k = 0; k < 6; ++k) {
            replies.emplace_back(managers.back()->get(m_client.request({})));
        }
    }
    QVERIFY(QTest::qWaitFor(
        [&] {
            return std::all_of(replies.begin(), replies.end(), [](const auto& r) { return r->isFinished(); });
        },
        kPatience));
    QVERIFY(m_client.server().maxConcurrency() > 6);
    for (const auto& reply : replies) {
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }
    replies.clear();
}

void TestSimulatorServer::stopEndsWaitingAnswers()
{
    Behaviour behaviour;
    behaviour.latency = 10min;
    m_client.serve(small(50), behaviour);
    const std::unique_ptr<QNetworkReply> reply(m_client.manager().get(m_client.request({})));
    QTRY_COMPARE_WITH_TIMEOUT(m_client.server().requests(), 1, kPatience);
    QElapsedTimer clock;
    clock.start();
    m_client.server().stop();
    QVERIFY(clock.elapsed() < 3000);
    QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }, kPatience));
    behaviour.latency = 0ms;
    m_client.server().setBehaviour(behaviour);
    QVERIFY(m_client.server().start());
    QCOMPARE(m_client.get({}).status, 200);
}

void TestSimulatorServer::hundredPagesAreCheap()
{
    m_client.serve(small(60'000));
    const std::clock_t before = std::clock();
    const Items items = {{QStringLiteral("limit"), QStringLiteral("500")}};
    QString cursor;
    for (int i = 0; i < 100; ++i) {
        const std::unique_ptr<QNetworkReply> reply(m_client.manager().get(
            m_client.request(cursor.isEmpty() ? items : with(items, QStringLiteral("cursor"), cursor))));
        QVERIFY(QSignalSpy(reply.get(), &QNetworkReply::finished).wait(kPatience));
        const QByteArray bytes = reply->readAll();
        const QByteArray key = "\"nextCursor\":\"";
        const qsizetype at = bytes.lastIndexOf(key) + key.size();
        QVERIFY(bytes.size() > 100'000);
        cursor = QString::fromLatin1(bytes.mid(at, bytes.indexOf('"', at) - at));
    }
    const auto msecs = static_cast<long long>((std::clock() - before) * 1000 / CLOCKS_PER_SEC);
    qInfo("100 pages of 500 messages took both sides %lld ms of processor time", msecs);
    QVERIFY(msecs < 15'000); // 150 ms each, for builds with sanitizers; usually some 4 ms
}

QTEST_GUILESS_MAIN(TestSimulatorServer)
#include "tst_simulatorserver.moc"
