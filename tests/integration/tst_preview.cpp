// The preview over real HTTP against the simulator: quick to its first rows, and by the end the account's
// messages, each once, in order. What is expected comes from the simulator's generator.

#include "support/exportrun.h"
#include "support/previewrun.h"

#include <QHash>
#include <QTest>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Generator;
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

class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsRowsAfterOneRequestAWalk_data();
    void showsRowsAfterOneRequestAWalk();
    void asksForNoMoreThanIsScrolled();
    void holdsEveryMessageOnceAtTheEnd_data();
    void holdsEveryMessageOnceAtTheEnd();
    void tellsTheTotal_data();
    void tellsTheTotal();
    void readsBackTheVeryBytes_data();
    void readsBackTheVeryBytes();
    void showsWhatTheMessageSays();
    void takesItsSpoolAlong();
    void showsOnlyWhatTheFiltersLeave_data();
    void showsOnlyWhatTheFiltersLeave();
};

void TestPreview::showsRowsAfterOneRequestAWalk_data()
{
    QTest::addColumn<Channels>("channels");
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<qint64>("walks");
    for (const SortOrder order : kOrders) {
        QTest::addRow("all, %s", nameOf(order)) << allChannels() << order << 2LL;
        QTest::addRow("SMS, %s", nameOf(order)) << Channels(Channel::Sms) << order << 1LL;
        QTest::addRow("e-mail and calls, %s", nameOf(order))
            << (Channel::Email | Channel::Call) << order << 2LL;
    }
}

void TestPreview::showsRowsAfterOneRequestAWalk()
{
    QFETCH(const Channels, channels);
    QFETCH(const SortOrder, order);
    QFETCH(const qint64, walks);
    Server server(scenarioOf(6000), {});
    QVERIFY(server.start());
    MessageQuery query = PreviewRun::everything();
    query.channels = channels;
    query.sortOrder = order;
    query.limit = 100;
    PreviewRun run(server, query);
    QVERIFY(run.loadMore());
    QCOMPARE(server.requests(), walks);
    QVERIFY(!run.rows().isEmpty());
    QVERIFY(!run.state().atEnd);
    // They are the account's very first ones.
    const auto expected = expectedIds(server.generator(), order, isIn(server.generator(), channels));
    QCOMPARE(firstDifference(run.ids(), expected.first(run.rows().size())), QByteArray());
    QCOMPARE(run.state().loaded, run.rows().size());
}

void TestPreview::asksForNoMoreThanIsScrolled()
{
    Behaviour behaviour;
    behaviour.latency = std::chrono::milliseconds(20);
    Server server(scenarioOf(4000), behaviour);
    QVERIFY(server.start());
    MessageQuery query = PreviewRun::everything();
    query.channels = Channel::Sms;
    query.limit = 100;
    PreviewRun run(server, query);
    for (int page = 1; page <= 3; ++page) {
        run.job().loadMore();
        run.job().loadMore(); // a table asks often while it is scrolled
        QVERIFY(run.loadMore());
        QCOMPARE(server.requests(), page);
        QCOMPARE(run.deliveries(), page);
        QCOMPARE(run.stateChanges(), 2 * page); // loading, loaded
    }
    for (const Request& request : server.log()) {
        QCOMPARE(request.query.value("limit"), "100");
    }
}

void TestPreview::holdsEveryMessageOnceAtTheEnd_data()
{
    QTest::addColumn<Channels>("channels");
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<Behaviour::Cursor>("cursor");
    const QList<std::pair<const char*, Channels>> sets = {
        {"all", allChannels()},
        {"no e-mail", allChannels() & ~Channels(Channel::Email)},
        {"SMS and e-mail", Channel::Sms | Channel::Email},
        {"six walks", allChannels() & ~Channels(Channel::Other)},
        {"other", Channel::Other},
        {"other and e-mail", Channel::Other | Channel::Email},
    };
    for (const auto& [name, channels] : sets) {
        for (const SortOrder order : kOrders) {
            for (const auto cursor : kCursors) {
                QTest::addRow("%s, %s, %s", name, nameOf(order), nameOf(cursor))
                    << channels << order << cursor;
            }
        }
    }
}

