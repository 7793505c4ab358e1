#include "simulator/connectionthreads.h"

#include <utility>

namespace leadway::simulator
{

void ConnectionThreads::enqueue(std::function<void()> connection)
{
    bool isEnough = false;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(connection));
        isEnough = m_waiting.size() <= m_idle;
    }
    if (isEnough) {
        m_news.notify_one();
    } else {
        m_threads.emplace_back([this] { work(); });
    }
}

void ConnectionThreads::shutdown()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isShutDown = true;
    }
    m_news.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
    m_threads.clear();
}

void ConnectionThreads::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        ++m_idle;
        m_news.wait(lock, [this] { return m_isShutDown || !m_waiting.empty(); });
        --m_idle;
        if (m_waiting.empty()) {
            return;
        }
        const std::function<void()> connection = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        connection();
        lock.lock();
    }
}

} // namespace leadway::simulator
