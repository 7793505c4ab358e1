#include "fetch/retry.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace leadway
{

namespace
{

constexpr std::array kWorthRetrying = {
    ErrorKind::RateLimited, ErrorKind::Server, ErrorKind::Network, ErrorKind::Timeout, ErrorKind::BadAnswer,
};

} // namespace

Random systemRandom()
{
    return [] { return QRandomGenerator::system()->generateDouble(); };
}

bool isWorthRetrying(ErrorKind kind)
{
    return std::find(kWorthRetrying.begin(), kWorthRetrying.end(), kind) != kWorthRetrying.end();
}

std::chrono::milliseconds retryDelay(const RetryPolicy& policy, int failures, double random,
                                     std::optional<std::chrono::milliseconds> retryAfter)
{
    constexpr int mostDoublings = 20;
    const auto ceiling = std::min(policy.cap, policy.base * (1 << std::min(failures, mostDoublings)));
    const std::chrono::milliseconds jittered(
        static_cast<std::chrono::milliseconds::rep>(random * static_cast<double>(ceiling.count())));
    return std::max(jittered, retryAfter.value_or(std::chrono::milliseconds::zero()));
}

} // namespace leadway
