// One cursor walk as the wire sees it: what it asks for, where it ends, and how it is given up and taken up
// again. The server is a script, so each request is known to the byte.

#include "support/scriptedwalk.h"

#include <QSignalSpy>
#include <QTest>

using namespace leadway;
using namespace leadway::test;
using namespace std::chrono_literals;

class TestPager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAMillisecondWider();
    void asksUpwardsWithoutAnEndByUpdate();
    void passesTheCursorBackUnchanged();
    void endsAtAMissingCursor_data();
    void endsAtAMissingCursor();
    void endsAtAnEmptyPage();
    void endsAtAPageWithoutProgress_data();
    void endsAtAPageWithoutProgress();
    void asksForLessWhenAnAnswerIsTooLarge();
    void tellsWhenTheSmallestAnswerIsTooLarge();
    void givesUpAfterTheLastTryAndTriesAgainWhenAsked();
    void goesOnAfterGivingUp_data();
    void goesOnAfterGivingUp();
    void givesUpAlsoAtTheEnd();
    void callsNothingOnceDestroyed_data();
    void callsNothingOnceDestroyed();
};

void TestPager::asksAMillisecondWider()
{
    MessageQuery query = ScriptedWalk::upwards();
    query.interval.begin = second(10);
    query.interval.end = second(20); // the first millisecond outside
    ScriptedWalk walk(query);
    QCOMPARE(walk.next(), QByteArray());
    QCOMPARE(walk.request(0).query.value("startDate"), iso(second(10) - 1));
    QCOMPARE(walk.request(0).query.value("endDate"), iso(second(20)));
}

void TestPager::asksUpwardsWithoutAnEndByUpdate()
{
    MessageQuery query = ScriptedWalk::upwards();
    query.sortBy = SortBy::UpdatedAt;
    query.sortOrder = SortOrder::Descending;
    query.interval.begin = second(10);
    query.interval.end = second(20);
    ScriptedWalk walk(query);
    walk.server().enqueue(Script::ok(pageOf({11}, "c")));
    walk.server().enqueue(Script::ok(pageOf({12}, "c")));
    walk.server().enqueue(Script::status(503, {}));
    QCOMPARE(walk.next(), "m11");
    QCOMPARE(walk.next(), "m12");
    QCOMPARE(walk.next(), QByteArray());
    for (const WireRequest& request : walk.server().requests()) {
        QCOMPARE(request.query.value("sortBy"), "updatedAt");
        QCOMPARE(request.query.value("sortOrder"), "asc");
        QVERIFY(!request.query.contains("endDate"));
        // Also afterwards: a start may be taken for the date of creation, so the walk begins anew.
        QCOMPARE(request.query.value("startDate"), iso(second(10) - 1));
    }
    QVERIFY(!walk.request(3).query.contains("cursor"));
}

void TestPager::passesTheCursorBackUnchanged()
{
    ScriptedWalk walk;
    walk.server().enqueue(Script::ok(pageOf({1}, "+/a b=%2B&é==")));
    QCOMPARE(walk.next(), "m1");
    QCOMPARE(walk.next(), QByteArray());
    QVERIFY(!walk.request(0).query.contains("cursor"));
    QCOMPARE(walk.request(1).query.value("cursor"), "+/a b=%2B&é==");
}

void TestPager::endsAtAMissingCursor_data()
{
    QTest::addColumn<QByteArray>("last");
    const QByteArray message = R"({"id":"m2","dateAdded":"2024-01-02T00:00:00Z"})";
    QTest::newRow("null") << R"({"messages":[)" + message + R"(],"nextCursor":null})";
    QTest::newRow("empty") << R"({"messages":[)" + message + R"(],"nextCursor":""})";
    QTest::newRow("absent") << R"({"messages":[)" + message + "]}";
}

