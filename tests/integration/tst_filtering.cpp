// What the service cannot be asked for is looked at here: in exports, however they go, and in previews. What
// is expected comes from the simulator's generator, by rules of this test's own.

#include "support/exportrun.h"
#include "support/misbehavingserver.h"
#include "support/previewrun.h"

#include <QRegularExpression>
#include <QTest>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Expected;
using leadway::simulator::Generator;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

Scenario scenarioOf(qint64 messages)
{
    Scenario scenario = Scenario::awkward(7, messages);
    scenario.prettyShare = 0;
    return scenario;
}

// "Añada" and "anada" are the same.
QString bare(const QString& text)
{
    QString parts = text.normalized(QString::NormalizationForm_D);
    parts.remove(QRegularExpression(QStringLiteral("\\p{Mn}")));
    return parts.toCaseFolded().simplified();
}

// Good enough for words that no markup holds.
QString words(const Expected& message)
{
    QString body = QString::fromStdString(message.body);
    if (message.contentType == "text/html") {
        body.remove(QRegularExpression(QStringLiteral("<(style|script|title).*?</\\1>"),
                                       QRegularExpression::DotMatchesEverythingOption));
        body.replace(QRegularExpression(QStringLiteral("<[^>]*>")), QStringLiteral(" "));
    }
    return bare(QString::fromStdString(message.subject)) + u'\n' + bare(body);
}

bool isWanted(const Expected& message, const MessageFilter& filter)
{
    const bool fitsDirection =
        !filter.direction ||
        message.direction == (*filter.direction == Direction::Received ? "inbound" : "outbound");
    const bool fitsStatus = filter.status.isEmpty() || message.status == filter.status.toStdString() ||
                            message.callStatus == filter.status.toStdString();
    const bool fitsText = filter.text.isEmpty() || words(message).contains(bare(filter.text));
    return fitsDirection && fitsStatus && fitsText && (!filter.hasAttachment || !message.attachments.empty());
}

std::function<bool(qint64)> wantedOf(const Generator& generator, const MessageFilter& filter)
{
    return [&generator, filter](qint64 index) { return isWanted(generator.expected(index), filter); };
}

// The file of an export without the filter, less what the filter does not want.
QByteArray filteredLines(const Generator& generator, const QByteArray& whole, const MessageFilter& filter)
{
    QHash<QByteArray, qint64> indexes;
    for (qint64 i = 0; i < generator.count(); ++i) {
        indexes.insert(generator.json(i), i);
    }
    QByteArray lines;
    for (const QByteArray& line : whole.split('\n')) {
        const qint64 index = indexes.value(line, -1);
        if (index >= 0 && isWanted(generator.expected(index), filter)) {
            lines += line + '\n';
        }
    }
    return lines;
}

void addFilters()
{
    QTest::addColumn<MessageFilter>("filter");
    const auto add = [](const char* name, const std::function<void(MessageFilter&)>& set) {
        MessageFilter filter;
        set(filter);
        QTest::newRow(name) << filter;
    };
    add("received", [](MessageFilter& f) { f.direction = Direction::Received; });
    add("sent", [](MessageFilter& f) { f.direction = Direction::Sent; });
    add("failed", [](MessageFilter& f) { f.status = QStringLiteral("failed"); });
    add("a word", [](MessageFilter& f) { f.text = QStringLiteral("CÍTA"); });
    add("attached", [](MessageFilter& f) { f.hasAttachment = true; });
    add("all of them", [](MessageFilter& f) {
        f = {Direction::Sent, QStringLiteral("delivered"), QStringLiteral("cita"), false};
    });
    add("nothing fits", [](MessageFilter& f) { f.text = QStringLiteral("no message says this"); });
}

