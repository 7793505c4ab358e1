#include "app/plaintext.h"

#include <QTest>

using namespace leadway;

class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("words");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("plain") << "a < b & c > d"
                               << "a < b & c > d";
        QTest::newRow("document")
            << "<!DOCTYPE html><html><head><title>T</title><style>p{color:red}</style></head>"
               "<body><p>Dear Laura,</p><p>see&nbsp;you</p></body></html>"
            << "Dear Laura, see you";
        QTest::newRow("entities") << "&iexcl;Qu&eacute; alegr&iacute;a! &#8364; &#x1F60A; &amp;lt;"
                                  << QStringLiteral("¡Qué alegría! € 😊 &lt;");
        QTest::newRow("no entity") << "R&D & Q; &#xD800; &nosuch;"
                                   << "R&D & Q; &#xD800; &nosuch;";
        QTest::newRow("script") << "a<script>if (a < b) alert('</p>')</script>b"
                                << "a b";
        QTest::newRow("comment") << "a<!-- <b> -->b"
                                 << "a b";
        QTest::newRow("header is no head") << "<header>a</header>"
                                           << "a";
        QTest::newRow("unclosed tag") << "a<b"
                                      << "a";
        QTest::newRow("unclosed comment") << "a<!--b"
                                          << "a";
        QTest::newRow("unclosed style") << "a<style>b"
                                        << "a";
    }
    void reads()
    {
        QFETCH(QString, html);
        QTEST(plainLine(html, 200), "words");
    }

    void stopsWhereItIsLongEnough()
    {
        const QString html = QStringLiteral("<p>word </p>").repeated(100000);
        const QString line = plainLine(html, 200);
        QCOMPARE(line.size(), 200);
        QVERIFY(line.startsWith(QStringLiteral("word word")));
    }

    void cutsNoCharacterInHalf()
    {
        QCOMPARE(plainLine(QStringLiteral("abc😊"), 4), QStringLiteral("abc"));
        QCOMPARE(plainLine(QStringLiteral("abc😊"), 5), QStringLiteral("abc😊"));
    }

    void knowsHtmlByItsLooks()
    {
        QVERIFY(looksLikeHtml(QStringLiteral("\n <!DOCTYPE html>…")));
        QVERIFY(looksLikeHtml(QStringLiteral("<div class=x>")));
        QVERIFY(!looksLikeHtml(QStringLiteral("<3 thank you")));
        QVERIFY(!looksLikeHtml(QStringLiteral("Hola")));
    }
};

QTEST_APPLESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
