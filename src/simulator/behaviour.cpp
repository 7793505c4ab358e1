#include "simulator/behaviour.h"

namespace leadway::simulator
{

Fault Fault::answer(int status, const QByteArray& body)
{
    Fault fault;
    fault.kind = Kind::Status;
    fault.status = status;
    fault.body = body;
    return fault;
}

Fault Fault::of(Kind kind)
{
    Fault fault;
    fault.kind = kind;
    return fault;
}

Fault Fault::wait(std::chrono::milliseconds delay)
{
    Fault fault;
    fault.delay = delay;
    return fault;
}

Fault Fault::redirect(const QByteArray& location)
{
    Fault fault;
    fault.kind = Kind::Redirect;
    fault.status = 302;
    fault.location = location;
    return fault;
}

} // namespace leadway::simulator
