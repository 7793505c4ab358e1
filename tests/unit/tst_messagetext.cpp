// What a message says, as plain text, for whoever shows many: whatever it came as, and of a long one the
// beginning.

#include "app/messagetext.h"

#include <QTest>

using namespace leadway;

namespace
{

// JSON with apostrophes for its quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class TestMessageText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << json("{'id':'a','messageType':'TYPE_SMS','body':'Hola\\r\\nAna\\n'}")
                               << QStringLiteral("Hola\nAna");
        QTest::newRow("an e-mail") << json("{'id':'a','messageType':'TYPE_EMAIL','contentType':'text/html',"
                                           "'body':'<p>Dear Laura,</p><p>see <b>us</b>.</p>'}")
                                   << QStringLiteral("Dear Laura,\n\nsee us.");
        QTest::newRow("no e-mail") << json("{'id':'a','messageType':'TYPE_SMS','body':'<p>tal cual</p>'}")
                                   << QStringLiteral("<p>tal cual</p>");
        QTest::newRow("an e-mail without markup")
            << json("{'id':'a','messageType':'TYPE_EMAIL','contentType':'text/html','body':'Hola\\n\\nAna'}")
            << QStringLiteral("Hola\n\nAna");
        QTest::newRow("as long as may be")
            << json("{'id':'a','body':'12345678901234567890'}") << QStringLiteral("12345678901234567890");
        QTest::newRow("too long") << json("{'id':'a','body':'123456789012345678901'}")
                                  << QStringLiteral("12345678901234567890…");
        QTest::newRow("no half pictures")
            << json("{'id':'a','body':'1234567890123456789😀'}") << QStringLiteral("1234567890123456789…");
        QTest::newRow("nothing said") << json("{'id':'a','messageType':'TYPE_CALL'}") << QString();
        QTest::newRow("no message") << QByteArray("nonsense") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void reads()
    {
        QFETCH(QByteArray, message);
        constexpr qsizetype most = 20;
        QTEST(bodyText(message, most), "text");
    }
};

QTEST_APPLESS_MAIN(TestMessageText)
#include "tst_messagetext.moc"
