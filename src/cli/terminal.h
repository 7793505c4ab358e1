#pragma once

#include <QString>

#include <cstdio>
#include <optional>

namespace leadway
{

/// \file
/// The streams of a program, where they lead to a terminal and where to something else.

struct Terminal {
    std::optional<int> columns; ///< letters in a line, where it tells
};

/// The terminal that a stream leads to; nothing if it leads elsewhere.
std::optional<Terminal> terminalOf(std::FILE* stream);

/// Writes at once: UTF-8, and to a console of Windows the letters themselves, whatever its code page. (A
/// stream of Windows' C library gives a console byte after byte, which it then takes for letters.)
void writeText(std::FILE* stream, const QString& text);

} // namespace leadway
