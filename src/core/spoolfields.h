#pragma once

#include "core/spool.h"

#include <QLatin1String>

#include <array>
#include <utility>

namespace leadway
{

/// \file
/// What the writer and the reader of a manifest have to agree on.

constexpr int kSpoolVersion = 2;

/// The counts of a lane that a run must not lose, by their names in the manifest.
constexpr std::array kLaneCounts = {
    std::pair("requests", &WalkReport::requests),     std::pair("retries", &WalkReport::retries),
    std::pair("restarts", &WalkReport::restarts),     std::pair("received", &WalkReport::received),
    std::pair("outside", &WalkReport::outside),       std::pair("filtered", &WalkReport::filtered),
    std::pair("unreadable", &WalkReport::unreadable), std::pair("undated", &WalkReport::undated),
    std::pair("overlap", &WalkReport::overlap),       std::pair("repaired", &WalkReport::repairedPages),
    std::pair("waited", &WalkReport::waitedMsecs),    std::pair("newer", &WalkReport::newer),
};

constexpr std::array kSegmentKinds = {
    std::pair("dated", SegmentKind::Dated),
    std::pair("undated", SegmentKind::Undated),
    std::pair("unreadable", SegmentKind::Unreadable),
};

constexpr QLatin1String kindName(SegmentKind kind)
{
    return QLatin1String(kSegmentKinds[static_cast<std::size_t>(kind)].first);
}

} // namespace leadway
