// Where a type of message belongs, for every type the service is known to send.

#include "core/channel.h"

#include <QTest>

using namespace leadway;

class TestChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesEveryKnownType_data();
    void placesEveryKnownType();
    void leavesWhatItDoesNotKnowInOther_data();
    void leavesWhatItDoesNotKnowInOther();
    void dropsThePrefixOnce();
    void namesChannelsAsTheEndpointDoes();
    void hasEachChannelInAll();
};

void TestChannel::placesEveryKnownType_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<Channel>("channel");
    const QList<std::pair<Channel, QList<QByteArray>>> types = {
        {Channel::Sms,
         {"SMS", "RCS", "SMS_REVIEW_REQUEST", "SMS_NO_SHOW_REQUEST", "CAMPAIGN_SMS", "CAMPAIGN_MANUAL_SMS",
          "CUSTOM_SMS", "CUSTOM_PROVIDER_SMS", "SMS_REACTION"}},
        {Channel::Call,
         {"CALL", "CAMPAIGN_CALL", "CAMPAIGN_VOICEMAIL", "CAMPAIGN_MANUAL_CALL", "IVR_CALL", "CUSTOM_CALL"}},
        {Channel::Email, {"EMAIL", "CAMPAIGN_EMAIL", "CUSTOM_EMAIL", "CUSTOM_PROVIDER_EMAIL"}},
        {Channel::WhatsApp, {"WHATSAPP"}},
        {Channel::Instagram, {"INSTAGRAM", "INSTAGRAM_COMMENT"}},
        {Channel::Facebook, {"FACEBOOK", "CAMPAIGN_FACEBOOK", "FACEBOOK_COMMENT"}},
        {Channel::Other,
         {"WEBCHAT", "GMB", "CAMPAIGN_GMB", "REVIEW", "ACTIVITY_CONTACT", "ACTIVITY_INVOICE",
          "ACTIVITY_PAYMENT", "ACTIVITY_OPPORTUNITY", "LIVE_CHAT", "LIVE_CHAT_INFO_MESSAGE",
          "ACTIVITY_APPOINTMENT", "INTERNAL_COMMENT", "ACTIVITY_EMPLOYEE_ACTION_LOG", "TIKTOK",
          "TIKTOK_COMMENT", "ACTIVITY_WHATSAPP", "FORM_SUBMISSION"}},
    };
    for (const auto& [channel, names] : types) {
        for (const QByteArray& name : names) {
            QTest::newRow(name.constData()) << name << channel;
        }
    }
}

void TestChannel::placesEveryKnownType()
{
    QFETCH(const QByteArray, type);
    QFETCH(const Channel, channel);
    QCOMPARE(channelOf(type.toStdString()), channel);
    QCOMPARE(channelOf(("TYPE_" + type).toStdString()), channel);
}

void TestChannel::leavesWhatItDoesNotKnowInOther_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char* type :
         {"", "TYPE_", "TYPE_HOLOGRAM", "SMSX", "SM", "TYPE_SMS_", "A", "ZZZ", "TYPE_TYPE_SMS"}) {
        QTest::addRow("\"%s\"", type) << QByteArray(type);
    }
}

void TestChannel::leavesWhatItDoesNotKnowInOther()
{
    QFETCH(const QByteArray, type);
    QCOMPARE(channelOf(type.toStdString()), Channel::Other);
}

void TestChannel::dropsThePrefixOnce()
{
    QCOMPARE(bareType("TYPE_SMS"), std::string_view("SMS"));
    QCOMPARE(bareType("SMS"), std::string_view("SMS"));
    QCOMPARE(bareType("TYPE_TYPE_SMS"), std::string_view("TYPE_SMS"));
    QCOMPARE(bareType("TYPE"), std::string_view("TYPE"));
    QCOMPARE(bareType(""), std::string_view());
}

void TestChannel::namesChannelsAsTheEndpointDoes()
{
    QList<QByteArray> names;
    for (const Channel channel : kEveryChannel) {
        names.append(apiName(channel).toByteArray());
    }
    QCOMPARE(names,
             QList<QByteArray>({"SMS", "Call", "Email", "WhatsApp", "Instagram", "Facebook", "Other"}));
}

void TestChannel::hasEachChannelInAll()
{
    Channels all;
    for (const Channel channel : kEveryChannel) {
        QVERIFY(!all.testFlag(channel));
        all |= channel;
    }
    QCOMPARE(all, allChannels());
}

QTEST_GUILESS_MAIN(TestChannel)
#include "tst_channel.moc"
