#include "gui/longwork.h"

#include "app/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace leadway
{

namespace
{

struct LongWorkText {
    Q_DECLARE_TR_FUNCTIONS(leadway::LongWork)
};

// Asleep, a computer fetches nothing; but one that waits for a person may sleep.
bool isAtWork(const State& state)
{
    return std::holds_alternative<Fetching>(state) || std::holds_alternative<Waiting>(state) ||
           std::holds_alternative<Rendering>(state);
}

std::optional<double> shareOf(qint64 done, std::optional<qint64> total)
{
    if (!total || *total <= 0) {
        return std::nullopt;
    }
    return std::min(1.0, static_cast<double>(done) / static_cast<double>(*total));
}

} // namespace

QString endSentence(const State& state, const QLocale& locale)
{
    if (const auto* const finished = std::get_if<Finished>(&state)) {
        return wording::finished(finished->report, locale);
    }
    if (const auto* const failed = std::get_if<Failed>(&state)) {
        return wording::advice(failed->error).what;
    }
    return {};
}

std::optional<double> shareDone(const State& state)
{
    if (const auto* const fetching = std::get_if<Fetching>(&state)) {
        return shareOf(fetching->received, fetching->expected);
    }
    if (const auto* const waiting = std::get_if<Waiting>(&state)) {
        return shareOf(waiting->fetching.received, waiting->fetching.expected);
    }
    if (const auto* const paused = std::get_if<Paused>(&state)) {
        return shareOf(paused->fetching.received, paused->fetching.expected);
    }
    if (const auto* const rendering = std::get_if<Rendering>(&state)) {
        return shareOf(rendering->done, rendering->total);
    }
    return std::nullopt;
}

void LongWork::note(const State& state, bool isLookedAt, const QLocale& locale)
{
    m_desktop.showProgress(shareDone(state));
    if (isAtWork(state)) {
        m_desktop.keepAwake(LongWorkText::tr("An export of messages is running."));
    } else {
        m_desktop.allowSleep();
    }
    const QString sentence = endSentence(state, locale);
    if (!sentence.isEmpty() && !isLookedAt) {
        const auto* const finished = std::get_if<Finished>(&state);
        m_desktop.notify(sentence, finished && finished->report.isComplete());
    }
}

} // namespace leadway
