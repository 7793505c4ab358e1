#pragma once

#include "core/message.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace leadway
{

/// \file
/// Messages that show how a file would begin, while its options are chosen. Pure functions.

/// A message of the preview, as the service sent it, without Message::raw; nothing if it is none.
std::optional<Message> sampleMessage(const QByteArray& json);

/// Two invented ones, the newest first, in the language that is installed, where no real ones are known. In
/// them is what the options are about: a phone number, a line break.
std::vector<Message> exampleMessages(Msecs newest);

} // namespace leadway
