#include "core/fileerror.h"

#include "core/systempath.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <system_error>

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

#ifdef Q_OS_WIN
constexpr int kNoRoom[] = {ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL};
#else
constexpr int kNoRoom[] = {ENOSPC, EDQUOT};
#endif

// Where a file cannot be made or named, Qt tells the reason by its text alone.
bool tellsOfNoRoom(const QString& reason)
{
    return std::any_of(std::begin(kNoRoom), std::end(kNoRoom),
                       [&reason](int code) { return reason == qt_error_string(code); });
}

// A file system that cannot flush at all is no reason to refuse the file.
Result<void> flushError(int reason)
{
    if (reason == EINVAL || reason == ENOSYS || reason == ENOTSUP || reason == EBADF) {
        return {};
    }
    const ErrorKind kind = isForLackOfRoom(reason) ? ErrorKind::DiskFull : ErrorKind::Storage;
    return Error{kind, 0, QString::fromLocal8Bit(std::generic_category().message(reason).c_str()), {}};
}

} // namespace

bool isForLackOfRoom(int reason)
{
#ifdef Q_OS_WIN
    return reason == ENOSPC;
#else
    return reason == ENOSPC || reason == EDQUOT;
#endif
}

Error fileError(const QFileDevice& file)
{
    Error error;
    error.detail = file.errorString();
    if (tellsOfNoRoom(error.detail)) {
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
#ifdef Q_OS_WIN
        // What a folder's list of rights forbids is found out by trying alone.
        if (error.detail == qt_error_string(ERROR_ACCESS_DENIED)) {
            error.kind = ErrorKind::NotWritable;
        } else if (error.detail == qt_error_string(ERROR_SHARING_VIOLATION)) {
            error.kind = ErrorKind::FileInUse;
        }
#endif
        break;
    default:
        error.kind = ErrorKind::Storage;
        break;
    }
    return error;
}

Error errorAt(const QString& path, ErrorKind kind)
{
    return {kind, 0, QDir::toNativeSeparators(path), {}};
}

std::optional<Error> obstacleOfPlace(const QString& path)
{
#ifdef Q_OS_WIN
    if (!isWindowsName(QFileInfo(path).fileName())) {
        return errorAt(path, ErrorKind::NameForbidden);
    }
#endif
    return QFileInfo(QFileInfo(path).absolutePath()).isDir()
               ? std::nullopt
               : std::optional(errorAt(path, ErrorKind::FolderMissing));
}

std::optional<Error> obstacleAt(const QString& path)
{
    if (const auto obstacle = obstacleOfPlace(path)) {
        return obstacle;
    }
    const QFileInfo target(path);
    const QFileInfo folder(target.absolutePath());
    const auto error = [&path](ErrorKind kind) { return errorAt(path, kind); };
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

void beginFlush(const QFileDevice& file, qint64 begin, qint64 size)
{
#ifdef Q_OS_LINUX
    ::sync_file_range(file.handle(), begin, size, SYNC_FILE_RANGE_WRITE);
#else
    Q_UNUSED(file)
    Q_UNUSED(begin)
    Q_UNUSED(size)
#endif
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
