#include "app/textsignature.h"

namespace leadway
{

TextSignature TextSignature::of(QByteArrayView text)
{
    constexpr qsizetype run = 3;
    constexpr quint32 golden = 0x9e3779b1; // spreads neighbouring numbers over the top bits
    TextSignature signature;
    quint32 last = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        last = (last << 8 | static_cast<unsigned char>(text[i])) & 0xffffff;
        if (i + 1 >= run) {
            const quint32 bit = (last * golden) >> 24;
            signature.m_bits[bit / 64] |= quint64(1) << (bit % 64);
        }
    }
    return signature;
}

TextSignature TextSignature::ofAnything()
{
    TextSignature signature;
    signature.m_bits.fill(~quint64(0));
    return signature;
}

} // namespace leadway
