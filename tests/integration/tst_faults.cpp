// Exports from a service in trouble: whatever can be mended is mended without a word and without a loss,
// and what cannot is told for what it is, leaving an earlier file whole.

#include "support/exportrun.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <random>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Fault;
using leadway::simulator::Request;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

Scenario scenarioOf(qint64 messages)
{
    Scenario scenario = Scenario::awkward(11, messages);
    scenario.prettyShare = 0;
    return scenario;
}

using FaultHook = std::function<Fault(const Request&)>;

// The fault at every nth request of each walk but the first.
FaultHook every(int n, const Fault& fault)
{
    return [n, fault](const Request& request) { return request.number % n == 0 ? fault : Fault(); };
}

} // namespace

Q_DECLARE_METATYPE(FaultHook)

class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingOverFaultsThatPass_data();
    void losesNothingOverFaultsThatPass();
    void losesNothingUnderMixedFaults_data();
    void losesNothingUnderMixedFaults();
    void goesOnWhenCursorsDie_data();
    void goesOnWhenCursorsDie();
    void keepsTheAllowance_data();
    void keepsTheAllowance();
    void endsWhereTheServiceStopsGettingAnywhere();
    void believesNoTotal_data();
    void believesNoTotal();
    void endsHoweverTheServiceSaysSo_data();
    void endsHoweverTheServiceSaysSo();
    void keepsDamagedTextReadable();
    void countsWhatIsNoMessage();
    void keepsUndatedMessages_data();
    void keepsUndatedMessages();
    void tellsRefusalsForWhatTheyAre_data();
    void tellsRefusalsForWhatTheyAre();
    void getsThroughABulkSendOfManyPages();
    void leavesTheEarlierFileWhole();
    void cancelsAtOnceAndLeavesNothing();
};

void TestFaults::losesNothingOverFaultsThatPass_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<Behaviour::Cursor>("cursor");
    const QList<std::pair<const char*, Fault>> faults = {
        {"500", Fault::answer(500)},
        {"502 page", Fault::answer(502, "<html>")},
        {"503", Fault::answer(503)},
        {"408", Fault::answer(408)},
        {"429", Fault::answer(429, R"({"statusCode":429,"message":"Too Many Requests"})")},
        {"cut body", Fault::of(Fault::Kind::CutBody)},
        {"short body", Fault::of(Fault::Kind::ShortBody)},
        {"short gzip", Fault::of(Fault::Kind::ShortGzip)},
        {"text behind", Fault::of(Fault::Kind::TrailingGarbage)},
        {"not JSON", Fault::of(Fault::Kind::NotJson)},
        {"no messages", Fault::of(Fault::Kind::NoMessages)},
    };
    for (const auto& [name, fault] : faults) {
        for (const auto cursor : {Behaviour::Cursor::Changing, Behaviour::Cursor::Repeating}) {
            QTest::addRow("%s, %s cursor", name,
                          cursor == Behaviour::Cursor::Changing ? "changing" : "repeating")
                << fault << cursor;
        }
    }
}

void TestFaults::losesNothingOverFaultsThatPass()
{
    QFETCH(const Fault, fault);
    QFETCH(const Behaviour::Cursor, cursor);
    for (const SortOrder order : {SortOrder::Ascending, SortOrder::Descending}) {
        Behaviour behaviour;
        behaviour.cursor = cursor;
        behaviour.shuffled = true;
        behaviour.fault = every(4, fault);
        Server server(scenarioOf(1500), behaviour);
        QVERIFY(server.start());
        ExportRun run(server.baseUrl());
        run.query.sortOrder = order;
        // A repeating cursor that loses an answer inside one bulk millisecond begins it again, so a page
        // must hold a fair share of one.
        run.query.limit = 200;
        run.run();
        QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), order)), QByteArray());
        QVERIFY(run.report().retries() >= 2);
        QVERIFY(run.report().balances());
        QVERIFY(run.report().isComplete());
    }
}

