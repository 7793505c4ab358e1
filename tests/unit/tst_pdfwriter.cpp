// The transcript on pages: every text is on them and can be found, a page never ends with a message's
// beginning, and what is not whole is not taken for it.

#include "format/bytesink.h"
#include "format/pdfcheck.h"
#include "format/pdfwriter.h"
#include "format/section.h"
#include "support/transcriptpage.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace leadway;
using namespace leadway::test;

class TestPdfWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryText();
    void keepsLettersApartThatAreSearchedFor();
    void flowsOverPages_data();
    void flowsOverPages();
    void repeatsWhoItIsWith();
    void beginsAPageForEveryConversation();
    void partsNoShortMessage();
    void choosesThePaperOfTheCountry_data();
    void choosesThePaperOfTheCountry();
    void seesWhatIsNotWhole_data();
    void seesWhatIsNotWhole();
    void answersAFailureOfTheFile();

private:
    QString m_path;
    QTemporaryDir m_folder;
};

namespace
{

class PdfSink final : public ByteSink
{
public:
    Result<void> append(std::string_view bytes) override
    {
        content.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return content.size() <= room ? Result<void>() : Error{ErrorKind::DiskFull, 0, {}, {}};
    }
    QByteArray content;
    qsizetype room = std::numeric_limits<int>::max();
};

FormatOptions pdf()
{
    FormatOptions options;
    options.format = Format::Pdf;
    options.zone = QTimeZone("Europe/Madrid");
    return options;
}

FileHead headOfPdf()
{
    return {QStringLiteral("Clínica Sol"),
            {{QStringLiteral("Dates"), QStringLiteral("All time")}},
            QLocale(QStringLiteral("en_GB"))};
}

Message smsOf(const std::string& body)
{
    Message message;
    message.messageType = "TYPE_SMS";
    message.direction = "inbound";
    message.from = "+34600111222";
    message.body = body;
    message.createdAt = 1763118000000;
    return message;
}

Section sectionWith(const std::string& contact)
{
    Section section;
    section.number = 1;
    section.conversation = "talk";
    section.contact = contact;
    section.channels = Channel::Sms;
    section.messages = 1;
    return section;
}

using Talks = std::vector<std::pair<std::string, std::vector<Message>>>;

QByteArray pdfOf(const Talks& talks)
{
    PdfSink sink;
    PdfWriter writer(pdf(), headOfPdf(), {1, static_cast<qint64>(talks.size())}, sink);
    bool isGood = bool(writer.begin());
    for (const auto& [contact, messages] : talks) {
        isGood = isGood && writer.beginSection(sectionWith(contact));
        for (const Message& message : messages) {
            isGood = isGood && writer.write(message);
        }
    }
    const auto ended = writer.end();
    return isGood && ended && *ended ? sink.content : QByteArray();
}

QString saved(const QTemporaryDir& folder, const QByteArray& content)
{
    const QString path = folder.filePath(QStringLiteral("out.pdf"));
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(content) == content.size() ? path : QString();
}

// Each page's text, lines without the space around them.
QList<QStringList> pagesOf(const QString& path)
{
    QList<QStringList> pages;
    QStringList texts = pdfText(path).split(QLatin1Char('\f'));
    texts.removeLast();
    for (const QString& text : texts) {
        QStringList lines;
        for (const QString& line : text.split(QLatin1Char('\n'))) {
            if (!line.trimmed().isEmpty()) {
                lines.append(line.simplified());
            }
        }
        pages.append(lines);
    }
    return pages;
}

} // namespace

