// The names that are suggested for files: what they tell, and that every file system takes them.

#include "app/filename.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace leadway;

namespace
{

const QTimeZone& madrid()
{
    static const QTimeZone zone("Europe/Madrid");
    return zone;
}

QString suggested(const QString& account, QDate from = {}, QDate to = {}, Channels channels = allChannels(),
                  Format format = Format::CsvExcel)
{
    MessageQuery query;
    query.channels = channels;
    query.interval = wholeDays(from, to, madrid());
    FormatOptions options;
    options.format = format;
    options.zone = madrid();
    return suggestedFileName(account, query, options);
}

void touch(const QString& path)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
}

} // namespace

class TestFileName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAccountChannelsAndDates_data();
    void tellsAccountChannelsAndDates();
    void endsAsTheFormatDoes_data();
    void endsAsTheFormatDoes();
    void aFolderForSeveralFilesHasNoSuffix();
    void countsDaysInTheZoneOfTheQuery();
    void isTakenByEveryFileSystem_data();
    void isTakenByEveryFileSystem();
    void keepsTheDatesOfALongName();
    void findsAPathWhereNothingIsYet_data();
    void findsAPathWhereNothingIsYet();
};

void TestFileName::tellsAccountChannelsAndDates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const QString account = QStringLiteral("Clínica Sol");
    const QDate first(2025, 10, 16);
    const QDate last(2025, 11, 14);
    QTest::newRow("everything") << suggested(account) << QStringLiteral("Clínica Sol – all messages.csv");
    QTest::newRow("two dates") << suggested(account, first, last)
                               << QStringLiteral("Clínica Sol – all messages – 2025-10-16 to 2025-11-14.csv");
    QTest::newRow("one day") << suggested(account, first, first)
                             << QStringLiteral("Clínica Sol – all messages – 2025-10-16.csv");
    QTest::newRow("from") << suggested(account, first)
                          << QStringLiteral("Clínica Sol – all messages – from 2025-10-16.csv");
    QTest::newRow("until") << suggested(account, {}, last)
                           << QStringLiteral("Clínica Sol – all messages – until 2025-11-14.csv");
    QTest::newRow("two channels") << suggested(account, {}, {}, Channel::Sms | Channel::WhatsApp)
                                  << QStringLiteral("Clínica Sol – SMS, WhatsApp.csv");
    const auto narrowed = [&account](auto narrow, Channels channels = allChannels()) {
        MessageQuery query;
        query.channels = channels;
        narrow(query);
        FormatOptions options;
        options.format = Format::CsvExcel;
        options.zone = madrid();
        return suggestedFileName(account, query, options);
    };
    QTest::newRow("one contact") << narrowed([](MessageQuery& query) {
        query.contactId = QStringLiteral("c");
    }) << QStringLiteral("Clínica Sol – messages, one contact.csv");
    QTest::newRow("filtered") << narrowed([](MessageQuery& query) {
        query.filter.direction = Direction::Received;
        query.filter.text = QStringLiteral("no: sé");
    }) << QStringLiteral("Clínica Sol – messages, received, “no sé” in the text.csv");
    QTest::newRow("a channel, filtered")
        << narrowed([](MessageQuery& query) { query.filter.hasAttachment = true; }, Channel::Sms)
        << QStringLiteral("Clínica Sol – SMS, with something attached.csv");
    QTest::newRow("no account name") << suggested({}) << QStringLiteral("all messages.csv");
}

void TestFileName::tellsAccountChannelsAndDates()
{
    QFETCH(const QString, name);
    QFETCH(const QString, expected);
    QCOMPARE(name, expected);
}

void TestFileName::endsAsTheFormatDoes_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("Excel workbook") << Format::Xlsx << QStringLiteral("xlsx");
    QTest::newRow("CSV for Excel") << Format::CsvExcel << QStringLiteral("csv");
    QTest::newRow("CSV, exact") << Format::CsvExact << QStringLiteral("csv");
    QTest::newRow("JSON") << Format::Json << QStringLiteral("json");
    QTest::newRow("JSON Lines") << Format::JsonLines << QStringLiteral("jsonl");
    QTest::newRow("transcript") << Format::Transcript << QStringLiteral("html");
    QTest::newRow("PDF") << Format::Pdf << QStringLiteral("pdf");
}

void TestFileName::endsAsTheFormatDoes()
{
    QFETCH(const Format, format);
    QFETCH(const QString, suffix);
    QCOMPARE(suffixOf(format), suffix);
    QCOMPARE(formatOfPath(QStringLiteral("/a.b/c.d.") + suffix.toUpper()),
             std::optional(format == Format::CsvExact ? Format::CsvExcel : format));
    QCOMPARE(formatOfPath(QStringLiteral("/a.") + suffix + QStringLiteral("/c")), std::nullopt);
    QVERIFY(
        suggested(QStringLiteral("Sol"), {}, {}, allChannels(), format).endsWith(QLatin1Char('.') + suffix));
}

