// The long trials: leadway-soak [CASE [COUNT [FIRST SEED]]]. Without a case, all of them.

#include "soak/cases.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdio>

using namespace leadway::test;

namespace
{

struct Case {
    const char* name;
    int (*run)(int count, quint32 firstSeed);
    int count; // if none is asked for
};

constexpr Case kCases[] = {{"runs", soakRuns, 1000}, {"kills", soakKills, 200}, {"disks", soakDisks, 400}};

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString wanted = arguments.value(1);
    const quint32 firstSeed = arguments.size() > 3 ? arguments.at(3).toUInt() : 1;
    bool isKnown = wanted.isEmpty();
    int failures = 0;
    for (const Case& one : kCases) {
        if (!wanted.isEmpty() && wanted != QLatin1String(one.name)) {
            continue;
        }
        isKnown = true;
        const int count = arguments.size() > 2 ? arguments.at(2).toInt() : one.count;
        const int failed = one.run(count, firstSeed);
        std::printf("%s: %d trials, %d went wrong\n", one.name, count, failed);
        failures += failed;
    }
    if (!isKnown) {
        std::fputs("There are the cases runs, kills and disks.\n", stderr);
        return 2;
    }
    return failures == 0 ? 0 : 1;
}
