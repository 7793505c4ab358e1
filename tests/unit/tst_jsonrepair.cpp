#include "core/jsonrepair.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <string>

using namespace leadway;
using namespace std::string_literals;

/// Bad bytes become readable JSON, and good JSON is left alone.
class JsonRepairTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textRepairGivesValidJson_data();
    void textRepairGivesValidJson();
    void textRepairLeavesValidJsonAlone();
    void sameLengthRepairKeepsPositions_data();
    void sameLengthRepairKeepsPositions();
    void validUtf8ReplacesWhatIsNotText_data();
    void validUtf8ReplacesWhatIsNotText();
    void lenientStringReadsWhatStrictParsersRefuse_data();
    void lenientStringReadsWhatStrictParsersRefuse();
};

namespace
{

QByteArray bytes(const std::string& text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

std::string text(const QByteArray& bytes)
{
    return bytes.toStdString();
}

} // namespace

void JsonRepairTest::textRepairGivesValidJson_data()
{
    QTest::addColumn<QByteArray>("came");
    QTest::addColumn<QByteArray>("repaired");
    const auto row = [](const char* name, const std::string& came, const std::string& repaired) {
        QTest::newRow(name) << bytes(came) << bytes(repaired);
    };
    row("a byte-order mark", "\xef\xbb\xbf{\"a\":\"b\"}", "{\"a\":\"b\"}");
    row("a stray byte", "{\"a\":\"x\xffy\"}", "{\"a\":\"x\xef\xbf\xbdy\"}");
    row("Latin-1", "{\"a\":\"caf\xe9\"}", "{\"a\":\"caf\xef\xbf\xbd\"}");
    row("a sequence cut by a quote", "{\"a\":\"\xe2\x82\"}", "{\"a\":\"\xef\xbf\xbd\xef\xbf\xbd\"}");
    row("a surrogate in UTF-8", "{\"a\":\"\xed\xa0\x80\"}",
        "{\"a\":\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"}");
    row("a raw line break in a string", "{\"a\":\"x\ny\"}", R"({"a":"x\u000ay"})");
    row("a raw tab in a string", "{\"a\":\"x\ty\"}", R"({"a":"x\u0009y"})");
    row("a raw NUL in a string", "{\"a\":\"x\0y\"}"s, R"({"a":"x\u0000y"})");
    row("a raw control character in a key", "{\"a\x01\":1}", R"({"a\u0001":1})");
    row("a control character between fields", "{\"a\":1,\x0b\"b\":2}", R"({"a":1, "b":2})");
    row("line breaks between fields", "{\r\n\"a\":1}", "{\r\n\"a\":1}");
    row("a raw line break after a backslash", "{\"a\":\"x\\\ny\"}", R"({"a":"x\\\u000ay"})");
    row("a stray byte after a backslash", "{\"a\":\"x\\\xff\",\"b\":\"y\"}",
        "{\"a\":\"x\\\\\xef\xbf\xbd\",\"b\":\"y\"}");
    row("an escape that JSON does not know", R"({"a":"\x41","b":"\u12"})", R"({"a":"\\x41","b":"\\u12"})");
}

void JsonRepairTest::textRepairGivesValidJson()
{
    QFETCH(QByteArray, came);
    QFETCH(QByteArray, repaired);
    const std::string result = textRepair(text(came));
    QCOMPARE(bytes(result), repaired);
    QJsonParseError error;
    QVERIFY(!QJsonDocument::fromJson(bytes(result), &error).isNull());
    QCOMPARE(error.error, QJsonParseError::NoError);
}

void JsonRepairTest::textRepairLeavesValidJsonAlone()
{
    const std::string json =
        R"({"a":"quote \" backslash \\ \\\" \u00e9 \ud83d\ude00 \ud83d","ñ":[1.50e3,null,{"😀":""}]} )";
    QCOMPARE(bytes(textRepair(json)), bytes(json));
    QCOMPARE(bytes(sameLengthRepair(json)), bytes(json));
}

void JsonRepairTest::sameLengthRepairKeepsPositions_data()
{
    textRepairGivesValidJson_data();
}

void JsonRepairTest::sameLengthRepairKeepsPositions()
{
    QFETCH(QByteArray, came);
    const std::string before = text(came);
    const std::string after = sameLengthRepair(before);
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (std::string_view("{}[]\":,\\").find(before[i]) != std::string_view::npos) {
            QCOMPARE(after[i], before[i]);
        }
    }
    QCOMPARE(bytes(sameLengthRepair(after)), bytes(after));
}

void JsonRepairTest::validUtf8ReplacesWhatIsNotText_data()
{
    QTest::addColumn<QByteArray>("came");
    QTest::addColumn<QByteArray>("valid");
    QTest::newRow("ASCII") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("every length") << QByteArray("aé€😀") << QByteArray("aé€😀");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QByteArray("\xef\xbf\xbd\xef\xbf\xbd");
    QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80")
                                    << QByteArray("\xef\xbf\xbd").repeated(4);
    QTest::newRow("cut at the end") << QByteArray("a\xf0\x9f\x98")
                                    << "a" + QByteArray("\xef\xbf\xbd").repeated(3);
    QTest::newRow("noncharacters are text") << QByteArray("\xef\xbf\xbe") << QByteArray("\xef\xbf\xbe");
}

void JsonRepairTest::validUtf8ReplacesWhatIsNotText()
{
    QFETCH(QByteArray, came);
    QFETCH(QByteArray, valid);
    QCOMPARE(bytes(validUtf8(text(came))), valid);
}

void JsonRepairTest::lenientStringReadsWhatStrictParsersRefuse_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<QByteArray>("read");
    const auto row = [](const char* name, const char* literal, const std::string& read) {
        QTest::newRow(name) << QByteArray(literal) << bytes(read);
    };
    row("nothing", R"("")", "");
    row("known escapes", R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t");
    row("escapes of every length", R"("\u0041\u00e9\u20AC\ud83d\ude00")", "Aé€😀");
    row("NUL", R"("a\u0000b")", "a\0b"s);
    row("a lone high half", R"("a\ud83db")",
        "a\xef\xbf\xbd"
        "b");
    row("a lone low half", R"("a\ude00b")",
        "a\xef\xbf\xbd"
        "b");
    row("a high half at the end", R"("a\ud83d")", "a\xef\xbf\xbd");
    row("two high halves and a low one", R"("\ud83d\ud83d\ude00")", "\xef\xbf\xbd😀");
    row("a high half before another escape", R"("\ud83d\u0041\n")",
        "\xef\xbf\xbd"
        "A\n");
    row("an unknown escape", R"("\x\u00g0\u-123")", R"(\x\u00g0\u-123)");
}

void JsonRepairTest::lenientStringReadsWhatStrictParsersRefuse()
{
    QFETCH(QByteArray, literal);
    QFETCH(QByteArray, read);
    QCOMPARE(bytes(lenientString(text(literal))), read);
}

QTEST_APPLESS_MAIN(JsonRepairTest)
#include "tst_jsonrepair.moc"
