#include "gui/singleinstance.h"

#include "app/lockfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace leadway
{

namespace
{

constexpr char kHeard[] = "ok\n";
constexpr qint64 kLongestRequest = 4096;

// What tells one screen from another where a user may sit before several.
QByteArray screenInUse()
{
#ifdef Q_OS_WIN
    DWORD session = 0;
    ProcessIdToSessionId(GetCurrentProcessId(), &session);
    return QByteArray::number(static_cast<qulonglong>(session));
#else
    return qgetenv("WAYLAND_DISPLAY") + ' ' + qgetenv("DISPLAY");
#endif
}

// Lets the other program take the foreground from this one, which a person has just started.
void letComeToFront(const QLockFile& lock)
{
#ifdef Q_OS_WIN
    qint64 process = 0;
    if (lock.getLockInfo(&process, nullptr, nullptr)) {
        AllowSetForegroundWindow(static_cast<DWORD>(process));
    }
#else
    Q_UNUSED(lock)
#endif
}

} // namespace

MeetingPlace usualMeetingPlace()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    constexpr qsizetype enough = 12;
    const QByteArray hash =
        QCryptographicHash::hash(data.toUtf8() + '\n' + screenInUse(), QCryptographicHash::Sha256)
            .toHex()
            .first(enough);
    const QString name = QStringLiteral("leadway-exporter-") + QLatin1String(hash);
    // On a disk a lock costs the start some milliseconds; in this folder, which is in memory, nothing.
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString folder = !runtime.isEmpty() && QDir(runtime).exists() ? runtime : data;
#ifdef Q_OS_WIN
    return {folder + QLatin1Char('/') + name + QStringLiteral(".lock"), name};
#else
    return {folder + QLatin1Char('/') + name + QStringLiteral(".lock"), folder + QLatin1Char('/') + name};
#endif
}

SingleInstance::SingleInstance(MeetingPlace place)
    : m_place(std::move(place))
    , m_lock(m_place.lock)
{
    m_lock.setStaleLockTime(0);
}

SingleInstance::~SingleInstance()
{
    end();
}

SingleInstance::Role SingleInstance::begin(const QByteArray& request, std::chrono::milliseconds patience)
{
    QDir().mkpath(QFileInfo(m_place.lock).path());
    constexpr unsigned long pause = 20; // milliseconds
    for (const QDeadlineTimer deadline(patience);;) {
        if (m_lock.tryLock(0)) {
            listen();
            return Role::First;
        }
        if (m_lock.error() != QLockFile::LockFailedError) {
            return Role::First; // no place to meet: as if alone
        }
        if (tell(request, deadline)) {
            return Role::Second;
        }
        if (deadline.hasExpired()) {
            break;
        }
        QThread::msleep(pause); // it may be about to listen, or about to end
    }
    // A program that was killed in the middle of taking the lock is found out only now: one that is alive
    // would have written it to its end long ago.
    if (takeLock(m_lock)) {
        listen();
        return Role::First;
    }
    return Role::Unanswered;
}

bool SingleInstance::tell(const QByteArray& request, const QDeadlineTimer& deadline)
{
    const auto left = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    letComeToFront(m_lock);
    QLocalSocket socket;
    socket.connectToServer(m_place.socket);
    if (!socket.waitForConnected(left())) {
        return false;
    }
    socket.write(request + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(left())) {
            return false;
        }
    }
    return socket.readLine() == kHeard;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_place.socket); // of a program that was killed, since the lock is ours
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::onConnected);
    if (!m_server->listen(m_place.socket)) {
        end(); // or the next start would wait in vain
    }
}

void SingleInstance::end()
{
    m_server.reset();
    m_lock.unlock();
}

void SingleInstance::onConnected()
{
    while (QLocalSocket* const socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (socket->canReadLine()) {
                Q_EMIT asked(socket->readLine().chopped(1));
                socket->write(kHeard);
                socket->disconnectFromServer(); // once that is written
            } else if (socket->bytesAvailable() > kLongestRequest) {
                socket->abort();
            }
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read(); // what came with the connection
    }
}

} // namespace leadway
