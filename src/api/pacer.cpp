#include "api/pacer.h"

#include <algorithm>

namespace leadway
{

namespace
{

constexpr int kShareInPercent = 98; // of the allowance; the rest is for what we cannot see
constexpr std::chrono::milliseconds kFirstHold{250};
constexpr int kMostDoublings = 6;

} // namespace

int Pacer::allowed() const
{
    return std::max(1, m_max * kShareInPercent / 100);
}

void Pacer::sent(Time now)
{
    while (!m_sends.empty() && m_sends.front() + m_interval <= now) {
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
        m_max = *headers.max;
    }
    if (headers.interval && headers.interval->count() > 0) {
        m_interval = *headers.interval;
    }
    const bool usedUp = headers.remaining && *headers.remaining <= m_max - allowed();
    if (usedUp) {
        // Somebody else draws on the allowance. The window began no later than our oldest send in it.
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

Pacer::Time Pacer::nextSend(Time now) const
{
    Time next = std::max(now, m_holdUntil);
    const auto most = static_cast<std::size_t>(allowed());
    if (m_sends.size() >= most) {
        next = std::max(next, m_sends[m_sends.size() - most] + m_interval);
    }
    return next;
}

} // namespace leadway
