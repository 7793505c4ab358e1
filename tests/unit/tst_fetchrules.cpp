// The decisions of the fetching half that need no network: which walks, when to try again, when to stop.

#include "fetch/loopguard.h"
#include "fetch/planner.h"
#include "fetch/retry.h"

#include <QTest>

using namespace leadway;
using namespace std::chrono_literals;

namespace
{

MessageHead head(const char* id, std::optional<Msecs> createdAt)
{
    MessageHead message;
    message.id = id;
    message.createdAt = createdAt;
    return message;
}

} // namespace

class TestFetchRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansWalksThatCoverTheChannels_data();
    void plansWalksThatCoverTheChannels();
    void dropsOnlyWhatWasUnticked();
    void retriesWhatCanPass_data();
    void retriesWhatCanPass();
    void waitsWithFullJitter();
    void seesProgressInANewDate();
    void seesProgressInANewIdOfTheSameMillisecond();
    void seesNoProgressInTheSamePageAgain();
    void seesNoProgressInOlderPages();
    void seesProgressInUndatedMessagesOnce();
};

void TestFetchRules::plansWalksThatCoverTheChannels_data()
{
    QTest::addColumn<Channels>("channels");
    QTest::addColumn<QList<QByteArray>>("asked");
    using Names = QList<QByteArray>;
    QTest::newRow("all") << allChannels() << Names{"", "Email"};
    QTest::newRow("no e-mail") << (allChannels() & ~Channels(Channel::Email)) << Names{""};
    QTest::newRow("e-mail") << Channels(Channel::Email) << Names{"Email"};
    QTest::newRow("two") << (Channel::Sms | Channel::Call) << Names{"SMS", "Call"};
    QTest::newRow("other") << Channels(Channel::Other) << Names{""};
    QTest::newRow("other and e-mail") << (Channel::Other | Channel::Email) << Names{"", "Email"};
    QTest::newRow("six") << (allChannels() & ~Channels(Channel::Other))
                         << Names{"SMS", "Call", "Email", "WhatsApp", "Instagram", "Facebook"};
}

void TestFetchRules::plansWalksThatCoverTheChannels()
{
    QFETCH(const Channels, channels);
    QFETCH(const QList<QByteArray>, asked);
    QList<QByteArray> planned;
    for (const WalkPlan& walk : planWalks(channels)) {
        planned.append(walk.channel);
    }
    QCOMPARE(planned, asked);
}

void TestFetchRules::dropsOnlyWhatWasUnticked()
{
    // A walk that the service filters keeps whatever comes, also a type that we would place elsewhere.
    QCOMPARE(planWalks(Channel::Sms).front().keep, allChannels());
    QCOMPARE(planWalks(allChannels()).front().keep, allChannels());
    QCOMPARE(planWalks(Channel::Other).front().keep, Channels(Channel::Other));
    QCOMPARE(planWalks(Channel::Other | Channel::Sms).front().keep, Channel::Other | Channel::Sms);
}

void TestFetchRules::retriesWhatCanPass_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("again");
    QTest::newRow("rate") << ErrorKind::RateLimited << true;
    QTest::newRow("server") << ErrorKind::Server << true;
    QTest::newRow("network") << ErrorKind::Network << true;
    QTest::newRow("timeout") << ErrorKind::Timeout << true;
    QTest::newRow("bad answer") << ErrorKind::BadAnswer << true;
    QTest::newRow("daily") << ErrorKind::DailyLimit << false;
    QTest::newRow("token") << ErrorKind::TokenInvalid << false;
    QTest::newRow("scope") << ErrorKind::ScopeMissing << false;
    QTest::newRow("location") << ErrorKind::OtherLocation << false;
    QTest::newRow("refused") << ErrorKind::Refused << false;
    QTest::newRow("not found") << ErrorKind::NotFound << false;
    QTest::newRow("TLS") << ErrorKind::Tls << false;
    QTest::newRow("redirect") << ErrorKind::Redirect << false;
}

void TestFetchRules::retriesWhatCanPass()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const bool, again);
    QCOMPARE(isWorthRetrying(kind), again);
}

void TestFetchRules::waitsWithFullJitter()
{
    const RetryPolicy policy;
    QCOMPARE(retryDelay(policy, 0, 0.0, {}), 0ms);
    QCOMPARE(retryDelay(policy, 0, 0.5, {}), 500ms);
    QCOMPARE(retryDelay(policy, 3, 0.5, {}), 4000ms);
    QCOMPARE(retryDelay(policy, 50, 0.5, {}), 30000ms);
    QCOMPARE(retryDelay(policy, 0, 0.5, 9s), 9000ms);
    QCOMPARE(retryDelay(policy, 6, 0.5, 9s), 30000ms);
}

void TestFetchRules::seesProgressInANewDate()
{
    LoopGuard up(SortBy::CreatedAt, true);
    QVERIFY(up.sawProgress({head("a", 10), head("b", 20)}));
    QVERIFY(up.sawProgress({head("b", 20), head("c", 30)}));
    QCOMPARE(up.frontier(), std::optional<Msecs>(30));
    LoopGuard down(SortBy::CreatedAt, false);
    QVERIFY(down.sawProgress({head("a", 20), head("b", 10)}));
    QVERIFY(down.sawProgress({head("c", 5)}));
    QCOMPARE(down.frontier(), std::optional<Msecs>(5));
}

void TestFetchRules::seesProgressInANewIdOfTheSameMillisecond()
{
    LoopGuard guard(SortBy::CreatedAt, true);
    QVERIFY(guard.sawProgress({head("a", 10), head("b", 10)}));
    QVERIFY(guard.sawProgress({head("b", 10), head("c", 10)}));
}

void TestFetchRules::seesNoProgressInTheSamePageAgain()
{
    LoopGuard guard(SortBy::CreatedAt, true);
    QVERIFY(guard.sawProgress({head("a", 10), head("b", 20)}));
    QVERIFY(!guard.sawProgress({head("a", 10), head("b", 20)}));
}

void TestFetchRules::seesNoProgressInOlderPages()
{
    LoopGuard guard(SortBy::CreatedAt, false);
    QVERIFY(guard.sawProgress({head("a", 10)}));
    QVERIFY(!guard.sawProgress({head("z", 99)}));
}

void TestFetchRules::seesProgressInUndatedMessagesOnce()
{
    LoopGuard guard(SortBy::CreatedAt, true);
    QVERIFY(guard.sawProgress({head("a", {})}));
    QVERIFY(!guard.sawProgress({head("a", {})}));
}

QTEST_GUILESS_MAIN(TestFetchRules)
#include "tst_fetchrules.moc"
