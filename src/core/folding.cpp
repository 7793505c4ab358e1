#include "core/folding.h"

#include <QChar>
#include <QList>
#include <QString>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace leadway
{

namespace
{

constexpr char32_t kTableEnd = 0x2000; // beyond, letters have no accents of their own
constexpr quint64 kEveryByte = 0x0101010101010101;
constexpr quint64 kHighBits = kEveryByte << 7;

// 0: nothing remains, as of an accent on its own.
char32_t computeFolded(char32_t code)
{
    char32_t base = code;
    while (QChar::decompositionTag(base) == QChar::Canonical) {
        const QString parts = QChar::decomposition(base);
        const char32_t first = parts.toUcs4().value(0);
        if (first == base) {
            break;
        }
        base = first;
    }
    return QChar::category(base) == QChar::Mark_NonSpacing ? 0 : QChar::toCaseFolded(base);
}

const std::array<char16_t, kTableEnd>& table()
{
    static const std::array<char16_t, kTableEnd> table = [] {
        std::array<char16_t, kTableEnd> made{};
        for (char32_t code = 0; code < kTableEnd; ++code) {
            made.at(code) = static_cast<char16_t>(computeFolded(code));
        }
        return made;
    }();
    return table;
}

char32_t foldedCode(char32_t code)
{
    return code < kTableEnd ? table()[code] : QChar::toCaseFolded(code);
}

// Small letters for capitals in each of eight bytes that are ASCII; the others stay.
quint64 smallLetters(quint64 bytes)
{
    const quint64 low = bytes & ~kHighBits;
    const quint64 fromA = low + (0x80 - 'A') * kEveryByte;
    const quint64 beyondZ = low + (0x7f - 'Z') * kEveryByte;
    const quint64 capitals = (fromA ^ beyondZ) & ~bytes & kHighBits;
    return bytes | capitals >> 2;
}

char small(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// What begins at a byte of 0x80 or more, and how long it is. The texts are QString's own UTF-8, but a cut one
// must not lead beyond its end.
char32_t codeAt(const char* text, const char* end, int& length)
{
    const auto lead = static_cast<unsigned char>(*text);
    const int wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    length = static_cast<int>(std::min<std::ptrdiff_t>(wanted, end - text));
    char32_t code = lead & (0xffU >> (wanted + 1));
    for (int i = 1; i < length; ++i) {
        code = code << 6 | (static_cast<unsigned char>(text[i]) & 0x3fU);
    }
    return code;
}

char* write(char* out, char32_t code)
{
    const auto byte = [&out](char32_t value) { *out++ = static_cast<char>(value); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xc0 | code >> 6);
        byte(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        byte(0xe0 | code >> 12);
        byte(0x80 | (code >> 6 & 0x3f));
        byte(0x80 | (code & 0x3f));
    } else {
        byte(0xf0 | code >> 18);
        byte(0x80 | (code >> 12 & 0x3f));
        byte(0x80 | (code >> 6 & 0x3f));
        byte(0x80 | (code & 0x3f));
    }
    return out;
}

// Never more than twice as long.
char* fold(char* out, const char* text, const char* end)
{
    constexpr std::ptrdiff_t step = sizeof(quint64);
    while (text != end) {
        if (end - text >= step) {
            const auto bytes = qFromLittleEndian<quint64>(text);
            qToLittleEndian(smallLetters(bytes), out);
            const int ascii = std::countr_zero(bytes & kHighBits) / 8;
            text += ascii;
            out += ascii;
            if (ascii == step) {
                continue;
            }
        } else if (static_cast<unsigned char>(*text) < 0x80) {
            *out++ = small(*text++);
            continue;
        }
        int length = 0;
        if (const char32_t code = foldedCode(codeAt(text, end, length)); code != 0) {
            out = write(out, code);
        }
        text += length;
    }
    return out;
}

} // namespace

std::string folded(QByteArrayView text)
{
    FoldedText folded;
    folded.append(text);
    return {folded.view().data(), static_cast<std::size_t>(folded.view().size())};
}

char* FoldedText::room(qsizetype bytes)
{
    const std::size_t needed = m_size + static_cast<std::size_t>(bytes) + sizeof(quint64);
    if (m_bytes.size() < needed) {
        m_bytes.resize(needed);
    }
    return m_bytes.data() + m_size;
}

void FoldedText::append(QByteArrayView text)
{
    const char* const end = fold(room(2 * text.size()), text.data(), text.data() + text.size());
    m_size = static_cast<std::size_t>(end - m_bytes.data());
}

void FoldedText::appendAsIs(QByteArrayView text)
{
    std::copy(text.begin(), text.end(), room(text.size()));
    m_size += static_cast<std::size_t>(text.size());
}

} // namespace leadway