void TestPreview::holdsEveryMessageOnceAtTheEnd()
{
    QFETCH(const Channels, channels);
    QFETCH(const SortOrder, order);
    QFETCH(const Behaviour::Cursor, cursor);
    Behaviour behaviour;
    behaviour.cursor = cursor;
    behaviour.shuffled = true;
    behaviour.repeated = 5;
    behaviour.gzip = true;
    Server server(scenarioOf(1200), behaviour);
    QVERIFY(server.start());
    MessageQuery query = PreviewRun::everything();
    query.channels = channels;
    query.sortOrder = order;
    query.limit = 60;
    PreviewRun run(server, query);
    QVERIFY(run.loadAll());
    const auto expected = expectedIds(server.generator(), order, isIn(server.generator(), channels));
    QVERIFY(!expected.isEmpty());
    QCOMPARE(firstDifference(run.ids(), expected), QByteArray());
    QVERIFY(isInOrder(run.rows(), order));
    QCOMPARE(run.errors(), 0);
    // At the end nothing more is asked.
    const qint64 requests = server.requests();
    run.job().loadMore();
    QVERIFY(!run.state().isLoading);
    QCOMPARE(server.requests(), requests);
}

void TestPreview::tellsTheTotal_data()
{
    QTest::addColumn<Behaviour::Total>("behaviour");
    QTest::addColumn<std::optional<qint64>>("total");
    using Total = std::optional<qint64>;
    QTest::newRow("exact") << Behaviour::Total::Exact << Total(1500);
    QTest::newRow("absent") << Behaviour::Total::Absent << Total();
}

void TestPreview::tellsTheTotal()
{
    QFETCH(const Behaviour::Total, behaviour);
    QFETCH(const std::optional<qint64>, total);
    Behaviour changed;
    changed.total = behaviour;
    Server server(scenarioOf(1500), changed);
    QVERIFY(server.start());
    PreviewRun run(server);
    QVERIFY(run.loadMore());
    QCOMPARE(run.state().total, total);
    QVERIFY(run.loadAll());
    QCOMPARE(run.state().total, total);
    QCOMPARE(run.state().loaded, 1500);
}

void TestPreview::readsBackTheVeryBytes_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("well-formed") << scenarioOf(1200);
    Scenario broken = Scenario::broken(5, 1200);
    broken.prettyShare = 0;
    QTest::newRow("damaged") << broken;
}

void TestPreview::readsBackTheVeryBytes()
{
    QFETCH(const Scenario, scenario);
    Server server(scenario, {});
    QVERIFY(server.start());
    const Generator& generator = server.generator();
    QHash<QByteArray, qint64> numbers;
    for (qint64 index = 0; index < generator.count(); ++index) {
        numbers.insert(generator.id(index), index);
    }
    MessageQuery query = PreviewRun::everything();
    query.limit = 300;
    PreviewRun run(server, query);
    QVERIFY(run.loadMore());
    // A message can be read while more are written.
    QVERIFY(run.job().messageAt(run.rows().first().position));
    QVERIFY(run.loadAll());
    QCOMPARE(run.rows().size(), generator.count());
    for (const PreviewRow& row : run.rows()) {
        const auto json = run.job().messageAt(row.position);
        QVERIFY(json);
        QCOMPARE(*json, generator.json(numbers.value(row.id.toUtf8(), -1)));
    }
}

