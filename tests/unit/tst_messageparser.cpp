#include "core/messageparser.h"

#include <QTest>

#include <memory>
#include <string>

using namespace leadway;
using namespace std::string_literals;

/// Answers and messages as the service sends them, and as it should not.
class MessageParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsAnAnswer();
    void refusesAnAnswerCutAnywhere();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
    void readsTheCursor_data();
    void readsTheCursor();
    void readsTheTotal_data();
    void readsTheTotal();
    void refusesAnAnswerWithBadBytes_data();
    void refusesAnAnswerWithBadBytes();
    void readsEveryField();
    void readsValuesOfUnexpectedTypes_data();
    void readsValuesOfUnexpectedTypes();
    void readsCallsInBothForms_data();
    void readsCallsInBothForms();
    void readsEmailInEveryForm_data();
    void readsEmailInEveryForm();
    void readsPageNames_data();
    void readsPageNames();
    void readsAttachments_data();
    void readsAttachments();
    void readsDates_data();
    void readsDates();
    void refusesWhatIsNoMessage_data();
    void refusesWhatIsNoMessage();
    void readsLoneSurrogates();
    void readsNul();
    void readsBadBytes_data();
    void readsBadBytes();
    void unknownFieldsDoNoHarm_data();
    void unknownFieldsDoNoHarm();
    void refusesAMessageCutAnywhere();
    void keepsWhatCanBeReadOfABrokenField();
    void leavesNothingOfTheMessageBefore();
    void survivesDeepNesting();
    void readsALongBody();
};

namespace
{

/// A text with exactly the padding that the parser may read, so that a sanitizer sees it read more.
class Padded
{
public:
    explicit Padded(std::string_view text)
        : m_size(text.size())
        , m_bytes(new char[text.size() + kJsonPadding])
    {
        std::copy(text.begin(), text.end(), m_bytes.get());
        std::fill_n(m_bytes.get() + text.size(), kJsonPadding, '"');
    }
    std::string_view view() const { return {m_bytes.get(), m_size}; }

private:
    std::size_t m_size;
    std::unique_ptr<char[]> m_bytes;
};

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

bool read(std::string_view json, Message& message)
{
    MessageParser parser;
    const Padded padded(json);
    const bool readable = parser.read(padded.view(), message);
    MessageHead head;
    const bool headReadable = parser.readHead(padded.view(), head);
    // Both must agree, or a message is counted and then not written.
    if (readable != headReadable ||
        (readable && (head.id != message.id || head.createdAt != message.createdAt ||
                      head.updatedAt != message.updatedAt || head.messageType != message.messageType))) {
        qFatal("read() and readHead() disagree on %s", std::string(json).c_str());
    }
    message.raw = {};
    return readable;
}

const std::string kAnswer =
    R"({"messages":[{"id":"m1","type":2,"messageType":"TYPE_SMS","dateAdded":"2024-03-27T10:00:00.000Z",)"
    R"("body":"Hola \"tú\" \\ {[]} \ud83d\ude00","attachments":["https://a/b"],"meta":{"x":{"y":[1,2]}}},)"
    "\n"
    R"( {"id":"m2","body":null}, null, 7, "text", [1,{"id":"no"}] ],)"
    R"("nextCursor":"abc+/=","total":12345,"traceId":"t-1","new":{"messages":[]}})";

} // namespace

void MessageParserTest::splitsAnAnswer()
{
    MessageParser parser;
    AnswerParts parts;
    const Padded answer(kAnswer);
    QVERIFY(parser.splitAnswer(answer.view(), parts));
    QCOMPARE(parts.messages.size(), std::size_t(6));
    QVERIFY(parts.messages[0].starts_with(R"({"id":"m1")"));
    QVERIFY(parts.messages[0].ends_with("}}"));
    QCOMPARE(bytes(parts.messages[1]), QByteArray(R"({"id":"m2","body":null})"));
    QCOMPARE(bytes(parts.messages[2]), QByteArray("null"));
    QCOMPARE(bytes(parts.messages[3]), QByteArray("7"));
    QCOMPARE(bytes(parts.messages[4]), QByteArray("\"text\""));
    QCOMPARE(bytes(parts.messages[5]), QByteArray(R"([1,{"id":"no"}])"));
    QCOMPARE(bytes(parts.nextCursor.value_or("")), QByteArray("abc+/="));
    QCOMPARE(parts.total.value_or(-1), qint64(12345));
    QCOMPARE(parts.traceId, QStringLiteral("t-1"));

    Message message;
    QVERIFY(parser.read(parts.messages[0], message));
    QCOMPARE(bytes(message.body), QByteArray("Hola \"tú\" \\ {[]} 😀"));
    QVERIFY(message.raw.data() == parts.messages[0].data());
    QVERIFY(!message.repaired);
    for (std::size_t i = 2; i < parts.messages.size(); ++i) {
        QVERIFY(!parser.read(parts.messages[i], message));
    }
}

