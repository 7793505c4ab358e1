#pragma once

#include "simulator/generator.h"

#include <string_view>
#include <vector>

namespace leadway::simulator
{

/// What kind of thing a message is; decides its fields.
enum class Family : quint8 {
    Sms,
    WhatsApp,
    Instagram,
    Facebook,
    Call,
    Email,
    Chat,
    Activity,
    Comment,
    Review,
    Form,
    Unknown,
};

struct MessageType {
    std::string_view name;
    Family family;
    int number; ///< the field `type`
};

const MessageType& messageType(quint8 number);
/// The endpoint's word for a family's channel; empty where it has none.
std::string_view channelName(Family family);

/// All that is held of one message; the rest follows from its number and the seed.
struct Record {
    static constexpr quint8 kUndated = 1;
    static constexpr quint8 kNoUpdate = 2;
    static constexpr quint8 kInbound = 4;
    static constexpr quint8 kBulk = 8;
    static constexpr quint8 kEnglish = 16;

    qint64 place = 0;         ///< `dateAdded`, and where it stands if it is undated
    quint32 updatedAfter = 0; ///< milliseconds
    quint32 contact = 0;
    quint32 thread = 0; ///< the same for all messages of one conversation's thread
    quint8 type = 0;
    quint8 flags = 0;
    quint8 dialogue = 0;
    quint8 line = 0;
    Nasty nasty = Nasty::None;
    quint8 variant = 0; ///< of its nastiness

    bool has(quint8 flag) const { return (flags & flag) != 0; }
};
static_assert(sizeof(Record) <= 48);

/// Kinds of Nasty::WrongType.
enum class WrongType : quint8 { NumberBody, BooleanStatus, TextNumber, BooleanUpdated, NullLists, TextMeta };
constexpr quint8 kWrongTypes = 6;

/// A scenario's messages, oldest first.
std::vector<Record> makeAccount(const Scenario& scenario);

} // namespace leadway::simulator
