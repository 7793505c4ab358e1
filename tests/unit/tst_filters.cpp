#include "app/filters.h"

#include <QTest>

using namespace leadway;

namespace
{

const QDate kToday(2025, 11, 14);

Filters everythingElse()
{
    Filters filters;
    filters.channels = Channels(Channel::Sms) | Channel::Other;
    filters.dates = DateChoice::OtherDates;
    filters.from = QDate(2025, 3, 30);
    filters.to = QDate(2025, 3, 30);
    filters.contactId = QStringLiteral("bNr7ae6YFDwrLvBBm5cF");
    filters.conversationId = QStringLiteral(" half typed");
    filters.more.direction = Direction::Sent;
    filters.more.status = QStringLiteral("no-answer");
    filters.more.text = QStringLiteral("  «presupuesto» ");
    filters.more.hasAttachment = true;
    filters.sortOrder = SortOrder::Ascending;
    filters.sortBy = SortBy::UpdatedAt;
    filters.limit = 50;
    filters.lanes = 12;
    return filters;
}

} // namespace

class TestFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areRememberedAsTheyStand_data()
    {
        QTest::addColumn<Filters>("filters");
        QTest::newRow("as at the first start") << usualFilters(kToday);
        QTest::newRow("everything else") << everythingElse();
        for (const auto& [key, choice] : kDateKeys) {
            Filters filters = usualFilters(kToday);
            filters.dates = choice;
            QTest::addRow("dates: %s", key) << filters;
        }
        Filters received = usualFilters(kToday);
        received.more.direction = Direction::Received;
        QTest::newRow("received") << received;
    }
    void areRememberedAsTheyStand()
    {
        QFETCH(Filters, filters);
        QVERIFY(filtersFrom(toVariantMap(filters), usualFilters(kToday)) == filters);
    }

    void whatIsDamagedIsLeftAsUsual_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("no channel") << QStringLiteral("channels") << QVariant(QString());
        QTest::newRow("an unknown channel") << QStringLiteral("channels") << QVariant(QStringLiteral("Fax"));
        QTest::newRow("no such day") << QStringLiteral("from") << QVariant(QStringLiteral("2025-02-30"));
        QTest::newRow("unknown dates") << QStringLiteral("dates") << QVariant(QStringLiteral("tomorrow"));
        QTest::newRow("an unknown direction")
            << QStringLiteral("direction") << QVariant(QStringLiteral("sideways"));
        QTest::newRow("an unknown order") << QStringLiteral("sortOrder") << QVariant(QStringLiteral("up"));
        QTest::newRow("too small a page") << QStringLiteral("limit") << QVariant(9);
        QTest::newRow("too many downloads") << QStringLiteral("parallel") << QVariant(25);
        QTest::newRow("no number") << QStringLiteral("limit") << QVariant(QStringLiteral("many"));
    }
    void whatIsDamagedIsLeftAsUsual()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        const Filters usual = usualFilters(kToday);
        QVariantMap map = toVariantMap(usual);
        map[QStringLiteral("dates")] = QStringLiteral("other");
        map[key] = value;
        Filters expected = usual;
        if (key != QStringLiteral("from") && key != QStringLiteral("dates")) {
            expected.dates = DateChoice::OtherDates;
        }
        QVERIFY(filtersFrom(map, usual) == expected);
    }

    void theUsualDatesAreThirtyDaysWithToday()
    {
        const Filters usual = usualFilters(kToday);
        QCOMPARE(usual.from, QDate(2025, 10, 16));
        QCOMPARE(usual.to, kToday);
        QVERIFY(usual.dates == DateChoice::Last30Days);
    }

    void daysAreWholeInTheZoneOfNow()
    {
        const Filters filters = everythingElse();
        const QTimeZone madrid("Europe/Madrid");
        const MessageQuery query = queryOf(filters, QStringLiteral("ve9EPM428h8vShlRW1KT"), madrid, kToday);
        // The clocks went forward that night: the day has 23 hours.
        QCOMPARE(query.interval.end - query.interval.begin, 23LL * 60 * 60 * 1000);
        QCOMPARE(query.conversationId, QStringLiteral("half typed"));
        QCOMPARE(query.limit, 50);
        QVERIFY(query.sortBy == SortBy::UpdatedAt);
        QVERIFY(query.sortOrder == SortOrder::Ascending);
        QVERIFY(query.channels == filters.channels);
        Filters all = filters;
        all.dates = DateChoice::AllTime;
        QVERIFY(!queryOf(all, query.locationId, madrid, kToday).interval.hasBegin());
    }

    void theChoiceIsKeptAndItsDaysMoveOn()
    {
        Filters filters;
        filters.dates = DateChoice::Yesterday;
        const QTimeZone zone("Europe/Madrid");
        const Interval today = queryOf(filters, {}, zone, kToday).interval;
        const Interval tomorrow = queryOf(filters, {}, zone, kToday.addDays(1)).interval;
        QCOMPARE(tomorrow.begin, today.end);
    }

    void whatIsLookedAtHereBelongsToTheQuery()
    {
        const MessageQuery query = queryOf(everythingElse(), {}, QTimeZone::utc(), kToday);
        QVERIFY(query.filter.direction == Direction::Sent);
        QCOMPARE(query.filter.status, QStringLiteral("no-answer"));
        QCOMPARE(query.filter.text, QStringLiteral("«presupuesto»"));
        QVERIFY(query.filter.hasAttachment);
    }
};

QTEST_APPLESS_MAIN(TestFilters)
#include "tst_filters.moc"