void MessageParserTest::refusesAnAnswerCutAnywhere()
{
    MessageParser parser;
    AnswerParts parts;
    for (std::size_t length = 0; length < kAnswer.size(); ++length) {
        const Padded answer(std::string_view(kAnswer).substr(0, length));
        QVERIFY2(!parser.splitAnswer(answer.view(), parts), std::to_string(length).c_str());
    }
    const Padded whole(kAnswer + "\r\n ");
    QVERIFY(parser.splitAnswer(whole.view(), parts));
}

void MessageParserTest::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* const text :
         {"", " ", "null", "[]", "{}", "\"messages\"", "{\"messages\":null}", "{\"messages\":{}}",
          "{\"messages\":\"\"}", "<!DOCTYPE html><html></html>", "{\"messages\":[]}}", "{\"messages\":[]} x",
          "{\"messages\":[]}{\"messages\":[]}", "{\"messages\":[}", "{\"messages\":[,]}", "{\"messages\":[]",
          "{\"messages\":[{\"id\":\"a\"}", "{\"messages\" []}", "{\"a\":{\"messages\":[]}}"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void MessageParserTest::refusesWhatIsNoAnswer()
{
    QFETCH(QByteArray, text);
    MessageParser parser;
    AnswerParts parts;
    const Padded answer(text.toStdString());
    QVERIFY(!parser.splitAnswer(answer.view(), parts));
}

void MessageParserTest::readsTheCursor_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("cursor");
    QTest::newRow("missing") << QByteArray() << QByteArray();
    QTest::newRow("null") << QByteArray(R"(,"nextCursor":null)") << QByteArray();
    QTest::newRow("empty") << QByteArray(R"(,"nextCursor":"")") << QByteArray();
    QTest::newRow("base64") << QByteArray(R"(,"nextCursor":"a+b\/c==")") << QByteArray("a+b/c==");
    QTest::newRow("a number") << QByteArray(R"(,"nextCursor":12)") << QByteArray("12");
}

void MessageParserTest::readsTheCursor()
{
    QFETCH(QByteArray, rest);
    QFETCH(QByteArray, cursor);
    MessageParser parser;
    AnswerParts parts;
    const Padded answer("{\"messages\":[]" + rest.toStdString() + "}");
    QVERIFY(parser.splitAnswer(answer.view(), parts));
    QCOMPARE(parts.nextCursor.has_value(), !cursor.isEmpty());
    QCOMPARE(bytes(parts.nextCursor.value_or("")), cursor);
}

void MessageParserTest::readsTheTotal_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<qint64>("total");
    QTest::newRow("missing") << QByteArray() << qint64(-1);
    QTest::newRow("null") << QByteArray(R"(,"total":null)") << qint64(-1);
    QTest::newRow("zero") << QByteArray(R"(,"total":0)") << qint64(0);
    QTest::newRow("text") << QByteArray(R"(,"total":"many")") << qint64(-1);
    QTest::newRow("an object") << QByteArray(R"(,"total":{"value":3})") << qint64(-1);
    QTest::newRow("too large") << QByteArray(R"(,"total":99999999999999999999999)") << qint64(-1);
    QTest::newRow("before the messages' end") << QByteArray(R"(,"total":5,"nextCursor":null)") << qint64(5);
}

void MessageParserTest::readsTheTotal()
{
    QFETCH(QByteArray, rest);
    QFETCH(qint64, total);
    MessageParser parser;
    AnswerParts parts;
    const Padded answer("{\"messages\":[{\"id\":\"a\"}]" + rest.toStdString() + "}");
    QVERIFY(parser.splitAnswer(answer.view(), parts));
    QCOMPARE(parts.messages.size(), std::size_t(1));
    QCOMPARE(parts.total.value_or(-1), total);
}

