#include "simulator/account.h"

#include "simulator/random.h"
#include "simulator/texts.h"

#include <algorithm>
#include <array>

namespace leadway::simulator
{

namespace
{

constexpr std::array<MessageType, 44> kTypes = {{
    {"TYPE_SMS", Family::Sms, 2},
    {"SMS", Family::Sms, 2},
    {"TYPE_CUSTOM_SMS", Family::Sms, 20},
    {"TYPE_CUSTOM_PROVIDER_SMS", Family::Sms, 22},
    {"TYPE_CAMPAIGN_SMS", Family::Sms, 7},
    {"TYPE_CAMPAIGN_MANUAL_SMS", Family::Sms, 14},
    {"TYPE_SMS_NO_SHOW_REQUEST", Family::Sms, 6},
    {"TYPE_SMS_REACTION", Family::Sms, 41},
    {"TYPE_RCS", Family::Sms, 42},
    {"TYPE_WHATSAPP", Family::WhatsApp, 19},
    {"WHATSAPP", Family::WhatsApp, 19},
    {"TYPE_INSTAGRAM", Family::Instagram, 18},
    {"TYPE_INSTAGRAM_COMMENT", Family::Instagram, 33},
    {"TYPE_FACEBOOK", Family::Facebook, 11},
    {"TYPE_CAMPAIGN_FACEBOOK", Family::Facebook, 12},
    {"TYPE_FACEBOOK_COMMENT", Family::Facebook, 32},
    {"TYPE_CALL", Family::Call, 1},
    {"TYPE_CAMPAIGN_CALL", Family::Call, 8},
    {"TYPE_CAMPAIGN_MANUAL_CALL", Family::Call, 13},
    {"TYPE_CAMPAIGN_VOICEMAIL", Family::Call, 10},
    {"TYPE_IVR_CALL", Family::Call, 24},
    {"TYPE_CUSTOM_CALL", Family::Call, 34},
    {"TYPE_EMAIL", Family::Email, 3},
    {"EMAIL", Family::Email, 3},
    {"TYPE_CAMPAIGN_EMAIL", Family::Email, 9},
    {"TYPE_CUSTOM_EMAIL", Family::Email, 21},
    {"TYPE_CUSTOM_PROVIDER_EMAIL", Family::Email, 23},
    {"TYPE_WEBCHAT", Family::Chat, 5},
    {"TYPE_LIVE_CHAT", Family::Chat, 29},
    {"TYPE_LIVE_CHAT_INFO_MESSAGE", Family::Chat, 30},
    {"TYPE_GMB", Family::Chat, 15},
    {"TYPE_TIKTOK", Family::Chat, 38},
    {"TYPE_ACTIVITY_APPOINTMENT", Family::Activity, 31},
    {"TYPE_ACTIVITY_CONTACT", Family::Activity, 25},
    {"TYPE_ACTIVITY_INVOICE", Family::Activity, 26},
    {"TYPE_ACTIVITY_PAYMENT", Family::Activity, 27},
    {"TYPE_ACTIVITY_OPPORTUNITY", Family::Activity, 28},
    {"TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG", Family::Activity, 36},
    {"TYPE_INTERNAL_COMMENT", Family::Comment, 35},
    {"TYPE_REVIEW", Family::Review, 17},
    {"TYPE_FORM_SUBMISSION", Family::Form, 40},
    {"TYPE_HOLOGRAM", Family::Unknown, 97},
    {"TYPE_SMART_GLASSES_2", Family::Unknown, 98},
    {"telepathy", Family::Unknown, 99},
}};

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

// The first type of a family is by far the most usual one.
quint8 anyType(Family family, Random& random)
{
    const auto isOf = [family](const MessageType& type) { return type.family == family; };
    const auto first = std::find_if(kTypes.begin(), kTypes.end(), isOf);
    const auto count = static_cast<quint64>(std::count_if(first, kTypes.end(), isOf));
    const auto at = static_cast<quint64>(first - kTypes.begin());
    return static_cast<quint8>(random.chance(0.75) ? at : at + random.below(count));
}

quint8 typeNamed(std::string_view name)
{
    const auto found = std::find_if(kTypes.begin(), kTypes.end(),
                                    [name](const MessageType& type) { return type.name == name; });
    return static_cast<quint8>(found - kTypes.begin());
}

class Builder
{
public:
    explicit Builder(const Scenario& scenario)
        : m_scenario(scenario)
        , m_random(scenario.seed)
        , m_count(static_cast<std::size_t>(std::max<qint64>(scenario.messages, 0)))
        , m_span(static_cast<quint64>(std::max<qint64>(scenario.span.count(), 0)))
        , m_contacts(scenario.conversations > 0 ? scenario.conversations : std::max<quint64>(m_count / 14, 1))
    {
        m_records.reserve(m_count);
    }

