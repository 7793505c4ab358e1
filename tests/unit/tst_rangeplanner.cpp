// How a range of dates is shared out among lanes: where the messages are thought to lie, who is cut where,
// and how many lanes there are.

#include "fetch/rangeplanner.h"

#include <QTest>

#include <cmath>

using namespace leadway;
using namespace std::chrono_literals;

namespace
{

constexpr Msecs kDay = 24LL * 60 * 60 * 1000;

// Walked downwards: `days` are left, after `seen` messages in `over` days.
Stretch stretch(Msecs days, qint64 seen, Msecs over, double expected = 0)
{
    return {1000 * kDay, (1000 - days) * kDay, seen, over * kDay, expected / static_cast<double>(kDay)};
}

Stretch announced(Stretch stretch, qint64 messages)
{
    stretch.announced = messages;
    return stretch;
}

// How many lanes more, at 500 messages a page.
QVector<int> shared(const QVector<double>& messages, int atWork, const LaneBounds& bounds)
{
    const std::vector<int> more =
        shareOut(std::vector<double>(messages.begin(), messages.end()), atWork, bounds, 500);
    return QVector<int>(more.begin(), more.end());
}

Traffic traffic(std::chrono::milliseconds latency, int allowed, int free)
{
    return {latency, latency, allowed, 10s, free};
}

} // namespace

class TestRangePlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void estimatesByWhatALaneHasSeen()
    {
        const auto messages = estimateMessages({stretch(10, 500, 5), stretch(10, 0, 0, 7)}, {});
        QCOMPARE(std::lround(messages.at(0)), 1000L);
        QCOMPARE(std::lround(messages.at(1)), 70L);
    }

    void spreadsWhatIsNotExplained()
    {
        // 1,000 by the density; the other 3,000 may be anywhere in the 40 days.
        const auto messages = estimateMessages({stretch(10, 500, 5), stretch(30, 0, 0)}, 4000);
        QCOMPARE(std::lround(messages.at(0)), 1750L);
        QCOMPARE(std::lround(messages.at(1)), 2250L);
    }

    void neverEstimatesMoreThanIsLeft()
    {
        // A page of one millisecond says nothing about the years before.
        const auto messages = estimateMessages({stretch(900, 500, 0), stretch(10, 100, 10)}, 400);
        QVERIFY(messages.at(0) + messages.at(1) < 401);
        QVERIFY(messages.at(0) > messages.at(1));
    }

    void believesWhatIsAnnouncedForARange()
    {
        // 1,000 by the density, but 1,500 announced; what remains of the 4,000 is before the other.
        const auto messages =
            estimateMessages({announced(stretch(10, 500, 5), 1500), stretch(30, 0, 0)}, 4000);
        QCOMPARE(std::lround(messages.at(0)), 1500L);
        QCOMPARE(std::lround(messages.at(1)), 2500L);
    }

    void keepsWhatIsAnnouncedForAllRanges()
    {
        const auto messages =
            estimateMessages({announced(stretch(10, 500, 5), 700), announced(stretch(30, 9, 30), 0)}, 4000);
        QCOMPARE(messages, (std::vector<double>{700, 0}));
    }

    void doesNotBelieveMoreThanThereIs_data()
    {
        QTest::addColumn<bool>("isLeftKnown");
        QTest::newRow("all of the account is counted each time") << true;
        QTest::newRow("the count was capped") << false;
    }
    void doesNotBelieveMoreThanThereIs()
    {
        QFETCH(bool, isLeftKnown);
        const std::optional<qint64> left = isLeftKnown ? std::optional<qint64>(3000) : std::nullopt;
        const Stretch dense = stretch(10, 1000, 5);
        const Stretch sparse = stretch(10, 500, 5);
        QCOMPARE(estimateMessages({announced(dense, 3000), announced(sparse, 3000)}, left),
                 estimateMessages({dense, sparse}, left));
    }

    void estimatesNothingOfNothing() { QVERIFY(estimateMessages({}, 400).empty()); }

    void givesIdleLanesToTheLargest_data()
    {
        QTest::addColumn<QVector<double>>("messages");
        QTest::addColumn<int>("lanes");
        QTest::addColumn<QVector<int>>("more");
        QTest::newRow("one takes all") << QVector<double>{80'000} << 7 << QVector<int>{7};
        QTest::newRow("in proportion") << QVector<double>{40'000, 20'000} << 4 << QVector<int>{3, 1};
        QTest::newRow("not for two pages") << QVector<double>{1999} << 5 << QVector<int>{0};
        QTest::newRow("for four pages") << QVector<double>{2000} << 5 << QVector<int>{1};
        QTest::newRow("as many as are worth it") << QVector<double>{5000} << 23 << QVector<int>{4};
        QTest::newRow("no idle lane") << QVector<double>{80'000} << 0 << QVector<int>{0};
        QTest::newRow("too many at work") << QVector<double>{80'000} << -3 << QVector<int>{0};
        QTest::newRow("nothing to cut") << QVector<double>{} << 5 << QVector<int>{};
    }
    void givesIdleLanesToTheLargest()
    {
        QFETCH(QVector<double>, messages);
        QFETCH(int, lanes);
        // No room in the allowance, so no sprint.
        QTEST(shared(messages, 3, {3 + lanes, 3 + lanes, 0}), "more");
    }

    void sprintsWhereTheAllowanceHasRoom_data()
    {
        QTest::addColumn<QVector<double>>("messages");
        QTest::addColumn<int>("atWork");
        QTest::addColumn<int>("free");
        QTest::addColumn<QVector<int>>("more");
        QTest::newRow("as many as there may be") << QVector<double>{39'000} << 1 << 95 << QVector<int>{23};
        QTest::newRow("not for less than two pages") << QVector<double>{999} << 1 << 95 << QVector<int>{0};
        QTest::newRow("a page is enough") << QVector<double>{1000} << 1 << 95 << QVector<int>{1};
        QTest::newRow("the longest of many")
            << QVector<double>{400, 1100, 700} << 22 << 95 << QVector<int>{0, 1, 0};
        QTest::newRow("all are at work") << QVector<double>{4000} << 24 << 95 << QVector<int>{0};
        // 84 pages but for the one under way, half a page and a share of what is kept for each lane.
        QTest::newRow("as many as there is room for")
            << QVector<double>{42'000} << 1 << 95 << QVector<int>{16};
        QTest::newRow("no room for more than are fed")
            << QVector<double>{46'000} << 1 << 95 << QVector<int>{8};
        QTest::newRow("none is fed any more") << QVector<double>{47'500} << 9 << 95 << QVector<int>{0};
        QTest::newRow("what is under way is paid for") << QVector<double>{1000} << 1 << 4 << QVector<int>{1};
        QTest::newRow("what is not would wait") << QVector<double>{1000} << 1 << 3 << QVector<int>{0};
    }
    void sprintsWhereTheAllowanceHasRoom()
    {
        QFETCH(QVector<double>, messages);
        QFETCH(int, atWork);
        QFETCH(int, free);
        QTEST(shared(messages, atWork, {9, kMostLanes, free}), "more");
    }

    void neverPlansMoreRequestsThanThereIsRoomFor()
    {
        for (int pages = 1; pages < 120; ++pages) {
            const QVector<int> more = shared({500.0 * pages}, 1, {1, kMostLanes, 90});
            const int lanes = 1 + more.front();
            QVERIFY(lanes == 1 || pages - 1 + lanes * 0.5 < 90);
        }
    }

    void cutsIntoEqualParts_data()
    {
        QTest::addColumn<Msecs>("near");
        QTest::addColumn<Msecs>("far");
        QTest::addColumn<QVector<Msecs>>("cuts");
        QTest::newRow("down") << Msecs(8000) << Msecs(0) << QVector<Msecs>{6000, 4000, 2000};
        QTest::newRow("up") << Msecs(0) << Msecs(8000) << QVector<Msecs>{2000, 4000, 6000};
        QTest::newRow("before 1970") << Msecs(-1000) << Msecs(-9000) << QVector<Msecs>{-3000, -5000, -7000};
        QTest::newRow("no room for all") << Msecs(0) << Msecs(2500) << QVector<Msecs>{1250};
        QTest::newRow("no room at all") << Msecs(0) << Msecs(1999) << QVector<Msecs>{};
        QTest::newRow("nothing left") << Msecs(7) << Msecs(7) << QVector<Msecs>{};
    }
    void cutsIntoEqualParts()
    {
        QFETCH(Msecs, near);
        QFETCH(Msecs, far);
        QFETCH(QVector<Msecs>, cuts);
        const std::vector<Msecs> found = cutsOf({near, far, 0, 0, 0}, 4, {});
        QCOMPARE(QVector<Msecs>(found.begin(), found.end()), cuts);
    }

    void neverCutsBesideABulkMillisecond()
    {
        const Stretch stretch{8000, 0, 0, 0, 0};
        for (const Msecs bulk : {3999, 4000}) {
            const std::vector<Msecs> cuts = cutsOf(stretch, 2, {bulk});
            QCOMPARE(cuts.size(), std::size_t(1));
            // Each part is asked for the millisecond beside the cut too.
            QVERIFY(cuts.front() != bulk && cuts.front() - 1 != bulk);
            QVERIFY(std::abs(cuts.front() - 4000) < 10);
        }
        QCOMPARE(cutsOf(stretch, 2, {3998, 4001}).front(), Msecs(4000));
    }

    void leavesACutOutWhereThereIsBulkAllOver()
    {
        std::set<Msecs> bulk;
        for (Msecs when = 0; when < 8000; ++when) {
            bulk.insert(when);
        }
        QVERIFY(cutsOf({8000, 0, 0, 0, 0}, 4, bulk).empty());
    }

    void walksWithAsManyLanesAsAreOfUse_data()
    {
        QTest::addColumn<Traffic>("traffic");
        QTest::addColumn<int>("fed");
        QTest::addColumn<int>("most");
        QTest::newRow("fed by the allowance") << traffic(600ms, 96, 50) << 9 << kMostLanes;
        QTest::newRow("a slow service needs more") << traffic(1200ms, 96, 50) << 18 << kMostLanes;
        QTest::newRow("no more than there may be") << traffic(3000ms, 96, 50) << kMostLanes << kMostLanes;
        QTest::newRow("no allowance that bounds")
            << traffic(600ms, 90'000, 90'000) << kMostLanes << kMostLanes;
        QTest::newRow("a service on this computer") << traffic(25ms, 90'000, 90'000) << 3 << 3;
        QTest::newRow("answers at once") << traffic(0ms, 90'000, 90'000) << 1 << 1;
        QTest::newRow("a small allowance") << traffic(600ms, 8, 0) << 1 << kMostLanes;
        QTest::newRow("nothing known") << Traffic() << 1 << 1;
    }
    void walksWithAsManyLanesAsAreOfUse()
    {
        QFETCH(Traffic, traffic);
        const LaneBounds bounds = boundsFor(traffic);
        QTEST(bounds.fed, "fed");
        QTEST(bounds.most, "most");
        QCOMPARE(bounds.free, traffic.free);
    }
};

QTEST_GUILESS_MAIN(TestRangePlanner)
#include "tst_rangeplanner.moc"
