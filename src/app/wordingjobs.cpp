// What is told of an export: how it is going and how it ended.

#include "app/wording.h"
#include "app/wordingtools.h"

#include <algorithm>
#include <cmath>

namespace leadway::wording
{

QString progress(const Fetching& fetching, std::optional<double> perSecond,
                 std::optional<std::chrono::seconds> left, const QLocale& locale)
{
    QStringList parts;
    const int count = pluralCount(fetching.received);
    if (fetching.expected) {
        parts.append(Wording::tr("%1 of about %2 message(s)", nullptr, pluralCount(*fetching.expected))
                         .arg(number(fetching.received, locale), number(*fetching.expected, locale)));
    } else {
        parts.append(Wording::tr("%1 message(s)", nullptr, count).arg(number(fetching.received, locale)));
    }
    if (perSecond) {
        parts.append(Wording::tr("%1 a second").arg(number(std::llround(*perSecond), locale)));
    }
    if (left) {
        parts.append(Wording::tr("about %1 left").arg(duration(*left)));
    }
    return parts.join(QStringLiteral(" · "));
}

QString waiting(const Waiting& waiting)
{
    const auto span =
        std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(waiting.duration));
    if (waiting.error && waiting.error->kind == ErrorKind::StoreLocked) {
        return unlock();
    }
    const bool isRate = !waiting.error || waiting.error->kind == ErrorKind::RateLimited;
    return (isRate ? Wording::tr("Leadway asks to wait %1; it goes on by itself.")
                   : Wording::tr("Leadway does not answer. It is tried again in %1."))
        .arg(duration(span));
}

namespace
{

QString safe(const Fetching& fetching, const QLocale& locale)
{
    const QString received = number(fetching.received, locale);
    return fetching.expected ? Wording::tr("%1 of about %2 message(s) are safe; it goes on from there.",
                                           nullptr, pluralCount(*fetching.expected))
                                   .arg(received, number(*fetching.expected, locale))
                             : Wording::tr("%1 message(s) are safe; it goes on from there.", nullptr,
                                           pluralCount(fetching.received))
                                   .arg(received);
}

} // namespace

QString paused(const Paused& paused, const QLocale& locale)
{
    const QString line = safe(paused.fetching, locale);
    return paused.reason == PauseReason::NoProgress
               ? Wording::tr("Nothing has come for a long while, so it was paused.") + QLatin1Char(' ') + line
               : line;
}

QString unfinished(const UnfinishedExport& unfinished, const QLocale& locale)
{
    const QDate until = unfinished.touched.toLocalTime().date().addDays(kUnfinishedKept.count());
    return safe({unfinished.received, unfinished.expected}, locale) + QLatin1Char(' ') +
           Wording::tr("Kept until %1.").arg(locale.toString(until, QLocale::ShortFormat));
}

QString elsewhere()
{
    return Wording::tr("The account has another location or server now, so only what has come can be saved.");
}

Advice failed(const Failed& failed, const QString& fileName, const QLocale& locale)
{
    Advice advice = wording::advice(failed.error, fileName);
    if (failed.unfinishedId.isEmpty()) {
        return advice;
    }
    if (failed.error.kind == ErrorKind::DailyLimit) {
        advice.toDo = Wording::tr("Continue tomorrow: nothing is fetched twice.");
    }
    advice.toDo +=
        QLatin1Char(' ') + Wording::tr("%1 message(s) are kept.", nullptr, pluralCount(failed.received))
                               .arg(number(failed.received, locale));
    advice.toDo = advice.toDo.trimmed();
    return advice;
}

QString unlock()
{
    return Wording::tr("Please unlock the password store…");
}

QString sessionOnly()
{
    return Wording::tr("The token is kept only until you close the program.");
}

QString rendering(FileSplit files)
{
    return files == FileSplit::OneFile ? Wording::tr("Writing the file…") : Wording::tr("Writing the files…");
}

