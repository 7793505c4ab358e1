#include "fetch/planner.h"

namespace leadway
{

std::vector<WalkPlan> planWalks(Channels channels)
{
    std::vector<WalkPlan> walks;
    if (channels.testFlag(Channel::Other)) {
        constexpr auto withoutEmail = allChannels() & ~Channels(Channel::Email);
        const bool everything = (channels & withoutEmail) == withoutEmail;
        // With nothing to drop, a type that we place wrongly cannot be lost either.
        walks.push_back({{}, everything ? allChannels() : channels});
        if (channels.testFlag(Channel::Email)) {
            walks.push_back({apiName(Channel::Email).toByteArray(), allChannels()});
        }
        return walks;
    }
    for (const Channel channel : kEveryChannel) {
        if (channels.testFlag(channel)) {
            walks.push_back({apiName(channel).toByteArray(), allChannels()});
        }
    }
    return walks;
}

} // namespace leadway
