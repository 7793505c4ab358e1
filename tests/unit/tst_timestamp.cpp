#include "core/timestamp.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace leadway;

/// Dates of the service and days of a person.
class TimestampTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsIsoDates_data();
    void readsIsoDates();
    void refusesWhatIsNoIsoDate_data();
    void refusesWhatIsNoIsoDate();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void localTextAgreesWithQt_data();
    void localTextAgreesWithQt();
    void localTextRepeatsTheAutumnHour();
    void localTextSurvivesAnyMoment();
    void localClockOfAnInvalidZoneIsUtc();
    void dayBeginsAtItsFirstMoment_data();
    void dayBeginsAtItsFirstMoment();
    void aDayThatAZoneLeftOutIsEmpty();
    void wholeDaysIncludeBothEnds_data();
    void wholeDaysIncludeBothEnds();
    void invalidDatesLeaveASideOpen();
};

namespace
{

QTimeZone zoneOf(const char* name)
{
    return QTimeZone(QByteArray(name));
}

std::string local(const QTimeZone& zone, Msecs when)
{
    LocalClock clock(zone);
    std::string text;
    clock.append(text, when);
    return text;
}

} // namespace

void TimestampTest::readsIsoDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("msecs");
    const qint64 base = 1711497600000; // 2024-03-27T00:00:00Z
    QTest::newRow("UTC with milliseconds") << QByteArray("2024-03-27T00:00:00.000Z") << base;
    QTest::newRow("UTC without milliseconds") << QByteArray("2024-03-27T00:00:00Z") << base;
    QTest::newRow("without seconds") << QByteArray("2024-03-27T00:00Z") << base;
    QTest::newRow("without a zone") << QByteArray("2024-03-27T00:00:00.000") << base;
    QTest::newRow("a space between") << QByteArray("2024-03-27 00:00:00") << base;
    QTest::newRow("one decimal") << QByteArray("2024-03-27T00:00:00.5Z") << base + 500;
    QTest::newRow("six decimals") << QByteArray("2024-03-27T00:00:00.123999Z") << base + 123;
    QTest::newRow("nine decimals") << QByteArray("2024-03-27T00:00:00.001000000Z") << base + 1;
    QTest::newRow("east of UTC") << QByteArray("2024-03-27T02:00:00+02:00") << base;
    QTest::newRow("west of UTC") << QByteArray("2024-03-26T18:30:00-0530") << base;
    QTest::newRow("whole hours of zone") << QByteArray("2024-03-27T02:00:00+02") << base;
    QTest::newRow("every digit counts") << QByteArray("2024-12-31T23:59:58.987Z") << qint64(1735689598987);
    QTest::newRow("a leap second") << QByteArray("2016-12-31T23:59:60.000Z") << qint64(1483228800000);
    QTest::newRow("a space and milliseconds") << QByteArray("2024-03-27 00:00:00.000Z") << base;
    QTest::newRow("a small z") << QByteArray("2024-03-27T00:00:00.000z") << base;
    QTest::newRow("as long, with a zone") << QByteArray("2024-03-27T00:00:00+0000") << base;
    QTest::newRow("as long, with four decimals") << QByteArray("2024-03-27T00:00:00.0009") << base;
    QTest::newRow("a leap day") << QByteArray("2024-02-29T12:00:00Z") << qint64(1709208000000);
    QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59.999Z") << qint64(-1);
    QTest::newRow("the last year") << QByteArray("9999-12-31T23:59:59.999Z") << qint64(253402300799999);
}

void TimestampTest::readsIsoDates()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, msecs);
    const auto read = parseIsoUtc(std::string_view(text.data(), static_cast<std::size_t>(text.size())));
    QVERIFY(read.has_value());
    QCOMPARE(qint64(*read), msecs);
}

void TimestampTest::refusesWhatIsNoIsoDate_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* const text : {"",
                                   "2024",
                                   "2024-03-27",
                                   "2024-03-27T",
                                   "2024-03-27T00",
                                   "2024-3-27T00:00:00Z",
                                   "2024-02-30T00:00:00Z",
                                   "2023-02-29T00:00:00Z",
                                   "2024-13-01T00:00:00Z",
                                   "2024-00-01T00:00:00Z",
                                   "2024-03-27T24:00:00Z",
                                   "2024-03-27T00:60:00Z",
                                   "2024-03-27T00:00:61Z",
                                   "2024-02-30T00:00:00.000Z",
                                   "2023-02-29T00:00:00.000Z",
                                   "2024-13-01T00:00:00.000Z",
                                   "2024-01-00T00:00:00.000Z",
                                   "2024-03-27T24:00:00.000Z",
                                   "2024-03-27T00:60:00.000Z",
                                   "2024-03-27T00:00:61.000Z",
                                   "2024-03-27T00:00:00.00:Z",
                                   "2024-03-27T00:00:00,000Z",
                                   "2O24-03-27T00:00:00.000Z",
                                   "2024-03-27T00:00:00.Z",
                                   "2024-03-27T00:00:00.1234567890Z",
                                   "2024-03-27T00:00:00ZZ",
                                   "2024-03-27T00:00:00 Z",
                                   "2024-03-27T00:00:00+2",
                                   "2024-03-27T00:00:00+24:00",
                                   "2024-03-27T00:00:00+02:",
                                   "-024-03-27T00:00:00Z",
                                   "2024-03-27T-1:00:00Z",
                                   "+024-03-27T00:00:00Z",
                                   " 2024-03-27T00:00:00Z",
                                   "27/03/2024 00:00",
                                   "1711497600000",
                                   "null",
                                   "Wed Mar 27 2024"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TimestampTest::refusesWhatIsNoIsoDate()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseIsoUtc(std::string_view(text.data(), static_cast<std::size_t>(text.size()))));
}

