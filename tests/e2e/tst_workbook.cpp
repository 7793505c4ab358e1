// The truth in workbooks: what people wrote at its nastiest, exported as an Excel workbook and read by two
// programs that share nothing with ours, is in every cell what the service sent.

#include "core/messagecounts.h"
#include "format/columns.h"
#include "format/words.h"
#include "simulator/server.h"
#include "support/celltruth.h"
#include "support/exporter.h"
#include "support/libreoffice.h"
#include "support/workbook.h"

#include <QDateTime>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
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

constexpr qint64 kMessages = 20'000;
constexpr qsizetype kLargest = 32'767;

const QString& cutEnd()
{
    static const QString mark = text("… [cut]");
    return mark;
}

struct Wanted {
    QString text;
    QByteArray type = "string";
};

QString joined(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const std::string& one : texts) {
        list.append(QString::fromStdString(one));
    }
    return list.join(QLatin1Char('\n'));
}

Wanted moment(const std::optional<qint64>& msecs)
{
    return {msecs ? QDateTime::fromMSecsSinceEpoch(*msecs, Qt::UTC).toString(text("yyyy-MM-dd HH:mm:ss"))
                  : QString(),
            "date"};
}

Wanted number(const std::string& written)
{
    bool isNumber = false;
    const QString shown = QString::fromStdString(written);
    const bool isPlain =
        QString::number(shown.toLongLong(&isNumber)) == shown && isNumber && shown.size() <= 15;
    return {shown, isPlain ? "float" : "string"};
}

// Of the columns that are no words of ours.
QHash<QByteArray, Wanted> wantedCells(const Expected& e)
{
    QHash<QByteArray, Wanted> cells;
    const QHash<QByteArray, std::string> texts = {
        {"id", e.id},
        {"contactId", e.contactId},
        {"conversationId", e.conversationId},
        {"subject", e.subject},
        {"from", e.from},
        {"to", e.to},
        {"cc", e.cc},
        {"bcc", e.bcc},
        {"error", e.error},
        {"page_name", e.pageName},
        {"userId", e.userId},
        {"contentType", e.contentType},
        {"subType", e.subType},
        {"altId", e.altId},
        {"threadId", e.threadId},
        {"conversationProviderId", e.conversationProviderId},
        {"chatWidgetId", e.chatWidgetId},
        {"locationId", e.locationId},
        {"messageType", e.messageType},
        {"dateAdded", e.dateAdded},
        {"dateUpdated", e.dateUpdated},
    };
    for (auto one = texts.begin(); one != texts.end(); ++one) {
        cells.insert(one.key(), {QString::fromStdString(one.value())});
    }
    cells.insert("body", {shownBody(e)});
    cells.insert("attachments", {joined(e.attachments)});
    cells.insert("messageIds", {joined(e.emailMessageIds)});
    cells.insert("date", moment(e.createdAt));
    cells.insert("updated", moment(e.updatedAt));
    cells.insert("callDuration", number(e.callDuration));
    cells.insert("type", number(e.type));
    const std::string& other = e.direction == "inbound" ? e.from : e.to;
    cells.insert("contact", {QString::fromStdString(other.empty() ? e.contactId : other)});
    cells.insert("direction", {directionWord(e.direction)});
    cells.insert("status", {statusWord(e.status)});
    return cells;
}

// How many units a text takes in a cell: what looks like a character's number needs to be escaped.
qsizetype unitsOf(const QString& tidy)
{
    static const QRegularExpression number(text("(?=_x[0-9A-Fa-f]{4}_)"));
    return tidy.size() + 6 * tidy.count(number);
}

// Empty if the cell shows it, or its beginning and that it was cut where it is too long.
QByteArray damageOf(const Cell& cell, const Wanted& wanted)
{
    const QString sent = tidiedForWorkbook(wanted.text);
    const QByteArray type = sent.isEmpty() ? QByteArray() : wanted.type;
    bool isRight = cell.text == sent;
    if (unitsOf(sent) > kLargest) {
        const QString begin = cell.text.chopped(std::min(cutEnd().size(), cell.text.size()));
        const qsizetype units = unitsOf(begin) + cutEnd().size();
        isRight = cell.text.endsWith(cutEnd()) && sent.startsWith(begin) && units <= kLargest &&
                  units > kLargest - 8;
    }
    return isRight && !cell.isFormula && cell.type == type
               ? QByteArray()
               : "\"" + sent.left(200).toUtf8() + "\" is shown as \"" + cell.text.left(200).toUtf8() +
                     "\", a " + cell.type;
}

