#pragma once

#include "simulator/behaviour.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>

namespace leadway::test
{

/// Holds a server's answers back, so that a test can look around in the middle of an export for as long as it
/// likes. Opens by itself at its end. The test's thread has it; the server's threads wait at it.
class Gate
{
public:
    Gate()
        : m_shared(std::make_shared<Shared>())
    {
    }
    ~Gate() { open(); }
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    /// For Behaviour::fault: closed from this request on.
    std::function<simulator::Fault(const simulator::Request&)> closedFrom(qint64 number) const
    {
        return [shared = m_shared, number](const simulator::Request& request) {
            if (request.number >= number) {
                shared->isReached = true;
                constexpr std::chrono::minutes longest(2); // after that the test has failed anyway
                shared->opened.wait_for(longest);
            }
            return simulator::Fault();
        };
    }

    /// A request waits here.
    bool isReached() const { return m_shared->isReached; }
    void open()
    {
        if (!m_isOpen) {
            m_isOpen = true;
            m_shared->opening.set_value();
        }
    }

private:
    struct Shared {
        std::atomic<bool> isReached = false;
        std::promise<void> opening;
        std::shared_future<void> opened = opening.get_future().share();
    };
    std::shared_ptr<Shared> m_shared;
    bool m_isOpen = false;
};

} // namespace leadway::test
