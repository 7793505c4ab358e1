#include "simulator/generator.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

using namespace leadway::simulator;

namespace
{

constexpr qint64 kMany = 6000;

} // namespace

class TestGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDeterministic();
    void anotherSeedIsAnotherAccount();
    void makesExactlyAsManyAsAsked_data();
    void makesExactlyAsManyAsAsked();
    void idsAreUniqueAndUnrelatedToDates();
    void datesGrowWithinTheSpan();
    void bulkSendsShareAMillisecond();
    void crowdsPartOfTheSpan();
    void hasAsManyConversationsAsAsked();
    void channelsFollowTypes();
    void keepsTheShareOfEmail_data();
    void keepsTheShareOfEmail();
    void fileOrderIsByDateAndId();
    void twoMillionAreQuicklyMade();
};

void TestGenerator::isDeterministic()
{
    const Generator one(Scenario::broken(7, 500));
    const Generator two(Scenario::broken(7, 500));
    for (qint64 i = 0; i < one.count(); ++i) {
        QCOMPARE(one.json(i), two.json(i));
    }
    // The same on every computer and by every compiler.
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (qint64 i = 0; i < one.count(); ++i) {
        hash.addData(one.json(i));
    }
    QCOMPARE(hash.result().toHex(), QByteArray("ef9537366b3122e5794b5d82497f2cdb62ee5c3b"));
}

void TestGenerator::anotherSeedIsAnotherAccount()
{
    Scenario scenario;
    const Generator one(scenario);
    scenario.seed = 2;
    const Generator two(scenario);
    QVERIFY(one.id(0) != two.id(0));
    QVERIFY(one.json(10) != two.json(10));
}

void TestGenerator::makesExactlyAsManyAsAsked_data()
{
    QTest::addColumn<qint64>("messages");
    QTest::addColumn<qint64>("spanMsecs");
    QTest::newRow("none") << qint64(0) << qint64(1000);
    QTest::newRow("one") << qint64(1) << qint64(1000);
    QTest::newRow("all in one millisecond") << qint64(700) << qint64(0);
    QTest::newRow("a second") << qint64(999) << qint64(1000);
    QTest::newRow("years") << qint64(5000) << qint64(86'400'000) * 3650;
}

void TestGenerator::makesExactlyAsManyAsAsked()
{
    QFETCH(const qint64, messages);
    QFETCH(const qint64, spanMsecs);
    Scenario scenario;
    scenario.messages = messages;
    scenario.span = std::chrono::milliseconds(spanMsecs);
    const Generator generator(scenario);
    QCOMPARE(generator.count(), messages);
    for (qint64 i = 0; i < messages; ++i) {
        QVERIFY(generator.placeMsecs(i) <= scenario.newestMsecs);
        QVERIFY(generator.placeMsecs(i) >= scenario.newestMsecs - spanMsecs);
    }
}

void TestGenerator::idsAreUniqueAndUnrelatedToDates()
{
    Scenario scenario;
    scenario.messages = 50'000;
    const Generator generator(scenario);
    QSet<QByteArray> ids;
    qint64 rising = 0;
    for (qint64 i = 0; i < generator.count(); ++i) {
        const QByteArray id = generator.id(i);
        QCOMPARE(id.size(), 20);
        QVERIFY(std::all_of(id.begin(), id.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }));
        ids.insert(id);
        rising += i > 0 && generator.id(i - 1) < id ? 1 : 0;
    }
    QCOMPARE(ids.size(), generator.count());
    QVERIFY(rising > 24'000 && rising < 26'000);
}

void TestGenerator::datesGrowWithinTheSpan()
{
    const Generator generator(Scenario::awkward(3, kMany));
    qint64 undated = 0;
    qint64 without = 0;
    for (qint64 i = 0; i < generator.count(); ++i) {
        QVERIFY(i == 0 || generator.placeMsecs(i - 1) <= generator.placeMsecs(i));
        QCOMPARE(generator.createdAt(i).value_or(generator.placeMsecs(i)), generator.placeMsecs(i));
        QVERIFY(generator.updatedAt(i).value_or(generator.placeMsecs(i)) >= generator.placeMsecs(i));
        QVERIFY(generator.updatedAt(i).value_or(0) <= generator.scenario().newestMsecs);
        undated += generator.createdAt(i) ? 0 : 1;
        without += generator.updatedAt(i) ? 0 : 1;
    }
    QVERIFY(undated > 10);
    QVERIFY(without > 10);
    // Only bulk sends crowd a millisecond.
    std::map<qint64, qint64> perMillisecond;
    for (qint64 i = 0; i < generator.count(); ++i) {
        ++perMillisecond[generator.placeMsecs(i)];
    }
    const auto crowded = std::count_if(perMillisecond.begin(), perMillisecond.end(),
                                       [](const auto& entry) { return entry.second > 5; });
    QCOMPARE(crowded, 2);
    qint64 longestGap = 0;
    for (qint64 i = 1; i < generator.count(); ++i) {
        longestGap = std::max(longestGap, generator.placeMsecs(i) - generator.placeMsecs(i - 1));
    }
    QVERIFY(longestGap > qint64(86'400'000) * 2);
}

void TestGenerator::bulkSendsShareAMillisecond()
{
    Scenario scenario;
    scenario.messages = kMany;
    const Generator generator(scenario);
    std::map<qint64, qint64> perMillisecond;
    for (qint64 i = 0; i < generator.count(); ++i) {
        ++perMillisecond[generator.placeMsecs(i)];
    }
    const auto large = std::count_if(perMillisecond.begin(), perMillisecond.end(),
                                     [](const auto& entry) { return entry.second >= 300; });
    QCOMPARE(large, 2);
}

