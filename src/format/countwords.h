#pragma once

#include "core/messagecounts.h"

#include <QString>

namespace leadway
{

/// \file
/// The words of a table of counts, in a workbook as in the window: pure functions of the installed
/// translators.

/// Over the days of the bars: "Day", "Month", "Year", "Years".
QString spanWord(BarSpan span);
/// Over and beside the sums: "Total".
QString totalWord();
/// Beside the messages without a date: "No date".
QString undatedWord();

} // namespace leadway
