// The account of an export in words: every count is there, in the right row, and the sum is told as it is.

#include "app/reporttext.h"
#include "app/wording.h"

#include <QDir>
#include <QTest>

using namespace leadway;

namespace
{

const QString kAccount = QStringLiteral("Clínica Sol");

QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

ExportRequest request()
{
    ExportRequest request;
    request.query.locationId = QStringLiteral("demo0000000000000001");
    request.query.interval = wholeDays(QDate(2025, 10, 16), QDate(2025, 11, 14), QTimeZone("Europe/Madrid"));
    request.format.zone = QTimeZone("Europe/Madrid");
    request.path = QStringLiteral("/srv/Documents/asked.csv");
    return request;
}

ExportReport report()
{
    ExportReport report;
    WalkReport main;
    main.expected = 12'000;
    main.requests = 1'200;
    main.retries = 2;
    main.restarts = 1;
    main.received = 12'000;
    main.outside = 3;
    main.filtered = 4;
    main.unreadable = 5;
    WalkReport email;
    email.channel = QStringLiteral("Email");
    email.expected = 345;
    email.requests = 1;
    email.received = 345;
    main.duplicates = 6;
    main.written = 11'982;
    email.duplicates = 2;
    email.written = 343;
    report.walks = {main, email};
    report.cutCells = 9;
    report.repairedMessages = 10;
    report.path = QStringLiteral("/srv/Documents/Clínica Sol.csv");
    report.bytes = 5'000'000;
    report.sha256 = QByteArray(64, 'a');
    return report;
}

ReportText textOf(const State& state, const ExportRequest& asked = request())
{
    return reportText(kAccount, asked, state, english());
}

// The value beside a label; that of the n-th, should several rows have it.
QString value(const ReportText& text, const char* label, int n = 0)
{
    for (const ReportSection& section : text.sections) {
        for (const ReportRow& row : section.rows) {
            if (row.label == QString::fromUtf8(label) && n-- == 0) {
                return row.value;
            }
        }
    }
    return QStringLiteral("(no such row)");
}

bool has(const ReportText& text, const char* label)
{
    return value(text, label) != QStringLiteral("(no such row)");
}

// The sentence by itself.
QString sentence(const ReportText& text)
{
    return value(text, "");
}

} // namespace

class TestReportText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryCount();
    void tellsEachWalk();
    void namesTheFile();
    void tellsWhatTheFilterLeftOut();
    void tellsOfManyFiles();
    void tellsSmallFilesInBytes();
    void namesTheFilters();
    void saysWhatIsNotKnown();
    void saysWhetherItBalances();
    void tellsWhatWasSavedBefore();
    void tellsThatThereIsNoFile();
    void followsTheLocale();
    void tellsWhatWentWrong();
    void leavesOutWhatNobodySaid_data();
    void leavesOutWhatNobodySaid();
    void saysWhereItWentWrong_data();
    void saysWhereItWentWrong();
    void isEmptyWhileNothingHasEnded();
    void isTextToBePasted();
};

void TestReportText::tellsEveryCount()
{
    const ReportText text = textOf(Finished{report(), {}});
    QCOMPARE(text.title, wording::finished(report(), english()));
    QCOMPARE(text.line, wording::remarks(report(), english()));
    QCOMPARE(value(text, "Announced by Leadway"), QStringLiteral("12,345"));
    QCOMPARE(value(text, "Received"), QStringLiteral("12,345"));
    QCOMPARE(value(text, "Written"), QStringLiteral("12,325"));
    QCOMPARE(value(text, "Dropped as duplicates"), QStringLiteral("8"));
    QCOMPARE(value(text, "Outside the dates"), QStringLiteral("3"));
    QCOMPARE(value(text, "Of other channels"), QStringLiteral("4"));
    QCOMPARE(value(text, "Left out by more filters"), QStringLiteral("0"));
    QCOMPARE(value(text, "Could not be understood"), QStringLiteral("5"));
    QCOMPARE(value(text, "Shortened texts"), QStringLiteral("9"));
    QCOMPARE(value(text, "With replaced characters"), QStringLiteral("10"));
    QCOMPARE(value(text, "Requests"), QStringLiteral("1,201"));
    QCOMPARE(value(text, "Retries"), QStringLiteral("2"));
}

