// Speed and time left, with a clock that the test turns.

#include "app/progress.h"

#include <QTest>

using namespace leadway;
using namespace std::chrono_literals;

class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingInTheFirstSecond();
    void tellsTheSpeedAndTheTimeLeft();
    void saysNothingOfATimeThatCannotBeKnown_data();
    void saysNothingOfATimeThatCannotBeKnown();
    void roundsTheTimeLeftUp();
    void looksBackOverTheLastSecondsOnly();
    void forgetsAPauseSoonAfter();
};

void TestProgress::saysNothingInTheFirstSecond()
{
    Progress progress;
    QVERIFY(!progress.speed());
    QVERIFY(!progress.left(100));
    progress.note(0, 5000ms);
    QVERIFY(!progress.speed());
    progress.note(500, 5999ms);
    QVERIFY(!progress.speed());
    QVERIFY(!progress.left(1000));
    progress.note(1000, 6000ms);
    QCOMPARE(progress.speed().value_or(0), 1000.0);
}

void TestProgress::tellsTheSpeedAndTheTimeLeft()
{
    Progress progress;
    progress.note(0, 0ms);
    progress.note(1000, 2000ms);
    QCOMPARE(progress.speed().value_or(0), 500.0);
    QCOMPARE(progress.left(6000).value_or(0s), std::chrono::seconds(10));
}

void TestProgress::saysNothingOfATimeThatCannotBeKnown_data()
{
    QTest::addColumn<std::optional<qint64>>("total");
    QTest::addColumn<qint64>("gained");
    using Total = std::optional<qint64>;
    QTest::newRow("no total") << Total() << 1000LL;
    QTest::newRow("total reached") << Total(1000) << 1000LL;
    QTest::newRow("total passed, since it is an estimate") << Total(900) << 1000LL;
    QTest::newRow("nothing comes") << Total(1000) << 0LL;
}

void TestProgress::saysNothingOfATimeThatCannotBeKnown()
{
    QFETCH(const std::optional<qint64>, total);
    QFETCH(const qint64, gained);
    Progress progress;
    progress.note(0, 0ms);
    progress.note(gained, 2000ms);
    QVERIFY(progress.speed());
    QVERIFY(!progress.left(total));
}

void TestProgress::roundsTheTimeLeftUp()
{
    Progress progress;
    progress.note(0, 0ms);
    progress.note(1000, 1000ms);
    // "About 0 seconds left" would be told for as long as the last page takes.
    QCOMPARE(progress.left(1001).value_or(0s), std::chrono::seconds(1));
    QCOMPARE(progress.left(2500).value_or(0s), std::chrono::seconds(2));
}

void TestProgress::looksBackOverTheLastSecondsOnly()
{
    Progress progress;
    qint64 count = 0;
    Progress::Time now = 0ms;
    for (int i = 0; i < 30; ++i) {
        progress.note(count, now);
        count += 10;
        now += 1s;
    }
    QCOMPARE(progress.speed().value_or(0), 10.0);
    for (int i = 0; i < 12; ++i) {
        progress.note(count, now);
        count += 1000;
        now += 1s;
    }
    QCOMPARE(progress.speed().value_or(0), 1000.0);
}

void TestProgress::forgetsAPauseSoonAfter()
{
    Progress progress;
    progress.note(0, 0ms);
    progress.note(1000, 1000ms);
    progress.note(1000, 61'000ms); // the service asked to wait for a minute
    Progress::Time now = 61'000ms;
    qint64 count = 1000;
    for (int i = 0; i < 11; ++i) {
        now += 1s;
        count += 1000;
        progress.note(count, now);
    }
    QCOMPARE(progress.speed().value_or(0), 1000.0);
}

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
