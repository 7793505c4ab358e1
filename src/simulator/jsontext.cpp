#include "simulator/jsontext.h"

#include <array>

namespace leadway::simulator
{

namespace
{

void append(QByteArray& out, std::string_view text)
{
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

void appendUnit(QByteArray& out, unsigned unit)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const std::array<char, 6> escape = {'\\',
                                        'u',
                                        digits[(unit >> 12) & 0xf],
                                        digits[(unit >> 8) & 0xf],
                                        digits[(unit >> 4) & 0xf],
                                        digits[unit & 0xf]};
    append(out, {escape.data(), escape.size()});
}

std::string_view shortEscape(char character)
{
    switch (character) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '/':
        return "\\/";
    default:
        return {};
    }
}

// The code point of the character of two to four bytes at `at`, which moves past it.
unsigned decode(std::string_view text, std::size_t& at)
{
    const auto byte = [&text](std::size_t position) {
        return static_cast<unsigned>(static_cast<unsigned char>(text[position]));
    };
    const unsigned lead = byte(at);
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    unsigned point = lead & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        point = (point << 6) | (byte(at + i) & 0x3f);
    }
    at += length;
    return point;
}

// Days since 1970-01-01 to a proleptic Gregorian date, counted in eras of 400 years that begin in March.
void civil(qint64 days, qint64& year, qint64& month, qint64& day)
{
    const qint64 shifted = days + 719468;
    const qint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const qint64 dayOfEra = shifted - era * 146097;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 monthFromMarch = (5 * dayOfYear + 2) / 153;
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
}

void appendNumber(std::string& out, qint64 number, int width)
{
    std::array<char, 8> digits{};
    for (int i = width - 1; i >= 0; --i) {
        digits[static_cast<std::size_t>(i)] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
    out.append(digits.data(), static_cast<std::size_t>(width));
}

} // namespace

void appendJsonString(QByteArray& out, std::string_view text, JsonStyle style)
{
    out.append('"');
    std::size_t plainFrom = 0;
    std::size_t at = 0;
    const auto flush = [&] { append(out, text.substr(plainFrom, at - plainFrom)); };
    while (at < text.size()) {
        const char character = text[at];
        const auto byte = static_cast<unsigned char>(character);
        const bool special = byte < 0x20 || character == '"' || character == '\\' ||
                             (style.escaped && (byte >= 0x80 || character == '/'));
        if (!special) {
            ++at;
            continue;
        }
        flush();
        if (byte >= 0x80) {
            const unsigned point = decode(text, at);
            if (point >= 0x10000) {
                appendUnit(out, 0xd800 + ((point - 0x10000) >> 10));
                appendUnit(out, 0xdc00 + ((point - 0x10000) & 0x3ff));
            } else {
                appendUnit(out, point);
            }
        } else {
            const std::string_view escape = shortEscape(character);
            if (escape.empty()) {
                appendUnit(out, byte);
            } else {
                append(out, escape);
            }
            ++at;
        }
        plainFrom = at;
    }
    flush();
    out.append('"');
}

void appendIso(std::string& out, qint64 msecs)
{
    constexpr qint64 dayLength = 86'400'000;
    qint64 days = msecs / dayLength;
    qint64 rest = msecs % dayLength;
    if (rest < 0) {
        rest += dayLength;
        --days;
    }
    qint64 year = 0;
    qint64 month = 0;
    qint64 day = 0;
    civil(days, year, month, day);
    appendNumber(out, year, 4);
    out += '-';
    appendNumber(out, month, 2);
    out += '-';
    appendNumber(out, day, 2);
    out += 'T';
    appendNumber(out, rest / 3'600'000, 2);
    out += ':';
    appendNumber(out, rest / 60'000 % 60, 2);
    out += ':';
    appendNumber(out, rest / 1000 % 60, 2);
    out += '.';
    appendNumber(out, rest % 1000, 3);
    out += 'Z';
}

std::string isoText(qint64 msecs)
{
    std::string out;
    appendIso(out, msecs);
    return out;
}

void JsonWriter::key(std::string_view name)
{
    if (!m_first) {
        m_out.append(',');
    }
    m_first = false;
    if (m_style.pretty) {
        plain("\n  ");
    }
    m_out.append('"');
    plain(name);
    plain(m_style.pretty ? "\": " : "\":");
}

void JsonWriter::open()
{
    m_out.append('{');
    m_first = true;
}

void JsonWriter::open(std::string_view name)
{
    key(name);
    open();
}

void JsonWriter::close()
{
    if (m_style.pretty) {
        plain("\r\n");
    }
    m_out.append('}');
    m_first = false;
}

void JsonWriter::text(std::string_view name, std::string_view value)
{
    key(name);
    appendJsonString(m_out, value, m_style);
}

void JsonWriter::textIfAny(std::string_view name, std::string_view value)
{
    if (!value.empty()) {
        text(name, value);
    }
}

void JsonWriter::texts(std::string_view name, std::span<const std::string> values)
{
    key(name);
    m_out.append('[');
    bool first = true;
    for (const std::string& value : values) {
        if (!first) {
            m_out.append(',');
        }
        first = false;
        appendJsonString(m_out, value, m_style);
    }
    m_out.append(']');
}

void JsonWriter::raw(std::string_view name, std::string_view token)
{
    key(name);
    plain(token);
}

void JsonWriter::rawIfAny(std::string_view name, std::string_view token)
{
    if (!token.empty()) {
        raw(name, token);
    }
}

} // namespace leadway::simulator
