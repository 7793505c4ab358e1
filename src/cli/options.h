#pragma once

#include "app/account.h"
#include "app/exportjob.h"
#include "app/savedexport.h"

#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <variant>

namespace leadway
{

/// What the command line asks for, understood and checked.
struct Options {
    std::optional<Account> account;          ///< a saved one, whose token may be in the keychain
    std::optional<UnfinishedExport> earlier; ///< to be gone on with
    Connection connection;
    ExportRequest request;
    QString reportPath; ///< empty: none
    QString language;   ///< to speak and write in; empty: the system's
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

/// What the arguments may speak of.
struct Surroundings {
    QTimeZone zone;                     ///< in which days are meant
    QList<Account> accounts;            ///< for --account
    QList<UnfinishedExport> unfinished; ///< for --resume and --list-unfinished
    QList<SavedExport> saved;           ///< for --saved and --list-saved
    QLocale locale;
};

/// Understands the arguments, the program's name first.
std::variant<Options, Information, UsageError> parseOptions(const QStringList& arguments,
                                                            const Surroundings& surroundings);

} // namespace leadway
