#include "format/outputfile.h"
#include "format/xlsxvalues.h"
#include "format/xlsxwriter.h"
#include "support/workbook.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace leadway;
using namespace leadway::test;
using namespace std::string_literals;

/// Workbooks, read back by another library.
class XlsxWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void dimensionsAreForPeople();
    void valuesAreOfTheirKind();
    void datesAreOfTheWallClock_data();
    void datesAreOfTheWallClock();
    void momentsOfAWorkbook_data();
    void momentsOfAWorkbook();
    void plainNumbers_data();
    void plainNumbers();
    void textsStayTexts_data();
    void textsStayTexts();
    void lineBreaksBecomeSpacesIfAsked();
    void longTextsAreCut_data();
    void longTextsAreCut();
    void theSourceOfMailIsAColumnOfItsOwn();
    void anotherSheetFollowsAFullOne();
    void anEmptyExportHasAHeader();
    void rowsMayBeEmpty();
    void theOverviewCountsWhatWasWritten();
    void theOverviewIsOfMonthsWhereDaysAreTooMany();
    void theOverviewIsOfTheDaysThatTheDatesShow();
    void singleConversationsHaveNoOverview();
    void aFullDiskIsNoticed_data();
    void aFullDiskIsNoticed();
    void nothingIsLeftOfWhatIsDropped_data();
    void nothingIsLeftOfWhatIsDropped();

private:
    std::optional<QList<WorkbookSheet>> written(const std::vector<Message>& messages,
                                                qint64 limit = XlsxWriter::kMostMessages);
    QString path() const { return m_folder->filePath(QStringLiteral("mensajes ñ.xlsx")); }
    QStringList left() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    Cell cellOf(const std::vector<Message>& messages, const QString& header);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<WorkbookSheet> m_overview; // beside the sheets that written() answers
    FormatOptions m_options;
    qint64 m_cut = 0;
    qint64 m_replaced = 0;
};

namespace
{

Message messageWith(const std::string& body)
{
    Message message;
    message.raw = "{}";
    message.messageType = "TYPE_SMS";
    message.body = body;
    return message;
}

Message mailWith(const std::string& body)
{
    Message message = messageWith(body);
    message.messageType = "TYPE_EMAIL";
    message.contentType = "text/html";
    return message;
}

// Until the writer has ended or failed.
Result<void> endOf(XlsxWriter& writer)
{
    for (;;) {
        const auto ended = writer.end();
        if (!ended) {
            return ended.error();
        }
        if (*ended) {
            return {};
        }
        QTest::qSleep(1);
    }
}

} // namespace

void XlsxWriterTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_options = {};
    m_options.zone = QTimeZone("Europe/Madrid");
    QCOMPARE(m_options.format, Format::Xlsx);
}

std::optional<QList<WorkbookSheet>> XlsxWriterTest::written(const std::vector<Message>& messages,
                                                            qint64 limit)
{
    auto file = OutputFile::create(path());
    if (!file) {
        return std::nullopt;
    }
    {
        XlsxWriter writer(m_options, **file, limit);
        bool good = bool(writer.begin());
        for (const Message& message : messages) {
            good = good && writer.write(message);
        }
        good = good && endOf(writer) && (*file)->commit();
        m_cut = writer.cutCells();
        m_replaced = writer.replacedCells();
        if (!good) {
            return std::nullopt;
        }
    }
    file->reset();
    auto sheets =
        left() == QStringList{QFileInfo(path()).fileName()} ? openedByOpenpyxl(path()) : std::nullopt;
    m_overview.reset();
    if (sheets && sheets->constLast().title == QStringLiteral("Overview")) {
        m_overview = sheets->takeLast();
    }
    return sheets;
}

Cell XlsxWriterTest::cellOf(const std::vector<Message>& messages, const QString& header)
{
    const auto sheets = written(messages);
    if (!sheets || sheets->size() != 1) {
        return {QStringLiteral("no workbook"), {}, false};
    }
    const Sheet& rows = sheets->constFirst().rows;
    for (qsizetype column = 0; column < rows.value(0).size(); ++column) {
        if (rows[0][column].text == header) {
            return rows.value(1).value(column);
        }
    }
    return {QStringLiteral("no column"), {}, false};
}

