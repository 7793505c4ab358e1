#pragma once

#include <string_view>

namespace leadway::fuzz
{

/// \file
/// What must hold for any bytes whatever, one function a place where bytes from elsewhere are understood.
/// libFuzzer hands them bytes that it makes up ("./dev fuzz"), and a test hands them the corpus.

/// Ends the program if `isTrue` is not, with `what` was to hold.
void mustHold(bool isTrue, const char* what);

/// An answer of the service: api/page.h, core/messageparser.h, core/spoolformat.h.
void page(std::string_view bytes);
/// The manifest of a spool: core/spoolmanifest.h. As it is, and with each line's checksum made right.
void manifest(std::string_view bytes);
/// A cell of a CSV file: format/spreadsheetguard.h.
void guard(std::string_view bytes);
/// JSON with bad bytes: core/jsonrepair.h.
void repair(std::string_view bytes);

struct Target {
    const char* name; ///< of its function and of its folder in the corpus
    void (*run)(std::string_view bytes);
};
inline constexpr Target kTargets[] = {
    {"page", page}, {"manifest", manifest}, {"guard", guard}, {"repair", repair}};

} // namespace leadway::fuzz
