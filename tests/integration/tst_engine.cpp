// The window's hand on the worker's thread: what is asked there comes back here, in order and whole, and ends
// when it is told to.

#include "support/enginerun.h"
#include "support/exportrun.h"
#include "support/previewrun.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Request;
using leadway::simulator::Scenario;
using leadway::simulator::Server;
using namespace std::chrono_literals;

namespace
{

Scenario scenarioOf(qint64 messages)
{
    Scenario scenario = Scenario::awkward(7, messages);
    scenario.prettyShare = 0;
    return scenario;
}

constexpr int kRows = 5 * RowFinder::kSlice; // that are searched

RowSearch searchFor(const QString& needle)
{
    static const PreviewRows rows = [] {
        PreviewRows made;
        for (int number = 0; number < kRows; ++number) {
            PreviewRow row;
            row.text = number % 2 == 0 ? QStringLiteral("even") : QStringLiteral("odd");
            made.append(row);
        }
        return made;
    }();
    RowSearch search{rows.snapshot(), {}, 0, needle};
    for (int number = 0; number < kRows; ++number) {
        search.order.add(false);
    }
    return search;
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsRowsAndStatesToItsOwnThread();
    void scrollsToTheEndAndReadsMessages();
    void dropsTheRowsOfAnEarlierPreview();
    void dropsTheRowsOfAnotherConnection();
    void exportsAndFinishesOnce();
    void takesOneExportAtATime();
    void cancelsAtOnceAndLeavesNothing();
    void letsAnExportGoOnWhenItConnectsAnew();
    void exportsAgainAfterAnEnd();
    void goesQuicklyInMidExport_data();
    void goesQuicklyInMidExport();
    void goesQuicklyInMidRendering();
    void goesBeforeItHasBegun();
    void ignoresWhatNeedsAConnection();
    void sharesTheAllowanceBetweenPreviewAndExport();
    void findsRows();
    void dropsWhatAnEarlierSearchFound();
};

void TestEngine::bringsRowsAndStatesToItsOwnThread()
{
    Server server(scenarioOf(1500), {});
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    run.engine->showMessages(QUuid(), PreviewRun::everything());
    run.engine->startExport(Account(), run.request());
    QVERIFY(waitFor([&] { return run.hasEnded() && !run.rows.isEmpty() && !run.preview.isLoading; }));
    QVERIFY(!run.cameFromElsewhere);
    QCOMPARE(run.preview.loaded, run.rows.size());
    QVERIFY(!run.preview.error);
}

void TestEngine::scrollsToTheEndAndReadsMessages()
{
    Server server(scenarioOf(1500), {});
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    run.engine->showMessages(QUuid(), PreviewRun::everything());
    QVERIFY(waitFor([&] { return !run.rows.isEmpty() && !run.preview.isLoading; }));
    while (!run.preview.atEnd) {
        const qint64 before = run.preview.loaded;
        run.engine->loadMore();
        QVERIFY(waitFor([&] { return !run.preview.isLoading && run.preview.loaded > before; }));
    }
    QCOMPARE(firstDifference(run.ids(), expectedIds(server.generator(), SortOrder::Descending)),
             QByteArray());
    QSignalSpy read(run.engine.get(), &Engine::messageRead);
    for (const PreviewRow& row : {run.rows.first(), run.rows.last()}) {
        read.clear();
        run.engine->readMessage(row.position);
        QVERIFY(read.wait());
        QCOMPARE(read.first().at(0).value<SpoolPosition>(), row.position);
        QVERIFY(read.first().at(1).toByteArray().contains(row.id.toUtf8()));
    }
    QSignalSpy texts(run.engine.get(), &Engine::textsRead);
    constexpr qsizetype most = 150;
    const SpoolPosition nowhere{77, 10, 1'000'000};
    QList<SpoolPosition> positions = {nowhere};
    for (const PreviewRow& row : std::as_const(run.rows)) {
        positions.append(row.position);
    }
    run.engine->readTexts(positions, most);
    QVERIFY(texts.wait());
    const auto whole = texts.first().first().value<QList<MessageText>>();
    QCOMPARE(whole.size(), run.rows.size());
    int cut = 0;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QCOMPARE(whole.at(i).position, run.rows.at(i).position);
        QVERIFY(whole.at(i).text.size() <= most + 1);
        cut += whole.at(i).text.endsWith(u'…') ? 1 : 0;
        const QString start = run.rows.at(i).text.left(20).trimmed();
        QVERIFY2(whole.at(i).text.simplified().startsWith(start), qPrintable(whole.at(i).text));
    }
    QVERIFY(cut > 0);
}

