#include "format/transcriptentry.h"

#include "core/messagefilter.h"
#include "core/readablebody.h"
#include "format/celltext.h"
#include "format/columns.h"
#include "format/phrases.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace leadway
{

namespace
{

struct Telling {
    Q_DECLARE_TR_FUNCTIONS(leadway::Transcript)
};

// As they are told apart from all other statuses, which say nothing a reader has to know.
bool isTrouble(const std::string& status)
{
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> made;
        for (const char* known : {"failed", "undelivered", "bounced", "complained", "opt-out", "canceled",
                                  "pending", "queued", "scheduled"}) {
            made.push_back(statusKey(known));
        }
        return made;
    }();
    return std::find(keys.begin(), keys.end(), statusKey(status)) != keys.end();
}

// What is written from right to left must not turn round what stands beside it.
QString isolated(const QString& text)
{
    const bool isRightToLeft = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
    return isRightToLeft ? QChar(0x2068) + text + QChar(0x2069) : text;
}

// "Sent to +34600111222", or the word alone where nobody is named.
QString directionPhrase(const Message& message, const QString& party)
{
    const bool isCall = message.channel() == Channel::Call;
    const QString who = isolated(party);
    if (message.direction == "inbound") {
        return party.isEmpty() ? directionWord(message.direction)
               : isCall        ? Telling::tr("Received from %1", "a call").arg(who)
                               : Telling::tr("Received from %1", "a message").arg(who);
    }
    if (message.direction == "outbound") {
        return isCall ? (party.isEmpty() ? Telling::tr("Made", "a call")
                                         : Telling::tr("Made to %1", "a call").arg(who))
                      : (party.isEmpty() ? directionWord(message.direction)
                                         : Telling::tr("Sent to %1", "a message").arg(who));
    }
    const QString word = directionWord(message.direction);
    return party.isEmpty() || word.isEmpty() ? word + party : word + QStringLiteral(" · ") + who;
}

} // namespace

bool isWebAddress(std::string_view address)
{
    const QUrl url(QString::fromUtf8(address.data(), static_cast<qsizetype>(address.size())),
                   QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

TranscriptTeller::TranscriptTeller(const FormatOptions& options, const QLocale& locale)
    : m_locale(locale)
    , m_clock(options.timesZone())
{
}

// Appends a value on a line of its own.
bool TranscriptTeller::add(std::string& out, std::string_view value)
{
    std::string line(value);
    m_entry.hasReplaced = tidyLine(line) || m_entry.hasReplaced;
    out += line;
    return !line.empty();
}

const TranscriptEntry& TranscriptTeller::tell(const Message& message)
{
    m_entry.hasReplaced = false;
    m_entry.isSent = message.direction == "outbound";
    tellMoment(message);
    tellLine(message);
    tellTrouble(message);
    tellCopies(message);
    m_entry.subject.clear();
    add(m_entry.subject, message.subject);
    m_entry.attachments.clear();
    for (const std::string& address : message.attachments) {
        std::string line;
        if (add(line, address)) {
            m_entry.attachments.push_back(std::move(line));
        }
    }
    tellText(message);
    return m_entry;
}

void TranscriptTeller::tellMoment(const Message& message)
{
    if (!message.createdAt) {
        m_dayOf.clear();
        m_entry.time.clear();
        m_entry.day = Telling::tr("No date").toStdString();
        return;
    }
    m_moment.clear();
    m_clock.append(m_moment, *message.createdAt); // "2025-11-14 15:45:00"
    const std::size_t space = m_moment.find(' ');
    if (m_moment.compare(0, space, m_dayOf) != 0) {
        m_dayOf = m_moment.substr(0, space);
        const QDate date = QDate::fromString(QString::fromStdString(m_dayOf), Qt::ISODate);
        QString day =
            m_locale.toString(date, Telling::tr("dddd d MMMM yyyy", "how a day is written, for Qt"));
        if (!day.isEmpty()) {
            day[0] = day[0].toUpper(); // it begins a line
        }
        m_entry.day = day.toStdString();
    }
    const QTime time = QTime::fromString(QString::fromStdString(m_moment.substr(space + 1)), Qt::ISODate);
    const auto minute = static_cast<std::size_t>(time.msecsSinceStartOfDay() / 60'000);
    std::string& text = m_times.at(minute % kMinutesOfDay);
    if (text.empty()) {
        text = m_locale.toString(time, QLocale::ShortFormat).toStdString();
    }
    m_entry.time = text;
}

void TranscriptTeller::tellLine(const Message& message)
{
    const Channel channel = message.channel();
    m_entry.line.clear();
    add(m_entry.line,
        channel == Channel::Other ? m_words.type(message.messageType) : m_words.channel(channel));
    std::string party;
    add(party, message.otherSide());
    std::string direction;
    add(direction, directionPhrase(message, QString::fromStdString(party)).toStdString());
    if (!m_entry.line.empty() && !direction.empty()) {
        m_entry.line += " · ";
    }
    m_entry.line += direction;
}

void TranscriptTeller::tellTrouble(const Message& message)
{
    m_entry.trouble.clear();
    const bool isTold =
        message.channel() == Channel::Call &&
        (message.callStatus.empty() || statusKey(message.callStatus) == statusKey(message.status));
    if (!isTold && isTrouble(message.status)) {
        m_entry.trouble = m_words.status(message.status);
    }
    std::string error;
    if (add(error, message.error)) {
        m_entry.trouble += m_entry.trouble.empty() ? error : ": " + error;
    }
}

void TranscriptTeller::tellCopies(const Message& message)
{
    m_entry.copies.clear();
    for (const auto& [key, value] : {std::pair("cc", &message.cc), std::pair("bcc", &message.bcc)}) {
        std::string copy;
        if (add(copy, *value)) {
            m_entry.copies += m_entry.copies.empty() ? "" : " · ";
            m_entry.copies += headerText(*columnOfKey(key), m_clock.zone()).toStdString() + ": " + copy;
        }
    }
}

void TranscriptTeller::tellText(const Message& message)
{
    std::string& text = m_entry.text;
    text.clear();
    if (message.channel() == Channel::Call) {
        text =
            callPhrase(message.callStatus.empty() ? message.status : message.callStatus, message.callDuration)
                .toStdString();
        text += text.empty() || message.body.empty() ? "" : "\n";
    }
    m_entry.hasReplaced = appendReadableBody(text, message) || m_entry.hasReplaced;
    m_entry.hasReplaced = tidyText(text) || m_entry.hasReplaced;
    text.resize(text.find_last_not_of(" \t\n") + 1);
    if (text.empty() && m_entry.subject.empty() && m_entry.attachments.empty()) {
        text = m_words.type(message.messageType);
    }
}

} // namespace leadway
