// The sentences a person reads: one for whatever can happen, right in number, and free of the machinery's
// words.

#include "app/wording.h"

#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace leadway;
using namespace std::chrono_literals;

namespace
{

constexpr int kErrorKinds = static_cast<int>(ErrorKind::Storage) + 1;
constexpr int kFaults = static_cast<int>(QueryFault::LimitOutOfRange) + 1;

// English plural forms made from the sources' "(s)", so that these tests see which number picks the form.
class EnglishPlurals : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* /*comment*/, int n) const override
    {
        if (n < 0 || qstrcmp(context, "leadway::Wording") != 0) {
            return {};
        }
        return QString::fromUtf8(source).replace(QStringLiteral("(s)"),
                                                 n == 1 ? QString() : QStringLiteral("s"));
    }
};

QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

ExportReport reportOf(std::optional<qint64> expected, qint64 received, qint64 written)
{
    ExportReport report;
    WalkReport walk;
    walk.expected = expected;
    walk.received = received;
    walk.written = written;
    report.walks = {walk};
    return report;
}

// What a person need not know: numbers of statuses, addresses, names of parameters and of our own parts.
void verifyPlain(const QString& sentence)
{
    static const QRegularExpression machinery(
        QStringLiteral(
            "\\b[1-5]\\d\\d\\b|https?:|://|locationId|cursor|HTTP|JSON object|spool|query|null|%\\d|%n"),
        QRegularExpression::CaseInsensitiveOption);
    QVERIFY2(!sentence.contains(machinery), qPrintable(sentence));
}

} // namespace

class TestWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasASentenceForEveryError_data();
    void hasASentenceForEveryError();
    void namesTheFileThatStandsInTheWay_data();
    void namesTheFileThatStandsInTheWay();
    void quotesWhatTheServiceRefused();
    void namesTheHostOfARedirect();
    void groupsTheDigits_data();
    void groupsTheDigits();
    void hasASentenceForEveryFault_data();
    void hasASentenceForEveryFault();
    void tellsHowFarItIs_data();
    void tellsHowFarItIs();
    void tellsHowLongItWaits_data();
    void tellsHowLongItWaits();
    void tellsWhatWasSaved_data();
    void tellsWhatWasSaved();
    void neverSaysNothingIsMissingWhereSomethingIs();
    void addsWhatElseIsWorthKnowing();
    void tellsHowMuchIsShown_data();
    void tellsHowMuchIsShown();
    void tellsTheDates_data();
    void tellsTheDates();
    void saysWhatAnExportIsAbout();
    void namesChannelsFormatsAndZones();
    void namesColumnsAsFarAsOneReads();

private:
    EnglishPlurals m_plurals;
};

void TestWording::initTestCase()
{
    QVERIFY(QCoreApplication::installTranslator(&m_plurals));
}

void TestWording::hasASentenceForEveryError_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < kErrorKinds; ++kind) {
        QTest::addRow("kind %d", kind) << kind;
    }
}

void TestWording::hasASentenceForEveryError()
{
    QFETCH(const int, kind);
    Error error;
    error.kind = static_cast<ErrorKind>(kind);
    error.httpStatus = 418;
    error.retryAfter = 417s;
    const wording::Advice advice = wording::advice(error, QStringLiteral("export.csv"));
    QVERIFY(!advice.what.trimmed().isEmpty());
    QVERIFY(!advice.toDo.trimmed().isEmpty());
    verifyPlain(advice.what);
    verifyPlain(advice.toDo);
    // The system's and the service's own words stay out of the sentence, but for what a person chose wrongly.
    error.detail = QStringLiteral("ECONN 418 at https://services.example.com/x?locationId=1");
    const bool quotes = error.kind == ErrorKind::Refused || error.kind == ErrorKind::CursorExpired ||
                        error.kind == ErrorKind::Redirect || error.kind == ErrorKind::SpoolInUse;
    const wording::Advice again = wording::advice(error, QStringLiteral("export.csv"));
    QCOMPARE(again.what == advice.what, !quotes);
    QCOMPARE(again.toDo, advice.toDo);
}

void TestWording::namesTheFileThatStandsInTheWay_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("in use") << ErrorKind::FileInUse;
    QTest::newRow("a folder") << ErrorKind::IsFolder;
    QTest::newRow("a forbidden name") << ErrorKind::NameForbidden;
    QTest::newRow("something else") << ErrorKind::FolderTaken;
    QTest::newRow("no folder") << ErrorKind::FolderMissing;
}

