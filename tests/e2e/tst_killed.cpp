// leadway-export ended by SIGKILL in the middle of whatever it does to its files, and gone on with: the file
// is byte for byte the one that is made in one go. The short share of "./dev soak kills".

#include "support/killtrial.h"

#include <QTest>

using namespace leadway::test;

class TestKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnFromAnyPhase_data();
    void goesOnFromAnyPhase();
    void leavesNothingBesideTheFile_data();
    void leavesNothingBesideTheFile();
    void takesASpoolWhoseLockWasNeverWritten_data();
    void takesASpoolWhoseLockWasNeverWritten();
};

void TestKilled::goesOnFromAnyPhase_data()
{
    QTest::addColumn<Deed>("phase");
    QTest::addColumn<quint32>("seed");
    for (const Deed phase : kPhases) {
        for (const quint32 seed : {1U, 2U}) {
            QTest::addRow("%s, seed %u", nameOf(phase), seed) << phase << seed;
        }
    }
}

void TestKilled::goesOnFromAnyPhase()
{
    QFETCH(const Deed, phase);
    QFETCH(const quint32, seed);
    const KillPlan plan = killPlan(seed, phase);
    const KillVerdict verdict = carryOut(plan);
    QVERIFY2(verdict.wrong.isEmpty(), (plan.told() + ": " + verdict.wrong).constData());
    QVERIFY2(!verdict.hits.isEmpty() && verdict.hits.constFirst().deed == phase, plan.told().constData());
}

void TestKilled::leavesNothingBesideTheFile_data()
{
    QTest::addColumn<bool>("hasEarlier");
    QTest::addColumn<Moment>("moment");
    for (const bool hasEarlier : {false, true}) {
        const char* const place = hasEarlier ? "over an earlier file" : "a new file";
        QTest::addRow("%s, not yet in its place", place) << hasEarlier << Moment::Before;
        QTest::addRow("%s, just in its place", place) << hasEarlier << Moment::After;
    }
}

// The last call before the file has its name: all of it is there, under another one.
void TestKilled::leavesNothingBesideTheFile()
{
    QFETCH(const bool, hasEarlier);
    QFETCH(const Moment, moment);
    KillPlan plan = killPlan(3, Deed::Rename);
    plan.hasEarlier = hasEarlier;
    plan.strikes = {{Deed::Rename, 0.999, moment}};
    const KillVerdict verdict = carryOut(plan);
    QVERIFY2(verdict.wrong.isEmpty(), verdict.wrong.constData());
    QCOMPARE(verdict.hits.size(), 1);
}

void TestKilled::takesASpoolWhoseLockWasNeverWritten_data()
{
    QTest::addColumn<Moment>("moment");
    QTest::newRow("empty") << Moment::Before;
    QTest::newRow("half written") << Moment::Within;
}

// A lock without its owner's name would be there for ever.
void TestKilled::takesASpoolWhoseLockWasNeverWritten()
{
    QFETCH(const Moment, moment);
    KillPlan plan = killPlan(4, Deed::Lock);
    for (const double share : {0.0, 0.2}) { // the lock itself, and the one it is replaced under
        plan.strikes = {{Deed::Manifest, 0.999, Moment::After}, {Deed::Lock, share, moment}};
        const KillVerdict verdict = carryOut(plan);
        QVERIFY2(verdict.wrong.isEmpty(), verdict.wrong.constData());
        QCOMPARE(verdict.hits.size(), 2);
        QCOMPARE(verdict.hits.constLast().deed, Deed::Lock);
    }
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
