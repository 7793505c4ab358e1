#include "app/tokenstore.h"

#include <QCoreApplication>
#include <QPointer>
#include <qt6keychain/keychain.h>

#include <optional>
#include <utility>

namespace leadway
{

namespace
{

Error errorOf(const QKeychain::Job& job)
{
    switch (job.error()) {
    // A locked keychain that cannot ask for its password says that there is no such entry.
    case QKeychain::EntryNotFound:
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorKind::StoreLocked, 0, job.errorString(), {}};
    default:
        return {ErrorKind::StoreUnavailable, 0, job.errorString(), {}};
    }
}

QString service()
{
    return QCoreApplication::applicationName();
}

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
    , m_patience(patience)
{
}

TokenStore::~TokenStore() = default;

// The job has no parent and deletes itself: the keychain's answer may come after this object is gone.
template<class Job, class Finished>
void TokenStore::start(Job* job, const QUuid& account, Finished finished)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(keychainKey(account));
    auto* const watchdog = new QTimer(job);
    watchdog->setSingleShot(true);
    connect(watchdog, &QTimer::timeout, this, &TokenStore::waitingForUnlock);
    connect(job, &QKeychain::Job::finished, this,
            [job, watchdog, finished = std::move(finished)](QKeychain::Job*) {
                watchdog->stop();
                finished(*job);
            });
    watchdog->start(m_patience);
    job->start();
}

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
    start(new QKeychain::ReadPasswordJob(service()), account.id,
          [answer = std::move(answer), server](const QKeychain::ReadPasswordJob& job) {
              if (job.error() != QKeychain::NoError) {
                  answer(errorOf(job));
              } else if (const auto token = tokenFrom(job.binaryData(), server)) {
                  answer(*token);
              } else {
                  answer(Error{ErrorKind::TokenMissing, 0, {}, {}});
              }
          });
}

void TokenStore::write(const Account& account, const Token& token, Done answer)
{
    const QUrl server = account.connection.baseUrl;
    m_kept.insert(account.id, {server, token});
    auto* const job = new QKeychain::WritePasswordJob(service());
    job->setBinaryData(entryFor(server, token));
    start(job, account.id,
          [this, answer = std::move(answer), id = account.id, server,
           token](const QKeychain::WritePasswordJob& written) {
              if (written.error() != QKeychain::NoError) {
                  answer(errorOf(written));
                  return;
              }
              // Some keychains cut what is too long for them and say nothing.
              start(new QKeychain::ReadPasswordJob(service()), id,
                    [answer, server, token](const QKeychain::ReadPasswordJob& read) {
                        const auto found = tokenFrom(read.binaryData(), server);
                        if (read.error() != QKeychain::NoError) {
                            answer(errorOf(read));
                        } else if (!found || found->secret() != token.secret()) {
                            answer(Error{ErrorKind::StoreUnavailable, 0, {}, {}});
                        } else {
                            answer(Result<void>());
                        }
                    });
          });
}

void TokenStore::remove(const QUuid& account, Done answer)
{
    m_kept.remove(account);
    start(new QKeychain::DeletePasswordJob(service()), account,
          [answer = std::move(answer)](const QKeychain::DeletePasswordJob& job) {
              const bool isGone =
                  job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
              answer(isGone ? Result<void>() : Result<void>(errorOf(job)));
          });
}

} // namespace leadway
