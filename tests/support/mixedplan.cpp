#include "support/mixedplan.h"

#include <QMetaEnum>

#include <algorithm>
#include <tuple>

namespace leadway::test
{

using simulator::Behaviour;
using simulator::Generator;
using simulator::Scenario;

namespace
{

// The kinds that asking again mends, and those that are mended where they arrive.
constexpr Trouble kPassing[] = {
    Trouble::TooManyRequests,
    Trouble::TooManyRequestsSeconds,
    Trouble::TooManyRequestsDate,
    Trouble::Overloaded,
    Trouble::CutBody,
    Trouble::ShortBody,
    Trouble::ShortGzip,
    Trouble::NotJson,
    Trouble::NoMessages,
    Trouble::TrailingGarbage,
    Trouble::NotHttp,
    Trouble::RawControl,
    Trouble::InvalidUtf8,
    Trouble::Bom,
    Trouble::ResetBefore,
    Trouble::ResetWithin,
    Trouble::CloseDelimited,
    Trouble::Hang,
    Trouble::HangWithin,
    Trouble::Drip,
    Trouble::Bomb,
};

// Later than every message, so that what arrives meanwhile is after the start of every run.
constexpr qint64 kToday = 1719835200000; // 2024-07-01T12:00:00Z
constexpr int kTotalCap = 10'000;        // the simulator's

class MixedPlanner
{
public:
    explicit MixedPlanner(quint32 seed)
        : m_random(seed)
    {
        m_plan.seed = seed;
        drawAccount();
        drawService();
        drawQuery();
        drawTroubles();
    }

    MixedPlan plan() { return std::move(m_plan); }

private:
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    int between(int least, int most) { return m_random.bounded(least, most + 1); }

    void drawAccount()
    {
        m_isBeyondCap = chance(4);
        const qint64 messages = m_isBeyondCap ? between(kTotalCap + 2000, kTotalCap + 3000)
                                : chance(5)   ? between(0, 30)
                                              : between(100, 1600);
        Scenario scenario =
            chance(40) ? Scenario::broken(m_plan.seed, messages) : Scenario::awkward(m_plan.seed, messages);
        scenario.longBodyShare = chance(5) ? 0.002 : 0;
        scenario.htmlBytes = 400;
        scenario.undatedShare = chance(30) ? 0.02 : 0;
        scenario.bulkSends = between(0, 3);
        scenario.bulkSize = between(20, 120);
        scenario.emailShare = chance(15) ? 0 : 0.12;
        scenario.crowdShare = chance(20) ? 0.7 : 0;
        m_plan.hasOddTypes = chance(60);
        if (!m_plan.hasOddTypes) {
            scenario.missingFieldShare = 0;
            scenario.wrongTypeShare = 0;
        }
        m_plan.generator = std::make_shared<const Generator>(scenario);
    }

    void drawService()
    {
        Behaviour& behaviour = m_plan.behaviour;
        behaviour.cursor = chance(50) ? Behaviour::Cursor::Changing : Behaviour::Cursor::Repeating;
        behaviour.total = static_cast<Behaviour::Total>(between(0, 3));
        behaviour.lastCursor = static_cast<Behaviour::LastCursor>(between(0, 3));
        behaviour.undated = static_cast<Behaviour::Undated>(between(0, 2));
        if (m_isBeyondCap) {
            behaviour.total = Behaviour::Total::Capped;
            behaviour.undated = Behaviour::Undated::AtTheirPlace;
        }
        if (behaviour.undated == Behaviour::Undated::InNoRange) {
            behaviour.total = Behaviour::Total::Exact; // nothing else tells that they are missing
        }
        behaviour.endIncluded = chance(50);
        behaviour.rangeIgnored = !m_isBeyondCap && chance(5);
        behaviour.shuffled = chance(70);
        behaviour.gzip = chance(50);
        behaviour.repeated = chance(40) ? between(1, 5) : 0;
        // Where neither the range nor a cursor can be relied on, nothing ever gets to the end.
        if (!behaviour.rangeIgnored) {
            behaviour.cursorUses = chance(20) ? between(4, 20) : 0;
            behaviour.cursorLifetime = std::chrono::milliseconds(chance(10) ? between(20, 60) : 0);
            m_plan.cursorsExpire = chance(15);
        }
        behaviour.dateHeader = chance(85);
        behaviour.liveMessages = behaviour.dateHeader && chance(20) ? between(1, 40) : 0;
        behaviour.dateMsecs = kToday;
        // What it asks for is what the program waits, so the intervals are short.
        behaviour.rateInterval = std::chrono::milliseconds(20);
        behaviour.rateMax = chance(15) ? between(3, 10) : 1'000'000;
        if (chance(30)) {
            behaviour.extraElements = {"null", "42", "\"text\"", "[]", R"({"body":"no id"})", R"({"id":""})"};
        }
    }