void MessageParserTest::refusesAnAnswerWithBadBytes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("byte-order mark") << QByteArray("\xef\xbb\xbf{\"messages\":[]}");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"messages\":[{\"id\":\"a\",\"body\":\"\xff\"}]}");
    QTest::newRow("raw line break") << QByteArray("{\"messages\":[{\"id\":\"a\",\"body\":\"x\ny\"}]}");
    QTest::newRow("raw NUL") << QByteArray("{\"messages\":[{\"id\":\"a\",\"body\":\"\0\"}]}", 36);
}

void MessageParserTest::refusesAnAnswerWithBadBytes()
{
    QFETCH(QByteArray, text);
    MessageParser parser;
    AnswerParts parts;
    const Padded answer(text.toStdString());
    QVERIFY(!parser.splitAnswer(answer.view(), parts));
}

void MessageParserTest::readsEveryField()
{
    Message m;
    QVERIFY(read(R"({"id":"i","altId":"al","type":19,"messageType":"TYPE_WHATSAPP","subType":"st",
        "locationId":"lo","contactId":"co","conversationId":"cv","conversationProviderId":"cp","threadId":"th",
        "userId":"us","chatWidgetId":"cw","dateAdded":"2024-03-27T10:00:00.001Z",
        "dateUpdated":"2024-03-27T10:00:00.002Z","direction":"inbound","status":"read","source":"workflow",
        "contentType":"text/plain","body":"bo","subject":"su","from":"+34600111222","to":"+34600111223",
        "cc":"c@c","bcc":["b@b","d@d"],"error":"er","attachments":["u1"],"files":["u2"],"meta":{"callDuration":12,
        "callStatus":"answered","email":{"messageIds":["e1","e2"]},"ig":{"page_name":"pn"}}})",
                 m));
    const std::pair<std::string, const char*> expected[] = {{m.id, "i"},
                                                            {m.altId, "al"},
                                                            {m.type, "19"},
                                                            {m.messageType, "TYPE_WHATSAPP"},
                                                            {m.subType, "st"},
                                                            {m.locationId, "lo"},
                                                            {m.contactId, "co"},
                                                            {m.conversationId, "cv"},
                                                            {m.conversationProviderId, "cp"},
                                                            {m.threadId, "th"},
                                                            {m.userId, "us"},
                                                            {m.chatWidgetId, "cw"},
                                                            {m.dateAdded, "2024-03-27T10:00:00.001Z"},
                                                            {m.dateUpdated, "2024-03-27T10:00:00.002Z"},
                                                            {m.direction, "inbound"},
                                                            {m.status, "read"},
                                                            {m.source, "workflow"},
                                                            {m.contentType, "text/plain"},
                                                            {m.body, "bo"},
                                                            {m.subject, "su"},
                                                            {m.from, "+34600111222"},
                                                            {m.to, "+34600111223"},
                                                            {m.cc, "c@c"},
                                                            {m.bcc, "b@b, d@d"},
                                                            {m.error, "er"},
                                                            {m.pageName, "pn"},
                                                            {m.callDuration, "12"},
                                                            {m.callStatus, "answered"}};
    for (const auto& [value, wanted] : expected) {
        QCOMPARE(value, std::string(wanted));
    }
    QCOMPARE(m.attachments, (std::vector<std::string>{"u1", "u2"}));
    QCOMPARE(m.emailMessageIds, (std::vector<std::string>{"e1", "e2"}));
    QCOMPARE(m.createdAt.value_or(0), *parseIsoUtc("2024-03-27T10:00:00.001Z"));
    QCOMPARE(m.updatedAt.value_or(0), *parseIsoUtc("2024-03-27T10:00:00.002Z"));
    QCOMPARE(m.channel(), Channel::WhatsApp);
    QVERIFY(!m.repaired);
}

