#pragma once

#include "core/result.h"

#include <QString>

namespace leadway
{

/// \file
/// What stands beside a target until it is whole. It has a name by which whoever goes on with the work of a
/// program that was killed can tell it from everything else: a mark, and what it is.

/// A link stays one: what it leads to is replaced.
QString behindLinks(const QString& path);

/// Where it stands. Short whatever the target is called, for many file systems take no more than 255 bytes.
/// Without a mark, it has a name of its own every time.
QString neighbourOf(const QString& path, const QString& mark, const QString& what);

/// Puts it there, in one step; a file in the place of one that is there. Errors: FileInUse, DiskFull,
/// Storage.
Result<void> moveInPlace(const QString& from, const QString& to);

/// Makes a folder. The same errors.
Result<void> makePlace(const QString& folder);

} // namespace leadway
