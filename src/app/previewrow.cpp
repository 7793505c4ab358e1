#include "app/previewrow.h"

#include "core/plaintext.h"
#include "core/readablebody.h"

#include <algorithm>
#include <string_view>

namespace leadway
{

namespace
{

QString asQString(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

// Cut before it is simplified, so that a body of megabytes costs no more than a short one.
QString oneLine(const std::string& utf8)
{
    constexpr std::size_t enough = 4096; // bytes; even after folding spaces this fills a row
    QString line = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(std::min(utf8.size(), enough)));
    line = line.simplified();
    if (line.size() > kPreviewLength) {
        line.truncate(line.at(kPreviewLength - 1).isHighSurrogate() ? kPreviewLength - 1 : kPreviewLength);
    }
    return line;
}

// The words of an HTML e-mail, whose first kilobytes may be styles.
QString bodyLine(const Message& message)
{
    constexpr std::size_t enough = 65536;
    return isHtmlMail(message) ? plainLine(std::string_view(message.body).substr(0, enough), kPreviewLength)
                               : oneLine(message.body);
}

} // namespace

PreviewRow previewRow(const Message& message, const SpoolPosition& position)
{
    PreviewRow row;
    row.position = position;
    row.createdAt = message.createdAt;
    row.id = asQString(message.id);
    row.isInbound = message.direction == "inbound";
    row.isOutbound = message.direction == "outbound";
    row.contact = asQString(message.otherSide());
    row.contactId = asQString(message.contactId);
    row.subject = oneLine(message.subject);
    row.text = bodyLine(message);
    row.status = asQString(message.status);
    row.messageType = asQString(message.messageType);
    row.callStatus = asQString(message.callStatus);
    row.callDuration = asQString(message.callDuration);
    row.channel = message.channel();
    row.hasAttachments = !message.attachments.empty();
    return row;
}

} // namespace leadway