void TimestampTest::writesWhatItReads_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* const text :
         {"2024-03-27T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "2000-02-29T10:20:30.456Z",
          "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "2024-12-31T23:59:59.007Z"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TimestampTest::writesWhatItReads()
{
    QFETCH(QByteArray, text);
    const auto read = parseIsoUtc(text.toStdString());
    QVERIFY(read.has_value());
    QCOMPARE(QByteArray::fromStdString(isoUtc(*read)), text);
}

void TimestampTest::localTextAgreesWithQt_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char* const zone :
         {"UTC", "Europe/Madrid", "America/Bogota", "America/Mexico_City", "America/Santiago",
          "America/Havana", "Asia/Calcutta", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia"}) {
        QTest::newRow(zone) << QByteArray(zone);
    }
}

void TimestampTest::localTextAgreesWithQt()
{
    QFETCH(QByteArray, zone);
    const QTimeZone timeZone(zone);
    QVERIFY(timeZone.isValid());
    LocalClock clock(timeZone);
    QRandomGenerator random(7);
    const auto check = [&](Msecs when) {
        std::string text;
        clock.append(text, when);
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(when, timeZone);
        QCOMPARE(QString::fromStdString(text), moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    };
    constexpr Msecs first = 946684800000; // 2000
    constexpr Msecs last = 1893456000000; // 2030
    for (Msecs when = first; when < last; when += 1000 * random.bounded(20000, 200000)) {
        check(when);
    }
    for (int i = 0; i < 2000; ++i) {
        check(first + static_cast<Msecs>(random.bounded(double(last - first))));
    }
    for (const QTimeZone::OffsetData& change : timeZone.transitions(
             QDateTime::fromMSecsSinceEpoch(first, Qt::UTC), QDateTime::fromMSecsSinceEpoch(last, Qt::UTC))) {
        const Msecs at = change.atUtc.toMSecsSinceEpoch();
        check(at - 1);
        check(at);
        check(at + 1);
        check(at - 1);
    }
}

void TimestampTest::localTextRepeatsTheAutumnHour()
{
    const QTimeZone madrid = zoneOf("Europe/Madrid");
    const Msecs summer = *parseIsoUtc("2024-10-27T00:30:00.000Z");
    const Msecs winter = *parseIsoUtc("2024-10-27T01:30:00.000Z");
    QCOMPARE(local(madrid, summer), std::string("2024-10-27 02:30:00"));
    QCOMPARE(local(madrid, winter), std::string("2024-10-27 02:30:00"));
    QCOMPARE(local(madrid, winter + 3600 * 1000), std::string("2024-10-27 03:30:00"));
    const Msecs spring = *parseIsoUtc("2024-03-31T01:00:00.000Z");
    QCOMPARE(local(madrid, spring - 1), std::string("2024-03-31 01:59:59"));
    QCOMPARE(local(madrid, spring), std::string("2024-03-31 03:00:00"));
}

void TimestampTest::localTextSurvivesAnyMoment()
{
    for (const char* const zone : {"Europe/Madrid", "America/Bogota", "UTC"}) {
        for (const Msecs when : {std::numeric_limits<Msecs>::min(), std::numeric_limits<Msecs>::max(),
                                 Msecs(0), Msecs(-1), *parseIsoUtc("1700-01-01T00:00:00Z")}) {
            QCOMPARE(local(zoneOf(zone), when).size(), std::size_t(19));
        }
    }
    QCOMPARE(isoUtc(std::numeric_limits<Msecs>::max()), std::string("9999-12-31T23:59:59.999Z"));
    QCOMPARE(isoUtc(std::numeric_limits<Msecs>::min()), std::string("0000-01-01T00:00:00.000Z"));
}

void TimestampTest::localClockOfAnInvalidZoneIsUtc()
{
    QCOMPARE(local(QTimeZone(), *parseIsoUtc("2024-03-27T10:20:30.000Z")),
             std::string("2024-03-27 10:20:30"));
}

void TimestampTest::dayBeginsAtItsFirstMoment_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QByteArray>("utc");
    const auto row = [](const char* name, const char* zone, QDate day, const char* utc) {
        QTest::newRow(name) << QByteArray(zone) << day << QByteArray(utc);
    };
    row("Madrid in winter", "Europe/Madrid", QDate(2024, 1, 15), "2024-01-14T23:00:00.000Z");
    row("Madrid in summer", "Europe/Madrid", QDate(2024, 7, 15), "2024-07-14T22:00:00.000Z");
    row("Madrid, the day of 25 hours", "Europe/Madrid", QDate(2024, 10, 27), "2024-10-26T22:00:00.000Z");
    row("Madrid, the day after it", "Europe/Madrid", QDate(2024, 10, 28), "2024-10-27T23:00:00.000Z");
    row("Madrid, the day of 23 hours", "Europe/Madrid", QDate(2024, 3, 31), "2024-03-30T23:00:00.000Z");
    row("Santiago without a midnight", "America/Santiago", QDate(2024, 9, 8), "2024-09-08T04:00:00.000Z");
    row("Santiago, the day of 25 hours", "America/Santiago", QDate(2024, 4, 6), "2024-04-06T03:00:00.000Z");
    row("Santiago, the day after it", "America/Santiago", QDate(2024, 4, 7), "2024-04-07T04:00:00.000Z");
    row("Havana without a midnight", "America/Havana", QDate(2024, 3, 10), "2024-03-10T05:00:00.000Z");
    row("Havana with two midnights", "America/Havana", QDate(2024, 11, 3), "2024-11-03T04:00:00.000Z");
    row("UTC", "UTC", QDate(2024, 3, 27), "2024-03-27T00:00:00.000Z");
    row("Kolkata", "Asia/Calcutta", QDate(2024, 3, 27), "2024-03-26T18:30:00.000Z");
}

