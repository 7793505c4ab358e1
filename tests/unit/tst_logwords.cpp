// What the log says of an export: enough to tell how it went, and nothing of whose it was.

#include "app/exportlog.h"
#include "app/log.h"
#include "app/logwords.h"

#include <QTemporaryDir>
#include <QTest>

using namespace leadway;
using namespace std::chrono_literals;

namespace
{

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

// Everything that a service or a person can put into an error.
Error tellingError(ErrorKind kind)
{
    return {kind, 503, text("maria@sol.es +34600111222 https://a/?b=c pit-1"), 1500ms, text("sim-12")};
}

ExportReport someReport()
{
    WalkReport walk;
    walk.expected = 12;
    walk.requests = 3;
    walk.retries = 1;
    walk.received = 11;
    walk.outside = 1;
    walk.written = 10;
    walk.waitedMsecs = 30;
    walk.lanes = 4;
    ExportReport report;
    report.walks = {walk, walk};
    report.walks[0].written -= 1;
    report.walks[0].duplicates = 1;
    report.path = text("/home/maria/Clínica Sol.csv");
    report.bytes = 123456789;
    return report;
}

} // namespace

class TestLogWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsExported();
    void tellsHowItGoes_data();
    void tellsHowItGoes();
    void namesEveryKindOfError();
    void tellsOfAnErrorOnlyWhatIsNoText_data();
    void tellsOfAnErrorOnlyWhatIsNoText();
    void notesAnExportFromItsBeginningToItsEnd();
};

void TestLogWords::tellsWhatIsExported()
{
    ExportRequest request;
    request.query.locationId = text("location1");
    request.query.channels = Channel::Sms | Channel::Other;
    request.query.contactId = text("contact1");
    request.query.interval.begin = 1'760'000'000'000;
    request.path = text("/home/maria/Clínica Sol.csv");
    request.format.format = Format::JsonLines;
    QCOMPARE(beginningInLog(request),
             text("begins: channels=SMS,Other from=2025-10-09T08:53:20.000Z before=open contact=yes "
                  "conversation=no direction=any status=no contains=no attachment=no by=createdAt order=desc "
                  "limit=500 lanes=auto format=jsonl"));
    QVERIFY(beginningInLog(request, true).startsWith(text("goes on from an earlier time: channels=SMS")));
    request = {};
    request.query.conversationId = text("conversation1");
    request.query.sortBy = SortBy::UpdatedAt;
    request.query.sortOrder = SortOrder::Ascending;
    request.lanes = 6;
    request.query.filter = {Direction::Received, text("failed"), text("secret words"), true};
    QCOMPARE(beginningInLog(request),
             text("begins: channels=SMS,Call,Email,WhatsApp,Instagram,Facebook,Other from=open before=open "
                  "contact=no conversation=yes direction=inbound status=yes contains=yes attachment=yes "
                  "by=updatedAt "
                  "order=asc limit=500 lanes=6 format=xlsx"));
}

