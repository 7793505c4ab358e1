// Exports from a service in every kind of trouble at once, dropped and gone on with, as a seed draws them:
// nothing lost, nothing twice, nothing called complete that isn't. "./dev soak runs" does a thousand of them.

#include "support/mixedrun.h"

#include <QTest>

using namespace leadway::test;

class TestMixedFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothing_data();
    void losesNothing();
    void mostExportsFinish();

private:
    int m_passing = 0;
    int m_finished = 0;
};

void TestMixedFaults::losesNothing_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 25; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestMixedFaults::losesNothing()
{
    QFETCH(const quint32, seed);
    const MixedPlan plan = mixedPlan(seed);
    const MixedVerdict verdict = carryOut(plan);
    QVERIFY2(verdict.wrong.isEmpty(), QByteArray(plan.told() + ": " + verdict.wrong).constData());
    m_passing += plan.isTransient() ? 1 : 0;
    m_finished += plan.isTransient() && verdict.isFinished && verdict.failures == 0 ? 1 : 0;
}

// What passes by itself is outlasted by eight tries.
void TestMixedFaults::mostExportsFinish()
{
    QVERIFY2(m_finished * 10 >= m_passing * 8,
             qPrintable(QStringLiteral("%1 of %2").arg(m_finished).arg(m_passing)));
}

QTEST_GUILESS_MAIN(TestMixedFaults)
#include "tst_mixedfaults.moc"
