#include "app/accounts.h"

namespace leadway
{

Accounts::Accounts(Engine& engine, QObject* parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(&m_engine, &Engine::connectionTested, this, &Accounts::tested);
    connect(&m_store, &TokenStore::waitingForUnlock, this, [this] {
        m_isWaiting = true;
        Q_EMIT tokenNoteChanged();
        Q_EMIT waitingForUnlock();
    });
}

Account Accounts::save(Account account, const Token& token)
{
    const std::optional<Account> before = find(account.id);
    if (account.id.isNull()) {
        account.id = QUuid::createUuid();
    }
    const bool isMoved = before && before->connection.baseUrl != account.connection.baseUrl;
    // Not until the keychain has the new one.
    account.tokenSaved = before && before->tokenSaved && !isMoved && token.isEmpty();
    account = m_settings.save(account);
    if (!token.isEmpty() || !before || before->connection != account.connection) {
        m_connected.remove(account.id);
    }
    if (!token.isEmpty()) {
        m_writing.insert(account.id);
        m_store.write(account, token, [this, id = account.id](const Result<void>& result) {
            onTokenWritten(id, static_cast<bool>(result));
        });
    }
    Q_EMIT changed();
    return account;
}

void Accounts::onTokenWritten(const QUuid& id, bool isSaved)
{
    m_isWaiting = false;
    m_writing.remove(id);
    auto account = find(id);
    if (!account) { // removed meanwhile
        return;
    }
    account->tokenSaved = isSaved;
    m_settings.save(*account);
    if (isSaved) {
        m_sessionOnly.remove(id);
    } else {
        m_sessionOnly.insert(id);
    }
    Q_EMIT changed();
    Q_EMIT tokenNoteChanged();
}

void Accounts::remove(const QUuid& id)
{
    m_settings.remove(id);
    m_connected.remove(id);
    m_sessionOnly.remove(id);
    m_writing.remove(id);
    m_store.remove(id, [](const Result<void>&) {}); // nothing is lost if there is no keychain to clear
    m_engine.forget(id);
    Q_EMIT changed();
}

void Accounts::test(const Account& account, const Token& token)
{
    const int number = ++m_test;
    if (!token.isEmpty()) {
        m_engine.testConnection(account.connection, token, account.locationId);
        return;
    }
    m_store.read(account, [this, account, number](const Result<Token>& saved) {
        m_isWaiting = false;
        if (number != m_test) {
            return;
        }
        if (saved) {
            m_engine.testConnection(account.connection, *saved, account.locationId);
        } else {
            Q_EMIT tested(saved.error());
        }
    });
}

void Accounts::cancelTest()
{
    ++m_test;
    m_engine.cancelTest();
}

void Accounts::connectTo(const Account& account, const Answer& answer)
{
    if (m_connected.contains(account.id)) {
        answer({});
        return;
    }
    const Account kept = find(account.id).value_or(account);
    m_store.read(kept, [this, account = kept, answer](const Result<Token>& token) {
        m_isWaiting = false;
        if (!token) {
            answer(token.error());
            return;
        }
        if (!m_connected.contains(account.id)) {
            connectWith(account, *token);
        }
        answer({});
    });
}

void Accounts::connectWith(const Account& account, const Token& token)
{
    m_engine.connectTo(account, token);
    m_connected.insert(account.id);
}

bool Accounts::hasToken(const Account& account) const
{
    return account.tokenSaved || m_sessionOnly.contains(account.id) || m_writing.contains(account.id);
}

void Accounts::goOnWithoutSaving(const QUuid& id)
{
    if (m_writing.remove(id)) {
        m_sessionOnly.insert(id);
        Q_EMIT tokenNoteChanged();
    }
}

Accounts::TokenNote Accounts::tokenNote(const QUuid& id) const
{
    if (m_isWaiting && m_writing.contains(id)) {
        return TokenNote::WaitingForUnlock;
    }
    return m_sessionOnly.contains(id) ? TokenNote::SessionOnly : TokenNote::None;
}

} // namespace leadway
