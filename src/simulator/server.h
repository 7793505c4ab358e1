#pragma once

#include "simulator/behaviour.h"
#include "simulator/generator.h"

#include <QUrl>

#include <memory>
#include <vector>

namespace leadway::simulator
{

/// The export endpoint in miniature, on 127.0.0.1 alone. It answers on threads of its own; every function
/// here may be called from any thread, though start() and stop() from one. Owned by whoever made it; its end
/// closes every connection.
class Server
{
public:
    explicit Server(Scenario scenario = {}, Behaviour behaviour = {});
    explicit Server(std::shared_ptr<const Generator> generator, Behaviour behaviour = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens on `port`, or on a free one for 0. False if that is not possible.
    bool start(quint16 port = 0);
    /// Ends waiting answers at once; a stopped server can be started again.
    void stop();
    quint16 port() const;
    /// "http://127.0.0.1:PORT", without a path.
    QUrl baseUrl() const;

    const Generator& generator() const;
    /// The ids that were added by Behaviour::liveMessages so far.
    std::vector<QByteArray> liveIds() const;

    Behaviour behaviour() const;
    /// From the next request on. Starts the allowances anew, keeps cursors.
    void setBehaviour(Behaviour behaviour);
    /// The same, for the fault alone.
    void setFault(std::function<Fault(const Request&)> fault);
    /// Every cursor given out so far is dead.
    void expireCursors();

    qint64 requests() const;
    std::vector<Request> log() const;
    void clearLog();
    /// How many requests were answered at the same time at most.
    int maxConcurrency() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace leadway::simulator
