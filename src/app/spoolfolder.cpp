#include "app/spoolfolder.h"

#include <QDateTime>
#include <QDir>
#include <QStandardPaths>
#include <QUuid>

namespace leadway
{

QString defaultSpoolRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/spools");
}

QString spoolRootFor(const QString& root, const QUuid& account)
{
    return root + QLatin1Char('/') +
           (account.isNull() ? QStringLiteral("unsaved") : account.toString(QUuid::WithoutBraces));
}

void removeStaleSpools(const QString& root)
{
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    const QFileInfoList folders = QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo& folder : folders) {
        const QFileInfo manifest(folder.filePath() + QStringLiteral("/manifest.jsonl"));
        const bool hasFolders = !QDir(folder.filePath()).isEmpty(QDir::Dirs | QDir::NoDotAndDotDot);
        if (hasFolders) { // an account's
            removeStaleSpools(folder.filePath());
            QDir().rmdir(folder.filePath()); // which fails as long as anything is left in it
            continue;
        }
        const QDateTime last = manifest.exists() ? manifest.lastModified() : folder.lastModified();
        if (last < yesterday) {
            QDir(folder.filePath()).removeRecursively();
        }
    }
}

SpoolFolder::SpoolFolder(const QString& root)
    : m_path(root + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    QDir().mkpath(root);
    QFile::setPermissions(root, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

SpoolFolder::~SpoolFolder()
{
    QDir(m_path).removeRecursively();
    QDir().rmdir(QFileInfo(m_path).path()); // which fails as long as another spool is in it
}

} // namespace leadway
