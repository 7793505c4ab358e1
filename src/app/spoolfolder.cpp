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

void removeStaleSpools(const QString& root)
{
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    const QFileInfoList folders = QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo& folder : folders) {
        const QFileInfo manifest(folder.filePath() + QStringLiteral("/manifest.jsonl"));
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
}

} // namespace leadway
