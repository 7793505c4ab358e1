// The window from outside, in a real display, as people use it: by clicks, by keyboard, by screen reader.
// What has to be in a file comes from the simulator's generator.

#include "support/exportrun.h"
#include "support/realwindow.h"
#include "support/workbook.h"

#include <QJsonArray>
#include <QLocale>
#include <QTest>

#include <algorithm>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Generator;

namespace
{

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

// The dates of a workbook's messages, as another program reads them. Whether they are the right messages is
// seen in tst_workbook; its few columns hold no ids.
QStringList datesOfWorkbook(const RealWindow& window)
{
    const auto sheets = openedByOpenpyxl(window.documents().filePath(window.files().constFirst()));
    QStringList dates;
    for (qsizetype row = 1; sheets && row < sheets->constFirst().rows.size(); ++row) {
        dates.append(sheets->constFirst().rows[row].value(0).text);
    }
    return dates;
}

QByteArray idOf(const QJsonObject& message)
{
    return message.value(QLatin1String("id")).toString().toUtf8();
}

QList<QByteArray> idsOfJson(const QByteArray& file)
{
    QList<QByteArray> ids;
    const QJsonArray messages = QJsonDocument::fromJson(file).array();
    for (const auto& message : messages) {
        ids.append(idOf(message.toObject()));
    }
    return ids;
}

QList<QByteArray> idsOfLines(const QByteArray& file)
{
    QList<QByteArray> ids;
    const QList<QByteArray> lines = file.trimmed().split('\n');
    for (const QByteArray& line : lines) {
        ids.append(idOf(QJsonDocument::fromJson(line).object()));
    }
    return ids;
}

QList<QByteArray> newestSmsFirst(const Generator& generator)
{
    return expectedIds(generator, SortOrder::Descending,
                       [&generator](qint64 index) { return generator.channel(index) == "SMS"; });
}

} // namespace

#define VERIFY_ENDED_WELL(window)                                                                            \
    do {                                                                                                     \
        const Outcome ended = (window).program().finish();                                                   \
        QVERIFY2(ended.exitCode == 0, ended.told().constData());                                             \
    } while (false)

class TestRealWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSavedAccountIsTwoClicksFromItsFile();
    void sampleDataIsThreeClicksFromItsFile();
    void theKeyboardAloneDoes_data();
    void theKeyboardAloneDoes();
    void aScreenReaderAloneDoes();
    void everyControlHasAName();
};

void TestRealWindow::aSavedAccountIsTwoClicksFromItsFile()
{
    RealWindow window(1700);
    QCOMPARE(window.prepare(), QByteArray());
    window.open();
    DRIVE(window, "byscreenreader", text("connect"), window.location(), window.token(), window.address());
    DRIVE(window, "byscreenreader", text("quit"));
    VERIFY_ENDED_WELL(window);

    window.open();
    DRIVE(window, "byclicks", text("saved"));
    QCOMPARE(window.told().value(QLatin1String("clicks")).toInt(), 2);
    QCOMPARE(window.told("card"), text("Saved 1,700 of 1,700 messages. Nothing is missing."));
    QCOMPARE(window.files().size(), 1);
    const QStringList dates = datesOfWorkbook(window);
    QCOMPARE(dates.size(), 1700);
    QVERIFY(std::is_sorted(dates.crbegin(), dates.crend()));
}

void TestRealWindow::sampleDataIsThreeClicksFromItsFile()
{
    RealWindow window(1);
    QCOMPARE(window.prepare(), QByteArray());
    window.open();
    DRIVE(window, "byclicks", text("sample"));
    QCOMPARE(window.told().value(QLatin1String("clicks")).toInt(), 3);
    QVERIFY(window.told().value(QLatin1String("rows")).toInt() > 0);
    QCOMPARE(window.server.requests(), 0); // the program brings its own

    QCOMPARE(window.files().size(), 1);
    const QStringList dates = datesOfWorkbook(window); // thirty days, of the two months that there are
    QVERIFY(dates.size() > 5000);
    QVERIFY(dates.size() < 7000);
    QCOMPARE(window.told("card"), text("Saved %1 of %1 messages. Nothing is missing.")
                                      .arg(QLocale(QLocale::English).toString(dates.size())));
    QVERIFY(std::is_sorted(dates.crbegin(), dates.crend()));
}

void TestRealWindow::theKeyboardAloneDoes_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << text("en");
    QTest::newRow("Spanish") << text("es");
}