void MessageParserTest::readsValuesOfUnexpectedTypes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* value, const char* body) {
        QTest::newRow(value) << QByteArray(value) << QByteArray(body);
    };
    row("null", "");
    row("\"\"", "");
    row("12", "12");
    row("-1.50e3 ", "-1.50e3");
    row("123456789012345678901234567890", "123456789012345678901234567890");
    row("true", "true");
    row("false", "false");
    row("[]", "");
    row("[null]", "");
    row("[\"a\",1,null,\"b\"]", "a, 1, b");
    row("[[1,[2]],{\"a\":3}]", "[1,[2]], {\"a\":3}");
    row("{}", "{}");
    row("{\"a\":[1,2]}", "{\"a\":[1,2]}");
}

void MessageParserTest::readsValuesOfUnexpectedTypes()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, body);
    Message m;
    QVERIFY(read("{\"id\":\"a\",\"body\":" + value.toStdString() + ",\"status\":\"sent\"}", m));
    QCOMPARE(bytes(m.body), body);
    QCOMPARE(m.status, std::string("sent"));
    QVERIFY(read("{\"id\":\"a\",\"meta\":" + value.toStdString() + ",\"status\":\"sent\"}", m));
    QCOMPARE(m.status, std::string("sent"));
    QVERIFY(read("{\"id\":\"a\",\"meta\":{\"call\":" + value.toStdString() + ",\"email\":" +
                     value.toStdString() + ",\"ig\":" + value.toStdString() + "},\"status\":\"sent\"}",
                 m));
    QCOMPARE(m.status, std::string("sent"));
    QVERIFY(read("{\"id\":\"a\",\"dateAdded\":" + value.toStdString() + ",\"status\":\"sent\"}", m));
    QVERIFY(!m.createdAt);
    QCOMPARE(m.status, std::string("sent"));
    QVERIFY(read("{\"id\":\"a\",\"attachments\":" + value.toStdString() + ",\"status\":\"sent\"}", m));
    QCOMPARE(m.status, std::string("sent"));
}

void MessageParserTest::readsCallsInBothForms_data()
{
    QTest::addColumn<QByteArray>("meta");
    QTest::addColumn<QByteArray>("duration");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char* name, const char* meta, const char* duration, const char* status) {
        QTest::newRow(name) << QByteArray(meta) << QByteArray(duration) << QByteArray(status);
    };
    row("documented, a number", R"({"callDuration":61,"callStatus":"completed"})", "61", "completed");
    row("documented, text", R"({"callDuration":"61","callStatus":"no-answer"})", "61", "no-answer");
    row("seen", R"({"call":{"duration":7,"status":"voicemail"}})", "7", "voicemail");
    row("both, the documented one first", R"({"callDuration":1,"call":{"duration":2,"status":"busy"}})", "1",
        "busy");
    row("both, the documented one last", R"({"call":{"duration":2,"status":"busy"},"callDuration":1})", "1",
        "busy");
    row("the documented one null", R"({"callDuration":null,"call":{"duration":2}})", "2", "");
    row("zero seconds", R"({"callDuration":0,"call":{"duration":2}})", "0", "");
}

void MessageParserTest::readsCallsInBothForms()
{
    QFETCH(QByteArray, meta);
    QFETCH(QByteArray, duration);
    QFETCH(QByteArray, status);
    Message m;
    QVERIFY(read("{\"id\":\"a\",\"meta\":" + meta.toStdString() + "}", m));
    QCOMPARE(bytes(m.callDuration), duration);
    QCOMPARE(bytes(m.callStatus), status);
}

void MessageParserTest::readsEmailInEveryForm_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("ids");
    const auto row = [](const char* name, const char* fields, const char* subject, const char* to,
                        const char* ids) {
        QTest::newRow(name) << QByteArray(fields) << QByteArray(subject) << QByteArray(to) << QByteArray(ids);
    };
    row("nested as the reference shows", R"("meta":{"email":{"email":{"messageIds":["a","b"]}}})", "", "",
        "a b");
    row("nested once", R"("meta":{"email":{"messageIds":["a"]}})", "", "", "a");
    row("seen", R"("meta":{"email":{"subject":"S","from":"f","to":["x","y"],"direction":"outbound"}})", "S",
        "x, y", "");
    row("nested twice with a subject", R"("meta":{"email":{"email":{"subject":"S","to":"x"}}})", "S", "x",
        "");
    row("the top level first", R"("subject":"Top","meta":{"email":{"subject":"S","to":"x"}})", "Top", "x",
        "");
    row("the top level last", R"("meta":{"email":{"subject":"S","to":"x"}},"subject":"Top")", "Top", "x", "");
    row("the top level null", R"("meta":{"email":{"subject":"S"}},"subject":null)", "S", "", "");
    row("a lone id", R"("meta":{"email":{"messageIds":"a"}})", "", "", "a");
}

