#include "app/log.h"

#include "core/privatefolder.h"
#include "core/systempath.h"
#include "format/neighbour.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>
#include <QThread>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace leadway
{

namespace
{

constexpr qsizetype kLongestLine = 2000;
constexpr std::chrono::milliseconds kTurn(100); // longer than another program keeps a file for a line

QStringList linesOf(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                      : QStringList();
}

// Whether it can be done before another program would long be done with the file.
template<typename Step>
bool isDoneInTurn(const Step& step)
{
    const QDeadlineTimer end(kTurn);
    while (!step()) {
        if (end.hasExpired()) {
            return false;
        }
        QThread::yieldCurrentThread();
    }
    return true;
}

// Opened for each line, since another program may have put the file aside meanwhile; and written in one go,
// so that the lines of two programs do not mix.
void append(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::Append | QFile::Unbuffered, kPrivateFile)) {
        return;
    }
#ifdef Q_OS_WIN
    // There Qt finds the end first and writes then, which another program may do between the two. Windows
    // does both at once for who may only append, but Wine does not; so they take turns, by a byte behind all
    // bytes.
    const HANDLE end = CreateFileW(systemPath(path).c_str(), FILE_APPEND_DATA | FILE_READ_DATA,
                                   FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                   OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (end != INVALID_HANDLE_VALUE) {
        OVERLAPPED turn{};
        turn.OffsetHigh = MAXLONG;
        constexpr DWORD alone = LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY;
        isDoneInTurn([&] { return LockFileEx(end, alone, 0, 1, 0, &turn) != FALSE; }); // or out of turn
        DWORD written = 0;
        WriteFile(end, bytes.constData(), static_cast<DWORD>(bytes.size()), &written, nullptr);
        UnlockFileEx(end, 0, 1, 0, &turn);
        CloseHandle(end);
    }
#else
    file.write(bytes);
#endif
}

} // namespace

QString defaultLogFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/logs");
}

Log::Log(QString folder, QString program, qint64 mostBytes)
    : m_path(folder + QStringLiteral("/log.txt"))
    , m_earlierPath(folder + QStringLiteral("/log.1.txt"))
    , m_program(std::move(program))
    , m_mostBytes(mostBytes / 2)
{
    makePrivateFolder(folder);
}

void Log::write(const QString& event)
{
    const QString when = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const QString line = QStringLiteral("%1 %2 %3 %4")
                             .arg(when, m_program, QString::number(QCoreApplication::applicationPid()), event)
                             .simplified()
                             .left(kLongestLine);
    const QByteArray bytes = line.toUtf8() + '\n';
    if (!makeRoom(bytes.size())) {
        return;
    }
    append(m_path, bytes);
}

// False if the file is full and cannot be put aside.
bool Log::makeRoom(qint64 bytes) const
{
    const auto hasRoom = [this, bytes] { return QFileInfo(m_path).size() + bytes <= m_mostBytes; };
    if (hasRoom()) {
        return true;
    }
    constexpr std::chrono::milliseconds patience(200);
    QLockFile lock(m_path + QStringLiteral(".lock"));
    if (!lock.tryLock(static_cast<int>(patience.count()))) {
        return false;
    }
    if (hasRoom()) { // another program was quicker
        return true;
    }
    // On Windows nobody can put aside what another program is writing to, which takes that a moment.
    return isDoneInTurn([this] { return static_cast<bool>(moveInPlace(m_path, m_earlierPath)); });
}

QStringList Log::tail(int count) const
{
    QStringList lines = linesOf(m_path);
    if (lines.size() < count) {
        lines = linesOf(m_earlierPath) + lines;
    }
    return lines.mid(std::max<qsizetype>(0, lines.size() - count));
}

} // namespace leadway