// Whichever moment the second query comes at: rows under way are dropped on this side as well.
void TestEngine::dropsTheRowsOfAnEarlierPreview()
{
    Server server(scenarioOf(3000), {});
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    for (int i = 0; i < 40; ++i) {
        const Channel channel = i % 2 == 0 ? Channel::Sms : Channel::Email;
        MessageQuery query = PreviewRun::everything();
        query.channels = channel;
        query.limit = 50;
        run.rows.clear();
        run.engine->showMessages(QUuid(), query);
        // Ever later into its course, and to its first rows at last.
        const qint64 enough = server.requests() + 1;
        if (i % 4 != 3) {
            QVERIFY(waitFor([&] { return i % 4 == 0 || server.requests() >= enough; }));
        } else {
            QVERIFY(waitFor([&] { return !run.rows.isEmpty(); }));
        }
        for (const PreviewRow& row : run.rows) {
            QCOMPARE(row.channel, channel);
        }
    }
}

void TestEngine::dropsTheRowsOfAnotherConnection()
{
    Behaviour slow;
    slow.latency = 30ms;
    Server first(scenarioOf(500), slow);
    Scenario other = scenarioOf(300);
    other.seed = 99;
    Server second(other, {});
    QVERIFY(first.start() && second.start());
    EngineRun run;
    run.connectTo(first);
    run.engine->showMessages(QUuid(), PreviewRun::everything());
    QVERIFY(waitFor([&] { return first.requests() > 0; }));
    run.connectTo(second);
    run.engine->showMessages(QUuid(), PreviewRun::everything());
    QVERIFY(waitFor([&] { return run.preview.atEnd; }));
    QCOMPARE(firstDifference(run.ids(), expectedIds(second.generator(), SortOrder::Descending)),
             QByteArray());
}

void TestEngine::exportsAndFinishesOnce()
{
    Server server(scenarioOf(2500), {});
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    run.engine->startExport(Account(), run.request());
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    const auto* const finished = std::get_if<Finished>(&run.states.last());
    QVERIFY(finished);
    QCOMPARE(finished->report.written(), 2500);
    QVERIFY(finished->report.balances());
    QCOMPARE(finished->report.bytes, QFileInfo(run.path()).size());
    // What is asked afterwards changes nothing.
    run.engine->cancelExport();
    run.engine->showMessages(QUuid(), PreviewRun::everything());
    QVERIFY(waitFor([&] { return !run.rows.isEmpty(); }));
    QCOMPARE(run.terminalStates(), 1);
    QVERIFY(QFile::exists(run.path()));
    run.engine.reset();
    QCOMPARE(run.leftovers(), QStringList(QStringLiteral("export.jsonl")));
}

void TestEngine::takesOneExportAtATime()
{
    Behaviour behaviour;
    behaviour.latency = 10ms;
    Server server(scenarioOf(2500), behaviour);
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    run.engine->startExport(Account(), run.request());
    ExportRequest second = run.request();
    second.path += QStringLiteral(".second");
    run.engine->startExport(Account(), second);
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    QVERIFY(std::holds_alternative<Finished>(run.states.last()));
    QCOMPARE(run.terminalStates(), 1);
    QVERIFY(!QFile::exists(second.path));
}

void TestEngine::cancelsAtOnceAndLeavesNothing()
{
    Behaviour behaviour;
    behaviour.latency = 20ms;
    Server server(scenarioOf(5000), behaviour);
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    MessageQuery query = PreviewRun::everything();
    ExportRequest request = run.request();
    request.query.limit = 50;
    run.engine->startExport(Account(), request);
    QVERIFY(waitFor([&] { return run.isFetchingWell(); }));
    run.engine->cancelExport();
    run.engine->cancelExport();
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    QVERIFY(std::holds_alternative<Cancelled>(run.states.last()));
    QVERIFY(!QFile::exists(run.path()));
    // The engine goes on: nothing of the cancelled run comes after its end.
    run.engine->showMessages(QUuid(), query);
    QVERIFY(waitFor([&] { return !run.rows.isEmpty(); }));
    QCOMPARE(run.terminalStates(), 1);
    QVERIFY(isTerminal(run.states.last()));
    run.engine.reset();
    QCOMPARE(run.leftovers(), QStringList());
}

