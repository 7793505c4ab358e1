#pragma once

#include "api/answer.h"

#include <chrono>
#include <deque>
#include <optional>

namespace leadway
{

/// Says when the next request may go out so that the service's allowance is used and not overdrawn. Keeps a
/// log of its own sends, which holds for a fixed window as for a sliding one, and lowers the allowance by
/// what the answers' headers say beyond it, since other programs may use the same token. Pure: the time is
/// an argument, in milliseconds of any steady clock.
class Pacer
{
public:
    using Time = std::chrono::milliseconds;

    /// A request is going out.
    void sent(Time now);
    /// Any other answer came, with what its headers said.
    void answered(const RateHeaders& headers, Time now);
    /// The service refused a request for its rate; waits at least what it asks for.
    void refused(const RateHeaders& headers, std::optional<std::chrono::milliseconds> retryAfter, Time now);

    /// The earliest moment for the next request; `now` or earlier if it may go at once. `keptBack` requests
    /// of the allowance stay unused.
    Time nextSend(Time now, int keptBack = 0) const;

    /// Until when the service, or what it said of others, forbids any request; earlier than `now` if it
    /// doesn't. The regular pace is no such pause.
    Time heldUntil() const { return m_holdUntil; }

    /// How many requests may go out in one interval().
    int allowed() const;
    Time interval() const { return m_interval; }
    /// How many could go out by then, if none did before.
    int free(Time then) const;

private:
    int ownSends(Time now) const;
    Time freedAt(Time sentAt) const;
    void learn(const RateHeaders& headers, Time now);

    std::deque<Time> m_sends; // those of the last interval, oldest first
    int m_max = 100;          // the documented allowance, until a header says otherwise
    Time m_interval = std::chrono::seconds(10);
    Time m_holdUntil = Time::min();
    int m_others = 0; // requests of other programs in the last interval, as far as the headers show
    Time m_othersUntil = Time::min();
    int m_refusals = 0; // in a row
};

} // namespace leadway
