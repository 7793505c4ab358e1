#include "app/tokenstore.h"

#include <optional>
#include <utility>

namespace leadway
{

namespace
{

// What an entry holds: the server on the first line, so that a token goes to no other one, whatever happens
// to the settings.
QByteArray entryFor(const QUrl& server, const Token& token)
{
    QByteArray secret = token.secret();
    const QByteArray entry = server.toEncoded() + '\n' + secret;
    wipe(secret);
    return entry;
}

std::optional<Token> tokenFrom(QByteArray entry, const QUrl& server)
{
    const qsizetype end = entry.indexOf('\n');
    std::optional<Token> token;
    if (end >= 0 && QUrl::fromEncoded(entry.first(end)) == server) {
        token = Token(entry.sliced(end + 1));
    }
    wipe(entry);
    return token;
}

} // namespace

QString keychainKey(const QUuid& account)
{
    return QStringLiteral("Leadway Message Exporter/") + account.toString(QUuid::WithoutBraces);
}

TokenStore::TokenStore(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent)
    , m_keychain(patience)
{
    connect(&m_keychain, &SystemKeychain::waitingForUnlock, this, &TokenStore::waitingForUnlock);
}

TokenStore::~TokenStore() = default;

void TokenStore::read(const Account& account, Read answer)
{
    const QUrl server = account.connection.baseUrl;
    const auto tell = [this](const Read& read, Result<Token> result) {
        QMetaObject::invokeMethod(
            this, [read, result = std::move(result)] { read(result); }, Qt::QueuedConnection);
    };
    if (const auto kept = m_kept.constFind(account.id); kept != m_kept.cend() && kept->server == server) {
        tell(answer, kept->token);
        return;
    }
    if (!account.tokenSaved) {
        tell(answer, Error{ErrorKind::TokenMissing, 0, {}, {}});
        return;
    }
    m_keychain.read(keychainKey(account.id),
                    [answer = std::move(answer), server](const Result<QByteArray>& entry) {
                        if (!entry) {
                            answer(entry.error());
                        } else if (const auto token = tokenFrom(*entry, server)) {
                            answer(*token);
                        } else {
                            answer(Error{ErrorKind::TokenMissing, 0, {}, {}});
                        }
                    });
}

void TokenStore::write(const Account& account, const Token& token, const Done& answer)
{
    const QUrl server = account.connection.baseUrl;
    m_kept.insert(account.id, {server, token});
    const QString key = keychainKey(account.id);
    const auto check = [answer, server, token](const Result<QByteArray>& entry) {
        if (!entry) {
            answer(entry.error());
            return;
        }
        const auto found = tokenFrom(*entry, server);
        const bool isSame = found && found->secret() == token.secret();
        answer(isSame ? Result<void>() : Result<void>(Error{ErrorKind::StoreUnavailable, 0, {}, {}}));
    };
    m_keychain.write(key, entryFor(server, token), [this, answer, key, check](const Result<void>& written) {
        if (!written) {
            answer(written);
            return;
        }
        m_keychain.read(key, check); // some keychains cut what is too long for them and say nothing
    });
}

void TokenStore::remove(const QUuid& account, Done answer)
{
    m_kept.remove(account);
    m_keychain.remove(keychainKey(account), std::move(answer));
}

} // namespace leadway
