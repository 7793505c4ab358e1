#include "fetch/walk.h"

#include <algorithm>

namespace leadway
{

namespace
{

void addTo(WalkReport& sum, const WalkReport& lane)
{
    sum.requests += lane.requests;
    sum.retries += lane.retries;
    sum.restarts += lane.restarts;
    sum.received += lane.received;
    sum.outside += lane.outside;
    sum.newer += lane.newer;
    sum.filtered += lane.filtered;
    sum.unreadable += lane.unreadable;
    sum.undated += lane.undated;
    sum.overlap += lane.overlap;
    sum.waitedMsecs += lane.waitedMsecs;
    sum.repairedPages += lane.repairedPages;
    sum.lanes += lane.lanes;
    sum.stoppedWithoutProgress = sum.stoppedWithoutProgress || lane.stoppedWithoutProgress;
    sum.endedEmpty = sum.endedEmpty || lane.endedEmpty;
}

} // namespace

int Walk::lanesAtWork() const
{
    return static_cast<int>(
        std::count_if(lanes.begin(), lanes.end(), [](const auto& lane) { return !lane->hasEnded(); }));
}

qint64 Walk::received() const
{
    qint64 sum = 0;
    for (const auto& lane : lanes) {
        const WalkReport report = lane->report();
        sum += lane->isRetired() ? 0 : report.received - report.overlap;
    }
    return sum;
}

WalkReport Walk::report() const
{
    WalkReport sum = lanes.front()->report();
    for (auto lane = lanes.begin() + 1; lane != lanes.end(); ++lane) {
        addTo(sum, (*lane)->report());
    }
    if (sum.expected) { // or what arrived meanwhile would stand in for what is missing
        *sum.expected += sum.newer;
    }
    sum.requests += known.otherRequests;
    sum.wentBack = known.wentBack;
    return sum;
}

} // namespace leadway
