#pragma once

#include "core/message.h"

#include <string>

namespace leadway
{

/// \file
/// What a person reads of a message's text: in a table, in a file, in a search. Pure functions.

/// Whether it is an e-mail that came as HTML, with markup in it. No other channel's text is ever taken for
/// it.
bool isHtmlMail(const Message& message);

/// Appends the text, of an HTML e-mail what one reads of it. True if characters that no text may hold had to
/// be replaced.
bool appendReadableBody(std::string& out, const Message& message);

} // namespace leadway
