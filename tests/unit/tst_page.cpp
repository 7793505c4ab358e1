// An answer's body understood: whole or not at all, bad bytes mended for reading, every message as it came.

#include "api/page.h"

#include <QTest>

using namespace leadway;

namespace
{

const QByteArray kFirst =
    R"({"id":"a1","messageType":"TYPE_SMS","dateAdded":"2024-01-01T00:00:00.000Z","body":"x"})";
const QByteArray kSecond = R"({"id":"b2","dateAdded":"2024-01-02T00:00:00.000Z","body":"y"})";

QByteArray bodyOf(const QList<QByteArray>& elements)
{
    return R"({"messages":[)" + elements.join(',') + R"(],"nextCursor":"next","total":7,"traceId":"t-1"})";
}

QByteArray bytesOf(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

} // namespace

class TestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAWholeAnswer();
    void endsAtAMissingCursor_data();
    void endsAtAMissingCursor();
    void readsTotalsThatAreNumbers_data();
    void readsTotalsThatAreNumbers();
    void takesNothingShorterThanTheWhole_data();
    void takesNothingShorterThanTheWhole();
    void takesNothingElse_data();
    void takesNothingElse();
    void keepsTheOriginalBytesOfAMendedPage_data();
    void keepsTheOriginalBytesOfAMendedPage();
    void keepsWhatIsNoMessageAsItCame();
    void readsAMessageTheSameBesideWhatIsNone_data();
    void readsAMessageTheSameBesideWhatIsNone();
    void keepsItsMessagesWhenItIsMoved();
    void leavesRoomForTheParserBehindEachMessage();
};

void TestPage::readsAWholeAnswer()
{
    MessageParser parser;
    const auto page = readPage(bodyOf({kFirst, kSecond}), parser);
    QVERIFY(page);
    QVERIFY(!page->repaired);
    QCOMPARE(page->received(), 2);
    QCOMPARE(page->messages[0].id, "a1");
    QCOMPARE(page->messages[0].channel(), Channel::Sms);
    QCOMPARE(page->messages[1].createdAt, parseIsoUtc("2024-01-02T00:00:00Z"));
    QCOMPARE(bytesOf(page->messages[0].raw), kFirst);
    QCOMPARE(bytesOf(page->messages[1].raw), kSecond);
    QCOMPARE(page->nextCursor, std::optional<std::string>("next"));
    QCOMPARE(page->total, std::optional<qint64>(7));
    QCOMPARE(page->traceId, QStringLiteral("t-1"));
    QVERIFY(!page->serverDate);
}

void TestPage::endsAtAMissingCursor_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("null") << QByteArray(R"(,"nextCursor":null})");
    QTest::newRow("empty") << QByteArray(R"(,"nextCursor":""})");
    QTest::newRow("absent") << QByteArray("}");
}

void TestPage::endsAtAMissingCursor()
{
    QFETCH(const QByteArray, rest);
    MessageParser parser;
    const auto page = readPage("{\"messages\":[" + kFirst + "]" + rest, parser);
    QVERIFY(page);
    QVERIFY(!page->nextCursor);
    QVERIFY(!page->total);
}

