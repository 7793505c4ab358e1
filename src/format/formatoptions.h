#pragma once

#include <QTimeZone>

namespace leadway
{

/// The files the program can write.
enum class Format {
    CsvExcel,  ///< for spreadsheets: BOM, the system's separator, local times, guarded against formulas
    CsvExact,  ///< RFC 4180 for other programs: nothing adapted, ISO 8601 UTC
    Json,      ///< one array, every message as it came
    JsonLines, ///< the same, one message a line
};

/// How a file is to look. A value.
struct FormatOptions {
    Format format = Format::CsvExcel;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< for the local times of CsvExcel
    char separator = ',';                         ///< of CsvExcel; CsvExact always has a comma
    bool guard = true;                            ///< CsvExcel: keep formulas and long numbers as text
};

} // namespace leadway
