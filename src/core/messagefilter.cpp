#include "core/messagefilter.h"

#include "core/plaintext.h"
#include "core/readablebody.h"

#include <algorithm>

namespace leadway
{

namespace
{

bool isBlank(unsigned char c)
{
    return c <= 0x20;
}

// Runs of white space become one space, since a line may end wherever a sender's program likes.
void appendFolded(std::string& out, QByteArrayView folded)
{
    constexpr std::string_view noBreakSpace = "\xc2\xa0";
    std::string_view rest(folded.data(), static_cast<std::size_t>(folded.size()));
    out.reserve(out.size() + rest.size());
    bool isAfterSpace = true;
    while (!rest.empty()) {
        const bool isNoBreakSpace = rest.starts_with(noBreakSpace);
        if (isNoBreakSpace || isBlank(static_cast<unsigned char>(rest.front()))) {
            if (!isAfterSpace) {
                out += ' ';
            }
            isAfterSpace = true;
        } else {
            out += rest.front();
            isAfterSpace = false;
        }
        rest.remove_prefix(isNoBreakSpace ? noBreakSpace.size() : 1);
    }
}

std::string needleOf(const QString& text)
{
    std::string needle;
    const std::string bare = folded(text.toUtf8());
    appendFolded(needle, {bare.data(), static_cast<qsizetype>(bare.size())});
    while (!needle.empty() && needle.back() == ' ') {
        needle.pop_back();
    }
    return needle;
}

} // namespace

int MessageFilter::count() const
{
    return (direction ? 1 : 0) + (statusKey(status.toStdString()).empty() ? 0 : 1) +
           (text.trimmed().isEmpty() ? 0 : 1) + (hasAttachment ? 1 : 0);
}

const char* apiName(Direction direction)
{
    return direction == Direction::Received ? "inbound" : "outbound";
}

std::string statusKey(std::string_view status)
{
    std::string key = folded({status.data(), static_cast<qsizetype>(status.size())});
    std::erase_if(key, [](char c) { return isBlank(static_cast<unsigned char>(c)) || c == '-' || c == '_'; });
    return key == "canceled" ? "cancelled" : key;
}

MessageMatcher::MessageMatcher(const MessageFilter& filter)
    : m_filter(filter)
    , m_wantsAll(filter.isEmpty())
    , m_status(statusKey(filter.status.toStdString()))
    , m_needle(needleOf(filter.text))
    , m_searcher(m_needle.cbegin(), m_needle.cend())
{
}

bool MessageMatcher::matches(const Message& message)
{
    if (m_filter.direction && message.direction != apiName(*m_filter.direction)) {
        return false;
    }
    if (m_filter.hasAttachment && message.attachments.empty()) {
        return false;
    }
    if (!m_status.empty() && !hasStatus(message)) {
        return false;
    }
    if (m_needle.empty() || holdsText(message.subject)) {
        return true;
    }
    if (!isHtmlMail(message)) {
        return holdsText(message.body);
    }
    std::string readable;
    appendPlainText(readable, message.body);
    return holdsText(readable);
}

bool MessageMatcher::hasStatus(const Message& message) const
{
    return statusKey(message.status) == m_status || statusKey(message.callStatus) == m_status;
}

bool MessageMatcher::holdsText(const std::string& text)
{
    if (text.empty()) {
        return false;
    }
    m_folded.clear();
    m_folded.append({text.data(), static_cast<qsizetype>(text.size())});
    m_words.clear();
    appendFolded(m_words, m_folded.view());
    return m_searcher(m_words.cbegin(), m_words.cend()).first != m_words.cend();
}

bool matches(const Message& message, const MessageFilter& filter)
{
    return MessageMatcher(filter).matches(message);
}

} // namespace leadway
