#include "app/wordingoverview.h"

#include "app/wording.h"
#include "app/wordingtools.h"
#include "format/words.h"

#include <QStringList>

#include <algorithm>

namespace leadway::wording
{

namespace
{

QString shortDay(QDate day, const QLocale& locale)
{
    return locale.toString(day, QStringLiteral("d MMM yyyy"));
}

// "SMS 80, E-mail 40"
QString byChannel(const ChannelCounts& counts, const QLocale& locale)
{
    QStringList parts;
    for (const Channel channel : kEveryChannel) {
        if (counts.of(channel) > 0) {
            parts.append(Wording::tr("%1 %2", "a channel and how many messages it has")
                             .arg(channelWord(channel), number(counts.of(channel), locale)));
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString messages(qint64 count, const QLocale& locale)
{
    return Wording::tr("%1 message(s)", "how many there are", pluralCount(count)).arg(number(count, locale));
}

bool isWholeSpan(const CountBar& bar, BarSpan span)
{
    const QDate next = bar.last.addDays(1);
    switch (span) {
    case BarSpan::Day:
        return true;
    case BarSpan::Month:
        return bar.first.day() == 1 && next.day() == 1;
    case BarSpan::Year:
    case BarSpan::Decade:
    case BarSpan::Century:
        break;
    }
    return bar.first.dayOfYear() == 1 && next.dayOfYear() == 1;
}

} // namespace

QString perSpan(BarSpan span)
{
    switch (span) {
    case BarSpan::Day:
        return Wording::tr("Messages per day");
    case BarSpan::Month:
        return Wording::tr("Messages per month");
    case BarSpan::Year:
        return Wording::tr("Messages per year");
    case BarSpan::Decade:
        return Wording::tr("Messages per decade");
    case BarSpan::Century:
        break;
    }
    return Wording::tr("Messages per century");
}

QString overviewTitle(const Overview& overview, const QLocale& locale)
{
    const QString what = perSpan(overview.span);
    const QString loaded = number(overview.all.total(), locale);
    if (overview.isWhole) {
        const qint64 undated = overview.undated.total();
        return undated == 0 ? Wording::tr("%1: all %2").arg(what, loaded)
                            : Wording::tr("%1: all %2, %3 of them without a date")
                                  .arg(what, loaded, number(undated, locale));
    }
    if (overview.isFiltered) {
        return Wording::tr("%1: %2 found so far").arg(what, loaded);
    }
    return overview.total && *overview.total > overview.all.total()
               ? Wording::tr("%1: %2 of %3 loaded").arg(what, loaded, number(*overview.total, locale))
               : Wording::tr("%1: %2 loaded").arg(what, loaded);
}

QString barLabel(const CountBar& bar, BarSpan span, const QLocale& locale)
{
    switch (span) {
    case BarSpan::Day:
        return locale.toString(bar.first, QStringLiteral("d MMM"));
    case BarSpan::Month:
        return locale.toString(bar.first, QStringLiteral("MMM yyyy"));
    case BarSpan::Year:
    case BarSpan::Decade:
    case BarSpan::Century:
        break;
    }
    const QString first = QString::number(bar.first.year());
    const QString last = QString::number(bar.last.year());
    return first == last ? first : first + QChar(0x2013) + last;
}

QString barDays(const CountBar& bar, BarSpan span, const QLocale& locale)
{
    if (!isWholeSpan(bar, span)) {
        return bar.first == bar.last ? shortDay(bar.first, locale)
                                     : Wording::tr("%1 – %2", "two dates")
                                           .arg(shortDay(bar.first, locale), shortDay(bar.last, locale));
    }
    if (span == BarSpan::Day) {
        return locale.toString(bar.first, QLocale::LongFormat);
    }
    if (span == BarSpan::Month) {
        return Wording::tr("%1 %2", "a month and its year")
            .arg(locale.standaloneMonthName(bar.first.month()), QString::number(bar.first.year()));
    }
    return barLabel(bar, span, locale);
}

QString barSentence(const Overview::Bar& bar, BarSpan span, const QLocale& locale)
{
    QString days = barDays(bar, span, locale);
    days[0] = days.at(0).toUpper(); // months are written small in Spanish
    if (bar.loaded == Overview::Loaded::None) {
        return Wording::tr("%1: not loaded yet", "some days").arg(days);
    }
    const qint64 count = bar.counts.total();
    QString many = messages(count, locale);
    if (count == 0) {
        many = bar.loaded == Overview::Loaded::All ? Wording::tr("no messages")
                                                   : Wording::tr("no messages loaded so far");
    } else if (bar.loaded == Overview::Loaded::Part) {
        many = Wording::tr("%1 loaded so far", "a number of messages").arg(many);
    }
    const QString what = Wording::tr("%1: %2", "some days, and how many messages they have").arg(days, many);
    return count == 0 ? what
                      : Wording::tr("%1 – %2", "how many messages, and of which channels")
                            .arg(what, byChannel(bar.counts, locale));
}

QString overviewSummary(const Overview& overview, const QLocale& locale)
{
    if (overview.bars.empty()) {
        return {};
    }
    QStringList parts;
    parts.append(Wording::tr("From %1 to %2.", "two days")
                     .arg(locale.toString(overview.bars.front().first, QLocale::LongFormat),
                          locale.toString(overview.bars.back().last, QLocale::LongFormat)));
    const qint64 count = overview.all.total();
    if (count > 0) {
        parts.append(Wording::tr("%1: %2.", "how many messages, and of which channels")
                         .arg(messages(count, locale), byChannel(overview.all, locale)));
        const auto most = std::max_element(
            overview.bars.begin(), overview.bars.end(),
            [](const CountBar& a, const CountBar& b) { return a.counts.total() < b.counts.total(); });
        parts.append(Wording::tr("The most: %1, %2.", "some days, and how many messages they have")
                         .arg(barDays(*most, overview.span, locale), number(most->counts.total(), locale)));
    }
    const auto empty = std::count_if(overview.bars.begin(), overview.bars.end(), [](const auto& bar) {
        return bar.loaded == Overview::Loaded::All && bar.counts.total() == 0;
    });
    if (empty > 0) {
        parts.append(Wording::tr("Without messages: %1 of %2.", "days, months or years")
                         .arg(number(empty, locale), number(std::ssize(overview.bars), locale)));
    }
    if (const qint64 undated = overview.undated.total(); undated > 0) {
        parts.append(Wording::tr("Without a date: %1.", "messages").arg(number(undated, locale)));
    }
    if (!overview.isWhole) {
        parts.append(Wording::tr("The rest is not loaded yet."));
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace leadway::wording
