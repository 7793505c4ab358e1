// What a walk does after an answer was lost, late or a refusal: whether it may come with the same cursor or
// must ask anew from its last date, seen on the wire.

#include "support/scriptedwalk.h"

#include <QSignalSpy>
#include <QTest>

using namespace leadway;
using namespace leadway::test;
using namespace std::chrono_literals;

namespace
{

Script tooManyRequests()
{
    return Script::status(429, R"({"statusCode":429,"message":"Too Many Requests"})");
}

Script deadCursor()
{
    return Script::status(400, R"({"statusCode":400,"message":"Invalid cursor","error":"Bad Request"})");
}

// Only where the server falls silent does the client's patience have to end within a test's.
std::chrono::milliseconds silenceFor(const Script& loss)
{
    return loss.end == Script::End::Hang ? 1s : 10s;
}

void addLosses()
{
    QTest::addColumn<Script>("loss");
    const QByteArray lost = pageOf({5, 6}, "lost");
    QTest::newRow("500") << Script::status(500, {});
    QTest::newRow("502 page") << Script::status(502, "<html>", "text/html");
    QTest::newRow("503") << Script::status(503, {});
    QTest::newRow("504") << Script::status(504, {});
    QTest::newRow("408") << Script::status(408, {});
    QTest::newRow("cut body") << Script::cut(lost, 30);
    QTest::newRow("reset in the body") << Script::reset(lost, 30);
    QTest::newRow("cut, no length") << Script::closeDelimitedCut(lost, 30);
    QTest::newRow("cut gzip") << Script::gzipCut(lost);
    QTest::newRow("text behind") << Script::ok(lost + "x");
    QTest::newRow("no JSON") << Script::ok("<html>");
    QTest::newRow("no answer in time") << Script::hang();
    QTest::newRow("stops within the answer") << Script::hangInBody(lost, 30);
    // Qt sends a request again by itself when the connection goes before a byte came.
    QTest::newRow("reset before any byte") << Script::reset();
    QTest::newRow("closed before any byte") << Script::raw({});
}

} // namespace

class TestLostAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAnewAfterALostAnswerOfARepeatingCursor_data();
    void asksAnewAfterALostAnswerOfARepeatingCursor();
    void asksAnewWhereTheCursorsHabitIsNotKnownYet();
    void asksAnewDownwardsFromTheFrontier();
    void repeatsAChangingCursorAfterALostAnswer_data();
    void repeatsAChangingCursorAfterALostAnswer();
    void repeatsTheCursorAfterARefusalForTheRate_data();
    void repeatsTheCursorAfterARefusalForTheRate();
    void asksAnewWhenTheCursorDied();
    void tellsARefusedFreshQuery();
};

void TestLostAnswers::asksAnewAfterALostAnswerOfARepeatingCursor_data()
{
    addLosses();
}

// The position of such a cursor is the server's, and may have moved with the answer that was lost.
void TestLostAnswers::asksAnewAfterALostAnswerOfARepeatingCursor()
{
    QFETCH(const Script, loss);
    ScriptedWalk walk(ScriptedWalk::upwards(), 8, silenceFor(loss));
    walk.server().enqueue(Script::ok(pageOf({1, 2}, "c")));
    walk.server().enqueue(Script::ok(pageOf({3, 4}, "c")));
    walk.server().enqueue(loss);
    walk.server().setFallback([](const WireRequest& request) {
        // A server that has moved on: whoever still comes with the cursor misses a page.
        return Script::ok(request.query.contains("cursor") ? pageOf({7, 8}, nullptr)
                                                           : pageOf({4, 5, 6}, nullptr));
    });
    QCOMPARE(walk.next(), "m1 m2");
    QCOMPARE(walk.next(), "m3 m4");
    QCOMPARE(walk.next(), "m4 m5 m6");
    const WireRequest& fresh = walk.lastRequest();
    QVERIFY(!fresh.query.contains("cursor"));
    QCOMPARE(fresh.query.value("startDate"), iso(second(4) - 1));
    QVERIFY(walk.pager().report().restarts >= 1);
    QVERIFY(walk.pager().report().retries >= 1);
}

void TestLostAnswers::asksAnewWhereTheCursorsHabitIsNotKnownYet()
{
    ScriptedWalk walk;
    walk.server().enqueue(Script::ok(pageOf({1, 2}, "c1")));
    walk.server().enqueue(Script::status(500, {}));
    walk.server().enqueue(Script::ok(pageOf({2, 3}, nullptr)));
    QCOMPARE(walk.next(), "m1 m2");
    QCOMPARE(walk.next(), "m2 m3");
    QVERIFY(!walk.request(2).query.contains("cursor"));
    QCOMPARE(walk.request(2).query.value("startDate"), iso(second(2) - 1));
}

