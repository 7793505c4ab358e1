#include "app/progress.h"

#include <cmath>

namespace leadway
{

namespace
{

constexpr std::chrono::seconds kWindow(10);
constexpr std::chrono::seconds kSoonest(1);

} // namespace

void Progress::note(qint64 count, Time now)
{
    m_marks.push_back({count, now});
    while (m_marks.size() > 2 && m_marks[1].when + kWindow <= now) {
        m_marks.pop_front();
    }
}

std::optional<double> Progress::speed() const
{
    if (m_marks.empty()) {
        return std::nullopt;
    }
    const Time span = m_marks.back().when - m_marks.front().when;
    if (span < kSoonest) {
        return std::nullopt;
    }
    const auto gained = static_cast<double>(m_marks.back().count - m_marks.front().count);
    return gained * 1000.0 / static_cast<double>(span.count());
}

std::optional<std::chrono::seconds> Progress::left(std::optional<qint64> total) const
{
    const std::optional<double> perSecond = speed();
    if (!total || !perSecond || *perSecond <= 0 || *total <= m_marks.back().count) {
        return std::nullopt;
    }
    const auto missing = static_cast<double>(*total - m_marks.back().count);
    return std::chrono::seconds(static_cast<qint64>(std::ceil(missing / *perSecond)));
}

} // namespace leadway
