// leadway-export: the export without a window. It takes the same query, runs the same job and says the same
// sentences; only the arguments, the progress bar and the exit codes are its own.

#include "app/exportjob.h"
#include "app/exportlog.h"
#include "app/flatmemory.h"
#include "app/identity.h"
#include "app/language.h"
#include "app/log.h"
#include "app/logwords.h"
#include "app/privatememory.h"
#include "app/reportjson.h"
#include "app/savedstate.h"
#include "app/settings.h"
#include "app/spoolfolder.h"
#include "app/wording.h"
#include "cli/console.h"
#include "cli/fonts.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/resume.h"
#include "cli/terminal.h"
#include "cli/tokensource.h"
#include "core/fileerror.h"
#include "simulator/server.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <cstdio>

namespace
{

using namespace leadway;

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(leadway::Cli)
};

enum ExitCode { Complete = 0, Failure = 1, Usage = 2, Incomplete = 3, Refused = 4 };

ExitCode exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::TokenInvalid:
    case ErrorKind::ScopeMissing:
    case ErrorKind::AgencyToken:
    case ErrorKind::OtherLocation:
    case ErrorKind::TokenMissing:
    case ErrorKind::StoreLocked:
    case ErrorKind::StoreUnavailable:
        return Refused;
    case ErrorKind::RateLimited:
    case ErrorKind::DailyLimit:
        return Incomplete;
    default:
        return isWorthRetrying(kind) ? Incomplete : Failure;
    }
}

QString sentenceFor(const Error& error, const QString& path)
{
    return wording::inOneLine(wording::advice(error, QDir::toNativeSeparators(path)));
}

ExitCode concludeFinished(const Options& options, const ExportReport& report, Console& console,
                          const QLocale& locale)
{
    console.say(wording::finished(report, locale));
    const QString remarks = wording::remarks(report, locale);
    if (!remarks.isEmpty()) {
        console.say(remarks);
    }
    if (!report.path.isEmpty()) {
        console.say(QDir::toNativeSeparators(report.path));
    }
    if (options.request.saved) {
        Settings settings;
        settings.noteResult(*options.request.saved,
                            resultOf(*options.request.saved, report, QDateTime::currentDateTimeUtc()));
    }
    if (!options.reportPath.isEmpty()) {
        const auto saved = saveReportJson(options.reportPath, options.request, report);
        if (!saved) {
            console.sayError(sentenceFor(saved.error(), options.reportPath));
            return Failure;
        }
    }
    return report.isComplete() ? Complete : Incomplete;
}

// What is kept, and how to go on with it.
void tellHowToGoOn(const QString& unfinishedId, Console& console)
{
    console.sayError(Cli::tr("To go on from there: leadway-export --resume %1").arg(shortId(unfinishedId)));
}

ExitCode conclude(const Options& options, const ExportJob& job, Console& console, const QLocale& locale)
{
    if (const auto* const finished = std::get_if<Finished>(&job.state())) {
        return concludeFinished(options, finished->report, console, locale);
    }
    if (const auto* const failed = std::get_if<Failed>(&job.state())) {
        console.sayError(wording::inOneLine(
            wording::failed(*failed, QDir::toNativeSeparators(options.request.path), locale)));
        if (!failed->unfinishedId.isEmpty()) {
            tellHowToGoOn(failed->unfinishedId, console);
        }
        return exitCodeFor(failed->error.kind);
    }
    const auto* const paused = std::get_if<Paused>(&job.state());
    if (paused && paused->fetching.received > 0 && !options.isDemo) {
        console.sayError(wording::paused(*paused, locale));
        tellHowToGoOn(job.unfinishedId(), console);
    } else {
        console.sayError(wording::cancelled());
    }
    return Incomplete;
}

// The account that an export belongs to; one that is not saved has no name.
Account accountOf(const Options& options)
{
    Account account;
    account.locationId = options.request.query.locationId;
    account.connection = options.connection;
    account.isSample = options.isDemo;
    account.name = options.isDemo ? kSampleAccountName.toString() : QString();
    return options.account.value_or(account);
}

std::unique_ptr<ExportJob> jobFor(const Options& options, ApiClient& client, const JobSettings& settings)
{
    if (options.earlier) {
        UnfinishedExport earlier = *options.earlier;
        earlier.request = options.request;
        return std::make_unique<ExportJob>(client, earlier, settings);
    }
    return std::make_unique<ExportJob>(client, accountOf(options), options.request, settings);
}

} // namespace

