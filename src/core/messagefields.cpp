#include "core/messagefields.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

namespace leadway
{

namespace
{

struct TextField {
    std::string_view key;
    TextMember member;
};

// Top-level fields that are plain text.
constexpr std::array<TextField, 25> kTextFields = {{
    {"altId", &Message::altId},
    {"bcc", &Message::bcc},
    {"body", &Message::body},
    {"cc", &Message::cc},
    {"chatWidgetId", &Message::chatWidgetId},
    {"contactId", &Message::contactId},
    {"contentType", &Message::contentType},
    {"conversationId", &Message::conversationId},
    {"conversationProviderId", &Message::conversationProviderId},
    {"dateAdded", &Message::dateAdded},
    {"dateUpdated", &Message::dateUpdated},
    {"direction", &Message::direction},
    {"error", &Message::error},
    {"from", &Message::from},
    {"id", &Message::id},
    {"locationId", &Message::locationId},
    {"messageType", &Message::messageType},
    {"source", &Message::source},
    {"status", &Message::status},
    {"subType", &Message::subType},
    {"subject", &Message::subject},
    {"threadId", &Message::threadId},
    {"to", &Message::to},
    {"type", &Message::type},
    {"userId", &Message::userId},
}};

// Fields of meta.email that stand in for missing top-level ones.
constexpr std::array<TextField, 5> kEmailFields = {{
    {"bcc", &Message::bcc},
    {"cc", &Message::cc},
    {"from", &Message::from},
    {"subject", &Message::subject},
    {"to", &Message::to},
}};

constexpr std::size_t slotOf(std::string_view key)
{
    const std::size_t first = static_cast<unsigned char>(key.front());
    const std::size_t last = static_cast<unsigned char>(key.back());
    return (key.size() + 29 * first + 2 * last) % 64;
}

// For each slot the place of its field in kTextFields, or behind the last one: a message has twenty keys, and
// each finds its member by one comparison.
constexpr auto kTextSlots = [] {
    std::array<unsigned char, 64> slots = {};
    slots.fill(kTextFields.size());
    for (std::size_t i = 0; i < kTextFields.size(); ++i) {
        slots[slotOf(kTextFields[i].key)] = static_cast<unsigned char>(i);
    }
    return slots;
}();
static_assert(std::count_if(kTextSlots.begin(), kTextSlots.end(),
                            [](unsigned char field) { return field < kTextFields.size(); }) ==
                  kTextFields.size(),
              "two keys share a slot: choose other factors in slotOf()");

void takeIfEmpty(std::string& target, std::string& source)
{
    if (target.empty()) {
        std::swap(target, source);
    }
}

} // namespace

TextMember textField(std::string_view key)
{
    if (key.empty()) {
        return nullptr;
    }
    const std::size_t field = kTextSlots[slotOf(key)];
    return field < kTextFields.size() && kTextFields[field].key == key ? kTextFields[field].member : nullptr;
}

TextMember emailField(std::string_view key)
{
    const auto* const found = std::find_if(kEmailFields.begin(), kEmailFields.end(),
                                           [key](const TextField& field) { return field.key == key; });
    return found != kEmailFields.end() ? found->member : nullptr;
}

void clear(Message& message)
{
    message.raw = {};
    for (const TextField& field : kTextFields) {
        (message.*field.member).clear();
    }
    message.pageName.clear();
    message.callDuration.clear();
    message.callStatus.clear();
    message.createdAt.reset();
    message.updatedAt.reset();
    message.attachments.clear();
    message.emailMessageIds.clear();
    message.repaired = false;
}

void fillGaps(Message& message, Message& standIn)
{
    for (const TextField& field : kEmailFields) {
        takeIfEmpty(message.*field.member, standIn.*field.member);
    }
    takeIfEmpty(message.callDuration, standIn.callDuration);
    takeIfEmpty(message.callStatus, standIn.callStatus);
    message.attachments.insert(message.attachments.end(),
                               std::make_move_iterator(standIn.attachments.begin()),
                               std::make_move_iterator(standIn.attachments.end()));
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string all;
    for (const std::string& text : texts) {
        all += all.empty() ? "" : ", ";
        all += text;
    }
    return all;
}

std::string urlOf(std::string_view object)
{
    const QByteArray json(object.data(), static_cast<qsizetype>(object.size()));
    const QString url = QJsonDocument::fromJson(json).object().value(QLatin1String("url")).toString();
    return url.isEmpty() ? std::string(object) : url.toStdString();
}

std::optional<Msecs> serviceDate(std::string_view text)
{
    if (text.size() < 12 || text.size() > 14) {
        return parseIsoUtc(text);
    }
    Msecs number = 0;
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && stopped == text.data() + text.size();
    return whole && number > 0 ? std::optional(number) : parseIsoUtc(text);
}

} // namespace leadway