void TestEngine::letsAnExportGoOnWhenItConnectsAnew()
{
    Behaviour behaviour;
    behaviour.latency = 20ms;
    Server server(scenarioOf(5000), behaviour);
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    ExportRequest request = run.request();
    request.query.limit = 50;
    run.engine->startExport(Account(), request);
    QVERIFY(waitFor([&] { return run.isFetchingWell(); }));
    // From now on with another token, which the service does not know.
    run.connectTo(server, "pit-another");
    run.engine->showMessages(QUuid(), PreviewRun::everything());
    QVERIFY(waitFor([&] { return run.preview.error.has_value(); }));
    QCOMPARE(run.preview.error->kind, ErrorKind::TokenInvalid);
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    QVERIFY(std::holds_alternative<Finished>(run.states.last()));
    QCOMPARE(run.terminalStates(), 1);
}

void TestEngine::exportsAgainAfterAnEnd()
{
    Behaviour behaviour;
    behaviour.scopeGranted = false;
    Server server(scenarioOf(500), behaviour);
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    run.engine->startExport(Account(), run.request());
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    const auto* const failed = std::get_if<Failed>(&run.states.last());
    QVERIFY(failed);
    QCOMPARE(failed->error.kind, ErrorKind::ScopeMissing);
    server.setBehaviour({});
    run.states.clear();
    run.engine->startExport(Account(), run.request());
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    QVERIFY(std::holds_alternative<Finished>(run.states.last()));
    QCOMPARE(run.terminalStates(), 1);
}

void TestEngine::goesQuicklyInMidExport_data()
{
    QTest::addColumn<int>("latency");
    QTest::newRow("answers come") << 20;
    QTest::newRow("no answer comes") << 60'000;
}

void TestEngine::goesQuicklyInMidExport()
{
    QFETCH(const int, latency);
    Server server(scenarioOf(5000), {});
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    ExportRequest request = run.request();
    request.query.limit = 20;
    // Slow from the third request on.
    server.setFault([latency](const Request& asked) {
        return asked.number > 3 ? simulator::Fault::wait(std::chrono::milliseconds(latency))
                                : simulator::Fault();
    });
    run.engine->startExport(Account(), request);
    run.engine->showMessages(QUuid(), request.query);
    QVERIFY(waitFor([&] { return run.isFetchingWell() && server.requests() > 3; }));
    QElapsedTimer clock;
    clock.start();
    run.engine.reset();
    QVERIFY2(clock.elapsed() < 2000, QByteArray::number(clock.elapsed()).constData());
    // What the export has brought stays; the preview's spool goes.
    QCOMPARE(run.leftovers().size(), 1);
    QVERIFY(unfinishedExports(run.spoolRoot()).constFirst().received > 0);
    QCOMPARE(run.terminalStates(), 0);
}

void TestEngine::goesQuicklyInMidRendering()
{
    Server server(scenarioOf(8000), {});
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    run.engine->startExport(Account(), run.request());
    QVERIFY(waitFor([&] {
        return !run.states.isEmpty() &&
               (std::holds_alternative<Rendering>(run.states.last()) || run.hasEnded());
    }));
    QElapsedTimer clock;
    clock.start();
    run.engine.reset();
    QVERIFY(clock.elapsed() < 2000);
    // The file is whole or not there.
    QFile file(run.path());
    if (file.open(QFile::ReadOnly)) {
        QCOMPARE(file.readAll().count('\n'), 8000);
        QCOMPARE(run.leftovers(), QStringList(QStringLiteral("export.jsonl")));
    } else {
        QCOMPARE(run.leftovers().size(), 1);
        QVERIFY(unfinishedExports(run.spoolRoot()).constFirst().received >= 8000); // some perhaps twice
    }
}

