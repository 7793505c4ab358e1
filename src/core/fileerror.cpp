#include "core/fileerror.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <iterator>

#ifdef Q_OS_WIN
#include <qt_windows.h>

#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace leadway
{

namespace
{

// Where a file cannot be made or named, Qt tells the reason by its text alone.
bool isForLackOfRoom(const QString& reason)
{
#ifdef Q_OS_WIN
    constexpr int codes[] = {ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL};
#else
    constexpr int codes[] = {ENOSPC, EDQUOT};
#endif
    return std::any_of(std::begin(codes), std::end(codes),
                       [&reason](int code) { return reason == qt_error_string(code); });
}

// A file system that cannot flush at all is no reason to refuse the file.
Result<void> flushError(int reason)
{
    if (reason == EINVAL || reason == ENOSYS || reason == ENOTSUP || reason == EBADF) {
        return {};
    }
    const bool full = reason == ENOSPC || reason == EDQUOT;
    return Error{full ? ErrorKind::DiskFull : ErrorKind::Storage, 0, qt_error_string(reason), {}};
}

} // namespace

Error fileError(const QFileDevice& file)
{
    Error error;
    error.detail = file.errorString();
    if (isForLackOfRoom(error.detail)) {
        error.kind = ErrorKind::DiskFull;
        return error;
    }
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
    const bool isOther = target.exists() && !target.isFile(); // a device or a pipe is not to be replaced
    if (isOther || !folder.isWritable() || (target.exists() && !target.isWritable())) {
        return error(ErrorKind::NotWritable);
    }
    return std::nullopt;
}

Result<void> writeWhole(QFileDevice& file, std::string_view bytes)
{
    // On a full disk a write may count short without an error; the rest is offered again, and that tells.
    while (!bytes.empty()) {
        const qint64 count = file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        if (count <= 0) {
            Error error = fileError(file);
            if (file.error() == QFileDevice::NoError) {
                error.kind = ErrorKind::DiskFull;
            }
            return error;
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

Result<void> flushToDisk(QFileDevice& file)
{
    const int handle = file.handle();
#ifdef Q_OS_WIN
    const bool done = ::_commit(handle) == 0;
#elif defined(Q_OS_MACOS)
    const bool done = ::fsync(handle) == 0;
#else
    const bool done = ::fdatasync(handle) == 0;
#endif
    const int reason = errno;
    return done ? Result<void>() : flushError(reason);
}

bool canFlushTogether()
{
#ifdef Q_OS_LINUX
    return true;
#else
    return false;
#endif
}

Result<void> flushAllOf(const QString& folder)
{
#ifdef Q_OS_LINUX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = handle >= 0 && ::syncfs(handle) == 0;
    const int reason = errno;
    if (handle >= 0) {
        ::close(handle);
    }
    return done ? Result<void>() : flushError(reason);
#else
    Q_UNUSED(folder)
    return {};
#endif
}

void flushFolderOf(const QString& path)
{
#ifdef Q_OS_WIN
    Q_UNUSED(path) // Windows sees to that
#else
    const QByteArray folder = QFile::encodeName(QFileInfo(path).path());
    if (const int handle = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#endif
}

} // namespace leadway