void TestPager::endsAtAMissingCursor()
{
    QFETCH(const QByteArray, last);
    ScriptedWalk walk;
    walk.server().enqueue(Script::ok(pageOf({1}, "c")));
    walk.server().enqueue(Script::ok(last));
    QCOMPARE(walk.next(), "m1");
    QVERIFY(!walk.pager().hasEnded());
    QCOMPARE(walk.next(), "m2");
    QVERIFY(walk.pager().hasEnded());
    QCOMPARE(walk.next(), "end");
    QCOMPARE(walk.next(), "end");
    QCOMPARE(walk.requests(), std::size_t(2));
    QVERIFY(!walk.pager().report().stoppedWithoutProgress);
}

void TestPager::endsAtAnEmptyPage()
{
    ScriptedWalk walk;
    walk.server().enqueue(Script::ok(pageOf({1}, "c")));
    walk.server().enqueue(Script::ok(pageOf({}, "c")));
    QCOMPARE(walk.next(), "m1");
    QCOMPARE(walk.next(), QByteArray());
    QVERIFY(walk.pager().hasEnded());
    QVERIFY(!walk.pager().report().stoppedWithoutProgress);
}

void TestPager::endsAtAPageWithoutProgress_data()
{
    QTest::addColumn<QByteArray>("again");
    QTest::newRow("the same page, the same cursor") << pageOf({1, 2}, "c");
    QTest::newRow("the same page, another cursor") << pageOf({1, 2}, "d");
    QTest::newRow("older messages") << pageOf({0, 1}, "d");
    QTest::newRow("nothing but what is no message, twice") << QByteArray();
}

void TestPager::endsAtAPageWithoutProgress()
{
    QFETCH(const QByteArray, again);
    ScriptedWalk walk;
    const QByteArray first =
        again.isEmpty() ? R"({"messages":[null,1],"nextCursor":"c"})" : pageOf({1, 2}, "c");
    walk.server().enqueue(Script::ok(first));
    walk.server().enqueue(Script::ok(again.isEmpty() ? first : again));
    walk.next();
    QVERIFY(!walk.pager().hasEnded());
    walk.next();
    QVERIFY(walk.pager().hasEnded());
    QVERIFY(walk.pager().report().stoppedWithoutProgress);
    QCOMPARE(walk.next(), "end");
    QCOMPARE(walk.requests(), std::size_t(2));
}

void TestPager::asksForLessWhenAnAnswerIsTooLarge()
{
    constexpr qint64 justTooLarge = qint64(65) * 1024 * 1024;
    ScriptedWalk walk;
    walk.server().enqueue(Script::ok(pageOf({1}, "c1")));
    walk.server().enqueue(Script::ok(pageOf({2}, "c2")));
    walk.server().enqueue(Script::bomb(justTooLarge));
    walk.server().enqueue(Script::bomb(justTooLarge));
    walk.server().enqueue(Script::ok(pageOf({2, 3}, "c3")));
    QCOMPARE(walk.next(), "m1");
    QCOMPARE(walk.next(), "m2");
    QCOMPARE(walk.next(), "m2 m3");
    QCOMPARE(walk.next(), QByteArray());
    QCOMPARE(walk.sent("limit"), QByteArrayList({"500", "500", "500", "250", "125", "125"}));
    // The limit is a part of the query, so the old cursor does not fit any more.
    QVERIFY(!walk.request(3).query.contains("cursor"));
    QCOMPARE(walk.request(3).query.value("startDate"), iso(second(2) - 1));
}

void TestPager::tellsWhenTheSmallestAnswerIsTooLarge()
{
    MessageQuery query = ScriptedWalk::upwards();
    query.limit = 15;
    ScriptedWalk walk(query);
    walk.server().setFallback([](const WireRequest&) { return Script::bomb(qint64(65) * 1024 * 1024); });
    QCOMPARE(walk.next(), failedWith(ErrorKind::TooLarge));
    QCOMPARE(walk.requests(), std::size_t(2));
    QCOMPARE(walk.request(1).query.value("limit"), "10");
}