void MessageParserTest::readsEmailInEveryForm()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, subject);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, ids);
    Message m;
    QVERIFY(read("{\"id\":\"a\"," + fields.toStdString() + "}", m));
    QCOMPARE(bytes(m.subject), subject);
    QCOMPARE(bytes(m.to), to);
    QByteArrayList found;
    for (const std::string& id : m.emailMessageIds) {
        found.append(bytes(id));
    }
    QCOMPARE(found.join(' '), ids);
    QVERIFY(m.direction.empty());
}

void MessageParserTest::readsPageNames_data()
{
    QTest::addColumn<QByteArray>("meta");
    QTest::newRow("Instagram") << QByteArray(R"({"ig":{"page_name":"P"}})");
    QTest::newRow("Facebook") << QByteArray(R"({"fb":{"x":1,"page_name":"P"}})");
    QTest::newRow("nested twice") << QByteArray(R"({"fb":{"fb":{"page_name":"P"}}})");
    QTest::newRow("the other one empty") << QByteArray(R"({"ig":{"page_name":null},"fb":{"page_name":"P"}})");
}

void MessageParserTest::readsPageNames()
{
    QFETCH(QByteArray, meta);
    Message m;
    QVERIFY(read("{\"id\":\"a\",\"meta\":" + meta.toStdString() + "}", m));
    QCOMPARE(m.pageName, std::string("P"));
}

void MessageParserTest::readsAttachments_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("urls");
    const auto row = [](const char* name, const char* fields, const char* urls) {
        QTest::newRow(name) << QByteArray(fields) << QByteArray(urls);
    };
    row("none", R"("attachments":[])", "");
    row("null", R"("attachments":null,"files":null)", "");
    row("several", R"("attachments":["u1","u2"])", "u1 u2");
    row("attachments and files", R"("attachments":["u1"],"files":["u2"])", "u1 u2");
    row("a lone one", R"("attachments":"u1")", "u1");
    row("objects with a URL", R"("files":[{"name":"n","url":"u1"},{"url":"u2"}])", "u1 u2");
    row("an object without one", R"("files":[{"name":"n"}])", R"({"name":"n"})");
    row("nulls between", R"("attachments":[null,"u1",""])", "u1");
}

void MessageParserTest::readsAttachments()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, urls);
    Message m;
    QVERIFY(read("{\"id\":\"a\"," + fields.toStdString() + "}", m));
    QByteArrayList found;
    for (const std::string& url : m.attachments) {
        found.append(bytes(url));
    }
    QCOMPARE(found.join(' '), urls);
}

void MessageParserTest::readsDates_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("created");
    QTest::newRow("ISO") << QByteArray("\"2024-03-27T00:00:00.000Z\"") << qint64(1711497600000);
    QTest::newRow("ISO without a zone") << QByteArray("\"2024-03-27T00:00:00.000\"") << qint64(1711497600000);
    QTest::newRow("a number") << QByteArray("1711497600000") << qint64(1711497600000);
    QTest::newRow("a number as text") << QByteArray("\"1711497600000\"") << qint64(1711497600000);
    QTest::newRow("null") << QByteArray("null") << qint64(-1);
    QTest::newRow("nonsense") << QByteArray("\"yesterday\"") << qint64(-1);
    QTest::newRow("seconds") << QByteArray("1711497600") << qint64(-1);
    QTest::newRow("beyond any calendar") << QByteArray("9223372036854775807") << qint64(-1);
    QTest::newRow("far below zero") << QByteArray("-1711497600000") << qint64(-1);
}

void MessageParserTest::readsDates()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, created);
    Message m;
    QVERIFY(read("{\"id\":\"a\",\"dateAdded\":" + value.toStdString() + "}", m));
    QCOMPARE(qint64(m.createdAt.value_or(-1)), created);
}

