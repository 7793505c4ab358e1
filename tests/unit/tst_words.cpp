#include "format/csvlocale.h"
#include "format/words.h"

#include <QCoreApplication>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace leadway;

/// What a receptionist reads where the service says TYPE_ACTIVITY_APPOINTMENT.
class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void directionsAreReceivedAndSent();
    void statusesAreWords_data();
    void statusesAreWords();
    void knownTypesHaveALabelOfTheirOwn_data();
    void knownTypesHaveALabelOfTheirOwn();
    void aTypeReadsTheSameWithoutItsPrefix();
    void unknownValuesAreReadable_data();
    void unknownValuesAreReadable();
    void everyChannelHasAWord();
    void theCacheAnswersAsTheFunctionsDo();
    void theCacheAsksTheTranslatorOnce();
    void theCacheDoesNotGrowWithoutEnd();
    void separatorFollowsTheDecimalPoint_data();
    void separatorFollowsTheDecimalPoint();
    void whatWindowsIsSetToComesFirst_data();
    void whatWindowsIsSetToComesFirst();
};

namespace
{

class CountingTranslator : public QTranslator
{
public:
    QString translate(const char*, const char* source, const char*, int) const override
    {
        ++m_calls;
        return QStringLiteral("[%1]").arg(QString::fromUtf8(source));
    }
    bool isEmpty() const override { return false; }
    int calls() const { return m_calls; }

private:
    mutable int m_calls = 0;
};

} // namespace

void WordsTest::directionsAreReceivedAndSent()
{
    QCOMPARE(directionWord("inbound"), QStringLiteral("Received"));
    QCOMPARE(directionWord("outbound"), QStringLiteral("Sent"));
    QCOMPARE(directionWord(""), QString());
}

void WordsTest::statusesAreWords_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* status, const char* word) {
        QTest::newRow(status) << QByteArray(status) << QString::fromUtf8(word);
    };
    row("connected", "Connected");
    row("delivered", "Delivered");
    row("failed", "Failed");
    row("opened", "Opened");
    row("opt_out", "Opted out");
    row("no-answer", "No answer");
    row("no_answer", "No answer");
    row("NO-ANSWER", "No answer");
    row("undelivered", "Not delivered");
    row("canceled", "Cancelled");
    row("in-progress", "In progress");
    row("", "");
}

void WordsTest::statusesAreWords()
{
    QFETCH(QByteArray, status);
    QFETCH(QString, word);
    QCOMPARE(statusWord(status.toStdString()), word);
}

void WordsTest::knownTypesHaveALabelOfTheirOwn_data()
{
    QTest::addColumn<QByteArray>("type");
    const QByteArray known =
        "CALL SMS RCS EMAIL SMS_REVIEW_REQUEST WEBCHAT SMS_NO_SHOW_REQUEST CAMPAIGN_SMS CAMPAIGN_CALL "
        "CAMPAIGN_EMAIL CAMPAIGN_VOICEMAIL FACEBOOK CAMPAIGN_FACEBOOK CAMPAIGN_MANUAL_CALL "
        "CAMPAIGN_MANUAL_SMS GMB CAMPAIGN_GMB REVIEW INSTAGRAM WHATSAPP CUSTOM_SMS CUSTOM_EMAIL "
        "CUSTOM_PROVIDER_SMS CUSTOM_PROVIDER_EMAIL IVR_CALL ACTIVITY_CONTACT ACTIVITY_INVOICE "
        "ACTIVITY_PAYMENT ACTIVITY_OPPORTUNITY LIVE_CHAT LIVE_CHAT_INFO_MESSAGE ACTIVITY_APPOINTMENT "
        "FACEBOOK_COMMENT INSTAGRAM_COMMENT CUSTOM_CALL INTERNAL_COMMENT ACTIVITY_EMPLOYEE_ACTION_LOG "
        "TIKTOK TIKTOK_COMMENT ACTIVITY_WHATSAPP FORM_SUBMISSION SMS_REACTION";
    for (const QByteArray& type : known.split(' ')) {
        QTest::newRow(type.constData()) << QByteArray("TYPE_" + type);
    }
}

void WordsTest::knownTypesHaveALabelOfTheirOwn()
{
    QFETCH(QByteArray, type);
    CountingTranslator translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const QString translated = typeWord(type.toStdString());
    QCoreApplication::removeTranslator(&translator);
    QVERIFY2(translated.startsWith(u'['), "not in the table, so no translator could name it");
    const QString label = typeWord(type.toStdString());
    QVERIFY(!label.contains(u'_'));
    QCOMPARE(translated, QStringLiteral("[%1]").arg(label));
    static QSet<QString> labels;
    QVERIFY(!labels.contains(label));
    labels.insert(label);
}

