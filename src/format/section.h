#pragma once

#include "core/channel.h"
#include "core/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>

namespace leadway
{

/// One conversation in a file that is read like a book, as far as it is known before its messages are
/// written. A value.
struct Section {
    std::int64_t number = 0;  ///< no other of the export has it
    std::string conversation; ///< its id; empty for the messages that have none
    std::string contact;      ///< number, address or handle, from any of its messages that tells
    std::string contactId;    ///< likewise
    Channels channels;        ///< of its messages
    std::int64_t messages = 0;
    std::optional<Msecs> first; ///< nothing where none of them has a date
    std::optional<Msecs> last;
};

} // namespace leadway