QByteArray messageJson(const char* id, int second, const char* status, const char* updated)
{
    return QByteArray(R"({"id":"%1","messageType":"TYPE_SMS","direction":"outbound","status":"%3",)"
                      R"("dateAdded":"2024-01-01T00:00:%2.000Z","dateUpdated":"%4","body":"x"})")
        .replace("%1", id)
        .replace("%2", QByteArray::number(second).rightJustified(2, '0'))
        .replace("%3", status)
        .replace("%4", updated);
}

} // namespace

Q_DECLARE_METATYPE(MessageFilter)

class TestFiltering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExportHoldsExactlyWhatIsWanted_data();
    void anExportHoldsExactlyWhatIsWanted();
    void theSameByteForByteSideBySideAndByUpdate_data();
    void theSameByteForByteSideBySideAndByUpdate();
    void anExportThatGoesOnKeepsItsFilter();
    void ofTwoCopiesTheOneThatStaysIsJudged_data();
    void ofTwoCopiesTheOneThatStaysIsJudged();
    void whatCannotBeUnderstoodIsKeptAside();
    void aPreviewHoldsExactlyWhatIsWanted_data();
    void aPreviewHoldsExactlyWhatIsWanted();
    void aPreviewGoesOnUntilAScreenfulWasFound();
    void aPreviewTellsHowFarItHasLooked();
    void aPreviewCanBeToldToLookNoFurther();
};

void TestFiltering::anExportHoldsExactlyWhatIsWanted_data()
{
    addFilters();
}

void TestFiltering::anExportHoldsExactlyWhatIsWanted()
{
    QFETCH(const MessageFilter, filter);
    Behaviour behaviour;
    behaviour.shuffled = true;
    behaviour.repeated = 3;
    Server server(scenarioOf(2000), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.filter = filter;
    run.run();
    const QList<QByteArray> expected =
        expectedIds(server.generator(), SortOrder::Descending, wantedOf(server.generator(), filter));
    QCOMPARE(firstDifference(run.fileIds(), expected), QByteArray());
    const ExportReport& report = run.report();
    QVERIFY(report.balances());
    QVERIFY(report.isComplete());
    QVERIFY(!report.isShort());
    QCOMPARE(report.written(), expected.size());
    QCOMPARE(report.leftOut(), server.generator().count() - expected.size());
    QVERIFY(report.leftOut() > 0);
    QVERIFY((expected.isEmpty()) == (QTest::currentDataTag() == QByteArray("nothing fits")));
    // What goes to the service is the same as ever.
    for (const simulator::Request& request : server.log()) {
        QVERIFY(!request.query.contains("status") && !request.query.contains("direction"));
    }
}

void TestFiltering::theSameByteForByteSideBySideAndByUpdate_data()
{
    QTest::addColumn<int>("lanes");
    QTest::addColumn<SortBy>("sortBy");
    QTest::addColumn<SortOrder>("order");
    for (const SortOrder order : kOrders) {
        QTest::addRow("one lane, %s", nameOf(order)) << 1 << SortBy::CreatedAt << order;
        QTest::addRow("eight lanes, %s", nameOf(order)) << 8 << SortBy::CreatedAt << order;
        QTest::addRow("by update, %s", nameOf(order)) << 1 << SortBy::UpdatedAt << order;
    }
}

void TestFiltering::theSameByteForByteSideBySideAndByUpdate()
{
    QFETCH(const int, lanes);
    QFETCH(const SortBy, sortBy);
    QFETCH(const SortOrder, order);
    Server server(scenarioOf(3000), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.sortBy = sortBy;
    run.query.sortOrder = order;
    run.query.limit = 100;
    run.lanes = lanes;
    run.run();
    const QByteArray whole = run.fileContent();
    run.query.filter.direction = Direction::Received;
    run.query.filter.text = QStringLiteral("cita");
    run.run();
    const QByteArray expected = filteredLines(server.generator(), whole, run.query.filter);
    QVERIFY(!expected.isEmpty() && expected.size() < whole.size());
    QCOMPARE(firstDifference(run.fileContent().split('\n'), expected.split('\n')), QByteArray());
    QVERIFY(run.report().balances());
}

void TestFiltering::anExportThatGoesOnKeepsItsFilter()
{
    Server server(scenarioOf(3000), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.filter = {Direction::Sent, QStringLiteral("delivered"), QStringLiteral("cita"), false};
    const MessageFilter filter = run.query.filter;
    run.query.limit = 100;
    run.run([](ExportJob& /*job*/, const State& state) {
        const auto* const fetching = std::get_if<Fetching>(&state);
        return !fetching || fetching->received < 1000;
    });
    const QList<UnfinishedExport> left = run.unfinished();
    QCOMPARE(left.size(), 1);
    QVERIFY(left.constFirst().request.query.filter == filter);
    run.goOn();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), SortOrder::Descending,
                                                        wantedOf(server.generator(), filter))),
             QByteArray());
    QVERIFY(run.report().balances());
    QVERIFY(run.report().leftOut() > 0);
    QVERIFY(!run.report().isShort());
}

