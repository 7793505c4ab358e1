#include "format/xlsxwriter.h"

#include "core/fileerror.h"
#include "core/systempath.h"
#include "format/celltext.h"
#include "format/outputfile.h"
#include "format/overviewsheet.h"
#include "format/xlsxvalues.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <xlsxwriter.h>

namespace leadway
{

namespace
{

Error workbookError(lxw_error code, int reason)
{
    const ErrorKind kind = isForLackOfRoom(reason) ? ErrorKind::DiskFull : ErrorKind::Storage;
    return {kind, 0, QString::fromLatin1(lxw_strerror(code)), {}};
}

Result<void> checked(lxw_error code)
{
    return code == LXW_NO_ERROR ? Result<void>() : workbookError(code, 0);
}

double widthOf(const Column& column)
{
    switch (column.kind) {
    case ColumnKind::LocalDate:
        return 20;
    case ColumnKind::UtcDate:
        return 26;
    case ColumnKind::Number:
        return 13;
    case ColumnKind::List:
        return 40;
    case ColumnKind::Text:
        break;
    }
    return column.key == "body" ? 70 : 22;
}

// An archive of the usual kind holds files of less than 4 GiB; the other kind, not every program can read.
// Around each text stand some 60 bytes, a tenth of what is to be packed at most.
bool needsLargeArchive(const std::vector<SheetContent>& sheets)
{
    constexpr qint64 around = 70;
    constexpr qint64 mostEscaped = 5; // "&amp;"
    constexpr qint64 room = qint64{4000} << 20;
    qint64 total = 0;
    for (const SheetContent& sheet : sheets) {
        total += mostEscaped * sheet.textBytes + around * (sheet.cells + sheet.rows);
    }
    return total > room;
}

// On a thread of its own. Closing frees the workbook, whatever comes of it.
Result<void> pack(lxw_workbook* workbook, const std::string& path, const std::vector<SheetContent>& written)
{
    errno = 0;
    if (const lxw_error code = workbook_close(workbook); code != LXW_NO_ERROR) {
        return workbookError(code, errno);
    }
    const auto found = readWorkbook(path, written.size());
    if (!found) {
        return found.error();
    }
    // The library writes what it has for the disk without looking whether the disk takes it.
    return *found == written
               ? Result<void>()
               : Error{
                     ErrorKind::DiskFull, 0, QStringLiteral("the workbook holds less than was written"), {}};
}

} // namespace

XlsxWriter::XlsxWriter(const FormatOptions& options, OutputFile& file, qint64 messagesPerSheet)
    : m_file(file)
    , m_options(options)
    , m_messagesPerSheet(messagesPerSheet)
    , m_cutMark(cutMark())
    , m_clock(options.timesZone())
    , m_counts(options.timesZone())
    , m_columns(chosenColumns(options))
{
}

XlsxWriter::~XlsxWriter()
{
    if (m_packing.valid()) {
        m_packing.wait();
    }
    if (m_workbook) {
        lxw_workbook_free(m_workbook);
    }
    if (m_packed.isOpen()) {
        m_packed.remove();
    }
}

Result<void> XlsxWriter::begin()
{
    const auto folder = m_file.workFolder();
    if (!folder) {
        return folder.error();
    }
    m_folder = libraryPath(*folder).toStdString();
    const QString path = *folder + QStringLiteral("/workbook.xlsx");
    m_path = libraryPath(path).toStdString();
    m_packed.setFileName(path);
    lxw_workbook_options how = {};
    how.constant_memory = 1;
    how.tmpdir = m_folder.data();
    m_workbook = workbook_new_opt(m_path.c_str(), &how);
    m_bold = m_workbook ? workbook_add_format(m_workbook) : nullptr;
    m_date = m_workbook ? workbook_add_format(m_workbook) : nullptr;
    if (!m_bold || !m_date) {
        return workbookError(LXW_ERROR_MEMORY_MALLOC_FAILED, 0);
    }
    format_set_bold(m_bold);
    format_set_num_format(m_date, "yyyy-mm-dd hh:mm:ss");
    return addSheet();
}

Result<void> XlsxWriter::addSheet()
{
    QString name = QCoreApplication::translate("leadway::XlsxWriter", "Messages", "name of a sheet");
    if (!m_written.empty()) {
        name += QStringLiteral(" %1").arg(m_written.size() + 1);
    }
    errno = 0;
    m_sheet = workbook_add_worksheet(m_workbook, name.toUtf8().constData());
    if (!m_sheet) {
        return workbookError(LXW_ERROR_CREATING_TMPFILE, errno);
    }
    m_written.emplace_back();
    m_row = 0;
    m_column = 0;
    worksheet_freeze_panes(m_sheet, 1, 0);
    constexpr double filterArrow = 4;
    for (const Column* column : m_columns) {
        const QString header = headerText(*column, m_options.timesZone());
        const double width = std::max(widthOf(*column), static_cast<double>(header.size()) + filterArrow);
        if (const auto set = checked(worksheet_set_column(m_sheet, m_column, m_column, width, nullptr));
            !set) {
            return set;
        }
        if (const auto written = writeText(header.toStdString(), m_bold); !written) {
            return written;
        }
        ++m_column;
    }
    ++m_written.back().rows;
    return {};
}

Result<void> XlsxWriter::endSheet()
{
    const auto last = static_cast<lxw_col_t>(m_columns.size() - 1);
    return checked(worksheet_autofilter(m_sheet, 0, 0, m_row, last));
}

Result<void> XlsxWriter::addOverview()
{
    if (m_counts.all().total() == 0 || m_options.files == FileSplit::PerConversation) {
        return {};
    }
    const auto content = addOverviewSheet(m_workbook, m_counts);
    if (content) {
        m_written.push_back(*content);
    }
    return content ? Result<void>() : content.error();
}

Result<void> XlsxWriter::write(const Message& message)
{
    if (m_row >= m_messagesPerSheet) {
        if (const auto ended = endSheet(); !ended) {
            return ended;
        }
        if (const auto added = addSheet(); !added) {
            return added;
        }
    }
    ++m_row;
    m_column = 0;
    const qint64 before = m_written.back().cells;
    RowContext context{m_words, m_clock};
    for (const Column* column : m_columns) {
        m_cell.clear();
        context.hasReplaced = false;
        column->adapted(message, context, m_cell);
        if (context.hasReplaced) {
            countReplacedCell();
        }
        if (const auto written = writeCell(*column); !written) {
            return written;
        }
        ++m_column;
    }
    m_written.back().rows += m_written.back().cells > before ? 1 : 0;
    m_counts.add(message.createdAt, message.channel());
    if (message.repaired) {
        countRepairedMessage();
    }
    return {};
}

Result<void> XlsxWriter::writeCell(const Column& column)
{
    if (m_cell.empty()) {
        return {};
    }
    if (column.kind == ColumnKind::LocalDate) {
        if (const auto moment = excelMoment(m_cell)) {
            return writeNumber(*moment, m_date);
        }
    } else if (column.kind == ColumnKind::Number) {
        if (const auto number = plainNumber(m_cell)) {
            return writeNumber(*number, nullptr);
        }
    }
    adaptCell();
    return writeText(m_cell, nullptr);
}

Result<void> XlsxWriter::writeNumber(double number, lxw_format* format)
{
    ++m_written.back().cells;
    return checked(worksheet_write_number(m_sheet, m_row, m_column, number, format));
}

Result<void> XlsxWriter::writeText(const std::string& text, lxw_format* format)
{
    ++m_written.back().cells;
    m_written.back().textBytes += static_cast<qint64>(text.size());
    return checked(worksheet_write_string(m_sheet, m_row, m_column, text.c_str(), format));
}

void XlsxWriter::adaptCell()
{
    if (!m_options.keepsLineBreaks) {
        joinLines(m_cell);
    }
    const bool hasControls = std::any_of(m_cell.begin(), m_cell.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    });
    const bool hasReplacedControls = hasControls && tidyControls(m_cell);
    if (replaceNonCharacters(m_cell) || hasReplacedControls) {
        countReplacedCell();
    }
    escapeCharacterNumbers(m_cell);
    if (isTooLong(m_cell)) {
        m_cell.resize(wholeEscapesEnd(m_cell, bytesThatFit(m_cell, m_cutMark)));
        m_cell += m_cutMark;
        countCutCell();
    }
}

