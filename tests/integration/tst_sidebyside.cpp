// Ranges of dates walked side by side, over real HTTP against the simulator: the file is the one that a
// single walk makes, byte for byte, and where the service does not keep to ranges, nothing is lost.

#include "support/exportrun.h"

#include <QTest>

#include <map>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Fault;
using leadway::simulator::Generator;
using leadway::simulator::Request;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

constexpr int kMessages = 1600;
constexpr int kLimit = 20; // small pages, so that a small account has many

Scenario scenarioOf(qint64 messages)
{
    Scenario scenario = Scenario::awkward(11, messages);
    scenario.prettyShare = 0;
    return scenario;
}

int lanesOf(const ExportReport& report)
{
    int most = 0;
    for (const WalkReport& walk : report.walks) {
        most = std::max(most, walk.lanes);
    }
    return most;
}

bool wentBack(const ExportReport& report, WentBack reason)
{
    return std::any_of(report.walks.begin(), report.walks.end(),
                       [reason](const WalkReport& walk) { return walk.wentBack == reason; });
}

// What a single walk makes of the account.
QByteArray singleFile(const std::shared_ptr<const Generator>& generator, const MessageQuery& query)
{
    Behaviour behaviour;
    behaviour.shuffled = true;
    Server server(generator, behaviour);
    if (!server.start()) {
        return "the simulator did not start";
    }
    ExportRun run(server.baseUrl());
    run.query = query;
    run.run();
    return run.fileContent();
}

} // namespace

class TestSideBySide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_generator = std::make_shared<const Generator>(scenarioOf(kMessages)); }

    void makesTheFileOfASingleWalk_data();
    void makesTheFileOfASingleWalk();
    void makesTheFileOfASingleWalkForAnyQuery_data();
    void makesTheFileOfASingleWalkForAnyQuery();
    void walksUnevenAccounts_data();
    void walksUnevenAccounts();
    void asksAtTheSameTime();
    void asksAsManyAtATimeAsItIsTold_data();
    void asksAsManyAtATimeAsItIsTold();
    void asksAtMostTwiceAsOftenForASmallExport();
    void bringsNoBulkMillisecondTwice();
    void goesBackWhereRangesAreIgnored_data();
    void goesBackWhereRangesAreIgnored();
    void goesBackWhereItFallsShort_data();
    void goesBackWhereItFallsShort();
    void losesNothingOverFaultsThatPass_data();
    void losesNothingOverFaultsThatPass();
    void endsOnceWhenALaneIsRefused();
    void walksByUpdateOneAfterTheOther();

private:
    MessageQuery query(SortOrder order = SortOrder::Descending) const
    {
        MessageQuery query;
        query.locationId = QLatin1String(simulator::kDemoLocation);
        query.sortOrder = order;
        query.limit = kLimit;
        return query;
    }

    std::shared_ptr<const Generator> m_generator;
    std::map<SortOrder, QByteArray> m_singleFiles; // of all messages
};

void TestSideBySide::makesTheFileOfASingleWalk_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::addColumn<int>("lanes");
    QTest::addColumn<SortOrder>("order");
    const auto add = [](const char* name, const std::function<void(Behaviour&)>& change, int lanes) {
        Behaviour behaviour;
        behaviour.shuffled = true;
        change(behaviour);
        QTest::addRow("%s, %d lanes, down", name, lanes) << behaviour << lanes << SortOrder::Descending;
        QTest::addRow("%s, %d lanes, up", name, lanes) << behaviour << lanes << SortOrder::Ascending;
    };
    for (const int lanes : {2, 5, kMostLanes}) {
        add(
            "changing cursor", [](Behaviour&) {}, lanes);
        add(
            "repeating cursor", [](Behaviour& b) { b.cursor = Behaviour::Cursor::Repeating; }, lanes);
    }
    constexpr int lanes = 8;
    add(
        "end not included", [](Behaviour& b) { b.endIncluded = false; }, lanes);
    add(
        "total capped", [](Behaviour& b) { b.total = Behaviour::Total::Capped; }, lanes);
    add(
        "no total", [](Behaviour& b) { b.total = Behaviour::Total::Absent; }, lanes);
    add(
        "total that drifts", [](Behaviour& b) { b.total = Behaviour::Total::Drifting; }, lanes);
    add(
        "messages that come again", [](Behaviour& b) { b.repeated = 3; }, lanes);
    add(
        "undated in every range", [](Behaviour& b) { b.undated = Behaviour::Undated::InEveryRange; }, lanes);
    add(
        "cursors that die", [](Behaviour& b) { b.cursorUses = 18; }, lanes);
    add(
        "live messages", [](Behaviour& b) { b.liveMessages = 40; }, lanes);
    add(
        "an empty last page", [](Behaviour& b) { b.lastCursor = Behaviour::LastCursor::LeadsToEmptyPage; },
        lanes);
    add(
        "no Date header", [](Behaviour& b) { b.dateHeader = false; }, lanes);
}