void XlsxWriterTest::dimensionsAreForPeople()
{
    m_options.columns = ColumnChoice::Simple;
    const auto sheets = written({messageWith("a"), messageWith("b")});
    QVERIFY(sheets && sheets->size() == 1);
    const WorkbookSheet& sheet = sheets->constFirst();
    QCOMPARE(sheet.title, QStringLiteral("Messages"));
    QCOMPARE(sheet.frozenAt, QStringLiteral("A2"));
    QCOMPARE(sheet.filter, QStringLiteral("A1:F3"));
    QVERIFY(sheet.isBold);
    QVERIFY(sheet.narrowest > 12);
    QCOMPARE(sheet.rows.size(), 3);
    QCOMPARE(sheet.rows[0][0].text, QStringLiteral("Date (Europe/Madrid)"));
    QCOMPARE(sheet.rows[2][4].text, QStringLiteral("b"));
}

void XlsxWriterTest::valuesAreOfTheirKind()
{
    Message message = messageWith("=1+1");
    message.createdAt = *parseIsoUtc("2024-10-27T00:30:15.000Z");
    message.dateAdded = "2024-10-27T00:30:15.000Z";
    message.callDuration = "125";
    message.type = "00123";
    message.attachments = {"https://a/b", "https://c/d"};
    message.contactId = "123456789012345678";
    const auto is = [&](const char* header, const char* type, const char* text) {
        const Cell cell = cellOf({message}, QString::fromLatin1(header));
        return cell.type == type && cell.text == QLatin1String(text) && !cell.isFormula;
    };
    QVERIFY(is("Date (Europe/Madrid)", "date", "2024-10-27 02:30:15"));
    QVERIFY(is("Exact date (UTC)", "string", "2024-10-27T00:30:15.000Z"));
    QVERIFY(is("Message", "string", "=1+1"));
    QVERIFY(is("Call seconds", "float", "125"));
    QVERIFY(is("Type number", "string", "00123"));
    QVERIFY(is("Contact id", "string", "123456789012345678"));
    QVERIFY(is("Attachments", "string", "https://a/b\nhttps://c/d"));
    QVERIFY(is("Updated (Europe/Madrid)", "", ""));
}

void XlsxWriterTest::datesAreOfTheWallClock_data()
{
    QTest::addColumn<bool>("isUtc");
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("shown");
    QTest::newRow("summer") << false << "2024-06-15T10:00:01.000Z" << QByteArray("date")
                            << "2024-06-15 12:00:01";
    QTest::newRow("UTC") << true << "2024-06-15T10:00:01.000Z" << QByteArray("date") << "2024-06-15 10:00:01";
    QTest::newRow("the last second of a day")
        << true << "2023-12-31T23:59:59.999Z" << QByteArray("date") << "2023-12-31 23:59:59";
    QTest::newRow("before there were such dates")
        << true << "1899-12-31T00:00:00.000Z" << QByteArray("string") << "1899-12-31 00:00:00";
}

void XlsxWriterTest::datesAreOfTheWallClock()
{
    QFETCH(bool, isUtc);
    QFETCH(QString, utc);
    m_options.isUtc = isUtc;
    Message message = messageWith("a");
    message.createdAt = *parseIsoUtc(utc.toStdString());
    const Cell cell =
        cellOf({message}, isUtc ? QStringLiteral("Date (UTC)") : QStringLiteral("Date (Europe/Madrid)"));
    QTEST(cell.type, "type");
    QTEST(cell.text, "shown");
}