void TestPage::readsTotalsThatAreNumbers_data()
{
    QTest::addColumn<QByteArray>("total");
    QTest::addColumn<std::optional<qint64>>("read");
    using Total = std::optional<qint64>;
    QTest::newRow("zero") << QByteArray("0") << Total(0);
    QTest::newRow("beyond 32 bits") << QByteArray("5000000000") << Total(5'000'000'000);
    QTest::newRow("null") << QByteArray("null") << Total();
    QTest::newRow("text") << QByteArray("\"many\"") << Total();
    QTest::newRow("object") << QByteArray(R"({"value":10000,"relation":"gte"})") << Total();
}

void TestPage::readsTotalsThatAreNumbers()
{
    QFETCH(const QByteArray, total);
    QFETCH(const std::optional<qint64>, read);
    MessageParser parser;
    const auto page = readPage("{\"total\":" + total + ",\"messages\":[]}", parser);
    QVERIFY(page);
    QCOMPARE(page->total, read);
}

void TestPage::takesNothingShorterThanTheWhole_data()
{
    QTest::addColumn<QByteArray>("body");
    QByteArray bad = kSecond;
    bad.replace("\"y\"", "\"\xff\x01\"");
    QTest::newRow("clean") << bodyOf({kFirst, kSecond});
    QTest::newRow("with bad bytes") << bodyOf({bad, kFirst});
    QTest::newRow("with a byte-order mark") << "\xef\xbb\xbf" + bodyOf({kFirst});
}

void TestPage::takesNothingShorterThanTheWhole()
{
    QFETCH(const QByteArray, body);
    MessageParser parser;
    QVERIFY(readPage(body, parser));
    for (qsizetype size = 0; size < body.size(); ++size) {
        QVERIFY2(!readPage(body.first(size), parser), QByteArray::number(size).constData());
    }
}

void TestPage::takesNothingElse_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("text behind") << bodyOf({kFirst}) + "x";
    QTest::newRow("two answers") << bodyOf({kFirst}) + bodyOf({kSecond});
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("HTML") << QByteArray("<html><body>maintenance</body></html>");
    QTest::newRow("no messages") << QByteArray(R"({"ok":true})");
    QTest::newRow("messages of another type") << QByteArray(R"({"messages":{}})");
    QTest::newRow("messages are null") << QByteArray(R"({"messages":null})");
    QTest::newRow("bad bytes alone") << QByteArray("\xff\xfe\x01");
}

void TestPage::takesNothingElse()
{
    QFETCH(const QByteArray, body);
    MessageParser parser;
    QVERIFY(!readPage(body, parser));
}

void TestPage::keepsTheOriginalBytesOfAMendedPage_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("bad");
    QTest::newRow("invalid UTF-8") << QByteArray() << QByteArray("caf\xe9 \xc3\xa9");
    QTest::newRow("half of a letter") << QByteArray() << QByteArray("a\xe2\x82");
    QTest::newRow("an encoded surrogate") << QByteArray() << QByteArray("\xed\xa0\x80");
    QTest::newRow("control characters") << QByteArray() << QByteArray("a\x01\x1f z");
    QTest::newRow("line end") << QByteArray() << QByteArray("a\r\nb\tc");
    QTest::newRow("zero byte") << QByteArray() << QByteArray("a\0b", 3);
    QTest::newRow("byte-order mark before") << QByteArray("\xef\xbb\xbf") << QByteArray("fine");
    QTest::newRow("both") << QByteArray("\xef\xbb\xbf") << QByteArray("\xff\x02\\\"");
}

void TestPage::keepsTheOriginalBytesOfAMendedPage()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, bad);
    QByteArray element = kFirst;
    element.replace("\"x\"", '"' + bad + '"');
    const QByteArray body = before + bodyOf({element, kSecond, element});
    MessageParser parser;
    const auto page = readPage(body, parser);
    QVERIFY(page);
    QVERIFY(page->repaired);
    QCOMPARE(page->messages.size(), std::size_t(3));
    QVERIFY(page->unreadable.empty());
    QCOMPARE(page->messages[0].id, "a1");
    QCOMPARE(bytesOf(page->messages[0].raw), element);
    QCOMPARE(bytesOf(page->messages[1].raw), kSecond);
    QCOMPARE(bytesOf(page->messages[2].raw), element);
    // They are places in the body that came, not in the mended copy.
    QCOMPARE(page->messages[0].raw.data() - page->body.constData(), body.indexOf(element));
    QCOMPARE(page->messages[2].raw.data() - page->body.constData(), body.lastIndexOf(element));
    QCOMPARE(page->nextCursor, std::optional<std::string>("next"));
}