void TestFaults::losesNothingUnderMixedFaults_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestFaults::losesNothingUnderMixedFaults()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    Behaviour behaviour;
    behaviour.cursor = random.bounded(2) ? Behaviour::Cursor::Changing : Behaviour::Cursor::Repeating;
    behaviour.total = static_cast<Behaviour::Total>(random.bounded(4));
    behaviour.lastCursor = static_cast<Behaviour::LastCursor>(random.bounded(4));
    behaviour.endIncluded = random.bounded(2) == 1;
    behaviour.shuffled = true;
    behaviour.gzip = random.bounded(2) == 1;
    behaviour.repeated = random.bounded(4);
    behaviour.cursorUses = random.bounded(3) == 0 ? 7 : 0;
    auto dice = std::make_shared<QRandomGenerator>(seed);
    behaviour.fault = [dice](const Request&) {
        constexpr Fault::Kind kinds[] = {Fault::Kind::Status,    Fault::Kind::CutBody,
                                         Fault::Kind::ShortBody, Fault::Kind::ShortGzip,
                                         Fault::Kind::NotJson,   Fault::Kind::TrailingGarbage};
        return dice->bounded(100) < 20 ? Fault::of(kinds[dice->bounded(6)]) : Fault();
    };
    Scenario scenario = scenarioOf(1500);
    scenario.seed = seed;
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    const SortOrder order = random.bounded(2) ? SortOrder::Ascending : SortOrder::Descending;
    run.query.sortOrder = order;
    run.query.limit = 50;
    run.retry.tries = 30;
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), order)), QByteArray());
    QVERIFY(run.report().balances());
    QVERIFY(run.report().isComplete());
}

void TestFaults::goesOnWhenCursorsDie_data()
{
    QTest::addColumn<Behaviour::Cursor>("cursor");
    QTest::addColumn<SortOrder>("order");
    for (const auto cursor : {Behaviour::Cursor::Changing, Behaviour::Cursor::Repeating}) {
        for (const SortOrder order : {SortOrder::Ascending, SortOrder::Descending}) {
            QTest::addRow("%s, %s", cursor == Behaviour::Cursor::Changing ? "changing" : "repeating",
                          order == SortOrder::Ascending ? "up" : "down")
                << cursor << order;
        }
    }
}

void TestFaults::goesOnWhenCursorsDie()
{
    QFETCH(const Behaviour::Cursor, cursor);
    QFETCH(const SortOrder, order);
    Behaviour behaviour;
    behaviour.cursor = cursor;
    behaviour.shuffled = true;
    Server server(scenarioOf(3000), behaviour);
    // Every cursor is dead at each seventh request.
    server.setFault([&server](const Request& request) {
        if (request.number % 7 == 0) {
            server.expireCursors();
        }
        return Fault();
    });
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.sortOrder = order;
    run.query.limit = 100;
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), order)), QByteArray());
    const ExportReport& report = run.report();
    QVERIFY(report.walks.front().restarts > 0);
    QVERIFY(report.balances());
}

void TestFaults::keepsTheAllowance_data()
{
    QTest::addColumn<bool>("sliding");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::newRow("fixed window") << false << QByteArray();
    QTest::newRow("sliding window") << true << QByteArray();
    QTest::newRow("fixed window, Retry-After") << false << QByteArray("1");
}

void TestFaults::keepsTheAllowance()
{
    QFETCH(const bool, sliding);
    QFETCH(const QByteArray, retryAfter);
    Behaviour behaviour;
    behaviour.rateMax = 20;
    behaviour.rateInterval = std::chrono::milliseconds(500);
    behaviour.slidingWindow = sliding;
    behaviour.retryAfter = retryAfter;
    Server server(scenarioOf(1000), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.limit = 20;
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), SortOrder::Descending)),
             QByteArray());
    // The pace is found from the headers; hardly a request is refused on the way there.
    QVERIFY2(run.report().retries() <= 2, QByteArray::number(run.report().retries()).constData());
}

