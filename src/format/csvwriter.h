#pragma once

#include "core/timestamp.h"
#include "format/columns.h"
#include "format/messagewriter.h"
#include "format/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace leadway
{

class ByteSink;

/// CsvExcel and CsvExact: a header row and one row a message, from the column table. Rows end with CR LF.
///
/// CsvExcel is for spreadsheets: a byte-order mark, the separator of the options, line breaks in cells as
/// LF or, if the options say so, as spaces, control characters that no cell can hold as U+FFFD, texts that a
/// spreadsheet would change guarded (see spreadsheetguard), texts longer than a cell cut at a whole character
/// and marked. CsvExact is RFC 4180 with commas: nothing adapted, guarded or cut; even a NUL stays. Its lists
/// are joined by '|'.
///
/// Owned by the Renderer; lives on its thread.
class CsvWriter final : public MessageWriter
{
public:
    /// `sink` must outlive it.
    CsvWriter(const FormatOptions& options, ByteSink& sink);

    Result<void> begin() override;
    Result<void> write(const Message& message) override;
    Result<bool> end() override { return true; }

private:
    void settleCell(std::size_t start, ColumnKind kind);
    void appendCell(unsigned classes);
    unsigned adaptCell(unsigned classes);

    ByteSink& m_sink;
    const FormatOptions m_options;
    const bool m_isExact;
    const char m_separator;
    const std::string m_cutMark;
    Words m_words;
    LocalClock m_clock;
    const std::vector<const Column*> m_columns;
    std::string m_cell; // reused for every cell
    std::string m_row;  // and for every row
};

} // namespace leadway
