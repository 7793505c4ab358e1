#pragma once

#include "support/libreoffice.h"

#include <QList>
#include <QString>

#include <optional>

namespace leadway::test
{

/// A sheet of a workbook as openpyxl, which shares no code with what wrote it, reads it.
struct WorkbookSheet {
    QString title;
    QString frozenAt;     ///< the first cell that scrolls, as "A2"
    QString filter;       ///< the cells that can be filtered, as "A1:F9"
    bool isBold = false;  ///< all of the first row
    double narrowest = 0; ///< of the columns, in characters
    QList<int> charts;    ///< how many series each has
    Sheet rows;           ///< of dates the text is "2024-06-15 12:00:00"
};

/// Nothing, with a warning, if openpyxl does not open it.
std::optional<QList<WorkbookSheet>> openedByOpenpyxl(const QString& path);

} // namespace leadway::test
