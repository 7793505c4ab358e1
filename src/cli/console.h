#pragma once

#include "app/progress.h"
#include "app/state.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QString>

#include <chrono>

namespace leadway
{

/// While there is one, a console of Windows takes what is written for UTF-8, and draws over a line where it
/// is asked to; elsewhere terminals do. One a program, before anything is written.
class ConsoleMode
{
public:
    ConsoleMode();
#ifdef Q_OS_WIN
    ~ConsoleMode();
    Q_DISABLE_COPY_MOVE(ConsoleMode)

private:
    unsigned m_codePage; ///< as it was; 0 where there is no console
#endif
};

/// What the command line shows while it works, on standard error: a bar that is drawn over on a terminal,
/// a line now and then elsewhere, nothing when quiet. Lives on the main thread.
class Console
{
public:
    Console(bool isQuiet, const QLocale& locale);

    void show(const State& state);
    /// A sentence on a line of its own; shown even when quiet if it is an error.
    void say(const QString& sentence);
    void sayError(const QString& sentence);
    /// Whether a person is likely to be reading.
    bool isInteractive() const { return m_isTerminal; }

private:
    void draw(const QString& text, std::optional<double> share);
    void clearBar();

    bool m_isQuiet;
    bool m_isTerminal;
    QLocale m_locale;
    Progress m_progress;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_lastDrawn{-1};
    bool m_hasBar = false;
};

} // namespace leadway
