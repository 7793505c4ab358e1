#pragma once

#include "app/engine.h"
#include "app/settings.h"
#include "app/tokenstore.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace leadway
{

/// What a person does with accounts: keeps them, tries them out and opens them. Brings the settings, the
/// token store and the engine together, so that a token goes from the one to the other and nowhere else.
/// Owned by the window; lives on its thread.
class Accounts : public QObject
{
    Q_OBJECT

public:
    /// What is to be said about an account's token.
    enum class TokenNote {
        None,
        WaitingForUnlock, ///< the keychain has not answered yet
        SessionOnly,      ///< it goes when the program closes
    };

    /// The engine must outlive this.
    explicit Accounts(Engine& engine, QObject* parent = nullptr);

    /// How long the keychain may take before waitingForUnlock is told: 15 s unless it is set.
    void setPatience(std::chrono::milliseconds patience) { m_store.setPatience(patience); }

    /// By name.
    QList<Account> all() const { return m_settings.accounts(); }
    std::optional<Account> find(const QUuid& id) const { return m_settings.account(id); }

    /// Keeps an account, a new one under a new id, and its token unless that is empty. Returns it as kept:
    /// its name may have changed to be the only one.
    Account save(Account account, const Token& token);
    /// Forgets it: its settings, its token and its spools.
    void remove(const QUuid& id);

    /// Tries it out, with the saved token if none is given. The outcome comes by `tested`.
    void test(const Account& account, const Token& token);
    void cancelTest();

    using Answer = std::function<void(const Result<void>&)>;
    /// Makes the engine ready for an account, with its saved token. `answer` is called once: at once if it is
    /// ready, else when the keychain has answered, which may be after tokenNoteChanged told of waiting.
    void connectTo(const Account& account, const Answer& answer);
    /// The same for an account that is not kept, such as the sample data.
    void connectWith(const Account& account, const Token& token);

    TokenNote tokenNote(const QUuid& id) const;
    /// Waits no longer for the keychain to take a token: it is good for this session, unless the keychain
    /// takes it after all.
    void goOnWithoutSaving(const QUuid& id);
    /// Whether a token is at hand, in the keychain or for this session.
    bool hasToken(const Account& account) const;

Q_SIGNALS:
    void changed();
    void tokenNoteChanged();
    /// Nothing, or why the account cannot be used.
    void tested(const std::optional<leadway::Error>& error);
    /// The keychain keeps connectTo() or test() waiting.
    void waitingForUnlock();

private:
    void onTokenWritten(const QUuid& id, bool isSaved);

    Engine& m_engine;
    Settings m_settings;
    TokenStore m_store;
    QSet<QUuid> m_connected;
    QSet<QUuid> m_sessionOnly;
    QSet<QUuid> m_writing;
    int m_test = 0; // the number of the test begun last
    bool m_isWaiting = false;
};

} // namespace leadway
