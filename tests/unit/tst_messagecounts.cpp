// Counts by local day and channel, and the bars they make: days that are longer, shorter or without a
// midnight, stretches of any length, gaps.

#include "core/messagecounts.h"

#include <QElapsedTimer>
#include <QTest>

using namespace leadway;

namespace
{

Msecs utc(const char* moment)
{
    return parseIsoUtc(moment).value();
}

QString told(const CountBar& bar)
{
    return QStringLiteral("%1 %2: %3")
        .arg(bar.first.toString(Qt::ISODate), bar.last.toString(Qt::ISODate))
        .arg(bar.counts.total());
}

QStringList told(const MessageCounts::Bars& bars)
{
    QStringList lines;
    for (const CountBar& bar : bars.bars) {
        lines.append(told(bar));
    }
    return lines;
}

MessageCounts countsOf(const QByteArray& zone, std::initializer_list<const char*> moments)
{
    MessageCounts counts{QTimeZone(zone)};
    for (const char* moment : moments) {
        counts.add(utc(moment), Channel::Sms);
    }
    return counts;
}

} // namespace

class TestMessageCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByLocalDay_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QDate>("day");
        const auto row = [](const char* name, const char* zone, const char* moment, QDate day) {
            QTest::newRow(name) << QByteArray(zone) << QString::fromLatin1(moment) << day;
        };
        row("the last millisecond", "Europe/Madrid", "2024-06-15T21:59:59.999Z", {2024, 6, 15});
        row("the first", "Europe/Madrid", "2024-06-15T22:00:00.000Z", {2024, 6, 16});
        row("the hour that comes twice", "Europe/Madrid", "2024-10-27T01:30:00.000Z", {2024, 10, 27});
        row("the end of a day of 25 hours", "Europe/Madrid", "2024-10-27T22:59:59.999Z", {2024, 10, 27});
        row("after a day of 25 hours", "Europe/Madrid", "2024-10-27T23:00:00.000Z", {2024, 10, 28});
        row("the end of a day of 23 hours", "Europe/Madrid", "2024-03-31T21:59:59.999Z", {2024, 3, 31});
        row("after a day of 23 hours", "Europe/Madrid", "2024-03-31T22:00:00.000Z", {2024, 4, 1});
        row("before a day without midnight", "America/Santiago", "2024-09-08T03:59:59.999Z", {2024, 9, 7});
        row("a day without midnight", "America/Santiago", "2024-09-08T04:00:00.000Z", {2024, 9, 8});
        row("midnight comes twice, before", "America/Havana", "2024-11-03T03:59:59.999Z", {2024, 11, 2});
        row("midnight comes twice", "America/Havana", "2024-11-03T04:00:00.000Z", {2024, 11, 3});
        row("midnight comes twice, again", "America/Havana", "2024-11-03T05:00:00.000Z", {2024, 11, 3});
        row("no midnight in Havana", "America/Havana", "2024-03-10T05:00:00.000Z", {2024, 3, 10});
        row("the end of a year", "Pacific/Auckland", "2024-12-31T10:59:59.999Z", {2024, 12, 31});
        row("a new year", "Pacific/Auckland", "2024-12-31T11:00:00.000Z", {2025, 1, 1});
        row("before 1970", "UTC", "1969-12-31T23:59:59.999Z", {1969, 12, 31});
        row("29 February", "UTC", "2024-02-29T12:00:00.000Z", {2024, 2, 29});
        row("a year without number", "UTC", "0000-06-01T00:00:00.000Z", {1, 1, 1});
        row("the last day of all", "Pacific/Auckland", "9999-12-31T23:00:00.000Z", {9999, 12, 31});
    }
    void countsByLocalDay()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, moment);
        QFETCH(QDate, day);
        MessageCounts counts{QTimeZone(zone)};
        counts.add(utc(moment.toLatin1().constData()), Channel::Email);
        QCOMPARE(counts.firstDay(), day);
        QCOMPARE(counts.lastDay(), day);
        const auto made = counts.bars();
        QCOMPARE(made.span, BarSpan::Day);
        QCOMPARE(told(made), QStringList(QStringLiteral("%1 %1: 1").arg(day.toString(Qt::ISODate))));
        QCOMPARE(made.bars.front().counts.of(Channel::Email), 1);
    }

    void keepsTheChannelsAndTheUndatedApart()
    {
        MessageCounts counts(QTimeZone::utc());
        QVERIFY(!counts.firstDay().isValid());
        QVERIFY(counts.bars().bars.empty());
        counts.add(std::nullopt, Channel::Other);
        QVERIFY(counts.bars().bars.empty());
        counts.add(utc("2024-05-02T10:00:00.000Z"), Channel::Sms);
        counts.add(utc("2024-05-02T11:00:00.000Z"), Channel::WhatsApp);
        counts.add(utc("2024-05-02T12:00:00.000Z"), Channel::WhatsApp);
        QCOMPARE(counts.undated().total(), 1);
        QCOMPARE(counts.all().total(), 4);
        const auto made = counts.bars();
        QCOMPARE(made.bars.size(), 1U);
        const ChannelCounts& day = made.bars.front().counts;
        QCOMPARE(day.of(Channel::Sms), 1);
        QCOMPARE(day.of(Channel::WhatsApp), 2);
        QCOMPARE(day.total(), 3);
        QCOMPARE(day.channels(), Channel::Sms | Channel::WhatsApp);
    }

    void daysInAnyOrderHaveGapsBetween()
    {
        const MessageCounts counts =
            countsOf("Europe/Madrid",
                     {"2025-01-01T10:00:00.000Z", "2024-12-29T10:00:00.000Z", "2025-01-01T09:00:00.000Z"});
        QCOMPARE(told(counts.bars()), QStringList({QStringLiteral("2024-12-29 2024-12-29: 1"),
                                                   QStringLiteral("2024-12-30 2024-12-30: 0"),
                                                   QStringLiteral("2024-12-31 2024-12-31: 0"),
                                                   QStringLiteral("2025-01-01 2025-01-01: 2")}));
    }

    void theChosenDaysAreShownWhole()
    {
        const MessageCounts counts = countsOf("UTC", {"2025-01-02T10:00:00.000Z"});
        QCOMPARE(told(counts.bars({2025, 1, 1}, {2025, 1, 3})),
                 QStringList({QStringLiteral("2025-01-01 2025-01-01: 0"),
                              QStringLiteral("2025-01-02 2025-01-02: 1"),
                              QStringLiteral("2025-01-03 2025-01-03: 0")}));
        QCOMPARE(counts.bars({2025, 1, 2}, {}).bars.size(), 1U);
        QCOMPARE(counts.bars({}, {2025, 1, 4}).bars.size(), 3U);
        QCOMPARE(counts.bars({}, {2025, 1, 4}, {2025, 1, 1}).bars.size(), 4U);
        QCOMPARE(MessageCounts(QTimeZone::utc()).bars({2025, 1, 1}, {2025, 1, 31}).bars.size(), 31U);
        // A message from elsewhere is not lost.
        QCOMPARE(told(counts.bars({2025, 1, 3}, {2025, 1, 3})).constFirst(),
                 QStringLiteral("2025-01-02 2025-01-02: 1"));
    }

    void aGivenEndCutsAMonthAnOpenOneDoesNot()
    {
        const MessageCounts counts =
            countsOf("UTC", {"2024-11-20T10:00:00.000Z", "2025-03-03T10:00:00.000Z"});
        const auto open = counts.bars();
        QCOMPARE(open.span, BarSpan::Month);
        QCOMPARE(told(open),
                 QStringList(
                     {QStringLiteral("2024-11-01 2024-11-30: 1"), QStringLiteral("2024-12-01 2024-12-31: 0"),
                      QStringLiteral("2025-01-01 2025-01-31: 0"), QStringLiteral("2025-02-01 2025-02-28: 0"),
                      QStringLiteral("2025-03-01 2025-03-31: 1")}));
        const auto given = counts.bars({2024, 11, 18}, {2025, 3, 4});
        QCOMPARE(told(given).constFirst(), QStringLiteral("2024-11-18 2024-11-30: 1"));
        QCOMPARE(told(given).constLast(), QStringLiteral("2025-03-01 2025-03-04: 1"));
    }

    void asManyBarsAsCanBeToldApart_data()
    {
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<BarSpan>("span");
        QTest::addColumn<int>("bars");
        QTest::newRow("a day") << QDate(2025, 5, 5) << QDate(2025, 5, 5) << BarSpan::Day << 1;
        QTest::newRow("the longest quarter") << QDate(2025, 7, 1) << QDate(2025, 9, 30) << BarSpan::Day << 92;
        QTest::newRow("one day more") << QDate(2025, 7, 1) << QDate(2025, 10, 1) << BarSpan::Month << 4;
        QTest::newRow("ten years") << QDate(2015, 3, 31) << QDate(2025, 2, 1) << BarSpan::Month << 120;
        QTest::newRow("one month more") << QDate(2015, 3, 31) << QDate(2025, 3, 1) << BarSpan::Year << 11;
        QTest::newRow("since 1970") << QDate(1970, 1, 1) << QDate(2025, 11, 28) << BarSpan::Year << 56;
        QTest::newRow("centuries") << QDate(1583, 1, 1) << QDate(2025, 11, 28) << BarSpan::Decade << 45;
        QTest::newRow("all there are") << QDate(1, 1, 1) << QDate(9999, 12, 31) << BarSpan::Century << 100;
    }
    void asManyBarsAsCanBeToldApart()
    {
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QFETCH(BarSpan, span);
        QFETCH(int, bars);
        QCOMPARE(spanFor(first, last), span);
        MessageCounts counts(QTimeZone::utc());
        for (const QDate day : {first, last}) {
            counts.add(dayStart(day, QTimeZone::utc()), Channel::Call);
        }
        const auto made = counts.bars(first, last);
        QCOMPARE(static_cast<int>(made.bars.size()), bars);
        QCOMPARE(counts.bars().bars.size(), made.bars.size());
        // One after the other, from the first day to the last, and nothing is lost.
        QCOMPARE(made.bars.front().first, first);
        QCOMPARE(made.bars.back().last, last);
        qint64 sum = 0;
        for (std::size_t i = 0; i < made.bars.size(); ++i) {
            QVERIFY(made.bars[i].first <= made.bars[i].last);
            QVERIFY(i == 0 || made.bars[i].first == made.bars[i - 1].last.addDays(1));
            sum += made.bars[i].counts.total();
        }
        QCOMPARE(sum, 2);
    }

    void aMillionMessagesCostLittle()
    {
        MessageCounts counts(QTimeZone("America/Santiago"));
        QElapsedTimer clock;
        clock.start();
        constexpr Msecs step = 947'000; // thirty years in all
        for (Msecs i = 0; i < 1'000'000; ++i) {
            counts.add(i * step, kEveryChannel[static_cast<std::size_t>(i) % std::size(kEveryChannel)]);
        }
        qInfo("%lld ms", clock.restart());
        const auto made = counts.bars();
        qInfo("%lld ms for %zu bars", clock.elapsed(), made.bars.size());
        QCOMPARE(made.bars.size(), 32U);
        QCOMPARE(counts.all().total(), 1'000'000);
    }
};

QTEST_APPLESS_MAIN(TestMessageCounts)
#include "tst_messagecounts.moc"
