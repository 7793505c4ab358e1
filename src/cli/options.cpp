#include "cli/options.h"

#include "app/filename.h"
#include "app/wording.h"
#include "cli/argumentreader.h"
#include "cli/filterarguments.h"
#include "cli/formatarguments.h"
#include "cli/helptext.h"
#include "cli/resume.h"
#include "cli/saved.h"
#include "format/csvlocale.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace leadway
{

namespace
{

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(leadway::Cli)
};

QString opt(const char* name)
{
    return QLatin1String(name);
}

template<class Value>
using Choices = std::initializer_list<std::pair<const char*, Value>>;

constexpr Choices<SortBy> kSortBy = {{"createdAt", SortBy::CreatedAt}, {"updatedAt", SortBy::UpdatedAt}};
constexpr Choices<SortOrder> kOrders = {{"asc", SortOrder::Ascending}, {"desc", SortOrder::Descending}};
constexpr Choices<Channel> kChannels = {
    {"SMS", Channel::Sms},           {"Call", Channel::Call},           {"Email", Channel::Email},
    {"WhatsApp", Channel::WhatsApp}, {"Instagram", Channel::Instagram}, {"Facebook", Channel::Facebook},
    {"Other", Channel::Other}};

Channels readChannels(ArgumentReader& reader)
{
    const QString text = reader.text("channels");
    if (text.compare(opt("all"), Qt::CaseInsensitive) == 0) {
        return allChannels();
    }
    if (text.compare(opt("no-email"), Qt::CaseInsensitive) == 0) {
        return allChannels() & ~Channels(Channel::Email);
    }
    Channels channels;
    const QStringList names = text.split(QLatin1Char(','));
    for (const QString& name : names) {
        const auto channel = valueOfWord(name.trimmed(), kChannels);
        if (!channel) {
            reader.refuse("channels", opt("all, no-email, ") + wordsOf(kChannels));
        }
        channels |= channel.value_or(Channel::Other);
    }
    return channels;
}

struct Day {
    QDate day;      // valid if a whole day was meant
    Msecs when = 0; // else the very moment
};

// A day, or a moment; one without a zone is local.
std::optional<Day> readMoment(ArgumentReader& reader, const char* name, const QTimeZone& zone)
{
    const QString examples = opt("2025-03-31, 2025-03-31T14:30:00, 2025-03-31T12:30:00Z");
    const QString text = reader.filledText(name, examples);
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid() && text.size() == 10) {
        return Day{day, 0};
    }
    QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid()) {
        reader.refuse(name, examples);
        return std::nullopt;
    }
    if (moment.timeSpec() == Qt::LocalTime) {
        moment = QDateTime(moment.date(), moment.time(), zone);
    }
    return Day{{}, moment.toMSecsSinceEpoch()};
}

// From and To are both included.
Interval readInterval(ArgumentReader& reader, const QTimeZone& zone)
{
    Interval interval;
    if (const auto from = readMoment(reader, "from", zone)) {
        const Msecs begin = from->day.isValid() ? dayStart(from->day, zone) : from->when;
        interval.begin = std::max<Msecs>(0, begin); // the service knows no years of three digits
    }
    if (const auto to = readMoment(reader, "to", zone)) {
        interval.end = to->day.isValid() ? dayStart(to->day.addDays(1), zone) : to->when + 1;
    }
    return interval;
}

int readNumber(ArgumentReader& reader, const char* name, int least, int most)
{
    bool isNumber = false;
    const int number = reader.text(name).toInt(&isNumber);
    if (!isNumber || number < least || number > most) {
        reader.refuse(name, Cli::tr("a number from %1 to %2").arg(least).arg(most));
    }
    return number;
}

Connection readConnection(ArgumentReader& reader)
{
    Connection connection;
    connection.apiVersion = reader.text("api-version").toLatin1();
    if (!isApiVersion(connection.apiVersion)) {
        reader.refuse("api-version", Cli::tr("a version such as 2021-07-28"));
    }
    connection.baseUrl = QUrl(reader.text("base-url"), QUrl::StrictMode);
    if (!connection.isAllowed()) {
        reader.refuse("base-url", Cli::tr("an address that begins with https://"));
    }
    return connection;
}

void addOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const QString& help, const char* value = "",
                               const QString& standard = {}) {
        parser.addOption({opt(name), help, opt(value), standard});
    };
    add("account",
        Cli::tr("An account that was saved in the window, by its name; its token comes from the keychain."),
        "NAME");
    add("location", Cli::tr("The account (location) id; it is in the address of any Leadway page."), "ID");
    add("channels", Cli::tr("all, no-email, or some of SMS,Call,Email,WhatsApp,Instagram,Facebook,Other."),
        "LIST", opt("all"));
    add("contact", Cli::tr("Only this contact's messages."), "ID");
    add("conversation", Cli::tr("Only this conversation's messages."), "ID");
    add("from", Cli::tr("First day (2025-03-31) or moment (2025-03-31T14:30:00Z), included."), "DATE");
    add("to", Cli::tr("Last day or moment, included."), "DATE");
    addFilterArguments(parser);
    add("sort-by", Cli::tr("createdAt or updatedAt. From and To always speak of createdAt."), "FIELD",
        opt("createdAt"));
    add("order", Cli::tr("asc (oldest first) or desc (newest first)."), "ORDER", opt("desc"));
    add("page-size", Cli::tr("Messages per request, 10 to 500."), "N", opt("500"));
    add("parallel",
        Cli::tr(
            "How many stretches of time to fetch side by side, 1 to %1. Without it, as many as are of use.")
            .arg(kMostLanes),
        "N");
    addFormatArguments(parser);
    add("output",
        Cli::tr(
            "The file to write, or the folder for several (--files); one of that name is replaced once the "
            "new one is complete. Without it, a new name in this folder."),
        "FILE");
    addSavedOptions(parser);
    add("list-unfinished", Cli::tr("Show the exports that were begun and not finished."));
    add("resume",
        Cli::tr(
            "Go on with such an export; with several, name it behind: --resume ID. --output, --format and "
            "what belongs to it may be changed."));
    add("report", Cli::tr("Also write an account of the export as JSON."), "FILE");
    add("base-url", Cli::tr("Another server."), "URL", Connection().baseUrl.toString());
    add("api-version", Cli::tr("The API version to ask for."), "V",
        QString::fromLatin1(Connection().apiVersion));
    add("token-stdin", Cli::tr("Read the token from standard input instead of LEADWAY_TOKEN."));
    add("demo", Cli::tr("Export invented messages, without an account."));
    add("quiet", Cli::tr("No progress, only errors."));
    add("help", Cli::tr("Show this help."));
    add("version", Cli::tr("Show the version."));
}

// What to export, where nothing is to be gone on with; or what is wrong with it.
std::optional<QString> readNew(ArgumentReader& reader, const QCommandLineParser& parser,
                               const Surroundings& surroundings, Options& options)
{
    if (parser.isSet(opt("account"))) {
        if (const auto fault = readAccount(parser, surroundings.accounts, options)) {
            return fault;
        }
    }
    options.connection = options.account ? options.account->connection : readConnection(reader);
    MessageQuery& query = options.request.query;
    query.locationId = options.account ? options.account->locationId : reader.text("location");
    const QString anId = Cli::tr("an id, or without the option all");
    query.contactId = reader.filledText("contact", anId);
    query.conversationId = reader.filledText("conversation", anId);
    query.channels = readChannels(reader);
    query.interval = readInterval(reader, surroundings.zone);
    query.sortBy = reader.oneOf("sort-by", kSortBy);
    query.sortOrder = reader.oneOf("order", kOrders);
    query.limit = readNumber(reader, "page-size", kSmallestLimit, kLargestLimit);
    readFilterArguments(reader, surroundings.zone, query);
    if (reader.fault()) {
        return reader.fault();
    }
    if (options.isDemo && query.locationId.isEmpty()) {
        query.locationId = QStringLiteral("demo0000000000000001");
    }
    const auto fault = query.validate();
    return fault ? std::optional(wording::fault(*fault)) : std::nullopt;
}

