#pragma once

#include "core/channel.h"
#include "core/message.h"
#include "core/messagefilter.h"
#include "core/timestamp.h"

#include <QString>

#include <optional>
#include <vector>

namespace leadway
{

/// The endpoint's `sortBy`. From and To always speak of when a message was created; UpdatedAt changes the
/// order alone.
enum class SortBy { CreatedAt, UpdatedAt };

/// The endpoint's `sortOrder`.
enum class SortOrder { Ascending, Descending };

/// What is wrong with a query, named by the field that has to be mended.
enum class QueryFault {
    LocationMissing,
    LocationMalformed,
    NoChannel,
    DatesReversed,
    ContactMalformed,
    ConversationMalformed,
    LimitOutOfRange,
};

constexpr int kSmallestLimit = 10; ///< the endpoint answers 422 to 9
constexpr int kLargestLimit = 500; ///< what the reference allows

/// Which messages a person wants and in which order: every parameter of the endpoint, and what it does not
/// know, the set of channels and the filter. A value; it knows no cursor and no network.
struct MessageQuery {
    QString locationId;
    Channels channels = allChannels();
    QString contactId;
    QString conversationId;
    Interval interval; ///< of `dateAdded`, UTC
    SortBy sortBy = SortBy::CreatedAt;
    SortOrder sortOrder = SortOrder::Descending;
    int limit = kLargestLimit;
    MessageFilter filter; ///< of what has come, when it is written or shown

    /// The first thing that is wrong, in the order of the form; nothing if the query can be asked.
    std::optional<QueryFault> validate() const;

    bool operator==(const MessageQuery&) const = default;
};

/// The moment a message is ordered by; a missing `dateUpdated` gives way to `dateAdded`. Nothing for an
/// undated message.
std::optional<Msecs> sortKey(const MessageHead& head, SortBy sortBy);

/// What happens to a message that the service sent.
enum class Verdict { Kept, Outside, Filtered };

/// Decides by date and channel. An undated message is never outside.
Verdict verdictFor(const MessageHead& head, const Interval& interval, Channels keep);

} // namespace leadway
