#include "core/channel.h"

#include <algorithm>
#include <array>
#include <utility>

namespace leadway
{

namespace
{

// The bare types that belong to one of the endpoint's channels; whatever is not listed is Other.
// A review request sent by SMS, a comment or a reaction stay with the channel they travel on.
constexpr std::array<std::pair<std::string_view, Channel>, 25> kTypes = {{
    {"CALL", Channel::Call},
    {"CAMPAIGN_CALL", Channel::Call},
    {"CAMPAIGN_EMAIL", Channel::Email},
    {"CAMPAIGN_FACEBOOK", Channel::Facebook},
    {"CAMPAIGN_MANUAL_CALL", Channel::Call},
    {"CAMPAIGN_MANUAL_SMS", Channel::Sms},
    {"CAMPAIGN_SMS", Channel::Sms},
    {"CAMPAIGN_VOICEMAIL", Channel::Call},
    {"CUSTOM_CALL", Channel::Call},
    {"CUSTOM_EMAIL", Channel::Email},
    {"CUSTOM_PROVIDER_EMAIL", Channel::Email},
    {"CUSTOM_PROVIDER_SMS", Channel::Sms},
    {"CUSTOM_SMS", Channel::Sms},
    {"EMAIL", Channel::Email},
    {"FACEBOOK", Channel::Facebook},
    {"FACEBOOK_COMMENT", Channel::Facebook},
    {"INSTAGRAM", Channel::Instagram},
    {"INSTAGRAM_COMMENT", Channel::Instagram},
    {"IVR_CALL", Channel::Call},
    {"RCS", Channel::Sms},
    {"SMS", Channel::Sms},
    {"SMS_NO_SHOW_REQUEST", Channel::Sms},
    {"SMS_REACTION", Channel::Sms},
    {"SMS_REVIEW_REQUEST", Channel::Sms},
    {"WHATSAPP", Channel::WhatsApp},
}};

} // namespace

std::string_view bareType(std::string_view messageType)
{
    constexpr std::string_view prefix = "TYPE_";
    return messageType.starts_with(prefix) ? messageType.substr(prefix.size()) : messageType;
}

Channel channelOf(std::string_view messageType)
{
    const std::string_view bare = bareType(messageType);
    // By size first, which tells most of them apart sooner than a search by halves would.
    const auto* const found =
        std::find_if(kTypes.begin(), kTypes.end(), [bare](const auto& entry) { return entry.first == bare; });
    return found != kTypes.end() ? found->second : Channel::Other;
}

QByteArrayView apiName(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return "SMS";
    case Channel::Call:
        return "Call";
    case Channel::Email:
        return "Email";
    case Channel::WhatsApp:
        return "WhatsApp";
    case Channel::Instagram:
        return "Instagram";
    case Channel::Facebook:
        return "Facebook";
    case Channel::Other:
        break;
    }
    return "Other";
}

} // namespace leadway
