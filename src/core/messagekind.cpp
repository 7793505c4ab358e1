#include "core/messagekind.h"

#include "core/messagefilter.h"

#include <algorithm>
#include <string>

namespace leadway
{

namespace
{

// Of a campaign the type says more than the outcome.
bool isOrdinaryCall(std::string_view bareType)
{
    return bareType == kCallKind || bareType == "CUSTOM_CALL" || bareType == "IVR_CALL";
}

bool isUnanswered(const std::string& key)
{
    constexpr const char* outcomes[] = {"no-answer", "busy", "canceled", "missed"};
    return std::any_of(std::begin(outcomes), std::end(outcomes),
                       [&key](const char* outcome) { return key == statusKey(outcome); });
}

} // namespace

std::string_view messageKind(std::string_view messageType, std::string_view direction,
                             std::string_view outcome)
{
    if (!isOrdinaryCall(bareType(messageType)) || outcome.empty()) {
        return messageType;
    }
    const std::string key = statusKey(outcome);
    if (key == statusKey("voicemail")) {
        return kVoicemailKind;
    }
    return direction == "inbound" && isUnanswered(key) ? kMissedCallKind : messageType;
}

std::string_view messageKind(const Message& message)
{
    return messageKind(message.messageType, message.direction,
                       message.callStatus.empty() ? message.status : message.callStatus);
}

} // namespace leadway
