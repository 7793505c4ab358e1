#include "core/messagequery.h"

#include <algorithm>

namespace leadway
{

namespace
{

// The service's ids are 20 letters and digits; a little more is allowed, for other id schemes.
bool looksLikeId(const QString& text)
{
    constexpr qsizetype shortest = 5;
    constexpr qsizetype longest = 64;
    return text.size() >= shortest && text.size() <= longest &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'-' || c == u'_';
           });
}

} // namespace

std::optional<QueryFault> MessageQuery::validate() const
{
    if (locationId.isEmpty()) {
        return QueryFault::LocationMissing;
    }
    if (!looksLikeId(locationId)) {
        return QueryFault::LocationMalformed;
    }
    if (!channels) {
        return QueryFault::NoChannel;
    }
    if (interval.isEmpty()) {
        return QueryFault::DatesReversed;
    }
    if (!contactId.isEmpty() && !looksLikeId(contactId)) {
        return QueryFault::ContactMalformed;
    }
    if (!conversationId.isEmpty() && !looksLikeId(conversationId)) {
        return QueryFault::ConversationMalformed;
    }
    if (limit < kSmallestLimit || limit > kLargestLimit) {
        return QueryFault::LimitOutOfRange;
    }
    return std::nullopt;
}

std::optional<Msecs> sortKey(const MessageHead& head, SortBy sortBy)
{
    return sortBy == SortBy::UpdatedAt && head.updatedAt ? head.updatedAt : head.createdAt;
}

Verdict verdictFor(const MessageHead& head, const Interval& interval, Channels keep)
{
    if (head.createdAt && !interval.contains(*head.createdAt)) {
        return Verdict::Outside;
    }
    return keep.testFlag(head.channel()) ? Verdict::Kept : Verdict::Filtered;
}

} // namespace leadway
