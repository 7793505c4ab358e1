#include "format/csvwriter.h"

#include "format/bytesink.h"
#include "format/celltext.h"
#include "format/spreadsheetguard.h"

#include <array>
#include <utility>

namespace leadway
{

namespace
{

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// What the bytes of a cell are, gathered in one pass.
enum : unsigned {
    Plain = 0,
    Quote = 1,     // '"'
    Separator = 2, // of this file or of another
    LineFeed = 4,
    Return = 8,
    Control = 16,     // no cell of a spreadsheet can hold it
    FormulaLead = 32, // the full-width forms begin with 0xef
    Every = 63
};

constexpr std::array<unsigned char, 256> makeClasses()
{
    std::array<unsigned char, 256> classes = {};
    for (std::size_t c = 0; c < 0x20; ++c) {
        classes[c] = Control;
    }
    classes['\t'] = Separator;
    classes[','] = Separator;
    classes[';'] = Separator;
    classes['\n'] = LineFeed;
    classes['\r'] = Return;
    classes['"'] = Quote;
    for (const char c : {'=', '+', '-', '@', '\xef', '\xe2'}) {
        classes[static_cast<unsigned char>(c)] |= FormulaLead;
    }
    return classes;
}

constexpr std::array<unsigned char, 256> kClasses = makeClasses();

unsigned classAt(std::string_view text, std::size_t at)
{
    return kClasses[static_cast<unsigned char>(text[at])];
}

// Four bytes at a time, since one by one takes half as long again; and no further than there is anything new,
// for else compilers make vectors of the table, which takes twice as long.
unsigned classesOf(std::string_view text)
{
    unsigned classes = Plain;
    std::size_t at = 0;
    for (; at + 4 <= text.size() && classes != Every; at += 4) {
        classes |= classAt(text, at) | classAt(text, at + 1) | classAt(text, at + 2) | classAt(text, at + 3);
    }
    for (; at < text.size() && classes != Every; ++at) {
        classes |= classAt(text, at);
    }
    return classes;
}

// A date as the service or this program writes it is no text that a spreadsheet could take for a formula.
bool isPlainDate(ColumnKind kind, std::string_view cell)
{
    return kind == ColumnKind::LocalDate || (kind == ColumnKind::UtcDate && parseIsoUtc(cell));
}

} // namespace

CsvWriter::CsvWriter(const FormatOptions& options, ByteSink& sink)
    : m_sink(sink)
    , m_options(options)
    , m_isExact(options.format == Format::CsvExact)
    , m_separator(m_isExact ? ',' : options.separator)
    , m_cutMark(cutMark())
    , m_clock(options.timesZone())
    , m_columns(chosenColumns(options))
{
}

Result<void> CsvWriter::begin()
{
    m_row = m_isExact ? std::string_view() : kByteOrderMark;
    const char* separator = "";
    const char between[] = {m_separator, '\0'};
    for (const Column* column : m_columns) {
        m_cell =
            m_isExact ? std::string(column->key) : headerText(*column, m_options.timesZone()).toStdString();
        m_row += separator;
        appendCell(classesOf(m_cell));
        separator = between;
    }
    m_row += "\r\n";
    return m_sink.append(m_row);
}

Result<void> CsvWriter::write(const Message& message)
{
    RowContext context{m_words, m_clock};
    m_row.clear();
    for (const Column* column : m_columns) {
        const std::size_t start = m_row.size();
        (m_isExact ? column->exact : column->adapted)(message, context, m_row);
        if (std::exchange(context.hasReplaced, false)) {
            countReplacedCell();
        }
        settleCell(start, column->kind);
        m_row += m_separator;
    }
    m_row.back() = '\r';
    m_row += '\n';
    if (message.repaired) {
        countRepairedMessage();
    }
    return m_sink.append(m_row);
}

// Most cells may stay as and where they were written, at the end of the row; only the others are taken out of
// it again to be adapted and quoted.
void CsvWriter::settleCell(std::size_t start, ColumnKind kind)
{
    const std::string_view cell = std::string_view(m_row).substr(start);
    if (cell.empty() || isPlainDate(kind, cell)) {
        return;
    }
    const unsigned classes = classesOf(cell);
    const bool mayStay = (classes & ~static_cast<unsigned>(FormulaLead)) == Plain && cell.front() != ' ' &&
                         cell.back() != ' ' && cell.size() <= kLargestCell &&
                         (m_isExact || !m_options.guard || !needsGuard(cell));
    if (!mayStay) {
        m_cell = cell;
        m_row.resize(start);
        appendCell(classes);
    }
}

void CsvWriter::appendCell(unsigned classes)
{
    if (!m_isExact) {
        classes = adaptCell(classes);
    }
    // Both separators, so that a file opened with the other one still keeps its first column together.
    const bool quoted = (classes & (Quote | Separator | LineFeed | Return)) != 0 || m_cell.front() == ' ' ||
                        m_cell.back() == ' ';
    if (!quoted) {
        m_row += m_cell;
        return;
    }
    m_row += '"';
    if ((classes & Quote) == 0) {
        m_row += m_cell;
    } else {
        std::string_view rest = m_cell;
        for (auto at = rest.find('"'); at != std::string_view::npos; at = rest.find('"')) {
            m_row += rest.substr(0, at + 1);
            m_row += '"';
            rest.remove_prefix(at + 1);
        }
        m_row += rest;
    }
    m_row += '"';
}

// Answers what it is by then.
unsigned CsvWriter::adaptCell(unsigned classes)
{
    if (!m_options.keepsLineBreaks && (classes & (LineFeed | Return)) != 0) {
        joinLines(m_cell);
        classes &= ~static_cast<unsigned>(LineFeed | Return);
    }
    if ((classes & (Return | Control)) != 0 && tidyControls(m_cell)) {
        countReplacedCell();
    }
    if (m_options.guard) {
        if ((classes & FormulaLead) != 0 && (classes & (Separator | LineFeed | Return)) != 0) {
            guardInside(m_cell);
        }
        if (needsGuard(m_cell)) {
            m_cell.insert(0, 1, kGuard);
        }
    }
    if (isTooLong(m_cell)) {
        m_cell.resize(bytesThatFit(m_cell, m_cutMark));
        m_cell += m_cutMark;
        countCutCell();
    }
    return classes;
}

} // namespace leadway
