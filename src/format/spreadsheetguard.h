#pragma once

#include <string>
#include <string_view>

namespace leadway
{

/// Which texts a spreadsheet would not leave alone when it opens a CSV file, and what keeps them as they
/// are. Pure functions of UTF-8 text, for Excel and LibreOffice in English and Spanish, whichever way they
/// read "12.5", "12,5" or "3/4".
///
/// What cannot be guarded: a file opened with another separator than its own falls apart at the separators
/// inside its texts, and pieces that are numbers or dates then change. guardInside() only keeps those
/// pieces from becoming formulas that call or fetch something. A currency written in letters other than the
/// commonest codes ("S/ 5") is not looked for.

/// What stands before a guarded cell. The spreadsheet shows it.
constexpr char kGuard = '\'';

/// True for a cell that would become a formula, an error value, a number that looks different, a date, a
/// time or a boolean, and for one that begins with a tab or a line break. A whole number of at most eleven
/// digits without leading zeros stays what it looks like, so it needs no guard.
bool needsGuard(std::string_view cell);

/// Puts a guard before every piece within the cell that would stand alone as a formula if the file were
/// cut at commas, semicolons, tabs and line breaks without regard for quotes. "=" is always guarded; "+",
/// "-" and "@" only if the piece calls something, as "-A1|B" and "@SUM(" do, or fetches it from another file,
/// as "+'[a.xls]b'!A1" does, so that lists with dashes, phone numbers and mentions stay as they were written;
/// "- SUM (" is taken for a list, too.
void guardInside(std::string& cell);

} // namespace leadway