Result<bool> XlsxWriter::end()
{
    if (m_packed.isOpen()) {
        return copySlice();
    }
    if (!m_packing.valid()) {
        const auto started = startPacking();
        return started ? Result<bool>(false) : started.error();
    }
    if (m_packing.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        return false;
    }
    if (const auto packed = m_packing.get(); !packed) {
        return packed.error();
    }
    return m_packed.open(QIODevice::ReadOnly) ? Result<bool>(false) : fileError(m_packed);
}

Result<void> XlsxWriter::startPacking()
{
    if (const auto ended = endSheet(); !ended) {
        return ended;
    }
    if (const auto added = addOverview(); !added) {
        return added;
    }
    m_workbook->options.use_zip64 = needsLargeArchive(m_written) ? 1 : 0;
    try {
        m_packing = std::async(std::launch::async, pack, m_workbook, m_path, m_written);
    } catch (const std::system_error& error) {
        return Error{ErrorKind::Storage, 0, QString::fromLocal8Bit(error.what()), {}};
    }
    m_workbook = nullptr;
    return {};
}

Result<bool> XlsxWriter::copySlice()
{
    constexpr qint64 slice = qint64{4} << 20; // some milliseconds
    const QByteArray bytes = m_packed.read(slice);
    if (bytes.isEmpty()) {
        const bool isWhole = m_packed.atEnd() && m_packed.error() == QFileDevice::NoError;
        const Error error = fileError(m_packed);
        m_packed.remove();
        return isWhole ? Result<bool>(true) : error;
    }
    const auto appended =
        m_file.append(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    return appended ? Result<bool>(false) : appended.error();
}

} // namespace leadway
