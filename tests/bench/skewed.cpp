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

struct Skew {
    QString name;
    Account account;
    QStringList arguments;
    qint64 messages;

    bool isSmall() const { return messages < 5 * kPageSize; }
    int times() const { return isSmall() ? kRepetitions : 1; }
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
        Scenario short_ = scenarioOf(messages);
        short_.bulkSends = 2;
        add("A short export", short_);
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

// The long ones at the same time, since they wait nearly all of it; what takes a second would suffer.
std::vector<Run> walkThrough(const std::vector<Skew>& list)
{
    const auto walk = [](const Skew& skew) {
        return repeated(skew.times(), Client::OneWalk, skew.account, asTheService(), skew.arguments);
    };
    std::vector<std::future<Run>> walking;
    for (const Skew& skew : list) {
        walking.push_back(
            std::async(skew.isSmall() ? std::launch::deferred : std::launch::async, walk, std::cref(skew)));
    }
    // Taken in two turns: asking for a deferred one is what runs it.
    std::vector<Run> runs(list.size());
    for (const bool isSmall : {false, true}) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i].isSmall() == isSmall) {
                runs[i] = walking[i].get();
            }
        }
    }
    return runs;
}

} // namespace

Section skewed()
{
    const std::vector<Skew> list = skews();
    const std::vector<Run> oneWalks = walkThrough(list);
    Table table{{QStringLiteral("Messages that lie so"), QStringLiteral("Messages"),
                 QStringLiteral("Seconds"), QStringLiteral("in one walk"), QStringLiteral("Faster"),
                 QStringLiteral("Requests"), QStringLiteral("in one walk"), QStringLiteral("Same file"),
                 QString()},
                {}};
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Run ours =
            repeated(list[i].times(), Client::Leadway, list[i].account, asTheService(), list[i].arguments);
        table.rows.append(skewRow(list[i], ours, oneWalks[i]));
    }
    return {{}, {table}};
}

} // namespace leadway::bench
