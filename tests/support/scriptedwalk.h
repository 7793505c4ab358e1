#pragma once

#include "fetch/pager.h"
#include "support/misbehavingserver.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <memory>

namespace leadway::test
{

constexpr int kWalkPatience = 20'000; ///< milliseconds; only a broken test waits for so long

/// The date of the message with this number: so many seconds after 2024-01-01T00:00:00Z.
Msecs second(int number);
/// As the endpoint writes it.
QByteArray iso(Msecs when);
/// A page of messages "m<number>", each dated by its number; a null cursor ends the walk.
QByteArray pageOf(const QList<int>& numbers, const char* cursor);
/// What ScriptedWalk::next() answers for an error.
QByteArray failedWith(ErrorKind kind);

/// A Pager, what it brought, and a scripted server that it speaks to, with pauses short enough for tests.
class ScriptedWalk
{
public:
    /// `silence` is how long the client waits for a byte.
    explicit ScriptedWalk(const MessageQuery& query = upwards(), int tries = 8,
                          std::chrono::milliseconds silence = std::chrono::seconds(10));

    /// The demo location's messages, oldest first.
    static MessageQuery upwards();

    /// Asks for a page and does not wait.
    void ask();
    /// Asks and waits: the page's ids, "end" at the end, failedWith() where it cannot go on.
    QByteArray next();

    /// Of the last next(), which must have failed.
    const Error& error() const { return m_outcome->error(); }
    /// How often the pager has called back.
    int answers() const { return m_answers; }

    MisbehavingServer& server() { return m_server; }
    const WireRequest& request(std::size_t index) const { return m_server.requests().at(index); }
    const WireRequest& lastRequest() const { return m_server.requests().back(); }
    std::size_t requests() const { return m_server.requests().size(); }
    /// One query item of all requests in their order.
    QByteArrayList sent(const QByteArray& item) const;

    Pager& pager() { return *m_pager; }
    void destroyPager() { m_pager.reset(); }

private:
    MisbehavingServer m_server;
    std::unique_ptr<ApiClient> m_client; // goes after the pager
    std::unique_ptr<Pager> m_pager;
    std::unique_ptr<Pager::Outcome> m_outcome;
    int m_answers = 0;
};

} // namespace leadway::test