void TestRealWindow::theKeyboardAloneDoes()
{
    QFETCH(QString, language);
    RealWindow window(1200);
    QCOMPARE(window.prepare(), QByteArray());
    const QList<QByteArray> expected = newestSmsFirst(window.server.generator());
    QVERIFY(expected.size() > 100 && expected.size() < 1000); // no separators in the number
    window.open();
    DRIVE(window, "bykeyboard", language, window.location(), window.token(), window.address(),
          QString::number(expected.size()));
    VERIFY_ENDED_WELL(window);
    QVERIFY2(window.told("card").contains(QString::number(expected.size())), qPrintable(window.told("card")));
    QCOMPARE(window.files(), QStringList{text("typed.json")});
    QCOMPARE(firstDifference(idsOfJson(window.read(text("typed.json"))), expected), QByteArray());
}

void TestRealWindow::aScreenReaderAloneDoes()
{
    RealWindow window(1200);
    QCOMPARE(window.prepare(), QByteArray());
    const Generator& generator = window.server.generator();
    const QList<QByteArray> expected = newestSmsFirst(generator);
    const QString count = QString::number(expected.size());
    window.open();
    DRIVE(window, "byscreenreader", text("connect"), window.location(), window.token(), window.address());

    DRIVE(window, "byscreenreader", text("sms"), count);
    DRIVE(window, "byscreenreader", text("read"));
    const auto newest =
        generator.inFileOrder([&](qint64 index) { return generator.channel(index) == "SMS"; }).back();
    const QString body = QString::fromStdString(generator.body(newest));
    QCOMPARE(window.told("text"), body);
    const QJsonObject row = window.told().value(QLatin1String("row")).toObject();
    QVERIFY(row.value(QLatin1String("Channel")).toString().contains(text("SMS"))); // or a reaction to one
    QVERIFY2(body.startsWith(row.value(QLatin1String("Message")).toString().left(20)), qPrintable(body));
    const QJsonObject fields = window.told().value(QLatin1String("fields")).toObject();
    QCOMPARE(fields.value(QLatin1String("id")).toString().toUtf8(), expected.constFirst());

    DRIVE(window, "byscreenreader", text("export"), text("heard.jsonl"));
    DRIVE(window, "byscreenreader", text("saved"));
    QVERIFY2(window.told("card").contains(count), qPrintable(window.told("card")));
    DRIVE(window, "byscreenreader", text("quit"));
    VERIFY_ENDED_WELL(window);
    QCOMPARE(window.files(), QStringList{text("heard.jsonl")});
    QCOMPARE(firstDifference(idsOfLines(window.read(text("heard.jsonl"))), expected), QByteArray());
}

void TestRealWindow::everyControlHasAName()
{
    RealWindow window(300);
    QCOMPARE(window.prepare(), QByteArray());
    window.open();
    DRIVE(window, "names", window.location(), window.token(), window.address());
    const QJsonObject places = window.told().value(QLatin1String("places")).toObject();
    // What has to be among the controls, or the walk has missed a part.
    const QMap<QString, QStringList> least = {
        {text("first start"),
         {text("text"), text("password text"), text("combo box"), text("push button"), text("check box"),
          text("menu item")}},
        {text("first start, advanced"), {text("text")}},
        {text("rows"),
         {text("table"), text("table column header"), text("check box"), text("radio button"),
          text("combo box"), text("page tab"), text("page tab list"), text("text"), text("push button"),
          text("menu item")}},
        {text("all fields"), {text("table")}},
        {text("more filters"), {text("text")}},
        {text("advanced filters"), {text("combo box"), text("spin button")}},
        {text("other dates"), {text("spin button")}},
        {text("accounts"), {text("list"), text("list item"), text("password text"), text("push button")}},
        {text("export"), {text("radio button"), text("text"), text("push button")}},
    };
    QCOMPARE(places.keys(), least.keys());
    QStringList nameless;
    for (const QString& place : places.keys()) {
        const QJsonObject found = places.value(place).toObject();
        const QJsonArray without = found.value(QLatin1String("nameless")).toArray();
        for (const auto& control : without) {
            nameless.append(place + text(": ") + control.toString());
        }
        for (const QString& kind : least.value(place)) {
            QVERIFY2(found.value(QLatin1String("kinds")).toObject().contains(kind),
                     qPrintable(place + text(" shows no ") + kind));
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestRealWindow)
#include "tst_realwindow.moc"