void TimestampTest::dayBeginsAtItsFirstMoment()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, day);
    QFETCH(QByteArray, utc);
    const QTimeZone timeZone(zone);
    const Msecs start = dayStart(day, timeZone);
    QCOMPARE(QByteArray::fromStdString(isoUtc(start)), utc);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(start, timeZone).date(), day);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(start - 1, timeZone).date(), day.addDays(-1));
}

void TimestampTest::aDayThatAZoneLeftOutIsEmpty()
{
#ifdef Q_OS_WIN
    QSKIP("Windows does not know that Samoa left out a day");
#endif
    const QTimeZone apia = zoneOf("Pacific/Apia");
    const QDate missing(2011, 12, 30);
    QCOMPARE(dayStart(missing, apia), dayStart(missing.addDays(1), apia));
    QVERIFY(wholeDays(missing, missing, apia).isEmpty());
    QVERIFY(!wholeDays(missing.addDays(-1), missing, apia).isEmpty());
}

void TimestampTest::wholeDaysIncludeBothEnds_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<int>("hours");
    QTest::newRow("one day") << QByteArray("Europe/Madrid") << QDate(2024, 5, 1) << QDate(2024, 5, 1) << 24;
    QTest::newRow("25 hours") << QByteArray("Europe/Madrid") << QDate(2024, 10, 27) << QDate(2024, 10, 27)
                              << 25;
    QTest::newRow("23 hours") << QByteArray("America/Santiago") << QDate(2024, 9, 8) << QDate(2024, 9, 8)
                              << 23;
    QTest::newRow("Havana in spring")
        << QByteArray("America/Havana") << QDate(2024, 3, 10) << QDate(2024, 3, 10) << 23;
    QTest::newRow("Havana in autumn")
        << QByteArray("America/Havana") << QDate(2024, 11, 3) << QDate(2024, 11, 3) << 25;
    QTest::newRow("a leap year") << QByteArray("UTC") << QDate(2024, 1, 1) << QDate(2024, 12, 31) << 366 * 24;
}

void TimestampTest::wholeDaysIncludeBothEnds()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    QFETCH(int, hours);
    const QTimeZone timeZone(zone);
    const Interval interval = wholeDays(from, to, timeZone);
    QCOMPARE(interval.end - interval.begin, Msecs(hours) * 3600 * 1000);
    QVERIFY(interval.contains(interval.begin));
    QVERIFY(!interval.contains(interval.end));
    QCOMPARE(wholeDays(to.addDays(1), to.addDays(1), timeZone).begin, interval.end);
}

void TimestampTest::invalidDatesLeaveASideOpen()
{
    const Interval all = wholeDays(QDate(), QDate(), zoneOf("Europe/Madrid"));
    QVERIFY(!all.hasBegin());
    QVERIFY(!all.hasEnd());
    QVERIFY(!all.isEmpty());
    const Interval until = wholeDays(QDate(), QDate(2024, 1, 1), zoneOf("Europe/Madrid"));
    QVERIFY(!until.hasBegin());
    QVERIFY(until.hasEnd());
    QVERIFY(wholeDays(QDate(2024, 1, 2), QDate(2024, 1, 1), zoneOf("Europe/Madrid")).isEmpty());
}

QTEST_APPLESS_MAIN(TimestampTest)
#include "tst_timestamp.moc"
