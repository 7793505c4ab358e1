#include "soak/cases.h"
#include "support/disktrial.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace leadway::test
{

namespace
{

constexpr Places kPlaces[] = {kTarget, kSpool, kIndex};
constexpr int kShareOnTmpfs = 8; // of all trials, every so many

// Every call in turn, with nothing and with half of it written, and then as many bytes more or less as the
// count leaves trials for.
std::vector<FullDisk> disksOf(const DiskTrial& trial, int count)
{
    std::vector<FullDisk> disks;
    for (const Places places : kPlaces) {
        for (qint64 call = 1; call <= trial.calls(places); ++call) {
            disks.push_back({places, call, false, 0});
            disks.push_back({places, call, true, 0});
        }
    }
    const int steps = std::max(1, (count - static_cast<int>(disks.size())) / 3);
    for (const Places places : kPlaces) {
        for (int step = 0; step < steps; ++step) {
            disks.push_back({places, 0, false, 1 + trial.bytes(places) * step / steps});
        }
    }
    return disks;
}

int tell(const QByteArray& what, const QByteArray& wrong)
{
    std::printf("%s: %s\n", what.constData(), wrong.isEmpty() ? "as it has to be" : wrong.constData());
    std::fflush(stdout);
    return wrong.isEmpty() ? 0 : 1;
}

int onTmpfs(DiskTrial& trial, int count)
{
    if (!ownMounts()) {
        return tell("a tmpfs", "needs root, and mounts of its own");
    }
    int failures = 0;
    for (const Places place : {kTarget, kSpool}) {
        failures += tell("too small a tmpfs", trial.refusesTmpfs(place));
        const qint64 needed = trial.bytes(place) + (place == kSpool ? trial.bytes(kIndex) : 0);
        constexpr qint64 least = 20'000; // what a file system in memory holds back itself
        const int steps = std::max(1, count / 2);
        for (int step = 0; step < steps; ++step) {
            const qint64 room = (needed - least) * step / steps;
            failures += tell("a tmpfs for " + QByteArray(place == kTarget ? "the target" : "the spool") +
                                 ", " + QByteArray::number(room) + " bytes left",
                             trial.failsOnTmpfs(place, room, 1 + step % 2));
        }
    }
    return failures;
}

} // namespace

int soakDisks(int count, quint32 firstSeed)
{
    DiskTrial trial(firstSeed);
    const int real = std::max(2, count / kShareOnTmpfs);
    const std::vector<FullDisk> disks = disksOf(trial, count - real);
    std::printf("calls that need room: target %lld, spool %lld, index %lld\n",
                static_cast<long long>(trial.calls(kTarget)), static_cast<long long>(trial.calls(kSpool)),
                static_cast<long long>(trial.calls(kIndex)));
    int failures = 0;
    // Fewer than all are spread over all.
    const auto wanted = std::min(disks.size(), static_cast<std::size_t>(count - real));
    for (std::size_t i = 0; i < wanted; ++i) {
        const FullDisk& disk = disks[i * disks.size() / wanted];
        failures += tell(disk.told(), trial.fails(disk));
    }
    return failures + onTmpfs(trial, real);
}

} // namespace leadway::test
