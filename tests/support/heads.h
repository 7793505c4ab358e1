#pragma once

#include "core/messageparser.h"

#include <QByteArray>
#include <QList>

#include <string_view>
#include <vector>

namespace leadway::test
{

/// What the fetching half knows of some messages, with the bytes of each, as a page has them.
class Heads
{
public:
    /// Each of `messages` is the JSON of one.
    explicit Heads(const QList<QByteArray>& messages)
    {
        for (const QByteArray& json : messages) {
            m_bytes.push_back(json + QByteArray(kJsonPadding, ' '));
            MessageHead head;
            const std::string_view raw(m_bytes.back().constData(), static_cast<std::size_t>(json.size()));
            if (!m_parser.readHead(raw, head)) {
                qFatal("not a message: %s", json.constData());
            }
            m_heads.push_back(head);
        }
    }
    const std::vector<MessageHead>& get() const { return m_heads; }

private:
    MessageParser m_parser;
    std::vector<QByteArray> m_bytes;
    std::vector<MessageHead> m_heads;
};

} // namespace leadway::test
