#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>
#include <optional>

namespace leadway
{

/// Speed and time left of something that counts up. Pure: the time is an argument, in milliseconds of any
/// steady clock. Looks back over the last seconds only, so that a pause does not spoil the estimate for long.
class Progress
{
public:
    using Time = std::chrono::milliseconds;

    void note(qint64 count, Time now);

    /// Per second, over the last ten; nothing in the first second.
    std::optional<double> speed() const;
    /// Until `total` at that speed; nothing when either is not known.
    std::optional<std::chrono::seconds> left(std::optional<qint64> total) const;

private:
    struct Mark {
        qint64 count;
        Time when;
    };
    std::deque<Mark> m_marks;
};

} // namespace leadway