void XlsxWriterTest::momentsOfAWorkbook_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("moment"); // 0: none
    QTest::newRow("the first that all agree on") << "1900-03-01 00:00:00" << 61.0;
    QTest::newRow("the day before") << "1900-02-28 00:00:00" << 0.0;
    QTest::newRow("noon") << "2024-01-01 12:00:00" << 45292.5;
    QTest::newRow("the last") << "9999-12-31 00:00:00" << 2958465.0;
    QTest::newRow("no such day") << "2023-02-29 00:00:00" << 0.0;
    QTest::newRow("another form") << "2024-01-01T12:00:00" << 0.0;
    QTest::newRow("more") << "2024-01-01 12:00:00Z" << 0.0;
    QTest::newRow("nothing") << "" << 0.0;
}

void XlsxWriterTest::momentsOfAWorkbook()
{
    QFETCH(QString, text);
    QFETCH(double, moment);
    QCOMPARE(excelMoment(text.toStdString()).value_or(0), moment);
}

void XlsxWriterTest::plainNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isNumber");
    for (const char* text : {"0", "7", "-7", "12.5", "0.5", "-0.25", "999999999999999", "1234567890.12345"}) {
        QTest::newRow(text) << text << true;
    }
    for (const char* text : {"",
                             "-",
                             ".5",
                             "5.",
                             "00",
                             "007",
                             "+7",
                             "1e3",
                             "1,5",
                             " 7",
                             "7 ",
                             "0x1f",
                             "-0",
                             "1.50",
                             "nan",
                             "inf",
                             "1000000000000000",
                             "1234567890.123456",
                             "1.2.3",
                             "--1",
                             "٣"}) {
        QTest::addRow("no number: %s", text) << QString::fromUtf8(text) << false;
    }
}

void XlsxWriterTest::plainNumbers()
{
    QFETCH(QString, text);
    QFETCH(bool, isNumber);
    const auto number = plainNumber(text.toStdString());
    QCOMPARE(number.has_value(), isNumber);
    QVERIFY(!number || *number == text.toDouble());
}

void XlsxWriterTest::textsStayTexts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<int>("replaced");
    const auto row = [](const char* name, const std::string& body, const char* shown, int replaced = 0) {
        QTest::newRow(name) << QByteArray(body.data(), qsizetype(body.size())) << QString::fromUtf8(shown)
                            << replaced;
    };
    row("a formula", "=HYPERLINK(\"http://a\")", "=HYPERLINK(\"http://a\")");
    row("a number", "00123", "00123");
    row("markup", "<b>&amp; \"x\" 'y' > z</b>", "<b>&amp; \"x\" 'y' > z</b>");
    row("emoji and accents", "¿Qué? 😀", "¿Qué? 😀");
    row("spaces around", "  a  b  ", "  a  b  ");
    row("nothing but a space", " ", " ");
    row("tabs", "a\tb", "a\tb");
    row("CR LF", "a\r\nb\rc\nd\n", "a\nb\nc\nd\n");
    row("control characters", "\x01 a\x1b\0"s, "\uFFFD a\uFFFD\uFFFD", 1);
    row("no characters", "a\uFFFEb\uFFFFc\uFFFDd", "a\uFFFDb\uFFFDc\uFFFDd", 1);
    row("a replacement character that came", "\uFFFD", "\uFFFD");
    row("neighbours of no characters", "\uFFFC\uFFC0", "\uFFFC\uFFC0");
    row("what looks like a character's number", "_x0041_ _x005F_ _x00e9_", "_x0041_ _x005F_ _x00e9_");
    row("overlapping", "_x0041_x0042_x0043_", "_x0041_x0042_x0043_");
    row("nearly", "_x004_ _x00412_ _X0041_ x0041_ _x0041", "_x004_ _x00412_ _X0041_ x0041_ _x0041");
    row("delete and C1", "\x7f\u0085\u2028", "\x7f\u0085\u2028");
}

void XlsxWriterTest::textsStayTexts()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, shown);
    QFETCH(int, replaced);
    const Cell cell = cellOf({messageWith(body.toStdString())}, QStringLiteral("Message"));
    QCOMPARE(cell.text, shown);
    QCOMPARE(cell.type, QByteArray("string"));
    QVERIFY(!cell.isFormula);
    QCOMPARE(m_replaced, qint64(replaced));
}

