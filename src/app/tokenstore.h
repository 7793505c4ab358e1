#pragma once

#include "app/account.h"
#include "app/systemkeychain.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>

namespace leadway
{

/// Where tokens lie between two starts: the keychain of the operating system, in one entry an account that
/// holds the token together with the server it belongs to. What the keychain does not take is kept in memory
/// until the program closes, and nowhere else. Lives on the thread of the application object, whose event
/// loop brings the answers; owned by main's window or by the command line.
class TokenStore : public QObject
{
    Q_OBJECT

public:
    /// `patience` is how long the keychain may take before waitingForUnlock is told.
    explicit TokenStore(std::chrono::milliseconds patience = std::chrono::seconds(15),
                        QObject* parent = nullptr);
    ~TokenStore() override;
    void setPatience(std::chrono::milliseconds patience) { m_keychain.setPatience(patience); }

    using Read = std::function<void(const Result<Token>&)>;
    using Done = std::function<void(const Result<void>&)>;

    /// The token of an account, to be sent to the server of its connection. Errors: TokenMissing if there is
    /// none, or none for that server; StoreLocked; StoreUnavailable. `answer` is called once, from the event
    /// loop, however long a person takes to unlock the keychain, and not after this object is gone.
    void read(const Account& account, Read answer);

    /// Keeps a token in the keychain, reads it back and compares. Whatever comes of that, it stays in memory
    /// for this session. Errors: StoreLocked, StoreUnavailable.
    void write(const Account& account, const Token& token, const Done& answer);

    /// Forgets it here and in the keychain; an entry that is not there is no error.
    void remove(const QUuid& account, Done answer);

Q_SIGNALS:
    /// The keychain has not answered for a while: most likely it waits to be unlocked. It may still answer.
    void waitingForUnlock();

private:
    struct Kept {
        QUrl server;
        Token token;
    };

    SystemKeychain m_keychain;
    QHash<QUuid, Kept> m_kept; // of this session
};

/// The name of an account's entry in the keychain. It carries the program's name, since some keychains find
/// an entry by this alone.
QString keychainKey(const QUuid& account);

} // namespace leadway
