#include "core/message.h"
#include "format/columns.h"
#include "format/messagewriter.h"
#include "format/outputfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace leadway;
using namespace std::string_literals;

/// CSV for spreadsheets and CSV for programs, byte by byte.
class CsvWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithAMarkAndAHeaderForSpreadsheets();
    void exactDataBeginsWithTheServicesNames();
    void rowsEndWithCrLf_data();
    void rowsEndWithCrLf();
    void adaptsCells_data();
    void adaptsCells();
    void quotesWhereverItIsNeeded();
    void leavesCellsUnguardedWhenAsked();
    void makesOneLineOfACell_data();
    void makesOneLineOfACell();
    void datesAreInUtcWhenAsked();
    void exactDataIsNotAdapted_data();
    void exactDataIsNotAdapted();
    void datesAreNotGuarded();
    void cutsLongCells_data();
    void cutsLongCells();
    void exactDataIsNeverCut();
    void countsRepairedMessages();
    void aFailureOfTheFileIsAnswered();

private:
    QByteArray written(FormatOptions options, const std::vector<Message>& messages);
    QByteArray bodyCell(const FormatOptions& options, const std::string& body);

    QTemporaryDir m_folder;
    qint64 m_cutCells = 0;
    qint64 m_repaired = 0;
};

namespace
{

FormatOptions excel(char separator = ';')
{
    FormatOptions options;
    options.format = Format::CsvExcel;
    options.zone = QTimeZone("Europe/Madrid");
    options.separator = separator;
    return options;
}

FormatOptions exact()
{
    FormatOptions options = excel();
    options.format = Format::CsvExact;
    return options;
}

QByteArray bytes(const std::string& text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

Message bodied(const std::string& body)
{
    Message message;
    message.raw = "{}";
    message.body = body;
    return message;
}

} // namespace

QByteArray CsvWriterTest::written(FormatOptions options, const std::vector<Message>& messages)
{
    const QString path = m_folder.filePath(QStringLiteral("out.csv"));
    auto file = OutputFile::create(path);
    if (!file) {
        return "no file";
    }
    const auto writer = makeWriter(options, **file);
    bool good = bool(writer->begin());
    for (const Message& message : messages) {
        good = good && writer->write(message);
    }
    good = good && writer->end() && (*file)->commit();
    m_cutCells = writer->cutCells();
    m_repaired = writer->repairedMessages();
    QFile read(path);
    return good && read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray("not written");
}

// The text of the body's cell as it stands in the file, quotes included.
QByteArray CsvWriterTest::bodyCell(const FormatOptions& options, const std::string& body)
{
    const std::vector<Message> none;
    const qsizetype header = written(options, none).size();
    qsizetype before = 0;
    qsizetype after = 0;
    bool passed = false;
    for (const Column* column : chosenColumns(options)) {
        if (column->key == "body") {
            passed = true;
        } else {
            ++(passed ? after : before);
        }
    }
    const QByteArray row = written(options, {bodied(body)}).mid(header);
    const qsizetype channel = 5; // "Other", which even an empty message has
    return row.mid(before + channel, row.size() - before - channel - after - 2);
}

void CsvWriterTest::beginsWithAMarkAndAHeaderForSpreadsheets()
{
    const QByteArray file = written(excel(), {});
    QVERIFY(file.startsWith(
        "\xef\xbb\xbf"
        "Date (Europe/Madrid);Channel;Direction;Type;Contact;Contact id;Conversation id;Message;"));
    QVERIFY(file.endsWith(";Exact date (UTC);Exact update (UTC)\r\n"));
    QCOMPARE(file.count('\n'), 1);
    QVERIFY(written(excel(','), {})
                .startsWith("\xef\xbb\xbf"
                            "Date (Europe/Madrid),Channel,"));
}

void CsvWriterTest::exactDataBeginsWithTheServicesNames()
{
    const QByteArray file = written(exact(), {});
    QVERIFY(file.startsWith("channel,direction,contactId,conversationId,body,status,"));
    QVERIFY(file.endsWith(",messageType,dateAdded,dateUpdated\r\n"));
    QVERIFY(!file.contains("typeInWords"));
}

void CsvWriterTest::rowsEndWithCrLf_data()
{
    QTest::addColumn<bool>("isExact");
    QTest::newRow("for spreadsheets") << false;
    QTest::newRow("exact") << true;
}

void CsvWriterTest::rowsEndWithCrLf()
{
    QFETCH(bool, isExact);
    const QByteArray file = written(isExact ? exact() : excel(), {bodied("a"), bodied("b"), bodied("")});
    QCOMPARE(file.count("\r\n"), 4);
    QVERIFY(file.endsWith("\r\n"));
    const QList<QByteArray> rows = file.chopped(2).replace("\r\n", "\n").split('\n');
    for (const QByteArray& row : rows) {
        QCOMPARE(row.count(isExact ? ',' : ';'), rows.constFirst().count(isExact ? ',' : ';'));
    }
}

void CsvWriterTest::adaptsCells_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char* name, const std::string& body, const std::string& cell) {
        QTest::newRow(name) << bytes(body) << bytes(cell);
    };
    row("plain", "Hola", "Hola");
    row("accents", "¿Qué tal? 😀", "¿Qué tal? 😀");
    row("the separator", "a;b", "\"a;b\"");
    row("the other separator", "a,b", "\"a,b\"");
    row("a tab", "a\tb", "\"a\tb\"");
    row("quotes", "say \"hi\" \"\"", "\"say \"\"hi\"\" \"\"\"\"\"");
    row("LF", "a\nb", "\"a\nb\"");
    row("CR LF", "a\r\nb\r\n", "\"a\nb\n\"");
    row("CR", "a\rb\r", "\"a\nb\n\"");
    row("LF CR", "a\n\rb", "\"a\n\nb\"");
    row("spaces around", " a ", "\" a \"");
    row("NUL", "a\0b"s,
        "a\xef\xbf\xbd"
        "b");
    row("other control characters", "\x01 a\x1b", "\xef\xbf\xbd a\xef\xbf\xbd");
    row("a formula", "=1+1", "'=1+1");
    row("a full-width formula", "＝1+1", "'＝1+1");
    row("a formula with a separator", "=SUM(1;2)", "\"'=SUM(1;2)\"");
    row("a phone number", "+34600111222", "'+34600111222");
    row("a long number", "123456789012", "'123456789012");
    row("a short number", "12345", "12345");
    row("a date", "3/4", "'3/4");
    row("a leading line break", "\nhola", "\"'\nhola\"");
    row("a leading carriage return", "\r\nhola", "\"'\nhola\"");
    row("a piece that is a formula", "a,=1+1", "\"a,'=1+1\"");
    row("a line that is a formula", "a\r\n=1+1", "\"a\n'=1+1\"");
    row("all that there is", "a,\"=1\r\n\x01-\n;=2", "\"a,\"\"'=1\n\xef\xbf\xbd-\n;'=2\"");
    row("a list with dashes", "a\n- b", "\"a\n- b\"");
}

