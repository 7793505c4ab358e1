#pragma once

#include "app/account.h"
#include "app/exportjob.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace leadway
{

/// What the command line asks for, understood and checked.
struct Options {
    std::optional<Account> account; ///< a saved one, whose token may be in the keychain
    Connection connection;
    ExportRequest request;
    QString reportPath; ///< empty: none
    bool tokenFromStdin = false;
    bool isDemo = false;
    bool isQuiet = false;
};

/// A text for stdout that ends the program well: --help, --version.
struct Information {
    QString text;
};

/// A sentence for stderr that says what to write instead.
struct UsageError {
    QString sentence;
};

/// Understands the arguments, the program's name first. Days are meant in `zone`; --account names one of
/// `accounts`.
std::variant<Options, Information, UsageError>
parseOptions(const QStringList& arguments, const QTimeZone& zone, const QList<Account>& accounts);

} // namespace leadway
