#pragma once

#include "core/messagequery.h"

#include <QByteArray>

#include <vector>

namespace leadway
{

/// One walk through the service's list: the `channel` it is asked for and which of its messages stay.
struct WalkPlan {
    QByteArray channel; ///< empty: every type but e-mail
    Channels keep = allChannels();

    bool operator==(const WalkPlan&) const = default;
};

/// The walks that together bring the channels of a query, each message once. The service gives e-mail only
/// when asked for it alone, and has no word for Other: that is the walk without a channel, of which the
/// types that belong to unticked channels are dropped here. Pure.
std::vector<WalkPlan> planWalks(Channels channels);

} // namespace leadway
