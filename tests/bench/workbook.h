#pragma once

#include "bench/document.h"

#include <QString>

namespace leadway::bench
{

/// Where ExcelJS and the loop written with it are; empty if there is none.
void setExcelJsFolder(const QString& folder);

/// Workbooks of 200,000 rows of 20 columns, by our writer and by ExcelJS's stream writer, from the same
/// messages.
Section workbook();

/// What workbook() starts as a program of its own: the messages of a file of JSON Lines become a workbook. An
/// exit code.
int writeWorkbook(const QString& messages, const QString& path);

} // namespace leadway::bench
