#pragma once

#include "core/error.h"

#include <QString>

#include <optional>

namespace leadway
{

/// Whether a disk still has `least` bytes for what is about to be written below the spool's folder and into
/// the target's: SpoolNotKept or DiskFull, with the folder that lacks them, so that an export ends with a
/// sentence and what came is kept, before the system refuses to write. Nothing if it cannot be found out. Any
/// thread.
std::optional<Error> lackOfRoom(const QString& spoolFolder, const QString& targetFolder, qint64 least);

} // namespace leadway
