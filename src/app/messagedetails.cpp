#include "app/messagedetails.h"

#include "app/messagetext.h"
#include "app/wording.h"
#include "core/jsonfields.h"
#include "core/messagekind.h"
#include "core/messageparser.h"
#include "format/columns.h"
#include "format/words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace leadway
{

namespace
{

struct Details {
    Q_DECLARE_TR_FUNCTIONS(leadway::Details)
};

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QString title(const Message& message)
{
    const bool isInbound = message.direction == "inbound";
    const std::string_view kind = messageKind(message);
    const QString word = kind.empty() ? channelWord(message.channel()) : wording::kind(kind);
    if ((!isInbound && message.direction != "outbound") || kind == kMissedCallKind) {
        return word;
    }
    const bool isVoice = kind == kVoicemailKind || bareType(kind) == "CAMPAIGN_VOICEMAIL";
    if (message.channel() == Channel::Call && !isVoice) {
        return (isInbound ? Details::tr("%1, received", "kind of a call")
                          : Details::tr("%1, made", "kind of a call"))
            .arg(word);
    }
    return (isInbound ? Details::tr("%1, received", "channel of a message")
                      : Details::tr("%1, sent", "channel of a message"))
        .arg(word);
}

QString dateText(const Message& message, const QTimeZone& zone, const QLocale& locale)
{
    if (!message.createdAt) {
        return Details::tr("No date");
    }
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(*message.createdAt, zone);
    QString day =
        locale.toString(when.date(), Details::tr("dddd d MMMM yyyy", "how a day is written, for Qt"));
    if (!day.isEmpty()) {
        day[0] = day[0].toUpper(); // it begins a line
    }
    return Details::tr("%1, %2", "day and time").arg(day, locale.toString(when.time(), QLocale::ShortFormat));
}

// The name that the column of a file has.
QString factName(std::string_view key, const QTimeZone& zone)
{
    const auto all = columns();
    const auto column =
        std::find_if(all.begin(), all.end(), [key](const Column& one) { return one.key == key; });
    return column == all.end() ? QString() : headerText(*column, zone);
}

class Facts
{
public:
    explicit Facts(const QTimeZone& zone)
        : m_zone(zone)
    {
    }

    void add(std::string_view key, const QString& value) { addNamed(factName(key, m_zone), value); }
    void add(std::string_view key, const std::string& value) { add(key, text(value)); }

    void addNamed(const QString& name, QString value)
    {
        if (value.size() > kLongestFact) {
            value.truncate(value[kLongestFact - 1].isHighSurrogate() ? kLongestFact - 1 : kLongestFact);
            value += u'…';
        }
        if (!value.isEmpty()) {
            m_list.append({name, value});
        }
    }

    const QList<Fact>& list() const { return m_list; }

private:
    const QTimeZone& m_zone;
    QList<Fact> m_list;
};

QList<Fact> facts(const Message& message, const QTimeZone& zone)
{
    Facts facts(zone);
    const bool isInbound = message.direction == "inbound";
    facts.add(isInbound ? "from" : "to", isInbound ? message.from : message.to);
    facts.add(isInbound ? "to" : "from", isInbound ? message.to : message.from);
    if (message.from.empty() && message.to.empty()) {
        facts.add("contactId", message.contactId);
    }
    facts.add("cc", message.cc);
    facts.add("bcc", message.bcc);
    facts.add("subject", message.subject);
    const std::string_view kind = messageKind(message);
    if (const QString type = typeWord(kind); type != wording::kind(kind)) {
        facts.add("typeInWords", type);
    }
    const bool isCall = message.channel() == Channel::Call;
    const std::string& callStatus =
        message.callStatus.empty() && isCall ? message.status : message.callStatus;
    const QString call =
        isCall || !message.callDuration.empty() ? wording::call(callStatus, message.callDuration) : QString();
    if (call.isEmpty() || statusWord(message.status) != callStatusWord(callStatus)) {
        facts.add("status", statusWord(message.status));
    }
    facts.addNamed(channelWord(Channel::Call), call);
    facts.add("error", message.error);
    facts.add("source", sourceWord(message.source));
    facts.add("page_name", message.pageName);
    return facts.list();
}

// A name must not be able to look like another one.
QString readableName(const QString& name)
{
    QString readable;
    for (const QChar c : name) {
        const bool isShown = c.category() != QChar::Other_Format && c.category() != QChar::Other_Control;
        readable += isShown ? c : QChar(u' ');
    }
    return readable.simplified();
}

Attachment attachment(const QString& url)
{
    Attachment attachment;
    attachment.url = url;
    const QUrl link(url.trimmed());
    const bool isOnTheWeb =
        (link.scheme() == QLatin1String("https") || link.scheme() == QLatin1String("http")) &&
        !link.host().isEmpty();
    if (isOnTheWeb) {
        attachment.link = link;
        attachment.name = readableName(link.fileName(QUrl::FullyDecoded));
    }
    if (attachment.name.isEmpty()) {
        attachment.name = isOnTheWeb ? link.host() : readableName(url);
    }
    return attachment;
}

} // namespace

MessageDetails messageDetails(const QByteArray& json, const QTimeZone& zone, const QLocale& locale)
{
    MessageDetails details;
    for (const JsonField& field :
         jsonFields(std::string_view(json.constData(), static_cast<std::size_t>(json.size())))) {
        details.fields.append({text(field.path), text(field.value)});
    }
    QByteArray padded = json;
    padded.append(static_cast<qsizetype>(kJsonPadding), ' ');
    const std::string_view raw(padded.constData(), static_cast<std::size_t>(json.size()));
    Message message;
    MessageParser parser;
    // What has no id may still say everything else.
    if (!parser.read(raw, message) && message.messageType.empty() && message.body.empty()) {
        details.title = Details::tr("A message that cannot be understood");
        details.text = QString::fromUtf8(json);
        return details;
    }
    details.channel = message.channel();
    details.title = title(message);
    details.date = dateText(message, zone, locale);
    details.facts = facts(message, zone);
    details.text = bodyText(message);
    for (const std::string& url : message.attachments) {
        details.attachments.append(attachment(text(url)));
    }
    details.contactId = text(message.contactId);
    details.conversationId = text(message.conversationId);
    return details;
}

} // namespace leadway