    void drawQuery()
    {
        MessageQuery& query = m_plan.query;
        query.locationId = QLatin1String(simulator::kDemoLocation);
        query.sortOrder = chance(50) ? SortOrder::Ascending : SortOrder::Descending;
        query.limit = between(3, 15) * 10;
        m_plan.lanes = chance(25) ? 1 : chance(20) ? 0 : between(2, 24);
        if (m_plan.behaviour.cursorLifetime.count() >
            0) { // or each lane's turn comes too late for its cursor
            m_plan.lanes = 1 + m_plan.lanes % 3;
        }
        if (!m_isBeyondCap && chance(8)) {
            query.sortBy = SortBy::UpdatedAt;
        }
        // Every lost cursor begins such a walk anew, so its pages are large.
        if (m_isBeyondCap || query.sortBy == SortBy::UpdatedAt || m_plan.behaviour.rangeIgnored) {
            query.limit = kLargestLimit;
        }
        drawChannels();
        const qint64 count = m_plan.generator->count();
        const auto anyDate = [&]() -> std::optional<qint64> {
            return count == 0 ? std::nullopt
                              : m_plan.generator->createdAt(m_random.bounded(static_cast<int>(count)));
        };
        if (chance(30)) {
            query.interval.begin = anyDate().value_or(query.interval.begin);
        }
        if (chance(30)) {
            query.interval.end = anyDate().value_or(query.interval.end);
        }
        if (query.interval.isEmpty()) {
            query.interval = {};
        }
    }

    void drawChannels()
    {
        MessageQuery& query = m_plan.query;
        if (chance(60)) {
            return;
        }
        if (chance(30)) {
            query.channels = allChannels() & ~Channels(Channel::Email);
        } else if (!m_plan.hasOddTypes) {
            query.channels = Channels::fromInt(static_cast<unsigned>(between(1, 0x7f)));
        }
    }

    void drawTroubles()
    {
        TroubleMix& mix = m_plan.mix;
        std::vector<Trouble> kinds(std::begin(kPassing), std::end(kPassing));
        // A few kinds a run and often, or all of them.
        if (chance(50)) {
            std::shuffle(kinds.begin(), kinds.end(), m_random);
            kinds.resize(static_cast<std::size_t>(between(1, 4)));
        }
        mix.share = m_random.bounded(0.3);
        mix.waits = chance(20) ? 1 : 0;
        mix.bombs = chance(5) ? 1 : 0;
        if (chance(m_isBeyondCap ? 50 : 15)) {
            mix.fatal = between(1, 3);
            addFatal(kinds);
        }
        // The simulator's total does not count them, so they would make up for what is missing.
        if (mix.fatal > 0 || m_plan.behaviour.undated == Behaviour::Undated::InNoRange) {
            m_plan.behaviour.extraElements.clear();
        }
        mix.kinds = kinds;
        for (int drops = chance(40) ? between(1, 3) : 0; drops > 0; --drops) {
            m_plan.drops.append(between(1, chance(50) ? 15 : 80));
        }
    }

    void addFatal(std::vector<Trouble>& kinds) const
    {
        kinds.insert(kinds.end(),
                     {Trouble::Refused, Trouble::Blocked, Trouble::Redirect, Trouble::DayUsedUp});
        // That a walk ended early can be told by an exact total alone, and a page without progress also where
        // the total tells nothing; not where it is beside the truth.
        const auto total = m_plan.behaviour.total;
        if (total != Behaviour::Total::Drifting) {
            kinds.insert(kinds.end(), {Trouble::NoProgress, Trouble::NoProgress});
        }
        if (total == Behaviour::Total::Exact || (total == Behaviour::Total::Capped && !m_isBeyondCap)) {
            kinds.insert(kinds.end(), {Trouble::EmptyPage, Trouble::EmptyPage});
        }
    }

