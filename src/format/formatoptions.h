#pragma once

#include <QTimeZone>

#include <optional>
#include <string_view>
#include <utility>

namespace leadway
{

/// The files the program can write.
enum class Format {
    CsvExcel,  ///< for spreadsheets: BOM, the system's separator, local times, guarded against formulas
    CsvExact,  ///< RFC 4180 for other programs: nothing adapted, ISO 8601 UTC
    Json,      ///< one array, every message as it came
    JsonLines, ///< the same, one message a line
};

/// Their names where a program reads them: settings, command line.
constexpr std::pair<const char*, Format> kFormatKeys[] = {{"csv", Format::CsvExcel},
                                                          {"csv-exact", Format::CsvExact},
                                                          {"json", Format::Json},
                                                          {"jsonl", Format::JsonLines}};
constexpr const char* formatKey(Format format)
{
    for (const auto& [key, value] : kFormatKeys) {
        if (value == format) {
            return key;
        }
    }
    return "";
}
constexpr std::optional<Format> formatOfKey(std::string_view key)
{
    for (const auto& [name, format] : kFormatKeys) {
        if (key == name) {
            return format;
        }
    }
    return std::nullopt;
}

/// How a file is to look. A value.
struct FormatOptions {
    Format format = Format::CsvExcel;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< for the local times of CsvExcel
    char separator = ',';                         ///< of CsvExcel; CsvExact always has a comma
    bool guard = true;                            ///< CsvExcel: keep formulas and long numbers as text
};

} // namespace leadway