qint64 countIn(const Cell& cell)
{
    return QString(cell.text).remove(QLatin1Char(',')).toLongLong();
}

QString madeId(int index)
{
    return text("written%1").arg(index, 13, 10, QLatin1Char('0'));
}

// JSON that no writer of JSON makes: half a pair of surrogates, numbers of characters.
QByteArray element(int index, const QByteArray& bodyToken)
{
    return "{\"id\":\"" + madeId(index).toLatin1() +
           "\",\"messageType\":\"TYPE_SMS\",\"contactId\":\"contact0000000000001\",\"locationId\":\"" +
           simulator::kDemoLocation + "\",\"body\":" + bodyToken + "}";
}

QByteArray token(const QString& body)
{
    const QByteArray object = QJsonDocument(QJsonObject{{text("b"), body}}).toJson(QJsonDocument::Compact);
    return object.mid(5, object.size() - 6);
}

} // namespace

class TestWorkbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void openpyxlReadsEveryCell();
    void libreOfficeReadsEveryCell();
    void whatWasChangedIsCounted();

private:
    void compare(const Sheet& sheet) const;
    void compareOverview(const Sheet& sheet) const;
    void add(const QString& body);
    void add(const QByteArray& bodyToken, const QString& body);

    std::unique_ptr<Household> m_household;
    std::unique_ptr<Server> m_server;
    Behaviour m_behaviour;
    QStringList m_bodies; // of the messages that the test wrote itself
    QByteArray m_told;
};

void TestWorkbook::add(const QString& body)
{
    add(token(body), body);
}

void TestWorkbook::add(const QByteArray& bodyToken, const QString& body)
{
    m_behaviour.extraElements.push_back(element(static_cast<int>(m_bodies.size()), bodyToken));
    m_bodies.append(body);
}

void TestWorkbook::initTestCase()
{
    for (const char* const body : treacherousTexts()) {
        add(text(body));
    }
    for (const int length : {32'766, 32'767, 32'768, 40'000}) {
        add(QString(length, QLatin1Char('x')));
        add(text("ñ").repeated(length));
        add(text("😀").repeated(length / 2));
        add(text("a") + text("😀").repeated(length / 2));
        add(text("_x0041_").repeated(length / 7));
    }
    for (char control = 1; control < 0x20; ++control) {
        add(text("a") + QLatin1Char(control) + text("b"));
    }
    const QString broken = QString(QChar(QChar::ReplacementCharacter));
    add("\"a\\u0000b\"", text("a") + broken + text("b"));
    add("\"\\ufffe\\uffff\"", broken + broken);
    add("\"\\ud83d\"", broken);
    add("\"x\\ude00\\ud83dy\"", text("x") + broken + broken + text("y"));
    add(text("_x0041_ _x000D_ _x005F_ _xD83D_ _xFFFE_ _x005f_x0041_"));
    m_household = std::make_unique<Household>();
    m_server = std::make_unique<Server>(Scenario::awkward(11, kMessages), m_behaviour);
    QVERIFY(m_server->start());
    const Outcome outcome =
        Exporter(*m_household, m_server->baseUrl())
            .run({text("--output"), text("nasty.xlsx"), text("--report"), text("report.json")});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    m_told = outcome.err;
    QCOMPARE(m_household->names(), QStringList({text("nasty.xlsx"), text("report.json")}));
}

