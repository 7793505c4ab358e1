#include "simulator/compose.h"

#include "simulator/nastybody.h"
#include "simulator/random.h"
#include "simulator/texts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace leadway::simulator
{

namespace
{

constexpr std::string_view kClinicPhone = "+34910000123";
constexpr std::string_view kClinicMail = "hola@clinicasol.example.com";

std::string text(const QByteArray& bytes)
{
    return bytes.toStdString();
}

std::string phone(quint64 salt)
{
    return "+346" + std::to_string(10'000'000 + salt % 90'000'000);
}

std::string mailAddress(const Person& who, quint64 salt)
{
    constexpr std::array<std::string_view, 3> domains = {"example.com", "example.org", "correo.example.net"};
    return std::string(who.mailName) + std::to_string(salt % 90 + 10) + '@' + std::string(domains[salt % 3]);
}

// Composes one message. The draws from m_random come in a fixed order, so that a scenario's other shares
// change as little as possible of what is not theirs.
class Composer
{
public:
    Composer(const Scenario& scenario, const Record& record, qint64 index)
        : m_scenario(scenario)
        , m_record(record)
        , m_random(mixed(scenario.seed) ^ static_cast<quint64>(index))
        , m_contactSalt(mixed(scenario.seed ^ (quint64(record.contact) << 20)))
        , m_threadSalt(mixed(scenario.seed + (quint64(record.thread) << 24)))
        , m_who(person(m_contactSalt))
        , m_type(messageType(record.type))
        , m_index(static_cast<quint64>(index))
    {
    }

    Draft take()
    {
        m_draft.family = m_type.family;
        m_draft.form = static_cast<unsigned>(m_random.below(12));
        m_draft.style.escaped = m_random.chance(m_scenario.escapedShare);
        m_draft.style.pretty = m_random.chance(m_scenario.prettyShare);
        m_draft.nulls = m_random.chance(m_scenario.nullFieldShare);
        m_draft.extras = m_random.chance(m_scenario.extraFieldShare);
        fillIdentity();
        fillDates();
        fillDelivery();
        fillWords();
        fillFamily();
        fillAttachments();
        makeNasty();
        leaveOut();
        return std::move(m_draft);
    }

private:
    bool inbound() const { return m_record.has(Record::kInbound); }
    bool english() const { return m_record.has(Record::kEnglish); }
    std::string idOf(quint64 salt, quint64 number) const
    {
        return text(uniqueId(m_scenario.seed, salt, number));
    }
    std::string filled(std::string_view words) const
    {
        return filledIn(words, english(), m_who, m_threadSalt);
    }

    void fillIdentity()
    {
        Expected& e = m_draft.expected;
        e.id = idOf(kMessageSalt, m_index);
        e.type = std::to_string(m_type.number);
        e.messageType = m_type.name;
        e.locationId = text(m_scenario.locationId);
        e.contactId = idOf(kContactSalt, m_record.contact);
        e.conversationId = idOf(kConversationSalt, m_record.contact);
        e.contentType = m_type.family == Family::Email ? "text/html" : "text/plain";
        if (m_random.chance(0.2)) {
            e.altId = "alt-" + std::to_string(m_random.below(1'000'000'000));
        }
        if (m_random.chance(0.1)) {
            e.threadId = idOf(kThreadSalt, m_record.thread);
        }
        const bool onAPage = m_type.family == Family::Instagram || m_type.family == Family::Facebook;
        if (onAPage && m_type.name.ends_with("_COMMENT")) {
            e.subType = "post";
        }
        if (m_type.family == Family::Chat) {
            e.chatWidgetId = idOf(kThreadSalt, 0);
        }
        if (m_type.name.find("CUSTOM") != std::string_view::npos) {
            e.conversationProviderId = idOf(kThreadSalt, 1);
        }
    }

    void fillDates()
    {
        Expected& e = m_draft.expected;
        if (!m_record.has(Record::kUndated)) {
            e.createdAt = m_record.place;
            e.dateAdded = isoText(m_record.place);
        }
        if (!m_record.has(Record::kNoUpdate)) {
            e.updatedAt = m_record.place + m_record.updatedAfter;
            e.dateUpdated = isoText(*e.updatedAt);
        }
    }

    void fillDelivery()
    {
        constexpr std::array<std::string_view, 5> sources = {"app", "workflow", "api", "bulk_actions",
                                                             "campaign"};
        Expected& e = m_draft.expected;
        e.direction = inbound() ? "inbound" : "outbound";
        const quint64 drawn = m_random.below(100);
        if (inbound()) {
            e.status = drawn < 70 ? "delivered" : "read";
            return;
        }
        e.status = drawn < 45 ? "delivered" : drawn < 75 ? "read" : drawn < 94 ? "sent" : "pending";
        if (drawn >= 96) {
            e.status = drawn == 99 ? "undelivered" : "failed";
            e.error = "30003: Unreachable destination handset";
        }
        const bool bulk = m_record.has(Record::kBulk);
        e.source = bulk ? "bulk_actions" : sources[m_random.below(sources.size())];
        if (!bulk && m_random.chance(0.8)) {
            e.userId = idOf(kStaffSalt, m_threadSalt % 6);
        }
    }

    void fillWords()
    {
        Expected& e = m_draft.expected;
        m_draft.hasBody = true;
        const std::size_t line = m_record.line;
        switch (m_type.family) {
        case Family::Call:
            m_draft.hasBody = false;
            return;
        case Family::Activity:
            m_draft.hasBody = line < activityTexts().size();
            if (m_draft.hasBody) {
                e.body = filled(activityTexts()[line]);
            }
            return;
        case Family::Comment:
            e.body = filled(internalComments()[line % internalComments().size()]);
            return;
        case Family::Review:
            e.body = filled(reviews()[line % reviews().size()]);
            return;
        case Family::Form:
            e.body = "Nombre: " + std::string(m_who.first) + ' ' + std::string(m_who.last) +
                     "\nTeléfono: " + phone(m_contactSalt) + "\nMotivo: primera visita";
            return;
        case Family::Email:
            fillMail();
            return;
        default:
            break;
        }
        if (m_record.has(Record::kBulk)) {
            e.body = filled(campaignTexts()[m_record.dialogue % campaignTexts().size()]);
            return;
        }
        const auto lines = dialogues()[m_record.dialogue % dialogues().size()].lines;
        e.body = filled(lines[line % lines.size()].text);
    }

    void fillMail()
    {
        Expected& e = m_draft.expected;
        const Mail& mail = mails()[m_record.dialogue % mails().size()];
        const quint64 bytes = static_cast<quint64>(std::max(m_scenario.htmlBytes, 0));
        quint64 wanted = bytes / 2 + m_random.below(bytes + 1);
        if (m_random.chance(0.01)) {
            wanted *= 40;
        }
        e.body = mailHtml(filled(mail.text), static_cast<int>(wanted));
        e.subject = filled(mail.subject);
        const std::string patient = mailAddress(m_who, m_contactSalt);
        e.from = inbound() ? patient : std::string(kClinicMail);
        e.to = inbound() ? std::string(kClinicMail) : patient;
        if (m_draft.form % 3 != 1) {
            if (m_draft.form > 8) {
                e.to += ", recepcion@clinicasol.example.com";
            }
            if (m_random.chance(0.2)) {
                e.cc = "administracion@clinicasol.example.com";
            }
            if (m_random.chance(0.1)) {
                e.bcc = "archivo@clinicasol.example.com";
            }
        }
        const quint64 parts = 1 + m_random.below(2);
        for (quint64 i = 0; i < parts; ++i) {
            e.emailMessageIds.push_back(idOf(kAttachmentSalt, m_index * 8 + 4 + i));
        }
    }

    void fillFamily()
    {
        Expected& e = m_draft.expected;
        switch (m_type.family) {
        case Family::Call:
            fillCall();
            [[fallthrough]];
        case Family::Sms:
        case Family::WhatsApp:
            if (!m_random.chance(0.1)) {
                e.from = inbound() ? phone(m_contactSalt) : std::string(kClinicPhone);
                e.to = inbound() ? std::string(kClinicPhone) : phone(m_contactSalt);
            }
            return;
        case Family::Instagram:
            e.pageName = "clinicasol";
            return;
        case Family::Facebook:
            e.pageName = "Clínica Sol «Madrid»";
            return;
        default:
            return;
        }
    }

    void fillCall()
    {
        constexpr std::array<std::string_view, 6> unanswered = {"no-answer", "busy",      "failed",
                                                                "canceled",  "voicemail", "pending"};
        Expected& e = m_draft.expected;
        const bool answered = m_random.chance(0.7);
        e.callStatus = answered ? (m_random.chance(0.6) ? "completed" : "answered")
                                : unanswered[m_random.below(unanswered.size())];
        if (answered) {
            e.callDuration = std::to_string(5 + m_random.below(1500));
        } else if (m_random.chance(0.5)) {
            e.callDuration = "0";
        }
        e.status = answered ? "completed" : e.callStatus;
    }

    void fillAttachments()
    {
        if (m_type.family == Family::Call || !m_random.chance(m_scenario.attachmentShare)) {
            return;
        }
        constexpr std::array<std::string_view, 4> names = {"foto.jpg", "informe.pdf", "nota%20de%20voz.ogg",
                                                           "factura.pdf?v=2&l=es"};
        m_draft.filesForm = m_random.chance(0.3);
        const quint64 count = 1 + m_random.below(3);
        for (quint64 i = 0; i < count; ++i) {
            m_draft.expected.attachments.push_back("https://files.example.com/" +
                                                   idOf(kAttachmentSalt, m_index * 8 + i) + '/' +
                                                   std::string(names[m_random.below(names.size())]));
        }
    }

    void setBody(std::string body)
    {
        m_draft.expected.body = std::move(body);
        m_draft.hasBody = true;
    }

    void makeNasty()
    {
        const unsigned variant = m_record.variant;
        switch (m_record.nasty) {
        case Nasty::None:
            return;
        case Nasty::Text:
            setBody(std::string(awkwardTexts()[variant % awkwardTexts().size()]));
            return;
        case Nasty::Nul:
        case Nasty::LoneSurrogate:
        case Nasty::InvalidByte:
        case Nasty::RawControl: {
            NastyBody body = nastyBody(m_record.nasty, variant);
            m_draft.bodyToken = std::move(body.token);
            setBody(std::move(body.text));
            return;
        }
        case Nasty::WrongType:
            makeWrongType(static_cast<WrongType>(variant % kWrongTypes));
            return;
        case Nasty::Long:
            setBody(longText(m_scenario.maxBodyLength));
            return;
        }
    }

    void makeWrongType(WrongType kind)
    {
        Expected& e = m_draft.expected;
        switch (kind) {
        case WrongType::NumberBody:
            m_draft.bodyToken = "12345678901234567890.50";
            setBody(m_draft.bodyToken);
            return;
        case WrongType::BooleanStatus:
            m_draft.statusToken = "true";
            e.status = "true";
            return;
        case WrongType::TextNumber:
            m_draft.typeToken = '"' + e.type + '"';
            return;
        case WrongType::BooleanUpdated:
            m_draft.updatedToken = "false";
            e.dateUpdated = "false";
            e.updatedAt.reset();
            return;
        case WrongType::NullLists:
            m_draft.nullLists = true;
            e.attachments.clear();
            return;
        case WrongType::TextMeta:
            m_draft.metaToken = "\"none\"";
            e.pageName.clear();
            e.callDuration.clear();
            e.callStatus.clear();
            e.emailMessageIds.clear();
            e.cc.clear();
            e.bcc.clear();
            if (m_type.family == Family::Email) {
                m_draft.form = 1; // the one that has subject and addresses on the top level
                if (const auto comma = e.to.find(','); comma != std::string::npos) {
                    e.to.resize(comma);
                }
            }
            return;
        }
    }

    void leaveOut()
    {
        if (!m_random.chance(m_scenario.missingFieldShare)) {
            return;
        }
        constexpr std::array required = {&Expected::type,      &Expected::locationId,
                                         &Expected::contactId, &Expected::conversationId,
                                         &Expected::direction, &Expected::contentType};
        const auto member = required[m_random.below(required.size())];
        (m_draft.expected.*member).clear();
        if (member == &Expected::type) {
            m_draft.typeToken.clear();
        }
    }

    const Scenario& m_scenario;
    const Record& m_record;
    Random m_random;
    quint64 m_contactSalt;
    quint64 m_threadSalt;
    Person m_who;
    const MessageType& m_type;
    quint64 m_index;
    Draft m_draft;
};

} // namespace

Draft compose(const Scenario& scenario, const Record& record, qint64 index)
{
    return Composer(scenario, record, index).take();
}

QByteArray uniqueId(quint64 seed, quint64 salt, quint64 number)
{
    constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    constexpr int uniqueDigits = 11; // 62^11 > 2^64, so these tell all numbers apart
    constexpr int length = 20;
    QByteArray id(length, '0');
    quint64 rest = mixed(number ^ mixed(seed * 16 + salt));
    quint64 more = mixed(rest);
    for (int i = 0; i < length; ++i) {
        quint64& source = i < uniqueDigits ? rest : more;
        id[i] = digits[source % digits.size()];
        source /= digits.size();
    }
    return id;
}

} // namespace leadway::simulator