void TestPdfWriter::holdsEveryText()
{
    Message mail = smsOf("<p>Estimada Núria &amp; Iñaki:</p><p>¿Mañana a las 10?</p>");
    mail.messageType = "TYPE_EMAIL";
    mail.subject = "Su cita";
    mail.cc = "copia@example.com";
    mail.direction = "outbound";
    mail.to = "nuria@example.com";
    mail.status = "failed";
    mail.error = "mailbox full";
    mail.attachments = {"https://example.com/factura.pdf"};
    const QString path = saved(m_folder, pdfOf({{"+34600111222", {smsOf("Hola\n  <b>&amp;"), mail}}}));
    const QStringList lines = pagesOf(path).value(0);
    for (const char* text : {"Clínica Sol", "Dates: All time", "Messages: 1", "+34600111222",
                             "Friday 14 November 2025", "12:00 · SMS · Received from +34600111222", "Hola",
                             "<b>&amp;", "12:00 · E-mail · Sent to nuria@example.com · Failed: mailbox full",
                             "Cc: copia@example.com", "Su cita", "Estimada Núria & Iñaki:",
                             "¿Mañana a las 10?", "https://example.com/factura.pdf", "Page 1"}) {
        QVERIFY2(lines.contains(QString::fromUtf8(text)), text);
    }
    QCOMPARE(lines.count(QStringLiteral("Friday 14 November 2025")), 1);
}

void TestPdfWriter::keepsLettersApartThatAreSearchedFor()
{
    const QString text = QStringLiteral("oficina, flor, affine, fjord");
    const QString path = saved(m_folder, pdfOf({{"x", {smsOf(text.toStdString())}}}));
    QVERIFY2(pdfText(path).contains(text), qPrintable(pdfText(path)));
}

void TestPdfWriter::flowsOverPages_data()
{
    QTest::addColumn<QString>("between"); // the words
    QTest::newRow("one endless line") << QStringLiteral(" ");
    QTest::newRow("a word a line") << QStringLiteral("\n");
    QTest::newRow("one endless word") << QStringLiteral("-");
}

void TestPdfWriter::flowsOverPages()
{
    QFETCH(const QString, between);
    QStringList words;
    for (int number = 0; number < 4000; ++number) {
        words.append(QStringLiteral("w%1").arg(number, 4, 10, QLatin1Char('0')));
    }
    const QString path =
        saved(m_folder, pdfOf({{"+34600", {smsOf(words.join(between).toStdString()), smsOf("the end")}}}));
    const QList<QStringList> pages = pagesOf(path);
    QVERIFY(pages.size() > 3);
    QCOMPARE(pdfPages(path), pages.size());
    QString all;
    for (qsizetype page = 0; page < pages.size(); ++page) {
        QStringList lines = pages[page];
        QCOMPARE(lines.takeLast(), QStringLiteral("Page %1").arg(page + 1));
        QCOMPARE(lines.first(), page == 0 ? QStringLiteral("Clínica Sol") : QStringLiteral("+34600"));
        lines.removeFirst();
        all += lines.join(between == QLatin1String("-") ? QString() : QStringLiteral(" ")) + QLatin1Char(' ');
    }
    if (between == QLatin1String("-")) {
        all.remove(QLatin1Char(' '));
    }
    QVERIFY(all.contains(words.join(between == QLatin1String("-") ? between : QStringLiteral(" "))));
    QVERIFY(all.contains(QLatin1String("theend")) || all.contains(QLatin1String("the end")));
}

void TestPdfWriter::repeatsWhoItIsWith()
{
    std::vector<Message> many(200, smsOf("uno\ndos"));
    const QList<QStringList> pages = pagesOf(saved(m_folder, pdfOf({{"eva@example.com", many}})));
    QVERIFY(pages.size() > 5);
    for (qsizetype page = 1; page < pages.size(); ++page) {
        QCOMPARE(pages[page].first(), QStringLiteral("eva@example.com"));
    }
}

void TestPdfWriter::beginsAPageForEveryConversation()
{
    const QList<QStringList> pages =
        pagesOf(saved(m_folder, pdfOf({{"one", {smsOf("a")}}, {"two", {smsOf("b")}}})));
    QCOMPARE(pages.size(), 3);
    QVERIFY(!pages[0].contains(QStringLiteral("one")));
    QCOMPARE(pages[1].first(), QStringLiteral("one"));
    QCOMPARE(pages[2].first(), QStringLiteral("two")); // and nothing of the other one
    QCOMPARE(pages[2].count(QStringLiteral("two")), 1);
}

