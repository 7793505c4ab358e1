#include "api/pacer.h"

#include <algorithm>

namespace leadway
{

namespace
{

constexpr int kShareInPercent = 98; // of the allowance; the rest is for what we cannot see
constexpr int kMarginInPercent = 1; // of the interval, since requests do not arrive as evenly as they go out
constexpr std::chrono::milliseconds kFirstHold{250};
constexpr int kLargestMax = 1'000'000; // beyond these a header is nonsense
constexpr std::chrono::hours kLongestInterval{24};
constexpr int kMostDoublings = 6;

} // namespace

int Pacer::allowed() const
{
    return std::max(1, m_max * kShareInPercent / 100);
}

Pacer::Time Pacer::freedAt(Time sentAt) const
{
    return sentAt + m_interval + m_interval * kMarginInPercent / 100;
}

int Pacer::ownSends(Time now) const
{
    const auto recent =
        std::find_if(m_sends.begin(), m_sends.end(), [&](Time sentAt) { return freedAt(sentAt) > now; });
    return static_cast<int>(m_sends.end() - recent);
}

int Pacer::free(Time then) const
{
    return then < m_holdUntil ? 0 : std::max(0, allowed() - ownSends(then));
}

void Pacer::sent(Time now)
{
    while (!m_sends.empty() && freedAt(m_sends.front()) <= now) {
        m_sends.pop_front();
    }
    m_sends.push_back(now);
}

void Pacer::answered(const RateHeaders& headers, Time now)
{
    m_refusals = 0;
    learn(headers, now);
}

void Pacer::learn(const RateHeaders& headers, Time now)
{
    if (headers.max && *headers.max > 0) {
        m_max = std::min(*headers.max, kLargestMax);
    }
    if (headers.interval && headers.interval->count() > 0) {
        m_interval = std::min<Time>(*headers.interval, kLongestInterval);
    }
    if (!headers.remaining) {
        return;
    }
    m_others = std::max(0, m_max - std::max(0, *headers.remaining) - ownSends(now));
    m_othersUntil = now + m_interval;
    const bool usedUp = *headers.remaining <= 0 || (m_others > 0 && *headers.remaining <= m_max - allowed());
    if (usedUp) {
        // The window began no later than our oldest send in it.
        const Time oldest = m_sends.empty() ? now : m_sends.front();
        m_holdUntil = std::max(m_holdUntil, oldest + m_interval);
    }
}

void Pacer::refused(const RateHeaders& headers, std::optional<std::chrono::milliseconds> retryAfter, Time now)
{
    learn(headers, now);
    const Time own = std::min(m_interval, kFirstHold * (1 << std::min(m_refusals, kMostDoublings)));
    ++m_refusals;
    m_holdUntil = std::max(m_holdUntil, now + retryAfter.value_or(own));
}

Pacer::Time Pacer::nextSend(Time now, int keptBack) const
{
    const Time next = std::max(now, m_holdUntil);
    const int others = next < m_othersUntil ? m_others : 0;
    const auto most = static_cast<std::size_t>(std::max(1, allowed() - others - keptBack));
    if (m_sends.size() < most) {
        return next;
    }
    return std::max(next, freedAt(m_sends[m_sends.size() - most]));
}

} // namespace leadway
