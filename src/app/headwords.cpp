#include "app/headwords.h"

#include "app/language.h"
#include "app/wording.h"

#include <QCoreApplication>

namespace leadway
{

namespace
{

struct Head {
    Q_DECLARE_TR_FUNCTIONS(leadway::FileHead)
};

// The service tells no names: whose messages they are stands above them, and here enough of the id to tell
// it from another.
QString onlyOne(const QString& phrase, const QString& id)
{
    constexpr qsizetype enough = 5;
    return id.isEmpty() ? QString() : phrase.arg(id.right(enough));
}

} // namespace

FileHead fileHead(const QString& account, const MessageQuery& query, const FormatOptions& format)
{
    FileHead head;
    head.title = account.isEmpty() ? query.locationId : account;
    head.locale = localeOfWords();
    const auto add = [&head](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            head.facts.append({name, value});
        }
    };
    add(Head::tr("Channels"), wording::channels(query.channels));
    add(Head::tr("Dates"), wording::dates(query.interval, format.zone, head.locale));
    add(Head::tr("Times"), wording::zoneCity(format.timesZone()));
    add(Head::tr("Contact"), onlyOne(Head::tr("only one (…%1)", "a contact"), query.contactId));
    add(Head::tr("Conversation"),
        onlyOne(Head::tr("only one (…%1)", "a conversation"), query.conversationId));
    add(Head::tr("Filters"), wording::filter(query.filter));
    return head;
}

} // namespace leadway