void TestLostAnswers::asksAnewDownwardsFromTheFrontier()
{
    MessageQuery query = ScriptedWalk::upwards();
    query.sortOrder = SortOrder::Descending;
    query.interval.begin = second(0);
    query.interval.end = second(100);
    ScriptedWalk walk(query);
    walk.server().enqueue(Script::ok(pageOf({9, 8}, "c")));
    walk.server().enqueue(Script::ok(pageOf({7, 6}, "c")));
    walk.server().enqueue(Script::status(500, {}));
    QCOMPARE(walk.next(), "m9 m8");
    QCOMPARE(walk.next(), "m7 m6");
    QCOMPARE(walk.next(), QByteArray());
    QVERIFY(!walk.request(3).query.contains("cursor"));
    QCOMPARE(walk.request(3).query.value("endDate"), iso(second(6) + 1));
    QCOMPARE(walk.request(3).query.value("startDate"), iso(second(0) - 1));
}

void TestLostAnswers::repeatsAChangingCursorAfterALostAnswer_data()
{
    addLosses();
}

void TestLostAnswers::repeatsAChangingCursorAfterALostAnswer()
{
    QFETCH(const Script, loss);
    ScriptedWalk walk(ScriptedWalk::upwards(), 8, silenceFor(loss));
    walk.server().enqueue(Script::ok(pageOf({1, 2}, "c1")));
    walk.server().enqueue(Script::ok(pageOf({3, 4}, "c2")));
    walk.server().enqueue(loss);
    walk.server().setFallback([](const WireRequest&) { return Script::ok(pageOf({5, 6}, nullptr)); });
    QCOMPARE(walk.next(), "m1 m2");
    QCOMPARE(walk.next(), "m3 m4");
    QCOMPARE(walk.next(), "m5 m6");
    const WireRequest& again = walk.lastRequest();
    QCOMPARE(again.query, walk.request(2).query);
    QCOMPARE(again.query.value("cursor"), "c2");
    QCOMPARE(walk.pager().report().restarts, 0);
}

void TestLostAnswers::repeatsTheCursorAfterARefusalForTheRate_data()
{
    QTest::addColumn<QByteArray>("secondCursor");
    QTest::newRow("repeating") << QByteArray("c1");
    QTest::newRow("changing") << QByteArray("c2");
}

void TestLostAnswers::repeatsTheCursorAfterARefusalForTheRate()
{
    QFETCH(const QByteArray, secondCursor);
    ScriptedWalk walk;
    walk.server().enqueue(Script::ok(pageOf({1}, "c1")));
    walk.server().enqueue(tooManyRequests());
    walk.server().enqueue(Script::ok(pageOf({2}, secondCursor.constData())));
    walk.server().enqueue(tooManyRequests());
    walk.server().enqueue(tooManyRequests());
    walk.server().enqueue(Script::ok(pageOf({3}, nullptr)));
    QCOMPARE(walk.next(), "m1");
    QCOMPARE(walk.next(), "m2");
    QCOMPARE(walk.next(), "m3");
    QCOMPARE(walk.sent("cursor"), QByteArrayList({"", "c1", "c1", secondCursor, secondCursor, secondCursor}));
    QCOMPARE(walk.pager().report().restarts, 0);
}

void TestLostAnswers::asksAnewWhenTheCursorDied()
{
    ScriptedWalk walk;
    walk.server().enqueue(Script::ok(pageOf({1}, "c1")));
    walk.server().enqueue(Script::ok(pageOf({2}, "c2")));
    walk.server().enqueue(deadCursor());
    walk.server().enqueue(Script::ok(pageOf({2, 3}, nullptr)));
    QSignalSpy retrying(&walk.pager(), &Pager::retrying);
    QCOMPARE(walk.next(), "m1");
    QCOMPARE(walk.next(), "m2");
    QCOMPARE(walk.next(), "m2 m3");
    QVERIFY(!walk.request(3).query.contains("cursor"));
    QCOMPARE(walk.request(3).query.value("startDate"), iso(second(2) - 1));
    // A fresh query needs no pause.
    QCOMPARE(retrying.size(), 1);
    QCOMPARE(retrying.front().at(1).value<std::chrono::milliseconds>(), 0ms);
}

void TestLostAnswers::tellsARefusedFreshQuery()
{
    ScriptedWalk walk;
    walk.server().enqueue(deadCursor());
    QCOMPARE(walk.next(), failedWith(ErrorKind::Refused));
    QCOMPARE(walk.error().detail, QStringLiteral("Invalid cursor"));
    QCOMPARE(walk.requests(), std::size_t(1));
    // And after a cursor that died.
    walk.server().enqueue(Script::ok(pageOf({1}, "c1")));
    walk.server().enqueue(deadCursor());
    walk.server().enqueue(deadCursor());
    QCOMPARE(walk.next(), "m1");
    QCOMPARE(walk.next(), failedWith(ErrorKind::Refused));
    QCOMPARE(walk.requests(), std::size_t(4));
}

QTEST_GUILESS_MAIN(TestLostAnswers)
#include "tst_lostanswers.moc"