void TestPage::keepsWhatIsNoMessageAsItCame()
{
    const QList<QByteArray> strange = {
        "null", "42", "\"text\"", "[1,{\"id\":\"z\"}]", "{}", R"({"id":""})", R"({"id":null,"body":"x"})",
        "true"};
    QList<QByteArray> elements = {kFirst};
    elements += strange;
    elements += kSecond;
    MessageParser parser;
    const auto page = readPage(bodyOf(elements), parser);
    QVERIFY(page);
    QCOMPARE(page->messages.size(), std::size_t(2));
    QList<QByteArray> kept;
    for (const std::string_view element : page->unreadable) {
        kept.append(bytesOf(element));
    }
    QCOMPARE(kept, strange);
    QCOMPARE(page->received(), elements.size());
}

void TestPage::readsAMessageTheSameBesideWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::newRow("plain") << kFirst;
    QTest::newRow("over many lines") << QByteArray("{\n \"id\" : \"a1\" ,\n \"body\" : {} }");
    QTest::newRow("an escaped key") << QByteArray(R"({"\u0069d":"a1"})");
    QTest::newRow("keys of every kind") << QByteArray(
        R"({"":{"id":"x"},"i":1,"ID":2,"meta":{"id":"y"},"d\u0061teAdded":"2024-01-01T00:00:00Z","id":"a1","z":[]})");
    QTest::newRow("an id that is a number") << QByteArray(R"({"id":17})");
    QTest::newRow("two ids") << QByteArray(R"({"id":"a1","id":"a2"})");
    QTest::newRow("an id that is an object") << QByteArray(R"({"id":{"a":[1,2]},"dateAdded":"x"})");
    QTest::newRow("half a surrogate pair") << QByteArray(R"({"id":"a\ud83d","\ud83d":1})");
    QTest::newRow("a date as a number") << QByteArray(R"({"id":"a1","dateAdded":1711497600000})");
    QTest::newRow("no JSON within a field") << QByteArray(R"({"id":"a1","meta":{"x":tru}})");
}

// A page of nothing but messages is read in one pass, any other in several.
void TestPage::readsAMessageTheSameBesideWhatIsNone()
{
    QFETCH(const QByteArray, element);
    MessageParser parser;
    const auto alone = readPage(bodyOf({element, " " + element + "\n "}), parser);
    const auto beside = readPage(bodyOf({element, "null"}), parser);
    QVERIFY(alone);
    QVERIFY(beside);
    QVERIFY(alone->unreadable.empty());
    QCOMPARE(alone->messages.size(), std::size_t(2));
    QCOMPARE(beside->messages.size(), std::size_t(1));
    const MessageHead& wanted = beside->messages.front();
    for (const MessageHead& head : alone->messages) {
        QCOMPARE(bytesOf(head.raw), element);
        QCOMPARE(head.id, wanted.id);
        QCOMPARE(head.messageType, wanted.messageType);
        QCOMPARE(head.createdAt, wanted.createdAt);
        QCOMPARE(head.updatedAt, wanted.updatedAt);
    }
    QCOMPARE(alone->nextCursor, beside->nextCursor);
    QCOMPARE(alone->total, beside->total);
}

void TestPage::keepsItsMessagesWhenItIsMoved()
{
    MessageParser parser;
    Page moved;
    {
        auto page = readPage(bodyOf({kFirst, "null"}), parser);
        QVERIFY(page);
        moved = *std::move(page);
    }
    QCOMPARE(bytesOf(moved.messages.front().raw), kFirst);
    QCOMPARE(bytesOf(moved.unreadable.front()), QByteArray("null"));
}

void TestPage::leavesRoomForTheParserBehindEachMessage()
{
    MessageParser parser;
    // Nothing stands behind the last message but the end of the answer.
    const QByteArray body = "{\"messages\":[" + kFirst + "]}";
    const auto page = readPage(body, parser);
    QVERIFY(page);
    const MessageHead& last = page->messages.back();
    const auto behind = page->body.constData() + page->body.size() - (last.raw.data() + last.raw.size());
    QVERIFY(behind >= static_cast<std::ptrdiff_t>(kJsonPadding));
}

QTEST_GUILESS_MAIN(TestPage)
#include "tst_page.moc"
