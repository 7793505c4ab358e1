#pragma once

#include "core/channel.h"

#include <QString>

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace leadway
{

/// The words a person reads where the service sends its own: pure functions of the value and of the
/// translators installed. Nothing becomes nothing; a value that is not known is made readable from its
/// name, so that a new type of message needs no new program. Spelling of case, '-' and '_' does not matter.
QString channelWord(Channel channel);
QString directionWord(std::string_view direction);
QString statusWord(std::string_view status);
QString callStatusWord(std::string_view status);
QString sourceWord(std::string_view source);
/// Of a type, or of a messageKind().
QString typeWord(std::string_view messageType);

/// The statuses that the service is known to send, each spelt once: "no-answer".
std::vector<std::string> knownStatuses();

/// The same words as UTF-8, each looked up in the translations once: for writing many messages in one
/// language. Owned by what writes a file, made at its start; a value of one thread. A reference is good
/// until the next call.
class Words
{
public:
    Words();

    const std::string& channel(Channel channel) const;
    const std::string& direction(std::string_view raw) { return m_directions.word(raw); }
    const std::string& status(std::string_view raw) { return m_statuses.word(raw); }
    const std::string& callStatus(std::string_view raw) { return m_callStatuses.word(raw); }
    const std::string& source(std::string_view raw) { return m_sources.word(raw); }
    const std::string& type(std::string_view raw) { return m_types.word(raw); }

private:
    class Cache
    {
    public:
        using Translate = QString (*)(std::string_view);
        explicit Cache(Translate translate)
            : m_translate(translate)
        {
        }
        const std::string& word(std::string_view raw);

    private:
        struct Hash : std::hash<std::string_view> {
            using is_transparent = void;
        };
        Translate m_translate;
        std::unordered_map<std::string, std::string, Hash, std::equal_to<>> m_words;
    };

    std::array<std::string, std::size(kEveryChannel)> m_channels;
    Cache m_directions{&directionWord};
    Cache m_statuses{&statusWord};
    Cache m_callStatuses{&callStatusWord};
    Cache m_sources{&sourceWord};
    Cache m_types{&typeWord};
};

} // namespace leadway
