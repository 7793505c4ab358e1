// The transcript as a web page: what a message says stays text whatever it is made of, and what is told of it
// can be read.

#include "format/bytesink.h"
#include "format/htmlwriter.h"
#include "format/section.h"
#include "support/transcriptpage.h"

#include <QTest>

using namespace leadway;
using namespace leadway::test;
using namespace std::string_literals;

class TestHtmlWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryTextAText_data();
    void keepsEveryTextAText();
    void escapesEveryField();
    void opensTheWebAlone_data();
    void opensTheWebAlone();
    void standsOnItsOwn();
    void tellsWhatItHolds();
    void listsItsConversations();
    void namesEveryConversation_data();
    void namesEveryConversation();
    void putsADayOverItsMessages();
    void tellsWhoWroteToWhom_data();
    void tellsWhoWroteToWhom();
    void tellsCallsInWords_data();
    void tellsCallsInWords();
    void tellsTroubleAlone_data();
    void tellsTroubleAlone();
    void showsWhatOneReadsOfAnEmail();
    void saysThatThereIsNothing();
    void countsWhatItChanged();
    void answersAFailureOfTheFile();
};

namespace
{

class PageSink final : public ByteSink
{
public:
    Result<void> append(std::string_view bytes) override
    {
        page.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return page.size() <= room ? Result<void>() : Error{ErrorKind::DiskFull, 0, {}, {}};
    }
    QByteArray page;
    qsizetype room = std::numeric_limits<int>::max();
};

constexpr Msecs kNoon = 1763118000000; // 2025-11-14T11:00:00Z
constexpr Msecs kDay = Msecs(24) * 3600 * 1000;

FormatOptions transcript()
{
    FormatOptions options;
    options.format = Format::Transcript;
    options.zone = QTimeZone("Europe/Madrid");
    return options;
}

FileHead headOf(const QString& title = QStringLiteral("Clínica Sol"))
{
    return {title, {{QStringLiteral("Dates"), QStringLiteral("All time")}}, QLocale(QStringLiteral("en_GB"))};
}

Message sms(const std::string& body, Msecs when = kNoon)
{
    Message message;
    message.messageType = "TYPE_SMS";
    message.direction = "inbound";
    message.from = "+34600111222";
    message.body = body;
    message.createdAt = when;
    return message;
}

Section sectionOf(const std::vector<Message>& messages, std::int64_t number = 1)
{
    Section section;
    section.number = number;
    section.conversation = "conversation1";
    section.contact = "+34600111222";
    section.messages = static_cast<std::int64_t>(messages.size());
    for (const Message& message : messages) {
        section.channels |= message.channel();
    }
    return section;
}

QByteArray pageOf(const std::vector<Message>& messages, const FileHead& head = headOf())
{
    PageSink sink;
    HtmlWriter writer(transcript(), head, {static_cast<qint64>(messages.size()), 1}, sink);
    const Section section = sectionOf(messages);
    bool isGood = writer.begin() && writer.list(section) && writer.beginSection(section);
    for (const Message& message : messages) {
        isGood = isGood && writer.write(message);
    }
    return isGood && writer.end() ? sink.page : QByteArray();
}

PageMessage shown(const Message& message, TranscriptPage* whole = nullptr)
{
    const TranscriptPage page = readTranscript(pageOf({message}));
    if (whole) {
        *whole = page;
    }
    return page.fault.isEmpty() && page.sections.size() == 1
               ? page.sections[0].messages.value(0)
               : PageMessage{page.fault, {}, {}, {}, {}, {}, {}};
}

const QSet<QString>& plainElements()
{
    static const QSet<QString> names = [] {
        QSet<QString> made;
        for (const char* name : {"html", "head",    "meta", "title",   "style", "body", "header", "h1", "h2",
                                 "h3",   "dl",      "dt",   "dd",      "nav",   "ol",   "li",     "a",  "bdi",
                                 "span", "section", "p",    "article", "b",     "br",   "ul"}) {
            made.insert(QLatin1String(name));
        }
        return made;
    }();
    return names;
}

} // namespace

