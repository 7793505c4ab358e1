// Exports of every size, made by the released program: each holds exactly the messages that there are, in the
// order that is promised, and the memory it takes does not grow with them.

#include "simulator/server.h"
#include "support/exporter.h"
#include "support/exportrun.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Generator;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

namespace
{

constexpr qint64 kMany = 200'000;
constexpr double kMostMegabytes = 60;
// 40 bytes a message, less than its id takes: nothing of a message can stay behind. A busy machine alone was
// seen to make 3 MB of difference.
constexpr double kMostGrowth = 8;

using Messages = std::shared_ptr<const Generator>;

Scenario scenarioOf(qint64 messages)
{
    Scenario scenario;
    scenario.messages = messages;
    scenario.undatedShare = 0.001;
    scenario.bulkSends = 20; // each in one millisecond, where the service has no order
    return scenario;
}

// The numbers of the messages of a file, from its first line to its last.
std::vector<qint64> linesOf(const Generator& account, SortOrder order,
                            const std::function<bool(qint64)>& wanted = {})
{
    std::vector<qint64> lines = account.inFileOrder(wanted);
    if (order == SortOrder::Descending) {
        const auto undated =
            std::find_if(lines.begin(), lines.end(), [&](qint64 index) { return !account.createdAt(index); });
        std::reverse(lines.begin(), undated);
    }
    return lines;
}

QString orderName(SortOrder order)
{
    return order == SortOrder::Ascending ? text("asc") : text("desc");
}

// Where a JSON Lines file parts from what it has to hold, byte by byte; empty if it is that.
QByteArray firstDifference(const QString& path, const Generator& account, const std::vector<qint64>& expected)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) {
        return "there is no file";
    }
    QByteArray line;
    for (const qint64 index : expected) {
        line.clear();
        account.appendJson(line, index);
        line += '\n';
        if (const QByteArray found = file.readLine(); found != line) {
            return found.left(300) + " instead of " + line.left(300);
        }
    }
    return file.atEnd() ? QByteArray() : "and more: " + file.readLine().left(300);
}

} // namespace

class TestSize : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryMessageOnceInOrder_data();
    void holdsEveryMessageOnceInOrder();
    // Smaller accounts, with each choice in both orders and with both cursors: integration/tst_export.cpp.
    void holdsExactlyTheChosenChannels_data();
    void holdsExactlyTheChosenChannels();
    void memoryDoesNotGrowWithTheAccount_data();
    void memoryDoesNotGrowWithTheAccount();

private:
    const Messages& account(qint64 messages);
    double peakOf(qint64 messages, const QStringList& arguments);

    std::map<qint64, Messages> m_accounts;
};

// Large ones take seconds to make, so each is made once.
const Messages& TestSize::account(qint64 messages)
{
    Messages& found = m_accounts[messages];
    if (!found) {
        Scenario scenario = scenarioOf(messages);
        scenario.htmlBytes = 800; // every byte of these is compared
        found = std::make_shared<const Generator>(scenario);
    }
    return found;
}

void TestSize::holdsEveryMessageOnceInOrder_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<Behaviour::Cursor>("cursor");
    for (const qint64 count : {qint64(0), qint64(1), qint64(10), qint64(500), qint64(501), kMany}) {
        for (const SortOrder order : {SortOrder::Ascending, SortOrder::Descending}) {
            for (const auto cursor : {Behaviour::Cursor::Changing, Behaviour::Cursor::Repeating}) {
                QTest::addRow("%lld, %s first, %s cursor", count,
                              order == SortOrder::Ascending ? "oldest" : "newest",
                              cursor == Behaviour::Cursor::Changing ? "changing" : "repeating")
                    << count << order << cursor;
            }
        }
    }
}

