#pragma once

#include "core/messagecounts.h"
#include "format/workbookcheck.h"

struct lxw_workbook;

namespace leadway
{

/// Adds the sheet "Overview" to a workbook: how many messages each day has, or each month where the days are
/// too many, by channel, with sums and a picture. Dates are dates, counts are numbers, none is a formula, so
/// that every program shows the same. It also works for a workbook that keeps nothing in memory. Answers what
/// the sheet holds. The thread that the workbook belongs to.
Result<SheetContent> addOverviewSheet(lxw_workbook* workbook, const MessageCounts& counts);

} // namespace leadway