void MessageParserTest::refusesWhatIsNoMessage_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* const text :
         {"", "null", "7", "\"id\"", "[]", "[{\"id\":\"a\"}]", "{}", "{\"body\":\"x\"}", "{\"id\":null}",
          "{\"id\":\"\"}", "{\"id\":\"a\"", "{\"id\":\"a\",}", "{\"id\" \"a\"}", "{id:1}", "{\"id\":\"a}"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void MessageParserTest::refusesWhatIsNoMessage()
{
    QFETCH(QByteArray, text);
    Message m;
    QVERIFY(!read(text.toStdString(), m));
}

void MessageParserTest::readsLoneSurrogates()
{
    Message m;
    QVERIFY(read(
        R"({"\udc00":1,"id":"a","body":"x\ud83dy \"q\" \ud83d\ude00 \u00e9","x\ud800":"\ud800","to":["\udfff","b"],"status":"sent"})",
        m));
    QCOMPARE(bytes(m.body), QByteArray("x\xef\xbf\xbdy \"q\" 😀 é"));
    QCOMPARE(bytes(m.to), QByteArray("\xef\xbf\xbd, b"));
    QCOMPARE(m.status, std::string("sent"));
    QVERIFY(!m.repaired); // it is valid JSON, so the file can hold it as it came
}

void MessageParserTest::readsNul()
{
    Message m;
    QVERIFY(read(R"({"id":"a\u0000b","body":"x\u0000y"})", m));
    QCOMPARE(bytes(m.id), bytes("a\0b"s));
    QCOMPARE(bytes(m.body), bytes("x\0y"s));
}

void MessageParserTest::readsBadBytes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const std::string& json, const std::string& body) {
        QTest::newRow(name) << bytes(json) << bytes(body);
    };
    row("byte-order mark", "\xef\xbb\xbf{\"id\":\"a\",\"body\":\"x\"}", "x");
    row("invalid UTF-8", "{\"id\":\"a\",\"body\":\"x\xffy\"}", "x\xef\xbf\xbdy");
    row("raw line break", "{\"id\":\"a\",\"body\":\"x\ny\"}", "x\ny");
    row("raw NUL", "{\"id\":\"a\",\"body\":\"x\0y\"}"s, "x\0y"s);
    row("raw NUL elsewhere", "{\"id\":\"a\",\"new\":\"\0\",\"body\":\"x\"}"s, "x");
    row("bad bytes and half a pair", "{\"id\":\"a\",\"body\":\"\xff\\ud83d\"}", "\xef\xbf\xbd\xef\xbf\xbd");
}

void MessageParserTest::readsBadBytes()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, body);
    Message m;
    QVERIFY(read(json.toStdString(), m));
    QCOMPARE(bytes(m.body), body);
    QVERIFY(m.repaired);
    QVERIFY(read("{\"id\":\"a\"}", m));
    QVERIFY(!m.repaired);
}

void MessageParserTest::unknownFieldsDoNoHarm_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char* const value :
         {"123456789012345678901234567890", "-0.0e-400", "1e999999", "{\"id\":\"z\"}", "[[[{}]]]",
          "\"\\u0000\"", "{\"meta\":{\"callDuration\":9}}"}) {
        QTest::newRow(value) << QByteArray(value);
    }
}

void MessageParserTest::unknownFieldsDoNoHarm()
{
    QFETCH(QByteArray, value);
    Message m;
    const std::string v = value.toStdString();
    QVERIFY(read("{\"new\":" + v + ",\"id\":\"a\",\"meta\":{\"new\":" + v + ",\"call\":{\"new\":" + v +
                     ",\"duration\":3}},\"body\":\"x\",\"last\":" + v + "}",
                 m));
    QCOMPARE(m.id, std::string("a"));
    QCOMPARE(m.body, std::string("x"));
    QCOMPARE(m.callDuration, std::string("3"));
}

void MessageParserTest::refusesAMessageCutAnywhere()
{
    const std::string json =
        R"({"id":"a","body":"é\u00e9","attachments":["u"],"meta":{"call":{"duration":1}},"x":[1,{}]})";
    Message m;
    for (std::size_t length = 0; length < json.size(); ++length) {
        QVERIFY2(!read(json.substr(0, length), m), std::to_string(length).c_str());
    }
    QVERIFY(read(json, m));
}