void TestSideBySide::makesTheFileOfASingleWalk()
{
    QFETCH(const Behaviour, behaviour);
    QFETCH(const int, lanes);
    QFETCH(const SortOrder, order);
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query = query(order);
    run.lanes = lanes;
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(*m_generator, order)), QByteArray());
    QByteArray& single = m_singleFiles[order];
    if (single.isEmpty()) {
        single = singleFile(m_generator, run.query);
    }
    QVERIFY(run.fileContent() == single);
    const ExportReport report = run.report();
    QVERIFY(report.balances());
    QVERIFY(report.isComplete());
    QVERIFY2(lanesOf(report) >= lanes / 2, qPrintable(QString::number(lanesOf(report))));
}

void TestSideBySide::makesTheFileOfASingleWalkForAnyQuery_data()
{
    QTest::addColumn<MessageQuery>("query");
    const auto add = [this](const char* name, const std::function<void(MessageQuery&)>& change) {
        for (const SortOrder order : {SortOrder::Descending, SortOrder::Ascending}) {
            MessageQuery query = this->query(order);
            change(query);
            QTest::addRow("%s, %s", name, order == SortOrder::Ascending ? "up" : "down") << query;
        }
    };
    const qint64 middle = *m_generator->createdAt(800);
    add("a first day", [middle](MessageQuery& q) { q.interval.begin = middle; });
    add("a last day", [middle](MessageQuery& q) { q.interval.end = middle; });
    add("both", [this](MessageQuery& q) {
        q.interval = {*m_generator->createdAt(400), *m_generator->createdAt(1200)};
    });
    add("a first day long before", [](MessageQuery& q) { q.interval.begin = 0; });
    add("no e-mail", [](MessageQuery& q) { q.channels = allChannels() & ~Channels(Channel::Email); });
    add("three channels",
        [](MessageQuery& q) { q.channels = Channels(Channel::Sms) | Channel::Email | Channel::Call; });
    add("other", [](MessageQuery& q) { q.channels = Channel::Other; });
    add("one contact", [this](MessageQuery& q) {
        q.contactId = QString::fromStdString(m_generator->expected(800).contactId);
    });
}

void TestSideBySide::makesTheFileOfASingleWalkForAnyQuery()
{
    QFETCH(const MessageQuery, query);
    Behaviour behaviour;
    behaviour.shuffled = true;
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query = query;
    run.lanes = 8;
    run.run();
    QVERIFY(!run.fileContent().isEmpty());
    QVERIFY(run.fileContent() == singleFile(m_generator, query));
    QVERIFY(run.report().balances());
}

void TestSideBySide::walksUnevenAccounts_data()
{
    QTest::addColumn<Scenario>("scenario");
    Scenario scenario;
    scenario.messages = 0;
    QTest::newRow("nothing") << scenario;
    scenario.messages = 3;
    scenario.span = std::chrono::hours(24 * 365 * 4);
    QTest::newRow("3 messages in 4 years") << scenario;
    scenario.messages = 2000;
    scenario.span = std::chrono::minutes(3);
    QTest::newRow("all in three minutes") << scenario;
    scenario.span = std::chrono::hours(24 * 365 * 4);
    scenario.bulkSends = 3;
    scenario.bulkSize = 200;
    QTest::newRow("three bulk milliseconds") << scenario;
    scenario.bulkSends = 1;
    scenario.bulkSize = 600;
    QTest::newRow("a third in one millisecond") << scenario;
}