void TestHtmlWriter::keepsEveryTextAText_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const std::string& body, const QString& text) {
        QTest::newRow(name) << QByteArray(body.data(), static_cast<qsizetype>(body.size())) << text;
    };
    const auto same = [&row](const char* name, const char* body) {
        row(name, body, QString::fromUtf8(body));
    };
    same("script", "<script>alert(1)</script>");
    same("closes everything", "</p></article></section></body></html><h1>x</h1>");
    same("an image from elsewhere", "<img src=\"https://example.com/x.png\" onerror='alert(1)'>");
    same("a style", "</style><style>*{display:none}</style>");
    same("a comment", "<!-- --> --><![CDATA[ ]]> ]]>");
    same("entities", "&lt;b&gt; &amp; &#60; &nope; &");
    same("quotes", "\" ' ` “ ” « »");
    same("a form", "<form action=\"javascript:alert(1)\"><input></form>");
    same("Arabic and Hebrew", "مرحبا hola שלום");
    same("a turn of direction", "\u202e gpj.exe \u2066x");
    same("emoji", "😀👩‍👩‍👧 ok");
    same("line breaks", "one\ntwo\n\n  three");
    row("Windows' line breaks", "one\r\ntwo\rthree", QStringLiteral("one\ntwo\nthree"));
    row("control characters", "a\0b\x01\x1b[0m\x0c"s, QStringLiteral("a\ufffdb\ufffd\ufffd[0m\ufffd"));
    row("no characters", "a\uFFFE\uFFFFb", QStringLiteral("a\ufffd\ufffdb"));
    row("half a pair, as it comes from the parser", "a\uFFFDb", QStringLiteral("a\ufffdb"));
    row("nothing behind it", "text \n\n", QStringLiteral("text"));
}

void TestHtmlWriter::keepsEveryTextAText()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, text);
    TranscriptPage page;
    const PageMessage message = shown(sms(body.toStdString()), &page);
    QCOMPARE(page.fault, QString());
    QCOMPARE(message.text, text);
    QVERIFY2(plainElements().contains(page.elements), "an element of its own");
    QVERIFY(page.styles.isEmpty() && page.links.isEmpty());
}

void TestHtmlWriter::escapesEveryField()
{
    const std::string nasty = "\"><script>x</script>&'\n\x01";
    Message message = sms(nasty);
    message.messageType = nasty;
    for (std::string Message::*field : {&Message::from, &Message::to, &Message::cc, &Message::bcc,
                                        &Message::subject, &Message::error, &Message::status}) {
        message.*field = nasty;
    }
    message.attachments = {nasty, "https://example.com/" + nasty};
    FileHead head = headOf(QString::fromStdString("<title>&\"'"));
    head.facts.append({QStringLiteral("<dt>"), QStringLiteral("</dd>")});
    PageSink sink;
    HtmlWriter writer(transcript(), head, {1, 2}, sink);
    Section section = sectionOf({message});
    section.contact = nasty;
    QVERIFY(writer.begin() && writer.list(section) && writer.beginSection(section) && writer.write(message) &&
            writer.end());
    const TranscriptPage page = readTranscript(sink.page);
    QCOMPARE(page.fault, QString());
    QVERIFY(plainElements().contains(page.elements));
    QCOMPARE(page.title, head.title);
    const QString line = QStringLiteral("\"><script>x</script>&' \ufffd");
    QCOMPARE(page.sections.at(0).heading, line);
    const PageMessage shown = page.sections.at(0).messages.at(0);
    QCOMPARE(shown.subject, line);
    QVERIFY(shown.line.contains(line) && shown.copies.contains(line));
    QCOMPARE(shown.files.at(0), line);
}

void TestHtmlWriter::opensTheWebAlone_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isLink");
    QTest::newRow("https") << QStringLiteral("https://example.com/a.jpg?x=1&y=2") << true;
    QTest::newRow("http") << QStringLiteral("http://example.com/a.jpg") << true;
    QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << false;
    QTest::newRow("script, spelt otherwise") << QStringLiteral("JaVaScRiPt:alert(1)") << false;
    QTest::newRow("data") << QStringLiteral("data:text/html,<script>alert(1)</script>") << false;
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("no host") << QStringLiteral("https:///a") << false;
    QTest::newRow("relative") << QStringLiteral("//example.com/a") << false;
    QTest::newRow("a name") << QStringLiteral("photo.jpg") << false;
}

