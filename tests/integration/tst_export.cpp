// Whole exports over real HTTP against the simulator. What is expected comes from the simulator's generator,
// never through the program's own parser.

#include "support/exportrun.h"
#include "support/workbook.h"

#include <QDir>
#include <QTest>
#include <QTimer>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
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

// Both orders with both kinds of cursor; a row's name ends in the words for them.
template<class AddRow>
void inEveryWay(AddRow addRow)
{
    for (const SortOrder order : {SortOrder::Ascending, SortOrder::Descending}) {
        for (const auto cursor : {Behaviour::Cursor::Changing, Behaviour::Cursor::Repeating}) {
            const QByteArray words = QByteArray(order == SortOrder::Ascending ? "up" : "down") + ", " +
                                     (cursor == Behaviour::Cursor::Changing ? "changing" : "repeating") +
                                     " cursor";
            addRow(order, cursor, words.constData());
        }
    }
}

QByteArray expectedLines(const Generator& generator, SortOrder order)
{
    QByteArray lines;
    QList<qint64> dated;
    QList<qint64> undated;
    for (const qint64 index : generator.inFileOrder()) {
        (generator.createdAt(index) ? dated : undated).append(index);
    }
    if (order == SortOrder::Descending) {
        std::reverse(dated.begin(), dated.end());
    }
    const QList<qint64> all = dated + undated;
    for (const qint64 index : all) {
        lines += generator.json(index) + '\n';
    }
    return lines;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryMessageOnceInOrder_data();
    void holdsEveryMessageOnceInOrder();
    void holdsExactlyTheChosenChannels_data();
    void holdsExactlyTheChosenChannels();
    void keepsEveryByteOfEveryMessage_data();
    void keepsEveryByteOfEveryMessage();
    void holdsWholeDaysWhateverTheServiceIncludes_data();
    void holdsWholeDaysWhateverTheServiceIncludes();
    void ordersByUpdateAndKeepsTheCreatedRange_data();
    void ordersByUpdateAndKeepsTheCreatedRange();
    void leavesOutWhatArrivesDuringTheRun();
    void takesNoArrivalForWhatIsMissing();
    void givesTheSameFileInEverySplitOfPages_data();
    void givesTheSameFileInEverySplitOfPages();
    void keepsOneContactOrConversation_data();
    void keepsOneContactOrConversation();
    void makesAWorkbookOfEveryMessageInOrder();
    void leavesNothingOfAWorkbookThatIsCancelled_data();
    void leavesNothingOfAWorkbookThatIsCancelled();
};

void TestExport::holdsEveryMessageOnceInOrder_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<Behaviour::Cursor>("cursor");
    for (const qint64 count : {0, 1, 10, 500, 501, 5000}) {
        inEveryWay([count](SortOrder order, Behaviour::Cursor cursor, const char* words) {
            QTest::addRow("%lld %s", count, words) << count << order << cursor;
        });
    }
}

void TestExport::holdsEveryMessageOnceInOrder()
{
    QFETCH(const qint64, count);
    QFETCH(const SortOrder, order);
    QFETCH(const Behaviour::Cursor, cursor);
    Behaviour behaviour;
    behaviour.cursor = cursor;
    behaviour.shuffled = true;
    behaviour.repeated = 3;
    behaviour.gzip = true;
    Server server(scenarioOf(count), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.sortOrder = order;
    run.run();
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), order)), QByteArray());
    const ExportReport& report = run.report();
    QCOMPARE(report.written(), count);
    QVERIFY(report.balances());
    QVERIFY(report.isComplete());
    QVERIFY(run.leftovers().isEmpty());
}