void TestSideBySide::walksUnevenAccounts()
{
    QFETCH(const Scenario, scenario);
    const auto generator = std::make_shared<const Generator>(scenario);
    for (const SortOrder order : {SortOrder::Descending, SortOrder::Ascending}) {
        Behaviour behaviour;
        behaviour.shuffled = true;
        Server server(generator, behaviour);
        QVERIFY(server.start());
        ExportRun run(server.baseUrl());
        run.query = query(order);
        run.lanes = 16;
        run.run();
        QCOMPARE(firstDifference(run.fileIds(), expectedIds(*generator, order)), QByteArray());
        QVERIFY(run.fileContent() == singleFile(generator, run.query));
        QVERIFY(run.report().balances());
    }
}

// One of Qt's managers alone would keep it to six.
void TestSideBySide::asksAtTheSameTime()
{
    Behaviour behaviour;
    behaviour.latency = std::chrono::milliseconds(60);
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query = query();
    run.lanes = kMostLanes;
    run.run();
    QCOMPARE(run.report().written(), kMessages);
    QVERIFY2(server.maxConcurrency() > 8 && server.maxConcurrency() <= kMostLanes + 2,
             qPrintable(QString::number(server.maxConcurrency())));
}

void TestSideBySide::asksAsManyAtATimeAsItIsTold_data()
{
    QTest::addColumn<int>("lanes");
    QTest::newRow("one") << 1;
    QTest::newRow("three") << 3;
}

void TestSideBySide::asksAsManyAtATimeAsItIsTold()
{
    QFETCH(const int, lanes);
    Behaviour behaviour;
    behaviour.latency = std::chrono::milliseconds(3);
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query = query(SortOrder::Ascending); // downwards one request more looks for the oldest message
    run.query.channels = Channels(Channel::Sms) | Channel::Email | Channel::Call | Channel::WhatsApp;
    run.lanes = lanes;
    run.run();
    QVERIFY(run.report().written() > 500);
    QVERIFY(run.report().isComplete());
    QCOMPARE(server.maxConcurrency(), lanes);
}

void TestSideBySide::asksAtMostTwiceAsOftenForASmallExport()
{
    for (const int messages : {0, 10, 60}) {
        Scenario scenario;
        scenario.messages = messages;
        scenario.emailShare = 0;
        Server server(scenario);
        QVERIFY(server.start());
        ExportRun run(server.baseUrl());
        run.query = query();
        run.lanes = 0;
        run.run();
        QCOMPARE(run.report().written(), messages);
        const int pages = std::max(1, (messages + kLimit - 1) / kLimit);
        const qint64 singly = 1 + pages; // e-mail, and all else
        const qint64 first = server.requests();
        QVERIFY2(first <= 2 * singly, QByteArray::number(first).constData());
        QVERIFY(pages > 1 || first == singly + 1); // once more: where it begins
        run.query.interval.begin = 0;
        run.run();
        const qint64 second = server.requests() - first;
        QVERIFY2(second <= 2 * singly, QByteArray::number(second).constData());
        QVERIFY(pages > 1 || second == singly);
    }
}

void TestSideBySide::bringsNoBulkMillisecondTwice()
{
    Scenario scenario;
    scenario.messages = 2000;
    scenario.emailShare = 0;
    scenario.bulkSends = 3;
    scenario.bulkSize = 200;
    Server server(scenario);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query = query();
    run.lanes = 12;
    run.run();
    QCOMPARE(run.report().written(), 2000);
    // What lanes run on beyond their end is part of a page each, and no more.
    QVERIFY2(run.report().overlap() < lanesOf(run.report()) * kLimit,
             qPrintable(QString::number(run.report().overlap())));
}

void TestSideBySide::goesBackWhereRangesAreIgnored_data()
{
    QTest::addColumn<SortOrder>("order");
    QTest::newRow("down") << SortOrder::Descending;
    QTest::newRow("up") << SortOrder::Ascending;
}

