#include "app/filesample.h"

#include "core/messageparser.h"

#include <QCoreApplication>

namespace leadway
{

namespace
{

struct Example {
    Q_DECLARE_TR_FUNCTIONS(leadway::Example)
};

Message exampleSms(const char* direction, Msecs when, const QString& body)
{
    Message message;
    message.raw = "{}";
    message.messageType = "TYPE_SMS";
    message.direction = direction;
    message.body = body.toStdString();
    message.createdAt = when;
    message.dateAdded = isoUtc(when);
    return message;
}

} // namespace

std::optional<Message> sampleMessage(const QByteArray& json)
{
    QByteArray padded = json;
    padded.append(static_cast<qsizetype>(kJsonPadding), ' ');
    Message message;
    MessageParser parser;
    if (!parser.read({padded.constData(), static_cast<std::size_t>(json.size())}, message)) {
        return std::nullopt;
    }
    message.raw = {};
    return message;
}

std::vector<Message> exampleMessages(Msecs newest)
{
    constexpr Msecs before = Msecs(5) * 60 * 1000;
    Message answer = exampleSms("outbound", newest, Example::tr("Of course, tell us when.\nRegards"));
    answer.to = "+34600111222";
    answer.status = "delivered";
    Message question = exampleSms("inbound", newest - before, Example::tr("Hello, can I come another day?"));
    question.from = answer.to;
    question.status = "read";
    return {answer, question};
}

} // namespace leadway