void CsvWriterTest::adaptsCells()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, cell);
    QCOMPARE(bodyCell(excel(), body.toStdString()), cell);
    QCOMPARE(bodyCell(excel(','), body.toStdString()), cell);
    QCOMPARE(m_cutCells, 0);
}

// Cells are looked through several bytes at a time.
void CsvWriterTest::quotesWhereverItIsNeeded()
{
    for (qsizetype size = 1; size <= 9; ++size) {
        for (qsizetype at = 0; at < size; ++at) {
            QByteArray body(size, 'x');
            body[at] = ';';
            QCOMPARE(bodyCell(excel(), body.toStdString()), '"' + body + '"');
            QCOMPARE(bodyCell(exact(), body.toStdString()), '"' + body + '"');
            QByteArray tidy = body;
            body[at] = '\x01';
            tidy.replace(at, 1, "\xef\xbf\xbd");
            QCOMPARE(bodyCell(excel(), body.toStdString()), tidy);
            QCOMPARE(bodyCell(exact(), body.toStdString()), body);
        }
    }
}

void CsvWriterTest::leavesCellsUnguardedWhenAsked()
{
    FormatOptions options = excel();
    options.guard = false;
    QCOMPARE(bodyCell(options, "=1+1"), QByteArray("=1+1"));
    QCOMPARE(bodyCell(options, "a\r\n=1"), QByteArray("\"a\n=1\""));
    QCOMPARE(bodyCell(options, "00123"), QByteArray("00123"));
}

void CsvWriterTest::makesOneLineOfACell_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("LF") << QByteArray("a\nb") << QByteArray("a b");
    QTest::newRow("CR LF") << QByteArray("a\r\nb") << QByteArray("a b");
    QTest::newRow("CR") << QByteArray("a\rb") << QByteArray("a b");
    QTest::newRow("empty lines") << QByteArray("a\r\n\r\n\nb") << QByteArray("a b");
    QTest::newRow("at the end") << QByteArray("a\n") << QByteArray("\"a \"");
    QTest::newRow("a formula behind one") << QByteArray("\n=1+1") << QByteArray("' =1+1");
    QTest::newRow("a line that is a formula") << QByteArray("a\n=1+1") << QByteArray("a =1+1");
    QTest::newRow("a piece that is a formula") << QByteArray("a,\n=1+1") << QByteArray("\"a, '=1+1\"");
    QTest::newRow("other control characters") << QByteArray("a\r\x01") << QByteArray("a \xef\xbf\xbd");
}

void CsvWriterTest::makesOneLineOfACell()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, cell);
    FormatOptions options = excel();
    options.keepsLineBreaks = false;
    QCOMPARE(bodyCell(options, body.toStdString()), cell);
    options.format = Format::CsvExact;
    const bool isQuoted = body.contains('\n') || body.contains('\r');
    QCOMPARE(bodyCell(options, body.toStdString()), isQuoted ? '"' + body + '"' : body);
}

