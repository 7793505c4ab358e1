#include "bench/conditions.h"

#include <chrono>
#include <memory>

namespace leadway::bench
{

using simulator::Behaviour;
using simulator::Scenario;

Scenario scenarioOf(qint64 messages)
{
    Scenario scenario;
    scenario.messages = messages;
    scenario.emailShare = 0.1;
    scenario.bulkSends = 20;
    return scenario;
}

Account account(const Scenario& scenario)
{
    return std::make_shared<const simulator::Generator>(scenario);
}

Behaviour withoutLatency()
{
    Behaviour behaviour;
    behaviour.shuffled = true;
    return behaviour;
}

Behaviour asTheService()
{
    Behaviour behaviour = withoutLatency();
    behaviour.latency = std::chrono::milliseconds(600);
    behaviour.rateMax = 100;
    behaviour.rateInterval = std::chrono::seconds(10);
    return behaviour;
}

} // namespace leadway::bench
