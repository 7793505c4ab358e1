#pragma once

#include "core/messagequery.h"
#include "simulator/behaviour.h"
#include "simulator/generator.h"
#include "support/faultyservice.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <vector>

namespace leadway::test
{

/// An export as a seed draws it: the account, the service's habits and troubles, the query, and where it is
/// dropped to be gone on with. The same seed gives the same plan on every computer; which answer meets which
/// trouble also depends on the order in which requests arrive. A value.
struct MixedPlan {
    quint32 seed = 0;
    std::shared_ptr<const simulator::Generator> generator;
    simulator::Behaviour behaviour;
    TroubleMix mix;
    MessageQuery query;
    int lanes = 0;
    QList<int> drops;           ///< after so many changes of the job's state, one run each
    bool cursorsExpire = false; ///< all at once, now and then
    bool hasOddTypes = false;   ///< messages whose channel only the service knows

    /// All that goes wrong passes by itself.
    bool isTransient() const { return mix.fatal == 0; }
    /// In one line.
    QByteArray told() const;
};

MixedPlan mixedPlan(quint32 seed);

/// What the file has to hold, from the generator alone.
enum class Need { Required, Allowed, Forbidden };
Need needOf(const MixedPlan& plan, qint64 index);

/// All messages of the account in the order of a finished file.
std::vector<qint64> fileOrder(const MixedPlan& plan);

} // namespace leadway::test