void TestGenerator::crowdsPartOfTheSpan()
{
    Scenario scenario;
    scenario.messages = kMany;
    scenario.bulkSends = 0;
    scenario.crowdShare = 0.9;
    const Generator generator(scenario);
    const qint64 begin = scenario.newestMsecs - scenario.span.count() / 2;
    const auto width = static_cast<qint64>(static_cast<double>(scenario.span.count()) * scenario.crowdSpan);
    constexpr qint64 longestDialogue = 3 * 3'600'000;
    qint64 crowded = 0;
    for (qint64 i = 0; i < generator.count(); ++i) {
        const qint64 when = generator.placeMsecs(i);
        crowded += when >= begin && when <= begin + width + longestDialogue ? 1 : 0;
    }
    QVERIFY(crowded > kMany * 88 / 100 && crowded < kMany * 93 / 100);
}

void TestGenerator::hasAsManyConversationsAsAsked()
{
    Scenario scenario;
    scenario.messages = kMany;
    scenario.conversations = 4;
    const Generator generator(scenario);
    QMap<QByteArray, qint64> perConversation;
    for (qint64 i = 0; i < generator.count(); ++i) {
        ++perConversation[generator.conversationId(i)];
    }
    QCOMPARE(perConversation.size(), 4);
    QVERIFY(std::all_of(perConversation.begin(), perConversation.end(),
                        [](qint64 messages) { return messages > kMany / 5; }));
}

void TestGenerator::channelsFollowTypes()
{
    const Generator generator(Scenario::awkward(4, 20'000));
    QMap<QByteArray, QByteArray> channelOf;
    QMap<QByteArray, qint64> perChannel;
    for (qint64 i = 0; i < generator.count(); ++i) {
        channelOf.insert(generator.messageType(i), generator.channel(i));
        ++perChannel[generator.channel(i)];
        QCOMPARE(generator.isEmail(i), generator.channel(i) == "Email");
    }
    QCOMPARE(channelOf.value("TYPE_SMS"), QByteArray("SMS"));
    QCOMPARE(channelOf.value("SMS"), QByteArray("SMS"));
    QCOMPARE(channelOf.value("TYPE_CAMPAIGN_SMS"), QByteArray("SMS"));
    QCOMPARE(channelOf.value("TYPE_CAMPAIGN_VOICEMAIL"), QByteArray("Call"));
    QCOMPARE(channelOf.value("TYPE_IVR_CALL"), QByteArray("Call"));
    QCOMPARE(channelOf.value("TYPE_CAMPAIGN_EMAIL"), QByteArray("Email"));
    QCOMPARE(channelOf.value("TYPE_WHATSAPP"), QByteArray("WhatsApp"));
    QCOMPARE(channelOf.value("TYPE_INSTAGRAM_COMMENT"), QByteArray("Instagram"));
    QCOMPARE(channelOf.value("TYPE_FACEBOOK"), QByteArray("Facebook"));
    for (const char* other : {"TYPE_HOLOGRAM", "TYPE_ACTIVITY_APPOINTMENT", "TYPE_WEBCHAT", "TYPE_LIVE_CHAT",
                              "TYPE_REVIEW", "TYPE_GMB", "TYPE_INTERNAL_COMMENT", "TYPE_FORM_SUBMISSION"}) {
        QVERIFY2(channelOf.contains(other), other);
        QVERIFY2(channelOf.value(other).isEmpty(), other);
    }
    for (const char* channel : {"SMS", "Call", "Email", "WhatsApp", "Instagram", "Facebook", ""}) {
        QVERIFY2(perChannel.value(channel) > 100, channel);
    }
}

void TestGenerator::keepsTheShareOfEmail_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("none") << 0.0;
    QTest::newRow("usual") << 0.12;
    QTest::newRow("half") << 0.5;
}

void TestGenerator::keepsTheShareOfEmail()
{
    QFETCH(const double, share);
    Scenario scenario;
    scenario.messages = kMany;
    scenario.emailShare = share;
    const Generator generator(scenario);
    qint64 mails = 0;
    for (qint64 i = 0; i < generator.count(); ++i) {
        mails += generator.isEmail(i) ? 1 : 0;
    }
    QVERIFY(std::abs(static_cast<double>(mails) - share * kMany) <= 60);
}

void TestGenerator::fileOrderIsByDateAndId()
{
    const Generator generator(Scenario::awkward(9, 3000));
    const std::vector<qint64> order = generator.inFileOrder([&](qint64 i) { return !generator.isEmail(i); });
    bool inUndated = false;
    for (std::size_t k = 0; k < order.size(); ++k) {
        QVERIFY(!generator.isEmail(order[k]));
        const auto when = generator.createdAt(order[k]);
        QVERIFY(!inUndated || !when);
        inUndated = !when;
        if (k > 0 && when == generator.createdAt(order[k - 1])) {
            QVERIFY(generator.id(order[k - 1]) < generator.id(order[k]));
        } else if (k > 0 && when) {
            QVERIFY(generator.createdAt(order[k - 1]) < when);
        }
    }
    QVERIFY(inUndated);
    QCOMPARE(generator.inFileOrder().size(), std::size_t(3000));
}

void TestGenerator::twoMillionAreQuicklyMade()
{
    Scenario scenario;
    scenario.messages = 2'000'000;
    const Generator generator(scenario);
    QCOMPARE(generator.count(), 2'000'000);
    QVERIFY(QJsonDocument::fromJson(generator.json(1'999'999)).isObject());
}

QTEST_GUILESS_MAIN(TestGenerator)
#include "tst_generator.moc"
