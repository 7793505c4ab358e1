// The preview of a service in trouble, or of an account that is awkward to page through: no row is lost, none
// comes twice, and what cannot be mended is told.

#include "support/exportrun.h"
#include "support/previewrun.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

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
    Scenario scenario = Scenario::awkward(7, messages);
    scenario.prettyShare = 0;
    return scenario;
}

} // namespace

class TestPreviewTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void getsThroughAMillisecondLargerThanAPage_data();
    void getsThroughAMillisecondLargerThanAPage();
    void showsUndatedMessagesLast_data();
    void showsUndatedMessagesLast();
    void losesNothingOverErrors_data();
    void losesNothingOverErrors();
    void tellsARefusalAndTriesAgain();
    void neverLosesRowsToADiskThatFails();
};

void TestPreviewTrouble::getsThroughAMillisecondLargerThanAPage_data()
{
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<Behaviour::Cursor>("cursor");
    for (const SortOrder order : kOrders) {
        for (const auto cursor : kCursors) {
            QTest::addRow("%s, %s", nameOf(order), nameOf(cursor)) << order << cursor;
        }
    }
}

void TestPreviewTrouble::getsThroughAMillisecondLargerThanAPage()
{
    QFETCH(const SortOrder, order);
    QFETCH(const Behaviour::Cursor, cursor);
    Scenario scenario = scenarioOf(8000);
    scenario.bulkSends = 1;
    scenario.bulkSize = 2600; // more than any window over the last pages holds
    Behaviour behaviour;
    behaviour.cursor = cursor;
    behaviour.shuffled = true;
    behaviour.repeated = 5;
    // Lost answers within it: a repeating cursor begins the millisecond anew.
    behaviour.fault = [](const Request& request) {
        return request.number % 11 == 0 ? Fault::answer(503) : Fault();
    };
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    MessageQuery query = PreviewRun::everything();
    query.sortOrder = order;
    query.limit = 500;
    PreviewRun run(server, query);
    QVERIFY(run.loadAll());
    QCOMPARE(firstDifference(run.ids(), expectedIds(server.generator(), order)), QByteArray());
}

void TestPreviewTrouble::showsUndatedMessagesLast_data()
{
    QTest::addColumn<Behaviour::Undated>("undated");
    QTest::newRow("at their place") << Behaviour::Undated::AtTheirPlace;
    QTest::newRow("in every range") << Behaviour::Undated::InEveryRange;
}

// In every range: each fresh query brings all of them once more.
void TestPreviewTrouble::showsUndatedMessagesLast()
{
    QFETCH(const Behaviour::Undated, undated);
    Scenario scenario = scenarioOf(8000);
    scenario.undatedShare = 0.05;
    Behaviour behaviour;
    behaviour.undated = undated;
    behaviour.cursor = Behaviour::Cursor::Repeating;
    behaviour.fault = [](const Request& request) {
        return request.number % 5 == 0 ? Fault::answer(503) : Fault();
    };
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    for (const SortOrder order : kOrders) {
        MessageQuery query = PreviewRun::everything();
        query.sortOrder = order;
        PreviewRun run(server, query);
        QVERIFY(run.loadAll());
        QCOMPARE(firstDifference(run.ids(), expectedIds(server.generator(), order)), QByteArray());
        QVERIFY(isInOrder(run.rows(), order));
        QVERIFY(!run.rows().last().createdAt);
    }
}

void TestPreviewTrouble::losesNothingOverErrors_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<Behaviour::Cursor>("cursor");
    for (quint32 seed = 1; seed <= 4; ++seed) {
        for (const SortOrder order : kOrders) {
            for (const auto cursor : kCursors) {
                QTest::addRow("seed %u, %s, %s", seed, nameOf(order), nameOf(cursor))
                    << seed << order << cursor;
            }
        }
    }
}

void TestPreviewTrouble::losesNothingOverErrors()
{
    QFETCH(const quint32, seed);
    QFETCH(const SortOrder, order);
    QFETCH(const Behaviour::Cursor, cursor);
    auto dice = std::make_shared<QRandomGenerator>(seed);
    Behaviour behaviour;
    behaviour.cursor = cursor;
    behaviour.shuffled = true;
    behaviour.repeated = 3;
    behaviour.fault = [dice](const Request&) {
        constexpr Fault::Kind kinds[] = {Fault::Kind::Status, Fault::Kind::CutBody, Fault::Kind::NotJson};
        return dice->bounded(100) < 25 ? Fault::of(kinds[dice->bounded(3)]) : Fault();
    };
    Server server(scenarioOf(1500), behaviour);
    QVERIFY(server.start());
    MessageQuery query = PreviewRun::everything();
    query.sortOrder = order;
    query.limit = 100;
    // A single try, so that every fault is told and the table asks again.
    PreviewRun run(server, query, 1);
    QVERIFY(run.loadAll());
    QVERIFY(run.errors() > 0);
    QVERIFY(!run.state().error);
    QCOMPARE(firstDifference(run.ids(), expectedIds(server.generator(), order)), QByteArray());
}

void TestPreviewTrouble::tellsARefusalAndTriesAgain()
{
    Behaviour behaviour;
    behaviour.scopeGranted = false;
    Server server(scenarioOf(300), behaviour);
    QVERIFY(server.start());
    PreviewRun run(server);
    QVERIFY(run.loadMore());
    QVERIFY(run.state().error);
    QCOMPARE(run.state().error->kind, ErrorKind::ScopeMissing);
    QVERIFY(!run.state().atEnd);
    QVERIFY(run.rows().isEmpty());
    server.setBehaviour({});
    QVERIFY(run.loadAll());
    QVERIFY(!run.state().error);
    QCOMPARE(firstDifference(run.ids(), expectedIds(server.generator(), SortOrder::Descending)),
             QByteArray());
}

// A page that came and could not be kept is not to be skipped without a sign.
void TestPreviewTrouble::neverLosesRowsToADiskThatFails()
{
    Server server(scenarioOf(300), {});
    QVERIFY(server.start());
    PreviewRun run(server);
    const QString root = run.spoolRoot();
    QVERIFY(QDir(root).removeRecursively());
    QFile obstacle(root);
    QVERIFY(obstacle.open(QFile::WriteOnly));
    QVERIFY(run.loadMore());
    QVERIFY(run.state().error);
    QVERIFY(run.rows().isEmpty());
    obstacle.remove();
    for (int i = 0; i < 10 && !run.state().atEnd; ++i) {
        QVERIFY(run.loadMore());
    }
    if (run.state().atEnd) {
        QCOMPARE(run.rows().size(), server.generator().count());
    } else {
        QVERIFY(run.state().error);
    }
}

QTEST_GUILESS_MAIN(TestPreviewTrouble)
#include "tst_previewtrouble.moc"
