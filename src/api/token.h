#pragma once

#include <QByteArray>
#include <QString>

namespace leadway
{

/// The key to an account. It can be handed on, but not printed; its bytes are
/// overwritten when the last holder lets go. White space and line ends around it, which copying brings
/// along, are dropped.
class Token
{
public:
    Token() = default;
    explicit Token(const QByteArray& text);
    Token(const Token&) = default;
    Token(Token&&) noexcept = default;
    Token& operator=(const Token&) = default;
    Token& operator=(Token&&) noexcept = default;
    ~Token();

    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// False for what cannot stand in a header: a control character, a space, or a byte beyond ASCII.
    bool isWellFormed() const;
    /// "Bearer …"; for the request's header and nothing else.
    QByteArray authorization() const;
    /// The bare token; for the keychain and nothing else. Wipe the copy.
    QByteArray secret() const { return m_bytes; }
    /// `text` with the token blanked out, should the service repeat it in a complaint.
    QString blankedOut(QString text) const;

private:
    QByteArray m_bytes;
};

/// Overwrites the bytes, unless somebody else still shares them, and empties the array.
void wipe(QByteArray& secret);

} // namespace leadway