void TestWorkbook::compare(const Sheet& sheet) const
{
    const Generator& generator = m_server->generator();
    QCOMPARE(sheet.size(), 1 + generator.count() + m_bodies.size());
    const std::vector<const Column*> columns = chosenColumns({});
    QHash<QByteArray, qsizetype> places;
    for (const Column* const column : columns) {
        places.insert(QByteArray(column->key.data(), static_cast<qsizetype>(column->key.size())),
                      places.size());
    }
    QHash<QString, const QList<Cell>*> rows;
    for (const QList<Cell>& row : sheet) {
        rows.insert(row.value(places.value("id")).text, &row);
    }
    QList<QByteArray> wrong;
    qint64 cells = 0;
    const auto check = [&](const QString& id, const QByteArray& column, const Wanted& wanted) {
        const QList<Cell>* const row = rows.value(id);
        const QByteArray found =
            row ? damageOf(row->value(places.value(column)), wanted) : "missing: " + id.toUtf8();
        ++cells;
        if (!found.isEmpty()) {
            wrong.append(column + ": " + found);
        }
    };
    for (qint64 index = 0; index < generator.count(); ++index) {
        const Expected expected = generator.expected(index);
        const auto wanted = wantedCells(expected);
        for (auto cell = wanted.begin(); cell != wanted.end(); ++cell) {
            check(QString::fromStdString(expected.id), cell.key(), cell.value());
        }
    }
    for (int index = 0; index < m_bodies.size(); ++index) {
        check(madeId(index), "body", {m_bodies[index]});
    }
    qInfo("%lld cells, %lld damaged", cells, static_cast<qint64>(wrong.size()));
    const QByteArray list = QByteArray::number(wrong.size()) + " cells:\n" + wrong.mid(0, 60).join('\n');
    QVERIFY2(wrong.isEmpty(), list.constData());
}

// Each day or month as often as the generator says, and every message somewhere.
void TestWorkbook::compareOverview(const Sheet& sheet) const
{
    const Generator& generator = m_server->generator();
    MessageCounts counts(QTimeZone::utc());
    for (qint64 index = 0; index < generator.count(); ++index) {
        const Expected expected = generator.expected(index);
        counts.add(expected.createdAt, channelOf(expected.messageType));
    }
    for (qsizetype i = 0; i < m_bodies.size(); ++i) {
        counts.add(std::nullopt, Channel::Sms);
    }
    const auto made = counts.bars();
    QCOMPARE(sheet.size(), std::ssize(made.bars) + 3); // header, without a date, total
    QCOMPARE(sheet.constFirst().constLast().text, text("Total"));
    for (std::size_t i = 0; i < made.bars.size(); ++i) {
        const QList<Cell>& row = sheet[static_cast<qsizetype>(i) + 1];
        QCOMPARE(row.constFirst().type, QByteArray("date"));
        QCOMPARE(countIn(row.constLast()), made.bars[i].counts.total());
    }
    QCOMPARE(countIn(sheet.constLast().constLast()), counts.all().total());
}

void TestWorkbook::openpyxlReadsEveryCell()
{
    const auto sheets = openedByOpenpyxl(m_household->path(text("nasty.xlsx")));
    QVERIFY(sheets && sheets->size() == 2);
    compare(sheets->constFirst().rows);
    compareOverview(sheets->constLast().rows);
    QCOMPARE(sheets->constLast().charts.size(), 1);
}

void TestWorkbook::libreOfficeReadsEveryCell()
{
    const LibreOffice office(*m_household);
    QVERIFY2(office.problem().isEmpty(), office.problem().constData());
    const auto sheet = office.opened(text("nasty.xlsx"));
    QVERIFY(sheet);
    const qsizetype rows = 1 + m_server->generator().count() + m_bodies.size();
    QVERIFY(sheet->size() > rows);
    compare(sheet->first(rows));
    compareOverview(sheet->sliced(rows));
}

void TestWorkbook::whatWasChangedIsCounted()
{
    qint64 cut = 0;
    qint64 replaced = 0;
    const auto count = [&](const QString& body) {
        const QString shown = tidiedForWorkbook(body);
        cut += unitsOf(shown) > kLargest ? 1 : 0;
        replaced +=
            shown.count(QChar(QChar::ReplacementCharacter)) > body.count(QChar(QChar::ReplacementCharacter));
    };
    const Generator& generator = m_server->generator();
    for (qint64 index = 0; index < generator.count(); ++index) {
        count(shownBody(generator.expected(index)));
    }
    for (const QString& body : m_bodies) {
        count(body);
    }
    const QJsonObject report = QJsonDocument::fromJson(m_household->read(text("report.json"))).object();
    QVERIFY(cut > 20 && replaced > 30);
    QCOMPARE(report.value(text("cutCells")).toInteger(), cut);
    // Two of those that the test wrote came with characters that had been made of others.
    QCOMPARE(report.value(text("replacedCells")).toInteger(), replaced + 2);
    QVERIFY2(
        m_told.contains("held characters that no cell can hold, which were replaced; JSON has them whole."),
        m_told.constData());
}

QTEST_GUILESS_MAIN(TestWorkbook)
#include "tst_workbook.moc"
