#include "support/simulatorclient.h"

#include <QDateTime>
#include <QMap>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace leadway::simulator;
using namespace leadway::test;

Q_DECLARE_METATYPE(leadway::simulator::Behaviour)

namespace
{

QString iso(qint64 msecs)
{
    return QDateTime::fromMSecsSinceEpoch(msecs, Qt::UTC).toString(Qt::ISODateWithMs);
}

Scenario small(qint64 messages = 1500)
{
    Scenario scenario;
    scenario.messages = messages;
    return scenario;
}

} // namespace

class TestSimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void walksGiveEveryMessageOnce_data();
    void walksGiveEveryMessageOnce();
    void ordersByDate_data();
    void ordersByDate();
    void channelRule_data();
    void channelRule();
    void filtersByContactAndConversation();
    void ranges_data();
    void ranges();
    void undatedUnderARange_data();
    void undatedUnderARange();
    void rangeUnderUpdated_data();
    void rangeUnderUpdated();
    void epochDatesFindNothing();
    void shufflesWithinAMillisecondOnly();
    void repeatsFromThePageBefore();

private:
    SimulatorClient m_client;
};

void TestSimulator::cleanup()
{
    m_client.stop();
}

void TestSimulator::walksGiveEveryMessageOnce_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    Behaviour behaviour;
    QTest::newRow("changing") << behaviour;
    behaviour.shuffled = true;
    QTest::newRow("changing, shuffled") << behaviour;
    behaviour.cursor = Behaviour::Cursor::Repeating;
    QTest::newRow("repeating, shuffled") << behaviour;
    behaviour.shuffled = false;
    QTest::newRow("repeating") << behaviour;
    behaviour.lastCursor = Behaviour::LastCursor::LeadsToEmptyPage;
    QTest::newRow("repeating, with an empty page at the end") << behaviour;
}

void TestSimulator::walksGiveEveryMessageOnce()
{
    QFETCH(const Behaviour, behaviour);
    m_client.serve(Scenario::awkward(11, 2000), behaviour);
    const Generator& generator = m_client.server().generator();
    const QList<Page> pages = m_client.walk({{QStringLiteral("limit"), QStringLiteral("70")}});
    QList<QByteArray> ids;
    QSet<QString> cursors;
    for (const Page& page : pages) {
        ids += page.ids();
        if (!page.cursor().isEmpty()) {
            cursors.insert(page.cursor());
            QVERIFY(page.cursor().contains(QLatin1Char('+')));
        }
    }
    QList<QByteArray> mails = m_client.walkIds({{QStringLiteral("channel"), QStringLiteral("Email")}});
    QList<QByteArray> all = ids + mails;
    QList<QByteArray> expected = m_client.idsWhere([](qint64) { return true; });
    QCOMPARE(all.size(), expected.size());
    std::sort(all.begin(), all.end());
    std::sort(expected.begin(), expected.end());
    QCOMPARE(all, expected);
    QCOMPARE(mails.size(), m_client.idsWhere([&](qint64 i) { return generator.isEmail(i); }).size());
    if (behaviour.cursor == Behaviour::Cursor::Repeating) {
        QCOMPARE(cursors.size(), 1);
    } else {
        QCOMPARE(cursors.size(), pages.size() - 1);
    }
    const bool emptyAtEnd = behaviour.lastCursor == Behaviour::LastCursor::LeadsToEmptyPage;
    QCOMPARE(pages.constLast().ids().isEmpty(), emptyAtEnd);
}

void TestSimulator::ordersByDate_data()
{
    QTest::addColumn<QString>("sortBy");
    QTest::addColumn<QString>("sortOrder");
    for (const char* by : {"createdAt", "updatedAt"}) {
        for (const char* order : {"asc", "desc", ""}) {
            QTest::addRow("%s %s", by, order) << QString::fromLatin1(by) << QString::fromLatin1(order);
        }
    }
}

void TestSimulator::ordersByDate()
{
    QFETCH(const QString, sortBy);
    QFETCH(const QString, sortOrder);
    m_client.serve(small());
    const Generator& generator = m_client.server().generator();
    Items items = {{QStringLiteral("sortBy"), sortBy}, {QStringLiteral("limit"), QStringLiteral("100")}};
    if (!sortOrder.isEmpty()) {
        items = with(items, QStringLiteral("sortOrder"), sortOrder);
    }
    QMap<QByteArray, qint64> when;
    for (qint64 i = 0; i < generator.count(); ++i) {
        const qint64 place = generator.placeMsecs(i);
        when.insert(generator.id(i),
                    sortBy == QLatin1String("updatedAt") ? generator.updatedAt(i).value_or(place) : place);
    }
    const QList<QByteArray> ids = m_client.walkIds(items);
    QVERIFY(ids.size() > 1000);
    for (qsizetype i = 1; i < ids.size(); ++i) {
        const qint64 step = when.value(ids.at(i)) - when.value(ids.at(i - 1));
        QVERIFY(sortOrder == QLatin1String("asc") ? step >= 0 : step <= 0);
    }
}