void XlsxWriterTest::lineBreaksBecomeSpacesIfAsked()
{
    m_options.keepsLineBreaks = false;
    QCOMPARE(cellOf({messageWith("a\r\n\r\nb\nc")}, QStringLiteral("Message")).text, QStringLiteral("a b c"));
}

void XlsxWriterTest::longTextsAreCut_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("isCut");
    QTest::newRow("the longest that fits") << QString(32767, u'a') << false;
    QTest::newRow("one more") << QString(32768, u'a') << true;
    QTest::newRow("two units a letter, fits") << QStringLiteral("😀").repeated(16383) << false;
    QTest::newRow("two units a letter, cut") << QStringLiteral("😀").repeated(16384) << true;
    QTest::newRow("shifted") << u'a' + QStringLiteral("😀").repeated(16384) << true;
    QTest::newRow("escapes") << QStringLiteral("_x0041_").repeated(5714) << true;
    for (int shift = 0; shift < 8; ++shift) {
        QTest::addRow("escapes, shifted by %d", shift)
            << QString(shift, u'a') + QStringLiteral("_x005F_").repeated(5714) << true;
    }
}

void XlsxWriterTest::longTextsAreCut()
{
    QFETCH(QString, body);
    QFETCH(bool, isCut);
    const QString shown = cellOf({messageWith(body.toStdString())}, QStringLiteral("Message")).text;
    QCOMPARE(m_cut, qint64(isCut));
    const QString mark = QStringLiteral("… [cut]");
    QVERIFY(shown.size() <= 32767);
    QCOMPARE(shown.endsWith(mark), isCut);
    QVERIFY(body.startsWith(isCut ? shown.chopped(mark.size()) : shown));
    QVERIFY(!shown.contains(QChar::ReplacementCharacter));
}

void XlsxWriterTest::theSourceOfMailIsAColumnOfItsOwn()
{
    m_options.hasEmailSource = true;
    const std::string html = "<p>Dear Laura,</p><p>see you\x01</p>";
    QCOMPARE(cellOf({mailWith(html)}, QStringLiteral("Message")).text,
             QStringLiteral("Dear Laura,\n\nsee you\uFFFD"));
    QCOMPARE(m_replaced, 2);
    QCOMPARE(cellOf({mailWith(html)}, QStringLiteral("E-mail source")).text,
             QString::fromStdString(html).replace(u'\x01', QChar::ReplacementCharacter));
    QCOMPARE(cellOf({messageWith(html)}, QStringLiteral("E-mail source")).text, QString());
    QCOMPARE(cellOf({messageWith("<p>a</p>")}, QStringLiteral("Message")).text, QStringLiteral("<p>a</p>"));
}

void XlsxWriterTest::anotherSheetFollowsAFullOne()
{
    m_options.columns = ColumnChoice::Simple;
    std::vector<Message> messages;
    for (const char* const body : {"1", "2", "3", "4", "5"}) {
        messages.push_back(messageWith(body));
    }
    const auto sheets = written(messages, 2);
    QVERIFY(sheets);
    QStringList titles;
    QStringList bodies;
    for (const WorkbookSheet& sheet : *sheets) {
        titles.append(sheet.title);
        QCOMPARE(sheet.rows[0][4].text, QStringLiteral("Message"));
        QCOMPARE(sheet.frozenAt, QStringLiteral("A2"));
        QVERIFY(sheet.isBold);
        QCOMPARE(sheet.filter, QStringLiteral("A1:F%1").arg(sheet.rows.size()));
        for (const QList<Cell>& row : sheet.rows.sliced(1)) {
            bodies.append(row[4].text);
        }
    }
    QCOMPARE(titles, QStringList({QStringLiteral("Messages"), QStringLiteral("Messages 2"),
                                  QStringLiteral("Messages 3")}));
    QCOMPARE(bodies.join(u' '), QStringLiteral("1 2 3 4 5"));
    QCOMPARE(written(std::vector<Message>(4, messageWith("a")), 2)->size(), 2);
}