void CsvWriterTest::datesAreInUtcWhenAsked()
{
    Message message = bodied("x");
    message.createdAt = *parseIsoUtc("2024-10-27T00:30:00.000Z");
    FormatOptions options = excel();
    options.isUtc = true;
    options.columns = ColumnChoice::Simple;
    const QByteArray file = written(options, {message});
    QVERIFY(file.startsWith("\xef\xbb\xbf"
                            "Date (UTC);Channel;"));
    QVERIFY(file.contains("\r\n2024-10-27 00:30:00;"));
}

void CsvWriterTest::exactDataIsNotAdapted_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char* name, const std::string& body, const std::string& cell) {
        QTest::newRow(name) << bytes(body) << bytes(cell);
    };
    row("a formula", "=1+1", "=1+1");
    row("a separator", "a,=1+1", "\"a,=1+1\"");
    row("CR LF", "a\r\nb", "\"a\r\nb\"");
    row("CR", "a\rb", "\"a\rb\"");
    row("quotes", "\"", "\"\"\"\"");
    row("NUL", "a\0b"s, "a\0b"s);
    row("a long number", "123456789012345678", "123456789012345678");
}

void CsvWriterTest::exactDataIsNotAdapted()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, cell);
    QCOMPARE(bodyCell(exact(), body.toStdString()), cell);
}

void CsvWriterTest::datesAreNotGuarded()
{
    Message message = bodied("x");
    message.createdAt = *parseIsoUtc("2024-10-27T00:30:00.000Z");
    message.dateAdded = "2024-10-27T00:30:00.000Z";
    message.dateUpdated = "=1+1";
    message.callDuration = "3.5";
    const QByteArray file = written(excel(), {message});
    QVERIFY(file.contains("\r\n2024-10-27 02:30:00;Other;"));
    QVERIFY(file.endsWith(";2024-10-27T00:30:00.000Z;'=1+1\r\n"));
    QVERIFY(file.contains(";'3.5;"));
    message.dateUpdated = "2024-13-27T00:30:00.000Z";
    QVERIFY(written(excel(), {message}).endsWith(";'2024-13-27T00:30:00.000Z\r\n"));
    message.dateUpdated = "=1+1";
    QVERIFY(written(exact(), {message}).endsWith(",2024-10-27T00:30:00.000Z,=1+1\r\n"));
}

void CsvWriterTest::cutsLongCells_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("cuts");
    QTest::newRow("the longest that fits") << QString(32767, u'a') << 0;
    QTest::newRow("one more") << QString(32768, u'a') << 1;
    QTest::newRow("two bytes a letter, fits") << QString(32767, u'é') << 0;
    QTest::newRow("two bytes a letter, cut") << QString(40000, u'é') << 1;
    QTest::newRow("two units a letter, fits") << QStringLiteral("😀").repeated(16383) << 0;
    QTest::newRow("two units a letter, cut") << QStringLiteral("😀").repeated(16384) << 1;
    QTest::newRow("two units a letter, shifted") << u'a' + QStringLiteral("😀").repeated(16384) << 1;
    QTest::newRow("a guard makes it too long") << u'=' + QString(32766, u'a') << 1;
    QTest::newRow("line breaks count once") << QStringLiteral("a\r\n").repeated(16383) << 0;
    QTest::newRow("an e-mail") << QStringLiteral("<p>\"ñ\"</p>\n").repeated(30000) << 1;
}

void CsvWriterTest::cutsLongCells()
{
    QFETCH(QString, body);
    QFETCH(int, cuts);
    QByteArray cell = bodyCell(excel(), body.toStdString());
    QCOMPARE(m_cutCells, qint64(cuts));
    if (cell.startsWith('"')) {
        cell = cell.mid(1, cell.size() - 2).replace("\"\"", "\"");
    }
    const QString text = QString::fromUtf8(cell);
    QVERIFY(text.size() <= 32767);
    QVERIFY(text.size() >= 32765 || cuts == 0);
    QVERIFY(!text.contains(QChar::ReplacementCharacter));
    QCOMPARE(text.endsWith(QStringLiteral("… [cut]")), cuts == 1);
}

void CsvWriterTest::exactDataIsNeverCut()
{
    const std::string body(100000, 'a');
    QCOMPARE(bodyCell(exact(), body), bytes(body));
    QCOMPARE(m_cutCells, 0);
}

void CsvWriterTest::countsRepairedMessages()
{
    Message repaired = bodied("x");
    repaired.repaired = true;
    (void)written(excel(), {bodied("a"), repaired, repaired});
    QCOMPARE(m_repaired, 2);
    (void)written(exact(), {repaired});
    QCOMPARE(m_repaired, 1);
}

void CsvWriterTest::aFailureOfTheFileIsAnswered()
{
    auto file = OutputFile::create(m_folder.filePath(QStringLiteral("twice.csv")));
    QVERIFY(file);
    const auto writer = makeWriter(excel(), **file);
    QVERIFY(writer->begin());
    QVERIFY((*file)->commit());
    bool good = true;
    for (int i = 0; i < 100 && good; ++i) {
        good = bool(writer->write(bodied(std::string(100000, 'a'))));
    }
    QVERIFY(!good);
}

QTEST_GUILESS_MAIN(CsvWriterTest)
#include "tst_csvwriter.moc"