void TestFaults::endsWhereTheServiceStopsGettingAnywhere()
{
    Behaviour behaviour;
    behaviour.fault = [](const Request& request) {
        return request.number > 6 ? Fault::of(Fault::Kind::NoProgress) : Fault();
    };
    Server server(scenarioOf(2000), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.limit = 100;
    run.run();
    const ExportReport& report = run.report();
    QVERIFY(report.balances());
    QVERIFY(!report.isComplete());
    QVERIFY(report.requests() < 20);
}

void TestFaults::believesNoTotal_data()
{
    QTest::addColumn<Behaviour::Total>("total");
    QTest::newRow("exact") << Behaviour::Total::Exact;
    QTest::newRow("capped") << Behaviour::Total::Capped;
    QTest::newRow("absent") << Behaviour::Total::Absent;
    QTest::newRow("drifting") << Behaviour::Total::Drifting;
}

void TestFaults::believesNoTotal()
{
    QFETCH(const Behaviour::Total, total);
    Behaviour behaviour;
    behaviour.total = total;
    Server server(scenarioOf(11'000), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.channels = allChannels() & ~Channels(Channel::Email);
    run.run();
    const auto wanted = [&](qint64 index) { return !server.generator().isEmail(index); };
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), SortOrder::Descending, wanted)),
             QByteArray());
    QCOMPARE(run.report().expected().has_value(), total != Behaviour::Total::Absent);
    QVERIFY(run.report().isComplete());
}

void TestFaults::endsHoweverTheServiceSaysSo_data()
{
    QTest::addColumn<Behaviour::LastCursor>("last");
    QTest::newRow("null") << Behaviour::LastCursor::Null;
    QTest::newRow("empty") << Behaviour::LastCursor::EmptyText;
    QTest::newRow("absent") << Behaviour::LastCursor::Absent;
    QTest::newRow("an empty page") << Behaviour::LastCursor::LeadsToEmptyPage;
}

void TestFaults::endsHoweverTheServiceSaysSo()
{
    QFETCH(const Behaviour::LastCursor, last);
    Behaviour behaviour;
    behaviour.lastCursor = last;
    Server server(scenarioOf(1000), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), SortOrder::Descending)),
             QByteArray());
    QVERIFY(run.report().isComplete());
}

void TestFaults::keepsDamagedTextReadable()
{
    Server server(Scenario::broken(5, 2000), {});
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.run();
    // Every line is valid JSON although what came was not, and every message is there.
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), SortOrder::Descending)),
             QByteArray());
    QVERIFY(run.report().repairedMessages > 0);
    QVERIFY(run.report().walks.front().repairedPages > 0);
    QVERIFY(run.report().balances());
}

void TestFaults::countsWhatIsNoMessage()
{
    Behaviour behaviour;
    behaviour.extraElements = {"null", "42", "\"text\"", "[]", "{\"body\":\"no id\"}", "{\"id\":\"\"}"};
    Server server(scenarioOf(1000), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.limit = 100;
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), SortOrder::Descending)),
             QByteArray());
    QVERIFY(run.report().unreadable() >= 6);
    QVERIFY(run.report().balances());
}

void TestFaults::keepsUndatedMessages_data()
{
    QTest::addColumn<SortOrder>("order");
    QTest::newRow("up") << SortOrder::Ascending;
    QTest::newRow("down") << SortOrder::Descending;
}

void TestFaults::keepsUndatedMessages()
{
    QFETCH(const SortOrder, order);
    Scenario scenario = scenarioOf(2000);
    scenario.undatedShare = 0.05;
    Behaviour behaviour;
    behaviour.undated = Behaviour::Undated::InEveryRange;
    behaviour.fault = every(4, Fault::answer(503));
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.sortOrder = order;
    run.query.limit = 200;
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), order)), QByteArray());
    QVERIFY(run.report().walks.front().undated > 0);
    QVERIFY(run.report().balances());
}

void TestFaults::tellsRefusalsForWhatTheyAre_data()
{
    QTest::addColumn<std::function<void(Behaviour&)>>("arrange");
    QTest::addColumn<ErrorKind>("kind");
    using Arrange = std::function<void(Behaviour&)>;
    QTest::newRow("token") << Arrange([](Behaviour& b) { b.token = "pit-other"; }) << ErrorKind::TokenInvalid;
    QTest::newRow("scope") << Arrange([](Behaviour& b) { b.scopeGranted = false; })
                           << ErrorKind::ScopeMissing;
    QTest::newRow("agency") << Arrange([](Behaviour& b) { b.agencyToken = true; }) << ErrorKind::AgencyToken;
    QTest::newRow("location") << Arrange([](Behaviour& b) { b.tokenFitsLocation = false; })
                              << ErrorKind::OtherLocation;
    QTest::newRow("firewall") << Arrange([](Behaviour& b) {
        b.fault = [](const Request&) { return Fault::of(Fault::Kind::HtmlBlocked); };
    }) << ErrorKind::Blocked;
    QTest::newRow("refused") << Arrange([](Behaviour& b) { b.maxLimit = 100; }) << ErrorKind::Refused;
    QTest::newRow("daily allowance") << Arrange([](Behaviour& b) { b.dailyRemaining = 2; })
                                     << ErrorKind::DailyLimit;
    QTest::newRow("server") << Arrange([](Behaviour& b) {
        b.fault = [](const Request&) { return Fault::answer(503); };
    }) << ErrorKind::Server;
    QTest::newRow("redirect") << Arrange([](Behaviour& b) {
        b.fault = [](const Request&) { return Fault::redirect("http://localhost:1/"); };
    }) << ErrorKind::Redirect;
}

