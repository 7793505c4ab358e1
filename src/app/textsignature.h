#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <array>
#include <cstddef>

namespace leadway
{

/// Which runs of three bytes a text has, boiled down to 256 bits (a Bloom filter): tells of most texts that a
/// word is not in them, for a look at 32 bytes instead of the text. It never says so of a text that has the
/// word. For folded texts of a table's line; of longer ones, and for words under three bytes, it tells
/// nothing. A value.
class TextSignature
{
public:
    /// Of an empty text.
    TextSignature() = default;
    static TextSignature of(QByteArrayView text);
    /// Of a text that is not known here, which may hold anything.
    static TextSignature ofAnything();

    bool mayHold(const TextSignature& word) const
    {
        quint64 missing = 0;
        for (std::size_t i = 0; i < m_bits.size(); ++i) {
            missing |= word.m_bits[i] & ~m_bits[i];
        }
        return missing == 0;
    }

private:
    std::array<quint64, 4> m_bits = {};
};

} // namespace leadway