void TestFileName::aFolderForSeveralFilesHasNoSuffix()
{
    FormatOptions options;
    options.zone = madrid();
    for (const FileSplit files : {FileSplit::PerConversation, FileSplit::PerMonth}) {
        options.files = files;
        QCOMPARE(suggestedFileName(QStringLiteral("Clínica Sol"), {}, options),
                 QStringLiteral("Clínica Sol – all messages"));
    }
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Dr. Sol"));
    QVERIFY(QDir().mkdir(path));
    QCOMPARE(uniquePath(path, FileSplit::PerMonth), path + QStringLiteral(" (2)"));
}

void TestFileName::countsDaysInTheZoneOfTheQuery()
{
    // Both midnights of Madrid are on the day before by UTC.
    const QDate summerDay(2025, 7, 1);
    QVERIFY(suggested({}, summerDay, summerDay).contains(QStringLiteral("2025-07-01")));
    // A day that is 25 hours long.
    const QDate autumnDay(2025, 10, 26);
    QCOMPARE(suggested({}, autumnDay, autumnDay), QStringLiteral("all messages – 2025-10-26.csv"));
}

void TestFileName::isTakenByEveryFileSystem_data()
{
    QTest::addColumn<QString>("account");
    QTest::newRow("forbidden by Windows") << QStringLiteral("A<B>C:D\"E/F\\G|H?I*J");
    QTest::newRow("a path") << QStringLiteral("../../etc/passwd");
    QTest::newRow("hidden") << QStringLiteral(".config");
    QTest::newRow("control characters") << QStringLiteral("A\nB\tC\x01");
    QTest::newRow("only forbidden ones") << QStringLiteral("///:::");
    QTest::newRow("dots") << QStringLiteral("Sol S.A. ...");
    QTest::newRow("very long") << QString(1000, u'x');
    QTest::newRow("very long, of three bytes each") << QString(1000, QChar(0x6f22));
    for (int before = 140; before < 155; ++before) {
        QTest::addRow("a face at %d", before) << QString(before, u'x') + QStringLiteral("😀😀😀😀");
    }
    for (int before = 190; before < 200; ++before) {
        QTest::addRow("faces all over, %d", before)
            << QString(before % 10, u'x') + QStringLiteral("😀").repeated(200);
    }
}

void TestFileName::isTakenByEveryFileSystem()
{
    QFETCH(const QString, account);
    const QString name = suggested(account);
    for (const QChar c : name) {
        QVERIFY2(c.unicode() >= 0x20 && !QStringLiteral("<>:\"/\\|?*").contains(c), qPrintable(name));
    }
    QVERIFY(name.endsWith(QStringLiteral(".csv")));
    QVERIFY(!name.startsWith(QLatin1Char('.')));
    QVERIFY(!name.startsWith(QLatin1Char(' ')));
    QVERIFY(!name.endsWith(QStringLiteral("..csv")));
    QVERIFY(!name.endsWith(QStringLiteral(" .csv")));
    // No half of a letter.
    QVERIFY(name.isValidUtf16());
    // With room for " (2)" and for what a temporary neighbour is called.
    constexpr qsizetype mostBytes = 255;
    QVERIFY2(name.toUtf8().size() + 20 <= mostBytes, QByteArray::number(name.toUtf8().size()).constData());
    QTemporaryDir folder;
    touch(folder.filePath(name));
}

void TestFileName::keepsTheDatesOfALongName()
{
    const QDate day(2025, 10, 16);
    QVERIFY(suggested(QString(1000, u'x'), day, day).endsWith(QStringLiteral(" – 2025-10-16.csv")));
}

void TestFileName::findsAPathWhereNothingIsYet_data()
{
    QTest::addColumn<QStringList>("present");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* name, const QStringList& present, const char* wanted, const char* found) {
        QTest::newRow(name) << present << QString::fromUtf8(wanted) << QString::fromUtf8(found);
    };
    const QString a = QStringLiteral("a.csv");
    row("nothing there", {}, "a.csv", "a.csv");
    row("taken", {a}, "a.csv", "a (2).csv");
    row("taken twice", {a, QStringLiteral("a (2).csv")}, "a.csv", "a (3).csv");
    row("a gap", {a, QStringLiteral("a (3).csv")}, "a.csv", "a (2).csv");
    row("no suffix", {QStringLiteral("a")}, "a", "a (2)");
    row("a dot within", {QStringLiteral("Sol S.A. – all.csv")}, "Sol S.A. – all.csv",
        "Sol S.A. – all (2).csv");
}

void TestFileName::findsAPathWhereNothingIsYet()
{
    QFETCH(const QStringList, present);
    QFETCH(const QString, wanted);
    QFETCH(const QString, found);
    QTemporaryDir folder;
    for (const QString& name : present) {
        touch(folder.filePath(name));
    }
    QCOMPARE(uniquePath(folder.filePath(wanted)), folder.filePath(found));
}

QTEST_GUILESS_MAIN(TestFileName)
#include "tst_filename.moc"