void TestSimulator::channelRule_data()
{
    QTest::addColumn<QString>("channel");
    for (const char* channel : {"", "Call", "SMS", "Email", "WhatsApp", "Instagram", "Facebook"}) {
        QTest::newRow(*channel == 0 ? "none" : channel) << QString::fromLatin1(channel);
    }
}

void TestSimulator::channelRule()
{
    QFETCH(const QString, channel);
    m_client.serve(small());
    const Generator& generator = m_client.server().generator();
    Items items = {{QStringLiteral("sortOrder"), QStringLiteral("asc")}};
    if (!channel.isEmpty()) {
        items = with(items, QStringLiteral("channel"), channel);
    }
    const QByteArray word = channel.toLatin1();
    const QList<QByteArray> expected = m_client.idsWhere(
        [&](qint64 i) { return word.isEmpty() ? !generator.isEmail(i) : generator.channel(i) == word; });
    QVERIFY(!expected.isEmpty());
    QCOMPARE(m_client.walkIds(items), expected);
}

void TestSimulator::filtersByContactAndConversation()
{
    m_client.serve(small());
    const Generator& generator = m_client.server().generator();
    const QByteArray contact = generator.contactId(5);
    const QList<QByteArray> expected = m_client.idsWhere(
        [&](qint64 i) { return generator.contactId(i) == contact && !generator.isEmail(i); });
    const Items ascending = {{QStringLiteral("sortOrder"), QStringLiteral("asc")}};
    QVERIFY(!expected.isEmpty());
    QCOMPARE(m_client.walkIds(with(ascending, QStringLiteral("contactId"), QString::fromLatin1(contact))),
             expected);
    QCOMPARE(m_client.walkIds(with(ascending, QStringLiteral("conversationId"),
                                   QString::fromLatin1(generator.conversationId(5)))),
             expected);
    QVERIFY(m_client.walkIds({{QStringLiteral("contactId"), QStringLiteral("nobody")}}).isEmpty());
}

void TestSimulator::ranges_data()
{
    QTest::addColumn<bool>("endIncluded");
    QTest::addColumn<bool>("hasBegin");
    QTest::addColumn<bool>("hasEnd");
    for (const bool included : {true, false}) {
        const char* word = included ? "included" : "excluded";
        QTest::addRow("both, end %s", word) << included << true << true;
        QTest::addRow("begin, end %s", word) << included << true << false;
        QTest::addRow("end, end %s", word) << included << false << true;
    }
}

void TestSimulator::ranges()
{
    QFETCH(const bool, endIncluded);
    QFETCH(const bool, hasBegin);
    QFETCH(const bool, hasEnd);
    Behaviour behaviour;
    behaviour.endIncluded = endIncluded;
    m_client.serve(small(), behaviour);
    const Generator& generator = m_client.server().generator();
    const qint64 begin = generator.placeMsecs(300);
    const qint64 end = generator.placeMsecs(900);
    Items items = {{QStringLiteral("sortOrder"), QStringLiteral("asc")}};
    if (hasBegin) {
        items = with(items, QStringLiteral("startDate"), iso(begin));
    }
    if (hasEnd) {
        items = with(items, QStringLiteral("endDate"), iso(end));
    }
    const QList<QByteArray> expected = m_client.idsWhere([&](qint64 i) {
        const qint64 when = generator.placeMsecs(i);
        return !generator.isEmail(i) && (!hasBegin || when >= begin) &&
               (!hasEnd || (endIncluded ? when <= end : when < end));
    });
    QVERIFY(expected.size() > 100);
    QCOMPARE(m_client.walkIds(items), expected);
}

void TestSimulator::undatedUnderARange_data()
{
    QTest::addColumn<int>("undated");
    QTest::newRow("at their place") << static_cast<int>(Behaviour::Undated::AtTheirPlace);
    QTest::newRow("in every range") << static_cast<int>(Behaviour::Undated::InEveryRange);
    QTest::newRow("in no range") << static_cast<int>(Behaviour::Undated::InNoRange);
}