void TestPdfWriter::partsNoShortMessage()
{
    std::vector<Message> messages;
    for (int number = 0; number < 300; ++number) {
        Message message =
            smsOf("first\nsecond\nthird\nlast" + std::string(number % 7 == 0 ? "\nand more" : ""));
        message.createdAt =
            *message.createdAt - Msecs(number) * 3 * 3600 * 1000; // a day's heading now and then
        messages.push_back(message);
    }
    const QList<QStringList> pages = pagesOf(saved(m_folder, pdfOf({{"x", messages}})));
    QVERIFY(pages.size() > 10);
    for (qsizetype page = 0; page + 1 < pages.size(); ++page) {
        const QString last = pages[page].at(pages[page].size() - 2);
        QVERIFY2(last == QLatin1String("last") || last == QLatin1String("and more"), qPrintable(last));
    }
}

void TestPdfWriter::choosesThePaperOfTheCountry_data()
{
    QTest::addColumn<QLocale::Territory>("territory");
    QTest::addColumn<bool>("isLetter");
    QTest::newRow("Spain") << QLocale::Spain << false;
    QTest::newRow("Argentina") << QLocale::Argentina << false;
    QTest::newRow("Mexico") << QLocale::Mexico << true;
    QTest::newRow("United States") << QLocale::UnitedStates << true;
    QTest::newRow("unknown") << QLocale::AnyTerritory << false;
}

void TestPdfWriter::choosesThePaperOfTheCountry()
{
    QFETCH(const QLocale::Territory, territory);
    QFETCH(const bool, isLetter);
    QCOMPARE(paperOf(territory) == Paper::Letter, isLetter);
}

void TestPdfWriter::seesWhatIsNotWhole_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 7, 100'000}) {
        QTest::addRow("whole, by %d", piece) << 0 << piece;
        QTest::addRow("cut short, by %d", piece) << 1 << piece;
        QTest::addRow("without its table, by %d", piece) << 2 << piece;
        QTest::addRow("a page less, by %d", piece) << 3 << piece;
        QTest::addRow("shifted, by %d", piece) << 4 << piece;
    }
}

void TestPdfWriter::seesWhatIsNotWhole()
{
    QFETCH(const int, change);
    QFETCH(const int, piece);
    QByteArray content = pdfOf({{"one", {smsOf("a")}}, {"two", {smsOf("b")}}});
    switch (change) {
    case 1:
        content.chop(3);
        break;
    case 2:
        content.replace("\nxref\n", "\nxxxx\n");
        break;
    case 3:
        content.replace(content.indexOf("/Type /Page\n"), 12, "/Type /Pag_\n");
        break;
    case 4:
        content.insert(20, ' ');
        break;
    default:
        break;
    }
    PdfCheck check;
    for (qsizetype at = 0; at < content.size(); at += piece) {
        const QByteArray bytes = content.mid(at, piece);
        check.add({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    }
    QCOMPARE(bool(check.judge(3)), change == 0);
    QVERIFY(!check.judge(4));
}

void TestPdfWriter::answersAFailureOfTheFile()
{
    PdfSink sink;
    sink.room = 20'000;
    PdfWriter writer(pdf(), headOfPdf(), {1, 1}, sink);
    QVERIFY(writer.begin() && writer.beginSection(sectionWith("x")));
    Result<void> written;
    for (int number = 0; number < 5000 && written; ++number) {
        written = writer.write(smsOf("message " + std::to_string(number)));
    }
    QVERIFY(!written && written.error().kind == ErrorKind::DiskFull);
    const auto ended = writer.end();
    QVERIFY(!ended && ended.error().kind == ErrorKind::DiskFull);
}

QTEST_MAIN(TestPdfWriter)
#include "tst_pdfwriter.moc"
