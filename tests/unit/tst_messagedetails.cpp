#include "app/messagedetails.h"

#include <QTest>

using namespace leadway;

namespace
{

// JSON with apostrophes for its quotes.
MessageDetails read(QByteArray json)
{
    json.replace('\'', '"');
    return messageDetails(json, QTimeZone("Europe/Madrid"), QLocale(QStringLiteral("en_GB")));
}

// "name: value" for every one.
QStringList told(const QList<Fact>& facts)
{
    QStringList lines;
    for (const Fact& fact : facts) {
        lines.append(fact.name + QStringLiteral(": ") + fact.value);
    }
    return lines;
}

Attachment attached(const QByteArray& url)
{
    return read("{'id':'a','attachments':['" + url + "']}").attachments.value(0);
}

} // namespace

class TestMessageDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAnEmail()
    {
        const MessageDetails details =
            read("{'id':'m1','messageType':'TYPE_EMAIL','direction':'outbound',"
                 "'dateAdded':'2025-11-14T14:45:00.000Z','status':'opened','source':'app','contentType':'"
                 "text/html',"
                 "'contactId':'c1','conversationId':'v1','subject':'Your appointment on Tuesday',"
                 "'body':'<p>Dear Laura,</p><p>see you &amp; bye.</p>',"
                 "'meta':{'email':{'from':'recepcion@clinicasol.example','to':['laura.pons@example.com','b@"
                 "example.com'],"
                 "'cc':['c@example.com']}},'attachments':['https://files.example.com/a/"
                 "how-to%20find%20us.pdf?x=1']}");
        QCOMPARE(details.channel, Channel::Email);
        QCOMPARE(details.title, QStringLiteral("E-mail, sent"));
        QCOMPARE(details.date, QStringLiteral("Friday 14 November 2025, 15:45"));
        const QStringList facts = {
            QStringLiteral("To: laura.pons@example.com, b@example.com"),
            QStringLiteral("From: recepcion@clinicasol.example"),
            QStringLiteral("Cc: c@example.com"),
            QStringLiteral("Subject: Your appointment on Tuesday"),
            QStringLiteral("Status: Opened"),
            QStringLiteral("Source: Written by hand"),
        };
        QCOMPARE(told(details.facts), facts);
        QCOMPARE(details.text, QStringLiteral("Dear Laura,\n\nsee you & bye."));
        QCOMPARE(details.attachments.size(), 1);
        QCOMPARE(details.attachments[0].name, QStringLiteral("how-to find us.pdf"));
        QCOMPARE(details.attachments[0].link.host(), QStringLiteral("files.example.com"));
        QCOMPARE(details.contactId, QStringLiteral("c1"));
        QCOMPARE(details.conversationId, QStringLiteral("v1"));
        QCOMPARE(told(details.fields).first(2),
                 (QStringList{QStringLiteral("id: m1"), QStringLiteral("messageType: TYPE_EMAIL")}));
        QVERIFY(told(details.fields).contains(QStringLiteral("meta.email.to[1]: b@example.com")));
    }

    void tellsACall()
    {
        const MessageDetails details = read("{'id':'m1','messageType':'TYPE_CALL','direction':'inbound',"
                                            "'status':'completed','from':'+34933410277','to':'+34910000000',"
                                            "'meta':{'callDuration':192,'callStatus':'answered'}}");
        QCOMPARE(details.title, QStringLiteral("Call, received"));
        QCOMPARE(details.date, QStringLiteral("No date"));
        const QStringList facts = {
            QStringLiteral("From: +34933410277"),
            QStringLiteral("To: +34910000000"),
            QStringLiteral("Status: Completed"),
            QStringLiteral("Call: Answered, 3 min 12 s"),
        };
        QCOMPARE(told(details.facts), facts);
        QCOMPARE(
            read("{'id':'a','messageType':'TYPE_CALL','direction':'inbound','status':'no-answer'}").title,
            QStringLiteral("Missed call"));
        QCOMPARE(
            read("{'id':'a','messageType':'TYPE_CALL','direction':'inbound','status':'voicemail'}").title,
            QStringLiteral("Voicemail, received"));
        QCOMPARE(read("{'id':'a','messageType':'TYPE_CAMPAIGN_CALL','direction':'outbound'}").title,
                 QStringLiteral("Campaign call, made"));
        QCOMPARE(read("{'id':'a','messageType':'TYPE_CAMPAIGN_SMS','direction':'outbound'}").title,
                 QStringLiteral("Campaign SMS, sent"));
        QCOMPARE(read("{'id':'a','messageType':'TYPE_CALL','direction':'outbound'}").title,
                 QStringLiteral("Call, made"));
    }

    void tellsACallsStatusOnce()
    {
        const MessageDetails details = read(
            "{'id':'m1','messageType':'TYPE_CALL','status':'no-answer','meta':{'callStatus':'no-answer'}}");
        QCOMPARE(told(details.facts), QStringList(QStringLiteral("Call: No answer")));
    }

    void tellsWhatWentWrong()
    {
        const MessageDetails details = read(
            "{'id':'m1','messageType':'TYPE_SMS','direction':'outbound','status':'failed','contactId':'c1',"
            "'error':'Number out of service','meta':{'fb':{'page_name':'Clínica Sol'}}}");
        const QStringList facts = {
            QStringLiteral("Contact id: c1"),
            QStringLiteral("Status: Failed"),
            QStringLiteral("Error: Number out of service"),
            QStringLiteral("Page: Clínica Sol"),
        };
        QCOMPARE(told(details.facts), facts);
    }

    void tellsTheTypeWhereTheChannelDoesNot()
    {
        const MessageDetails activity = read("{'id':'m1','messageType':'TYPE_ACTIVITY_APPOINTMENT'}");
        QCOMPARE(activity.title, QStringLiteral("Activity"));
        QCOMPARE(told(activity.facts), QStringList(QStringLiteral("Type: Appointment")));
        const MessageDetails chat = read("{'id':'m1','messageType':'TYPE_LIVE_CHAT','direction':'inbound'}");
        QCOMPARE(chat.title, QStringLiteral("Live chat, received"));
        QVERIFY(chat.facts.isEmpty());
    }

    void leavesTextAsItIs()
    {
        const MessageDetails details =
            read("{'id':'a','messageType':'TYPE_SMS','body':'<b>x</b>\\r\\n<img src=file:///etc/passwd>'}");
        QCOMPARE(details.text, QStringLiteral("<b>x</b>\n<img src=file:///etc/passwd>"));
    }

    void opensOnlyTheWeb_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("opens");
        QTest::newRow("file of the web") << QByteArray("http://example.com/a/b.png") << "b.png" << true;
        QTest::newRow("capitals") << QByteArray("HTTPS://EXAMPLE.COM/A.png") << "A.png" << true;
        QTest::newRow("escaped slashes")
            << QByteArray("https://example.com/o/loc%2Fx%2Ffoto%20uno.jpg?alt=media")
            << QStringLiteral("foto uno.jpg") << true;
        QTest::newRow("letters of a language") << QByteArray("https://example.com/l%C3%ADnea%26m%C3%A1s.pdf")
                                               << QStringLiteral("línea&más.pdf") << true;
        QTest::newRow("no file") << QByteArray("https://example.com/") << "example.com" << true;
        QTest::newRow("direction turned round")
            << QByteArray("https://example.com/a%E2%80%AEfdp.exe") << "a fdp.exe" << true;
        QTest::newRow("line break") << QByteArray("https://example.com/a%0Ab%00c") << "a b c" << true;
        for (const char* url :
             {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://example.com/x",
              "https:", "http:///x", "//example.com/x", "example.com/x", "smb://host/share"}) {
            QTest::newRow(url) << QByteArray(url) << QString::fromLatin1(url) << false;
        }
    }
    void opensOnlyTheWeb()
    {
        QFETCH(QByteArray, url);
        QFETCH(bool, opens);
        const Attachment attachment = attached(url);
        QTEST(attachment.name, "name");
        QCOMPARE(attachment.url, QString::fromUtf8(url));
        QCOMPARE(!attachment.link.isEmpty(), opens);
    }

    void longFactsAreCut()
    {
        const QByteArray longName(100000, 'x');
        const MessageDetails details = read("{'id':'a','messageType':'TYPE_SMS','error':'" + longName + "'}");
        QCOMPARE(details.facts.value(0).value.size(), kLongestFact + 1);
        QCOMPARE(details.fields.constLast().value.size(), longName.size());
    }

    void makesTheBestOfWhatIsDamaged()
    {
        const QByteArray cut = "{\"id\":\"a\",\"mess";
        const MessageDetails details = read(cut);
        QCOMPARE(details.title, QStringLiteral("A message that cannot be understood"));
        QCOMPARE(details.text, QString::fromUtf8(cut));
        QCOMPARE(told(details.fields), QStringList(QStringLiteral("id: a")));
        QVERIFY(details.contactId.isEmpty());

        const MessageDetails nameless =
            read("{'messageType':'TYPE_SMS','body':'Hola','direction':'inbound'}");
        QCOMPARE(nameless.title, QStringLiteral("SMS, received"));
        QCOMPARE(nameless.text, QStringLiteral("Hola"));

        QCOMPARE(read("[1]").text, QStringLiteral("[1]"));
        QCOMPARE(read({}).title, QStringLiteral("A message that cannot be understood"));
    }
};

QTEST_APPLESS_MAIN(TestMessageDetails)
#include "tst_messagedetails.moc"
