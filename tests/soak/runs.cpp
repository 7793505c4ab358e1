#include "soak/cases.h"
#include "support/mixedrun.h"

#include <QMetaEnum>

#include <cstdio>
#include <numeric>

namespace leadway::test
{

namespace
{

constexpr int kProgressEvery = 50;

// What all runs so far come to.
struct Tally {
    int runs = 0;
    int wrong = 0;
    int finished = 0;
    int whole = 0;
    int failures = 0;
    int drops = 0;
    int answers = 0;
    QMap<Trouble, int> troubles;

    void add(const MixedVerdict& verdict)
    {
        ++runs;
        wrong += verdict.wrong.isEmpty() ? 0 : 1;
        finished += verdict.isFinished ? 1 : 0;
        whole += verdict.isWhole ? 1 : 0;
        failures += verdict.failures;
        drops += verdict.drops;
        answers += verdict.answers;
        for (auto kind = verdict.troubles.begin(); kind != verdict.troubles.end(); ++kind) {
            troubles[kind.key()] += kind.value();
        }
    }

    int troubled() const { return std::accumulate(troubles.begin(), troubles.end(), 0); }

    void tell() const
    {
        std::printf(
            "%d runs, %d wrong: %d files, %d of them called complete; %d answers, %d in trouble; gone "
            "on with after %d failures and %d drops\n",
            runs, wrong, finished, whole, answers, troubled(), failures, drops);
        std::fflush(stdout);
    }

    void tellTroubles() const
    {
        for (auto kind = troubles.begin(); kind != troubles.end(); ++kind) {
            const auto name = QMetaEnum::fromType<Trouble>().valueToKey(static_cast<int>(kind.key()));
            std::printf("%8d %s\n", kind.value(), name);
        }
    }
};

} // namespace

int soakRuns(int count, quint32 firstSeed)
{
    Tally tally;
    for (int run = 0; run < count; ++run) {
        const MixedPlan plan = mixedPlan(firstSeed + static_cast<quint32>(run));
        const MixedVerdict verdict = carryOut(plan);
        tally.add(verdict);
        if (!verdict.wrong.isEmpty()) {
            std::printf("%s: %s\n", plan.told().constData(), verdict.wrong.constData());
        }
        if (tally.runs % kProgressEvery == 0 || tally.runs == count) {
            tally.tell();
        }
    }
    tally.tellTroubles();
    return tally.wrong;
}

} // namespace leadway::test
