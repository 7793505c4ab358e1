#pragma once

#include "api/apiclient.h"
#include "core/timestamp.h"

#include <optional>
#include <set>
#include <vector>

namespace leadway
{

/// \file
/// How one range of dates is walked by several lanes: who is cut where, and how many lanes make sense. All of
/// it pure.
///
/// One walk waits for each answer before it can ask for the next page, so the latency bounds it. Disjoint
/// ranges can be walked side by side. Nobody knows beforehand where the messages lie, so a range begins as
/// one stretch, and whenever a lane is idle, the stretch with the most left before it is cut. Dates alone
/// decide: a wrong guess costs time, never a message.

constexpr int kMostLanes = 24;

/// What one lane still has before it.
struct Stretch {
    Msecs near = 0;             ///< where it goes on
    Msecs far = 0;              ///< where it ends; before `near` when walking downwards
    qint64 seen = 0;            ///< messages that this lane has brought
    Msecs seenOver = 0;         ///< the time those lie in
    double expectedDensity = 0; ///< messages a millisecond, before it has brought any

    Msecs length() const { return near < far ? far - near : near - far; }
};

/// How many messages each of the stretches of one walk may still hold, going by the density each lane has
/// met. What `left` (announced, but not come; nothing if that is not known) holds beyond that is spread over
/// the time not yet walked, since messages may lie anywhere in it.
std::vector<double> estimateMessages(const std::vector<Stretch>& stretches, std::optional<qint64> left);

/// How many more lanes each stretch should get when `lanes` are idle, so that the largest share becomes as
/// small as can be; none where the parts would be under two pages of `limit` messages, which would cost more
/// requests than they save time.
std::vector<int> shareOut(const std::vector<double>& messages, int lanes, int limit);

/// Where to cut a stretch to make `parts` of it, from near to far; fewer where there is no room. A cut is the
/// first millisecond of the later dates. Never beside one of the bulk milliseconds: each part is asked for a
/// millisecond more than its own, and these would be brought twice, by the hundred.
std::vector<Msecs> cutsOf(const Stretch& stretch, int parts, const std::set<Msecs>& bulk);

/// How many lanes to walk with when about `requests` are still to be sent: as many as the allowance feeds,
/// and more while it has room for all that is left. More than the answers' latency can hide would only wait
/// for each other.
int lanesFor(const Traffic& traffic, double requests);

} // namespace leadway
