#include "format/pdfcheck.h"

#include <QString>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr std::size_t kLongestTail = 64; // longer than what is looked for

} // namespace

void PdfCheck::add(std::string_view bytes)
{
    constexpr std::string_view page = "/Type /Page\n"; // not "/Type /Pages"
    constexpr std::string_view table = "\nxref\n";
    const std::string text = m_tail.append(bytes);
    const auto begin = m_size - static_cast<qint64>(text.size() - bytes.size());
    // What ends within the tail was found before.
    const auto isNew = [&](std::size_t at, std::string_view word) {
        return begin + static_cast<qint64>(at + word.size()) > m_size;
    };
    for (std::size_t at = text.find(page); at != std::string::npos; at = text.find(page, at + 1)) {
        m_pages += isNew(at, page) ? 1 : 0;
    }
    for (std::size_t at = text.find(table); at != std::string::npos; at = text.find(table, at + 1)) {
        m_table = begin + static_cast<qint64>(at) + 1;
    }
    m_size += static_cast<qint64>(bytes.size());
    m_tail = text.substr(text.size() - std::min(text.size(), kLongestTail));
}

Result<void> PdfCheck::judge(qint64 pages) const
{
    // "startxref", where the table begins, "%%EOF", with white space between them.
    const QString end = QString::fromLatin1(m_tail.data(), static_cast<qsizetype>(m_tail.size()))
                            .section(QStringLiteral("startxref"), -1)
                            .simplified();
    if (m_pages != pages || m_table < 0 || end != QStringLiteral("%1 %%EOF").arg(m_table)) {
        return Error{ErrorKind::Storage, 0, QStringLiteral("the PDF is not whole"), {}};
    }
    return {};
}

} // namespace leadway
