#pragma once

#include "core/message.h"
#include "core/messageparser.h"

#include <QByteArray>
#include <QString>

#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadway
{

/// One answer of the export endpoint, understood. The messages point into `body`, which therefore is never
/// written to; moving a Page keeps them valid. A value.
struct Page {
    QByteArray body; ///< as it came, with kJsonPadding spaces behind it
    std::vector<MessageHead> messages;
    std::vector<std::string_view> unreadable; ///< elements that are no object or have no id
    std::optional<std::string> nextCursor;    ///< nothing at the end of the walk
    std::optional<qint64> total;              ///< an estimate
    QString traceId;
    std::optional<Msecs> serverDate; ///< the answer's Date header
    bool repaired = false;           ///< bad bytes had to be mended to find the messages

    qint64 received() const { return std::ssize(messages) + std::ssize(unreadable); }
};

/// Understands a body. Nothing if it is not the whole of an answer, even after mending bad bytes: then it
/// was cut short or comes from something else, and should be asked for again.
std::optional<Page> readPage(QByteArray body, MessageParser& parser);

} // namespace leadway
