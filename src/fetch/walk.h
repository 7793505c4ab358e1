#pragma once

#include "fetch/lane.h"

#include <memory>
#include <optional>
#include <vector>

namespace leadway
{

/// One walk through the service's list, and the lanes that share its dates. Owned by a Fetcher; lives on its
/// thread.
struct Walk {
    WalkPlan plan;
    std::vector<std::unique_ptr<Lane>> lanes; ///< the first one begins without knowing of others
    bool keepsToRanges = true;                ///< the service does, as far as it is known
    WentBack wentBack = WentBack::No;
    qint64 otherRequests = 0; ///< of no lane

    bool wasCut() const { return lanes.size() > 1 && wentBack == WentBack::No; }
    int lanesAtWork() const;

    /// About what has come of the messages there are: without what retired lanes brought.
    qint64 received() const;
    std::optional<qint64> expected() const { return lanes.front()->report().expected; }
    /// Over all its lanes.
    WalkReport report() const;
};

} // namespace leadway
