#pragma once

#include "core/error.h"

#include <QFileDevice>

namespace leadway
{

/// What the system said of a file, as an Error: a full disk, a missing permission and a missing folder are
/// told apart. Call it right after the failure.
Error fileError(const QFileDevice& file);

/// Why nothing can be written at `path`, found out before anything is: its folder is missing or not
/// writable, or the path is a folder itself. Nothing if it looks fine.
std::optional<Error> obstacleAt(const QString& path);

} // namespace leadway
