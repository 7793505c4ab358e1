#pragma once

#include "core/result.h"

#include <QtGlobal>

#include <string>
#include <vector>

namespace leadway
{

/// What a sheet of a workbook holds.
struct SheetContent {
    qint64 rows = 0;
    qint64 cells = 0;
    qint64 textBytes = 0; ///< of all texts, as UTF-8

    bool operator==(const SheetContent&) const = default;
};

/// Reads the first sheets of a workbook back from the disk, as libxlsxwriter writes them, byte by byte to the
/// end, so that its checksums are held against its bytes as well. Flat memory; blocks; any thread. `path` is
/// in the file system's encoding.
Result<std::vector<SheetContent>> readWorkbook(const std::string& path, std::size_t sheets);

} // namespace leadway
