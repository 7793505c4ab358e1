#pragma once

#include "simulator/behaviour.h"
#include "simulator/generator.h"
#include "support/witness.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <array>
#include <memory>

namespace leadway::test
{

/// When a run is killed: within a call for a certain deed, or, without one, at any moment.
struct Strike {
    Deed deed = Deed::None;
    double share = 0; ///< of the calls that an uninterrupted run makes for it, or of its time
    Moment moment = Moment::Before;
};

/// An export as a seed draws it, and where it is killed, one strike a run. The same seed gives the same plan
/// on every computer. A value.
struct KillPlan {
    quint32 seed = 0;
    std::shared_ptr<const simulator::Generator> generator;
    simulator::Behaviour behaviour;
    QStringList options; ///< of the command line
    bool hasEarlier = false;
    QList<Strike> strikes;

    QByteArray told() const;
};

/// The first strike is for the deed.
KillPlan killPlan(quint32 seed, Deed deed);

/// What the program was about when a kill hit it.
struct Hit {
    Deed deed = Deed::None;
    Deed latest = Deed::None; ///< the deed before, where it was between two
};

struct KillVerdict {
    QByteArray wrong; ///< empty if every file was whole, and nothing was left but the one
    QList<Hit> hits;
};

/// Makes the file once in one go and once with the kills, each time gone on with as the program says, and
/// compares them byte for byte. Takes about a second.
KillVerdict carryOut(const KillPlan& plan);

/// The deeds that every trial of many has to hit, and their names.
inline constexpr std::array kPhases = {Deed::Fetch, Deed::Flush, Deed::Manifest, Deed::Render, Deed::Rename};
const char* nameOf(Deed deed);

} // namespace leadway::test
