#include "app/log.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

namespace leadway
{

namespace
{

constexpr auto kOwnerAlone = QFile::ReadOwner | QFile::WriteOwner;
constexpr qsizetype kLongestLine = 2000;

QStringList linesOf(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                      : QStringList();
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
    if (QDir().mkpath(folder)) {
        QFile::setPermissions(folder, kOwnerAlone | QFile::ExeOwner);
    }
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
    // Opened for each line, since another program may have put the file aside meanwhile; and written in one
    // go, so that the lines of two programs do not mix.
    QFile file(m_path);
    if (file.open(QFile::WriteOnly | QFile::Append | QFile::Unbuffered, kOwnerAlone)) {
        file.write(bytes);
    }
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
    QFile::remove(m_earlierPath);
    return QFile::rename(m_path, m_earlierPath);
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