void TestSimulator::undatedUnderARange()
{
    QFETCH(const int, undated);
    Scenario scenario = small();
    scenario.undatedShare = 0.1;
    Behaviour behaviour;
    behaviour.undated = static_cast<Behaviour::Undated>(undated);
    m_client.serve(scenario, behaviour);
    const Generator& generator = m_client.server().generator();
    const qint64 begin = generator.placeMsecs(750);
    const QList<QByteArray> expected = m_client.idsWhere([&](qint64 i) {
        const bool in = generator.placeMsecs(i) >= begin;
        const bool dated = generator.createdAt(i).has_value();
        const bool wanted = dated || behaviour.undated == Behaviour::Undated::AtTheirPlace
                                ? in
                                : behaviour.undated == Behaviour::Undated::InEveryRange;
        return wanted && !generator.isEmail(i);
    });
    QCOMPARE(m_client.walkIds({{QStringLiteral("sortOrder"), QStringLiteral("asc")},
                               {QStringLiteral("startDate"), iso(begin)}}),
             expected);
}

void TestSimulator::rangeUnderUpdated_data()
{
    QTest::addColumn<bool>("overUpdated");
    QTest::newRow("over updated") << true;
    QTest::newRow("over created") << false;
}

void TestSimulator::rangeUnderUpdated()
{
    QFETCH(const bool, overUpdated);
    Behaviour behaviour;
    behaviour.rangeOverUpdated = overUpdated;
    m_client.serve(small(), behaviour);
    const Generator& generator = m_client.server().generator();
    const qint64 begin = generator.placeMsecs(700);
    const qint64 end = generator.placeMsecs(800);
    QList<QByteArray> expected = m_client.idsWhere([&](qint64 i) {
        const qint64 place = generator.placeMsecs(i);
        const qint64 when = overUpdated ? generator.updatedAt(i).value_or(place) : place;
        return !generator.isEmail(i) && when >= begin && when <= end;
    });
    QList<QByteArray> ids = m_client.walkIds({{QStringLiteral("sortBy"), QStringLiteral("updatedAt")},
                                              {QStringLiteral("startDate"), iso(begin)},
                                              {QStringLiteral("endDate"), iso(end)}});
    std::sort(ids.begin(), ids.end());
    std::sort(expected.begin(), expected.end());
    QCOMPARE(ids, expected);
}

void TestSimulator::epochDatesFindNothing()
{
    m_client.serve(small());
    const Page page = m_client.get({{QStringLiteral("startDate"), QStringLiteral("1711497600000")}});
    QCOMPARE(page.status, 200);
    QVERIFY(page.ids().isEmpty());
}

void TestSimulator::shufflesWithinAMillisecondOnly()
{
    Behaviour behaviour;
    behaviour.shuffled = true;
    m_client.serve(small(1200), behaviour);
    const Generator& generator = m_client.server().generator();
    const Items items = {{QStringLiteral("sortOrder"), QStringLiteral("asc")},
                         {QStringLiteral("limit"), QStringLiteral("500")}};
    const QList<QByteArray> one = m_client.walkIds(items);
    const QList<QByteArray> two = m_client.walkIds(items);
    QVERIFY(one != two);
    QMap<QByteArray, qint64> when;
    for (qint64 i = 0; i < generator.count(); ++i) {
        when.insert(generator.id(i), generator.placeMsecs(i));
    }
    for (qsizetype i = 0; i < one.size(); ++i) {
        QCOMPARE(when.value(one.at(i)), when.value(two.at(i)));
    }
    QCOMPARE(QSet<QByteArray>(one.begin(), one.end()), QSet<QByteArray>(two.begin(), two.end()));
}

void TestSimulator::repeatsFromThePageBefore()
{
    Behaviour behaviour;
    behaviour.repeated = 3;
    m_client.serve(small(), behaviour);
    const QList<Page> pages = m_client.walk({{QStringLiteral("limit"), QStringLiteral("50")}});
    QSet<QByteArray> distinct;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const QList<QByteArray> ids = pages.at(i).ids();
        distinct.unite(QSet<QByteArray>(ids.begin(), ids.end()));
        QVERIFY(ids.size() <= 50);
        if (i > 0) {
            QCOMPARE(ids.first(3), pages.at(i - 1).ids().last(3));
        }
    }
    const Generator& generator = m_client.server().generator();
    QCOMPARE(distinct.size(), m_client.idsWhere([&](qint64 i) { return !generator.isEmail(i); }).size());
}

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
