#include "format/transcriptwords.h"

#include "format/celltext.h"
#include "format/filenames.h"
#include "format/phrases.h"
#include "format/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace leadway
{

namespace
{

struct Transcript {
    Q_DECLARE_TR_FUNCTIONS(leadway::Transcript)
};

// The plural form is picked by an int.
int pluralOf(qint64 value)
{
    return static_cast<int>(std::min<qint64>(value, std::numeric_limits<int>::max()));
}

QString messagesPhrase(qint64 messages, const QLocale& locale)
{
    return Transcript::tr("%1 message(s)", nullptr, pluralOf(messages)).arg(numberPhrase(messages, locale));
}

} // namespace

QString sectionHeading(const Section& section)
{
    constexpr qsizetype longest = 300; // bytes
    if (std::string contact = section.contact; !contact.empty()) {
        tidyLine(contact);
        return shortened(QString::fromStdString(contact), longest);
    }
    if (!section.contactId.empty() && !section.conversation.empty()) {
        return contactPhrase(QString::fromStdString(section.contactId));
    }
    constexpr qsizetype enough = 5;
    return section.conversation.empty()
               ? Transcript::tr("No conversation")
               : Transcript::tr("Conversation %1")
                     .arg(QString::fromStdString(section.conversation).right(enough));
}

QString sectionSummary(const Section& section, const QTimeZone& zone, const QLocale& locale)
{
    QStringList channels;
    for (const Channel channel : kEveryChannel) {
        if (section.channels.testFlag(channel)) {
            channels.append(channelWord(channel));
        }
    }
    QStringList parts{channels.join(QStringLiteral(", ")), messagesPhrase(section.messages, locale)};
    if (section.first && section.last) {
        const auto dayOf = [&zone](Msecs when) { return QDateTime::fromMSecsSinceEpoch(when, zone).date(); };
        parts.append(daysPhrase(dayOf(*section.first), dayOf(*section.last), locale));
    }
    return parts.join(QStringLiteral(" · "));
}

QString extentPhrase(const FileExtent& extent, const QLocale& locale)
{
    const QString messages = numberPhrase(extent.messages, locale);
    return extent.sections > 1
               ? Transcript::tr("%1 in %2 conversation(s)", "a number of messages", pluralOf(extent.sections))
                     .arg(messages, numberPhrase(extent.sections, locale))
               : messages;
}

QString conversationsTitle()
{
    return Transcript::tr("Conversations");
}

QString messagesTitle()
{
    return Transcript::tr("Messages");
}

QString nothingPhrase()
{
    return Transcript::tr("There are no messages.");
}

QString pagePhrase(qint64 number, const QLocale& locale)
{
    return Transcript::tr("Page %1").arg(numberPhrase(number, locale));
}

} // namespace leadway
