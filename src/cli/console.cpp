#include "cli/console.h"

#include "app/wording.h"
#include "cli/terminal.h"

#include <algorithm>
#include <limits>

namespace leadway
{

namespace
{

using namespace std::chrono_literals;

QString bar(double share)
{
    constexpr int width = 24;
    const int full = std::clamp(static_cast<int>(share * width), 0, width);
    return QLatin1Char('[') + QString(full, QLatin1Char('#')) + QString(width - full, QLatin1Char('-')) +
           QStringLiteral("] ");
}

template<class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template<class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace

Console::Console(bool isQuiet, const QLocale& locale)
    : m_isQuiet(isQuiet)
    , m_isTerminal(terminalOf(stderr).has_value())
    , m_locale(locale)
{
    if (!m_isTerminal) {
        m_lastDrawn = 0ms; // a run of a few seconds needs no lines
    }
    m_clock.start();
}

void Console::show(const State& state)
{
    const auto showFetching = [this](const Fetching& fetching) {
        m_progress.note(fetching.received, std::chrono::milliseconds(m_clock.elapsed()));
        std::optional<double> share;
        if (fetching.expected && *fetching.expected > 0) {
            share = static_cast<double>(fetching.received) / static_cast<double>(*fetching.expected);
        }
        draw(wording::progress(fetching, m_progress.speed(), m_progress.left(fetching.expected), m_locale),
             share);
    };
    const auto showRendering = [this](const Rendering& rendering) {
        const double share = rendering.total > 0
                                 ? static_cast<double>(rendering.done) / static_cast<double>(rendering.total)
                                 : 1.0;
        draw(wording::rendering(), share);
    };
    std::visit(Overloaded{
                   showFetching,
                   [this](const Waiting& waiting) { draw(wording::waiting(waiting), {}); },
                   showRendering,
                   [](const auto&) {},
               },
               state);
    if (isTerminal(state)) {
        clearBar();
    }
}

void Console::draw(const QString& text, std::optional<double> share)
{
    const std::chrono::milliseconds now(m_clock.elapsed());
    const std::chrono::milliseconds pause = m_isTerminal ? 200ms : 5s;
    if (m_isQuiet || (m_lastDrawn >= 0ms && now - m_lastDrawn < pause)) {
        return;
    }
    m_lastDrawn = now;
    if (m_isTerminal) {
        overdraw(share ? bar(*share) : QString(), text);
    } else {
        writeText(stderr, text + QLatin1Char('\n'));
    }
}

// What goes on in a second line could not be drawn over, so the bar gives way to the words. Spaces wipe out
// what stood there, since not every terminal knows a command for that.
void Console::overdraw(const QString& bar, const QString& words)
{
    const std::optional<Terminal> terminal = terminalOf(stderr); // somebody may have made it narrower
    const bool isKnown = terminal && terminal->columns;
    const qsizetype room =
        isKnown ? std::max(1, *terminal->columns) - 1 : std::numeric_limits<qsizetype>::max();
    const QString line = (bar.size() + words.size() <= room ? bar + words : words).left(room);
    writeText(stderr, QLatin1Char('\r') + line.leftJustified(std::min(m_drawn, room)));
    m_drawn = line.size();
}

void Console::clearBar()
{
    if (m_drawn > 0) {
        overdraw({}, {});
        writeText(stderr, QStringLiteral("\r"));
    }
}

void Console::say(const QString& sentence)
{
    if (!m_isQuiet) {
        sayError(sentence);
    }
}

void Console::sayError(const QString& sentence)
{
    clearBar();
    writeText(stderr, sentence + QLatin1Char('\n'));
}

} // namespace leadway
