#include "soak/cases.h"
#include "support/killtrial.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace leadway::test
{

namespace
{

// Every other one at any moment of the run; those of the phases in turn, and of what else is done to files.
constexpr std::array kAims = {Deed::Fetch,    Deed::None, Deed::Flush,  Deed::None,
                              Deed::Manifest, Deed::None, Deed::Render, Deed::None,
                              Deed::Rename,   Deed::None, Deed::Lock,   Deed::Clear};

struct Tally {
    int within = 0;  // in the middle of a call
    int between = 0; // after one, while it waited or computed
};

} // namespace

int soakKills(int count, quint32 firstSeed)
{
    std::array<Tally, kDeeds> tallies = {};
    int failures = 0;
    int kills = 0;
    for (int i = 0; i < count; ++i) {
        const quint32 seed = firstSeed + static_cast<quint32>(i);
        const KillPlan plan = killPlan(seed, kAims[seed % kAims.size()]);
        const KillVerdict verdict = carryOut(plan);
        QByteArray hits;
        for (const Hit& hit : verdict.hits) {
            const bool isWithin = hit.deed != Deed::None;
            Tally& tally = tallies[static_cast<std::size_t>(isWithin ? hit.deed : hit.latest)];
            ++(isWithin ? tally.within : tally.between);
            hits += QByteArray(hits.isEmpty() ? "" : ", ") + (isWithin ? "" : "after ") +
                    nameOf(isWithin ? hit.deed : hit.latest);
        }
        kills += static_cast<int>(verdict.hits.size());
        failures += verdict.wrong.isEmpty() ? 0 : 1;
        std::printf("%s; hit: %s: %s\n", plan.told().constData(), hits.constData(),
                    verdict.wrong.isEmpty() ? "whole" : verdict.wrong.constData());
        std::fflush(stdout);
    }
    std::printf("%d kills\n", kills);
    for (int deed = 0; deed < kDeeds; ++deed) {
        const Tally& tally = tallies[static_cast<std::size_t>(deed)];
        std::printf("  %-9s %3d within, %3d between it and the next\n", nameOf(Deed(deed)), tally.within,
                    tally.between);
    }
    // Fewer would say too little about a phase.
    constexpr int enoughTrials = 200;
    constexpr int enoughHits = 10;
    const bool isThin = std::any_of(kPhases.begin(), kPhases.end(), [&tallies](Deed phase) {
        return tallies[static_cast<std::size_t>(phase)].within < enoughHits;
    });
    if (count >= enoughTrials && isThin) {
        std::printf("A phase was hit fewer than %d times.\n", enoughHits);
        ++failures;
    }
    return failures;
}

} // namespace leadway::test
