#include "simulator/generator.h"

#include "simulator/account.h"
#include "simulator/compose.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>

namespace leadway::simulator
{

struct Generator::Private {
    explicit Private(Scenario wanted)
        : scenario(std::move(wanted))
        , records(makeAccount(scenario))
    {
    }

    const Record& record(qint64 index) const { return records[static_cast<std::size_t>(index)]; }

    Scenario scenario;
    std::vector<Record> records;
};

namespace
{

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Scenario Scenario::awkward(quint64 seed, qint64 messages)
{
    Scenario scenario;
    scenario.seed = seed;
    scenario.messages = messages;
    scenario.nastyShare = 0.15;
    scenario.undatedShare = 0.01;
    scenario.prettyShare = 0.1;
    scenario.nulShare = 0.02;
    scenario.loneSurrogateShare = 0.02;
    scenario.wrongTypeShare = 0.03;
    scenario.unknownTypeShare = 0.03;
    scenario.missingFieldShare = 0.05;
    scenario.longBodyShare = 0.002;
    scenario.attachmentShare = 0.15;
    return scenario;
}

Scenario Scenario::broken(quint64 seed, qint64 messages)
{
    Scenario scenario = awkward(seed, messages);
    scenario.invalidByteShare = 0.01;
    scenario.rawControlShare = 0.01;
    return scenario;
}

Generator::Generator(Scenario scenario)
    : d(std::make_unique<Private>(std::move(scenario)))
{
}

Generator::~Generator() = default;

const Scenario& Generator::scenario() const
{
    return d->scenario;
}

qint64 Generator::count() const
{
    return static_cast<qint64>(d->records.size());
}

QByteArray Generator::id(qint64 index) const
{
    return uniqueId(d->scenario.seed, kMessageSalt, static_cast<quint64>(index));
}

QByteArray Generator::json(qint64 index) const
{
    QByteArray out;
    appendJson(out, index);
    return out;
}

void Generator::appendJson(QByteArray& out, qint64 index) const
{
    simulator::appendJson(out, compose(d->scenario, d->record(index), index));
}

Expected Generator::expected(qint64 index) const
{
    return compose(d->scenario, d->record(index), index).expected;
}

std::string Generator::body(qint64 index) const
{
    return expected(index).body;
}

std::optional<qint64> Generator::createdAt(qint64 index) const
{
    const Record& record = d->record(index);
    return record.has(Record::kUndated) ? std::nullopt : std::optional(record.place);
}

std::optional<qint64> Generator::updatedAt(qint64 index) const
{
    const Record& record = d->record(index);
    const bool unreadable = record.nasty == Nasty::WrongType &&
                            static_cast<WrongType>(record.variant) == WrongType::BooleanUpdated;
    return record.has(Record::kNoUpdate) || unreadable ? std::nullopt
                                                       : std::optional(record.place + record.updatedAfter);
}

qint64 Generator::placeMsecs(qint64 index) const
{
    return d->record(index).place;
}

QByteArray Generator::messageType(qint64 index) const
{
    return bytes(simulator::messageType(d->record(index).type).name);
}

QByteArray Generator::channel(qint64 index) const
{
    return bytes(channelName(simulator::messageType(d->record(index).type).family));
}

bool Generator::isEmail(qint64 index) const
{
    return simulator::messageType(d->record(index).type).family == Family::Email;
}

QByteArray Generator::contactId(qint64 index) const
{
    return uniqueId(d->scenario.seed, kContactSalt, d->record(index).contact);
}

QByteArray Generator::conversationId(qint64 index) const
{
    return uniqueId(d->scenario.seed, kConversationSalt, d->record(index).contact);
}

Nasty Generator::nasty(qint64 index) const
{
    return d->record(index).nasty;
}

std::vector<qint64> Generator::inFileOrder(const std::function<bool(qint64)>& wanted) const
{
    struct Place {
        qint64 when;
        qint64 index;
        QByteArray id;
    };
    std::vector<Place> places;
    for (qint64 index = 0; index < count(); ++index) {
        if (!wanted || wanted(index)) {
            places.push_back(
                {createdAt(index).value_or(std::numeric_limits<qint64>::max()), index, id(index)});
        }
    }
    std::sort(places.begin(), places.end(),
              [](const Place& a, const Place& b) { return std::tie(a.when, a.id) < std::tie(b.when, b.id); });
    std::vector<qint64> order;
    order.reserve(places.size());
    for (const Place& place : places) {
        order.push_back(place.index);
    }
    return order;
}

} // namespace leadway::simulator
