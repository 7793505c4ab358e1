#pragma once

#include <QTimeZone>

#include <string>
#include <utility>
#include <vector>

namespace leadway
{

/// The files the program can write.
enum class Format {
    Xlsx,       ///< a workbook, for people: dates, numbers and texts are told apart
    CsvExcel,   ///< for spreadsheets: BOM, the system's separator, local times, guarded against formulas
    CsvExact,   ///< RFC 4180 for other programs: nothing adapted, ISO 8601 UTC
    Json,       ///< one array, every message as it came
    JsonLines,  ///< the same, one message a line
    Transcript, ///< a web page to read and print, with a section a conversation
    Pdf,        ///< the same on pages
};

/// Their names where a program reads them: settings, command line.
constexpr std::pair<const char*, Format> kFormatKeys[] = {
    {"xlsx", Format::Xlsx}, {"csv", Format::CsvExcel},    {"csv-exact", Format::CsvExact},
    {"json", Format::Json}, {"jsonl", Format::JsonLines}, {"transcript", Format::Transcript},
    {"pdf", Format::Pdf}};
constexpr const char* formatKey(Format format)
{
    for (const auto& [key, value] : kFormatKeys) {
        if (value == format) {
            return key;
        }
    }
    return "";
}

/// Whether a file of this format is read like a book: with a section a conversation, instead of a row or an
/// element a message.
constexpr bool hasSections(Format format)
{
    return format == Format::Transcript || format == Format::Pdf;
}

/// Which columns a table has that a person is to read.
enum class ColumnChoice {
    Simple,     ///< what most people look at
    Everything, ///< all that are for a person
    Own,        ///< FormatOptions::ownColumns
};

/// Their names where a program reads them, as those below of FileSplit.
constexpr std::pair<const char*, ColumnChoice> kColumnChoiceKeys[] = {
    {"simple", ColumnChoice::Simple}, {"everything", ColumnChoice::Everything}, {"own", ColumnChoice::Own}};

/// Into how many files the messages go.
enum class FileSplit {
    OneFile,
    PerConversation, ///< a folder with one file a conversation
    PerMonth,        ///< a folder with one file a month, of the local days
};

constexpr std::pair<const char*, FileSplit> kFileSplitKeys[] = {{"one", FileSplit::OneFile},
                                                                {"conversation", FileSplit::PerConversation},
                                                                {"month", FileSplit::PerMonth}};

/// How a file is to look. A value. Only CsvExact, Json and JsonLines adapt nothing, so of what follows they
/// heed `files` and `zone` alone; Transcript and Pdf have no columns, and heed `isUtc` as well.
struct FormatOptions {
    Format format = Format::Xlsx;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< the person's: for days, months and local times
    bool isUtc = false;                           ///< dates in UTC instead of in `zone`
    char separator = ',';                         ///< of CsvExcel; CsvExact always has a comma
    bool guard = true;                            ///< CsvExcel: keep formulas and long numbers as text
    bool keepsLineBreaks = true;                  ///< in cells; else they become spaces
    bool hasEmailSource = false;                  ///< also a column with the HTML of e-mail as it came
    ColumnChoice columns = ColumnChoice::Everything;
    std::vector<std::string> ownColumns; ///< for ColumnChoice::Own: keys of columns, in their order
    FileSplit files = FileSplit::OneFile;

    /// The zone that dates are written in.
    QTimeZone timesZone() const { return isUtc ? QTimeZone::utc() : zone; }

    bool operator==(const FormatOptions&) const = default;
};

/// Whether what one reads of every message is written once, in the order in which the messages are read.
constexpr bool tellsTextsInOrder(const FormatOptions& options)
{
    return (options.format == Format::Xlsx || options.format == Format::CsvExcel) &&
           options.files == FileSplit::OneFile;
}

} // namespace leadway
