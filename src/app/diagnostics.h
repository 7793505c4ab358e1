#pragma once

#include "api/apiclient.h"
#include "app/accounts.h"
#include "core/error.h"
#include "format/formatoptions.h"

#include <QStringList>

namespace leadway
{

/// What somebody who is to help wants to know. A value.
struct Diagnostics {
    QString version;
    QString qt;
    QString system;
    QString desktop;
    QString language;
    Connection connection; ///< of the account that is open
    int accounts = 0;
    bool tokenSaved = false; ///< of that account
    Accounts::TokenNote tokenNote = Accounts::TokenNote::None;
    FormatOptions format;
    std::optional<Error> error; ///< the one that is being asked about
    QStringList log;            ///< its last lines
    QString home;               ///< the folder whose name is nobody's business
};

/// What this computer tells of itself; the rest is for the caller to fill in.
Diagnostics diagnosticsOfSystem();

/// A text to be pasted into a mail: a line a fact, in English. Nothing that came from elsewhere stands in it
/// as it is (see redaction). Pure.
QString diagnosticsText(const Diagnostics& diagnostics);

} // namespace leadway
