#pragma once

#include "app/state.h"
#include "gui/desktop.h"

#include <QLocale>

namespace leadway
{

/// What is said to somebody who does something else at the end of an export: how it ended, in a sentence that
/// tells nothing of what was exported. Empty where nothing is to be said, since they ended it themselves.
QString endSentence(const State& state, const QLocale& locale);

/// How far an export is; nothing while nobody can say.
std::optional<double> shareDone(const State& state);

/// Follows an export for whoever does not look at the window: keeps the computer awake, shows the progress at
/// the task bar, and tells the end if the window is not the one that is worked in. Owned by the window, on
/// its thread.
class LongWork
{
public:
    /// `isLookedAt`: the program has the keyboard's focus.
    void note(const State& state, bool isLookedAt, const QLocale& locale);

private:
    Desktop m_desktop;
};

} // namespace leadway
