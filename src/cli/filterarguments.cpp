#include "cli/filterarguments.h"

#include "app/datechoice.h"
#include "format/words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace leadway
{

namespace
{

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(leadway::Cli)
};

const QString kDates = QStringLiteral("dates");
const QString kDirection = QStringLiteral("direction");
const QString kStatus = QStringLiteral("status");
const QString kContains = QStringLiteral("contains");
const QString kAttachment = QStringLiteral("has-attachment");

// Without the days that --from and --to choose.
QStringList dateWords()
{
    QStringList words;
    for (const auto& [key, choice] : kDateKeys) {
        if (choice != DateChoice::OtherDates) {
            words.append(QLatin1String(key));
        }
    }
    return words;
}

QString notAValue(const QString& value, const QString& option, const QString& allowed)
{
    return Cli::tr("“%1” is not a value for --%2. Possible: %3.").arg(value, option, allowed);
}

std::optional<QString> readDates(const QCommandLineParser& parser, const QTimeZone& zone, Interval& interval)
{
    if (!parser.isSet(kDates)) {
        return std::nullopt;
    }
    for (const char* other : {"from", "to"}) {
        if (parser.isSet(QLatin1String(other))) {
            return Cli::tr("--dates and --%1 exclude each other: choose one way to say which days.")
                .arg(QLatin1String(other));
        }
    }
    const QString word = parser.value(kDates).trimmed();
    if (!dateWords().contains(word, Qt::CaseInsensitive)) {
        return notAValue(word, kDates, dateWords().join(QStringLiteral(", ")));
    }
    interval = intervalOf(*dateChoiceOfKey(word.toLower().toStdString()), todayIn(zone), zone);
    return std::nullopt;
}

std::optional<QString> readDirection(const QCommandLineParser& parser, MessageFilter& filter)
{
    if (!parser.isSet(kDirection)) {
        return std::nullopt;
    }
    const QString word = parser.value(kDirection).trimmed();
    const QString received = QStringLiteral("received");
    const QString sent = QStringLiteral("sent");
    if (word.compare(received, Qt::CaseInsensitive) != 0 && word.compare(sent, Qt::CaseInsensitive) != 0) {
        return notAValue(word, kDirection, received + QStringLiteral(", ") + sent);
    }
    filter.direction =
        word.compare(received, Qt::CaseInsensitive) == 0 ? Direction::Received : Direction::Sent;
    return std::nullopt;
}

// A status that the program has never heard of may be one of the service's all the same.
std::optional<QString> readStatus(const QCommandLineParser& parser, MessageFilter& filter)
{
    filter.status = parser.value(kStatus).trimmed();
    const std::string key = statusKey(filter.status.toStdString());
    const bool isWord = !key.empty() && std::all_of(filter.status.begin(), filter.status.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u' ';
    });
    if (!parser.isSet(kStatus) || isWord) {
        return std::nullopt;
    }
    return notAValue(filter.status, kStatus, Cli::tr("one word, as “delivered”, “read” or “failed”"));
}

std::optional<QString> readText(const QCommandLineParser& parser, MessageFilter& filter)
{
    filter.text = parser.value(kContains).trimmed();
    return parser.isSet(kContains) && filter.text.isEmpty()
               ? std::optional(notAValue(filter.text, kContains, Cli::tr("words to look for")))
               : std::nullopt;
}

} // namespace

void addFilterOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const QString& name, const QString& help, const char* value) {
        parser.addOption({name, help, QLatin1String(value)});
    };
    add(kDates, Cli::tr("In the place of --from and --to: %1.").arg(dateWords().join(QStringLiteral(", "))),
        "DAYS");
    add(kDirection, Cli::tr("received or sent."), "WHICH");
    QStringList statuses;
    for (const std::string& status : knownStatuses()) {
        statuses.append(QString::fromStdString(status));
    }
    add(kStatus,
        Cli::tr("Only messages, or calls, of this status: %1, or another one that Leadway uses.")
            .arg(statuses.join(QStringLiteral(", "))),
        "STATUS");
    add(kContains,
        Cli::tr("Only messages with this in their text or subject, whatever the capitals and accents; of "
                "an HTML text, in the words that can be read."),
        "WORDS");
    parser.addOption({kAttachment, Cli::tr("Only messages with something attached.")});
}

std::optional<QString> readFilters(const QCommandLineParser& parser, const QTimeZone& zone,
                                   MessageQuery& query)
{
    query.filter.hasAttachment = parser.isSet(kAttachment);
    std::optional<QString> fault = readDates(parser, zone, query.interval);
    for (const auto read : {readDirection, readStatus, readText}) {
        fault = fault ? fault : read(parser, query.filter);
    }
    return fault;
}

} // namespace leadway