void MessageParserTest::keepsWhatCanBeReadOfABrokenField()
{
    const Padded broken(
        R"({"id":"a","dateAdded":"2024-03-27T10:00:00Z","body":"x","meta":{"call":{"duration" 1}}})");
    MessageParser parser;
    MessageHead head;
    QVERIFY(parser.readHead(broken.view(), head));
    Message m;
    QVERIFY(!parser.read(broken.view(), m));
    QCOMPARE(m.id, std::string("a"));
    QCOMPARE(m.body, std::string("x"));
    QCOMPARE(m.createdAt, head.createdAt);
    QVERIFY(m.raw.data() == broken.view().data());
    QVERIFY(!m.repaired);
}

void MessageParserTest::leavesNothingOfTheMessageBefore()
{
    MessageParser parser;
    Message m;
    const Padded full(
        R"({"id":"i","altId":"x","type":1,"messageType":"x","subType":"x","locationId":"x","contactId":"x",
        "conversationId":"x","conversationProviderId":"x","threadId":"x","userId":"x","chatWidgetId":"x",
        "dateAdded":"2024-03-27T10:00:00Z","dateUpdated":"2024-03-27T10:00:00Z","direction":"x","status":"x","source":"x",
        "contentType":"x","body":"x","subject":"x","error":"x","attachments":["x"],"meta":{"callDuration":1,
        "call":{"duration":1,"status":"x"},"email":{"from":"x","to":"x","cc":"x","bcc":"x","messageIds":["x"]},
        "ig":{"page_name":"x"}}})");
    QVERIFY(parser.read(full.view(), m));
    const Padded bare(R"({"id":"b"})");
    QVERIFY(parser.read(bare.view(), m));
    QCOMPARE(m.id, std::string("b"));
    for (const std::string* const text : {&m.altId,
                                          &m.type,
                                          &m.messageType,
                                          &m.subType,
                                          &m.locationId,
                                          &m.contactId,
                                          &m.conversationId,
                                          &m.conversationProviderId,
                                          &m.threadId,
                                          &m.userId,
                                          &m.chatWidgetId,
                                          &m.dateAdded,
                                          &m.dateUpdated,
                                          &m.direction,
                                          &m.status,
                                          &m.source,
                                          &m.contentType,
                                          &m.body,
                                          &m.subject,
                                          &m.from,
                                          &m.to,
                                          &m.cc,
                                          &m.bcc,
                                          &m.error,
                                          &m.pageName,
                                          &m.callDuration,
                                          &m.callStatus}) {
        QVERIFY(text->empty());
    }
    QVERIFY(!m.createdAt && !m.updatedAt && m.attachments.empty() && m.emailMessageIds.empty());
}

void MessageParserTest::survivesDeepNesting()
{
    constexpr std::size_t depth = 200000;
    const std::string deep = std::string(depth, '[') + std::string(depth, ']');
    const std::string objects = [] {
        std::string text;
        for (std::size_t i = 0; i < depth; ++i) {
            text += "{\"email\":";
        }
        return text + "1" + std::string(depth, '}');
    }();
    Message m;
    for (const std::string& value : {deep, objects}) {
        for (const char* const key : {"new", "body", "attachments", "meta", "dateAdded"}) {
            QVERIFY(read("{\"id\":\"a\",\"" + std::string(key) + "\":" + value + ",\"status\":\"sent\"}", m));
            QCOMPARE(m.status, std::string("sent"));
        }
    }
    MessageParser parser;
    AnswerParts parts;
    const Padded answer("{\"messages\":[" + deep + "," + objects + "]}");
    QVERIFY(parser.splitAnswer(answer.view(), parts));
    QCOMPARE(parts.messages.size(), std::size_t(2));
}

void MessageParserTest::readsALongBody()
{
    std::string body;
    for (int i = 0; i < 100000; ++i) {
        body += "<p>é\\n\\ud83d\\ude00</p>";
    }
    MessageParser parser;
    Message m;
    const Padded small(R"({"id":"a","body":"x"})");
    const Padded large("{\"id\":\"a\",\"body\":\"" + body + "\"}");
    for (int i = 0; i < 3; ++i) {
        QVERIFY(parser.read(small.view(), m));
        QVERIFY(parser.read(large.view(), m));
        QCOMPARE(m.body.size(), std::size_t(100000) * std::string("<p>é\n😀</p>").size());
    }
}

QTEST_APPLESS_MAIN(MessageParserTest)
#include "tst_messageparser.moc"
