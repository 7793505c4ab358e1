#pragma once

#include "simulator/endpoint.h"
#include "support/misbehavingserver.h"

#include <QMap>
#include <QRandomGenerator>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace leadway::test
{

Q_NAMESPACE

/// What can happen to one answer on its way.
enum class Trouble {
    TooManyRequests,        ///< 429 without a word of when
    TooManyRequestsSeconds, ///< 429 with Retry-After in seconds
    TooManyRequestsDate,    ///< 429 with Retry-After as a date
    Overloaded,             ///< 408, 500, 502, 503 or 504, some of them with the Retry-After of now
    CutBody,                ///< the connection closes within the promised length
    ShortBody,              ///< a whole answer that holds half the page
    ShortGzip,
    NotJson,
    NoMessages,
    TrailingGarbage,
    NotHttp,
    RawControl, ///< of this and the next two something is made, and nothing asked again
    InvalidUtf8,
    Bom,
    ResetBefore, ///< the connection is reset, before any byte of the answer or within it
    ResetWithin,
    CloseDelimited, ///< no length, and the connection closes in the middle
    Hang,           ///< nothing comes, or nothing more: until the client's patience ends
    HangWithin,
    Drip,    ///< all of it, in pieces
    Bomb,    ///< gzip that grows beyond what the client takes
    Refused, ///< 400, 401, 403, 404 or 422; this and the next three end an export honestly
    Blocked,
    Redirect,
    DayUsedUp,
    NoProgress, ///< this and the next make a walk end early
    EmptyPage,
};
Q_ENUM_NS(Trouble)

/// How often what goes wrong. A value.
struct TroubleMix {
    std::vector<Trouble> kinds;
    double share = 0; ///< of the answers
    int hangs = 2;    ///< this and the next two take real time: so many at most
    int waits = 0;    ///< of a second, asked for by Retry-After
    int bombs = 0;
    int fatal = 0; ///< refusals and ends before the end, at most
};

/// The simulator's endpoint behind the hand-written server, so that on the wire too everything can go wrong,
/// all of it decided by one seed and the order in which requests arrive. Lives on the test's thread and needs
/// its event loop.
class FaultyService
{
public:
    FaultyService(std::shared_ptr<const simulator::Generator> generator, simulator::Behaviour behaviour,
                  TroubleMix mix, quint32 seed);

    bool start() { return m_server.start(); }
    QUrl baseUrl() const { return m_server.baseUrl(); }
    /// Every cursor given out so far is dead.
    void expireCursors() { m_endpoint.expireCursors(); }

    int answers() const { return m_answers; }
    /// How often each has happened.
    const QMap<Trouble, int>& troubles() const { return m_troubles; }

private:
    Script answer(const WireRequest& wire);
    std::optional<Trouble> draw();
    int* budgetOf(Trouble trouble);

    simulator::Endpoint m_endpoint;
    MisbehavingServer m_server;
    TroubleMix m_mix;
    QRandomGenerator m_random;
    simulator::Fault m_fault; // of the answer at hand
    int m_answers = 0;
    QMap<Trouble, int> m_troubles;
};

} // namespace leadway::test
