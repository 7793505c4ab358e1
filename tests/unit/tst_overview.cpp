// What of the chosen days has been loaded, by the order and how far it was looked; the same in words; and the
// way back from narrowed dates.

#include "app/datetrail.h"
#include "app/language.h"
#include "app/wordingoverview.h"

#include <QTest>

using namespace leadway;

namespace
{

const QTimeZone& madrid()
{
    static const QTimeZone zone("Europe/Madrid");
    return zone;
}

Msecs noon(QDate day)
{
    return QDateTime(day, QTime(12, 0), madrid()).toMSecsSinceEpoch();
}

MessageCounts countsOf(std::initializer_list<QDate> days)
{
    MessageCounts counts(madrid());
    for (const QDate day : days) {
        counts.add(noon(day), Channel::Sms);
    }
    return counts;
}

PreviewState stateAt(QDate reached)
{
    PreviewState state;
    state.reached = reached.isValid() ? std::optional(noon(reached)) : std::nullopt;
    state.total = 12345;
    return state;
}

// A letter a bar: a(ll), p(art), n(one).
QString loadedOf(const Overview& overview)
{
    QString letters;
    for (const Overview::Bar& bar : overview.bars) {
        letters += bar.loaded == Overview::Loaded::All    ? QLatin1Char('a')
                   : bar.loaded == Overview::Loaded::Part ? QLatin1Char('p')
                                                          : QLatin1Char('n');
    }
    return letters;
}

const QLocale& english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    return locale;
}

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_language.use(QStringLiteral("en")); }

    void tellsWhatIsLoaded_data()
    {
        QTest::addColumn<bool>("isUp");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QDate>("reached");
        QTest::addColumn<QString>("loaded");
        QTest::addColumn<bool>("before");
        QTest::addColumn<bool>("after");
        const QDate none;
        const auto day = [](int number) { return QDate(2025, 3, number); };
        const auto row = [](const char* name, bool isUp, QDate from, QDate to, QDate reached,
                            const char* loaded, bool before, bool after) {
            QTest::newRow(name) << isUp << from << to << reached << QString::fromLatin1(loaded) << before
                                << after;
        };
        // Messages of the 4th and the 6th.
        row("down, both given", false, day(1), day(7), day(4), "nnnpaaa", false, false);
        row("down, looked further", false, day(1), day(7), day(2), "npaaaaa", false, false);
        row("down, nothing yet", false, day(1), day(7), none, "nnnnnnn", false, false);
        row("down, open", false, none, none, day(4), "paa", true, false);
        row("down, open, looked further", false, none, none, day(2), "paaaa", true, false);
        row("down, open before", false, none, day(7), day(4), "paaa", true, false);
        row("up, both given", true, day(1), day(7), day(6), "aaaaapn", false, false);
        row("up, open", true, none, none, day(6), "aap", false, true);
        row("up, open, looked further", true, none, none, day(8), "aaaap", false, true);
        row("up, open after", true, day(3), none, day(6), "aaap", false, true);
    }
    void tellsWhatIsLoaded()
    {
        QFETCH(bool, isUp);
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QFETCH(QDate, reached);
        const SortOrder order = isUp ? SortOrder::Ascending : SortOrder::Descending;
        const MessageCounts counts = countsOf({{2025, 3, 4}, {2025, 3, 6}});
        PreviewState state = stateAt(reached);
        Overview overview = overviewOf(counts, {from, to}, order, state, madrid());
        QTEST(loadedOf(overview), "loaded");
        QTEST(overview.hasMoreBefore, "before");
        QTEST(overview.hasMoreAfter, "after");
        QVERIFY(!overview.isWhole);

        state.atEnd = true;
        overview = overviewOf(counts, {from, to}, order, state, madrid());
        QVERIFY(overview.isWhole && !overview.hasMoreBefore && !overview.hasMoreAfter);
        QVERIFY(!loadedOf(overview).contains(QLatin1Char('n')) &&
                !loadedOf(overview).contains(QLatin1Char('p')));
    }

    void findsTheBarOfADay()
    {
        const Overview overview = overviewOf(countsOf({{2025, 3, 4}, {2025, 3, 6}}), {},
                                             SortOrder::Descending, stateAt({2025, 3, 4}), madrid());
        QCOMPARE(overview.barOf({2025, 3, 5}), 1);
        QCOMPARE(overview.barOf({2025, 3, 3}), -1);
        QCOMPARE(overview.barOf({}), -1);
    }

    void daysOfAnInterval_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::newRow("Madrid") << QByteArray("Europe/Madrid") << QDate(2024, 10, 27) << QDate(2024, 10, 28);
        QTest::newRow("no midnight") << QByteArray("America/Santiago") << QDate(2024, 9, 8)
                                     << QDate(2024, 9, 8);
        QTest::newRow("two midnights")
            << QByteArray("America/Havana") << QDate(2024, 11, 3) << QDate(2024, 11, 3);
        QTest::newRow("open") << QByteArray("UTC") << QDate() << QDate();
        QTest::newRow("open before") << QByteArray("UTC") << QDate() << QDate(2024, 12, 31);
    }
    void daysOfAnInterval()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QCOMPARE(daysIn(wholeDays(from, to, QTimeZone(zone)), QTimeZone(zone)), (Days{from, to}));
    }

    void isSaidInWords()
    {
        MessageCounts counts = countsOf({{2025, 3, 4}, {2025, 3, 6}, {2025, 3, 6}});
        counts.add(noon({2025, 3, 6}), Channel::Email);
        const Days chosen{{2025, 3, 1}, {2025, 3, 7}};
        PreviewState state = stateAt({2025, 3, 4});
        Overview overview = overviewOf(counts, chosen, SortOrder::Descending, state, madrid());
        const auto title = [&] { return wording::overviewTitle(overview, english()); };
        const auto sentence = [&](int day) {
            const auto bar = static_cast<std::size_t>(day - 1);
            return wording::barSentence(overview.bars[bar], overview.span, english());
        };
        QCOMPARE(title(), QStringLiteral("Messages per day: 4 of 12,345 loaded"));
        QCOMPARE(sentence(6), QStringLiteral("Thursday, 6 March 2025: 3 messages – SMS 2, E-mail 1"));
        QCOMPARE(sentence(4), QStringLiteral("Tuesday, 4 March 2025: 1 message loaded so far – SMS 1"));
        QCOMPARE(sentence(5), QStringLiteral("Wednesday, 5 March 2025: no messages"));
        QCOMPARE(sentence(1), QStringLiteral("Saturday, 1 March 2025: not loaded yet"));
        QCOMPARE(wording::overviewSummary(overview, english()),
                 QStringLiteral(
                     "From Saturday, 1 March 2025 to Friday, 7 March 2025. 4 messages: SMS 3, E-mail 1. "
                     "The most: Thursday, 6 March 2025, 3. Without messages: 2 of 7. "
                     "The rest is not loaded yet."));
        state.searched = 700;
        overview = overviewOf(counts, chosen, SortOrder::Descending, state, madrid());
        QCOMPARE(title(), QStringLiteral("Messages per day: 4 found so far"));
        state.atEnd = true;
        counts.add(std::nullopt, Channel::Other);
        overview = overviewOf(counts, chosen, SortOrder::Descending, state, madrid());
        QCOMPARE(title(), QStringLiteral("Messages per day: all 5, 1 of them without a date"));
        QVERIFY(wording::overviewSummary(overview, english()).endsWith(QStringLiteral("Without a date: 1.")));
    }

    void monthsAndYearsHaveNames()
    {
        const auto days = [](QDate first, QDate last, BarSpan span) {
            return wording::barDays({first, last, {}}, span, english());
        };
        QCOMPARE(days({2025, 3, 1}, {2025, 3, 31}, BarSpan::Month), QStringLiteral("March 2025"));
        QCOMPARE(days({2025, 3, 3}, {2025, 3, 31}, BarSpan::Month),
                 QStringLiteral("3 Mar 2025 – 31 Mar 2025"));
        QCOMPARE(days({2025, 3, 31}, {2025, 3, 31}, BarSpan::Month), QStringLiteral("31 Mar 2025"));
        QCOMPARE(days({2024, 1, 1}, {2024, 12, 31}, BarSpan::Year), QStringLiteral("2024"));
        QCOMPARE(days({2020, 1, 1}, {2029, 12, 31}, BarSpan::Decade), QStringLiteral("2020–2029"));
    }

    void theWayBackIsForgottenWhenOtherDatesAreShown()
    {
        const DateTrail::Dates all{DateChoice::AllTime, {}};
        const DateTrail::Dates march{DateChoice::OtherDates, {{2025, 3, 1}, {2025, 3, 31}}};
        const DateTrail::Dates day{DateChoice::OtherDates, {{2025, 3, 6}, {2025, 3, 6}}};
        DateTrail trail;
        trail.noteShown(all);
        QVERIFY(!trail.wider() && !trail.widen());
        trail.narrow(all, march);
        trail.noteShown(march);
        trail.narrow(march, day);
        trail.noteShown(day);
        QVERIFY(trail.wider() == march);
        trail.noteShown(day); // once more, or in another order
        QVERIFY(trail.widen() == march);
        trail.noteShown(march);
        QVERIFY(trail.wider() == all);
        trail.noteShown({DateChoice::LastMonth, march.days});
        QVERIFY(!trail.wider());
    }

private:
    Language m_language;
};

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"
