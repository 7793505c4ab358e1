#pragma once

#include "api/apiclient.h"

#include <QString>

namespace leadway
{

/// An account as the window knows it: in memory, until the program closes. A value.
struct Account {
    QString name;
    QString locationId;
    Connection connection;
    Token token;
    bool isSample = false; ///< invented, so that nobody takes it for their own

    /// What to call it where it has no name.
    QString displayName() const { return name.isEmpty() ? locationId : name; }
};

} // namespace leadway
