#include "simulator/allowance.h"

#include <algorithm>

namespace leadway::simulator
{

void Allowance::reset(const Behaviour& behaviour)
{
    m_granted.clear();
    m_windowBegin = {};
    m_dailyRemaining = behaviour.dailyRemaining;
}

Allowance::Verdict Allowance::ask(const Behaviour& behaviour, Clock::time_point now)
{
    if (behaviour.slidingWindow) {
        while (!m_granted.empty() && now - m_granted.front() >= behaviour.rateInterval) {
            m_granted.pop_front();
        }
    } else if (m_granted.empty() || now - m_windowBegin >= behaviour.rateInterval) {
        m_granted.clear();
        m_windowBegin = now;
    }
    if (m_dailyRemaining <= 0) {
        return Verdict::DayUsedUp;
    }
    if (remaining(behaviour) == 0) {
        return Verdict::IntervalUsedUp;
    }
    m_granted.push_back(now);
    --m_dailyRemaining;
    return Verdict::Granted;
}

int Allowance::remaining(const Behaviour& behaviour) const
{
    return std::max(0, behaviour.rateMax - static_cast<int>(m_granted.size()));
}

} // namespace leadway::simulator