void TestFiltering::ofTwoCopiesTheOneThatStaysIsJudged_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QList<QByteArray>>("ids");
    QTest::addColumn<SortBy>("sortBy");
    for (const SortBy sortBy : {SortBy::CreatedAt, SortBy::UpdatedAt}) {
        const char* const by = sortBy == SortBy::CreatedAt ? "creation" : "update";
        QTest::addRow("as it was, by %s", by) << QStringLiteral("pending") << QList<QByteArray>{} << sortBy;
        QTest::addRow("as it became, by %s", by)
            << QStringLiteral("delivered") << QList<QByteArray>{"changed0000000000001"} << sortBy;
    }
}

void TestFiltering::ofTwoCopiesTheOneThatStaysIsJudged()
{
    QFETCH(const QString, status);
    QFETCH(const QList<QByteArray>, ids);
    QFETCH(const SortBy, sortBy);
    MisbehavingServer server;
    QVERIFY(server.start());
    const QByteArray early = messageJson("changed0000000000001", 1, "pending", "2024-01-01T00:00:01.000Z");
    const QByteArray late = messageJson("changed0000000000001", 1, "delivered", "2024-01-01T00:00:09.000Z");
    const QByteArray other = messageJson("another0000000000001", 1, "failed", "2024-01-01T00:00:02.000Z");
    const bool isUp = sortBy == SortBy::UpdatedAt;
    server.enqueue(Script::ok("{\"messages\":[" + early + ',' + other + "],\"nextCursor\":\"next\"}"));
    server.enqueue(Script::ok("{\"messages\":[" + late + "],\"nextCursor\":null}"));
    ExportRun run(server.baseUrl());
    run.query.channels = Channel::Sms;
    run.query.sortBy = sortBy;
    run.query.sortOrder = isUp ? SortOrder::Ascending : SortOrder::Descending;
    run.query.filter.status = status;
    run.run();
    QCOMPARE(run.fileIds(), ids);
    QVERIFY(run.report().balances());
    QCOMPARE(run.report().duplicates(), 1);
    QCOMPARE(run.report().leftOut(), 2 - ids.size());
}

void TestFiltering::whatCannotBeUnderstoodIsKeptAside()
{
    MisbehavingServer server;
    QVERIFY(server.start());
    const QByteArray good = messageJson("good0000000000000001", 1, "failed", "2024-01-01T00:00:01.000Z");
    server.enqueue(Script::ok("{\"messages\":[" + good + ",{\"body\":\"no id\"},17],\"nextCursor\":null}"));
    ExportRun run(server.baseUrl());
    run.query.channels = Channel::Sms;
    run.query.filter.status = QStringLiteral("read");
    run.run();
    QCOMPARE(run.report().unreadable(), 2);
    QCOMPARE(run.report().leftOut(), 1);
    QCOMPARE(run.report().written(), 0);
    QVERIFY(run.report().balances());
    QFile aside(run.report().unreadablePath);
    QVERIFY(aside.open(QFile::ReadOnly));
    QCOMPARE(aside.readAll().count('\n'), 2);
}

