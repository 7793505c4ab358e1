#pragma once

#include "core/message.h"

#include <QString>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace leadway
{

/// The pieces of one answer of the export endpoint, as spans of its text.
struct AnswerParts {
    std::vector<std::string_view>
        messages;                          ///< each element of `messages`, whatever it is; splitAnswer() only
    std::optional<std::string> nextCursor; ///< absent when null, missing or ""
    std::optional<qint64> total;
    QString traceId;
};

/// Reads the service's JSON. The only user of the JSON library. Holds buffers that are reused from call to
/// call, so keep one for many messages; a value of one thread. Every text handed in must be followed by
/// kJsonPadding readable bytes.
class MessageParser
{
public:
    MessageParser();
    ~MessageParser();
    MessageParser(MessageParser&&) noexcept;
    MessageParser& operator=(MessageParser&&) noexcept;

    /// Cuts an answer into its pieces. False if it is not the whole of a JSON object with an array
    /// `messages`; then it was cut short, is something else, or holds bytes that core/jsonrepair can mend.
    bool splitAnswer(std::string_view text, AnswerParts& parts);

    /// As splitAnswer(), but reads the heads of the messages in the same pass. False also if an element is
    /// no message or needs to be mended, of which splitAnswer() and readHead() tell more; `heads` then is of
    /// no use.
    bool readAnswer(std::string_view text, AnswerParts& parts, std::vector<MessageHead>& heads);

    /// The few fields that decide what happens to a message. False if it is not an object or has no `id`.
    bool readHead(std::string_view raw, MessageHead& head);

    /// Every field; bad bytes are replaced and `repaired` is set. False as above, and if a field within a
    /// field is no JSON, where readHead() does not look; then what could be read is there all the same.
    bool read(std::string_view raw, Message& message);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace leadway