void TestPager::givesUpAfterTheLastTryAndTriesAgainWhenAsked()
{
    ScriptedWalk walk(ScriptedWalk::upwards(), 3);
    walk.server().enqueue(Script::ok(pageOf({1}, "c1")));
    walk.server().enqueue(Script::ok(pageOf({2}, "c2")));
    for (int i = 0; i < 3; ++i) {
        walk.server().enqueue(Script::status(503, {}));
    }
    QCOMPARE(walk.next(), "m1");
    QCOMPARE(walk.next(), "m2");
    QCOMPARE(walk.next(), failedWith(ErrorKind::Server));
    QCOMPARE(walk.requests(), std::size_t(5));
    QVERIFY(!walk.pager().hasEnded());
    walk.server().enqueue(Script::status(503, {}));
    walk.server().enqueue(Script::ok(pageOf({3}, nullptr)));
    QCOMPARE(walk.next(), "m3");
    QCOMPARE(walk.lastRequest().query.value("cursor"), "c2");
    QCOMPARE(walk.answers(), 4);
}

void TestPager::goesOnAfterGivingUp_data()
{
    QTest::addColumn<QByteArray>("secondCursor");
    QTest::newRow("repeating") << QByteArray("c1");
    QTest::newRow("changing") << QByteArray("c2");
}

void TestPager::goesOnAfterGivingUp()
{
    QFETCH(const QByteArray, secondCursor);
    ScriptedWalk walk;
    walk.server().enqueue(Script::ok(pageOf({1}, "c1")));
    walk.server().enqueue(Script::ok(pageOf({2}, secondCursor.constData())));
    walk.server().enqueue(Script::hang());
    QCOMPARE(walk.next(), "m1");
    QCOMPARE(walk.next(), "m2");
    walk.ask();
    QVERIFY(QTest::qWaitFor([&] { return walk.requests() == 3; }, kWalkPatience));
    walk.pager().giveUp();
    walk.pager().giveUp(); // twice does no harm
    walk.server().enqueue(Script::ok(pageOf({3}, nullptr)));
    QCOMPARE(walk.next(), "m3");
    QCOMPARE(walk.answers(), 3);
    const WireRequest& last = walk.lastRequest();
    if (secondCursor == "c1") {
        QVERIFY(!last.query.contains("cursor"));
        QCOMPARE(last.query.value("startDate"), iso(second(2) - 1));
    } else {
        QCOMPARE(last.query.value("cursor"), "c2");
    }
}

void TestPager::givesUpAlsoAtTheEnd()
{
    ScriptedWalk walk;
    walk.server().enqueue(Script::ok(pageOf({1}, nullptr)));
    QCOMPARE(walk.next(), "m1");
    walk.ask();
    walk.pager().giveUp();
    QCOMPARE(walk.next(), "end");
    QCOMPARE(walk.next(), "end");
    QCOMPARE(walk.answers(), 3);
}

void TestPager::callsNothingOnceDestroyed_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("awaiting an answer") << Script::hang();
    QTest::newRow("within an answer") << Script::hangInBody(pageOf({1}, nullptr), 20);
    QTest::newRow("between two tries") << Script::status(429, {}, "application/json", {{"Retry-After", "1"}});
}

void TestPager::callsNothingOnceDestroyed()
{
    QFETCH(const Script, script);
    ScriptedWalk walk;
    walk.server().enqueue(script);
    QSignalSpy retrying(&walk.pager(), &Pager::retrying);
    walk.ask();
    const bool isBetween = QTest::currentDataTag() == QByteArray("between two tries");
    QVERIFY(QTest::qWaitFor([&] { return isBetween ? !retrying.isEmpty() : walk.requests() == 1; },
                            kWalkPatience));
    walk.destroyPager();
    // Another walk runs its whole course on the same event loop.
    ScriptedWalk other;
    other.server().enqueue(Script::ok(pageOf({1}, nullptr)));
    QCOMPARE(other.next(), "m1");
    QCOMPARE(walk.answers(), 0);
    QCOMPARE(walk.requests(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestPager)
#include "tst_pager.moc"
