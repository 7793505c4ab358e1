#pragma once

#include "core/channel.h"
#include "core/timestamp.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadway
{

/// Bytes that must be readable after the end of any JSON text that is handed to the parser.
constexpr std::size_t kJsonPadding = 64;

/// What the fetching half needs to know of a message: enough to order, cut and filter it. `raw` is the
/// message as it came and points into the page that holds it, with kJsonPadding bytes readable after it.
struct MessageHead {
    std::string_view raw;
    std::string id;
    std::string messageType;
    std::optional<Msecs> createdAt; ///< `dateAdded`
    std::optional<Msecs> updatedAt; ///< `dateUpdated`

    Channel channel() const { return channelOf(messageType); }
};

/// What a person reads of a message's text.
struct ReadableText {
    std::string_view text;
    bool hasReplaced = false; ///< characters that no text may hold were
};

/// A message with every field the endpoint's reference names, and those seen beside them. Text is valid
/// UTF-8 (what was not has become U+FFFD); a field that is missing or null is empty. Where another type
/// stands than the reference says, nothing is lost: a number or boolean is kept as written, an object as
/// its JSON, the elements of an array joined by ", ". A value that
/// is meant to be filled again and again, so that 200,000 messages do not mean 200,000 allocations.
struct Message {
    std::string_view raw; ///< as it came; valid as long as the buffer it was parsed from

    std::string id;
    std::string altId;
    std::string type; ///< the number, as written
    std::string messageType;
    std::string subType;
    std::string locationId;
    std::string contactId;
    std::string conversationId;
    std::string conversationProviderId;
    std::string threadId;
    std::string userId;
    std::string chatWidgetId;
    std::string dateAdded; ///< as written
    std::string dateUpdated;
    std::optional<Msecs> createdAt; ///< dateAdded understood
    std::optional<Msecs> updatedAt;
    std::string direction;
    std::string status;
    std::string source;
    std::string contentType;
    std::string body;
    std::string subject; ///< top level, else meta.email.subject
    std::string from;    ///< top level, else meta.email.from; several are joined by ", "
    std::string to;
    std::string cc;
    std::string bcc;
    std::string error;
    std::string pageName;     ///< meta.ig or meta.fb, `page_name`, also when nested twice
    std::string callDuration; ///< seconds as written; meta.callDuration, else meta.call.duration
    std::string callStatus;
    std::vector<std::string> attachments; ///< URLs of `attachments`, then of `files`
    std::vector<std::string> emailMessageIds;

    /// What one reads of `body`, where that was made before (core/mailtexts.h); whoever fills it again sees
    /// to it.
    std::optional<ReadableText> readable;

    /// Some bytes of `raw` were not valid JSON text and had to be replaced to be read.
    bool repaired = false;

    Channel channel() const { return channelOf(messageType); }
    /// The number, address or handle of whoever is not us; often empty.
    const std::string& otherSide() const { return direction == "inbound" ? from : to; }
};

} // namespace leadway
