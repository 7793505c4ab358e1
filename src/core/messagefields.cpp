#include "core/messagefields.h"

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

// Top-level fields that are plain text, by key.
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

template<std::size_t N>
TextMember memberFor(const std::array<TextField, N>& table, std::string_view key)
{
    const auto* const found =
        std::lower_bound(table.begin(), table.end(), key,
                         [](const TextField& field, std::string_view wanted) { return field.key < wanted; });
    return found != table.end() && found->key == key ? found->member : nullptr;
}

void takeIfEmpty(std::string& target, std::string& source)
{
    if (target.empty()) {
        std::swap(target, source);
    }
}

} // namespace

TextMember textField(std::string_view key)
{
    return memberFor(kTextFields, key);
}

TextMember emailField(std::string_view key)
{
    return memberFor(kEmailFields, key);
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

std::optional<Msecs> serviceDate(std::string_view text)
{
    Msecs number = 0;
    const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && stopped == text.data() + text.size();
    if (whole && number > 0 && text.size() >= 12 && text.size() <= 14) {
        return number;
    }
    return parseIsoUtc(text);
}

} // namespace leadway
