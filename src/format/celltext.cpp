#include "format/celltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

bool isForbiddenControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

// UTF-16 units of the character that begins with this byte; 0 within a character.
std::size_t unitsAt(char byte)
{
    const auto c = static_cast<unsigned char>(byte);
    return (c & 0xc0) == 0x80 ? 0 : (c >= 0xf0 ? 2 : 1);
}

std::size_t utf16Units(std::string_view text)
{
    std::size_t units = 0;
    for (const char c : text) {
        units += unitsAt(c);
    }
    return units;
}

} // namespace

bool tidyControls(std::string& cell)
{
    bool hasReplaced = false;
    std::string tidy;
    tidy.reserve(cell.size());
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        if (c == '\r') {
            if (i + 1 == cell.size() || cell[i + 1] != '\n') {
                tidy += '\n';
            }
        } else if (isForbiddenControl(c)) {
            tidy += kReplacement;
            hasReplaced = true;
        } else {
            tidy += c;
        }
    }
    cell = std::move(tidy);
    return hasReplaced;
}

void joinLines(std::string& cell)
{
    std::string joined;
    joined.reserve(cell.size());
    bool isAfterBreak = false;
    for (const char c : cell) {
        const bool isBreak = c == '\n' || c == '\r';
        if (!isBreak) {
            joined += c;
        } else if (!isAfterBreak) {
            joined += ' ';
        }
        isAfterBreak = isBreak;
    }
    cell = std::move(joined);
}

bool replaceNonCharacters(std::string& cell)
{
    constexpr std::string_view lead = "\xef\xbf"; // of U+FFC0 to U+FFFF
    bool hasReplaced = false;
    for (auto at = cell.find(lead); at != std::string::npos && at + 2 < cell.size();
         at = cell.find(lead, at + 2)) {
        if (cell[at + 2] == '\xbe' || cell[at + 2] == '\xbf') {
            cell[at + 2] = kReplacement.back();
            hasReplaced = true;
        }
    }
    return hasReplaced;
}

bool tidyText(std::string& text)
{
    const bool hasControls = std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    });
    const bool hasReplacedControls = hasControls && tidyControls(text);
    return replaceNonCharacters(text) || hasReplacedControls;
}

bool tidyLine(std::string& text)
{
    const bool hasReplaced = tidyText(text);
    joinLines(text);
    return hasReplaced;
}

bool isTooLong(std::string_view cell)
{
    // No text has more UTF-16 units than UTF-8 bytes.
    return cell.size() > kLargestCell && utf16Units(cell) > kLargestCell;
}

std::size_t bytesThatFit(std::string_view cell, std::string_view mark)
{
    const std::size_t room = kLargestCell - std::min(utf16Units(mark), kLargestCell);
    std::size_t units = 0;
    std::size_t at = 0;
    while (at < cell.size() && units + unitsAt(cell[at]) <= room) {
        units += unitsAt(cell[at]);
        ++at;
    }
    // A continuation byte adds nothing, so the loop may have stopped only before a whole character.
    return at;
}

std::string cutMark()
{
    return QCoreApplication::translate("leadway::CsvWriter", "… [cut]").toStdString();
}

} // namespace leadway
