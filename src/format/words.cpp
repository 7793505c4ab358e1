#include "format/words.h"

#include "core/messagefilter.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <bit>
#include <span>

namespace leadway
{

namespace
{

// A word in English and the remark its translator sees, which is part of its identity: the status "Sent"
// and the direction "Sent" may differ in another language.
struct Phrase {
    const char* source;
    const char* remark;
};

struct Entry {
    std::string_view name; // in capitals, with '_' between words
    Phrase phrase;
};

constexpr Entry kDirections[] = {
    {"INBOUND", QT_TRANSLATE_NOOP3("leadway::Words", "Received", "direction of a message")},
    {"OUTBOUND", QT_TRANSLATE_NOOP3("leadway::Words", "Sent", "direction of a message")},
};

constexpr Entry kStatuses[] = {
    {"ANSWERED", QT_TRANSLATE_NOOP3("leadway::Words", "Answered", "status of a message")},
    {"BOUNCED", QT_TRANSLATE_NOOP3("leadway::Words", "Bounced", "status of a message")},
    {"BUSY", QT_TRANSLATE_NOOP3("leadway::Words", "Busy", "status of a message")},
    {"CANCELED", QT_TRANSLATE_NOOP3("leadway::Words", "Cancelled", "status of a message")},
    {"CANCELLED", QT_TRANSLATE_NOOP3("leadway::Words", "Cancelled", "status of a message")},
    {"CLICKED", QT_TRANSLATE_NOOP3("leadway::Words", "Clicked", "status of a message")},
    {"COMPLAINED", QT_TRANSLATE_NOOP3("leadway::Words", "Reported as spam", "status of a message")},
    {"COMPLETED", QT_TRANSLATE_NOOP3("leadway::Words", "Completed", "status of a message")},
    {"CONNECTED", QT_TRANSLATE_NOOP3("leadway::Words", "Connected", "status of a message")},
    {"DELIVERED", QT_TRANSLATE_NOOP3("leadway::Words", "Delivered", "status of a message")},
    {"FAILED", QT_TRANSLATE_NOOP3("leadway::Words", "Failed", "status of a message")},
    {"IN_PROGRESS", QT_TRANSLATE_NOOP3("leadway::Words", "In progress", "status of a message")},
    {"NO_ANSWER", QT_TRANSLATE_NOOP3("leadway::Words", "No answer", "status of a message")},
    {"OPENED", QT_TRANSLATE_NOOP3("leadway::Words", "Opened", "status of a message")},
    {"OPT_OUT", QT_TRANSLATE_NOOP3("leadway::Words", "Opted out", "status of a message")},
    {"PENDING", QT_TRANSLATE_NOOP3("leadway::Words", "Pending", "status of a message")},
    {"QUEUED", QT_TRANSLATE_NOOP3("leadway::Words", "Queued", "status of a message")},
    {"READ", QT_TRANSLATE_NOOP3("leadway::Words", "Read", "status of a message")},
    {"RECEIVED", QT_TRANSLATE_NOOP3("leadway::Words", "Received", "status of a message")},
    {"RINGING", QT_TRANSLATE_NOOP3("leadway::Words", "Ringing", "status of a message")},
    {"SCHEDULED", QT_TRANSLATE_NOOP3("leadway::Words", "Scheduled", "status of a message")},
    {"SENT", QT_TRANSLATE_NOOP3("leadway::Words", "Sent", "status of a message")},
    {"UNDELIVERED", QT_TRANSLATE_NOOP3("leadway::Words", "Not delivered", "status of a message")},
    {"VOICEMAIL", QT_TRANSLATE_NOOP3("leadway::Words", "Voicemail", "status of a message")},
};

constexpr Entry kCallStatuses[] = {
    {"ANSWERED", QT_TRANSLATE_NOOP3("leadway::Words", "Answered", "status of a call")},
    {"BUSY", QT_TRANSLATE_NOOP3("leadway::Words", "Busy", "status of a call")},
    {"CANCELED", QT_TRANSLATE_NOOP3("leadway::Words", "Cancelled", "status of a call")},
    {"CANCELLED", QT_TRANSLATE_NOOP3("leadway::Words", "Cancelled", "status of a call")},
    {"COMPLETED", QT_TRANSLATE_NOOP3("leadway::Words", "Completed", "status of a call")},
    {"FAILED", QT_TRANSLATE_NOOP3("leadway::Words", "Failed", "status of a call")},
    {"IN_PROGRESS", QT_TRANSLATE_NOOP3("leadway::Words", "In progress", "status of a call")},
    {"NO_ANSWER", QT_TRANSLATE_NOOP3("leadway::Words", "No answer", "status of a call")},
    {"PENDING", QT_TRANSLATE_NOOP3("leadway::Words", "Pending", "status of a call")},
    {"RINGING", QT_TRANSLATE_NOOP3("leadway::Words", "Ringing", "status of a call")},
    {"VOICEMAIL", QT_TRANSLATE_NOOP3("leadway::Words", "Voicemail", "status of a call")},
};

constexpr Entry kSources[] = {
    {"API", QT_TRANSLATE_NOOP3("leadway::Words", "Another program", "what sent a message")},
    {"APP", QT_TRANSLATE_NOOP3("leadway::Words", "Written by hand", "what sent a message")},
    {"BULK_ACTIONS", QT_TRANSLATE_NOOP3("leadway::Words", "Bulk sending", "what sent a message")},
    {"CAMPAIGN", QT_TRANSLATE_NOOP3("leadway::Words", "Campaign", "what sent a message")},
    {"WORKFLOW", QT_TRANSLATE_NOOP3("leadway::Words", "Automation", "what sent a message")},
};

constexpr Entry kTypes[] = {
    {"ACTIVITY_APPOINTMENT", QT_TRANSLATE_NOOP3("leadway::Words", "Appointment", "type of a message")},
    {"ACTIVITY_CONTACT", QT_TRANSLATE_NOOP3("leadway::Words", "Contact changed", "type of a message")},
    {"ACTIVITY_EMPLOYEE_ACTION_LOG",
     QT_TRANSLATE_NOOP3("leadway::Words", "Staff activity", "type of a message")},
    {"ACTIVITY_INVOICE", QT_TRANSLATE_NOOP3("leadway::Words", "Invoice", "type of a message")},
    {"ACTIVITY_OPPORTUNITY", QT_TRANSLATE_NOOP3("leadway::Words", "Opportunity", "type of a message")},
    {"ACTIVITY_PAYMENT", QT_TRANSLATE_NOOP3("leadway::Words", "Payment", "type of a message")},
    {"ACTIVITY_WHATSAPP", QT_TRANSLATE_NOOP3("leadway::Words", "WhatsApp activity", "type of a message")},
    {"CALL", QT_TRANSLATE_NOOP3("leadway::Words", "Call", "type of a message")},
    {"CAMPAIGN_CALL", QT_TRANSLATE_NOOP3("leadway::Words", "Campaign call", "type of a message")},
    {"CAMPAIGN_EMAIL", QT_TRANSLATE_NOOP3("leadway::Words", "Campaign e-mail", "type of a message")},
    {"CAMPAIGN_FACEBOOK", QT_TRANSLATE_NOOP3("leadway::Words", "Campaign on Facebook", "type of a message")},
    {"CAMPAIGN_GMB",
     QT_TRANSLATE_NOOP3("leadway::Words", "Campaign on Google Business", "type of a message")},
    {"CAMPAIGN_MANUAL_CALL",
     QT_TRANSLATE_NOOP3("leadway::Words", "Campaign call made by hand", "type of a message")},
    {"CAMPAIGN_MANUAL_SMS",
     QT_TRANSLATE_NOOP3("leadway::Words", "Campaign SMS sent by hand", "type of a message")},
    {"CAMPAIGN_SMS", QT_TRANSLATE_NOOP3("leadway::Words", "Campaign SMS", "type of a message")},
    {"CAMPAIGN_VOICEMAIL", QT_TRANSLATE_NOOP3("leadway::Words", "Campaign voicemail", "type of a message")},
    {"CUSTOM_CALL",
     QT_TRANSLATE_NOOP3("leadway::Words", "Call through an added service", "type of a message")},
    {"CUSTOM_EMAIL",
     QT_TRANSLATE_NOOP3("leadway::Words", "E-mail through an added service", "type of a message")},
    {"CUSTOM_PROVIDER_EMAIL",
     QT_TRANSLATE_NOOP3("leadway::Words", "E-mail through another provider", "type of a message")},
    {"CUSTOM_PROVIDER_SMS",
     QT_TRANSLATE_NOOP3("leadway::Words", "SMS through another provider", "type of a message")},
    {"CUSTOM_SMS", QT_TRANSLATE_NOOP3("leadway::Words", "SMS through an added service", "type of a message")},
    {"EMAIL", QT_TRANSLATE_NOOP3("leadway::Words", "E-mail", "type of a message")},
    {"FACEBOOK", QT_TRANSLATE_NOOP3("leadway::Words", "Facebook", "type of a message")},
    {"FACEBOOK_COMMENT", QT_TRANSLATE_NOOP3("leadway::Words", "Facebook comment", "type of a message")},
    {"FORM_SUBMISSION", QT_TRANSLATE_NOOP3("leadway::Words", "Form filled in", "type of a message")},
    {"GMB", QT_TRANSLATE_NOOP3("leadway::Words", "Google Business", "type of a message")},
    {"INSTAGRAM", QT_TRANSLATE_NOOP3("leadway::Words", "Instagram", "type of a message")},
    {"INSTAGRAM_COMMENT", QT_TRANSLATE_NOOP3("leadway::Words", "Instagram comment", "type of a message")},
    {"INTERNAL_COMMENT", QT_TRANSLATE_NOOP3("leadway::Words", "Internal comment", "type of a message")},
    {"IVR_CALL", QT_TRANSLATE_NOOP3("leadway::Words", "Call with a phone menu", "type of a message")},
    {"LIVE_CHAT", QT_TRANSLATE_NOOP3("leadway::Words", "Live chat", "type of a message")},
    {"LIVE_CHAT_INFO_MESSAGE", QT_TRANSLATE_NOOP3("leadway::Words", "Live chat notice", "type of a message")},
    {"MISSED_CALL", QT_TRANSLATE_NOOP3("leadway::Words", "Missed call", "type of a message")},
    {"RCS", QT_TRANSLATE_NOOP3("leadway::Words", "RCS", "type of a message")},
    {"REVIEW", QT_TRANSLATE_NOOP3("leadway::Words", "Review", "type of a message")},
    {"SMS", QT_TRANSLATE_NOOP3("leadway::Words", "SMS", "type of a message")},
    {"SMS_NO_SHOW_REQUEST",
     QT_TRANSLATE_NOOP3("leadway::Words", "SMS about a missed appointment", "type of a message")},
    {"SMS_REACTION", QT_TRANSLATE_NOOP3("leadway::Words", "Reaction to an SMS", "type of a message")},
    {"SMS_REVIEW_REQUEST",
     QT_TRANSLATE_NOOP3("leadway::Words", "SMS asking for a review", "type of a message")},
    {"TIKTOK", QT_TRANSLATE_NOOP3("leadway::Words", "TikTok", "type of a message")},
    {"TIKTOK_COMMENT", QT_TRANSLATE_NOOP3("leadway::Words", "TikTok comment", "type of a message")},
    {"VOICEMAIL", QT_TRANSLATE_NOOP3("leadway::Words", "Voicemail", "type of a message")},
    {"WEBCHAT", QT_TRANSLATE_NOOP3("leadway::Words", "Web chat", "type of a message")},
    {"WHATSAPP", QT_TRANSLATE_NOOP3("leadway::Words", "WhatsApp", "type of a message")},
};

// In the order of kEveryChannel.
constexpr Phrase kChannels[] = {
    QT_TRANSLATE_NOOP3("leadway::Words", "SMS", "channel of a message"),
    QT_TRANSLATE_NOOP3("leadway::Words", "Call", "channel of a message"),
    QT_TRANSLATE_NOOP3("leadway::Words", "E-mail", "channel of a message"),
    QT_TRANSLATE_NOOP3("leadway::Words", "WhatsApp", "channel of a message"),
    QT_TRANSLATE_NOOP3("leadway::Words", "Instagram", "channel of a message"),
    QT_TRANSLATE_NOOP3("leadway::Words", "Facebook", "channel of a message"),
    QT_TRANSLATE_NOOP3("leadway::Words", "Other", "channel of a message"),
};
static_assert(std::size(kChannels) == std::size(kEveryChannel));

std::size_t indexOf(Channel channel)
{
    return static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(channel)));
}