void XlsxWriterTest::anEmptyExportHasAHeader()
{
    const auto sheets = written({});
    QVERIFY(sheets && sheets->size() == 1);
    QCOMPARE(sheets->constFirst().rows.size(), 1);
    QVERIFY(!m_overview);
}

void XlsxWriterTest::rowsMayBeEmpty()
{
    m_options.columns = ColumnChoice::Own;
    m_options.ownColumns = {"body"};
    const auto sheets = written({messageWith("a"), messageWith(""), messageWith("b"), messageWith("")});
    QVERIFY(sheets && sheets->size() == 1);
    QCOMPARE(sheets->constFirst().rows.size(), 4);
    QCOMPARE(sheets->constFirst().rows[2][0].text, QString());
    QCOMPARE(sheets->constFirst().rows[3][0].text, QStringLiteral("b"));
}

namespace
{

Message messageAt(const char* utc, const char* type)
{
    Message message = messageWith("a");
    message.messageType = type;
    message.createdAt = parseIsoUtc(utc);
    return message;
}

QStringList linesOf(const WorkbookSheet& sheet)
{
    QStringList lines;
    for (const QList<Cell>& row : sheet.rows) {
        QStringList cells;
        for (const Cell& cell : row) {
            cells.append(cell.isFormula ? QStringLiteral("a formula") : cell.text);
        }
        lines.append(cells.join(u'|'));
    }
    return lines;
}

} // namespace

void XlsxWriterTest::theOverviewCountsWhatWasWritten()
{
    m_options.columns = ColumnChoice::Simple;
    std::vector<Message> messages = {messageAt("2024-10-29T10:00:00.000Z", "TYPE_SMS"),
                                     messageAt("2024-10-26T22:30:00.000Z", "TYPE_EMAIL"),
                                     messageAt("2024-10-27T01:30:00.000Z", "TYPE_SMS"),
                                     messageAt("2024-10-27T22:59:59.999Z", "TYPE_SMS")};
    messages.push_back(messageWith("without a date"));
    const auto sheets = written(messages, 2); // over three sheets
    QVERIFY(sheets && sheets->size() == 3);
    QVERIFY(m_overview);
    QCOMPARE(
        linesOf(*m_overview),
        QStringList({QStringLiteral("Day|SMS|E-mail|Total"), QStringLiteral("2024-10-27 00:00:00|2|1|3"),
                     QStringLiteral("2024-10-28 00:00:00|0|0|0"), QStringLiteral("2024-10-29 00:00:00|1|0|1"),
                     QStringLiteral("No date|1|0|1"), QStringLiteral("Total|4|1|5")}));
    QCOMPARE(m_overview->rows[1][0].type, QByteArray("date"));
    QCOMPARE(m_overview->rows[1][1].type, QByteArray("float"));
    QVERIFY(m_overview->isBold);
    QCOMPARE(m_overview->frozenAt, QStringLiteral("B2"));
    QVERIFY(m_overview->narrowest > 12);
    QCOMPARE(m_overview->charts, QList<int>{2});
    QCOMPARE(sheets->constFirst().charts, QList<int>());
}

void XlsxWriterTest::theOverviewIsOfMonthsWhereDaysAreTooMany()
{
    QVERIFY(written({messageAt("2024-11-30T23:30:00.000Z", "TYPE_CALL"),
                     messageAt("2025-03-15T12:00:00.000Z", "TYPE_CALL")}));
    QVERIFY(m_overview);
    QCOMPARE(
        linesOf(*m_overview),
        QStringList({QStringLiteral("Month|Call|Total"), QStringLiteral("2024-12-01 00:00:00|1|1"),
                     QStringLiteral("2025-01-01 00:00:00|0|0"), QStringLiteral("2025-02-01 00:00:00|0|0"),
                     QStringLiteral("2025-03-01 00:00:00|1|1"), QStringLiteral("Total|2|2")}));
    // Days that a workbook cannot hold as dates are told in words.
    QVERIFY(written({messageAt("1850-06-01T12:00:00.000Z", "TYPE_CALL"),
                     messageAt("1990-03-15T12:00:00.000Z", "TYPE_CALL")}));
    QCOMPARE(linesOf(*m_overview).value(1), QStringLiteral("1850–1859|1|1"));
    QVERIFY(written({messageAt("1850-06-01T12:00:00.000Z", "TYPE_CALL")}));
    QCOMPARE(linesOf(*m_overview).value(1), QStringLiteral("1850-06-01|1|1"));
    QVERIFY(written({messageWith("without a date")}));
    QCOMPARE(linesOf(*m_overview), QStringList({QStringLiteral("Day|SMS|Total"),
                                                QStringLiteral("No date|1|1"), QStringLiteral("Total|1|1")}));
    QCOMPARE(m_overview->charts, QList<int>());
}

