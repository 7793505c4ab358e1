// What the filter that the service lacks lets through.

#include "core/messagefilter.h"
#include "format/words.h"

#include <QTest>

using namespace leadway;

namespace
{

Message message()
{
    Message message;
    message.direction = "inbound";
    message.status = "delivered";
    message.subject = "Cita del martes";
    message.body = "Hola, ¿puedo cambiar la hora?\r\n  Gracias, Íñigo";
    message.attachments = {"https://example.com/a.pdf"};
    return message;
}

Message mail(const char* body, const char* contentType = "text/html")
{
    Message mail;
    mail.messageType = "TYPE_EMAIL";
    mail.body = body;
    mail.contentType = contentType;
    return mail;
}

MessageFilter withText(const QString& text)
{
    MessageFilter filter;
    filter.text = text;
    return filter;
}

MessageFilter withStatus(const QString& status)
{
    MessageFilter filter;
    filter.status = status;
    return filter;
}

} // namespace

class TestMessageFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnythingAskedForAllIsWanted()
    {
        QVERIFY(matches(message(), {}));
        QVERIFY(matches(Message(), {}));
        QVERIFY(MessageFilter().isEmpty());
        QVERIFY(withText(QStringLiteral("  \n")).isEmpty());
        QVERIFY(withStatus(QStringLiteral(" - ")).isEmpty());
        QVERIFY(MessageMatcher(withText(QStringLiteral(" "))).wantsAll());
    }

    void everyPartCounts()
    {
        MessageFilter filter;
        filter.direction = Direction::Sent;
        filter.status = QStringLiteral("read");
        filter.text = QStringLiteral("x");
        filter.hasAttachment = true;
        QCOMPARE(filter.count(), 4);
        QVERIFY(!MessageMatcher(filter).wantsAll());
    }

    void direction_data()
    {
        QTest::addColumn<QString>("direction");
        QTest::addColumn<bool>("isReceived");
        QTest::addColumn<bool>("isSent");
        QTest::newRow("inbound") << QStringLiteral("inbound") << true << false;
        QTest::newRow("outbound") << QStringLiteral("outbound") << false << true;
        QTest::newRow("of neither") << QString() << false << false;
    }
    void direction()
    {
        QFETCH(const QString, direction);
        Message candidate = message();
        candidate.direction = direction.toStdString();
        MessageFilter filter;
        filter.direction = Direction::Received;
        QTEST(matches(candidate, filter), "isReceived");
        filter.direction = Direction::Sent;
        QTEST(matches(candidate, filter), "isSent");
    }

    void status_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("callStatus");
        QTest::addColumn<bool>("isWanted");
        const auto row = [](const char* name, const char* wanted, const char* status, const char* callStatus,
                            bool isWanted) {
            QTest::newRow(name) << QString::fromUtf8(wanted) << QString::fromUtf8(status)
                                << QString::fromUtf8(callStatus) << isWanted;
        };
        row("the same", "delivered", "delivered", "", true);
        row("another", "delivered", "undelivered", "", false);
        row("none", "delivered", "", "", false);
        row("in capitals", "DELIVERED", "delivered", "", true);
        row("another spelling", "no-answer", "NO_ANSWER", "", true);
        row("as the table shows it", "No answer", "no-answer", "", true);
        row("one l", "cancelled", "canceled", "", true);
        row("two l", "canceled", "cancelled", "", true);
        row("nobody has heard of", "newThing", "new_thing", "", true);
        row("of the call", "voicemail", "completed", "voicemail", true);
    }
    void status()
    {
        QFETCH(const QString, wanted);
        QFETCH(const QString, status);
        QFETCH(const QString, callStatus);
        Message candidate = message();
        candidate.status = status.toStdString();
        candidate.callStatus = callStatus.toStdString();
        QTEST(matches(candidate, withStatus(wanted)), "isWanted");
    }

    void text_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isWanted");
        QTest::newRow("in the body") << QStringLiteral("cambiar") << true;
        QTest::newRow("in the subject") << QStringLiteral("martes") << true;
        QTest::newRow("in neither") << QStringLiteral("miércoles") << false;
        QTest::newRow("capitals") << QStringLiteral("CAMBIAR LA") << true;
        QTest::newRow("without accents") << QStringLiteral("inigo") << true;
        QTest::newRow("with other accents") << QStringLiteral("grácias") << true;
        QTest::newRow("composed otherwise") << QStringLiteral("I\u0301n\u0303igo") << true;
        QTest::newRow("over the end of a line") << QStringLiteral("hora? gracias") << true;
        QTest::newRow("spaces around it") << QStringLiteral("  hola ") << true;
        QTest::newRow("spaces within it") << QStringLiteral("cambiar \t la") << true;
        QTest::newRow("a space that does not break") << QStringLiteral("cambiar\u00a0la") << true;
        QTest::newRow("a space where there is none") << QStringLiteral("ho la") << false;
        QTest::newRow("over the end of the subject") << QStringLiteral("martes hola") << false;
        QTest::newRow("in an attachment's address") << QStringLiteral("example.com") << false;
    }
    void text()
    {
        QFETCH(const QString, text);
        QTEST(matches(message(), withText(text)), "isWanted");
    }

    void ofHtmlOnlyWhatCanBeRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isWanted");
        QTest::newRow("a word") << QStringLiteral("factura") << true;
        QTest::newRow("with an entity") << QStringLiteral("Núñez") << true;
        QTest::newRow("in two styles") << QStringLiteral("importante") << true;
        QTest::newRow("over a line") << QStringLiteral("factura adjunta") << true;
        QTest::newRow("a tag") << QStringLiteral("span") << false;
        QTest::newRow("a style") << QStringLiteral("color") << false;
        QTest::newRow("an attribute") << QStringLiteral("imagen.png") << false;
    }
    void ofHtmlOnlyWhatCanBeRead()
    {
        QFETCH(const QString, text);
        const char* const html =
            "<html><head><style>p { color: red }</style></head><body><p>Sra. "
            "N&uacute;&ntilde;ez</p><p><b>Impor</b><span>tante</span>:<br>factura<br>adjunta"
            "</p><img src=\"imagen.png\"></body></html>";
        QTEST(matches(mail(html), withText(text)), "isWanted");
        QTEST(matches(mail(html, ""), withText(text)), "isWanted");
    }

    void markupInAPlainTextIsText()
    {
        QVERIFY(matches(mail("si a <b y b> c", "text/plain"), withText(QStringLiteral("<b y"))));
    }

    void allThatIsAskedForHasToFit()
    {
        MessageFilter filter = withText(QStringLiteral("hola"));
        filter.direction = Direction::Received;
        filter.status = QStringLiteral("delivered");
        filter.hasAttachment = true;
        QVERIFY(matches(message(), filter));
        Message other = message();
        other.attachments.clear();
        QVERIFY(!matches(other, filter));
        other = message();
        other.direction = "outbound";
        QVERIFY(!matches(other, filter));
        other = message();
        other.status = "read";
        QVERIFY(!matches(other, filter));
        other = message();
        other.body.clear();
        QVERIFY(!matches(other, filter));
    }

    void oneMatcherJudgesManyMessages()
    {
        MessageMatcher matcher(withText(QStringLiteral("hola")));
        const std::string longBody(100'000, 'x');
        for (int i = 0; i < 10; ++i) {
            QVERIFY(matcher.matches(message()));
            QVERIFY(!matcher.matches(mail(longBody.c_str(), "")));
            QVERIFY(!matcher.matches(Message()));
        }
    }

    void theKnownStatusesAreSpeltOnceAndHaveDifferentWords()
    {
        std::vector<QString> words;
        for (const std::string& status : knownStatuses()) {
            const QString word = statusWord(status);
            QVERIFY2(std::find(words.begin(), words.end(), word) == words.end(), qPrintable(word));
            words.push_back(word);
        }
        QVERIFY(words.size() > 10);
    }
};

QTEST_APPLESS_MAIN(TestMessageFilter)
#include "tst_messagefilter.moc"
