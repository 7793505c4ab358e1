#include "simulator/server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QTextStream>

#include <chrono>
#include <csignal>
#include <limits>
#include <optional>
#include <thread>

using namespace leadway::simulator;

namespace
{

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int)
{
    interrupted = 1;
}

constexpr int kUsageError = 2;

struct Options {
    quint16 port = 0;
    Scenario scenario;
    Behaviour behaviour;
};

/// The options of the command line; nothing, and the reason in `complaint`, if they make no sense.
std::optional<Options> readOptions(const QCommandLineParser& parser, QString& complaint)
{
    Options options;
    const auto number = [&](const QString& name, qint64 least, qint64 most) {
        bool isNumber = false;
        const qint64 value = parser.value(name).toLongLong(&isNumber);
        if (!isNumber || value < least || value > most) {
            complaint = QStringLiteral("--%1 takes a number from %2 to %3.").arg(name).arg(least).arg(most);
        }
        return value;
    };
    options.port = static_cast<quint16>(number(QStringLiteral("port"), 0, 65535));
    const QString kind = parser.value(QStringLiteral("content"));
    const auto seed =
        static_cast<quint64>(number(QStringLiteral("seed"), 0, std::numeric_limits<qint64>::max()));
    const qint64 messages = number(QStringLiteral("messages"), 0, 10'000'000);
    if (kind == QLatin1String("awkward")) {
        options.scenario = Scenario::awkward(seed, messages);
    } else if (kind == QLatin1String("broken")) {
        options.scenario = Scenario::broken(seed, messages);
    } else if (kind == QLatin1String("demo")) {
        options.scenario.seed = seed;
        options.scenario.messages = messages;
    } else {
        complaint = QStringLiteral("--content is demo, awkward or broken.");
    }
    options.scenario.span = std::chrono::hours(24 * number(QStringLiteral("days"), 1, 36500));
    if (parser.isSet(QStringLiteral("until-now"))) {
        options.scenario.newestMsecs = QDateTime::currentMSecsSinceEpoch();
    }
    options.behaviour.token = parser.value(QStringLiteral("token")).toUtf8();
    options.behaviour.locationId = parser.value(QStringLiteral("location")).toUtf8();
    options.scenario.locationId = options.behaviour.locationId;
    options.behaviour.latency = std::chrono::milliseconds(number(QStringLiteral("latency"), 0, 600'000));
    options.behaviour.gzip = parser.isSet(QStringLiteral("gzip"));
    options.behaviour.slidingWindow = parser.isSet(QStringLiteral("sliding"));

    const QStringList rate = parser.value(QStringLiteral("rate")).split(QLatin1Char('/'));
    bool isMax = false;
    bool isInterval = false;
    options.behaviour.rateMax = rate.value(0).toInt(&isMax);
    options.behaviour.rateInterval = std::chrono::milliseconds(rate.value(1).toInt(&isInterval));
    if (rate.size() != 2 || !isMax || !isInterval || options.behaviour.rateInterval.count() <= 0) {
        complaint = QStringLiteral("--rate looks like 100/10000.");
    }
    const QString cursor = parser.value(QStringLiteral("cursor"));
    if (cursor == QLatin1String("repeating")) {
        options.behaviour.cursor = Behaviour::Cursor::Repeating;
    } else if (cursor != QLatin1String("changing")) {
        complaint = QStringLiteral("--cursor is changing or repeating.");
    }
    return complaint.isEmpty() ? std::optional(options) : std::nullopt;
}

void addOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const char* description, const char* value,
                               const char* standard) {
        parser.addOption(
            {QLatin1String(name), QLatin1String(description), QLatin1String(value), QLatin1String(standard)});
    };
    add("port", "Port on 127.0.0.1, 0 for a free one.", "N", "0");
    add("messages", "How many messages the account holds.", "N", "1000");
    add("seed", "Another number makes another account.", "N", "1");
    add("days", "How many days the account goes back.", "N", "120");
    add("content", "demo, awkward (odd but legal) or broken (invalid pages too).", "KIND", "demo");
    add("token", "The token that is accepted.", "TEXT", "pit-demo");
    add("location", "The location that is there.", "ID", kDemoLocation);
    add("latency", "Milliseconds before every answer.", "MS", "0");
    add("rate", "Requests allowed in an interval of milliseconds.", "MAX/MS", "100/10000");
    add("cursor", "changing or repeating.", "KIND", "changing");
    parser.addOption({QStringLiteral("until-now"), QStringLiteral("The newest message is from just now.")});
    parser.addOption({QStringLiteral("sliding"), QStringLiteral("The allowance's interval slides.")});
    parser.addOption({QStringLiteral("gzip"), QStringLiteral("Compress answers.")});
    parser.addHelpOption();
    parser.setApplicationDescription(
        QStringLiteral("The message export endpoint in miniature, with an invented account."));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("leadway-simulator"));
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);

    QTextStream err(stderr);
    QString complaint;
    const std::optional<Options> options = readOptions(parser, complaint);
    if (!options) {
        err << complaint << Qt::endl;
        return kUsageError;
    }
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    Server server(options->scenario, options->behaviour);
    if (!server.start(options->port)) {
        err << QStringLiteral("Port %1 cannot be used.").arg(options->port) << Qt::endl;
        return 1;
    }
    QTextStream(stdout) << server.baseUrl().toString() << Qt::endl;
    while (interrupted == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return 0;
}
