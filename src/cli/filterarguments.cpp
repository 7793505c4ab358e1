#include "cli/filterarguments.h"

#include "app/datechoice.h"
#include "cli/argumentreader.h"
#include "format/words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace leadway
{

namespace
{

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(leadway::Cli)
};

constexpr std::pair<const char*, Direction> kDirections[] = {{"received", Direction::Received},
                                                             {"sent", Direction::Sent}};

// Without the days that --from and --to choose.
std::vector<std::pair<const char*, DateChoice>> dateWords()
{
    std::vector<std::pair<const char*, DateChoice>> words;
    for (const auto& known : kDateKeys) {
        if (known.second != DateChoice::OtherDates) {
            words.push_back(known);
        }
    }
    return words;
}

void readDates(ArgumentReader& reader, const QTimeZone& zone, Interval& interval)
{
    if (!reader.isSet("dates")) {
        return;
    }
    for (const char* other : {"from", "to"}) {
        if (reader.isSet(other)) {
            reader.blame(Cli::tr("--dates and --%1 exclude each other: choose one way to say which days.")
                             .arg(QLatin1String(other)));
        }
    }
    interval = intervalOf(reader.oneOf("dates", dateWords()), todayIn(zone), zone);
}

// A status that the program has never heard of may be one of the service's all the same.
bool isStatus(const QString& text)
{
    return !statusKey(text.toStdString()).empty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u' ';
    });
}

} // namespace

void addFilterArguments(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const QString& help, const char* value) {
        parser.addOption({QLatin1String(name), help, QLatin1String(value)});
    };
    add("dates", Cli::tr("In the place of --from and --to: %1.").arg(wordsOf(dateWords())), "DAYS");
    add("direction", Cli::tr("received or sent."), "WHICH");
    QStringList statuses;
    for (const std::string& status : knownStatuses()) {
        statuses.append(QString::fromStdString(status));
    }
    add("status",
        Cli::tr("Only messages, or calls, of this status: %1, or another one that Leadway uses.")
            .arg(statuses.join(QStringLiteral(", "))),
        "STATUS");
    add("contains",
        Cli::tr("Only messages with this in their text or subject, whatever the capitals and accents; of "
                "an HTML text, in the words that can be read."),
        "WORDS");
    parser.addOption({QStringLiteral("has-attachment"), Cli::tr("Only messages with something attached.")});
}

void readFilterArguments(ArgumentReader& reader, const QTimeZone& zone, MessageQuery& query)
{
    readDates(reader, zone, query.interval);
    MessageFilter& filter = query.filter;
    filter.hasAttachment = reader.isSet("has-attachment");
    if (reader.isSet("direction")) {
        filter.direction = reader.oneOf("direction", kDirections);
    }
    filter.status = reader.text("status");
    if (reader.isSet("status") && !isStatus(filter.status)) {
        reader.refuse("status", Cli::tr("one word, as “delivered”, “read” or “failed”"));
    }
    filter.text = reader.filledText("contains", Cli::tr("words to look for"));
}

} // namespace leadway
