#pragma once

#include "app/progress.h"
#include "app/state.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QString>

#include <chrono>

namespace leadway
{

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
    void overdraw(const QString& bar, const QString& words);
    void clearBar();

    bool m_isQuiet;
    bool m_isTerminal; // what it writes to
    QLocale m_locale;
    Progress m_progress;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_lastDrawn{-1};
    qsizetype m_drawn = 0; // letters in the line that is drawn over
};

} // namespace leadway
