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
        QFETCH(QVector<int>, more);
        const std::vector<int> found =
            shareOut(std::vector<double>(messages.begin(), messages.end()), lanes, 500);
        QCOMPARE(QVector<int>(found.begin(), found.end()), more);
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
        QTest::addColumn<double>("requests");
        QTest::addColumn<int>("lanes");
        QTest::newRow("fed by the allowance") << traffic(600ms, 96, 50) << 400.0 << 9;
        QTest::newRow("a slow service needs more") << traffic(1200ms, 96, 50) << 400.0 << 18;
        QTest::newRow("no more than there may be") << traffic(3000ms, 96, 50) << 400.0 << kMostLanes;
        QTest::newRow("all that is left fits") << traffic(600ms, 96, 96) << 80.0 << kMostLanes;
        QTest::newRow("it fits barely") << traffic(600ms, 96, 96) << 88.0 << 16;
        QTest::newRow("it would not fit with more lanes") << traffic(600ms, 96, 96) << 95.0 << 9;
        QTest::newRow("no allowance that bounds") << traffic(600ms, 90'000, 90'000) << 4000.0 << kMostLanes;
        QTest::newRow("a service on this computer") << traffic(25ms, 90'000, 90'000) << 4000.0 << 3;
        QTest::newRow("answers at once") << traffic(0ms, 90'000, 90'000) << 4000.0 << 1;
        QTest::newRow("a small allowance") << traffic(600ms, 8, 0) << 400.0 << 1;
        QTest::newRow("nothing known") << Traffic() << 400.0 << 1;
    }
    void walksWithAsManyLanesAsAreOfUse()
    {
        QFETCH(Traffic, traffic);
        QFETCH(double, requests);
        QTEST(lanesFor(traffic, requests), "lanes");
    }
};

QTEST_GUILESS_MAIN(TestRangePlanner)
#include "tst_rangeplanner.moc"