void TestSize::holdsEveryMessageOnceInOrder()
{
    QFETCH(const qint64, count);
    QFETCH(const SortOrder, order);
    QFETCH(const Behaviour::Cursor, cursor);
    Behaviour behaviour;
    behaviour.cursor = cursor;
    behaviour.shuffled = true;
    Server server(account(count), behaviour);
    QVERIFY(server.start());
    const Household household;
    const Outcome outcome =
        Exporter(household, server.baseUrl())
            .run(toFile({text("--format"), text("jsonl"), text("--order"), orderName(order)}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const QByteArray difference =
        firstDifference(household.path(text(kOutput)), *account(count), linesOf(*account(count), order));
    QVERIFY2(difference.isEmpty(), difference.constData());
    QVERIFY2(outcome.peakMegabytes < kMostMegabytes, QByteArray::number(outcome.peakMegabytes).constData());
    QCOMPARE(household.spools(), QStringList());
}

void TestSize::holdsExactlyTheChosenChannels_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QList<QByteArray>>("channels"); // "" is what has no channel
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<Behaviour::Cursor>("cursor");
    const SortOrder up = SortOrder::Ascending;
    const SortOrder down = SortOrder::Descending;
    const auto changing = Behaviour::Cursor::Changing;
    const auto repeating = Behaviour::Cursor::Repeating;
    const QList<QByteArray> withoutEmail = {"SMS", "Call", "WhatsApp", "Instagram", "Facebook", ""};
    const QList<QByteArray> all = withoutEmail + QList<QByteArray>{"Email"};
    QTest::newRow("no e-mail") << text("no-email") << withoutEmail << up << repeating;
    for (const char* const one : {"SMS", "Call", "Email"}) {
        QTest::newRow(one) << text(one) << QList<QByteArray>{one} << down << repeating;
    }
    for (const char* const one : {"WhatsApp", "Instagram", "Facebook"}) {
        QTest::newRow(one) << text(one) << QList<QByteArray>{one} << up << changing;
    }
    QTest::newRow("Other") << text("Other") << QList<QByteArray>{""} << down << changing;
    QTest::newRow("two") << text("whatsapp, sms") << QList<QByteArray>{"SMS", "WhatsApp"} << up << repeating;
    QTest::newRow("Other and SMS") << text("Other,SMS") << QList<QByteArray>{"", "SMS"} << down << repeating;
    QTest::newRow("Other and Email") << text("Other,Email") << QList<QByteArray>{"", "Email"} << up
                                     << changing;
    QTest::newRow("every name") << text("SMS,Call,Email,WhatsApp,Instagram,Facebook,Other") << all << down
                                << changing;
}

void TestSize::holdsExactlyTheChosenChannels()
{
    QFETCH(const QString, choice);
    QFETCH(const QList<QByteArray>, channels);
    QFETCH(const SortOrder, order);
    QFETCH(const Behaviour::Cursor, cursor);
    const Generator& generator = *account(kMany);
    const std::vector<qint64> expected =
        linesOf(generator, order, [&](qint64 index) { return channels.contains(generator.channel(index)); });
    QVERIFY(!expected.empty());
    Behaviour behaviour;
    behaviour.cursor = cursor;
    behaviour.shuffled = true;
    Server server(account(kMany), behaviour);
    QVERIFY(server.start());
    const Household household;
    const Outcome outcome = Exporter(household, server.baseUrl())
                                .run(toFile({text("--format"), text("jsonl"), text("--channels"), choice,
                                             text("--order"), orderName(order)}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const QByteArray difference = firstDifference(household.path(text(kOutput)), generator, expected);
    QVERIFY2(difference.isEmpty(), difference.constData());
}

double TestSize::peakOf(qint64 messages, const QStringList& arguments)
{
    Server server(scenarioOf(messages));
    const Household household;
    if (!server.start()) {
        return -1;
    }
    const Outcome outcome = Exporter(household, server.baseUrl()).run(toFile(arguments));
    if (outcome.exitCode != Complete) {
        qWarning("%s", outcome.told().constData());
        return -1;
    }
    return outcome.peakMegabytes;
}

void TestSize::memoryDoesNotGrowWithTheAccount_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<qint64>("messages");
    QTest::addColumn<bool>("isSteady");
    const QStringList lines = {text("--format"), text("jsonl")};
    // How many answers are on their way at once differs from run to run, and so does the peak.
    QTest::newRow("CSV") << QStringList() << kMany << false;
    const QStringList oneByOne = {text("--parallel"), text("1")};
    QTest::newRow("CSV, one request at a time") << oneByOne << kMany << true;
    QTest::newRow("JSON Lines, one request at a time") << lines + oneByOne << kMany << true;
    // Fewer, since these go through an index on disk, which takes its time.
    QTest::newRow("by update") << lines + QStringList{text("--sort-by"), text("updatedAt")} << kMany / 2
                               << true;
}

void TestSize::memoryDoesNotGrowWithTheAccount()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const qint64, messages);
    QFETCH(const bool, isSteady);
    const double once = peakOf(messages, arguments);
    const double twice = peakOf(2 * messages, arguments);
    const QByteArray figures = QByteArray::number(once, 'f', 1) + " MB for " + QByteArray::number(messages) +
                               ", " + QByteArray::number(twice, 'f', 1) + " MB for twice as many";
    qInfo("%s", figures.constData());
    QVERIFY(once > 0 && twice > 0);
    QVERIFY2(once < kMostMegabytes && twice < kMostMegabytes, figures.constData());
    if (isSteady) {
        QVERIFY2(twice - once < kMostGrowth, figures.constData());
    }
}

QTEST_GUILESS_MAIN(TestSize)
#include "tst_size.moc"
