#include "core/plaintext.h"

#include <QTest>

using namespace leadway;

namespace
{

QString plainText(const QString& html)
{
    std::string text;
    appendPlainText(text, html.toStdString());
    return QString::fromStdString(text);
}

} // namespace

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
        QTest::newRow("unclosed head") << "<head><title>T</title><body>a"
                                       << "a";
        QTest::newRow("bracket in a value") << "a<img alt=\"x > y\" title='>'>b"
                                            << "a b";
        QTest::newRow("unclosed quote") << "a<img alt=\"x>b"
                                        << "a b";
        QTest::newRow("apostrophe in a tag") << "a<b don't>c"
                                             << "a c";
    }
    void reads()
    {
        QFETCH(QString, html);
        QTEST(plainLine(html.toStdString(), 200), "words");
    }

    void stopsWhereItIsLongEnough()
    {
        const QByteArray html = QByteArray("<p>word </p>").repeated(100000);
        const QString line = plainLine(html.toStdString(), 200);
        QCOMPARE(line.size(), 200);
        QVERIFY(line.startsWith(QStringLiteral("word word")));
    }

    void cutsNoCharacterInHalf()
    {
        QCOMPARE(plainLine("abc😊", 4), QStringLiteral("abc"));
        QCOMPARE(plainLine("abc😊", 5), QStringLiteral("abc😊"));
    }

    void readsTheWhole_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("plain") << "a < b\nc &amp; d"
                               << "a < b c & d";
        QTest::newRow("paragraphs")
            << "<html><body>\n<p>Dear Laura,</p>\n<p>see\n you <b>so</b>on.</p></body>"
            << "Dear Laura,\n\nsee you soon.";
        QTest::newRow("lines") << "a<br>b<br/><br/><br/><br/>c"
                               << "a\nb\n\nc";
        QTest::newRow("lines of a mail") << "<div>a</div><div><br></div><div>b<br></div><div>c</div>"
                                         << "a\n\nb\nc";
        QTest::newRow("headings") << "<h1>a</h1>b<hr>c"
                                  << "a\n\nb\n\nc";
        QTest::newRow("bullets") << "a<ul><li>b</li><li>c<ul><li>d</ul></li><li></li></ul>e"
                                 << QStringLiteral("a\n\n• b\n• c\n  • d\n\ne");
        QTest::newRow("numbers") << "<ol><li>a<li>b</ol><ol><li>c</ol>"
                                 << "1. a\n2. b\n\n1. c";
        QTest::newRow("item without a list") << "<li>a" << QStringLiteral("• a");
        QTest::newRow("table") << "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
                               << "a b\nc";
        QTest::newRow("preformatted") << "<pre>a\n b</pre>\nc\nd"
                                      << "a\nb\n\nc d";
        QTest::newRow("hidden") << "<style>p{}</style>a<script src=x>b</script><!-- c --><?xml d?>"
                                << "a";
        QTest::newRow("nothing is loaded") << "<img src=\"http://127.0.0.1:1/x.png\" alt=x>a"
                                           << "a";
        QTest::newRow("invisible padding") << "a<div>&nbsp;&zwnj;&#847; &zwnj;&nbsp;</div>b"
                                           << "a\nb";
        QTest::newRow("entities") << "&Eacute;t&eacute;&nbsp;&middot; &bull; &#10;&copy; &yuml;&#0;"
                                  << QStringLiteral("Été · • © ÿ&#0;");
        QTest::newRow("markup as text") << "&lt;b&gt;a&lt;/b&gt;"
                                        << "<b>a</b>";
    }
    void readsTheWhole()
    {
        QFETCH(QString, html);
        QTEST(plainText(html), "text");
    }

    void staysQuickWhateverComes_data()
    {
        QTest::addColumn<QString>("part");
        for (const char* part :
             {"&", "<", "<a ", "<head>", "<a x='", "<a x=\"> ", "<!--", "<ul><li>x", "</", "<br>"}) {
            QTest::newRow(part) << QString::fromLatin1(part);
        }
    }
    void staysQuickWhateverComes()
    {
        QFETCH(QString, part);
        constexpr qsizetype times = 200000;
        const QString text = plainText(part.repeated(times));
        QVERIFY(text.size() <= 20 * times);
    }

    void knowsHtmlByItsLooks()
    {
        QVERIFY(looksLikeHtml("\n <!DOCTYPE html>…"));
        QVERIFY(looksLikeHtml("<div class=x>"));
        QVERIFY(!looksLikeHtml("<3 thank you"));
        QVERIFY(!looksLikeHtml("Hola"));
        QVERIFY(isHtml("text/html; charset=utf-8", "Hola"));
        QVERIFY(isHtml("text/plain", "<p>Hola"));
        QVERIFY(!isHtml("text/plain", "Hola"));
    }
};

QTEST_APPLESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
