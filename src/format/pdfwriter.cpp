#include "format/pdfwriter.h"

#include "format/section.h"
#include "format/transcriptwords.h"

#include <utility>

namespace leadway
{

namespace
{

constexpr qint64 kDrawingCost = 40; // a message is drawn in the time in which so many rows are written

} // namespace

PdfWriter::PdfWriter(const FormatOptions& options, FileHead head, const FileExtent& extent, ByteSink& sink)
    : m_options(options)
    , m_head(std::move(head))
    , m_extent(extent)
    , m_pages(sink, m_head.title, paperOf(QLocale::system().territory()), m_head.locale)
    , m_teller(options, m_head.locale)
{
}

qint64 PdfWriter::cost() const
{
    return kDrawingCost;
}

void PdfWriter::add(PdfStyle style, const std::string& text)
{
    if (!text.empty()) {
        m_block.push_back({style, QString::fromStdString(text)});
    }
}

Result<void> PdfWriter::begin()
{
    if (const auto begun = m_pages.begin(); !begun) {
        return begun;
    }
    m_block = {{PdfStyle::Title, m_head.title}};
    const auto addFact = [this](const QString& name, const QString& value) {
        m_block.push_back({PdfStyle::Text, name + QStringLiteral(": ") + value});
    };
    for (const auto& [name, value] : m_head.facts) {
        addFact(name, value);
    }
    addFact(messagesTitle(), extentPhrase(m_extent, m_head.locale));
    if (m_extent.sections == 0) {
        m_block.push_back({PdfStyle::Day, nothingPhrase()});
    }
    return m_pages.add(m_block);
}

Result<void> PdfWriter::beginSection(const Section& section)
{
    if (m_extent.sections > 1) {
        m_pages.setHead({});
        if (const auto turned = m_pages.turnPage(); !turned) {
            return turned;
        }
    }
    m_day.clear();
    const QString heading = sectionHeading(section);
    m_pages.setHead(heading);
    return m_pages.add({{PdfStyle::Heading, heading},
                        {PdfStyle::Small, sectionSummary(section, m_options.timesZone(), m_head.locale)}});
}

Result<void> PdfWriter::write(const Message& message)
{
    const TranscriptEntry& entry = m_teller.tell(message);
    m_block.clear();
    if (entry.day != m_day) {
        m_day = entry.day;
        add(PdfStyle::Day, m_day);
    }
    std::string line = entry.time;
    for (const std::string& part : {entry.line, entry.trouble}) {
        line += line.empty() || part.empty() ? "" : " · ";
        line += part;
    }
    add(PdfStyle::Line, line);
    add(PdfStyle::Small, entry.copies);
    add(PdfStyle::Subject, entry.subject);
    add(PdfStyle::Text, entry.text);
    for (const std::string& address : entry.attachments) {
        add(PdfStyle::Small, address);
    }
    if (entry.hasReplaced) {
        countReplacedCell();
    }
    if (message.repaired) {
        countRepairedMessage();
    }
    return m_pages.add(m_block, entry.isSent);
}

Result<bool> PdfWriter::end()
{
    const auto ended = m_pages.end();
    return ended ? Result<bool>(true) : ended.error();
}

} // namespace leadway
