#include "cli/console.h"

#include "app/wording.h"

#include <QFile>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <io.h>
#else
#include <unistd.h>
#endif

namespace leadway
{

namespace
{

using namespace std::chrono_literals;

bool isErrorTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

void writeError(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stderr);
    std::fflush(stderr);
}

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

#ifdef Q_OS_WIN

ConsoleMode::ConsoleMode()
    : m_codePage(GetConsoleOutputCP())
{
    SetConsoleOutputCP(CP_UTF8);
    for (const DWORD stream : {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE}) {
        const HANDLE handle = GetStdHandle(stream);
        DWORD mode = 0;
        if (GetConsoleMode(handle, &mode) != 0) {
            SetConsoleMode(handle, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
        }
    }
}

// It belongs to the shell as well.
ConsoleMode::~ConsoleMode()
{
    if (m_codePage != 0) {
        SetConsoleOutputCP(m_codePage);
    }
}

#else

ConsoleMode::ConsoleMode() = default;

#endif

Console::Console(bool isQuiet, const QLocale& locale)
    : m_isQuiet(isQuiet)
    , m_isTerminal(isErrorTerminal())
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
        writeError(QStringLiteral("\r\x1b[K") + (share ? bar(*share) : QString()) + text);
        m_hasBar = true;
    } else {
        writeError(text + QLatin1Char('\n'));
    }
}

void Console::clearBar()
{
    if (m_hasBar) {
        writeError(QStringLiteral("\r\x1b[K"));
        m_hasBar = false;
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
    writeError(sentence + QLatin1Char('\n'));
}

} // namespace leadway
