#pragma once

#include <string>
#include <string_view>

namespace leadway
{

/// JSON that one bad byte keeps from being read, made readable. The service was seen to send raw control
/// characters inside strings, bytes that are not UTF-8, and a byte-order mark. Pure functions.

/// A copy of the same length in which every offending byte has become a space or '?', so that positions in
/// it are positions in the original. For finding where things stand, never for their text.
std::string sameLengthRepair(std::string_view json);

/// A copy that is valid: bytes that are not UTF-8 become U+FFFD, control characters inside strings become
/// escapes, a byte-order mark goes. Nothing is lost that JSON can say.
std::string textRepair(std::string_view json);

/// `text` with every byte that is not part of valid UTF-8 (surrogates included) replaced by U+FFFD.
std::string validUtf8(std::string_view text);

/// The text of a JSON string, given with its quotes, for those that a strict parser refuses: half a
/// surrogate pair becomes U+FFFD, an escape that JSON does not know stays as it is written.
std::string lenientString(std::string_view literal);

} // namespace leadway
