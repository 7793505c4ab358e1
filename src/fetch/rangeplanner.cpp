#include "fetch/rangeplanner.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace leadway
{

namespace
{

constexpr int kLeastPages = 2;            // worth a lane of its own
constexpr Msecs kShortest = 1000;         // so is this much time
constexpr double kPagesLostByALane = 0.5; // its last page is full of what another lane brings, half of it
constexpr double kSpareLanes =
    1.5; // so that the allowance is used up although answers take now less, now more

// What a slow computer needs for a page, about; a latency of that order comes from here, and lanes are no
// help.
constexpr std::chrono::duration<double, std::milli> kOwnWork{10};

double densityOf(const Stretch& stretch)
{
    constexpr Msecs least = 1;
    return stretch.seen == 0
               ? stretch.expectedDensity
               : static_cast<double>(stretch.seen) / static_cast<double>(std::max(stretch.seenOver, least));
}

} // namespace

std::vector<double> estimateMessages(const std::vector<Stretch>& stretches, std::optional<qint64> left)
{
    std::vector<double> messages;
    messages.reserve(stretches.size());
    double length = 0;
    for (const Stretch& stretch : stretches) {
        messages.push_back(densityOf(stretch) * static_cast<double>(stretch.length()));
        length += static_cast<double>(stretch.length());
    }
    const double sum = std::accumulate(messages.begin(), messages.end(), 0.0);
    if (!left || length <= 0) {
        return messages;
    }
    const auto known = static_cast<double>(*left);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (sum > known) {
            messages[i] *= known / sum;
        } else {
            messages[i] += (known - sum) * static_cast<double>(stretches[i].length()) / length;
        }
    }
    return messages;
}

std::vector<int> shareOut(const std::vector<double>& messages, int lanes, int limit)
{
    std::vector<int> more(messages.size(), 0);
    const auto share = [&](std::size_t i) { return messages[i] / (more[i] + 1); };
    for (; lanes > 0 && !messages.empty(); --lanes) {
        std::size_t largest = 0;
        for (std::size_t i = 1; i < messages.size(); ++i) {
            largest = share(i) > share(largest) ? i : largest;
        }
        const double parts = more[largest] + 2;
        if (messages[largest] / parts < static_cast<double>(kLeastPages) * limit) {
            break;
        }
        ++more[largest];
    }
    return more;
}

std::vector<Msecs> cutsOf(const Stretch& stretch, int parts, const std::set<Msecs>& bulk)
{
    const Msecs most = stretch.length() / kShortest;
    const Msecs count = std::min<Msecs>(parts, most);
    const auto isBeside = [&](Msecs cut) { return bulk.contains(cut) || bulk.contains(cut - 1); };
    std::vector<Msecs> cuts;
    for (Msecs part = 1; part < count; ++part) {
        const auto share = static_cast<long double>(part) / static_cast<long double>(count);
        const auto step = static_cast<Msecs>(static_cast<long double>(stretch.length()) * share);
        Msecs cut = stretch.near < stretch.far ? stretch.near + step : stretch.near - step;
        for (Msecs moved = 0; isBeside(cut) && moved < kShortest / 2; ++moved) {
            ++cut;
        }
        if (!isBeside(cut)) {
            cuts.push_back(cut);
        }
    }
    return cuts;
}

int lanesFor(const Traffic& traffic, double requests)
{
    if (!traffic.latency || !traffic.quickest) {
        return 1;
    }
    using Span = std::chrono::duration<double, std::milli>;
    const double hidden = 1 + Span(*traffic.quickest) / kOwnWork;
    const double fed =
        std::ceil(traffic.allowed * (Span(*traffic.latency) / Span(traffic.interval)) * kSpareLanes);
    // Beyond that it is a sprint: each lane ends with half a page for nothing, which must not make the last
    // of them wait for the next interval.
    const double sprint = std::floor((traffic.free - requests) / kPagesLostByALane);
    const double lanes = std::min({static_cast<double>(kMostLanes), hidden, std::max(fed, sprint)});
    return std::max(1, static_cast<int>(lanes));
}

} // namespace leadway
