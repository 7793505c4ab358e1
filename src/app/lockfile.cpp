#include "app/lockfile.h"

#include "core/privatefolder.h"

#include <QFile>
#include <QLockFile>

namespace leadway
{

namespace
{

// A program that ended in the middle of taking a lock left one that is not written to its end. It names
// nobody who could let go of it, so QLockFile would wait for ever. If somebody has it after all, it cannot be
// removed.
void removeUnlessWritten(const QString& path)
{
    QFile file(path);
    if (file.open(QFile::ReadOnly) && !file.readAll().endsWith('\n')) {
        file.close();
        QLockFile(path).removeStaleLockFile();
    }
}

} // namespace

bool takeLock(QLockFile& lock)
{
    lock.setStaleLockTime(0);
    removeUnlessWritten(lock.fileName());
    removeUnlessWritten(lock.fileName() + QStringLiteral(".rmlock")); // while QLockFile removes a stale one
    const bool isTaken = lock.tryLock(0);
    if (isTaken) {
        QFile::setPermissions(lock.fileName(), kPrivateFile);
    }
    return isTaken;
}

} // namespace leadway