void TestFaults::tellsRefusalsForWhatTheyAre()
{
    QFETCH(const std::function<void(Behaviour&)>, arrange);
    QFETCH(const ErrorKind, kind);
    Behaviour behaviour;
    arrange(behaviour);
    Server server(scenarioOf(3000), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    const State state = run.run();
    const auto* const failed = std::get_if<Failed>(&state);
    QVERIFY(failed);
    QCOMPARE(failed->error.kind, kind);
    QVERIFY(!QFile::exists(run.path()));
    // What has come is kept.
    QCOMPARE(run.unfinished().size(), failed->received > 0 ? 1 : 0);
    QCOMPARE(run.leftovers().isEmpty(), failed->received == 0);
}

// A server that moves on although its answer is lost: each time the whole millisecond must come anew.
void TestFaults::getsThroughABulkSendOfManyPages()
{
    Scenario scenario = scenarioOf(3000);
    scenario.bulkSends = 1;
    scenario.bulkSize = 900;
    Behaviour behaviour;
    behaviour.cursor = Behaviour::Cursor::Repeating;
    behaviour.shuffled = true;
    behaviour.fault = [random = std::mt19937(7)](const Request&) mutable {
        constexpr unsigned ofTen = 3;
        return random() % 10 < ofTen ? Fault::of(Fault::Kind::CutBody) : Fault();
    };
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.limit = 100;
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), SortOrder::Descending)),
             QByteArray());
    QVERIFY(run.report().isComplete());
    QVERIFY(run.report().balances());
}

void TestFaults::leavesTheEarlierFileWhole()
{
    Behaviour behaviour;
    behaviour.dailyRemaining = 3;
    Server server(scenarioOf(5000), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    QFile earlier(run.path());
    QVERIFY(earlier.open(QFile::WriteOnly));
    earlier.write("what was there before");
    earlier.close();
    const State state = run.run();
    QVERIFY(std::holds_alternative<Failed>(state));
    QCOMPARE(run.fileContent(), QByteArray("what was there before"));
    QCOMPARE(QDir(run.folder()).entryList(QDir::Files | QDir::Hidden), QStringList(run.fileName));
}

void TestFaults::cancelsAtOnceAndLeavesNothing()
{
    Behaviour behaviour;
    behaviour.latency = std::chrono::milliseconds(50);
    Server server(scenarioOf(5000), behaviour);
    QVERIFY(server.start());
    QTemporaryDir folder;
    ApiClient client(Connection{server.baseUrl(), "2021-07-28"}, Token("pit-demo"));
    JobSettings settings;
    settings.spoolRoot = folder.filePath(QStringLiteral("spools"));
    MessageQuery query;
    query.locationId = QLatin1String(simulator::kDemoLocation);
    const QString path = folder.filePath(QStringLiteral("export.csv"));
    int terminalStates = 0;
    {
        ExportJob job(client, Account(), {query, {}, path}, settings);
        connect(&job, &ExportJob::stateChanged, this, [&](const State& state) {
            terminalStates += isTerminal(state) ? 1 : 0;
            const auto* const fetching = std::get_if<Fetching>(&state);
            if (fetching && fetching->received >= 1000) {
                QMetaObject::invokeMethod(&job, &ExportJob::cancel, Qt::QueuedConnection);
            }
        });
        job.start();
        QTRY_VERIFY(isTerminal(job.state()));
        QVERIFY(std::holds_alternative<Cancelled>(job.state()));
        job.cancel();
    }
    QCOMPARE(terminalStates, 1);
    QVERIFY(!QFile::exists(path));
    QVERIFY(QDir(settings.spoolRoot).isEmpty());
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
