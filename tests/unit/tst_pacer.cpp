// The allowance, replayed against windows of both kinds: never overdrawn, and used as far as it goes.

#include "api/pacer.h"

#include <QTest>

#include <limits>
#include <vector>

using namespace leadway;
using namespace std::chrono_literals;

namespace
{

// Sends as fast as the pacer lets for `span`; the moments of the sends.
std::vector<Pacer::Time> drive(Pacer& pacer, Pacer::Time span)
{
    std::vector<Pacer::Time> sends;
    Pacer::Time now = 0ms;
    while (now < span) {
        const Pacer::Time next = pacer.nextSend(now);
        if (next > now) {
            now = next;
            continue;
        }
        pacer.sent(now);
        sends.push_back(now);
        now += 1ms;
    }
    return sends;
}

} // namespace

class TestPacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverSendsMoreThanItsShareInAnyWindow();
    void usesTheAllowanceWhereItCan();
    void keepsSomeBackForWhoGoesFirst();
    void believesTheHeaders();
    void leavesOthersTheirShare();
    void holdsBackWhenNothingIsLeft();
    void isNotMisledByNonsense();
    void waitsAsLongAsItIsTold();
    void waitsLongerAtEveryRefusal();
};

void TestPacer::neverSendsMoreThanItsShareInAnyWindow()
{
    Pacer pacer;
    const auto sends = drive(pacer, 60s);
    constexpr std::size_t share = 98;
    for (std::size_t i = share; i < sends.size(); ++i) {
        QVERIFY(sends[i] - sends[i - share] >= 10s);
    }
}

void TestPacer::usesTheAllowanceWhereItCan()
{
    Pacer pacer;
    QCOMPARE(static_cast<int>(drive(pacer, 60s).size()), 6 * 98);
}

void TestPacer::keepsSomeBackForWhoGoesFirst()
{
    Pacer pacer;
    for (int i = 0; i < 96; ++i) {
        QCOMPARE(pacer.nextSend(0ms, 2), 0ms);
        pacer.sent(0ms);
    }
    QVERIFY(pacer.nextSend(0ms, 2) >= 10s);
    QCOMPARE(pacer.free(0ms), 2);
    QCOMPARE(pacer.free(10s), 2); // a little more than the interval has to pass
    QCOMPARE(pacer.free(11s), 98);
    QCOMPARE(pacer.nextSend(0ms), 0ms);
}

void TestPacer::believesTheHeaders()
{
    Pacer pacer;
    RateHeaders headers;
    headers.max = 10;
    headers.interval = 1000ms;
    headers.remaining = 9;
    pacer.sent(0ms);
    pacer.answered(headers, 0ms);
    QCOMPARE(pacer.allowed(), 9);
    QCOMPARE(pacer.free(0ms), 8);
    // One of the first interval's nine was the one that was answered.
    QCOMPARE(static_cast<int>(drive(pacer, 5s).size()), 5 * 9 - 1);
}

void TestPacer::leavesOthersTheirShare()
{
    Pacer pacer;
    for (int i = 0; i < 10; ++i) {
        pacer.sent(0ms);
    }
    RateHeaders headers;
    headers.remaining = 50; // so 40 are somebody else's
    pacer.answered(headers, 100ms);
    int more = 0;
    while (pacer.nextSend(100ms) <= 100ms) {
        pacer.sent(100ms);
        ++more;
    }
    QCOMPARE(more, 98 - 40 - 10);
    // They are not there for ever.
    QVERIFY(pacer.nextSend(100ms) <= 10'200ms);
}

void TestPacer::holdsBackWhenNothingIsLeft()
{
    Pacer pacer;
    pacer.sent(0ms);
    RateHeaders headers;
    headers.remaining = 0;
    pacer.answered(headers, 500ms);
    QVERIFY(pacer.nextSend(600ms) >= 10s);
    QCOMPARE(pacer.free(600ms), 0);
}

// Whatever a header says, nothing is reckoned beyond what numbers hold.
void TestPacer::isNotMisledByNonsense()
{
    Pacer pacer;
    RateHeaders headers;
    headers.max = std::numeric_limits<int>::max();
    headers.remaining = std::numeric_limits<int>::min();
    headers.interval = std::chrono::milliseconds::max();
    pacer.answered(headers, 0ms);
    QVERIFY(pacer.allowed() > 0);
    QVERIFY(pacer.interval() <= 24h);
    QVERIFY(pacer.nextSend(0ms) <= 48h);
}

void TestPacer::waitsAsLongAsItIsTold()
{
    Pacer pacer;
    pacer.refused({}, 7s, 1s);
    QVERIFY(pacer.nextSend(1s) >= 8s);
    QCOMPARE(pacer.nextSend(9s), 9000ms);
}

void TestPacer::waitsLongerAtEveryRefusal()
{
    Pacer pacer;
    Pacer::Time now = 0ms;
    Pacer::Time last = 0ms;
    for (int i = 0; i < 4; ++i) {
        pacer.refused({}, std::nullopt, now);
        const Pacer::Time pause = pacer.nextSend(now) - now;
        QVERIFY(pause > last);
        last = pause;
        now += pause;
    }
    pacer.answered({}, now);
    pacer.refused({}, std::nullopt, now);
    QVERIFY(pacer.nextSend(now) - now < last);
}

QTEST_GUILESS_MAIN(TestPacer)
#include "tst_pacer.moc"