void TestHtmlWriter::opensTheWebAlone()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isLink);
    Message message = sms({});
    message.attachments = {address.toStdString()};
    TranscriptPage page;
    QCOMPARE(shown(message, &page).files, QStringList(address));
    QCOMPARE(page.links,
             isLink ? QStringList(address + QStringLiteral(" noreferrer noopener")) : QStringList());
}

void TestHtmlWriter::standsOnItsOwn()
{
    const QByteArray bytes = pageOf({sms("hola")});
    const TranscriptPage page = readTranscript(bytes);
    QCOMPARE(page.fault, QString());
    QVERIFY(page.policy.startsWith(QStringLiteral("default-src 'none'; style-src 'unsafe-inline'")));
    QCOMPARE(page.language, QStringLiteral("en-GB"));
    QVERIFY(bytes.startsWith("<!DOCTYPE html>"));
    QVERIFY(bytes.indexOf("charset") < 1024); // further behind browsers guess
    for (const char* foreign : {"src=", "http", "url(", "@import", "<link", "<script"}) {
        QVERIFY2(!bytes.contains(foreign) || qstrcmp(foreign, "http") == 0, foreign);
    }
    QCOMPARE(bytes.count("http"), 1); // http-equiv
    for (const char* needed :
         {"@media print", "prefers-color-scheme: dark", "break-inside: avoid", "break-after: avoid"}) {
        QVERIFY2(bytes.contains(needed), needed);
    }
}

void TestHtmlWriter::tellsWhatItHolds()
{
    const TranscriptPage page = readTranscript(pageOf({sms("a"), sms("b")}));
    QCOMPARE(page.title, QStringLiteral("Clínica Sol"));
    QCOMPARE(page.facts, QStringList({QStringLiteral("Dates: All time"), QStringLiteral("Messages: 2")}));
    QVERIFY(page.contents.isEmpty()); // there is only one
}

void TestHtmlWriter::listsItsConversations()
{
    PageSink sink;
    HtmlWriter writer(transcript(), headOf(), {1234, 2}, sink);
    std::vector<Section> sections{sectionOf({sms("a"), sms("b")}, 7), sectionOf({sms("c")}, 9)};
    sections[0].first = kNoon - 40 * kDay;
    sections[0].last = kNoon;
    sections[1].contact = "eva@example.com";
    bool isGood = bool(writer.begin());
    for (const Section& section : sections) {
        isGood = isGood && writer.list(section);
    }
    for (const Section& section : sections) {
        isGood = isGood && writer.beginSection(section) && writer.write(sms("x"));
    }
    QVERIFY(isGood && writer.end());
    const TranscriptPage page = readTranscript(sink.page);
    QCOMPARE(page.fault, QString());
    QVERIFY(page.facts.contains(QStringLiteral("Messages: 1,234 in 2 conversation(s)")));
    QCOMPARE(page.contents,
             QStringList({QStringLiteral("#c7 +34600111222"), QStringLiteral("#c9 eva@example.com")}));
    QCOMPARE(page.sections.size(), 2);
    QCOMPARE(page.sections[0].id, QStringLiteral("c7"));
    QCOMPARE(page.sections[0].about, QStringLiteral("SMS · 2 message(s) · 5 Oct – 14 Nov 2025"));
    QCOMPARE(page.sections[1].heading, QStringLiteral("eva@example.com"));
}

void TestHtmlWriter::namesEveryConversation_data()
{
    QTest::addColumn<QByteArrayList>("known"); // contact, contact's id, conversation's id
    QTest::addColumn<QString>("heading");
    QTest::newRow("a number") << QByteArrayList{"+34600", "contactAbCd7", "talk1"}
                              << QStringLiteral("+34600");
    QTest::newRow("an id") << QByteArrayList{"", "contactAbCd7", "talk1"} << QStringLiteral("Contact AbCd7");
    QTest::newRow("nobody") << QByteArrayList{"", "", "conversationXy12z"}
                            << QStringLiteral("Conversation Xy12z");
    QTest::newRow("no conversation") << QByteArrayList{"", "contactAbCd7", ""}
                                     << QStringLiteral("No conversation");
    QTest::newRow("an endless one") << QByteArrayList{QByteArray(5000, 'x'), "", ""} << QString(300, u'x');
}

