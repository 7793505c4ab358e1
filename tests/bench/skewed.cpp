#include "bench/skewed.h"

#include "bench/client.h"
#include "bench/conditions.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <future>
#include <iterator>
#include <vector>

namespace leadway::bench
{

namespace
{

using simulator::Scenario;

// Of two times that are the same, one is the longer; so much is noise.
constexpr double kNoise = 0.02;
constexpr int kTurns = 5;

struct Skew {
    QString name;
    Account account;
    QStringList arguments;
    qint64 messages;

    bool isSmall() const { return messages < 5 * kPageSize; }
};

std::vector<Skew> skews()
{
    std::vector<Skew> list;
    const auto add = [&list](const char* name, const Scenario& scenario) {
        list.push_back({QString::fromUtf8(name), account(scenario), {}, scenario.messages});
    };
    const auto addConversation = [&list](const char* name, const Scenario& scenario) {
        const Account all = account(scenario);
        const QByteArray id = all->conversationId(scenario.messages / 2);
        qint64 messages = 0;
        for (qint64 index = 0; index < all->count(); ++index) {
            messages += all->conversationId(index) == id ? 1 : 0;
        }
        list.push_back({QString::fromUtf8(name),
                        all,
                        {QStringLiteral("--conversation"), QString::fromLatin1(id)},
                        messages});
    };
    Scenario crowd = scenarioOf(40'000);
    crowd.crowdShare = 0.9;
    add("90 % in 5 % of the range", crowd);

    Scenario millisecond = scenarioOf(20'000);
    millisecond.bulkSends = 1;
    millisecond.bulkSize = 5'000;
    add("One millisecond with 5,000", millisecond);

    Scenario few = scenarioOf(40'000);
    few.conversations = 8;
    addConversation("One long conversation", few);
    addConversation("One short conversation", scenarioOf(40'000));

    Scenario sparse = scenarioOf(3);
    sparse.span = std::chrono::hours(24 * 365 * 4);
    add("3 messages in 4 years", sparse);

    for (const qint64 messages : {qint64(400), qint64(1'200), qint64(2'300)}) {
        Scenario brief = scenarioOf(messages);
        brief.bulkSends = 2;
        add("A short export", brief);
    }
    return list;
}

QStringList skewRow(const Skew& skew, const Run& ours, const Run& oneWalk)
{
    const QString trouble = ours.isWell() ? oneWalk.trouble : ours.trouble;
    if (!trouble.isEmpty()) {
        return {skew.name, trouble, {}, {}, {}, {}, {}, {}, QStringLiteral("**not measured**")};
    }
    const double ratio = oneWalk.wallSeconds / ours.wallSeconds;
    QStringList faults;
    if (ratio < 1 - kNoise) {
        faults += QStringLiteral("slower");
    }
    if (skew.isSmall() && ours.requests > 2 * oneWalk.requests) {
        faults += QStringLiteral("too many requests");
    }
    if (ours.refused > 0) {
        faults += QStringLiteral("%1 of 429").arg(ours.refused);
    }
    if (!ours.hasSameFileAs(oneWalk)) {
        faults += QStringLiteral("another file");
    }
    return {skew.name,
            grouped(static_cast<double>(ours.messages)),
            grouped(ours.wallSeconds, 2),
            grouped(oneWalk.wallSeconds, 2),
            grouped(ratio, 2) + QStringLiteral(" ×"),
            QString::number(ours.requests),
            QString::number(oneWalk.requests),
            ours.hasSameFileAs(oneWalk) ? QStringLiteral("yes") : QStringLiteral("no"),
            faults.isEmpty() ? QStringLiteral("reached")
                             : QStringLiteral("**not reached**: ") + faults.join(QStringLiteral(", "))};
}

Run runOf(const Skew& skew, Client client)
{
    return run(client, skew.account, asTheService(), skew.arguments);
}

// One after the other and in turns, so that both find the machine in the same mood.
QStringList smallRow(const Skew& skew)
{
    std::vector<Run> ours;
    std::vector<Run> oneWalk;
    for (int turn = 0; turn < kTurns; ++turn) {
        ours.push_back(runOf(skew, Client::Leadway));
        oneWalk.push_back(runOf(skew, Client::OneWalk));
    }
    return skewRow(skew, typical(ours), typical(oneWalk));
}

} // namespace

Section skewed()
{
    const std::vector<Skew> list = skews();
    // The long walks at the same time: they wait for the service nearly all of it.
    std::vector<std::future<Run>> walking;
    for (const Skew& skew : list) {
        if (!skew.isSmall()) {
            walking.push_back(std::async(std::launch::async, runOf, std::cref(skew), Client::OneWalk));
        }
    }
    std::vector<Run> longWalks;
    std::transform(walking.begin(), walking.end(), std::back_inserter(longWalks),
                   [](std::future<Run>& one) { return one.get(); });

    Table table{{QStringLiteral("Messages that lie so"), QStringLiteral("Messages"),
                 QStringLiteral("Seconds"), QStringLiteral("in one walk"), QStringLiteral("Faster"),
                 QStringLiteral("Requests"), QStringLiteral("in one walk"), QStringLiteral("Same file"),
                 QString()},
                {}};
    auto longWalk = longWalks.begin();
    for (const Skew& skew : list) {
        table.rows.append(skew.isSmall() ? smallRow(skew)
                                         : skewRow(skew, runOf(skew, Client::Leadway), *longWalk++));
    }
    return {{}, {table}};
}

} // namespace leadway::bench
