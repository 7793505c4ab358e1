#pragma once

#include <QByteArrayView>

#include <string>
#include <vector>

namespace leadway
{

/// Texts without case and accents, so that "nino" is found in "Niño" and "NIÑO": letters small and bare,
/// everything else as it is. UTF-8 in and out.
std::string folded(QByteArrayView text);

/// A place to fold many texts in, one behind the other, as quickly as memory allows: what it held stays there
/// until it is written over. A value of one thread.
class FoldedText
{
public:
    void clear() { m_size = 0; }
    void append(QByteArrayView text);
    /// Folded already.
    void appendAsIs(QByteArrayView text);
    QByteArrayView view() const { return {m_bytes.data(), static_cast<qsizetype>(m_size)}; }

private:
    char* room(qsizetype bytes);

    std::vector<char> m_bytes;
    std::size_t m_size = 0;
};

} // namespace leadway
