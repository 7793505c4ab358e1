#include "cli/resume.h"

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

QString what(const UnfinishedExport& unfinished, const QLocale& locale)
{
    return wording::subject(unfinished.account.displayName(), unfinished.request.query,
                            unfinished.request.format.zone, locale);
}

QList<UnfinishedExport> waiting(QList<UnfinishedExport> all)
{
    all.removeIf([](const UnfinishedExport& one) { return one.isRunning; });
    return all;
}

// The one that is meant; without a name, the only one that nobody is at work on, or else that somebody is.
std::optional<QString> choose(const QCommandLineParser& parser, const Surroundings& surroundings,
                              Options& options)
{
    const QList<UnfinishedExport>& all = surroundings.unfinished;
    if (all.isEmpty()) {
        return Cli::tr("There is no unfinished export.");
    }
    const QString id = parser.positionalArguments().value(0);
    QList<UnfinishedExport> meant = id.isEmpty() ? waiting(all) : all;
    if (meant.isEmpty()) {
        meant = all; // whoever goes on with it finds out who has it
    }
    meant.removeIf(
        [&id](const UnfinishedExport& one) { return !one.id.startsWith(id, Qt::CaseInsensitive); });
    if (meant.size() == 1) {
        options.earlier = meant.constFirst();
        return std::nullopt;
    }
    const QString list = QLatin1Char('\n') + unfinishedList(all, surroundings.locale);
    return (id.isEmpty() ? Cli::tr("Several exports are unfinished. Name one after --resume:")
                         : Cli::tr("There is no unfinished export “%1”. There are:").arg(id)) +
           list;
}

// An export goes on where it was begun: at the same server, with the same account.
std::optional<QString> checkOrigin(const QCommandLineParser& parser, const Surroundings& surroundings,
                                   Options& options)
{
    const Account& origin = options.earlier->account;
    if (!origin.id.isNull()) {
        const auto known =
            std::find_if(surroundings.accounts.begin(), surroundings.accounts.end(),
                         [&origin](const Account& account) { return account.id == origin.id; });
        if (known == surroundings.accounts.end()) {
            return Cli::tr("The account of this export is no longer saved on this computer.");
        }
        options.account = *known;
        if (parser.isSet(QStringLiteral("account")) &&
            parser.value(QStringLiteral("account")).compare(known->displayName(), Qt::CaseInsensitive) != 0) {
            return Cli::tr("This export is of the account “%1”.").arg(known->displayName());
        }
    } else if (parser.isSet(QStringLiteral("account"))) {
        return Cli::tr("This export was begun without --account.");
    }
    const QString location = parser.value(QStringLiteral("location"));
    const QString locationNow = options.account ? options.account->locationId : location;
    if (!locationNow.isEmpty() && locationNow != options.earlier->request.query.locationId) {
        return Cli::tr("This export is of another account (location): %1.")
            .arg(options.earlier->request.query.locationId);
    }
    const QUrl server = options.account ? options.account->connection.baseUrl
                                        : QUrl(parser.value(QStringLiteral("base-url")));
    if (server != origin.connection.baseUrl) {
        return Cli::tr("This export was begun at another server: %1.")
            .arg(origin.connection.baseUrl.toString());
    }
    options.connection = options.account ? options.account->connection : origin.connection;
    return std::nullopt;
}

} // namespace

QString shortId(const QString& id)
{
    constexpr qsizetype enough = 8;
    return id.left(enough);
}

QString unfinishedList(const QList<UnfinishedExport>& unfinished, const QLocale& locale)
{
    const QList<UnfinishedExport> listed = waiting(unfinished);
    if (listed.isEmpty()) {
        return Cli::tr("There is no unfinished export.") + QLatin1Char('\n');
    }
    QString list;
    for (const UnfinishedExport& one : listed) {
        const QString indent = QStringLiteral("\n    ");
        list += shortId(one.id) + indent + what(one, locale) + indent + wording::unfinished(one, locale) +
                indent + QDir::toNativeSeparators(one.request.path) + QLatin1Char('\n');
    }
    return list;
}

std::optional<QString> readResume(const QCommandLineParser& parser, const Surroundings& surroundings,
                                  Options& options)
{
    for (const char* fixed :
         {"channels", "contact", "conversation", "from", "to", "dates", "direction", "status", "contains",
          "has-attachment", "sort-by", "order", "page-size", "api-version", "demo"}) {
        if (parser.isSet(QLatin1String(fixed))) {
            return Cli::tr("--resume and --%1 exclude each other: what is exported was fixed when it began.")
                .arg(QLatin1String(fixed));
        }
    }
    if (const auto fault = choose(parser, surroundings, options)) {
        return fault;
    }
    return checkOrigin(parser, surroundings, options);
}

} // namespace leadway