void TestFiltering::aPreviewHoldsExactlyWhatIsWanted_data()
{
    addFilters();
}

void TestFiltering::aPreviewHoldsExactlyWhatIsWanted()
{
    QFETCH(const MessageFilter, filter);
    Behaviour behaviour;
    behaviour.repeated = 5;
    Server server(scenarioOf(1200), behaviour);
    QVERIFY(server.start());
    MessageQuery query = PreviewRun::everything();
    query.limit = 60;
    query.filter = filter;
    PreviewRun run(server, query);
    QVERIFY(run.loadAll());
    const QList<QByteArray> expected =
        expectedIds(server.generator(), SortOrder::Descending, wantedOf(server.generator(), filter));
    QCOMPARE(firstDifference(run.ids(), expected), QByteArray());
    QCOMPARE(run.state().loaded, expected.size());
    QCOMPARE(run.state().searched, std::optional<qint64>(server.generator().count()));
    QVERIFY(isInOrder(run.rows(), SortOrder::Descending));
    for (const PreviewRow& row : run.rows()) {
        QVERIFY(run.job().messageAt(row.position));
    }
}

void TestFiltering::aPreviewGoesOnUntilAScreenfulWasFound()
{
    Server server(scenarioOf(6000), {});
    QVERIFY(server.start());
    MessageQuery query = PreviewRun::everything();
    query.channels = Channel::Sms;
    query.limit = 10;
    query.filter.direction = Direction::Received;
    PreviewRun run(server, query);
    QVERIFY(run.loadMore());
    QVERIFY(run.rows().size() >= 50 && run.rows().size() < 60); // and no page more than it takes
    QVERIFY(!run.state().atEnd);
    QVERIFY(server.requests() > 5);
    const qsizetype before = run.rows().size();
    QVERIFY(run.loadMore());
    QVERIFY(run.rows().size() >= before + 50);
}

void TestFiltering::aPreviewTellsHowFarItHasLooked()
{
    Server server(scenarioOf(1000), {});
    QVERIFY(server.start());
    MessageQuery query = PreviewRun::everything();
    query.limit = 50;
    query.filter.text = QStringLiteral("no message says this");
    PreviewRun run(server, query);
    QList<qint64> looked;
    connect(&run.job(), &PreviewJob::stateChanged, this, [&looked](const PreviewState& state) {
        looked.append(state.searched.value_or(-1));
        QVERIFY(state.isLoading || state.atEnd); // one call is enough
    });
    QVERIFY(run.loadMore());
    QVERIFY(run.state().atEnd);
    QVERIFY(looked.size() > 10);
    QVERIFY(std::is_sorted(looked.begin(), looked.end()));
    QCOMPARE(looked.constFirst(), 0);
    QCOMPARE(looked.constLast(), 1000);
    QCOMPARE(run.state().loaded, 0);
}

void TestFiltering::aPreviewCanBeToldToLookNoFurther()
{
    Server server(scenarioOf(6000), {});
    QVERIFY(server.start());
    MessageQuery query = PreviewRun::everything();
    query.channels = Channel::Sms;
    query.limit = 10;
    query.filter.text = QStringLiteral("no message says this");
    PreviewRun run(server, query);
    connect(&run.job(), &PreviewJob::stateChanged, &run.job(), [&run](const PreviewState& state) {
        if (state.searched.value_or(0) >= 20) {
            run.job().stopLooking();
        }
    });
    QVERIFY(run.loadMore());
    QVERIFY(!run.state().atEnd);
    QVERIFY(run.state().searched < 50);
    const qint64 requests = server.requests();
    QTest::qWait(0);
    QCOMPARE(server.requests(), requests);
}

QTEST_GUILESS_MAIN(TestFiltering)
#include "tst_filtering.moc"
