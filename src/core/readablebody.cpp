#include "core/readablebody.h"

#include "core/plaintext.h"

namespace leadway
{

// What has no markup in it stays as it is, whatever it is said to be.
bool isHtmlMail(const Message& message)
{
    const bool hasMarkup = message.body.find_first_of("<&") != std::string::npos;
    return hasMarkup && message.channel() == Channel::Email && isHtml(message.contentType, message.body);
}

bool appendReadableBody(std::string& out, const Message& message)
{
    if (message.readable) {
        out += message.readable->text;
        return message.readable->hasReplaced;
    }
    if (isHtmlMail(message)) {
        return appendPlainText(out, message.body);
    }
    out += message.body;
    return false;
}

} // namespace leadway