int main(int argc, char* argv[])
{
    keepMemoryPrivate();
    keepMemoryFlat();
    Token token = takeTokenFromEnvironment();
    auto app = std::make_unique<QCoreApplication>(argc, argv);
    setIdentity();
    Language language;
    language.use(Language::systemCode());
    QLocale locale = localeFor(language.code());

    const auto parsed =
        parseOptions(QCoreApplication::arguments(),
                     {QTimeZone::systemTimeZone(), Settings().accounts(),
                      unfinishedExports(defaultSpoolRoot()), Settings().savedExports(), locale});
    if (const auto* const information = std::get_if<Information>(&parsed)) {
        writeText(stdout, information->text);
        return Complete;
    }
    if (const auto* const error = std::get_if<UsageError>(&parsed)) {
        Console(false, locale).sayError(error->sentence);
        return Usage;
    }
    Options options = std::get<Options>(parsed);
    if (options.request.format.format == Format::Pdf) {
        app.reset();
        app = applicationWithFonts(argc, argv);
        if (!app) {
            app = std::make_unique<QCoreApplication>(argc, argv);
            language.use(language.code());
            Console(false, locale)
                .sayError(Cli::tr("This computer lacks what a PDF needs, Qt’s “offscreen” "
                                  "platform. --format transcript needs nothing."));
            return Failure;
        }
        language.use(language.code());
    }
    if (!options.language.isEmpty()) {
        language.use(options.language);
        locale = localeFor(language.code());
    }
    Console console(options.isQuiet, locale);
    Log log(defaultLogFolder(), QStringLiteral("command-line"));
    log.write(startInLog());

    // Worth knowing before an hour of fetching; ExportJob looks at the output itself.
    if (const auto obstacle = options.reportPath.isEmpty() ? std::nullopt : obstacleAt(options.reportPath)) {
        console.sayError(sentenceFor(*obstacle, options.reportPath));
        return Failure;
    }
    std::unique_ptr<simulator::Server> server;
    if (options.isDemo) {
        simulator::Scenario scenario;
        scenario.newestMsecs = QDateTime::currentMSecsSinceEpoch() - 60'000;
        constexpr qint64 demoMessages = 12'345;
        scenario.messages = demoMessages;
        server = std::make_unique<simulator::Server>(scenario);
        if (!server->start()) {
            console.sayError(Cli::tr("The sample data could not be started."));
            return Failure;
        }
        options.connection.baseUrl = server->baseUrl();
        token = Token(QByteArrayLiteral("pit-demo"));
    } else if (options.tokenFromStdin) {
        token = readTokenFromStdin();
    }
    if (token.isEmpty() && options.account) {
        auto saved = readSavedToken(*options.account, console.isInteractive(),
                                    [&console] { console.say(wording::unlock()); });
        if (!saved) {
            log.write(QStringLiteral("no token: ") + errorInLog(saved.error()));
            console.sayError(sentenceFor(saved.error(), {}));
            return Refused;
        }
        token = *saved;
    }
    if (!token.isWellFormed()) {
        console.sayError(token.isEmpty() ? Cli::tr("There is no token. Put it into the environment variable "
                                                   "LEADWAY_TOKEN, or use --token-stdin.")
                                         : Cli::tr("That is not a token: it holds spaces or other characters "
                                                   "that tokens do not have. Copy it again."));
        return Usage;
    }

    ApiClient client(options.connection, token);
    token = Token();
    JobSettings settings;
    removeStaleSpools(defaultSpoolRoot());
    settings.savedRoot = defaultSavedRoot();
    settings.spoolRoot = spoolRootFor(defaultSpoolRoot(), options.account ? options.account->id : QUuid());
    const std::unique_ptr<ExportJob> job = jobFor(options, client, settings);
    ExportLog exportLog(log);
    exportLog.begin(options.request, options.earlier.has_value());
    QObject::connect(job.get(), &ExportJob::stateChanged, app.get(),
                     [&console, &exportLog](const State& state) {
                         exportLog.note(state);
                         console.show(state);
                         if (isTerminal(state) || std::holds_alternative<Paused>(state)) {
                             QCoreApplication::quit();
                         }
                     });
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, job.get(), [&job] {
        job->pause();
        QCoreApplication::quit();
    });
    QMetaObject::invokeMethod(job.get(), &ExportJob::start, Qt::QueuedConnection);
    QCoreApplication::exec();
    return conclude(options, *job, console, locale);
}
