// The dates people think in, on days that lie awkwardly.

#include "app/datechoice.h"

#include <QTest>

using namespace leadway;

class TestDateChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheseDays_data()
    {
        QTest::addColumn<DateChoice>("choice");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        const QDate usual(2025, 11, 14);
        const QDate newYear(2025, 1, 1);
        const QDate march(2024, 3, 31); // after a month of 29 days
        const auto row = [](const char* name, DateChoice choice, QDate today, QDate from, QDate to) {
            QTest::newRow(name) << choice << today << from << to;
        };
        row("today", DateChoice::Today, usual, usual, usual);
        row("yesterday", DateChoice::Yesterday, usual, {2025, 11, 13}, {2025, 11, 13});
        row("yesterday at new year", DateChoice::Yesterday, newYear, {2024, 12, 31}, {2024, 12, 31});
        row("7 days", DateChoice::Last7Days, usual, {2025, 11, 8}, usual);
        row("7 days at new year", DateChoice::Last7Days, newYear, {2024, 12, 26}, newYear);
        row("30 days", DateChoice::Last30Days, usual, {2025, 10, 16}, usual);
        row("30 days over February", DateChoice::Last30Days, march, {2024, 3, 2}, march);
        row("this month", DateChoice::ThisMonth, usual, {2025, 11, 1}, usual);
        row("this month on its first day", DateChoice::ThisMonth, newYear, newYear, newYear);
        row("last month", DateChoice::LastMonth, usual, {2025, 10, 1}, {2025, 10, 31});
        row("last month in January", DateChoice::LastMonth, newYear, {2024, 12, 1}, {2024, 12, 31});
        row("last month, a leap year's February", DateChoice::LastMonth, march, {2024, 2, 1}, {2024, 2, 29});
        row("this year", DateChoice::ThisYear, usual, newYear, usual);
        row("this year on its first day", DateChoice::ThisYear, newYear, newYear, newYear);
        row("all time", DateChoice::AllTime, usual, {}, {});
        row("other dates", DateChoice::OtherDates, usual, {}, {});
    }
    void isTheseDays()
    {
        QFETCH(const DateChoice, choice);
        QFETCH(const QDate, today);
        const Days days = daysOf(choice, today);
        QTEST(days.from, "from");
        QTEST(days.to, "to");
    }

    void areWholeDaysOfTheZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QString>("begin");
        QTest::addColumn<int>("hours");
        QTest::newRow("Madrid") << QByteArray("Europe/Madrid") << QDate(2025, 11, 14)
                                << QStringLiteral("2025-11-13T23:00:00.000Z") << 24;
        QTest::newRow("Madrid, the clocks go back") << QByteArray("Europe/Madrid") << QDate(2025, 10, 26)
                                                    << QStringLiteral("2025-10-25T22:00:00.000Z") << 25;
        QTest::newRow("Santiago, no midnight") << QByteArray("America/Santiago") << QDate(2024, 9, 8)
                                               << QStringLiteral("2024-09-08T04:00:00.000Z") << 23;
        QTest::newRow("Havana, no midnight") << QByteArray("America/Havana") << QDate(2024, 3, 10)
                                             << QStringLiteral("2024-03-10T05:00:00.000Z") << 23;
        QTest::newRow("Auckland") << QByteArray("Pacific/Auckland") << QDate(2025, 6, 15)
                                  << QStringLiteral("2025-06-14T12:00:00.000Z") << 24;
    }
    void areWholeDaysOfTheZone()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDate, today);
        QFETCH(const int, hours);
        const Interval interval = intervalOf(DateChoice::Today, today, QTimeZone(zone));
        QTEST(QString::fromStdString(isoUtc(interval.begin)), "begin");
        QCOMPARE(interval.end - interval.begin, Msecs{hours} * 60 * 60 * 1000);
        // What is today ends where tomorrow's "yesterday" does.
        QCOMPARE(intervalOf(DateChoice::Yesterday, today.addDays(1), QTimeZone(zone)), interval);
    }

    void allTimeIsOpen()
    {
        QVERIFY(intervalOf(DateChoice::AllTime, QDate(2025, 11, 14), QTimeZone::utc()) == Interval());
    }

    void everyChoiceHasAKey()
    {
        QCOMPARE(static_cast<int>(std::size(kDateKeys)), static_cast<int>(DateChoice::OtherDates) + 1);
        for (const auto& [key, choice] : kDateKeys) {
            QCOMPARE(dateKey(choice), key);
            QVERIFY(dateChoiceOfKey(key) == choice);
        }
        QVERIFY(!dateChoiceOfKey("tomorrow"));
    }
};

QTEST_APPLESS_MAIN(TestDateChoice)
#include "tst_datechoice.moc"
