#pragma once

#include <QLocale>

namespace leadway
{

/// The separator that a spreadsheet expects in a CSV file where `locale` is in use: ';' where the comma is
/// the decimal point, else ','. The one place that decides it; a pure function.
char listSeparator(const QLocale& locale);

} // namespace leadway
