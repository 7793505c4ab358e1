#include "app/spoolfolder.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>

namespace leadway
{

QString defaultSpoolRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/spools");
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
