#pragma once

#include "app/overview.h"

#include <QLocale>
#include <QString>

namespace leadway::wording
{

/// \file
/// The overview of a preview in words, for its heading, for the one bar that is pointed at, and for who does
/// not see the picture. Pure functions of their arguments and of the installed translators.

/// "Messages per day"
QString perSpan(BarSpan span);
/// "Messages per day: 500 of 12,345 loaded"
QString overviewTitle(const Overview& overview, const QLocale& locale);

/// Below a bar: "3 Mar", "Mar 2025", "2025".
QString barLabel(const CountBar& bar, BarSpan span, const QLocale& locale);
/// The days of a bar, as one says them: "Monday, 3 March 2025", "March 2025"; its first and last day where it
/// is not the whole of a month or a year.
QString barDays(const CountBar& bar, BarSpan span, const QLocale& locale);
/// "March 2025: 120 messages – SMS 80, E-mail 40", or that they are not loaded.
QString barSentence(const Overview::Bar& bar, BarSpan span, const QLocale& locale);

/// What one sees at a glance: from when to when, how many of what, where the most are, and what is missing.
QString overviewSummary(const Overview& overview, const QLocale& locale);

} // namespace leadway::wording
