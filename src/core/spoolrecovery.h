#pragma once

#include "core/result.h"
#include "core/spool.h"

#include <QString>

namespace leadway
{

/// \file
/// Finds out what of a spool can be gone on with after the program that wrote it was ended in any way. Reads
/// every byte, at the speed of a disk; on any thread.

/// What is whole: every segment's bytes are held against the checksums of the manifest, and a lane whose
/// bytes are not all there is brought back to its last good page. Changes nothing. Storage, if there is no
/// manifest or its first record is damaged.
Result<SpoolState> recoverSpool(const QString& folder);

} // namespace leadway
