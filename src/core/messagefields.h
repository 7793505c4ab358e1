#pragma once

#include "core/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadway
{

/// \file
/// Which field of the service's JSON fills which member of a Message, and what gives way to what. For the
/// parser alone; it knows no JSON library. Pure functions.

using TextMember = std::string Message::*;

/// The member for a text at the top level of a message; null for any other key.
TextMember textField(std::string_view key);

/// The member for a text of meta.email, which stands in for a missing one at the top level.
TextMember emailField(std::string_view key);

/// Empties a message but keeps its memory.
void clear(Message& message);

/// Takes from `standIn` what `message` lacks: the addresses and subject of meta.email, the call's facts in
/// the form that only some accounts send, and the URLs of `files`, which follow those of `attachments`.
void fillGaps(Message& message, Message& standIn);

/// Several texts as one, with ", " between them.
std::string joined(const std::vector<std::string>& texts);

/// The URL of an attachment that is an object; without one, the object as it came.
std::string urlOf(std::string_view object);

/// A date as the service writes it; a bare number of 12 to 14 digits is taken as milliseconds since 1970.
std::optional<Msecs> serviceDate(std::string_view text);

} // namespace leadway