void TestExport::holdsExactlyTheChosenChannels_data()
{
    QTest::addColumn<Channels>("channels");
    QTest::addColumn<int>("walks");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<Behaviour::Cursor>("cursor");
    struct Choice {
        QByteArray name;
        Channels channels;
        int walks;
    };
    const auto withoutEmail = allChannels() & ~Channels(Channel::Email);
    std::vector<Choice> choices = {
        {"all", allChannels(), 2},
        {"no e-mail", withoutEmail, 1},
        {"two", Channel::Sms | Channel::WhatsApp, 2},
        {"other and SMS", Channel::Other | Channel::Sms, 1},
        {"other and e-mail", Channel::Other | Channel::Email, 2},
        {"six, without other", allChannels() & ~Channels(Channel::Other), 6},
    };
    for (const Channel channel : kEveryChannel) {
        choices.push_back({"only " + apiName(channel).toByteArray(), channel, 1});
    }
    for (const Choice& choice : choices) {
        for (const qint64 count : {0, 1, 10, 500, 501}) {
            inEveryWay([&choice, count](SortOrder order, Behaviour::Cursor cursor, const char* words) {
                QTest::addRow("%s of %lld %s", choice.name.constData(), count, words)
                    << choice.channels << choice.walks << count << order << cursor;
            });
        }
    }
}

void TestExport::holdsExactlyTheChosenChannels()
{
    QFETCH(const Channels, channels);
    QFETCH(const int, walks);
    QFETCH(const qint64, count);
    QFETCH(const SortOrder, order);
    QFETCH(const Behaviour::Cursor, cursor);
    Behaviour behaviour;
    behaviour.cursor = cursor;
    behaviour.shuffled = true;
    Server server(scenarioOf(count), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.channels = channels;
    run.query.sortOrder = order;
    run.run();
    const Generator& generator = server.generator();
    const auto wanted = [&](qint64 index) {
        const QByteArray name = generator.channel(index);
        for (const Channel channel : kEveryChannel) {
            if (name == apiName(channel)) {
                return channels.testFlag(channel);
            }
        }
        return channels.testFlag(Channel::Other);
    };
    const QList<QByteArray> expected = expectedIds(generator, order, wanted);
    QVERIFY(!expected.isEmpty() || count < 500);
    QCOMPARE(firstDifference(run.fileIds(), expected), QByteArray());
    QVERIFY(run.report().balances());
    QCOMPARE(static_cast<int>(run.report().walks.size()), walks);
}

void TestExport::keepsEveryByteOfEveryMessage_data()
{
    QTest::addColumn<SortOrder>("order");
    QTest::newRow("up") << SortOrder::Ascending;
    QTest::newRow("down") << SortOrder::Descending;
}

void TestExport::keepsEveryByteOfEveryMessage()
{
    QFETCH(const SortOrder, order);
    Behaviour behaviour;
    behaviour.shuffled = true;
    Server server(scenarioOf(3000), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.sortOrder = order;
    run.run();
    QCOMPARE(run.report().repairedMessages, 0);
    QCOMPARE(
        firstDifference(run.fileContent().split('\n'), expectedLines(server.generator(), order).split('\n')),
        QByteArray());
}

void TestExport::holdsWholeDaysWhateverTheServiceIncludes_data()
{
    QTest::addColumn<bool>("endIncluded");
    QTest::addColumn<SortOrder>("order");
    for (const bool included : {true, false}) {
        for (const SortOrder order : {SortOrder::Ascending, SortOrder::Descending}) {
            QTest::addRow("end %s, %s", included ? "included" : "excluded",
                          order == SortOrder::Ascending ? "up" : "down")
                << included << order;
        }
    }
}

void TestExport::holdsWholeDaysWhateverTheServiceIncludes()
{
    QFETCH(const bool, endIncluded);
    QFETCH(const SortOrder, order);
    Behaviour behaviour;
    behaviour.endIncluded = endIncluded;
    Scenario scenario = scenarioOf(4000);
    scenario.undatedShare = 0;
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    const Generator& generator = server.generator();
    // Bounds that fall on messages: the first included, the last one just before the end.
    const qint64 first = *generator.createdAt(1000);
    const qint64 last = *generator.createdAt(3000);
    ExportRun run(server.baseUrl());
    run.query.sortOrder = order;
    run.query.interval = {first, last + 1};
    run.run();
    const auto wanted = [&](qint64 index) {
        const auto when = generator.createdAt(index);
        return when && *when >= first && *when <= last;
    };
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(generator, order, wanted)), QByteArray());
    QVERIFY(run.report().balances());
}

