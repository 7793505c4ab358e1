#pragma once

#include "simulator/behaviour.h"

#include <chrono>
#include <deque>

namespace leadway::simulator
{

/// The service's two allowances, of an interval and of a day, by the rules of a Behaviour. Pure: the time
/// comes in. A value; the server guards it.
class Allowance
{
public:
    using Clock = std::chrono::steady_clock;
    enum class Verdict { Granted, IntervalUsedUp, DayUsedUp };

    void reset(const Behaviour& behaviour);
    Verdict ask(const Behaviour& behaviour, Clock::time_point now);

    int remaining(const Behaviour& behaviour) const;
    qint64 dailyRemaining() const { return m_dailyRemaining; }

private:
    std::deque<Clock::time_point> m_granted; ///< within the interval
    Clock::time_point m_windowBegin;
    qint64 m_dailyRemaining = 0;
};

} // namespace leadway::simulator
