#include "api/page.h"

#include "core/jsonrepair.h"

namespace leadway
{

namespace
{

std::string_view viewOf(const QByteArray& bytes, qsizetype size)
{
    return {bytes.constData(), static_cast<std::size_t>(size)};
}

// Cuts a body with bad bytes by way of a mended copy of the same length; false if that does not help.
bool splitMended(std::string_view body, MessageParser& parser, AnswerParts& parts)
{
    std::string mended = sameLengthRepair(body);
    if (mended == body) {
        return false;
    }
    mended.append(kJsonPadding, ' ');
    if (!parser.splitAnswer(std::string_view(mended).substr(0, body.size()), parts)) {
        return false;
    }
    for (std::string_view& message : parts.messages) {
        message = body.substr(static_cast<std::size_t>(message.data() - mended.data()), message.size());
    }
    return true;
}

// Tells the messages from what is none.
void readHeads(const AnswerParts& parts, MessageParser& parser, Page& page)
{
    for (const std::string_view raw : parts.messages) {
        MessageHead head;
        if (parser.readHead(raw, head)) {
            page.messages.push_back(std::move(head));
        } else {
            page.unreadable.push_back(raw);
        }
    }
}

} // namespace

std::optional<Page> readPage(QByteArray body, MessageParser& parser)
{
    Page page;
    const qsizetype size = body.size();
    page.body = std::move(body);
    page.body.append(static_cast<qsizetype>(kJsonPadding), ' ');
    const std::string_view text = viewOf(page.body, size);
    AnswerParts parts;
    if (!parser.readAnswer(text, parts, page.messages)) {
        page.messages.clear();
        if (!parser.splitAnswer(text, parts)) {
            if (!splitMended(text, parser, parts)) {
                return std::nullopt;
            }
            page.repaired = true;
        }
        readHeads(parts, parser, page);
    }
    page.nextCursor = std::move(parts.nextCursor);
    page.total = parts.total;
    page.traceId = std::move(parts.traceId);
    return page;
}

} // namespace leadway
