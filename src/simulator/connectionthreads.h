#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <httplib.h>
#include <mutex>
#include <thread>
#include <vector>

namespace leadway::simulator
{

/// The threads of a server: one for each connection that is open at the same time, made when it is needed. A
/// pool of a fixed size would either let connections that are kept open starve the others, or make threads by
/// the dozen for a test that asks once. Used by cpp-httplib, from its listening thread.
class ConnectionThreads : public httplib::TaskQueue
{
public:
    void enqueue(std::function<void()> connection) override;
    /// Lets what has begun come to its end.
    void shutdown() override;

private:
    void work();

    std::mutex m_mutex; // of everything below but m_threads
    std::condition_variable m_news;
    std::deque<std::function<void()>> m_waiting;
    std::size_t m_idle = 0;
    bool m_isShutDown = false;
    std::vector<std::thread> m_threads;
};

} // namespace leadway::simulator