void TestEngine::goesBeforeItHasBegun()
{
    Server server(scenarioOf(100), {});
    QVERIFY(server.start());
    for (int i = 0; i < 50; ++i) {
        EngineRun run;
        if (i % 2 == 1) {
            run.connectTo(server);
            run.engine->showMessages(QUuid(), PreviewRun::everything());
            run.engine->startExport(Account(), run.request());
        }
        run.engine.reset();
        QCOMPARE(run.leftovers(), QStringList());
    }
}

void TestEngine::ignoresWhatNeedsAConnection()
{
    Server server(scenarioOf(100), {});
    QVERIFY(server.start());
    EngineRun run;
    run.engine->loadMore();
    run.engine->readMessage({1, 10, 0});
    run.engine->cancelExport();
    run.engine->showMessages(QUuid(), PreviewRun::everything());
    run.engine->startExport(Account(), run.request());
    run.connectTo(server);
    run.engine->readMessage({1, 10, 0});
    run.engine->showMessages(QUuid(), PreviewRun::everything());
    QVERIFY(waitFor([&] { return run.preview.atEnd; }));
    // A place that is none, too.
    run.engine->readMessage({77, 10, 1'000'000});
    run.engine->startExport(Account(), run.request());
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    QCOMPARE(run.terminalStates(), 1);
    QCOMPARE(run.rows.size(), 100);
}

// With a client each, the two would draw twice the allowance and be refused again and again.
void TestEngine::sharesTheAllowanceBetweenPreviewAndExport()
{
    Behaviour behaviour;
    behaviour.rateMax = 20;
    behaviour.rateInterval = 400ms;
    behaviour.slidingWindow = true;
    Server server(scenarioOf(1200), behaviour);
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    ExportRequest request = run.request();
    request.query.limit = 20;
    // One answer tells the allowance before both go at once.
    run.engine->showMessages(QUuid(), request.query);
    QVERIFY(waitFor([&] { return !run.rows.isEmpty() && !run.preview.isLoading; }));
    run.engine->startExport(Account(), request);
    while (!run.preview.atEnd) {
        const qint64 before = run.preview.loaded;
        run.engine->loadMore();
        QVERIFY(waitFor([&] { return run.preview.loaded > before || run.preview.atEnd; }));
    }
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    QVERIFY(std::holds_alternative<Finished>(run.states.last()));
    QCOMPARE(firstDifference(run.ids(), expectedIds(server.generator(), SortOrder::Descending)),
             QByteArray());
    const std::vector<Request> log = server.log();
    const auto refused =
        std::count_if(log.begin(), log.end(), [](const Request& one) { return one.status == 429; });
    QVERIFY2(refused <= 2, QByteArray::number(qint64(refused)).constData());
}

void TestEngine::findsRows()
{
    EngineRun run;
    QList<int> numbers;
    connect(run.engine.get(), &Engine::rowsFound, this, [&](const QList<int>& more) { numbers += more; });
    QSignalSpy ended(run.engine.get(), &Engine::findEnded);
    run.engine->find(searchFor(QStringLiteral("odd")));
    QVERIFY(ended.wait());
    QCOMPARE(numbers.size(), kRows / 2);
    QCOMPARE(numbers.first(), 1);
    QTest::qWait(10);
    QCOMPARE(ended.count(), 1);
}

void TestEngine::dropsWhatAnEarlierSearchFound()
{
    EngineRun run;
    QList<int> numbers;
    connect(run.engine.get(), &Engine::rowsFound, this, [&](const QList<int>& more) { numbers += more; });
    const QSignalSpy ended(run.engine.get(), &Engine::findEnded);
    for (int i = 0; i < 40; ++i) {
        numbers.clear();
        run.engine->find(searchFor(QStringLiteral("odd")));
        if (i % 2 == 1) {
            QVERIFY(waitFor([&] { return !numbers.isEmpty(); }));
            numbers.clear();
        }
        const auto before = ended.count();
        run.engine->find(searchFor(QStringLiteral("even")));
        QVERIFY(waitFor([&] { return ended.count() > before; }));
        QCOMPARE(numbers.size(), kRows / 2);
        QVERIFY(std::all_of(numbers.begin(), numbers.end(), [](int number) { return number % 2 == 0; }));
    }
    run.engine->find(searchFor(QStringLiteral("odd")));
    run.engine->endFind();
    numbers.clear();
    QTest::qWait(50);
    QVERIFY(numbers.isEmpty());
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
