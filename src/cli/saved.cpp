#include "cli/saved.h"

#include "app/filename.h"
#include "app/wording.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace leadway
{

namespace
{

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(leadway::Cli)
};

// The one of that name, whatever its capitals.
template<class Thing, class NameOf>
std::optional<Thing> named(const QList<Thing>& things, const QString& name, const NameOf& nameOf)
{
    const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& thing) {
        return nameOf(thing).compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == things.end() ? std::nullopt : std::optional(*found);
}

template<class Thing, class NameOf>
QString namesOf(const QList<Thing>& things, const NameOf& nameOf)
{
    QStringList names;
    for (const Thing& thing : things) {
        names.append(nameOf(thing));
    }
    return names.join(QStringLiteral(", "));
}

std::optional<Account> accountWith(const QUuid& id, const QList<Account>& accounts)
{
    const auto found = std::find_if(accounts.begin(), accounts.end(),
                                    [&id](const Account& account) { return account.id == id; });
    return found == accounts.end() ? std::nullopt : std::optional(*found);
}

} // namespace

// Its token goes to the server that was saved with it and to no other.
std::optional<QString> readAccount(const QCommandLineParser& parser, const QList<Account>& accounts,
                                   Options& options)
{
    for (const char* other : {"location", "base-url", "api-version", "demo"}) {
        if (parser.isSet(QLatin1String(other))) {
            return Cli::tr("--account and --%1 exclude each other: a saved token goes only to the server "
                           "saved with it.")
                .arg(QLatin1String(other));
        }
    }
    const auto nameOf = [](const Account& account) { return account.displayName(); };
    const QString name = parser.value(QStringLiteral("account")).trimmed();
    options.account = named(accounts, name, nameOf);
    if (options.account) {
        return std::nullopt;
    }
    return accounts.isEmpty()
               ? Cli::tr("No account is saved on this computer. Open the window and add one.")
               : Cli::tr("There is no account “%1”. Saved: %2.").arg(name, namesOf(accounts, nameOf));
}

void addSavedOptions(QCommandLineParser& parser)
{
    parser.addOption(
        {QStringLiteral("saved"),
         Cli::tr("Run an export that was saved in the window, by its name: only what is new since "
                 "its last run. Nobody is asked anything, so a clock can start it."),
         QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("all"), Cli::tr("With --saved: all of it again.")});
    parser.addOption({QStringLiteral("list-saved"), Cli::tr("Show the saved exports.")});
}

QString savedList(const Surroundings& surroundings)
{
    if (surroundings.saved.isEmpty()) {
        return Cli::tr(
                   "No export is saved on this computer. Open the window and tick “Keep as a saved export” "
                   "when you export.") +
               QLatin1Char('\n');
    }
    QString list;
    for (const SavedExport& saved : surroundings.saved) {
        const auto account = accountWith(saved.account, surroundings.accounts);
        const QString indent = QStringLiteral("\n    ");
        list += saved.name + indent +
                wording::savedWhat(saved, account ? account->displayName() : QString(), surroundings.locale) +
                indent + wording::savedResult(saved.last, surroundings.locale) + indent +
                QDir::toNativeSeparators(saved.folder) + QLatin1Char('\n');
    }
    return list;
}

std::optional<QString> readSaved(const QCommandLineParser& parser, const Surroundings& surroundings,
                                 Options& options)
{
    if (!parser.isSet(QStringLiteral("saved"))) {
        return Cli::tr("--all belongs to --saved NAME.");
    }
    for (const char* fixed :
         {"account",  "location",     "base-url",       "api-version", "demo",           "channels",
          "contact",  "conversation", "from",           "to",          "dates",          "direction",
          "status",   "contains",     "has-attachment", "sort-by",     "order",          "page-size",
          "parallel", "format",       "columns",        "utc",         "no-line-breaks", "email-source",
          "files",    "output",       "resume"}) {
        if (parser.isSet(QLatin1String(fixed))) {
            return Cli::tr(
                       "--saved and --%1 exclude each other: what is exported was chosen when it was saved.")
                .arg(QLatin1String(fixed));
        }
    }
    const auto nameOf = [](const SavedExport& saved) { return saved.name; };
    const QString name = parser.value(QStringLiteral("saved")).trimmed();
    const std::optional<SavedExport> saved = named(surroundings.saved, name, nameOf);
    if (!saved) {
        return surroundings.saved.isEmpty() ? savedList(surroundings).trimmed()
                                            : Cli::tr("There is no saved export “%1”. Saved: %2.")
                                                  .arg(name, namesOf(surroundings.saved, nameOf));
    }
    options.account = accountWith(saved->account, surroundings.accounts);
    if (!options.account) {
        return Cli::tr("The account of this export is no longer saved on this computer.");
    }
    options.connection = options.account->connection;
    options.language = saved->language;
    const RunWay way = parser.isSet(QStringLiteral("all")) ? RunWay::All : RunWay::OnlyNew;
    options.request = requestOf(*saved, *options.account, way,
                                QDateTime::currentDateTime().toTimeZone(surroundings.zone).date());
    options.request.path = uniquePath(options.request.path, options.request.format.files);
    return std::nullopt;
}

} // namespace leadway
