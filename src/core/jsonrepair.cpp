#include "core/jsonrepair.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace leadway
{

namespace
{

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kReplacement = "\xef\xbf\xbd";

unsigned char byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

// The length of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7), or 0.
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const unsigned char lead = byteAt(text, at);
    if (lead < 0x80) {
        return 1;
    }
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xbf;
    if (lead >= 0xc2 && lead <= 0xdf) {
        length = 2;
    } else if (lead >= 0xe0 && lead <= 0xef) {
        length = 3;
        low = lead == 0xe0 ? 0xa0 : low;
        high = lead == 0xed ? 0x9f : high;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
        length = 4;
        low = lead == 0xf0 ? 0x90 : low;
        high = lead == 0xf4 ? 0x8f : high;
    }
    if (length == 0 || at + length > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned char next = byteAt(text, at + i);
        if (next < (i == 1 ? low : 0x80) || next > (i == 1 ? high : 0xbf)) {
            return 0;
        }
    }
    return length;
}

// Follows whether a position is inside a string.
class StringTracker
{
public:
    bool inString() const { return m_inString; }
    void step(char c)
    {
        if (m_escaped) {
            m_escaped = false;
        } else if (m_inString && c == '\\') {
            m_escaped = true;
        } else if (c == '"') {
            m_inString = !m_inString;
        }
    }

private:
    bool m_inString = false;
    bool m_escaped = false;
};

void appendControlEscape(std::string& out, char c)
{
    constexpr std::array<char, 17> digits = {"0123456789abcdef"};
    const auto value = static_cast<unsigned char>(c);
    out += "\\u00";
    out += digits.at(value >> 4);
    out += digits.at(value & 0xf);
}

// The value of four hexadecimal digits at `at`.
std::optional<char32_t> codeUnitAt(std::string_view text, std::size_t at)
{
    unsigned value = 0;
    if (at + 4 > text.size()) {
        return std::nullopt;
    }
    const char* const begin = text.data() + at;
    const auto [stopped, error] = std::from_chars(begin, begin + 4, value, 16);
    return error == std::errc() && stopped == begin + 4 ? std::optional<char32_t>(value) : std::nullopt;
}

void appendUtf8(std::string& out, char32_t c)
{
    const auto continuation = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3f)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xc0 | c >> 6);
        out += continuation(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xe0 | c >> 12);
        out += continuation(6);
        out += continuation(0);
    } else {
        out += static_cast<char>(0xf0 | c >> 18);
        out += continuation(12);
        out += continuation(6);
        out += continuation(0);
    }
}

constexpr std::string_view kEscapeNames = "\"\\/bfnrt";

// The length of the escape at `at` (a backslash), or 0 if JSON does not know it.
std::size_t escapeLength(std::string_view text, std::size_t at)
{
    const char name = at + 1 < text.size() ? text[at + 1] : '\0';
    if (kEscapeNames.find(name) != std::string_view::npos) {
        return 2;
    }
    return name == 'u' && codeUnitAt(text, at + 2) ? 6 : 0;
}

// Appends what the escape at `at` (a backslash) stands for; answers its length.
std::size_t appendEscape(std::string& out, std::string_view text, std::size_t at)
{
    constexpr std::string_view values = "\"\\/\b\f\n\r\t";
    const char name = at + 1 < text.size() ? text[at + 1] : '\0';
    if (const auto known = kEscapeNames.find(name); known != std::string_view::npos) {
        out += values[known];
        return 2;
    }
    const auto unit = name == 'u' ? codeUnitAt(text, at + 2) : std::nullopt;
    if (!unit) {
        out += text[at];
        return 1;
    }
    const auto isBetween = [](char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; };
    if (!isBetween(*unit, 0xd800, 0xdfff)) {
        appendUtf8(out, *unit);
        return 6;
    }
    const bool isPair = isBetween(*unit, 0xd800, 0xdbff) && text.substr(at + 6).starts_with("\\u");
    const auto low = isPair ? codeUnitAt(text, at + 8) : std::nullopt;
    if (low && isBetween(*low, 0xdc00, 0xdfff)) {
        appendUtf8(out, 0x10000 + ((*unit - 0xd800) << 10) + (*low - 0xdc00));
        return 12;
    }
    out += kReplacement;
    return 6;
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20;
}

bool isJsonSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

std::string sameLengthRepair(std::string_view json)
{
    std::string out(json);
    StringTracker tracker;
    std::size_t at = 0;
    if (json.starts_with(kByteOrderMark)) {
        out.replace(0, kByteOrderMark.size(), kByteOrderMark.size(), ' ');
        at = kByteOrderMark.size();
    }
    while (at < json.size()) {
        const std::size_t length = sequenceLength(json, at);
        if (length == 0) {
            out[at] = '?';
        } else if (isControl(json[at]) && (tracker.inString() || !isJsonSpace(json[at]))) {
            out[at] = ' ';
        }
        tracker.step(length > 1 ? ' ' : out[at]);
        at += length == 0 ? 1 : length;
    }
    return out;
}

std::string textRepair(std::string_view json)
{
    std::string out;
    out.reserve(json.size() + 64);
    bool inString = false;
    std::size_t at = json.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    while (at < json.size()) {
        const char c = json[at];
        std::size_t length = sequenceLength(json, at);
        if (length == 0) {
            out += kReplacement;
            length = 1;
        } else if (isControl(c) && inString) {
            appendControlEscape(out, c);
        } else if (isControl(c) && !isJsonSpace(c)) {
            out += ' ';
        } else if (c == '\\' && inString) {
            length = escapeLength(json, at);
            // A backslash that escapes nothing is meant as itself.
            out.append(length == 0 ? std::string_view("\\\\") : json.substr(at, length));
            length = std::max<std::size_t>(length, 1);
        } else {
            inString = (c == '"') != inString;
            out.append(json.substr(at, length));
        }
        at += length;
    }
    return out;
}

std::string validUtf8(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequenceLength(text, at);
        if (length == 0) {
            out += kReplacement;
            ++at;
        } else {
            out.append(text.substr(at, length));
            at += length;
        }
    }
    return out;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') {
        text.remove_suffix(1);
    }
    return text;
}

std::string lenientString(std::string_view literal)
{
    if (literal.starts_with('"')) {
        literal.remove_prefix(1);
    }
    std::string out;
    out.reserve(literal.size());
    std::size_t at = 0;
    while (at < literal.size() && literal[at] != '"') {
        if (literal[at] == '\\') {
            at += appendEscape(out, literal, at);
        } else {
            out += literal[at++];
        }
    }
    return out;
}

} // namespace leadway
