#pragma once

#include "core/messagequery.h"
#include "format/formatoptions.h"

#include <QString>

namespace leadway
{

/// What to export, how, and where to. A value.
struct ExportRequest {
    MessageQuery query;
    FormatOptions format;
    QString path;
    int lanes = 0; ///< requests at a time, up to kMostLanes; 0: as many as are of use
};

} // namespace leadway
