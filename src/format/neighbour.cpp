#include "format/neighbour.h"

#include "core/fileerror.h"
#include "core/systempath.h"

#include <QFileInfo>
#include <QUuid>

#include <filesystem>
#include <system_error>
#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace leadway
{

namespace
{

#ifdef Q_OS_WIN

// The standard library tells of most of what can go wrong by one and the same code, so the system is asked
// itself.
Result<void> done(bool isGood)
{
    const DWORD reason = isGood ? ERROR_SUCCESS : GetLastError();
    Error error{ErrorKind::Storage, 0, qt_error_string(static_cast<int>(reason)), {}};
    switch (reason) {
    case ERROR_SUCCESS:
        return {};
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
        error.kind = ErrorKind::DiskFull;
        break;
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
    case ERROR_USER_MAPPED_FILE:
        error.kind = ErrorKind::FileInUse;
        break;
    default:
        break;
    }
    return error;
}

#else

Result<void> done(const std::error_code& reason)
{
    if (!reason) {
        return {};
    }
    Error error{ErrorKind::Storage, 0, QString::fromLocal8Bit(reason.message().c_str()), {}};
    if (isForLackOfRoom(reason.value())) {
        error.kind = ErrorKind::DiskFull;
    } else if (reason == std::errc::permission_denied || reason == std::errc::device_or_resource_busy ||
               reason == std::errc::text_file_busy) {
        error.kind = ErrorKind::FileInUse;
    }
    return error;
}

#endif

} // namespace

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

Result<void> moveInPlace(const QString& from, const QString& to)
{
    const std::filesystem::path source = systemPath(from);
    const std::filesystem::path target = systemPath(to);
#ifdef Q_OS_WIN
    constexpr DWORD how = MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH;
    return done(MoveFileExW(source.c_str(), target.c_str(), how) != 0);
#else
    std::error_code reason;
    std::filesystem::rename(source, target, reason);
    return done(reason);
#endif
}

Result<void> makePlace(const QString& folder)
{
    const std::filesystem::path path = systemPath(folder);
#ifdef Q_OS_WIN
    return done(CreateDirectoryW(path.c_str(), nullptr) != 0);
#else
    std::error_code reason;
    std::filesystem::create_directory(path, reason);
    return done(reason);
#endif
}

} // namespace leadway
