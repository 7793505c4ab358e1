#pragma once

#include <QLocale>
#include <QString>

namespace leadway
{

/// \file
/// Which separator the spreadsheets of this computer expect in a CSV file. The one place that decides it.

/// The system's own: of Windows the list separator of its regional settings, which a person can change and
/// Excel goes by; elsewhere what listSeparator says of the system's locale.
char systemListSeparator();

/// ';' where the comma is the decimal point, else ','. Pure.
char listSeparator(const QLocale& locale);

/// `setting` if it is a separator that our files have, else what the locale says. Pure.
char listSeparator(const QString& setting, const QLocale& locale);

} // namespace leadway