void TestExport::ordersByUpdateAndKeepsTheCreatedRange_data()
{
    QTest::addColumn<bool>("rangeOverUpdated");
    QTest::addColumn<SortOrder>("order");
    for (const bool updated : {true, false}) {
        for (const SortOrder order : {SortOrder::Ascending, SortOrder::Descending}) {
            QTest::addRow("range over %s, %s", updated ? "updated" : "created",
                          order == SortOrder::Ascending ? "up" : "down")
                << updated << order;
        }
    }
}

void TestExport::ordersByUpdateAndKeepsTheCreatedRange()
{
    QFETCH(const bool, rangeOverUpdated);
    QFETCH(const SortOrder, order);
    Behaviour behaviour;
    behaviour.rangeOverUpdated = rangeOverUpdated;
    behaviour.shuffled = true;
    Scenario scenario = scenarioOf(3000);
    scenario.undatedShare = 0;
    Server server(scenario, behaviour);
    QVERIFY(server.start());
    const Generator& generator = server.generator();
    const qint64 first = *generator.createdAt(500);
    const qint64 last = *generator.createdAt(2000);
    ExportRun run(server.baseUrl());
    run.query.sortBy = SortBy::UpdatedAt;
    run.query.sortOrder = order;
    run.query.interval = {first, last + 1};
    run.run();
    std::vector<std::pair<qint64, QByteArray>> keyed;
    for (qint64 i = 0; i < generator.count(); ++i) {
        const auto created = generator.createdAt(i);
        if (created && *created >= first && *created <= last) {
            keyed.emplace_back(generator.updatedAt(i).value_or(*created), generator.id(i));
        }
    }
    std::sort(keyed.begin(), keyed.end());
    if (order == SortOrder::Descending) {
        std::reverse(keyed.begin(), keyed.end());
    }
    QList<QByteArray> expected;
    for (const auto& [key, id] : keyed) {
        expected.append(id);
    }
    QCOMPARE(firstDifference(run.fileIds(), expected), QByteArray());
    QVERIFY(run.report().balances());
}

void TestExport::leavesOutWhatArrivesDuringTheRun()
{
    Behaviour behaviour;
    behaviour.liveMessages = 40;
    Server server(scenarioOf(1500), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.sortOrder = SortOrder::Ascending;
    run.run();
    QVERIFY(!server.liveIds().empty());
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), SortOrder::Ascending)),
             QByteArray());
    QVERIFY(run.report().outside() > 0);
    QVERIFY(run.report().balances());
}

// Undated messages that no range holds are missed where the walk goes on from a date. That shows in the
// total, and more than that many arrive meanwhile.
void TestExport::takesNoArrivalForWhatIsMissing()
{
    Scenario scenario = scenarioOf(1500);
    scenario.undatedShare = 0.02;
    Behaviour behaviour;
    behaviour.undated = Behaviour::Undated::InNoRange;
    behaviour.liveMessages = 100;
    Server server(scenario, behaviour);
    server.setFault([&server](const simulator::Request& request) {
        constexpr int third = 3;
        if (request.number == third) {
            server.expireCursors();
        }
        return simulator::Fault();
    });
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.sortOrder = SortOrder::Ascending;
    run.query.channels = allChannels() & ~Channels(Channel::Email);
    run.query.limit = 100;
    run.run();
    const auto wanted = [&](qint64 index) { return !server.generator().isEmail(index); };
    QCOMPARE(firstDifference(run.fileIds(), expectedIds(server.generator(), SortOrder::Ascending, wanted)),
             QByteArray());
    QVERIFY(!run.report().isShort());
    QVERIFY(run.report().balances());
}

void TestExport::givesTheSameFileInEverySplitOfPages_data()
{
    QTest::addColumn<int>("limit");
    QTest::newRow("10") << 10;
    QTest::newRow("99") << 99;
    QTest::newRow("500") << 500;
}

void TestExport::givesTheSameFileInEverySplitOfPages()
{
    QFETCH(const int, limit);
    Behaviour behaviour;
    behaviour.shuffled = true;
    Server server(scenarioOf(1200), behaviour);
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.query.limit = limit;
    run.run();
    QCOMPARE(firstDifference(run.fileContent().split('\n'),
                             expectedLines(server.generator(), SortOrder::Descending).split('\n')),
             QByteArray());
}

