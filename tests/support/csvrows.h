#pragma once

#include <QByteArray>
#include <QList>

namespace leadway::test
{

/// A CSV file taken apart by RFC 4180, without the program's own code: a reader that a test can believe.
struct CsvRows {
    QList<QByteArray> header; ///< without a byte-order mark
    QList<QList<QByteArray>> rows;

    /// -1 if there is no such column.
    qsizetype column(const QByteArray& name) const { return header.indexOf(name); }
    /// All values of a column, downwards; nothing if there is no such column.
    QList<QByteArray> values(const QByteArray& name) const;
};

/// Nothing if the file breaks the rules: a quote that does not end, a row of another width, a row that does
/// not end with CR LF.
CsvRows parseCsv(const QByteArray& file, char separator);

} // namespace leadway::test