    std::vector<Record> build()
    {
        addBulkSends();
        while (m_records.size() < m_count) {
            ++m_thread;
            if (static_cast<double>(m_mails) <
                m_scenario.emailShare * static_cast<double>(m_records.size() + 1)) {
                addMails();
            } else {
                addThread();
            }
        }
        for (Record& record : m_records) {
            season(record);
        }
        std::stable_sort(m_records.begin(), m_records.end(),
                         [](const Record& a, const Record& b) { return a.place < b.place; });
        return std::move(m_records);
    }

private:
    qint64 oldest() const { return m_scenario.newestMsecs - static_cast<qint64>(m_span); }

    // Opening hours and no Sundays, and one week of holidays, where the account is long enough for that.
    qint64 anyMoment(qint64 length)
    {
        const qint64 newest = std::max(oldest(), m_scenario.newestMsecs - length);
        // Without a crowd nothing is drawn for it: other accounts stay what they are.
        if (m_scenario.crowdShare > 0 && m_random.chance(m_scenario.crowdShare)) {
            return momentInCrowd();
        }
        qint64 when =
            newest - static_cast<qint64>(m_random.below(static_cast<quint64>(newest - oldest()) + 1));
        if (m_span < static_cast<quint64>(4 * kDay)) {
            return when;
        }
        constexpr qint64 sunday = 3; // 1970-01-01 was a Thursday
        const qint64 openingTime = 7 * kHour + static_cast<qint64>(m_random.below(12 * kHour));
        qint64 day = when / kDay;
        const qint64 holidays = (m_scenario.newestMsecs - static_cast<qint64>(m_span / 3)) / kDay;
        if (m_span > static_cast<quint64>(60 * kDay) && day > holidays && day <= holidays + 7) {
            day -= 7;
        }
        if (day * kDay + openingTime > newest) {
            --day;
        }
        if (day % 7 == sunday) {
            --day;
        }
        // Of the first days too little may be left; there any hour will do.
        when = day * kDay + openingTime;
        return when < oldest() ? oldest() + static_cast<qint64>(m_random.below(static_cast<quint64>(kDay)))
                               : when;
    }

    qint64 momentInCrowd()
    {
        const auto width = static_cast<quint64>(static_cast<double>(m_span) * m_scenario.crowdSpan);
        return oldest() + static_cast<qint64>(m_span / 2 + m_random.below(width + 1));
    }

    Record& add(qint64 when, quint8 type, bool inbound, bool english)
    {
        Record record;
        record.place = std::clamp(when, oldest(), m_scenario.newestMsecs);
        record.type = type;
        record.contact = m_contact;
        record.thread = m_thread;
        record.flags =
            static_cast<quint8>((inbound ? Record::kInbound : 0) | (english ? Record::kEnglish : 0));
        if (messageType(type).family == Family::Email) {
            ++m_mails;
        }
        return m_records.emplace_back(record);
    }

    void addBulkSends()
    {
        const auto size = static_cast<std::size_t>(std::max(m_scenario.bulkSize, 0));
        const std::size_t most = m_count / 3;
        for (int send = 0; send < m_scenario.bulkSends && m_records.size() + size <= most; ++send) {
            const bool mail = send % 3 == 2 && m_scenario.emailShare > 0;
            const quint8 type = typeNamed(mail            ? "TYPE_CAMPAIGN_EMAIL"
                                          : send % 3 == 1 ? "TYPE_WHATSAPP"
                                                          : "TYPE_CAMPAIGN_SMS");
            ++m_thread;
            const auto text = static_cast<quint8>(send % static_cast<int>(campaignTexts().size()));
            const qint64 when = anyMoment(0);
            for (std::size_t i = 0; i < size; ++i) {
                m_contact = static_cast<quint32>(i % m_contacts);
                Record& record = add(when, type, false, false);
                record.flags |= Record::kBulk;
                record.dialogue = text;
            }
        }
    }

    void addMails()
    {
        m_contact = static_cast<quint32>(m_random.below(m_contacts));
        const auto mail = static_cast<quint8>(m_random.below(mails().size()));
        const Mail& words = mails()[mail];
        const quint8 type = anyType(Family::Email, m_random);
        const qint64 when = anyMoment(0);
        add(when, type, words.inbound, words.english).dialogue = mail;
    }

