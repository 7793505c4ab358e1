#pragma once

#include "core/folding.h"
#include "core/message.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace leadway
{

/// Who a message is from.
enum class Direction { Received, Sent };

/// What is asked of a message beyond what the service can be asked for, so that it is looked at here:
/// whatever is empty asks for nothing. A value; part of a MessageQuery.
struct MessageFilter {
    std::optional<Direction> direction;
    QString status; ///< of the message or of its call, as the service writes it; see sameStatus()
    QString text;   ///< in the subject or the body, whatever the case, accents and white space
    bool hasAttachment = false;

    /// How many of them ask for something.
    int count() const;
    bool isEmpty() const { return count() == 0; }

    bool operator==(const MessageFilter&) const = default;
};

/// The service's words for a direction: "inbound", "outbound".
const char* apiName(Direction direction);

/// What two spellings of a status have in common: "no-answer", "NO_ANSWER" and "No answer" are the same, and
/// so are "canceled" and "cancelled". Empty for what is no word.
std::string statusKey(std::string_view status);

/// Decides for many messages by one filter. Of an HTML text it looks through the words that can be read, not
/// through the markup. A value of one thread; not copied, since it is prepared for its own texts.
class MessageMatcher
{
public:
    explicit MessageMatcher(const MessageFilter& filter);
    MessageMatcher(const MessageMatcher&) = delete;
    MessageMatcher& operator=(const MessageMatcher&) = delete;

    /// Whether every message is wanted, so that none need be read for that.
    bool wantsAll() const { return m_wantsAll; }
    bool matches(const Message& message);

private:
    bool holdsText(const std::string& text);
    bool hasStatus(const Message& message) const;

    MessageFilter m_filter;
    bool m_wantsAll = false;
    std::string m_status;
    std::string m_needle;
    std::boyer_moore_horspool_searcher<std::string::const_iterator> m_searcher; // for m_needle
    FoldedText m_folded;
    std::string m_words; // of the text being looked at
};

/// The same for one message. Pure.
bool matches(const Message& message, const MessageFilter& filter);

} // namespace leadway
