#include "format/neighbour.h"

#include <QFileInfo>
#include <QUuid>

namespace leadway
{

QString behindLinks(const QString& path)
{
    const QFileInfo file(path);
    if (!file.isSymLink()) {
        return path;
    }
    return file.exists() ? file.canonicalFilePath() : file.symLinkTarget();
}

QString neighbourOf(const QString& path, const QString& mark, const QString& what)
{
    const QString own = mark.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : mark;
    return QFileInfo(path).path() + QStringLiteral("/.leadway-%1.%2").arg(own, what);
}

Error renameError(const std::error_code& reason)
{
    Error error{ErrorKind::Storage, 0, QString::fromLocal8Bit(reason.message().c_str()), {}};
    if (reason == std::errc::no_space_on_device) {
        error.kind = ErrorKind::DiskFull;
    } else if (reason == std::errc::permission_denied || reason == std::errc::device_or_resource_busy ||
               reason == std::errc::text_file_busy) {
        error.kind = ErrorKind::FileInUse;
    }
    return error;
}

} // namespace leadway