void TestReportText::tellsEachWalk()
{
    ExportReport stopped = report();
    stopped.walks[1].stoppedWithoutProgress = true;
    WalkReport calls;
    calls.channel = QStringLiteral("Call");
    calls.endedEmpty = true;
    calls.lanes = 9;
    calls.wentBack = WentBack::RangeIgnored;
    stopped.walks[1].lanes = 2;
    stopped.walks[1].wentBack = WentBack::FellShort;
    WalkReport unheardOf;
    unheardOf.channel = QStringLiteral("Pigeon");
    stopped.walks.push_back(calls);
    stopped.walks.push_back(unheardOf);
    const ReportText text = textOf(Finished{stopped, {}});
    QCOMPARE(value(text, "All but e-mail"),
             QStringLiteral(
                 "announced: 12,000 · received: 12,000 · written: 11,982 · requests: 1,200 · restarts: 1"));
    QCOMPARE(value(text, "E-mail"),
             QStringLiteral("announced: 345 · received: 345 · written: 343 · requests: 1 · restarts: 0 · "
                            "side by side: 2 stretches of time · then once more one after the other, since "
                            "less came than was announced · stopped, since the same came again"));
    QCOMPARE(value(text, "Call"),
             QStringLiteral("announced: not known · received: 0 · written: 0 · requests: 0 · "
                            "restarts: 0 · side by side: 9 stretches of time · then one "
                            "after the other, since other dates came than were asked "
                            "for · ended by an empty answer"));
    QVERIFY(has(text, "Pigeon"));
}

void TestReportText::namesTheFile()
{
    const ReportText text = textOf(Finished{report(), {}});
    QCOMPARE(value(text, "Account"), kAccount);
    QCOMPARE(value(text, "Channels"), QStringLiteral("All messages"));
    QCOMPARE(value(text, "Dates"), QStringLiteral("16 Oct – 14 Nov 2025"));
    QCOMPARE(value(text, "Name"), QStringLiteral("Clínica Sol.csv"));
    QCOMPARE(value(text, "Folder"), QDir::toNativeSeparators(QStringLiteral("/srv/Documents")));
    QCOMPARE(value(text, "Format"), wording::formatName(Format::Xlsx));
    QCOMPARE(value(text, "Size"), QStringLiteral("5.0 MB (5,000,000 bytes)"));
    QCOMPARE(value(text, "SHA-256"), QString(64, u'a'));
}

void TestReportText::tellsWhatTheFilterLeftOut()
{
    ExportReport filtered = report();
    filtered.walks.front().leftOut = 3; // of the 4 that were filtered
    ExportRequest asked = request();
    QVERIFY(!has(textOf(Finished{filtered, {}}, asked), "More filters"));
    asked.query.filter.direction = Direction::Sent;
    asked.query.filter.text = QStringLiteral("cita");
    const ReportText text = textOf(Finished{filtered, {}}, asked);
    QCOMPARE(value(text, "More filters"), QStringLiteral("sent · “cita” in the text"));
    QCOMPARE(value(text, "Of other channels"), QStringLiteral("1"));
    QCOMPARE(value(text, "Left out by more filters"), QStringLiteral("3"));
    QVERIFY(sentence(text).contains(QStringLiteral("+ 1 of other channels + 3 left out by more filters +")));
}

void TestReportText::tellsOfManyFiles()
{
    QVERIFY(!has(textOf(Finished{report(), {}}), "Files"));
    ExportReport many = report();
    many.path = QStringLiteral("/srv/Documents/Clínica Sol");
    many.files = 1212;
    many.sha256.clear(); // there is none of a folder
    const ReportText text = textOf(Finished{many, {}});
    QCOMPARE(value(text, "Name"), QStringLiteral("Clínica Sol"));
    QCOMPARE(value(text, "Folder"), QDir::toNativeSeparators(QStringLiteral("/srv/Documents")));
    QCOMPARE(value(text, "Files"), QStringLiteral("1,212"));
    QVERIFY(!has(text, "SHA-256"));
}

