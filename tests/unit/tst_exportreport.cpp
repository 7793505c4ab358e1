// What a report calls complete: never more than the service's total and the end of each walk vouch for.

#include "core/exportreport.h"

#include <QTest>

using namespace leadway;

Q_DECLARE_METATYPE(WalkReport)

namespace
{

WalkReport walkOf(std::optional<qint64> expected, qint64 received, qint64 duplicates = 0)
{
    WalkReport walk;
    walk.expected = expected;
    walk.received = received;
    walk.duplicates = duplicates;
    walk.written = received - duplicates;
    return walk;
}

WalkReport stopped(WalkReport walk)
{
    walk.stoppedWithoutProgress = true;
    return walk;
}

WalkReport endedEmpty(WalkReport walk)
{
    walk.endedEmpty = true;
    return walk;
}

} // namespace

class TestExportReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhetherAWalkIsComplete_data();
    void tellsWhetherAWalkIsComplete();
    void letsNoWalkStandInForAnother();
    void isNeverCompleteWhenEndedByHand();
};

void TestExportReport::tellsWhetherAWalkIsComplete_data()
{
    QTest::addColumn<WalkReport>("walk");
    QTest::addColumn<bool>("isShort");
    QTest::addColumn<bool>("isComplete");
    const auto row = [](const char* name, const WalkReport& walk, bool isShort, bool isComplete) {
        QTest::newRow(name) << walk << isShort << isComplete;
    };
    row("all of it", walkOf(100, 100), false, true);
    row("all of it, some twice", walkOf(100, 120, 20), false, true);
    row("fewer, by the service's own estimate", walkOf(100, 98), true, true);
    row("fewer, since the same came again", stopped(walkOf(100, 98)), true, false);
    row("fewer, since nothing came", endedEmpty(walkOf(100, 98)), true, false);
    row("fewer, however often they came", stopped(walkOf(100, 120, 22)), true, false);
    row("stopped with all of it", stopped(walkOf(100, 100)), false, true);
    row("ended empty with all of it", endedEmpty(walkOf(100, 100)), false, true);
    row("more than a cap", walkOf(10'000, 12'000), false, true);
    row("more than a cap, but stopped", stopped(walkOf(10'000, 12'000)), false, false);
    row("no total", walkOf({}, 100), false, true);
    row("no total, and stopped", stopped(walkOf({}, 100)), false, false);
    row("no total, ended empty as services do", endedEmpty(walkOf({}, 100)), false, true);
}

void TestExportReport::tellsWhetherAWalkIsComplete()
{
    QFETCH(const WalkReport, walk);
    QFETCH(const bool, isShort);
    QFETCH(const bool, isComplete);
    ExportReport report;
    report.walks = {walk};
    QCOMPARE(report.isShort(), isShort);
    QCOMPARE(report.isComplete(), isComplete);
}

// More of one channel than its total, which was capped, and less of another.
void TestExportReport::letsNoWalkStandInForAnother()
{
    ExportReport report;
    report.walks = {walkOf(10'000, 12'000), stopped(walkOf(3000, 2000))};
    QVERIFY(report.isShort());
    QVERIFY(!report.isComplete());
}

void TestExportReport::isNeverCompleteWhenEndedByHand()
{
    ExportReport report;
    report.walks = {walkOf(100, 100)};
    QVERIFY(report.isComplete());
    report.isPartial = true;
    QVERIFY(!report.isComplete());
}

QTEST_APPLESS_MAIN(TestExportReport)
#include "tst_exportreport.moc"
