// What single messages are called and how they are told in a line.

#include "app/wording.h"
#include "app/wordingtools.h"
#include "core/messagekind.h"
#include "format/phrases.h"
#include "format/words.h"

#include <string>

namespace leadway::wording
{

namespace
{

const QString& outcomeOf(const PreviewRow& row)
{
    return row.callStatus.isEmpty() ? row.status : row.callStatus;
}

std::string kindOfRow(const PreviewRow& row)
{
    return std::string(messageKind(row.messageType.toStdString(), row.isInbound ? "inbound" : "",
                                   outcomeOf(row).toStdString()));
}

} // namespace

QString kind(std::string_view messageKind)
{
    return bareType(messageKind).starts_with("ACTIVITY_") ? Wording::tr("Activity") : typeWord(messageKind);
}

QString kind(const PreviewRow& row)
{
    return row.messageType.isEmpty() ? channelWord(row.channel) : kind(kindOfRow(row));
}

QString call(std::string_view status, std::string_view seconds)
{
    return callPhrase(status, seconds);
}

QString contactName(const PreviewRow& row)
{
    if (!row.contact.isEmpty() || row.contactId.isEmpty()) {
        return row.contact;
    }
    return contactPhrase(row.contactId);
}

QString previewText(const PreviewRow& row)
{
    if (row.channel == Channel::Call && row.text.isEmpty()) {
        const QString outcome = call(outcomeOf(row).toStdString(), row.callDuration.toStdString());
        const std::string kind = kindOfRow(row);
        const bool isPlain = kind.empty() || bareType(kind) == kCallKind || kind == kVoicemailKind;
        if (isPlain && !outcome.isEmpty()) {
            return outcome; // that it is a call is told by its channel, and "Voicemail" by the outcome
        }
        return outcome.isEmpty() || kind == kMissedCallKind
                   ? typeWord(kind)
                   : Wording::tr("%1: %2", "kind of a call and what became of it")
                         .arg(typeWord(kind), outcome);
    }
    return row.text.isEmpty() && row.subject.isEmpty() && !row.hasAttachments
               ? typeWord(row.messageType.toStdString())
               : row.text;
}

} // namespace leadway::wording
