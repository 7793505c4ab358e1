#pragma once

#include "core/message.h"

#include <string_view>

namespace leadway
{

/// What a message is, as finely as a person tells them apart: its type as the service names it; but a call
/// that nobody took is "MISSED_CALL", and one that ended at the answering machine "VOICEMAIL", which the
/// service has no types for. A view of `messageType` or of a constant. `outcome` is the status of the call.
/// Pure.
std::string_view messageKind(std::string_view messageType, std::string_view direction,
                             std::string_view outcome);
std::string_view messageKind(const Message& message);

constexpr std::string_view kCallKind = "CALL";
constexpr std::string_view kMissedCallKind = "MISSED_CALL";
constexpr std::string_view kVoicemailKind = "VOICEMAIL";

} // namespace leadway
