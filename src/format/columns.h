#pragma once

#include "core/message.h"
#include "core/timestamp.h"
#include "format/formatoptions.h"
#include "format/words.h"

#include <QString>
#include <QTimeZone>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace leadway
{

/// What the extractors need beside the message. Lives as long as the writer that owns both.
struct RowContext {
    Words& words;
    LocalClock& clock;
    bool hasReplaced = false; ///< set where a value lost characters that no text may hold
};

/// What a column holds, for those who must treat kinds differently.
enum class ColumnKind {
    Text,
    LocalDate, ///< wall-clock text of our own making, or empty
    UtcDate,   ///< as the service wrote it, whatever that is
    Number,    ///< likewise
    List,      ///< several texts; adapted: one a line, exact: joined by '|', a '|' of their own being "%7C"
};

/// One column of a table of messages. The table in columns.cpp is the only place that knows them all: a
/// new column is one row there. Constant data, usable from every thread.
struct Column {
    /// Appends a message's value as UTF-8.
    using Extractor = void (*)(const Message& message, RowContext& row, std::string& out);

    std::string_view key; ///< the service's name of the field, and the header where data is exact
    const char* header;   ///< for a person, in English; headerText() translates it
    ColumnKind kind;
    Extractor adapted; ///< for a person: words, local times; null if the column is not for one
    Extractor exact;   ///< for a program: as it came; null if the column adds nothing for one
};

/// All of them, in the order of a file.
std::span<const Column> columns();

/// Those of a table in this format, in its order: what the options choose, or for CsvExact all that are for a
/// program. Keys that are not known, not for a person or there already are left out; if none remains, it is
/// ColumnChoice::Simple. They point into columns().
std::vector<const Column*> chosenColumns(const FormatOptions& options);

/// The column of this key that is for a person; null if there is none.
const Column* columnOfKey(std::string_view key);

/// The translated header; a local date names its zone, as in "Date (Europe/Madrid)".
QString headerText(const Column& column, const QTimeZone& zone);

} // namespace leadway