void WordsTest::aTypeReadsTheSameWithoutItsPrefix()
{
    QCOMPARE(typeWord("SMS"), QStringLiteral("SMS"));
    QCOMPARE(typeWord("TYPE_SMS"), QStringLiteral("SMS"));
    QCOMPARE(typeWord("TYPE_ACTIVITY_APPOINTMENT"), QStringLiteral("Appointment"));
    QCOMPARE(typeWord("TYPE_GMB"), QStringLiteral("Google Business"));
    QCOMPARE(typeWord("TYPE_CAMPAIGN_VOICEMAIL"), QStringLiteral("Campaign voicemail"));
}

void WordsTest::unknownValuesAreReadable_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("label");
    const auto row = [](const char* type, const char* label) {
        QTest::newRow(type) << QByteArray(type) << QString::fromUtf8(label);
    };
    row("TYPE_NEW_THING", "New thing");
    row("new-thing", "New thing");
    row("newThing", "New thing");
    row("TYPE_CUSTOM_SMS_REPLY", "Custom SMS reply");
    row("TYPE_AI_CALL", "AI call");
    row("__ñandú__", "Ñandú");
    row("7", "7");
    row("TYPE_", "");
    row("", "");
    row("<b>_&", "<b> &");
}

void WordsTest::unknownValuesAreReadable()
{
    QFETCH(QByteArray, type);
    QFETCH(QString, label);
    QCOMPARE(typeWord(type.toStdString()), label);
}

void WordsTest::everyChannelHasAWord()
{
    QSet<QString> words;
    for (const Channel channel : kEveryChannel) {
        words.insert(channelWord(channel));
    }
    QCOMPARE(words.size(), qsizetype(std::size(kEveryChannel)));
    QCOMPARE(channelWord(Channel::Sms), QStringLiteral("SMS"));
    QCOMPARE(channelWord(Channel::Facebook), QStringLiteral("Facebook"));
    QCOMPARE(channelWord(Channel::Other), QStringLiteral("Other"));
}

void WordsTest::theCacheAnswersAsTheFunctionsDo()
{
    Words words;
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(words.direction("inbound"), std::string("Received"));
        QCOMPARE(words.status("no-answer"), std::string("No answer"));
        QCOMPARE(words.callStatus("voicemail"), std::string("Voicemail"));
        QCOMPARE(words.source("workflow"), std::string("Automation"));
        QCOMPARE(words.type("TYPE_NEW_THING"), std::string("New thing"));
        QCOMPARE(words.channel(Channel::Call), std::string("Call"));
        QCOMPARE(words.status(""), std::string());
    }
}

void WordsTest::theCacheAsksTheTranslatorOnce()
{
    CountingTranslator translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    Words words;
    (void)words.type("TYPE_SMS");
    const int before = translator.calls();
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(words.type("TYPE_SMS"), std::string("[SMS]"));
        QCOMPARE(words.channel(Channel::Sms), std::string("[SMS]"));
    }
    QCOMPARE(translator.calls(), before);
    QCoreApplication::removeTranslator(&translator);
}

void WordsTest::theCacheDoesNotGrowWithoutEnd()
{
    Words words;
    for (int i = 0; i < 5000; ++i) {
        const std::string raw = "status " + std::to_string(i);
        QCOMPARE(words.status(raw), "Status " + std::to_string(i));
    }
}

void WordsTest::separatorFollowsTheDecimalPoint_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<char>("separator");
    QTest::newRow("Spain") << QStringLiteral("es_ES") << ';';
    QTest::newRow("Argentina") << QStringLiteral("es_AR") << ';';
    QTest::newRow("Colombia") << QStringLiteral("es_CO") << ';';
    QTest::newRow("Mexico") << QStringLiteral("es_MX") << ',';
    QTest::newRow("Latin America") << QStringLiteral("es_419") << ',';
    QTest::newRow("United States") << QStringLiteral("en_US") << ',';
    QTest::newRow("C") << QStringLiteral("C") << ',';
}

void WordsTest::separatorFollowsTheDecimalPoint()
{
    QFETCH(QString, locale);
    QFETCH(char, separator);
    QCOMPARE(listSeparator(QLocale(locale)), separator);
}

void WordsTest::whatWindowsIsSetToComesFirst_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<char>("separator");
    QTest::newRow("a person in Spain chose commas") << QStringLiteral(",") << QStringLiteral("es_ES") << ',';
    QTest::newRow("a person in Mexico chose semicolons")
        << QStringLiteral(";") << QStringLiteral("es_MX") << ';';
    QTest::newRow("with a blank") << QStringLiteral("; ") << QStringLiteral("en_US") << ';';
    QTest::newRow("one that our files have not") << QStringLiteral("|") << QStringLiteral("es_ES") << ';';
    QTest::newRow("none") << QString() << QStringLiteral("en_US") << ',';
}

void WordsTest::whatWindowsIsSetToComesFirst()
{
    QFETCH(QString, setting);
    QFETCH(QString, locale);
    QFETCH(char, separator);
    QCOMPARE(listSeparator(setting, QLocale(locale)), separator);
}

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
