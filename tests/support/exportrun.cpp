#include "support/exportrun.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTimer>

namespace leadway::test
{

ExportRun::ExportRun(const QUrl& baseUrl)
    : token(QStringLiteral("pit-demo"))
    , m_baseUrl(baseUrl)
{
    query.locationId = QLatin1String(simulator::kDemoLocation);
    format.format = Format::JsonLines;
    format.zone = QTimeZone::utc();
    retry.base = std::chrono::milliseconds(1);
    retry.cap = std::chrono::milliseconds(5);
    deadlines.inactivity = std::chrono::seconds(10);
    deadlines.total = std::chrono::seconds(60);
}

QString ExportRun::path() const
{
    return m_folder->filePath(fileName);
}

QString ExportRun::spoolRoot() const
{
    return spoolRootFor(m_folder->filePath(QStringLiteral("spools")), account.id);
}

QString ExportRun::savedRoot() const
{
    return m_folder->filePath(QStringLiteral("saved"));
}

State ExportRun::follow(const std::function<std::unique_ptr<ExportJob>(ApiClient&, JobSettings)>& make,
                        const Watch& watch)
{
    Connection connection;
    connection.baseUrl = m_baseUrl;
    ApiClient client(connection, Token(token.toUtf8()), deadlines);
    JobSettings settings;
    settings.spoolRoot = spoolRoot();
    settings.savedRoot = savedRoot();
    settings.retry = retry;
    settings.random = [] { return 0.5; };
    settings.deadlines = deadlines;
    settings.patience = patience;
    settings.leastFree = leastFree;
    const std::unique_ptr<ExportJob> job = make(client, settings);
    QEventLoop loop;
    bool hasEnded = false;
    QObject::connect(job.get(), &ExportJob::stateChanged, &loop, [&](const State& state) {
        const bool isDropped = watch && !watch(*job, state);
        if (isTerminal(state) || isDropped) {
            m_state = state;
            hasEnded = true;
            loop.quit();
        }
    });
    job->start();
    if (!hasEnded) {
        loop.exec();
    }
    return m_state;
}

State ExportRun::run(const Watch& watch)
{
    return follow(
        [this](ApiClient& client, const JobSettings& settings) {
            account.connection.baseUrl = m_baseUrl;
            return std::make_unique<ExportJob>(client, account,
                                               ExportRequest{query, format, path(), lanes, saved}, settings);
        },
        watch);
}

QList<UnfinishedExport> ExportRun::unfinished() const
{
    return unfinishedExports(m_folder->filePath(QStringLiteral("spools")));
}

State ExportRun::goOn(const Watch& watch)
{
    const QList<UnfinishedExport> left = unfinished();
    if (left.isEmpty()) {
        qWarning("nothing was left to go on with");
        return Idle{};
    }
    return follow(
        [this, &left](ApiClient& client, const JobSettings& settings) {
            UnfinishedExport earlier = left.constFirst();
            earlier.request.format = format;
            earlier.request.path = path();
            return std::make_unique<ExportJob>(client, earlier, settings);
        },
        watch);
}

const ExportReport& ExportRun::report() const
{
    static const ExportReport none;
    const auto* const finished = std::get_if<Finished>(&m_state);
    if (!finished) {
        const auto* const failed = std::get_if<leadway::Failed>(&m_state);
        qWarning("the export did not finish: error kind %d, status %d, %s",
                 failed ? static_cast<int>(failed->error.kind) : -1, failed ? failed->error.httpStatus : 0,
                 failed ? qPrintable(failed->error.detail) : "cancelled");
        return none;
    }
    return finished->report;
}

QByteArray ExportRun::fileContent() const
{
    QFile file(path());
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QByteArray> ExportRun::fileIds() const
{
    QList<QByteArray> ids;
    const QList<QByteArray> lines = fileContent().split('\n');
    for (const QByteArray& line : lines) {
        if (!line.isEmpty()) {
            const QJsonObject message = QJsonDocument::fromJson(line).object();
            ids.append(message.value(QLatin1String("id")).toString().toUtf8());
        }
    }
    return ids;
}

QStringList ExportRun::leftovers() const
{
    return QDir(m_folder->filePath(QStringLiteral("spools")))
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

ExportRun::Watch pausingInRendering(int& pauses)
{
    return [&pauses](ExportJob& job, const State& state) {
        const auto* const rendering = std::get_if<Rendering>(&state);
        if (rendering && rendering->done * 4 > rendering->total * (pauses + 1)) {
            ++pauses;
            QTimer::singleShot(0, &job, &ExportJob::pause);
        } else if (std::holds_alternative<Paused>(state)) {
            QTimer::singleShot(0, &job, &ExportJob::goOn);
        }
        return true;
    };
}

QList<QByteArray> expectedIds(const simulator::Generator& generator, SortOrder order,
                              const std::function<bool(qint64)>& wanted)
{
    QList<QByteArray> dated;
    QList<QByteArray> undated;
    for (const qint64 index : generator.inFileOrder(wanted)) {
        (generator.createdAt(index) ? dated : undated).append(generator.id(index));
    }
    if (order == SortOrder::Descending) {
        std::reverse(dated.begin(), dated.end());
    }
    return dated + undated;
}

QByteArray firstDifference(const QList<QByteArray>& actual, const QList<QByteArray>& expected)
{
    for (qsizetype i = 0; i < std::min(actual.size(), expected.size()); ++i) {
        if (actual[i] != expected[i]) {
            return "at " + QByteArray::number(i) + ": " + actual[i] + " instead of " + expected[i];
        }
    }
    return actual.size() == expected.size()
               ? QByteArray()
               : QByteArray::number(actual.size()) + " instead of " + QByteArray::number(expected.size());
}

} // namespace leadway::test
