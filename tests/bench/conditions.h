#pragma once

#include "bench/client.h"
#include "simulator/behaviour.h"
#include "simulator/generator.h"

namespace leadway::bench
{

constexpr qint64 kPageSize = 500;

/// An account like a real one: pages of about 440 KB, and campaigns that share a millisecond each.
simulator::Scenario scenarioOf(qint64 messages);
Account account(const simulator::Scenario& scenario);

/// The messages of one millisecond come in another order every time; so they do with both.
simulator::Behaviour withoutLatency();
/// 600 ms an answer, and 100 requests in 10 seconds.
simulator::Behaviour asTheService();

} // namespace leadway::bench
