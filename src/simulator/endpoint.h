#pragma once

#include "simulator/allowance.h"
#include "simulator/answer.h"
#include "simulator/behaviour.h"
#include "simulator/generator.h"
#include "simulator/views.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace leadway::simulator
{

/// The endpoint without its sockets: a request in, an answer out. Owned by the Server; every function may be
/// called from any thread.
class Endpoint
{
public:
    Endpoint(std::shared_ptr<const Generator> generator, Behaviour behaviour);

    /// `authorization` is the header as it came.
    Answer answer(Request request, const QByteArray& authorization);

    const Generator& generator() const { return *m_generator; }
    Behaviour behaviour() const;
    void setBehaviour(Behaviour behaviour);
    void setFault(std::function<Fault(const Request&)> fault);
    void expireCursors();
    std::vector<QByteArray> liveIds() const;

    qint64 requests() const;
    std::vector<Request> log() const;
    void clearLog();

private:
    std::shared_ptr<const Behaviour> enter(Request& request, const QByteArray& authorization);
    bool refuse(const Request& request, const Behaviour& behaviour, Answer& answer) const;
    void writePage(const PagePlan& plan, const Request& request, const Behaviour& behaviour,
                   Answer& answer) const;
    void bringLive(const Behaviour& behaviour, qint64 dateMsecs);

    std::shared_ptr<const Generator> m_generator;

    std::mutex m_faultMutex; ///< one fault is decided at a time; taken before m_mutex, never after
    mutable std::mutex m_mutex;
    std::shared_ptr<const Behaviour> m_behaviour;
    Allowance m_allowance;
    Views m_views;
    std::shared_ptr<const Generator> m_live;
    qint64 m_requests = 0;
    std::vector<Request> m_log;
};

} // namespace leadway::simulator
