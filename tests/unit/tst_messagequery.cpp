// What can be asked and what cannot, and which of the messages that come belong to the answer.

#include "core/messagequery.h"

#include <QTest>

using namespace leadway;

namespace
{

using Change = std::function<void(MessageQuery&)>;
using Fault = std::optional<QueryFault>;

MessageQuery goodQuery()
{
    MessageQuery query;
    query.locationId = QStringLiteral("demo0000000000000001");
    return query;
}

Interval between(Msecs begin, Msecs end)
{
    Interval interval;
    interval.begin = begin;
    interval.end = end;
    return interval;
}

} // namespace

class TestMessageQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheFieldToMend_data();
    void namesTheFieldToMend();
    void namesTheFirstFieldOfTheForm();
    void keepsByDateAndChannel_data();
    void keepsByDateAndChannel();
    void ordersByTheWantedDate();
};

void TestMessageQuery::namesTheFieldToMend_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Fault>("fault");
    const auto row = [](const char* name, const Change& change, Fault fault) {
        QTest::newRow(name) << change << fault;
    };
    const auto none = Fault();
    row(
        "nothing changed", [](MessageQuery&) {}, none);
    row(
        "no location", [](MessageQuery& q) { q.locationId.clear(); }, QueryFault::LocationMissing);
    row(
        "short location", [](MessageQuery& q) { q.locationId = QStringLiteral("abcd"); },
        QueryFault::LocationMalformed);
    row(
        "five characters", [](MessageQuery& q) { q.locationId = QStringLiteral("ab-_9"); }, none);
    row(
        "64 characters", [](MessageQuery& q) { q.locationId = QString(64, u'x'); }, none);
    row(
        "65 characters", [](MessageQuery& q) { q.locationId = QString(65, u'x'); },
        QueryFault::LocationMalformed);
    row(
        "location with a space", [](MessageQuery& q) { q.locationId = QStringLiteral("demo 0000001"); },
        QueryFault::LocationMalformed);
    row(
        "a link as location",
        [](MessageQuery& q) { q.locationId = QStringLiteral("https://app.example.com/v2/location/demo"); },
        QueryFault::LocationMalformed);
    row(
        "letters beyond ASCII", [](MessageQuery& q) { q.locationId = QStringLiteral("clínica00001"); },
        QueryFault::LocationMalformed);
    row(
        "no channel", [](MessageQuery& q) { q.channels = {}; }, QueryFault::NoChannel);
    row(
        "one channel", [](MessageQuery& q) { q.channels = Channel::Other; }, none);
    row(
        "To before From", [](MessageQuery& q) { q.interval = between(2000, 1000); },
        QueryFault::DatesReversed);
    row(
        "no time at all", [](MessageQuery& q) { q.interval = between(1000, 1000); },
        QueryFault::DatesReversed);
    row(
        "one millisecond", [](MessageQuery& q) { q.interval = between(1000, 1001); }, none);
    row(
        "only From", [](MessageQuery& q) { q.interval.begin = 1000; }, none);
    row(
        "only To", [](MessageQuery& q) { q.interval.end = 1000; }, none);
    row(
        "contact", [](MessageQuery& q) { q.contactId = QStringLiteral("k2Vd7abcdefghijklmno"); }, none);
    row(
        "contact with a slash", [](MessageQuery& q) { q.contactId = QStringLiteral("contacts/k2Vd7"); },
        QueryFault::ContactMalformed);
    row(
        "conversation with a line end",
        [](MessageQuery& q) { q.conversationId = QStringLiteral("k2Vd7abc\n"); },
        QueryFault::ConversationMalformed);
    row(
        "limit 9", [](MessageQuery& q) { q.limit = 9; }, QueryFault::LimitOutOfRange);
    row(
        "limit 10", [](MessageQuery& q) { q.limit = 10; }, none);
    row(
        "limit 500", [](MessageQuery& q) { q.limit = 500; }, none);
    row(
        "limit 501", [](MessageQuery& q) { q.limit = 501; }, QueryFault::LimitOutOfRange);
}