namespace
{

// Of an export that left out what its filter does not want: what was looked through is told as well, since
// the service's total speaks of that.
QString finishedByFilter(const ExportReport& report, const QLocale& locale)
{
    const int count = pluralCount(report.written());
    const QString written = number(report.written(), locale);
    if (report.isPartial) {
        return Wording::tr("Saved %1 messages that match the filters. The export was ended before all had "
                           "come.",
                           nullptr, count)
            .arg(written);
    }
    if (const qint64 unseen = report.missing() + report.unreadable(); unseen > 0) {
        return Wording::tr("Saved %1 messages that match the filters.", nullptr, count).arg(written) +
               QLatin1Char(' ') +
               Wording::tr("%1 could not be looked at.", nullptr, pluralCount(unseen))
                   .arg(number(unseen, locale));
    }
    if (!report.isComplete()) {
        return Wording::tr("Saved %1 messages that match the filters. There may be more.", nullptr, count)
            .arg(written);
    }
    const QString all = number(report.written() + report.leftOut(), locale);
    return report.expected()
               ? Wording::tr("Saved %1 of %2 messages, all that match the filters. Nothing is missing.",
                             nullptr, count)
                     .arg(written, all)
               : Wording::tr("Saved %1 of the %2 messages that Leadway had, all that match the filters.",
                             nullptr, count)
                     .arg(written, all);
}

// Of a run that was to bring what is new; what was announced then holds much that is known.
QString finishedOnlyNew(const ExportReport& report, const QLocale& locale)
{
    const qint64 missing = report.isPartial ? 0 : report.missing() + report.unreadable();
    QStringList sentences{report.written() == 0
                              ? Wording::tr("There was nothing new, so no file was written.")
                              : Wording::tr("Saved %1 new messages.", nullptr, pluralCount(report.written()))
                                    .arg(number(report.written(), locale))};
    if (report.isPartial) {
        sentences.append(Wording::tr("The export was ended before all had come."));
    } else if (missing > 0) {
        sentences.append(
            Wording::tr("%1 are missing.", nullptr, pluralCount(missing)).arg(number(missing, locale)));
    } else if (!report.isComplete()) {
        sentences.append(Wording::tr("There may be more."));
    }
    return sentences.join(QLatin1Char(' '));
}

QString saved(const ExportReport& report, const QLocale& locale)
{
    if (report.isOnlyNew) {
        return finishedOnlyNew(report, locale);
    }
    if (report.leftOut() > 0) {
        return finishedByFilter(report, locale);
    }
    const QString written = number(report.written(), locale);
    const std::optional<qint64> expected = report.expected();
    if (report.isPartial) {
        const int count = pluralCount(report.written());
        return expected
                   ? Wording::tr("Saved %1 of about %2 messages. The export was ended before all had come.",
                                 nullptr, count)
                         .arg(written, number(*expected, locale))
                   : Wording::tr("Saved %1 messages. The export was ended before all had come.", nullptr,
                                 count)
                         .arg(written);
    }
    // What could not be understood came, but it is not in the file.
    const qint64 missing = report.missing() + report.unreadable();
    if (missing > 0) {
        return Wording::tr("Saved %1 of %2. %3 are missing.", nullptr, pluralCount(missing))
            .arg(written, number(report.written() + missing, locale), number(missing, locale));
    }
    const int count = pluralCount(report.written());
    if (!report.isComplete()) {
        return Wording::tr("Saved %1 messages. There may be more.", nullptr, count).arg(written);
    }
    if (report.written() == 0) {
        return Wording::tr("No messages match, so there are none in the file.");
    }
    if (expected) {
        return Wording::tr("Saved %1 of %1 messages. Nothing is missing.", nullptr, count).arg(written);
    }
    return Wording::tr("Saved %1 messages, all that Leadway had.", nullptr, count).arg(written);
}

} // namespace

QString finished(const ExportReport& report, const QLocale& locale)
{
    const QString sentence = saved(report, locale);
    return report.files ? sentence + QLatin1Char(' ') +
                              Wording::tr("They are in %1 file(s).", nullptr, pluralCount(*report.files))
                                  .arg(number(*report.files, locale))
                        : sentence;
}

QString remarks(const ExportReport& report, const QLocale& locale)
{
    QStringList sentences;
    const auto add = [&](const char* sentence, qint64 count) {
        if (count > 0) {
            sentences.append(Wording::tr(sentence, nullptr, pluralCount(count)).arg(number(count, locale)));
        }
    };
    if (report.placement == Placement::Appended) {
        sentences.append(Wording::tr("Added to the end of the file."));
    } else if (report.placement == Placement::Beside) {
        sentences.append(Wording::tr("Saved in a new file, since the earlier one was changed, moved or would "
                                     "look different now."));
    }
    add(QT_TRANSLATE_N_NOOP("leadway::Wording",
                            "%1 text(s) were shortened to what a cell holds; JSON has them whole."),
        report.cutCells);
    add(QT_TRANSLATE_N_NOOP(
            "leadway::Wording",
            "%1 text(s) held characters that no cell can hold, which were replaced; JSON has them whole."),
        report.replacedCells);
    add(QT_TRANSLATE_N_NOOP(
            "leadway::Wording",
            "%1 message(s) could not be understood. They are in a file of their own, beside it."),
        report.unreadable());
    add(QT_TRANSLATE_N_NOOP("leadway::Wording", "%1 message(s) had damaged characters, which were replaced."),
        report.repairedMessages);
    const bool stopped = std::any_of(report.walks.begin(), report.walks.end(),
                                     [](const WalkReport& walk) { return walk.stoppedWithoutProgress; });
    if (stopped) {
        sentences.append(Wording::tr("Leadway kept sending the same messages, so the export stopped there."));
    }
    return sentences.join(QLatin1Char(' '));
}

QString cancelled()
{
    return Wording::tr("Cancelled. No file was written.");
}

} // namespace leadway::wording
