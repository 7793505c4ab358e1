#pragma once

#include <QByteArrayView>
#include <QFlags>

#include <string_view>

namespace leadway
{

/// The seven channels a person can tick. The first six are the values of the endpoint's `channel`
/// parameter; Other is everything else (activity, web chat, …), for which the service has no value.
enum class Channel : unsigned char {
    Sms = 1 << 0,
    Call = 1 << 1,
    Email = 1 << 2,
    WhatsApp = 1 << 3,
    Instagram = 1 << 4,
    Facebook = 1 << 5,
    Other = 1 << 6,
};
Q_DECLARE_FLAGS(Channels, Channel)
Q_DECLARE_OPERATORS_FOR_FLAGS(Channels)

constexpr Channel kEveryChannel[] = {Channel::Sms,       Channel::Call,     Channel::Email, Channel::WhatsApp,
                                     Channel::Instagram, Channel::Facebook, Channel::Other};

/// All seven: what "All messages" means.
constexpr Channels allChannels()
{
    return Channels::fromInt(0x7f);
}

/// The channel of a message by its `messageType` ("TYPE_SMS" and "SMS" are the same); Other for every
/// type that belongs to none of the six, known or not.
Channel channelOf(std::string_view messageType);

/// `messageType` without its optional "TYPE_" prefix.
std::string_view bareType(std::string_view messageType);

/// The endpoint's word for a channel ("SMS", "Call", "Email", …); "Other" for Other, which the endpoint
/// does not know but the command line does.
QByteArrayView apiName(Channel channel);

} // namespace leadway
