#include "core/privatefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace leadway
{

bool makePrivateFolder(const QString& folder)
{
    const QFileInfo info(QDir::cleanPath(folder));
    if (info.isDir()) {
        QFile::setPermissions(info.filePath(), kPrivateFolder); // which does nothing on Windows
        return true;
    }
    const QFileInfo above(info.path());
    return (above.isDir() || makePrivateFolder(above.filePath())) &&
           (QDir().mkdir(info.filePath(), kPrivateFolder) || QFileInfo(info.filePath()).isDir());
}

} // namespace leadway