void TestHtmlWriter::namesEveryConversation()
{
    QFETCH(const QByteArrayList, known);
    QFETCH(const QString, heading);
    Section section;
    section.contact = known[0].toStdString();
    section.contactId = known[1].toStdString();
    section.conversation = known[2].toStdString();
    PageSink sink;
    HtmlWriter writer(transcript(), headOf(), {1, 1}, sink);
    QVERIFY(writer.begin() && writer.beginSection(section) && writer.end());
    QCOMPARE(readTranscript(sink.page).sections.at(0).heading, heading);
}

void TestHtmlWriter::putsADayOverItsMessages()
{
    Message undated = sms("c");
    undated.createdAt.reset();
    // Eleven at night by UTC is the next day in Madrid.
    const auto page = readTranscript(
        pageOf({sms("a"), sms("b", kNoon + kDay / 2), sms("b", kNoon + kDay / 2 + 1), undated}));
    QStringList days;
    QStringList lines;
    for (const PageMessage& message : page.sections.at(0).messages) {
        days.append(message.day);
        lines.append(message.line);
    }
    QCOMPARE(days, QStringList({QStringLiteral("Friday 14 November 2025"),
                                QStringLiteral("Saturday 15 November 2025"),
                                QStringLiteral("Saturday 15 November 2025"), QStringLiteral("No date")}));
    QCOMPARE(lines[0], QStringLiteral("12:00 SMS · Received from +34600111222"));
    QCOMPARE(lines[3], QStringLiteral("SMS · Received from +34600111222"));
    QCOMPARE(pageOf({sms("a"), sms("b")}).count("<h3>"), 1);
}

void TestHtmlWriter::tellsWhoWroteToWhom_data()
{
    QTest::addColumn<QByteArrayList>("message"); // type, direction, from, to
    QTest::addColumn<QString>("line");
    const auto row = [](const char* name, const QByteArrayList& message, const char* line) {
        QTest::newRow(name) << message << QString::fromUtf8(line);
    };
    row("received", {"TYPE_SMS", "inbound", "+1", "+2"}, "12:00 SMS · Received from +1");
    row("sent", {"TYPE_EMAIL", "outbound", "us@x.es", "you@x.es"}, "12:00 E-mail · Sent to you@x.es");
    row("to nobody", {"TYPE_SMS", "outbound", "+1", ""}, "12:00 SMS · Sent");
    row("a call", {"TYPE_CALL", "inbound", "+1", ""}, "12:00 Call · Received from +1");
    row("a call made", {"TYPE_CALL", "outbound", "", "+2"}, "12:00 Call · Made to +2");
    row("a call to nobody", {"TYPE_CALL", "outbound", "", ""}, "12:00 Call · Made");
    row("no direction", {"TYPE_ACTIVITY_APPOINTMENT", "", "", ""}, "12:00 Appointment");
    row("from right to left", {"TYPE_SMS", "inbound", "שלום", ""},
        "12:00 SMS · Received from \u2068שלום\u2069");
}

void TestHtmlWriter::tellsWhoWroteToWhom()
{
    QFETCH(const QByteArrayList, message);
    QFETCH(const QString, line);
    Message told = sms("x");
    told.messageType = message[0].toStdString();
    told.direction = message[1].toStdString();
    told.from = message[2].toStdString();
    told.to = message[3].toStdString();
    const PageMessage page = shown(told);
    QCOMPARE(page.line, line);
    QCOMPARE(page.isSent, message[1] == "outbound");
}

void TestHtmlWriter::tellsCallsInWords_data()
{
    QTest::addColumn<QByteArrayList>("call"); // status, call's status, seconds, body
    QTest::addColumn<QString>("text");
    QTest::newRow("answered") << QByteArrayList{"completed", "answered", "192", ""}
                              << QStringLiteral("Answered, 3 min 12 s");
    QTest::newRow("by its status") << QByteArrayList{"no-answer", "", "", ""} << QStringLiteral("No answer");
    QTest::newRow("with a text") << QByteArrayList{"voicemail", "", "12", "Hola"}
                                 << QStringLiteral("Voicemail, 12 s\nHola");
    QTest::newRow("nothing known") << QByteArrayList{"", "", "", ""} << QStringLiteral("Call");
}

