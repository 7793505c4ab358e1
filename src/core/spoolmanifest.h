#pragma once

#include "core/spool.h"

#include <QByteArray>

#include <map>
#include <vector>

namespace leadway
{

/// A manifest as it was read: everything up to the first line that is damaged, since nothing vouches for what
/// follows it. A value.
struct SpoolManifest {
    struct LaneRecord {
        LaneState lane;
        std::vector<Segment> segments;
    };

    SpoolHeader header;
    bool hasHeader = false;
    std::map<int, WalkState> walks;
    std::vector<LaneRecord> records; ///< in the order of time
    qint64 goodBytes = 0;            ///< of the manifest, from its beginning
};

/// Reads the bytes of a manifest, whatever they are. Pure. A record of a later version of the program than
/// this one counts as damaged.
SpoolManifest readManifest(const QByteArray& bytes);

/// What the last records say. `good` tells how many bytes of a segment are whole, by its number: a lane is
/// brought back to where all its segments are; a segment that is not named is whole.
SpoolState stateOf(const SpoolManifest& manifest, const std::map<std::uint32_t, std::uint64_t>& good = {});

} // namespace leadway
