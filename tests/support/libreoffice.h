#pragma once

#include "support/programs.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace leadway::test
{

/// A cell as a spreadsheet understood it.
struct Cell {
    QString text;    ///< as it is shown, lines separated by LF
    QByteArray type; ///< "string", "float", "date", "boolean", …; empty for an empty cell
    bool isFormula = false;
};

using Sheet = QList<QList<Cell>>;

/// How somebody opens a CSV file: with which separator, and in which language numbers and dates are
/// recognised.
struct Import {
    char separator = ',';
    int language = 1033; ///< Microsoft's number: 1033 English (USA), 3082 Spanish (Spain), 2058 (Mexico)
};

/// LibreOffice without a window and with a profile of its own, opening files as a double click would: UTF-8,
/// the separator, quotes understood, every cell taken for what it looks like. Belongs to a household.
class LibreOffice
{
public:
    explicit LibreOffice(const Household& household);

    /// What is wrong with this computer, or empty.
    QByteArray problem() const;
    /// The cells of the CSV file of this name in the working folder; nothing, with a warning, if LibreOffice
    /// does not open it.
    std::optional<Sheet> opened(const QString& name, const Import& import) const;
    /// The same of a workbook, all sheets one after the other.
    std::optional<Sheet> opened(const QString& name) const;

private:
    std::optional<Sheet> converted(const QString& name, const QStringList& how) const;

    const Household& m_household;
    QString m_program;
};

} // namespace leadway::test
