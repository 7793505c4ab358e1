#pragma once

#include "core/error.h"

#include <QString>

#include <system_error>

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

/// Why something could not be put in its place.
Error renameError(const std::error_code& reason);

} // namespace leadway
