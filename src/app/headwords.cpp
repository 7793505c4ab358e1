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
    add(Head::tr("Contact"), query.contactId);
    add(Head::tr("Conversation"), query.conversationId);
    add(Head::tr("Filters"), wording::filter(query.filter));
    return head;
}

} // namespace leadway