void TestExport::keepsOneContactOrConversation_data()
{
    QTest::addColumn<bool>("byContact");
    QTest::newRow("contact") << true;
    QTest::newRow("conversation") << false;
}

void TestExport::keepsOneContactOrConversation()
{
    QFETCH(const bool, byContact);
    Server server(scenarioOf(2000), {});
    QVERIFY(server.start());
    const Generator& generator = server.generator();
    const QByteArray wantedId = byContact ? generator.contactId(100) : generator.conversationId(100);
    ExportRun run(server.baseUrl());
    (byContact ? run.query.contactId : run.query.conversationId) = QString::fromLatin1(wantedId);
    run.run();
    const auto wanted = [&](qint64 index) {
        return (byContact ? generator.contactId(index) : generator.conversationId(index)) == wantedId;
    };
    const QList<QByteArray> expected = expectedIds(generator, SortOrder::Descending, wanted);
    QVERIFY(expected.size() > 0 && expected.size() < generator.count());
    QCOMPARE(firstDifference(run.fileIds(), expected), QByteArray());
}

void TestExport::makesAWorkbookOfEveryMessageInOrder()
{
    Server server(scenarioOf(700));
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.fileName = QStringLiteral("libro.xlsx");
    run.format.format = Format::Xlsx;
    run.format.columns = ColumnChoice::Own;
    run.format.ownColumns = {"id"};
    // Also when it is paused while it is written.
    int pauses = 0;
    run.run([&pauses](ExportJob& job, const State& state) {
        if (std::holds_alternative<Paused>(state)) {
            QTimer::singleShot(0, &job, &ExportJob::goOn);
        } else if (std::holds_alternative<Rendering>(state) && pauses < 3) {
            ++pauses;
            QTimer::singleShot(0, &job, &ExportJob::pause);
        }
        return true;
    });
    QCOMPARE(run.report().written(), 700);
    QVERIFY(run.report().balances());
    QCOMPARE(run.report().bytes, QFileInfo(run.path()).size());
    QCOMPARE(run.leftovers(), QStringList());
    QCOMPARE(QDir(run.folder()).entryList({QStringLiteral(".leadway*")}, QDir::AllEntries | QDir::Hidden),
             QStringList());
    const auto sheets = openedByOpenpyxl(run.path());
    QVERIFY(sheets && sheets->size() == 2); // and the overview
    QCOMPARE(sheets->constLast().rows.constLast().constLast().text, QStringLiteral("700"));
    QList<QByteArray> ids;
    for (const QList<Cell>& row : sheets->constFirst().rows.sliced(1)) {
        ids.append(row.value(0).text.toUtf8());
    }
    QCOMPARE(firstDifference(ids, expectedIds(server.generator(), SortOrder::Descending)), QByteArray());
}

void TestExport::leavesNothingOfAWorkbookThatIsCancelled_data()
{
    QTest::addColumn<bool>("isPacking");
    QTest::newRow("while messages are written") << false;
    QTest::newRow("while it is packed") << true;
}

void TestExport::leavesNothingOfAWorkbookThatIsCancelled()
{
    QFETCH(const bool, isPacking);
    Server server(scenarioOf(1200));
    QVERIFY(server.start());
    ExportRun run(server.baseUrl());
    run.fileName = QStringLiteral("libro.xlsx");
    run.format.format = Format::Xlsx;
    bool isAsked = false;
    const State state = run.run([&](ExportJob& job, const State& now) {
        const auto* const rendering = std::get_if<Rendering>(&now);
        if (rendering && !isAsked && rendering->total > 0 &&
            (rendering->done == rendering->total) == isPacking) {
            isAsked = true;
            QTimer::singleShot(0, &job, &ExportJob::cancel);
        }
        return true;
    });
    QVERIFY(isAsked && std::holds_alternative<Cancelled>(state));
    QCOMPARE(run.leftovers(), QStringList());
    QCOMPARE(QDir(run.folder()).entryList(QDir::Files | QDir::Hidden), QStringList());
    QCOMPARE(QDir(run.folder()).entryList({QStringLiteral(".leadway*")}, QDir::AllEntries | QDir::Hidden),
             QStringList());
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
