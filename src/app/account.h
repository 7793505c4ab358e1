#pragma once

#include "api/apiclient.h"

#include <QMetaType>
#include <QString>
#include <QStringView>
#include <QUuid>

namespace leadway
{

/// What the account of the sample data is called.
constexpr QStringView kSampleAccountName = u"Clínica Sol";

/// An account as the settings keep it: where it is, what it is called, and whether the keychain has its
/// token. It never holds the token itself. A value.
struct Account {
    QUuid id; ///< names its settings, its spools and its keychain entry; null until it is saved
    QString name;
    QString locationId;
    Connection connection;
    QString crmHost;         ///< of a link that was pasted, for "Open in Leadway"; empty if none was
    bool tokenSaved = false; ///< so that a keychain without an entry is not taken for a first run
    bool isSample = false;   ///< invented, so that nobody takes it for their own; never saved

    /// What to call it where it has no name.
    QString displayName() const { return name.isEmpty() ? locationId : name; }

    bool operator==(const Account&) const = default;
};

} // namespace leadway

Q_DECLARE_METATYPE(leadway::Account)
