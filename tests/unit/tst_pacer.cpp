// The allowance, replayed against windows of both kinds: never overdrawn, and used as far as it goes.

#include "api/pacer.h"

#include <QTest>

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
    void believesTheHeaders();
    void holdsBackWhenOthersUseTheToken();
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

void TestPacer::believesTheHeaders()
{
    Pacer pacer;
    RateHeaders headers;
    headers.max = 10;
    headers.interval = 1000ms;
    headers.remaining = 9;
    pacer.answered(headers, 0ms);
    QCOMPARE(static_cast<int>(drive(pacer, 5s).size()), 5 * 9);
}

void TestPacer::holdsBackWhenOthersUseTheToken()
{
    Pacer pacer;
    pacer.sent(0ms);
    RateHeaders headers;
    headers.remaining = 0;
    pacer.answered(headers, 500ms);
    QVERIFY(pacer.nextSend(600ms) >= 10s);
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
