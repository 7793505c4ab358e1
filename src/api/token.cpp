#include "api/token.h"

#include <algorithm>

namespace leadway
{

Token::Token(const QByteArray& text)
    : m_bytes(text.trimmed())
{
}

Token::~Token()
{
    wipe(m_bytes);
}

bool Token::isWellFormed() const
{
    return !m_bytes.isEmpty() &&
           std::all_of(m_bytes.begin(), m_bytes.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

QByteArray Token::authorization() const
{
    return QByteArrayLiteral("Bearer ") + m_bytes;
}

QString Token::blankedOut(QString text) const
{
    if (m_bytes.isEmpty()) {
        return text;
    }
    // Without regard to case, since a host name comes in small letters.
    for (const QByteArray& secret : {authorization(), m_bytes}) {
        text.replace(QString::fromUtf8(secret), QStringLiteral("…"), Qt::CaseInsensitive);
    }
    return text;
}

void wipe(QByteArray& secret)
{
    if (secret.isDetached()) {
        // Through volatile, so that the compiler does not drop writes to memory that is about to go.
        volatile char* const bytes = secret.data();
        for (qsizetype i = 0; i < secret.size(); ++i) {
            bytes[i] = '\0';
        }
    }
    secret.clear();
}

} // namespace leadway
