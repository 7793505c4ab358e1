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
    Msecs near = 0;                       ///< where it goes on
    Msecs far = 0;                        ///< where it ends; before `near` when walking downwards
    qint64 seen = 0;                      ///< messages that this lane has brought
    Msecs seenOver = 0;                   ///< the time those lie in
    double expectedDensity = 0;           ///< messages a millisecond, before it has brought any
    std::optional<qint64> announced = {}; ///< messages before it, where the service tells how many

    Msecs length() const { return near < far ? far - near : near - far; }
};

/// How many messages each of the stretches of one walk may still hold: as many as are announced for it, else
/// going by the density its lane has met. What `left` (announced for the walk, but not come; nothing if that
/// is not known) holds beyond that is spread over the time of the latter, since messages may lie anywhere in
/// it. Stretches for which more is announced than for their walk show that the service counts otherwise, and
/// then only the densities speak.
std::vector<double> estimateMessages(const std::vector<Stretch>& stretches, std::optional<qint64> left);

/// How many lanes there may be at a time.
struct LaneBounds {
    int fed = 1;  ///< as many as the allowance keeps busy for as long as it takes
    int most = 1; ///< of more, some would only wait for the others
    int free = 0; ///< requests that could go out before an answer to one of them would be here
};

LaneBounds boundsFor(const Traffic& traffic);

/// How many more lanes each stretch should get when `atWork` are under way, one or none on each of them, so
/// that the largest share becomes as small as can be. As many lanes as the allowance feeds get two pages of
/// `limit` messages each or more, since less costs more requests than it saves time. If there is room in the
/// allowance for all that is left, and for what a lane costs, nobody waits for it, so a page is enough then.
std::vector<int> shareOut(const std::vector<double>& messages, int atWork, const LaneBounds& bounds,
                          int limit);

/// Where to cut a stretch to make `parts` of it, from near to far; fewer where there is no room. A cut is the
/// first millisecond of the later dates. Never beside one of the bulk milliseconds: each part is asked for a
/// millisecond more than its own, and these would be brought twice, by the hundred.
std::vector<Msecs> cutsOf(const Stretch& stretch, int parts, const std::set<Msecs>& bulk);

} // namespace leadway