// Where a file without a name of its own goes.
QString usualPath(const Options& options)
{
    const ExportRequest& request = options.request;
    const QString suggested = suggestedFileName(options.account ? options.account->displayName() : QString(),
                                                request.query, request.format);
    const FileSplit files = request.format.files;
    if (!options.earlier) {
        return uniquePath(QDir::currentPath() + QLatin1Char('/') + suggested, files);
    }
    const QString path = options.earlier->request.path;
    const FormatOptions& earlier = options.earlier->request.format;
    const bool isSameFormat = earlier.format == request.format.format && earlier.files == files;
    return isSameFormat ? path : uniquePath(QFileInfo(path).path() + QLatin1Char('/') + suggested, files);
}

// The file and how it is made; or what is wrong with that.
std::optional<QString> readFile(ArgumentReader& reader, const QCommandLineParser& parser,
                                const QTimeZone& zone, Options& options)
{
    FormatOptions& format = options.request.format;
    if (options.request.saved) { // has a file and a form
        return std::nullopt;
    }
    const QString output = parser.value(opt("output"));
    if (options.earlier) {
        options.request = options.earlier->request;
    } else {
        format.zone = zone;
        format.separator = systemListSeparator();
        format.format = formatOfPath(output).value_or(format.format);
    }
    readFormatArguments(reader, format);
    if (parser.isSet(opt("parallel"))) {
        options.request.lanes = readNumber(reader, "parallel", 1, kMostLanes);
    }
    if (reader.fault()) {
        return reader.fault();
    }
    for (const char* file : {"output", "report"}) {
        if (parser.isSet(opt(file)) && reader.text(file).isEmpty()) {
            return Cli::tr("--%1 needs the name of a file.").arg(opt(file));
        }
    }
    options.request.path = output.isEmpty() ? usualPath(options) : QFileInfo(output).absoluteFilePath();
    if (!options.reportPath.isEmpty() && isSameFile(options.reportPath, options.request.path)) {
        return Cli::tr("--output and --report name the same file. Give the report another name.");
    }
    return std::nullopt;
}

} // namespace

std::variant<Options, Information, UsageError> parseOptions(const QStringList& arguments,
                                                            const Surroundings& surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Cli::tr("Saves the messages of a Leadway CRM account in a file for Excel or another program."));
    addOptions(parser);
    if (!parser.parse(arguments)) {
        return UsageError{parser.errorText()};
    }
    if (parser.isSet(opt("help"))) {
        return Information{helpText(parser)};
    }
    if (parser.isSet(opt("version"))) {
        return Information{QStringLiteral("leadway-export ") + QCoreApplication::applicationVersion() +
                           QLatin1Char('\n')};
    }
    if (parser.isSet(opt("list-unfinished"))) {
        return Information{unfinishedList(surroundings.unfinished, surroundings.locale)};
    }
    if (parser.isSet(opt("list-saved"))) {
        return Information{savedList(surroundings)};
    }
    const bool isSaved = parser.isSet(opt("saved")) || parser.isSet(opt("all"));
    const bool isResume = !isSaved && parser.isSet(opt("resume"));
    if (parser.positionalArguments().size() > (isResume ? 1 : 0)) {
        return UsageError{Cli::tr("“%1” is not an option. Options begin with --; see --help.")
                              .arg(parser.positionalArguments().constLast())};
    }

    ArgumentReader reader(parser);
    Options options;
    options.isDemo = parser.isSet(opt("demo"));
    options.isQuiet = parser.isSet(opt("quiet"));
    options.tokenFromStdin = parser.isSet(opt("token-stdin"));
    options.reportPath = reader.text("report");
    auto fault = isSaved    ? readSaved(parser, surroundings, options)
                 : isResume ? readResume(parser, surroundings, options)
                            : readNew(reader, parser, surroundings, options);
    if (!fault) {
        fault = readFile(reader, parser, surroundings.zone, options);
    }
    if (fault) {
        return UsageError{*fault};
    }
    return options;
}

} // namespace leadway
