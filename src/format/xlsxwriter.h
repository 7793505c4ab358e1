#pragma once

#include "core/messagecounts.h"
#include "core/timestamp.h"
#include "format/columns.h"
#include "format/messagewriter.h"
#include "format/words.h"
#include "format/workbookcheck.h"

#include <QFile>

#include <future>
#include <string>
#include <vector>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace leadway
{

class OutputFile;

/// Xlsx, for people: a bold header that stays in view, a filter on every column, dates as dates of the wall
/// clock, numbers as numbers, and every text as a text. What does not fit on a sheet goes on in another one
/// of the same header, and the last one tells how many there are of each day (format/overviewsheet.h), but
/// for the many files of single conversations, which nobody needs an overview of. Texts are adapted as in
/// CsvExcel, but for guards, which a workbook does not need.
///
/// While messages come, they go to a temporary file in the work folder of the OutputFile. At the end they
/// have to be packed, which takes longer than the writing and cannot be done in slices; so that goes on in a
/// thread of C++'s own, which touches nothing but the workbook and reads it back to compare it with what was
/// written, since the library does not notice a full disk. The writer asks for its result and waits for it at
/// the latest when it is destroyed. Then the workbook is copied to the OutputFile.
///
/// Owned by the Renderer; lives on its thread.
class XlsxWriter final : public MessageWriter
{
public:
    static constexpr qint64 kMostMessages = 1'048'575; ///< on a sheet, beside its header

    /// `file` must outlive it.
    XlsxWriter(const FormatOptions& options, OutputFile& file, qint64 messagesPerSheet = kMostMessages);
    ~XlsxWriter() override;

    Result<void> begin() override;
    Result<void> write(const Message& message) override;
    Result<bool> end() override;

private:
    Result<void> addSheet();
    Result<void> endSheet();
    Result<void> addOverview();
    Result<void> writeCell(const Column& column);
    Result<void> writeText(const std::string& text, lxw_format* format);
    Result<void> writeNumber(double number, lxw_format* format);
    void adaptCell();
    Result<void> startPacking();
    Result<bool> copySlice();

    OutputFile& m_file;
    const FormatOptions m_options;
    const qint64 m_messagesPerSheet;
    const std::string m_cutMark;
    Words m_words;
    LocalClock m_clock;
    MessageCounts m_counts; // of what was written, by the days that its dates show
    const std::vector<const Column*> m_columns;
    std::string m_cell; // reused for every cell

    std::string m_folder; // of the packing, in the file system's encoding; the library keeps a pointer to it
    std::string m_path;
    lxw_workbook* m_workbook = nullptr; // until it is packed
    lxw_worksheet* m_sheet = nullptr;   // these two are the workbook's
    lxw_format* m_bold = nullptr;
    lxw_format* m_date = nullptr;
    std::vector<SheetContent> m_written; // by sheet
    std::uint32_t m_row = 0;
    std::uint16_t m_column = 0;

    std::future<Result<void>> m_packing;
    QFile m_packed;
};

} // namespace leadway