    QRandomGenerator m_random;
    MixedPlan m_plan;
    bool m_isBeyondCap = false;
};

Channel channelNamed(const QByteArray& name)
{
    const std::pair<const char*, Channel> names[] = {
        {"SMS", Channel::Sms},           {"Call", Channel::Call},           {"Email", Channel::Email},
        {"WhatsApp", Channel::WhatsApp}, {"Instagram", Channel::Instagram}, {"Facebook", Channel::Facebook}};
    for (const auto& [known, channel] : names) {
        if (name == known) {
            return channel;
        }
    }
    return Channel::Other;
}

QByteArray namesOf(const std::vector<Trouble>& kinds)
{
    if (kinds.size() >= std::size(kPassing)) {
        return "all";
    }
    QByteArrayList names;
    for (const Trouble kind : kinds) {
        names.append(QMetaEnum::fromType<Trouble>().valueToKey(static_cast<int>(kind)));
    }
    return names.join('+');
}

} // namespace

MixedPlan mixedPlan(quint32 seed)
{
    return MixedPlanner(seed).plan();
}

QByteArray MixedPlan::told() const
{
    const auto name = [](const char* text, auto value) {
        return ' ' + QByteArray(text) + '=' + QByteArray::number(static_cast<qint64>(value));
    };
    return "seed=" + QByteArray::number(seed) + name("messages", generator->count()) +
           name("cursor", behaviour.cursor) + name("total", behaviour.total) +
           name("undated", behaviour.undated) + name("ignored", behaviour.rangeIgnored) +
           name("uses", behaviour.cursorUses) + name("lifetime", behaviour.cursorLifetime.count()) +
           name("expire", cursorsExpire) + name("repeated", behaviour.repeated) +
           name("up", query.sortOrder == SortOrder::Ascending) +
           name("updated", query.sortBy == SortBy::UpdatedAt) + name("limit", query.limit) +
           name("channels", query.channels.toInt()) + name("from", query.interval.hasBegin()) +
           name("to", query.interval.hasEnd()) + name("lanes", lanes) + name("percent", mix.share * 100) +
           name("waits", mix.waits) + name("bombs", mix.bombs) + name("fatal", mix.fatal) +
           name("drops", drops.size()) + name("extra", behaviour.extraElements.size()) +
           name("live", behaviour.liveMessages) + " kinds=" + namesOf(mix.kinds);
}

Need needOf(const MixedPlan& plan, qint64 index)
{
    const Generator& generator = *plan.generator;
    const Interval& interval = plan.query.interval;
    if (!plan.query.channels.testFlag(channelNamed(generator.channel(index)))) {
        return Need::Forbidden;
    }
    if (const auto created = generator.createdAt(index)) {
        return interval.contains(*created) ? Need::Required : Need::Forbidden;
    }
    // Where an undated message belongs is the service's business alone.
    switch (plan.behaviour.undated) {
    case Behaviour::Undated::InEveryRange:
        return Need::Required;
    case Behaviour::Undated::InNoRange:
        return interval.hasBegin() || interval.hasEnd() ? Need::Allowed : Need::Required;
    case Behaviour::Undated::AtTheirPlace:
        break;
    }
    return interval.contains(generator.placeMsecs(index)) ? Need::Required : Need::Allowed;
}

std::vector<qint64> fileOrder(const MixedPlan& plan)
{
    struct Place {
        bool isUndated;
        qint64 when;
        QByteArray id;
        qint64 index;
    };
    const Generator& generator = *plan.generator;
    const bool isUp = plan.query.sortOrder == SortOrder::Ascending;
    std::vector<Place> places;
    for (qint64 index = 0; index < generator.count(); ++index) {
        const auto updated =
            plan.query.sortBy == SortBy::UpdatedAt ? generator.updatedAt(index) : std::nullopt;
        const auto key = updated ? updated : generator.createdAt(index);
        places.push_back({!key, key.value_or(0), generator.id(index), index});
    }
    std::sort(places.begin(), places.end(), [isUp](const Place& a, const Place& b) {
        const bool areReversed = !isUp && !a.isUndated && !b.isUndated;
        return areReversed ? std::tie(b.when, b.id) < std::tie(a.when, a.id)
                           : std::tie(a.isUndated, a.when, a.id) < std::tie(b.isUndated, b.when, b.id);
    });
    std::vector<qint64> order;
    order.reserve(places.size());
    for (const Place& place : places) {
        order.push_back(place.index);
    }
    return order;
}

} // namespace leadway::test
