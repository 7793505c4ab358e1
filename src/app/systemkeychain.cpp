#include "app/systemkeychain.h"

#include <QCoreApplication>
#include <QTimer>
#include <qt6keychain/keychain.h>

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

Result<void> doneOf(const QKeychain::Job& job)
{
    return job.error() == QKeychain::NoError ? Result<void>() : Result<void>(errorOf(job));
}

} // namespace

SystemKeychain::SystemKeychain(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent)
    , m_patience(patience)
{
}

SystemKeychain::~SystemKeychain() = default;

// The job has no parent and deletes itself: the keychain's answer may come after this object is gone.
template<class Job, class Finished>
void SystemKeychain::start(Job* job, const QString& key, Finished finished)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    auto* const watchdog = new QTimer(job);
    watchdog->setSingleShot(true);
    connect(watchdog, &QTimer::timeout, this, &SystemKeychain::waitingForUnlock);
    connect(job, &QKeychain::Job::finished, this,
            [job, watchdog, finished = std::move(finished)](QKeychain::Job*) {
                watchdog->stop();
                finished(*job);
            });
    watchdog->start(m_patience);
    job->start();
}

void SystemKeychain::read(const QString& key, Read answer)
{
    start(new QKeychain::ReadPasswordJob(service()), key,
          [answer = std::move(answer)](const QKeychain::ReadPasswordJob& job) {
              answer(job.error() == QKeychain::NoError ? Result<QByteArray>(job.binaryData())
                                                       : Result<QByteArray>(errorOf(job)));
          });
}

void SystemKeychain::write(const QString& key, const QByteArray& secret, Done answer)
{
    auto* const job = new QKeychain::WritePasswordJob(service());
    job->setBinaryData(secret);
    start(job, key,
          [answer = std::move(answer)](const QKeychain::WritePasswordJob& done) { answer(doneOf(done)); });
}

void SystemKeychain::remove(const QString& key, Done answer)
{
    start(new QKeychain::DeletePasswordJob(service()), key,
          [answer = std::move(answer)](const QKeychain::DeletePasswordJob& job) {
              answer(job.error() == QKeychain::EntryNotFound ? Result<void>() : doneOf(job));
          });
}

} // namespace leadway
