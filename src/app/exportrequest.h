#pragma once

#include "core/messagequery.h"
#include "format/formatoptions.h"

#include <QString>
#include <QUuid>

#include <optional>

namespace leadway
{

/// Which messages of a saved export a run is to bring.
enum class RunWay {
    OnlyNew, ///< those that no run before has brought
    All,     ///< all that its filters let through, once more
};

/// That an export is the run of a saved one.
struct SavedRun {
    QUuid id; ///< of the saved export
    RunWay way = RunWay::All;

    bool operator==(const SavedRun&) const = default;
};

/// What to export, how, and where to. A value.
struct ExportRequest {
    MessageQuery query;
    FormatOptions format;
    QString path;
    int lanes = 0; ///< requests at a time, up to kMostLanes; 0: as many as are of use
    std::optional<SavedRun> saved = std::nullopt;
};

} // namespace leadway
