#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace leadway
{

/// \file
/// How values become cells of a workbook. Pure functions.

/// The number by which a workbook knows a moment of the wall clock, from "2024-03-27 01:00:00": days since
/// the end of 1899. Nothing for another text, or for a day before March 1900, which programs do not agree on.
std::optional<double> excelMoment(std::string_view wallClock);

/// The number that a text plainly is: its cell shows the same digits again. Nothing for more than the 15
/// digits that a workbook keeps, for leading zeros, signs of plus or powers of ten.
std::optional<double> plainNumber(std::string_view text);

/// Puts before whatever would be read as a character's number, "_x0041_", what makes it a text.
void escapeCharacterNumbers(std::string& cell);

/// Where to cut an escaped cell, at this byte at the latest, so that no such escape is cut in half.
std::size_t wholeEscapesEnd(std::string_view cell, std::size_t most);

} // namespace leadway
