#pragma once

#include "core/result.h"

#include <QtGlobal>

#include <string>
#include <string_view>

namespace leadway
{

/// Looks at the bytes of a PDF on their way to the disk, in pieces of any size: how many pages its structure
/// has, and whether its end is there and leads to the table by which a reader finds everything else. Flat
/// memory; a value of one thread.
class PdfCheck
{
public:
    void add(std::string_view bytes);

    /// After the last piece: nothing is wrong, or what is.
    Result<void> judge(qint64 pages) const;

private:
    std::string m_tail; // the last bytes so far
    qint64 m_size = 0;
    qint64 m_pages = 0;
    qint64 m_table = -1; // where the last cross-reference table begins
};

} // namespace leadway
