#pragma once

#include "app/filerendering.h"
#include "app/spoolfolder.h"
#include "core/messagequery.h"

#include <memory>

namespace leadway
{

/// What an export that has made its file leaves, to be saved once more in another format without a request.
/// Whoever has it holds the spool, which goes with it; no note makes it an unfinished export (unfinished.h),
/// so what a program that was killed had is swept at the next start. Moved, not copied.
struct FinishedSpool {
    std::unique_ptr<SpoolFolder> folder;
    MessageQuery query;
    QString account; ///< what it is called
    Brought brought;
};

} // namespace leadway