void TestReportText::tellsSmallFilesInBytes()
{
    ExportReport small = report();
    small.bytes = 999;
    QCOMPARE(value(textOf(Finished{small, {}}), "Size"), QStringLiteral("999 bytes"));
    small.bytes = 1000;
    QCOMPARE(value(textOf(Finished{small, {}}), "Size"), QStringLiteral("1.0 kB (1,000 bytes)"));
}

void TestReportText::namesTheFilters()
{
    ExportRequest asked = request();
    QVERIFY(!has(textOf(Finished{report(), {}}, asked), "Contact"));
    QVERIFY(!has(textOf(Finished{report(), {}}, asked), "Conversation"));
    asked.query.contactId = QStringLiteral("contact1");
    asked.query.conversationId = QStringLiteral("conversation1");
    asked.query.channels = Channel::Sms | Channel::WhatsApp;
    const ReportText text = textOf(Finished{report(), {}}, asked);
    QCOMPARE(value(text, "Contact"), asked.query.contactId);
    QCOMPARE(value(text, "Conversation"), asked.query.conversationId);
    QCOMPARE(value(text, "Channels"), QStringLiteral("SMS, WhatsApp"));
}

void TestReportText::saysWhatIsNotKnown()
{
    ExportReport unannounced = report();
    unannounced.walks[1].expected.reset();
    const ReportText text = textOf(Finished{unannounced, {}});
    QCOMPARE(value(text, "Announced by Leadway"), QStringLiteral("not known"));
    QVERIFY(value(text, "E-mail").startsWith(QStringLiteral("announced: not known")));
}

void TestReportText::tellsWhatWasSavedBefore()
{
    QVERIFY(!has(textOf(Finished{report(), {}}), "Saved before"));
    ExportReport onlyNew = report();
    onlyNew.isOnlyNew = true;
    onlyNew.walks[0].known = 1234;
    onlyNew.walks[0].received += 1234;
    QVERIFY(onlyNew.balances());
    const ReportText text = textOf(Finished{onlyNew, {}});
    QCOMPARE(value(text, "Saved before"), QStringLiteral("1,234"));
    QVERIFY2(sentence(text).contains(QStringLiteral(" + 1,234 saved before + ")), qPrintable(sentence(text)));
    onlyNew.walks[0].known = 0;
    QVERIFY(!onlyNew.balances());
}

void TestReportText::tellsThatThereIsNoFile()
{
    ExportReport nothing;
    nothing.isOnlyNew = true;
    nothing.placement = Placement::NoFile;
    const ReportText text = textOf(Finished{nothing, {}});
    QCOMPARE(text.title, QStringLiteral("There was nothing new, so no file was written."));
    QCOMPARE(value(text, "Name"), QStringLiteral("none"));
    QVERIFY(!has(text, "SHA-256"));
}

void TestReportText::saysWhetherItBalances()
{
    QCOMPARE(sentence(textOf(Finished{report(), {}})),
             QStringLiteral("Everything that came is accounted for: 12,345 received = 12,325 written + "
                            "8 duplicates + 3 outside the dates + 4 of other channels + 0 left out by more "
                            "filters + 5 not understood."));
    ExportReport unbalanced = report();
    unbalanced.walks.front().written = 11'981;
    QVERIFY(!unbalanced.balances());
    QCOMPARE(sentence(textOf(Finished{unbalanced, {}})),
             QStringLiteral("This does not add up: 12,345 received, but 12,324 written + "
                            "8 duplicates + 3 outside the dates + 4 of other channels + 0 left out by more "
                            "filters + 5 not understood."));
}

void TestReportText::followsTheLocale()
{
    const QLocale spanish(QLocale::Spanish, QLocale::Spain);
    const ReportText text = reportText(kAccount, request(), Finished{report(), {}}, spanish);
    QCOMPARE(value(text, "Received"), QStringLiteral("12.345"));
    QVERIFY(value(text, "Size").contains(QStringLiteral("5.000.000")));
}

