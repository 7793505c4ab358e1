#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

namespace leadway::test
{

/// Watches the event loop of the thread it lives on: a timer ticks every few milliseconds, and the longest
/// time between two ticks is how long a person had to wait. What the system took away of it, because other
/// threads and programs had the processors, says nothing about the window and is told apart where the
/// system counts it (Linux); what the thread computed, and what it waited for, remains.
class TurnWatch : public QObject
{
public:
    using Milliseconds = std::chrono::duration<double, std::milli>;

    struct Stall {
        Milliseconds wall{0}; ///< the longest by the clock
        Milliseconds own{0};  ///< the longest without what the system took away
    };

    TurnWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(kTick);
        connect(&m_timer, &QTimer::timeout, this, &TurnWatch::tick);
    }

    /// Stalls count from here on.
    void begin()
    {
        m_stall = {};
        m_last = now();
        m_timer.start();
    }

    /// Runs the event loop until the condition holds, which is looked at with every tick; false if it never
    /// does.
    bool runUntil(const std::function<bool()>& condition)
    {
        constexpr qint64 patience = 120'000;
        QElapsedTimer clock;
        clock.start();
        m_isDone = [&] { return condition() || clock.hasExpired(patience); };
        m_loop.exec();
        m_isDone = nullptr;
        return !clock.hasExpired(patience);
    }

    /// Does something, and lets the event loop turn for all that follows from it.
    Stall during(const std::function<void()>& action)
    {
        constexpr int turns = 20;
        begin();
        action();
        runUntil([left = turns]() mutable { return --left == 0; });
        return m_stall;
    }

    const Stall& stall() const { return m_stall; }

private:
    struct Moment {
        Milliseconds wall{0};
        Milliseconds taken{0};
    };

    static Moment now()
    {
        Moment moment;
        moment.wall = std::chrono::steady_clock::now().time_since_epoch();
        QFile statistics(QStringLiteral("/proc/thread-self/schedstat"));
        if (statistics.open(QFile::ReadOnly | QFile::Unbuffered)) {
            // The second number: nanoseconds for which the thread could have run, but did not.
            const qlonglong waited = statistics.readLine().split(' ').value(1).toLongLong();
            moment.taken = std::chrono::nanoseconds(waited);
        }
        return moment;
    }

    void tick()
    {
        const Moment before = std::exchange(m_last, now());
        const Milliseconds wall = m_last.wall - before.wall;
        m_stall.wall = std::max(m_stall.wall, wall);
        m_stall.own = std::max(m_stall.own, wall - (m_last.taken - before.taken));
        if (m_isDone && m_isDone()) {
            m_loop.quit();
        }
    }

    static constexpr std::chrono::milliseconds kTick{5};

    QTimer m_timer;
    QEventLoop m_loop;
    std::function<bool()> m_isDone;
    Moment m_last;
    Stall m_stall;
};

} // namespace leadway::test