QString translated(const Phrase& phrase)
{
    return QCoreApplication::translate("leadway::Words", phrase.source, phrase.remark);
}

bool isSeparator(char c)
{
    return c == '_' || c == '-' || c == ' ';
}

// "no-answer" as the tables spell it: "NO_ANSWER".
std::string tableName(std::string_view raw)
{
    std::string name(raw);
    for (char& c : name) {
        if (isSeparator(c)) {
            c = '_';
        } else if (c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        }
    }
    return name;
}

// "NEW_THING", "new-thing" and "newThing" read "New thing"; abbreviations keep their capitals.
QString readableName(std::string_view raw)
{
    QString spaced;
    bool afterSmall = false;
    for (const QChar c : QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size()))) {
        if (c.unicode() < 0x80 && isSeparator(static_cast<char>(c.unicode()))) {
            spaced += u' ';
        } else {
            if (c.isUpper() && afterSmall) {
                spaced += u' ';
            }
            spaced += c;
        }
        afterSmall = c.isLower();
    }
    QStringList words = spaced.toLower().simplified().split(u' ', Qt::SkipEmptyParts);
    for (QString& word : words) {
        for (const QLatin1String shortName :
             {QLatin1String("SMS"), QLatin1String("MMS"), QLatin1String("RCS"), QLatin1String("AI"),
              QLatin1String("API")}) {
            if (word.compare(shortName, Qt::CaseInsensitive) == 0) {
                word = shortName;
            }
        }
    }
    QString name = words.join(u' ');
    if (!name.isEmpty()) {
        name[0] = name.at(0).toUpper();
    }
    return name;
}

