#pragma once

#include "core/error.h"

#include <chrono>
#include <functional>
#include <optional>

namespace leadway
{

/// How often and how patiently a page is asked for again. Pure: chance comes in as an argument.
struct RetryPolicy {
    std::chrono::milliseconds base = std::chrono::seconds(1);
    std::chrono::milliseconds cap = std::chrono::seconds(60);
    int tries = 8; ///< for one page, the first one included
};

/// A number from [0, 1); tests hand in their own.
using Random = std::function<double()>;
Random systemRandom();

/// Whether asking again can help: yes for an overloaded or silent service and for a damaged answer, no for
/// what only a person can mend.
bool isWorthRetrying(ErrorKind kind);

/// Full jitter: rand(0, min(cap, base * 2^failures)), and at least what the service asked for. `failures`
/// counts those before this one.
std::chrono::milliseconds retryDelay(const RetryPolicy& policy, int failures, double random,
                                     std::optional<std::chrono::milliseconds> retryAfter);

} // namespace leadway
