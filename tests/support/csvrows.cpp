#include "support/csvrows.h"

namespace leadway::test
{

namespace
{

// One row from `at` on, which then stands behind it; false where the rules are broken.
bool readRow(const QByteArray& file, char separator, qsizetype& at, QList<QByteArray>& row)
{
    row.clear();
    while (at < file.size()) {
        QByteArray cell;
        if (file[at] == '"') {
            for (++at;; ++at) {
                const qsizetype quote = file.indexOf('"', at);
                if (quote < 0) {
                    return false;
                }
                cell += file.mid(at, quote - at);
                at = quote + 1;
                if (at >= file.size() || file[at] != '"') {
                    break;
                }
                cell += '"';
            }
        } else {
            qsizetype end = at;
            while (end < file.size() && file[end] != separator && file[end] != '\r') {
                ++end;
            }
            cell = file.mid(at, end - at);
            at = end;
        }
        row.append(cell);
        if (file.mid(at, 2) == "\r\n") {
            at += 2;
            return true;
        }
        if (at >= file.size() || file[at] != separator) {
            return false;
        }
        ++at;
    }
    return false;
}

} // namespace

QList<QByteArray> CsvRows::values(const QByteArray& name) const
{
    QList<QByteArray> values;
    const qsizetype index = column(name);
    if (index >= 0) {
        for (const QList<QByteArray>& row : rows) {
            values.append(row[index]);
        }
    }
    return values;
}

CsvRows parseCsv(const QByteArray& file, char separator)
{
    CsvRows result;
    qsizetype at = file.startsWith("\xef\xbb\xbf") ? 3 : 0;
    if (!readRow(file, separator, at, result.header)) {
        return {};
    }
    QList<QByteArray> row;
    while (at < file.size()) {
        if (!readRow(file, separator, at, row) || row.size() != result.header.size()) {
            return {};
        }
        result.rows.append(row);
    }
    return result;
}

} // namespace leadway::test
