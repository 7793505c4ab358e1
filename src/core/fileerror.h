#pragma once

#include "core/result.h"

#include <QFileDevice>

#include <optional>
#include <string_view>

namespace leadway
{

/// What the system said of a file, as an Error: a full disk, a missing permission and a missing folder are
/// told apart. Call it right after the failure.
Error fileError(const QFileDevice& file);

/// Whether this value of errno tells that there is no room, on the disk or for this user.
bool isForLackOfRoom(int reason);

/// An error of a place, which is told as the system writes it.
Error errorAt(const QString& path, ErrorKind kind);

/// Why nothing can be made at `path`, be it a file or a folder: its folder is missing, or Windows lets
/// nothing have its name. Nothing if it looks fine.
std::optional<Error> obstacleOfPlace(const QString& path);

/// Why no file can be written at `path`, found out before anything is: its folder is missing or not
/// writable, or the path is a folder itself. Nothing if it looks fine.
std::optional<Error> obstacleAt(const QString& path);

/// Writes all of the bytes or says why not.
Result<void> writeWhole(QFileDevice& file, std::string_view bytes);

/// Waits until what was written to an open file is on the disk. A file system that cannot flush at all is no
/// reason to refuse the file.
Result<void> flushToDisk(QFileDevice& file);

/// Lets the system begin to bring this part of an open file to the disk, without waiting for it: less is left
/// to wait for then. Does what it can.
void beginFlush(const QFileDevice& file, qint64 begin, qint64 size);

/// Whether the system can flush all files of a folder at a time, which for thousands of them takes
/// seconds instead of minutes.
bool canFlushTogether();
Result<void> flushAllOf(const QString& folder);

/// The same for the names in the folder of a file, so that a power cut cannot undo a rename. Does what it
/// can.
void flushFolderOf(const QString& path);

} // namespace leadway
