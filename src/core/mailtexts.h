#pragma once

#include "core/message.h"
#include "core/messageparser.h"
#include "core/spool.h"

#include <QFile>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace leadway
{

/// What one reads of the HTML mails in a spool, made while an export waits for the service, so that less is
/// left to do once all has come. A shortcut and nothing else: what is not here is made when it is needed, so
/// it may stop at any time (a full disk, very many mails), and another run never sees it. The texts are in a
/// file, in memory only where. Owned by a job, on its thread.
class MailTexts
{
public:
    /// The file is made with the first text, for this user alone, and removed with this.
    explicit MailTexts(const QString& path);
    ~MailTexts();
    MailTexts(const MailTexts&) = delete;
    MailTexts& operator=(const MailTexts&) = delete;

    /// Of messages that a spool has just taken; positions[i] is where it put heads[i].
    void add(std::span<const MessageHead> heads, std::span<const SpoolPosition> positions);

    /// Of the message at a place; nothing if it is not here. Valid until the next call.
    std::optional<ReadableText> textOf(const SpoolPosition& position);

private:
    struct Place {
        std::uint64_t message = 0; // where it is in its segment
        std::uint64_t begin = 0;   // of its text in the file
        std::uint32_t size = 0;
        bool hasReplaced = false;
    };

    bool keep(std::string_view texts);

    QFile m_file;
    MessageParser m_parser;
    std::unique_ptr<Message> m_message = std::make_unique<Message>();
    std::map<std::uint32_t, std::vector<Place>> m_places; // by segment, in its order
    std::size_t m_count = 0;
    std::uint64_t m_size = 0; // of the file
    bool m_hasStopped = false;
    std::string m_text;
};

} // namespace leadway
