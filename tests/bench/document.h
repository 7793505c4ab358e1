#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace leadway::bench
{

struct Table {
    QStringList header;
    QList<QStringList> rows;
};

/// What a case found, as docs/performance.md shows it.
struct Section {
    QString remark; ///< sentences that the tables need; may be empty
    QList<Table> tables;
};

/// A row of the kind that Targets has: what is asked, what was measured, and whether that is enough.
QStringList atLeast(const QString& what, double measured, double wanted, int decimals, const QString& unit);
QStringList lessThan(const QString& what, double measured, double wanted, int decimals, const QString& unit);
QStringList isSo(const QString& what, bool so, const QString& otherwise);
QStringList notMeasured(const QString& what, const QString& reason);
QStringList targetHeader();

/// 200000 as "200,000".
QString grouped(double number, int decimals = 0);

/// The machine, its system and what the program was built with, in one line.
QString machine();

/// In Markdown.
QString told(const Section& section);

/// Puts a section between the two marks of that name in the document and leaves all else as it is. Empty, or
/// what went wrong.
QString note(const QString& path, const QString& name, const Section& section);

} // namespace leadway::bench