QString lookUp(std::span<const Entry> table, std::string_view raw)
{
    const std::string name = tableName(raw);
    const auto found =
        std::find_if(table.begin(), table.end(), [&name](const Entry& entry) { return entry.name == name; });
    return found != table.end() ? translated(found->phrase) : readableName(raw);
}

} // namespace

QString channelWord(Channel channel)
{
    return translated(kChannels[indexOf(channel)]);
}

QString directionWord(std::string_view direction)
{
    return lookUp(kDirections, direction);
}

QString statusWord(std::string_view status)
{
    return lookUp(kStatuses, status);
}

std::vector<std::string> knownStatuses()
{
    std::vector<std::string> names;
    for (const Entry& entry : kStatuses) {
        std::string name;
        for (const char c : entry.name) {
            name += c == '_' ? '-' : static_cast<char>(c - 'A' + 'a');
        }
        const bool isOtherSpelling =
            std::any_of(names.begin(), names.end(), [&name](const std::string& earlier) {
                return statusKey(earlier) == statusKey(name);
            });
        if (!isOtherSpelling) {
            names.push_back(name);
        }
    }
    return names;
}

QString callStatusWord(std::string_view status)
{
    return lookUp(kCallStatuses, status);
}

QString sourceWord(std::string_view source)
{
    return lookUp(kSources, source);
}

QString typeWord(std::string_view messageType)
{
    return lookUp(kTypes, bareType(messageType));
}

Words::Words()
{
    for (const Channel channel : kEveryChannel) {
        m_channels.at(indexOf(channel)) = channelWord(channel).toStdString();
    }
}

const std::string& Words::channel(Channel channel) const
{
    return m_channels[indexOf(channel)];
}

const std::string& Words::Cache::word(std::string_view raw)
{
    const auto found = m_words.find(raw);
    if (found != m_words.end()) {
        return found->second;
    }
    // The service's own words are few; a field that holds free text must not fill the memory.
    constexpr std::size_t most = 1000;
    if (m_words.size() >= most) {
        m_words.clear();
    }
    return m_words.emplace(raw, m_translate(raw).toStdString()).first->second;
}

} // namespace leadway
