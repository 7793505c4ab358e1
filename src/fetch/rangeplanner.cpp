#include "fetch/rangeplanner.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace leadway
{

namespace
{

constexpr int kLeastPages = 2;            // worth a lane of its own
constexpr int kLeastPagesInASprint = 1;   // so it is where all that is left can be asked for at once
constexpr Msecs kShortest = 1000;         // and so is this much time
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

// Whether the service seems to count what is in a range, and not what is in the account, say.
bool countsByRange(const std::vector<Stretch>& stretches, std::optional<qint64> left)
{
    constexpr double inaccuracy = 1.1;
    const double announced =
        std::accumulate(stretches.begin(), stretches.end(), 0.0, [](double sum, const Stretch& stretch) {
            return sum + static_cast<double>(stretch.announced.value_or(0));
        });
    return left && announced <= static_cast<double>(*left) * inaccuracy;
}

// What is still to be asked for if stretch i is walked by `more[i]` additional lanes. A page of each is under
// way. The last page of a lane may be full or all but empty, which evens out over many lanes but for a few
// requests. They are kept in reserve, since a single request too many waits for the next interval.
double requestsFor(const std::vector<double>& messages, const std::vector<int>& more, int limit)
{
    constexpr double deviations = 2.5;
    constexpr double varianceOfALane = 1.0 / 12;
    double requests = 0;
    double lanes = 0;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        lanes += more[i] + 1;
        requests += std::max(0.0, messages[i] / limit + kPagesLostByALane * (more[i] + 1) - 1);
    }
    return requests + deviations * std::sqrt(varianceOfALane * lanes);
}

} // namespace

std::vector<double> estimateMessages(const std::vector<Stretch>& stretches, std::optional<qint64> left)
{
    const bool isCounted = countsByRange(stretches, left);
    const auto isKnown = [&](const Stretch& stretch) { return isCounted && stretch.announced; };
    std::vector<double> messages;
    messages.reserve(stretches.size());
    double rest = static_cast<double>(left.value_or(0));
    double guessed = 0;
    double length = 0;
    for (const Stretch& stretch : stretches) {
        if (isKnown(stretch)) {
            messages.push_back(static_cast<double>(*stretch.announced));
            rest -= messages.back();
        } else {
            messages.push_back(densityOf(stretch) * static_cast<double>(stretch.length()));
            guessed += messages.back();
            length += static_cast<double>(stretch.length());
        }
    }
    if (!left || length <= 0) {
        return messages;
    }
    rest = std::max(rest, 0.0);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (isKnown(stretches[i])) {
            continue;
        }
        if (guessed > rest) {
            messages[i] *= rest / guessed;
        } else {
            messages[i] += (rest - guessed) * static_cast<double>(stretches[i].length()) / length;
        }
    }
    return messages;
}

std::vector<int> shareOut(const std::vector<double>& messages, int atWork, const LaneBounds& bounds,
                          int limit)
{
    std::vector<int> more(messages.size(), 0);
    const auto share = [&](std::size_t i) { return messages[i] / (more[i] + 1); };
    for (int lanes = atWork; lanes < bounds.most && !messages.empty(); ++lanes) {
        std::size_t largest = 0;
        for (std::size_t i = 1; i < messages.size(); ++i) {
            largest = share(i) > share(largest) ? i : largest;
        }
        ++more[largest];
        const double pages = share(largest) / limit;
        const bool isFed = lanes < bounds.fed && pages >= kLeastPages;
        const bool isSprint =
            pages >= kLeastPagesInASprint && requestsFor(messages, more, limit) <= bounds.free;
        if (!isFed && !isSprint) {
            --more[largest];
            break;
        }
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

LaneBounds boundsFor(const Traffic& traffic)
{
    LaneBounds bounds;
    bounds.free = traffic.free;
    if (!traffic.latency || !traffic.quickest) {
        return bounds;
    }
    using Span = std::chrono::duration<double, std::milli>;
    const double hidden = 1 + Span(*traffic.quickest) / kOwnWork;
    const double fed =
        std::ceil(traffic.allowed * (Span(*traffic.latency) / Span(traffic.interval)) * kSpareLanes);
    bounds.most = static_cast<int>(std::min(static_cast<double>(kMostLanes), hidden));
    bounds.fed = static_cast<int>(std::clamp(fed, 1.0, static_cast<double>(bounds.most)));
    return bounds;
}

} // namespace leadway