void TestReportText::tellsWhatWentWrong()
{
    const QString words = QStringLiteral("limit must not be <b>less</b> than 10\nand not %1");
    const Error error{ErrorKind::Refused, 422, words, {}};
    const ReportText text = textOf(Failed{error, 4'120, {}});
    QCOMPARE(text.title, wording::advice(error).what);
    QCOMPARE(text.line, wording::advice(error).toDo);
    QCOMPARE(value(text, "Kind"), QStringLiteral("Leadway’s answer"));
    QCOMPARE(value(text, "HTTP status"), QStringLiteral("422"));
    QCOMPARE(value(text, "Leadway’s own words"), words);
    QCOMPARE(value(text, "Messages received"), QStringLiteral("4,120"));
    QCOMPARE(value(text, "Account"), kAccount);
    QCOMPARE(value(text, "Name"), QStringLiteral("asked.csv"));
    QVERIFY(!has(text, "Size"));
}

void TestReportText::leavesOutWhatNobodySaid_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<bool>("hasStatus");
    QTest::addColumn<bool>("hasWords");
    QTest::newRow("nothing") << Error{ErrorKind::Network, 0, {}, {}} << false << false;
    QTest::newRow("a status") << Error{ErrorKind::Server, 503, {}, {}} << true << false;
    QTest::newRow("words") << Error{ErrorKind::Storage, 0, QStringLiteral("I/O error"), {}} << false << true;
}

void TestReportText::leavesOutWhatNobodySaid()
{
    QFETCH(const Error, error);
    QFETCH(const bool, hasStatus);
    QFETCH(const bool, hasWords);
    const ReportText text = textOf(Failed{error, 0, {}});
    QCOMPARE(has(text, "HTTP status"), hasStatus);
    QCOMPARE(has(text, "More exactly"), hasWords);
    QVERIFY(!has(text, "Leadway’s own words"));
    QVERIFY(has(text, "Kind"));
}

void TestReportText::saysWhereItWentWrong_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("first of the service") << ErrorKind::TokenInvalid << QStringLiteral("Leadway’s answer");
    QTest::newRow("last of the service") << ErrorKind::Server << QStringLiteral("Leadway’s answer");
    QTest::newRow("first of the way") << ErrorKind::Network << QStringLiteral("Connection");
    QTest::newRow("last of the way") << ErrorKind::TooLarge << QStringLiteral("Connection");
    QTest::newRow("first of this computer") << ErrorKind::FileInUse << QStringLiteral("This computer");
    QTest::newRow("last of this computer") << ErrorKind::Storage << QStringLiteral("This computer");
}

void TestReportText::saysWhereItWentWrong()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, name);
    QCOMPARE(value(textOf(Failed{{kind, 0, {}, {}}, 0, {}}), "Kind"), name);
}

void TestReportText::isEmptyWhileNothingHasEnded()
{
    for (const State& state :
         std::initializer_list<State>{Idle{}, Fetching{}, Waiting{}, Rendering{}, Cancelled{}}) {
        const ReportText text = textOf(state);
        QVERIFY(text.title.isEmpty() && text.line.isEmpty() && text.sections.empty());
    }
}

void TestReportText::isTextToBePasted()
{
    const ReportText text{QStringLiteral("Title"),
                          QStringLiteral("Line"),
                          {{QStringLiteral("First"),
                            {{QStringLiteral("a"), QStringLiteral("1")}, {{}, QStringLiteral("All.")}}},
                           {QStringLiteral("Second"), {{QStringLiteral("b"), QStringLiteral("2\n3")}}}}};
    QCOMPARE(reportAsText(text), QStringLiteral("Title\nLine\n\nFirst\na\t1\nAll.\n\nSecond\nb\t2\n\t3\n"));
    QCOMPARE(reportAsText({QStringLiteral("Title"), {}, {}}), QStringLiteral("Title\n"));
}

QTEST_GUILESS_MAIN(TestReportText)
#include "tst_reporttext.moc"
