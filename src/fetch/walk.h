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
    int index = 0; ///< among the planned ones
    WalkPlan plan;
    std::vector<std::unique_ptr<Lane>> lanes; ///< the first one begins without knowing of others
    WalkState known;

    bool wasCut() const { return lanes.size() > 1 && known.wentBack == WentBack::No; }
    int lanesAtWork() const;

    /// About what has come of the messages there are: without what retired lanes brought.
    qint64 received() const;
    std::optional<qint64> expected() const { return lanes.front()->report().expected; }
    /// Over all its lanes.
    WalkReport report() const;
};

} // namespace leadway