void TestPreview::showsWhatTheMessageSays()
{
    Server server(scenarioOf(600), {});
    QVERIFY(server.start());
    const Generator& generator = server.generator();
    PreviewRun run(server);
    QVERIFY(run.loadAll());
    QHash<QString, PreviewRow> rows;
    for (const PreviewRow& row : run.rows()) {
        rows.insert(row.id, row);
    }
    for (qint64 index = 0; index < generator.count(); ++index) {
        const simulator::Expected expected = generator.expected(index);
        const PreviewRow row = rows.value(QString::fromStdString(expected.id));
        const QString body = QString::fromStdString(expected.body).simplified();
        QVERIFY(row.text.size() <= kPreviewLength);
        if (expected.contentType == "text/html" || body.startsWith(QLatin1Char('<'))) {
            // Of HTML the words are shown, which tst_plaintext looks at.
            QVERIFY2(!row.text.contains(QStringLiteral("<html")), qPrintable(row.text));
        } else {
            QVERIFY(body.startsWith(row.text));
            QVERIFY(body.size() > kPreviewLength || row.text == body);
        }
        QCOMPARE(row.createdAt, expected.createdAt);
        QCOMPARE(row.status, QString::fromStdString(expected.status));
        QCOMPARE(row.contactId, QString::fromStdString(expected.contactId));
        QCOMPARE(row.isInbound, expected.direction == "inbound");
        QCOMPARE(row.isOutbound, expected.direction == "outbound");
        QCOMPARE(row.hasAttachments, !expected.attachments.empty());
        QCOMPARE(row.contact, QString::fromStdString(row.isInbound ? expected.from : expected.to));
    }
}

void TestPreview::takesItsSpoolAlong()
{
    Server server(scenarioOf(1500), {});
    QVERIFY(server.start());
    PreviewRun run(server);
    QVERIFY(run.loadMore());
    QCOMPARE(run.spools().size(), 1);
    // In the middle of a request, too.
    run.job().loadMore();
    run.destroy();
    QVERIFY(run.spools().isEmpty());
}

void TestPreview::showsOnlyWhatTheFiltersLeave_data()
{
    QTest::addColumn<bool>("endIncluded");
    QTest::addColumn<Channels>("channels");
    for (const bool included : {true, false}) {
        QTest::addRow("all, end %s", included ? "included" : "excluded") << included << allChannels();
        QTest::addRow("other, end %s", included ? "included" : "excluded")
            << included << Channels(Channel::Other);
    }
}

void TestPreview::showsOnlyWhatTheFiltersLeave()
{
    QFETCH(const bool, endIncluded);
    QFETCH(const Channels, channels);
    Scenario scenario = scenarioOf(3000);
    scenario.undatedShare = 0;
    Behaviour behaviour;
    behaviour.endIncluded = endIncluded;
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    const Generator& generator = server.generator();
    // Bounds that fall on messages: the first included, the last one just before the end.
    MessageQuery query = PreviewRun::everything();
    query.channels = channels;
    query.interval = {*generator.createdAt(800), *generator.createdAt(2200) + 1};
    query.limit = 100;
    PreviewRun run(server, query);
    QVERIFY(run.loadAll());
    const auto hasChannel = isIn(generator, channels);
    const auto wanted = [&](qint64 index) {
        return hasChannel(index) && query.interval.contains(*generator.createdAt(index));
    };
    const auto expected = expectedIds(generator, SortOrder::Descending, wanted);
    QVERIFY(!expected.isEmpty());
    QCOMPARE(firstDifference(run.ids(), expected), QByteArray());
    if (channels != allChannels()) {
        return;
    }
    // Of one contact of those.
    query.contactId = QString::fromLatin1(generator.contactId(1500));
    PreviewRun ofContact(server, query);
    QVERIFY(ofContact.loadAll());
    const auto isContacts = [&](qint64 index) {
        return wanted(index) && generator.contactId(index) == query.contactId.toLatin1();
    };
    QCOMPARE(firstDifference(ofContact.ids(), expectedIds(generator, SortOrder::Descending, isContacts)),
             QByteArray());
}

QTEST_GUILESS_MAIN(TestPreview)
#include "tst_preview.moc"
