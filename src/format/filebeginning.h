#pragma once

#include "core/message.h"
#include "format/formatoptions.h"

#include <span>
#include <string>

namespace leadway
{

/// The first lines of the CSV file that these options make of messages that begin with these, without the
/// byte-order mark, which cannot be seen, and with LF between them. Written by the very writer of the file.
/// A pure function of its arguments and of the installed translators.
std::string fileBeginning(const FormatOptions& options, std::span<const Message> messages, int lines);

} // namespace leadway
