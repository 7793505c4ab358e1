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

/// Without the spaces and line breaks behind its end.
std::string_view trimmed(std::string_view text);

/// Reads `raw` by read(text) as it is or, failing that, by its textRepair(); `mended` tells which. The text
/// that is read has `padding` readable bytes behind it, as `raw` must have.
template<class Read>
bool readMended(std::string_view raw, std::size_t padding, bool& mended, Read read)
{
    mended = !read(raw);
    if (!mended) {
        return true;
    }
    std::string text = textRepair(raw);
    const std::size_t length = text.size();
    text.append(padding, ' ');
    return read(std::string_view(text).substr(0, length));
}

/// The text of a JSON string, given with its quotes, for those that a strict parser refuses: half a
/// surrogate pair becomes U+FFFD, an escape that JSON does not know stays as it is written.
std::string lenientString(std::string_view literal);

} // namespace leadway