    Family anyFamily()
    {
        constexpr std::array<std::pair<Family, quint64>, 10> upTo = {{
            {Family::Sms, 28},
            {Family::WhatsApp, 58},
            {Family::Instagram, 64},
            {Family::Facebook, 70},
            {Family::Chat, 75},
            {Family::Call, 88},
            {Family::Activity, 94},
            {Family::Comment, 96},
            {Family::Review, 98},
            {Family::Form, 100},
        }};
        const quint64 drawn = m_random.below(100);
        return std::find_if(upTo.begin(), upTo.end(), [drawn](const auto& row) { return drawn < row.second; })
            ->first;
    }

    void addThread()
    {
        m_contact = static_cast<quint32>(m_random.below(m_contacts));
        const Family family = anyFamily();
        const quint8 type = anyType(family, m_random);
        switch (family) {
        case Family::Call:
        case Family::Activity:
        case Family::Comment:
        case Family::Review:
        case Family::Form:
            addSingle(type, family);
            return;
        default:
            addDialogue(type);
        }
    }

    // The draws stand in statements of their own: arguments are evaluated in any order a compiler likes.
    void addSingle(quint8 type, Family family)
    {
        const qint64 when = anyMoment(0);
        const auto line = static_cast<quint8>(m_random.below(family == Family::Activity ? 8 : 12));
        const bool inbound = family == Family::Call ? m_random.chance(0.5)
                                                    : family == Family::Review || family == Family::Form;
        add(when, type, inbound, false).line = line;
    }

    void addDialogue(quint8 type)
    {
        const bool english = m_random.chance(m_scenario.englishShare);
        std::size_t dialogue = 0;
        do {
            dialogue = m_random.below(dialogues().size());
        } while (dialogues()[dialogue].english != english);
        const auto lines = dialogues()[dialogue].lines;
        constexpr qint64 longestPause = 14 * kMinute;
        qint64 when = anyMoment(static_cast<qint64>(lines.size()) * longestPause);
        for (std::size_t i = 0; i < lines.size() && m_records.size() < m_count; ++i) {
            Record& record = add(when, type, lines[i].inbound, english);
            record.dialogue = static_cast<quint8>(dialogue);
            record.line = static_cast<quint8>(i);
            when += 20 * kSecond + static_cast<qint64>(m_random.below(longestPause - 20 * kSecond));
        }
    }

    void season(Record& record)
    {
        const Scenario& s = m_scenario;
        if (m_random.chance(s.updatedShare)) {
            const quint64 scale =
                m_random.chance(0.9) ? static_cast<quint64>(2 * kHour) : static_cast<quint64>(9 * kDay);
            const auto room = static_cast<quint64>(s.newestMsecs - record.place);
            record.updatedAfter = static_cast<quint32>(std::min(1 + m_random.below(scale), room));
        }
        if (m_random.chance(s.missingUpdatedShare)) {
            record.flags |= Record::kNoUpdate;
        }
        if (m_random.chance(s.undatedShare)) {
            record.flags |= Record::kUndated;
        }
        const bool mail = messageType(record.type).family == Family::Email;
        if (!mail && !record.has(Record::kBulk) && m_random.chance(s.unknownTypeShare)) {
            record.type = static_cast<quint8>(typeNamed("TYPE_HOLOGRAM") + m_random.below(3));
        }
        const std::array<std::pair<Nasty, double>, 7> kinds = {{
            {Nasty::Text, s.nastyShare},
            {Nasty::Nul, s.nulShare},
            {Nasty::LoneSurrogate, s.loneSurrogateShare},
            {Nasty::WrongType, s.wrongTypeShare},
            {Nasty::InvalidByte, s.invalidByteShare},
            {Nasty::RawControl, s.rawControlShare},
            {Nasty::Long, s.longBodyShare},
        }};
        for (const auto& [kind, share] : kinds) {
            if (m_random.chance(share)) {
                record.nasty = kind;
                const quint64 variants = kind == Nasty::WrongType ? kWrongTypes : awkwardTexts().size();
                record.variant = static_cast<quint8>(m_random.below(variants));
                break;
            }
        }
    }

    const Scenario& m_scenario;
    Random m_random;
    std::size_t m_count;
    quint64 m_span;
    quint64 m_contacts;
    std::vector<Record> m_records;
    std::size_t m_mails = 0;
    quint32 m_contact = 0;
    quint32 m_thread = 0;
};

} // namespace

const MessageType& messageType(quint8 number)
{
    return kTypes[number];
}

std::string_view channelName(Family family)
{
    switch (family) {
    case Family::Sms:
        return "SMS";
    case Family::WhatsApp:
        return "WhatsApp";
    case Family::Instagram:
        return "Instagram";
    case Family::Facebook:
        return "Facebook";
    case Family::Call:
        return "Call";
    case Family::Email:
        return "Email";
    default:
        return {};
    }
}

std::vector<Record> makeAccount(const Scenario& scenario)
{
    return Builder(scenario).build();
}

} // namespace leadway::simulator