void XlsxWriterTest::theOverviewIsOfTheDaysThatTheDatesShow()
{
    m_options.isUtc = true;
    QVERIFY(written({messageAt("2024-10-26T22:30:00.000Z", "TYPE_SMS")}));
    QVERIFY(m_overview);
    QCOMPARE(linesOf(*m_overview).value(1), QStringLiteral("2024-10-26 00:00:00|1|1"));
}

void XlsxWriterTest::singleConversationsHaveNoOverview()
{
    const std::vector<Message> messages = {messageAt("2024-10-26T22:30:00.000Z", "TYPE_SMS")};
    m_options.files = FileSplit::PerConversation;
    QVERIFY(written(messages) && !m_overview);
    m_options.files = FileSplit::PerMonth;
    QVERIFY(written(messages) && m_overview);
}

void XlsxWriterTest::aFullDiskIsNoticed_data()
{
    QTest::addColumn<qint64>("room");
    for (const qint64 room : {0, 100, 4'096, 5'000, 60'000, 400'000}) {
        QTest::addRow("%lld bytes", room) << room;
    }
}

// libxlsxwriter tells of nothing where the disk has no room for a sheet.
void XlsxWriterTest::aFullDiskIsNoticed()
{
#ifdef Q_OS_UNIX
    QFETCH(qint64, room);
    {
        QFile earlier(path());
        QVERIFY(earlier.open(QIODevice::WriteOnly) && earlier.write("earlier") == 7);
    }
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    (void)::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{static_cast<rlim_t>(room), before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    Result<void> ended;
    {
        auto file = OutputFile::create(path());
        QVERIFY(file);
        XlsxWriter writer(m_options, **file);
        ended = writer.begin();
        for (int i = 0; i < 2000 && ended; ++i) {
            ended = writer.write(messageWith("some text that takes room " + std::to_string(i * 7919)));
        }
        ended = ended ? endOf(writer) : ended;
        ended = ended ? (*file)->commit() : ended;
    }
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY(!ended);
    QCOMPARE(left(), QStringList{QFileInfo(path()).fileName()});
    QFile earlier(path());
    QVERIFY(earlier.open(QIODevice::ReadOnly));
    QCOMPARE(earlier.readAll(), QByteArray("earlier"));
#endif
}

void XlsxWriterTest::nothingIsLeftOfWhatIsDropped_data()
{
    QTest::addColumn<int>("asked");
    QTest::newRow("before the first message") << -1;
    QTest::newRow("before the end") << 0;
    QTest::newRow("while it is packed") << 1;
}

void XlsxWriterTest::nothingIsLeftOfWhatIsDropped()
{
    QFETCH(int, asked);
    {
        auto file = OutputFile::create(path());
        QVERIFY(file);
        XlsxWriter writer(m_options, **file);
        QVERIFY(asked < 0 || writer.begin());
        for (int i = 0; i < 500 && asked >= 0; ++i) {
            QVERIFY(writer.write(messageWith("some text")));
        }
        if (asked > 0) {
            const auto ended = writer.end();
            QVERIFY(ended && !*ended);
        }
    }
    QCOMPARE(left(), QStringList());
}

QTEST_GUILESS_MAIN(XlsxWriterTest)
#include "tst_xlsxwriter.moc"
