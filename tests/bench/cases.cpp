#include "bench/cases.h"

#include "bench/client.h"
#include "bench/conditions.h"
#include "bench/firstframe.h"
#include "bench/skewed.h"
#include "bench/workbook.h"

#include <algorithm>
#include <future>
#include <utility>

namespace leadway::bench
{

namespace
{

constexpr int kRepetitions = 3;
constexpr QLatin1String kForExcel("CSV for Excel");
constexpr QLatin1String kForPrograms("CSV for programs");

Table tableOfRuns(const std::vector<std::pair<Client, Run>>& runs)
{
    Table table{{QStringLiteral("Program"), QStringLiteral("Messages"), QStringLiteral("Seconds"),
                 QStringLiteral("Messages/s"), QStringLiteral("CPU s"), QStringLiteral("Messages/CPU s"),
                 QStringLiteral("Peak MB"), QStringLiteral("Requests"), QStringLiteral("of them 429")},
                {}};
    for (const auto& [client, run] : runs) {
        if (!run.isWell()) {
            table.rows.append({nameOf(client), run.trouble, {}, {}, {}, {}, {}, {}, {}});
            continue;
        }
        const auto messages = static_cast<double>(run.messages);
        table.rows.append({nameOf(client), grouped(messages), grouped(run.wallSeconds, 2),
                           grouped(messages / run.wallSeconds), grouped(run.cpuSeconds, 2),
                           grouped(messages / run.cpuSeconds), grouped(run.peakMegabytes, 1),
                           QString::number(run.requests), QString::number(run.refused)});
    }
    return table;
}

QStringList sameFile(const Run& ours, const Run& oneWalk)
{
    const QString what = QStringLiteral("The file is the one walk's, byte for byte");
    const QString trouble = ours.isWell() ? oneWalk.trouble : ours.trouble;
    return trouble.isEmpty() ? isSo(what, ours.hasSameFileAs(oneWalk), QStringLiteral("it differs"))
                             : notMeasured(what, trouble);
}

QStringList noRefusal(const Run& ours)
{
    return isSo(QStringLiteral("No request is refused with 429"), ours.refused == 0,
                QStringLiteral("%1 are").arg(ours.refused));
}

QStringList timesFaster(const QString& what, double ours, double theirs, const Run& other)
{
    constexpr double wanted = 5;
    return other.isWell() ? atLeast(what, theirs / ours, wanted, 1, QStringLiteral(" ×"))
                          : notMeasured(what, other.trouble);
}

Section allowance()
{
    const Account all = account(scenarioOf(200'000));
    // Both wait for the service nearly all the time, so they do not hinder each other.
    auto walking = std::async(std::launch::async, run, Client::OneWalk, all, asTheService(), QStringList());
    const Run sdk = run(Client::Sdk, all, asTheService());
    const Run oneWalk = walking.get();
    const Run ours = run(Client::Leadway, all, asTheService());
    const Run forPrograms = run(Client::ForPrograms, all, asTheService());

    constexpr double wantedRate = 4'500;
    const auto quick = [](const Run& run, QLatin1String format) {
        return atLeast(QStringLiteral("Messages a second over the whole export, %1").arg(format),
                       static_cast<double>(run.messages) / run.wallSeconds, wantedRate, 0, {});
    };
    constexpr double mostRequests = 1.05;
    Table targets{targetHeader(), {}};
    targets.rows = {
        quick(forPrograms, kForPrograms),
        quick(ours, kForExcel),
        noRefusal(ours),
        isSo(QStringLiteral("At most 5 % more requests than one walk"),
             static_cast<double>(ours.requests) <= mostRequests * static_cast<double>(oneWalk.requests),
             QStringLiteral("%1 instead of %2").arg(ours.requests).arg(oneWalk.requests)),
        timesFaster(QStringLiteral("Faster than one walk"), ours.wallSeconds, oneWalk.wallSeconds, oneWalk),
        timesFaster(QStringLiteral("Faster than the SDK's loop"), ours.wallSeconds, sdk.wallSeconds, sdk),
        sameFile(ours, oneWalk)};
    return {sdkRuntime(),
            {tableOfRuns({{Client::Leadway, ours},
                          {Client::OneWalk, oneWalk},
                          {Client::ForPrograms, forPrograms},
                          {Client::Sdk, sdk}}),
             targets}};
}

Section fortyThousand()
{
    const Account all = account(scenarioOf(40'000));
    const Run oneWalk = run(Client::OneWalk, all, asTheService());
    const Run ours = run(Client::Leadway, all, asTheService());
    constexpr double mostSeconds = 5;
    Table targets{targetHeader(), {}};
    targets.rows = {lessThan(QStringLiteral("Seconds"), ours.wallSeconds, mostSeconds, 2, {}),
                    noRefusal(ours), sameFile(ours, oneWalk)};
    return {{}, {tableOfRuns({{Client::Leadway, ours}, {Client::OneWalk, oneWalk}}), targets}};
}

QString pageSize(const Account& all)
{
    constexpr qint64 sample = 20'000;
    qint64 bytes = 0;
    qint64 messages = 0;
    for (qint64 index = 0; index < all->count(); index += std::max<qint64>(1, all->count() / sample)) {
        bytes += all->json(index).size();
        ++messages;
    }
    constexpr double kilobyte = 1000;
    return QStringLiteral("A page of %1 messages has %2 KB on average.")
        .arg(kPageSize)
        .arg(static_cast<double>(bytes * kPageSize) / static_cast<double>(messages) / kilobyte, 0, 'f', 0);
}

QStringList flatMemory(const Run& ours)
{
    constexpr double mostMegabytes = 50;
    return lessThan(QStringLiteral("Peak of resident memory"), ours.peakMegabytes, mostMegabytes, 1,
                    QStringLiteral(" MB"));
}

QStringList thrifty(const Run& ours, QLatin1String format)
{
    constexpr double wanted = 200'000;
    return atLeast(QStringLiteral("Messages a CPU second, from HTTP to %1").arg(format),
                   static_cast<double>(ours.messages) / ours.cpuSeconds, wanted, 0, {});
}

QStringList thriftier(const Run& ours, QLatin1String format, const Run& sdk)
{
    return timesFaster(QStringLiteral("Less CPU than the SDK's loop, %1").arg(format), ours.cpuSeconds,
                       sdk.cpuSeconds, sdk);
}

Section processor()
{
    const Account all = account(scenarioOf(200'000));
    const Run ours = repeated(kRepetitions, Client::Leadway, all, withoutLatency());
    const Run oneWalk = repeated(kRepetitions, Client::OneWalk, all, withoutLatency());
    // What the loop does: bodies as they came.
    const Run forPrograms = repeated(kRepetitions, Client::ForPrograms, all, withoutLatency());
    const Run sdk = repeated(kRepetitions, Client::Sdk, all, withoutLatency());
    Table targets{targetHeader(), {}};
    targets.rows = {thrifty(forPrograms, kForPrograms),
                    thrifty(ours, kForExcel),
                    thriftier(forPrograms, kForPrograms, sdk),
                    thriftier(ours, kForExcel, sdk),
                    flatMemory(ours),
                    sameFile(ours, oneWalk)};
    return {sdkRuntime() + QLatin1Char(' ') + pageSize(all),
            {tableOfRuns({{Client::Leadway, ours},
                          {Client::OneWalk, oneWalk},
                          {Client::ForPrograms, forPrograms},
                          {Client::Sdk, sdk}}),
             targets}};
}

Section twoMillion()
{
    const Account all = account(scenarioOf(2'000'000));
    const Run ours = run(Client::Leadway, all, withoutLatency());
    const Run oneWalk = run(Client::OneWalk, all, withoutLatency());
    Table targets{targetHeader(), {}};
    targets.rows = {thrifty(ours, kForExcel), flatMemory(ours), sameFile(ours, oneWalk)};
    return {pageSize(all), {tableOfRuns({{Client::Leadway, ours}, {Client::OneWalk, oneWalk}}), targets}};
}

Section window()
{
    constexpr int times = 15;
    constexpr double mostSeconds = 0.2;
    QString trouble;
    const std::vector<double> starts = startsToFirstFrame(times, trouble);
    Table targets{targetHeader(), {}};
    const QString what = QStringLiteral("Start to first frame, median of %1").arg(times);
    if (starts.empty()) {
        targets.rows = {notMeasured(what, trouble)};
    } else {
        targets.rows = {lessThan(what, starts[starts.size() / 2], mostSeconds, 3, QStringLiteral(" s")),
                        lessThan(QStringLiteral("and the slowest of them"), starts.back(), mostSeconds, 3,
                                 QStringLiteral(" s"))};
    }
    return {{}, {targets}};
}

} // namespace

const std::vector<Case>& cases()
{
    static const std::vector<Case> all = {
        {QStringLiteral("allowance"), allowance},
        {QStringLiteral("forty-thousand"), fortyThousand},
        {QStringLiteral("skewed"), skewed},
        {QStringLiteral("processor"), processor},
        {QStringLiteral("two-million"), twoMillion, true},
        {QStringLiteral("workbook"), workbook},
        {QStringLiteral("window"), window},
    };
    return all;
}

} // namespace leadway::bench
