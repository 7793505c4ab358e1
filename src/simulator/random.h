#pragma once

#include <QtGlobal>

namespace leadway::simulator
{

/// A bijection of the 64-bit numbers that leaves no trace of their order (the finaliser of SplitMix64).
constexpr quint64 mixed(quint64 number)
{
    number += 0x9e3779b97f4a7c15ULL;
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9ULL;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebULL;
    return number ^ (number >> 31);
}

/// Numbers that are the same on every computer, which the distributions of the standard library do not
/// promise. A value of one thread.
class Random
{
public:
    constexpr explicit Random(quint64 seed)
        : m_state(mixed(seed))
    {
    }

    constexpr quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        return mixed(m_state);
    }
    /// 0 to bound - 1; 0 for a bound of 0.
    constexpr quint64 below(quint64 bound) { return bound == 0 ? 0 : next() % bound; }
    /// True in `share` of all cases.
    constexpr bool chance(double share)
    {
        constexpr double scale = 1.0 / 9007199254740992.0;
        return static_cast<double>(next() >> 11) * scale < share;
    }

private:
    quint64 m_state;
};

} // namespace leadway::simulator