void TestWording::namesTheFileThatStandsInTheWay()
{
    QFETCH(const ErrorKind, kind);
    const wording::Advice advice = wording::advice({kind, 0, {}, {}}, QStringLiteral("May %1.csv"));
    QVERIFY((advice.what + advice.toDo).contains(QStringLiteral("“May %1.csv”")));
}

void TestWording::quotesWhatTheServiceRefused()
{
    const Error error{ErrorKind::Refused, 422, QStringLiteral("limit must not be less than 10"), {}};
    QCOMPARE(wording::advice(error).what,
             QStringLiteral("Leadway refused this choice: limit must not be less than 10"));
}

void TestWording::namesTheHostOfARedirect()
{
    const Error error{ErrorKind::Redirect, 302, QStringLiteral("login.example.com"), {}};
    QVERIFY(wording::advice(error).what.contains(QStringLiteral("login.example.com")));
}

void TestWording::groupsTheDigits_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("inEnglish");
    QTest::addColumn<QString>("inSpanish");
    const auto row = [](qint64 value, const char* inEnglish, const char* inSpanish) {
        QTest::newRow(inEnglish) << value << QString::fromUtf8(inEnglish) << QString::fromUtf8(inSpanish);
    };
    row(0, "0", "0");
    row(999, "999", "999");
    row(1'700, "1,700", "1700");
    row(12'345, "12,345", "12.345");
    row(123'456, "123,456", "123.456");
    row(1'182'752, "1,182,752", "1.182.752");
    row(12'345'678, "12,345,678", "12.345.678");
    row(5'000'000'000, "5,000,000,000", "5.000.000.000");
}

void TestWording::groupsTheDigits()
{
    QFETCH(const qint64, value);
    QFETCH(const QString, inEnglish);
    QFETCH(const QString, inSpanish);
    QCOMPARE(wording::number(value, english()), inEnglish);
    QCOMPARE(wording::number(value, QLocale(QLocale::Spanish, QLocale::Spain)), inSpanish);
}

void TestWording::hasASentenceForEveryFault_data()
{
    QTest::addColumn<int>("fault");
    for (int fault = 0; fault < kFaults; ++fault) {
        QTest::addRow("fault %d", fault) << fault;
    }
}

void TestWording::hasASentenceForEveryFault()
{
    QFETCH(const int, fault);
    const QString sentence = wording::fault(static_cast<QueryFault>(fault));
    QVERIFY(!sentence.trimmed().isEmpty());
    if (static_cast<QueryFault>(fault) == QueryFault::LimitOutOfRange) {
        QVERIFY(sentence.contains(QStringLiteral("10")) && sentence.contains(QStringLiteral("500")));
    } else {
        verifyPlain(sentence);
    }
}

void TestWording::tellsHowFarItIs_data()
{
    QTest::addColumn<Fetching>("fetching");
    QTest::addColumn<std::optional<double>>("perSecond");
    QTest::addColumn<int>("left"); // seconds, -1: not known
    QTest::addColumn<QString>("text");
    using Speed = std::optional<double>;
    const auto row = [](const Fetching& fetching, Speed speed, int left, const char* text) {
        QTest::newRow(text) << fetching << speed << left << QString::fromUtf8(text);
    };
    row({0, {}}, {}, -1, "0 messages");
    row({1, {}}, {}, -1, "1 message");
    row({12345, {}}, {}, -1, "12,345 messages");
    row({0, 1}, {}, -1, "0 of about 1 message");
    row({1, 2}, {}, -1, "1 of about 2 messages");
    row({4120, 12345}, 1850.4, 5, "4,120 of about 12,345 messages · 1,850 a second · about 5 seconds left");
    row({4120, {}}, 1.0, -1, "4,120 messages · 1 a second");
    row({1, 9}, {}, 1, "1 of about 9 messages · about 1 second left");
    row({1, 9}, {}, 59, "1 of about 9 messages · about 59 seconds left");
    row({1, 9}, {}, 60, "1 of about 9 messages · about 1 minute left");
    row({1, 9}, {}, 150, "1 of about 9 messages · about 3 minutes left");
    row({1, 9}, {}, 3600, "1 of about 9 messages · about 1 hour left");
    row({1, 9}, {}, 7300, "1 of about 9 messages · about 2 hours left");
    // More than the service announced: no lie about a share.
    row({12, 10}, {}, -1, "12 of about 10 messages");
    row({0, 5'000'000'000}, {}, -1, "0 of about 5,000,000,000 messages");
}

void TestWording::tellsHowFarItIs()
{
    QFETCH(const Fetching, fetching);
    QFETCH(const std::optional<double>, perSecond);
    QFETCH(const int, left);
    QFETCH(const QString, text);
    const auto span = left < 0 ? std::nullopt : std::optional(std::chrono::seconds(left));
    QCOMPARE(wording::progress(fetching, perSecond, span, english()), text);
}

void TestWording::tellsHowLongItWaits_data()
{
    QTest::addColumn<int>("msecs");
    QTest::addColumn<std::optional<Error>>("error");
    QTest::addColumn<QString>("text");
    const auto row = [](int msecs, std::optional<ErrorKind> kind, const char* text) {
        const auto error =
            kind ? std::optional(Error{*kind, 503, QStringLiteral("detail"), {}}) : std::nullopt;
        QTest::addRow("%d ms: %s", msecs, text) << msecs << error << QString::fromUtf8(text);
    };
    row(8000, {}, "Leadway asks to wait 8 seconds; it goes on by itself.");
    row(8001, {}, "Leadway asks to wait 9 seconds; it goes on by itself.");
    row(1000, ErrorKind::RateLimited, "Leadway asks to wait 1 second; it goes on by itself.");
    row(3'600'000, ErrorKind::RateLimited, "Leadway asks to wait 1 hour; it goes on by itself.");
    row(0, ErrorKind::Server, "Leadway does not answer. It is tried again in 1 second.");
    row(2500, ErrorKind::Network, "Leadway does not answer. It is tried again in 3 seconds.");
}

void TestWording::tellsHowLongItWaits()
{
    QFETCH(const int, msecs);
    QFETCH(const std::optional<Error>, error);
    QFETCH(const QString, text);
    QCOMPARE(wording::waiting({{5, 10}, std::chrono::milliseconds(msecs), error}), text);
}

void TestWording::tellsWhatWasSaved_data()
{
    QTest::addColumn<ExportReport>("report");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const ExportReport& report, const char* text) {
        QTest::newRow(name) << report << QString::fromUtf8(text);
    };
    row("as announced", reportOf(12345, 12345, 12345),
        "Saved 12,345 of 12,345 messages. Nothing is missing.");
    row("nothing", reportOf(0, 0, 0), "No messages match, so there are none in the file.");
    row("more than announced", reportOf(10, 12, 12), "Saved 12 of 12 messages. Nothing is missing.");
    row("short by one", reportOf(10, 9, 9), "Saved 9 of 10. 1 are missing.");
    row("short by two thousand", reportOf(12000, 10000, 10000), "Saved 10,000 of 12,000. 2,000 are missing.");
    row("no total", reportOf({}, 9, 9), "Saved 9 messages, all that Leadway had.");
    ExportReport twice = reportOf(10, 12, 10);
    twice.walks.front().duplicates = 2;
    row("some came twice", twice, "Saved 10 of 10 messages. Nothing is missing.");
    ExportReport hidden = reportOf(10, 10, 9);
    hidden.walks.front().duplicates = 1;
    row("one came twice in another's place", hidden, "Saved 9 of 10. 1 are missing.");
    ExportReport cut = reportOf(12, 12, 10);
    cut.walks.front().outside = 1;
    cut.walks.front().filtered = 1;
    row("some were not asked for", cut, "Saved 10 of 10 messages. Nothing is missing.");
    const auto filtered = [](std::optional<qint64> expected, qint64 received, qint64 written) {
        ExportReport report = reportOf(expected, received, written);
        report.walks.front().leftOut = received - written;
        report.walks.front().filtered = received - written;
        return report;
    };
    row("by a filter", filtered(12345, 12345, 37),
        "Saved 37 of 12,345 messages, all that match the filters. Nothing is missing.");
    row("nothing by a filter", filtered(10, 10, 0),
        "Saved 0 of 10 messages, all that match the filters. Nothing is missing.");
    row("by a filter, no total", filtered({}, 10, 3),
        "Saved 3 of the 10 messages that Leadway had, all that match the filters.");
    row("by a filter, short", filtered(12, 10, 3),
        "Saved 3 messages that match the filters. 2 could not be looked at.");
    ExportReport partly = filtered(12, 10, 3);
    partly.isPartial = true;
    row("by a filter, partial", partly,
        "Saved 3 messages that match the filters. The export was ended before all had come.");
    ExportReport notRead = filtered(10, 9, 3);
    notRead.walks.front().received = 10;
    notRead.walks.front().unreadableLate = 1;
    row("by a filter, one not understood", notRead,
        "Saved 3 messages that match the filters. 1 could not be looked at.");
    ExportReport stoppedByFilter = filtered({}, 9, 3);
    stoppedByFilter.walks.front().stoppedWithoutProgress = true;
    row("by a filter, stopped", stoppedByFilter,
        "Saved 3 messages that match the filters. There may be more.");
    ExportReport stopped = reportOf({}, 9, 9);
    stopped.walks.front().stoppedWithoutProgress = true;
    row("stopped, no total", stopped, "Saved 9 messages. There may be more.");
    ExportReport stoppedAtTheEnd = reportOf(9, 9, 9);
    stoppedAtTheEnd.walks.front().stoppedWithoutProgress = true;
    row("stopped with all of them", stoppedAtTheEnd, "Saved 9 of 9 messages. Nothing is missing.");
    ExportReport many = reportOf(12345, 12345, 12345);
    many.files = 1212;
    row("in many files", many,
        "Saved 12,345 of 12,345 messages. Nothing is missing. They are in 1,212 files.");
    many.files = 1;
    row("in a folder with one", many,
        "Saved 12,345 of 12,345 messages. Nothing is missing. They are in 1 file.");
}

void TestWording::tellsWhatWasSaved()
{
    QFETCH(const ExportReport, report);
    QFETCH(const QString, text);
    QVERIFY(report.balances());
    QCOMPARE(wording::finished(report, english()), text);
}

// A message that could not be understood is not in the file, so something is missing.
void TestWording::neverSaysNothingIsMissingWhereSomethingIs()
{
    for (const std::optional<qint64> expected : {std::optional<qint64>(10), std::optional<qint64>()}) {
        ExportReport report = reportOf(expected, 10, 9);
        report.walks.front().unreadable = 1;
        QVERIFY(report.balances());
        QCOMPARE(wording::finished(report, english()), QStringLiteral("Saved 9 of 10. 1 are missing."));
    }
    // Nor where another walk brought more than was announced.
    ExportReport report = reportOf(10, 8, 8);
    report.walks.push_back(reportOf(10, 15, 15).walks.front());
    QCOMPARE(wording::finished(report, english()), QStringLiteral("Saved 23 of 25. 2 are missing."));
}

void TestWording::addsWhatElseIsWorthKnowing()
{
    ExportReport report = reportOf(10, 10, 10);
    QCOMPARE(wording::remarks(report, english()), QString());
    report.cutCells = 1;
    report.repairedMessages = 2000;
    report.walks.front().unreadable = 3;
    const QString remarks = wording::remarks(report, english());
    QVERIFY(remarks.contains(QStringLiteral("1 text were shortened")));
    QVERIFY(remarks.contains(QStringLiteral("3 messages could not be understood")));
    QVERIFY(remarks.contains(QStringLiteral("2,000 messages had damaged characters")));
    QCOMPARE(remarks.count(QLatin1Char('.')), 4);
    report.walks.front().stoppedWithoutProgress = true;
    QCOMPARE(wording::remarks(report, english()).count(QLatin1Char('.')), 5);
}

void TestWording::tellsHowMuchIsShown_data()
{
    QTest::addColumn<PreviewState>("state");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 loaded, std::optional<qint64> total, bool atEnd, const char* text) {
        PreviewState state;
        state.loaded = loaded;
        state.total = total;
        state.atEnd = atEnd;
        QTest::addRow("%s%s", text, atEnd ? ", the end" : "") << state << QString::fromUtf8(text);
    };
    row(500, 12345, false, "Showing 500 of 12,345");
    row(500, {}, false, "Showing 500 messages");
    row(1, 1, true, "Showing 1 message");
    row(0, 0, true, "Showing 0 messages");
    row(480, 500, true, "Showing 480 messages"); // the total was an estimate
    row(510, 500, false, "Showing 510 messages");
    const auto found = [](qint64 loaded, qint64 searched, std::optional<qint64> total, bool atEnd,
                          const char* text) {
        PreviewState state;
        state.loaded = loaded;
        state.searched = searched;
        state.total = total;
        state.atEnd = atEnd;
        QTest::addRow("%s%s", text, atEnd ? ", the end" : "") << state << QString::fromUtf8(text);
    };
    found(12, 4500, 12345, false, "12 found in 4,500 of 12,345");
    found(0, 500, {}, false, "0 found in 500");
    found(12, 12340, 12345, true, "12 found in 12,340");
    found(12, 510, 500, false, "12 found in 510");
}

void TestWording::tellsHowMuchIsShown()
{
    QFETCH(const PreviewState, state);
    QFETCH(const QString, text);
    QCOMPARE(wording::showing(state, english()), text);
}

void TestWording::tellsTheDates_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<QString>("text");
    const QDate day(2025, 10, 16);
    QTest::newRow("all") << QDate() << QDate() << QStringLiteral("All time");
    QTest::newRow("from") << day << QDate() << QStringLiteral("from 16 Oct 2025");
    QTest::newRow("until") << QDate() << day << QStringLiteral("until 16 Oct 2025");
    QTest::newRow("a day") << day << day << QStringLiteral("16 Oct 2025");
    QTest::newRow("one year") << day << QDate(2025, 11, 14) << QStringLiteral("16 Oct – 14 Nov 2025");
    QTest::newRow("two years") << day << QDate(2026, 1, 2) << QStringLiteral("16 Oct 2025 – 2 Jan 2026");
}

void TestWording::tellsTheDates()
{
    QFETCH(const QDate, from);
    QFETCH(const QDate, to);
    QFETCH(const QString, text);
    const QTimeZone zone("America/Mexico_City");
    QCOMPARE(wording::dates(wholeDays(from, to, zone), zone, english()), text);
}

void TestWording::saysWhatAnExportIsAbout()
{
    MessageQuery query;
    query.channels = Channel::Sms;
    const auto subject = [&query] {
        return wording::subject(QStringLiteral("Sol"), query, QTimeZone::utc(), english());
    };
    QCOMPARE(subject(), QStringLiteral("Sol · SMS · All time"));
    query.contactId = QStringLiteral("contact1");
    query.filter = {Direction::Received, QStringLiteral("no-answer"), QStringLiteral(" una  cita %1 "), true};
    QCOMPARE(subject(), QStringLiteral("Sol · SMS · All time · one contact · received · status: No answer · "
                                       "“una cita %1” in the text · with something attached"));
    query.filter = {Direction::Sent, {}, {}, false};
    QCOMPARE(wording::filter(query.filter), QStringLiteral("sent"));
    QCOMPARE(wording::filter({}), QString());
}

void TestWording::namesChannelsFormatsAndZones()
{
    QCOMPARE(wording::channels(allChannels()), QStringLiteral("All messages"));
    QCOMPARE(wording::channels(Channel::WhatsApp | Channel::Sms), QStringLiteral("SMS, WhatsApp"));
    QStringList names;
    for (const auto& [key, format] : kFormatKeys) {
        names.append(wording::formatName(format));
        QVERIFY(!names.last().isEmpty() && !wording::formatPurpose(format).isEmpty());
    }
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(wording::zoneName(QTimeZone("America/Mexico_City")), QStringLiteral("Times: Mexico City"));
    QCOMPARE(wording::zoneName(QTimeZone("UTC")), QStringLiteral("Times: UTC"));
    QVERIFY(!wording::rendering().isEmpty() && !wording::cancelled().isEmpty());
}

void TestWording::namesColumnsAsFarAsOneReads()
{
    FormatOptions options;
    options.columns = ColumnChoice::Simple;
    QCOMPARE(wording::columns(options), QStringLiteral("Date, channel, direction, contact, message, status"));
    options.columns = ColumnChoice::Own;
    options.ownColumns = {"messageIds", "dateAdded", "messageIds", "cc"};
    QCOMPARE(wording::columns(options), QStringLiteral("E-mail message ids, exact date (UTC), cc"));
    options.ownColumns = {"date", "body", "cc", "bcc", "from", "to", "error", "status", "source"};
    QVERIFY(wording::columns(options).endsWith(QStringLiteral(", status, source")));
    options.ownColumns.push_back("subject");
    QVERIFY(wording::columns(options).endsWith(QStringLiteral(", status and 2 more")));
}

QTEST_GUILESS_MAIN(TestWording)
#include "tst_wording.moc"
