#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace leadway
{

/// \file
/// What the cells of every spreadsheet have in common: what they cannot hold, and how much. Pure functions on
/// UTF-8.

constexpr std::size_t kLargestCell = 32767; ///< UTF-16 units, in Excel

/// CR LF and CR become LF, other control characters but the tab U+FFFD. True if there was one of those.
bool tidyControls(std::string& cell);

/// Several line breaks in a row, CR or LF, become one space, since empty lines have no meaning on a line.
void joinLines(std::string& cell);

/// What XML has no way to hold beside the control characters, U+FFFE and U+FFFF, becomes U+FFFD. True if
/// there was one.
bool replaceNonCharacters(std::string& cell);

/// Both, for a text that is to be read: several lines, or one. True if anything had to be replaced.
bool tidyText(std::string& text);
bool tidyLine(std::string& text);

/// Whether a text has more UTF-16 units than a cell holds.
bool isTooLong(std::string_view cell);

/// The bytes of the longest beginning that leaves room for `mark`, ending with a whole character.
std::size_t bytesThatFit(std::string_view cell, std::string_view mark);

/// What is put behind a text that was cut, in the person's language.
std::string cutMark();

} // namespace leadway
