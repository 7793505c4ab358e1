#include "format/workbookcheck.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <unzip.h>

namespace leadway
{

namespace
{

constexpr std::size_t kCheckedAtOnce = std::size_t{1} << 18;

Error unreadableWorkbook(const std::string& part)
{
    return {ErrorKind::Storage,
            0,
            QStringLiteral("the workbook cannot be read back: ") + QString::fromStdString(part),
            {}};
}

// Counts what stands in a sheet's XML, which comes in pieces of any size.
class SheetCounter
{
public:
    void add(std::string_view xml)
    {
        while (!xml.empty()) {
            xml.remove_prefix(m_isTag ? addTag(xml) : addText(xml));
        }
    }

    const SheetContent& content() const { return m_content; }
    bool isWhole() const { return m_isWhole; }

private:
    // Of a tag the first letters are enough.
    std::size_t addTag(std::string_view xml)
    {
        const std::size_t end = std::min(xml.find('>'), xml.size());
        m_tag.append(xml.substr(0, std::min(end, kLongestTag - m_tag.size())));
        if (end == xml.size()) {
            return end;
        }
        const std::string_view name = std::string_view(m_tag).substr(0, m_tag.find(' '));
        m_content.rows += name == "row" ? 1 : 0;
        m_content.cells += name == "c" ? 1 : 0;
        m_isWhole = m_isWhole || name == "/worksheet";
        m_isInText = name == "t";
        m_isTag = false;
        m_tag.clear();
        return end + 1;
    }

    std::size_t addText(std::string_view xml)
    {
        const std::size_t end = std::min(xml.find('<'), xml.size());
        if (m_isInText) {
            addWords(xml.substr(0, end));
        }
        m_isTag = end < xml.size();
        return std::min(end + 1, xml.size());
    }

    // "&amp;" is one byte.
    void addWords(std::string_view words)
    {
        while (!words.empty()) {
            const std::size_t end = words.find(m_isInEntity ? ';' : '&');
            const std::size_t size = std::min(end, words.size());
            m_content.textBytes += m_isInEntity ? 0 : static_cast<qint64>(size);
            if (end == std::string_view::npos) {
                return;
            }
            m_content.textBytes += m_isInEntity ? 1 : 0;
            m_isInEntity = !m_isInEntity;
            words.remove_prefix(end + 1);
        }
    }

    static constexpr std::size_t kLongestTag = 16;

    SheetContent m_content;
    std::string m_tag;
    bool m_isTag = false;
    bool m_isInText = false;
    bool m_isInEntity = false;
    bool m_isWhole = false;
};

Result<SheetContent> readSheet(unzFile workbook, const std::string& name)
{
    if (unzLocateFile(workbook, name.c_str(), 1) != UNZ_OK || unzOpenCurrentFile(workbook) != UNZ_OK) {
        return unreadableWorkbook(name);
    }
    SheetCounter counter;
    std::string piece(kCheckedAtOnce, '\0');
    int count = 0;
    do {
        count = unzReadCurrentFile(workbook, piece.data(), static_cast<unsigned>(piece.size()));
        counter.add(std::string_view(piece).substr(0, static_cast<std::size_t>(std::max(count, 0))));
    } while (count > 0);
    const bool isGood = unzCloseCurrentFile(workbook) == UNZ_OK && count == 0 && counter.isWhole();
    return isGood ? Result<SheetContent>(counter.content()) : unreadableWorkbook(name);
}

} // namespace

Result<std::vector<SheetContent>> readWorkbook(const std::string& path, std::size_t sheets)
{
    const std::unique_ptr<void, decltype(&unzClose)> workbook(unzOpen64(path.c_str()), &unzClose);
    if (!workbook) {
        return unreadableWorkbook("zip");
    }
    std::vector<SheetContent> contents;
    for (std::size_t number = 1; number <= sheets; ++number) {
        const auto content =
            readSheet(workbook.get(), "xl/worksheets/sheet" + std::to_string(number) + ".xml");
        if (!content) {
            return content.error();
        }
        contents.push_back(*content);
    }
    return contents;
}

} // namespace leadway
