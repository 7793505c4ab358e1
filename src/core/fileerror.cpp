#include "core/fileerror.h"

#include <QDir>
#include <QFileInfo>

namespace leadway
{

Error fileError(const QFileDevice& file)
{
    Error error;
    error.detail = file.errorString();
    switch (file.error()) {
    case QFileDevice::ResourceError:
        error.kind = ErrorKind::DiskFull;
        break;
    case QFileDevice::PermissionsError:
        error.kind = ErrorKind::NotWritable;
        break;
    case QFileDevice::OpenError:
    case QFileDevice::RenameError:
    case QFileDevice::RemoveError:
        error.kind = obstacleAt(file.fileName()).value_or(Error{}).kind;
        break;
    default:
        error.kind = ErrorKind::Storage;
        break;
    }
    return error;
}

std::optional<Error> obstacleAt(const QString& path)
{
    const QFileInfo target(path);
    const QFileInfo folder(target.absolutePath());
    const auto error = [&path](ErrorKind kind) { return Error{kind, 0, QDir::toNativeSeparators(path), {}}; };
    if (!folder.isDir()) {
        return error(ErrorKind::FolderMissing);
    }
    if (target.isDir()) {
        return error(ErrorKind::IsFolder);
    }
    if (!folder.isWritable() || (target.exists() && !target.isWritable())) {
        return error(ErrorKind::NotWritable);
    }
    return std::nullopt;
}

} // namespace leadway
