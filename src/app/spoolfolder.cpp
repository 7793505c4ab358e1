#include "app/spoolfolder.h"

#include "app/lockfile.h"
#include "app/unfinished.h"
#include "core/privatefolder.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>

namespace leadway
{

namespace
{

QString lockPath(const QString& folder)
{
    return folder + QStringLiteral("/lock");
}

} // namespace

QString defaultSpoolRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/spools");
}

QString spoolRootFor(const QString& root, const QUuid& account)
{
    return root + QLatin1Char('/') +
           (account.isNull() ? QStringLiteral("unsaved") : account.toString(QUuid::WithoutBraces));
}

void removeSpools(const QString& root)
{
    const QStringList folders = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& folder : folders) {
        (void)discardSpool(root + QLatin1Char('/') + folder); // one in use goes with its program
    }
    QDir().rmdir(root);
}

Result<void> discardSpool(const QString& folder)
{
    const auto adopted = SpoolFolder::adopt(folder); // and dropped at once
    if (!adopted) {
        return adopted.error();
    }
    removePartsOf(folder);
    return {};
}

bool isInUse(const QString& folder)
{
    if (!QFile::exists(lockPath(folder))) {
        return false;
    }
    QLockFile lock(lockPath(folder)); // of nobody, if it can be had, and let go of at once
    return !takeLock(lock) && lock.error() == QLockFile::LockFailedError;
}

SpoolFolder::SpoolFolder(const QString& root)
    : m_path(root + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_lock(lockPath(m_path))
{
    makePrivateFolder(QFileInfo(root).path());
    makePrivateFolder(root);
    QDir().mkdir(m_path, kPrivateFolder);
    takeLock(m_lock);
}

SpoolFolder::SpoolFolder(Existing existing)
    : m_path(std::move(existing.path))
    , m_lock(lockPath(m_path))
{
}

Result<std::unique_ptr<SpoolFolder>> SpoolFolder::adopt(const QString& path)
{
    std::unique_ptr<SpoolFolder> folder(new SpoolFolder(Existing{path}));
    if (takeLock(folder->m_lock)) {
        return folder;
    }
    folder->setKept(true);
    if (folder->m_lock.error() != QLockFile::LockFailedError) {
        return Error{ErrorKind::SpoolNotKept, 0, QDir::toNativeSeparators(path), {}};
    }
    qint64 process = 0;
    QString computer;
    QString program;
    folder->m_lock.getLockInfo(&process, &computer, &program);
    return Error{
        ErrorKind::SpoolInUse, 0, QStringLiteral("%1 (%2), %3").arg(program).arg(process).arg(computer), {}};
}

SpoolFolder::~SpoolFolder()
{
    m_lock.unlock();
    if (m_isKept) {
        return;
    }
    QDir(m_path).removeRecursively();
    QDir().rmdir(QFileInfo(m_path).path()); // which fails as long as another spool is in it
}

} // namespace leadway