void TestMessageQuery::namesTheFieldToMend()
{
    QFETCH(const Change, change);
    QFETCH(const Fault, fault);
    MessageQuery query = goodQuery();
    change(query);
    QCOMPARE(query.validate(), fault);
}

void TestMessageQuery::namesTheFirstFieldOfTheForm()
{
    MessageQuery query;
    query.channels = {};
    query.interval = between(2000, 1000);
    query.contactId = QStringLiteral("?");
    query.conversationId = QStringLiteral("?");
    query.limit = 0;
    QCOMPARE(query.validate(), Fault(QueryFault::LocationMissing));
    query.locationId = goodQuery().locationId;
    QCOMPARE(query.validate(), Fault(QueryFault::NoChannel));
    query.channels = allChannels();
    QCOMPARE(query.validate(), Fault(QueryFault::DatesReversed));
    query.interval = {};
    QCOMPARE(query.validate(), Fault(QueryFault::ContactMalformed));
    query.contactId.clear();
    QCOMPARE(query.validate(), Fault(QueryFault::ConversationMalformed));
    query.conversationId.clear();
    QCOMPARE(query.validate(), Fault(QueryFault::LimitOutOfRange));
}

void TestMessageQuery::keepsByDateAndChannel_data()
{
    QTest::addColumn<std::optional<Msecs>>("createdAt");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<Verdict>("verdict");
    using When = std::optional<Msecs>;
    QTest::newRow("just before") << When(999) << QByteArray("SMS") << Verdict::Outside;
    QTest::newRow("the first millisecond") << When(1000) << QByteArray("SMS") << Verdict::Kept;
    QTest::newRow("the last millisecond") << When(1999) << QByteArray("SMS") << Verdict::Kept;
    QTest::newRow("just behind") << When(2000) << QByteArray("SMS") << Verdict::Outside;
    QTest::newRow("another channel") << When(1500) << QByteArray("TYPE_CALL") << Verdict::Filtered;
    QTest::newRow("unknown type") << When(1500) << QByteArray("TYPE_NEW") << Verdict::Kept;
    QTest::newRow("no type") << When(1500) << QByteArray() << Verdict::Kept;
    QTest::newRow("another channel, outside") << When(1) << QByteArray("CALL") << Verdict::Outside;
    QTest::newRow("undated") << When() << QByteArray("SMS") << Verdict::Kept;
    QTest::newRow("undated, another channel") << When() << QByteArray("CALL") << Verdict::Filtered;
}

void TestMessageQuery::keepsByDateAndChannel()
{
    QFETCH(const std::optional<Msecs>, createdAt);
    QFETCH(const QByteArray, type);
    QFETCH(const Verdict, verdict);
    MessageHead head;
    head.createdAt = createdAt;
    head.updatedAt = 1500; // says nothing of the range
    head.messageType = type.toStdString();
    QCOMPARE(verdictFor(head, between(1000, 2000), Channel::Sms | Channel::Other), verdict);
}

void TestMessageQuery::ordersByTheWantedDate()
{
    MessageHead head;
    QCOMPARE(sortKey(head, SortBy::CreatedAt), std::optional<Msecs>());
    QCOMPARE(sortKey(head, SortBy::UpdatedAt), std::optional<Msecs>());
    head.createdAt = 1;
    QCOMPARE(sortKey(head, SortBy::UpdatedAt), std::optional<Msecs>(1));
    head.updatedAt = 2;
    QCOMPARE(sortKey(head, SortBy::CreatedAt), std::optional<Msecs>(1));
    QCOMPARE(sortKey(head, SortBy::UpdatedAt), std::optional<Msecs>(2));
}

QTEST_GUILESS_MAIN(TestMessageQuery)
#include "tst_messagequery.moc"
