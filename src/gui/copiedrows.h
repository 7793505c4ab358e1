#pragma once

#include <QString>
#include <QStringList>

#include <memory>

class QMimeData;

namespace leadway
{

/// Rows on their way to the clipboard, for spreadsheets and for everything else: lines of cells parted by
/// tabs; and, unless they are very many, a table of texts, in which a spreadsheet leaves "+34600111222" as it
/// is. No cell breaks its row, whatever it holds, and none becomes a formula. Pure.
class CopiedRows
{
public:
    /// For so many rows.
    explicit CopiedRows(int rows);

    void append(const QStringList& cells);
    std::unique_ptr<QMimeData> take();

    /// Beyond, there are lines only.
    static constexpr int kMostInTable = 20'000;

private:
    int m_rows;
    int m_appended = 0;
    QString m_lines;
    QString m_table; // HTML
};

} // namespace leadway
