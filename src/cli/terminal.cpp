#include "cli/terminal.h"

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <algorithm>
#include <io.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace leadway
{

#ifdef Q_OS_WIN

namespace
{

HANDLE handleOf(std::FILE* stream)
{
    return reinterpret_cast<HANDLE>(_get_osfhandle(_fileno(stream)));
}

bool isConsole(HANDLE handle)
{
    DWORD mode = 0;
    return GetConsoleMode(handle, &mode) != 0;
}

// True if all of it was written.
bool writeToConsole(HANDLE console, const QString& text)
{
    constexpr qsizetype atOnce = 8000; // letters; older ones take no more than 64 KB
    for (qsizetype at = 0; at < text.size();) {
        const auto size = static_cast<DWORD>(std::min(atOnce, text.size() - at));
        DWORD written = 0;
        if (WriteConsoleW(console, text.utf16() + at, size, &written, nullptr) == 0 || written == 0) {
            return false;
        }
        at += written;
    }
    return true;
}

} // namespace

#endif

std::optional<Terminal> terminalOf(std::FILE* stream)
{
#ifdef Q_OS_WIN
    if (!isConsole(handleOf(stream))) {
        return std::nullopt;
    }
    CONSOLE_SCREEN_BUFFER_INFO screen;
    const bool isKnown = GetConsoleScreenBufferInfo(handleOf(stream), &screen) != 0;
    return Terminal{isKnown ? std::optional(screen.srWindow.Right - screen.srWindow.Left + 1) : std::nullopt};
#else
    if (isatty(fileno(stream)) == 0) {
        return std::nullopt;
    }
    winsize size = {};
    const bool isKnown = ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return Terminal{isKnown ? std::optional<int>(size.ws_col) : std::nullopt};
#endif
}

void writeText(std::FILE* stream, const QString& text)
{
#ifdef Q_OS_WIN
    std::fflush(stream);
    if (isConsole(handleOf(stream)) && writeToConsole(handleOf(stream), text)) {
        return;
    }
#endif
    const QByteArray utf8 = text.toUtf8();
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stream);
    std::fflush(stream);
}

} // namespace leadway