void TestHtmlWriter::tellsCallsInWords()
{
    QFETCH(const QByteArrayList, call);
    QFETCH(const QString, text);
    Message message = sms(call[3].toStdString());
    message.messageType = "TYPE_CALL";
    message.status = call[0].toStdString();
    message.callStatus = call[1].toStdString();
    message.callDuration = call[2].toStdString();
    QCOMPARE(shown(message).text, text);
}

void TestHtmlWriter::tellsTroubleAlone_data()
{
    QTest::addColumn<QByteArrayList>("message"); // type, status, error
    QTest::addColumn<QString>("trouble");
    QTest::newRow("none") << QByteArrayList{"TYPE_SMS", "delivered", ""} << QString();
    QTest::newRow("failed") << QByteArrayList{"TYPE_SMS", "failed", ""} << QStringLiteral(" · Failed");
    QTest::newRow("why") << QByteArrayList{"TYPE_SMS", "undelivered", "no such\nnumber"}
                         << QStringLiteral(" · Not delivered: no such number");
    QTest::newRow("an error alone") << QByteArrayList{"TYPE_EMAIL", "", "550"} << QStringLiteral(" · 550");
    QTest::newRow("not yet") << QByteArrayList{"TYPE_EMAIL", "SCHEDULED", ""}
                             << QStringLiteral(" · Scheduled");
    QTest::newRow("a call says so itself") << QByteArrayList{"TYPE_CALL", "failed", ""} << QString();
}

void TestHtmlWriter::tellsTroubleAlone()
{
    QFETCH(const QByteArrayList, message);
    QFETCH(const QString, trouble);
    Message told = sms("x");
    told.messageType = message[0].toStdString();
    told.status = message[1].toStdString();
    told.error = message[2].toStdString();
    const QString line = shown(told).line;
    const QString usual = QStringLiteral("Received from +34600111222");
    QCOMPARE(line.mid(line.indexOf(usual) + usual.size()), trouble);
}

void TestHtmlWriter::showsWhatOneReadsOfAnEmail()
{
    Message mail =
        sms("<html><body><style>p{}</style><p>Estimada Eva &amp; &lt;todos&gt;:</p><ul><li>uno</li></ul>"
            "<script>alert(1)</script></body></html>");
    mail.messageType = "TYPE_EMAIL";
    mail.contentType = "text/html";
    mail.subject = "Su cita";
    mail.cc = "a@x.es";
    mail.bcc = "b@x.es";
    const PageMessage page = shown(mail);
    QCOMPARE(page.text, QStringLiteral("Estimada Eva & <todos>:\n\n• uno"));
    QCOMPARE(page.subject, QStringLiteral("Su cita"));
    QCOMPARE(page.copies, QStringLiteral("Cc: a@x.es · Bcc: b@x.es"));
}

void TestHtmlWriter::saysThatThereIsNothing()
{
    PageSink sink;
    HtmlWriter writer(transcript(), headOf(), {0, 0}, sink);
    QVERIFY(writer.begin() && writer.end());
    const TranscriptPage page = readTranscript(sink.page);
    QCOMPARE(page.fault, QString());
    QVERIFY(page.facts.contains(QStringLiteral("Messages: 0")));
    QVERIFY(sink.page.contains("There are no messages."));
}

void TestHtmlWriter::countsWhatItChanged()
{
    PageSink sink;
    HtmlWriter writer(transcript(), headOf(), {3, 1}, sink);
    Message repaired = sms("fine");
    repaired.repaired = true;
    QVERIFY(writer.begin() && writer.beginSection(sectionOf({})) && writer.write(sms("\x01")) &&
            writer.write(repaired) && writer.write(sms("fine")) && writer.end());
    QCOMPARE(writer.replacedCells(), 1);
    QCOMPARE(writer.repairedMessages(), 1);
    QCOMPARE(writer.cutCells(), 0);
}

void TestHtmlWriter::answersAFailureOfTheFile()
{
    PageSink sink;
    sink.room = 10'000;
    HtmlWriter writer(transcript(), headOf(), {1, 1}, sink);
    QVERIFY(writer.begin() && writer.beginSection(sectionOf({})));
    const auto written = writer.write(sms(std::string(100'000, 'x')));
    QVERIFY(!written && written.error().kind == ErrorKind::DiskFull);
}

QTEST_GUILESS_MAIN(TestHtmlWriter)
#include "tst_htmlwriter.moc"
