#pragma once

#include <QString>
#include <QUrl>

namespace leadway
{

/// What the address of a page of the CRM tells, as copied from a browser. Fields that the address does not
/// hold are empty.
struct CrmLink {
    QString host;
    QString locationId;
    QString contactId;
    QString conversationId;

    bool operator==(const CrmLink&) const = default;
};

/// Reads "https://HOST/v2/location/ID/…", "…/contacts/detail/ID" and "…/conversations/conversations/ID" out
/// of what a person pasted, with or without the "https://", white space around it allowed. Everything is
/// empty for a text that is no address, an id by itself for instance. Pure.
CrmLink readCrmLink(const QString& text);

/// The other way round: the page of a conversation, or of a contact where there is no conversation. Pure.
QUrl crmAddress(const QString& host, const QString& locationId, const QString& contactId,
                const QString& conversationId);

} // namespace leadway