void TestSideBySide::goesBackWhereRangesAreIgnored()
{
    QFETCH(const SortOrder, order);
    Behaviour behaviour;
    behaviour.rangeIgnored = true;
    behaviour.shuffled = true;
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query = query(order);
    run.lanes = 6;
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(*m_generator, order)), QByteArray());
    QVERIFY(wentBack(run.report(), WentBack::RangeIgnored));
    QVERIFY(run.report().balances());
    QVERIFY(run.report().isComplete());

    // Known from the first answer on, if that was asked for a range already.
    run.query.interval = {*m_generator->createdAt(500), *m_generator->createdAt(1000)};
    run.run();
    QCOMPARE(lanesOf(run.report()), 1);
    const QByteArray file = run.fileContent();
    run.lanes = 1;
    run.run();
    QVERIFY(file == run.fileContent());
}

void TestSideBySide::goesBackWhereItFallsShort_data()
{
    goesBackWhereRangesAreIgnored_data();
}

// Undated messages that no range holds come only to those who ask for all.
void TestSideBySide::goesBackWhereItFallsShort()
{
    QFETCH(const SortOrder, order);
    Scenario scenario = scenarioOf(2000);
    scenario.undatedShare = 0.02;
    Behaviour behaviour;
    behaviour.undated = Behaviour::Undated::InNoRange;
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query = query(order);
    run.lanes = 6;
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), order)), QByteArray());
    QVERIFY(wentBack(run.report(), WentBack::FellShort));
    QVERIFY(run.report().balances());
    QVERIFY(run.report().isComplete());
    QCOMPARE(run.leftovers(), QStringList());
}

void TestSideBySide::losesNothingOverFaultsThatPass_data()
{
    QTest::addColumn<Behaviour::Cursor>("cursor");
    QTest::addColumn<int>("lanes");
    for (const int lanes : {3, 10}) {
        QTest::addRow("changing cursor, %d lanes", lanes) << Behaviour::Cursor::Changing << lanes;
        QTest::addRow("repeating cursor, %d lanes", lanes) << Behaviour::Cursor::Repeating << lanes;
    }
}

void TestSideBySide::losesNothingOverFaultsThatPass()
{
    QFETCH(const Behaviour::Cursor, cursor);
    QFETCH(const int, lanes);
    const QList<Fault> faults = {Fault::answer(500),
                                 Fault::answer(429),
                                 Fault::of(Fault::Kind::CutBody),
                                 Fault::of(Fault::Kind::ShortBody),
                                 Fault::of(Fault::Kind::NotJson),
                                 Fault::answer(503),
                                 Fault::of(Fault::Kind::NoMessages)};
    Behaviour behaviour;
    behaviour.cursor = cursor;
    behaviour.shuffled = true;
    behaviour.fault = [faults](const Request& request) {
        return request.number % 9 == 0 ? faults.at((request.number / 9) % faults.size()) : Fault();
    };
    Scenario scenario = scenarioOf(3000);
    scenario.bulkSends = 0; // a lost answer within one begins it again, for which the pages here are small
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query = query();
    run.query.limit = 50;
    run.lanes = lanes;
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), SortOrder::Descending)),
             QByteArray());
    QVERIFY(run.report().retries() >= 3);
    QVERIFY(run.report().balances());
    QVERIFY(run.report().isComplete());
}

void TestSideBySide::endsOnceWhenALaneIsRefused()
{
    Behaviour behaviour;
    behaviour.latency = std::chrono::milliseconds(2);
    behaviour.fault = [](const Request& request) {
        return request.number > 30 ? Fault::answer(403, "{}") : Fault();
    };
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query = query();
    run.lanes = 10;
    const State state = run.run();
    QVERIFY(std::holds_alternative<Failed>(state));
    QVERIFY(!QFile::exists(run.path()));
    // Nobody goes on asking: what came after the first refusal was under way already.
    QVERIFY2(server.requests() <= 30 + 1 + run.lanes, qPrintable(QString::number(server.requests())));
    server.setFault({});
    run.goOn();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), SortOrder::Descending)),
             QByteArray());
    QVERIFY(run.report().balances());
    QCOMPARE(run.leftovers(), QStringList());
}

void TestSideBySide::walksByUpdateOneAfterTheOther()
{
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query = query();
    run.query.sortBy = SortBy::UpdatedAt;
    run.lanes = 12;
    run.run();
    QCOMPARE(run.report().written(), kMessages);
    QCOMPARE(lanesOf(run.report()), 1);
}

QTEST_GUILESS_MAIN(TestSideBySide)
#include "tst_sidebyside.moc"
