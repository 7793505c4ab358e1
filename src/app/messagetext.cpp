#include "app/messagetext.h"

#include "core/messageparser.h"
#include "core/readablebody.h"

#include <string>

namespace leadway
{

QString bodyText(const Message& message)
{
    std::string readable;
    appendReadableBody(readable, message);
    QString body = QString::fromStdString(readable);
    body.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    return body;
}

QString bodyText(const QByteArray& json, qsizetype most)
{
    QByteArray padded = json;
    padded.append(static_cast<qsizetype>(kJsonPadding), ' ');
    Message message;
    if (!MessageParser().read({padded.constData(), static_cast<std::size_t>(json.size())}, message)) {
        return {};
    }
    QString text = bodyText(message).trimmed();
    if (text.size() > most) {
        text.truncate(text.at(most - 1).isHighSurrogate() ? most - 1 : most);
        text += u'…';
    }
    return text;
}

} // namespace leadway