void TestLogWords::tellsHowItGoes_data()
{
    QTest::addColumn<State>("before");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("line");
    const auto row = [](const char* name, const State& before, const State& state, const char* line) {
        QTest::newRow(name) << before << state << text(line);
    };
    const Waiting retry{{}, 2000ms, tellingError(ErrorKind::Server)};
    const Waiting allowance{{}, 9000ms, {}};
    row("progress", Fetching{1, {}}, Fetching{2, {}}, "");
    row("a retry", Fetching{}, retry,
        "tries again: Server http=503 trace=sim-12 retry-after=1500ms in=2000ms");
    row("one retry after the other", retry, retry,
        "tries again: Server http=503 trace=sim-12 retry-after=1500ms in=2000ms");
    row("no allowance", Fetching{}, allowance, "waits for the allowance: for=9000ms");
    row("still no allowance", allowance, allowance, "");
    row("writing", Fetching{}, Rendering{0, 5}, "writes the file: after=4321ms");
    row("writing on", Rendering{0, 5}, Rendering{1, 5}, "");
    row("the end", Rendering{}, Finished{someReport(), {}},
        "finished: took=4321ms requests=6 retries=2 waited=60ms lanes=8 expected=24 received=22 written=19 "
        "duplicates=1 "
        "outside=2 filtered=0 left-out=0 unreadable=0 cut=0 replaced=0 repaired=0 bytes=123456789 "
        "balances=yes "
        "partial=no "
        "complete=yes");
    row("a failure", Fetching{}, Failed{tellingError(ErrorKind::TokenInvalid), 77, text("unfinished1")},
        "failed: TokenInvalid http=503 trace=sim-12 retry-after=1500ms received=77 took=4321ms");
    row("a failure of this computer", Rendering{},
        Failed{{ErrorKind::DiskFull, 0, text("/home/x"), {}}, 5, {}},
        "failed: DiskFull received=5 took=4321ms");
    row("a pause", Fetching{}, Paused{{7, {}}, PauseReason::Asked}, "paused: received=7");
    row("a pause by itself", Waiting{}, Paused{{7, {}}, PauseReason::NoProgress},
        "paused since nothing comes: received=7");
    row("the end of a pause", Paused{}, Fetching{}, "goes on after the pause");
    row("cancelled", Fetching{}, Cancelled{}, "cancelled: took=4321ms");
}

void TestLogWords::tellsHowItGoes()
{
    QFETCH(const State, before);
    QFETCH(const State, state);
    QFETCH(const QString, line);
    QCOMPARE(stateInLog(before, state, 4321ms), line);
}

void TestLogWords::namesEveryKindOfError()
{
    QSet<QString> names;
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Storage); ++kind) {
        names.insert(kindInLog(static_cast<ErrorKind>(kind)));
    }
    QCOMPARE(names.size(), static_cast<int>(ErrorKind::Storage) + 1);
    QVERIFY(!names.contains(QString()));
    QCOMPARE(kindInLog(ErrorKind::DailyLimit), text("DailyLimit"));
}

void TestLogWords::tellsOfAnErrorOnlyWhatIsNoText_data()
{
    QTest::addColumn<QString>("traceId");
    QTest::addColumn<QString>("line");
    QTest::newRow("an id") << text("sim-12") << text("Blocked http=503 trace=sim-12 retry-after=1500ms");
    QTest::newRow("none") << QString() << text("Blocked http=503 retry-after=1500ms");
    QTest::newRow("a text in its place") << text("Hola María") << text("Blocked http=503 retry-after=1500ms");
    QTest::newRow("a number in its place")
        << text("+34600111222") << text("Blocked http=503 retry-after=1500ms");
}

void TestLogWords::tellsOfAnErrorOnlyWhatIsNoText()
{
    QFETCH(const QString, traceId);
    QFETCH(const QString, line);
    Error error = tellingError(ErrorKind::Blocked);
    error.traceId = traceId;
    QCOMPARE(errorInLog(error), line);
}

void TestLogWords::notesAnExportFromItsBeginningToItsEnd()
{
    const QTemporaryDir folder;
    Log log(folder.path(), text("window"));
    ExportLog exportLog(log);
    exportLog.begin({});
    for (const State& state :
         {State(Fetching{}), State(Waiting{{}, 1s, {}}), State(Waiting{{}, 1s, {}}), State(Fetching{}),
          State(Rendering{}), State(Rendering{}), State(Finished{someReport(), {}})}) {
        exportLog.note(state);
    }
    exportLog.begin({}); // a new one, which has told nothing yet
    exportLog.note(Rendering{});
    exportLog.note(Cancelled{});
    QStringList told;
    for (const QString& line : log.tail(100)) {
        told.append(line.section(u' ', 3, 4));
    }
    QCOMPARE(told, (QStringList{text("export begins:"), text("export waits"), text("export writes"),
                                text("export finished:"), text("export begins:"), text("export writes"),
                                text("export cancelled:")}));
}

QTEST_GUILESS_MAIN(TestLogWords)
#include "tst_logwords.moc"
