#include "bench/client.h"

#include "bench/childrun.h"
#include "support/programs.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace leadway::bench
{

namespace
{

constexpr int kTooManyRequests = 429;

QString& sdkFolder()
{
    static QString folder;
    return folder;
}

ChildRun runExporter(Client client, const QString& server, const test::Household& household,
                     const QStringList& arguments)
{
    QStringList all = {QStringLiteral("--quiet"),
                       QStringLiteral("--base-url"),
                       server,
                       QStringLiteral("--location"),
                       QLatin1String(simulator::kDemoLocation),
                       QStringLiteral("--output"),
                       QStringLiteral("export.csv"),
                       QStringLiteral("--report"),
                       QStringLiteral("report.json")};
    if (client == Client::OneWalk) {
        all += {QStringLiteral("--parallel"), QStringLiteral("1")};
    } else if (client == Client::ForPrograms) {
        all += {QStringLiteral("--format"), QStringLiteral("csv-exact")};
    }
    QProcessEnvironment environment = household.environment();
    environment.insert(QStringLiteral("LEADWAY_TOKEN"), QStringLiteral("pit-demo"));
    return runChild(QStringLiteral(LEADWAY_BINARY_DIR "/src/cli/leadway-export"), all + arguments,
                    household.workFolder(), environment);
}

ChildRun runSdk(const QString& server, const test::Household& household)
{
    QProcessEnvironment environment = household.environment();
    environment.insert(QStringLiteral("LEADWAY_TOKEN"), QStringLiteral("pit-demo"));
    return runChild(QStringLiteral("node"),
                    {QDir(sdkFolder()).absoluteFilePath(QStringLiteral("export.mjs")), server,
                     QLatin1String(simulator::kDemoLocation), QStringLiteral("export.csv")},
                    household.workFolder(), environment);
}

void readFile(const test::Household& household, Run& run)
{
    QFile file(household.path(QStringLiteral("export.csv")));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (file.open(QFile::ReadOnly) && hash.addData(&file)) {
        run.bytes = file.size();
        run.sha256 = hash.result().toHex();
    }
}

void fillIn(double Run::*figure, const std::vector<Run>& runs, Run& typical)
{
    std::vector<double> values;
    for (const Run& run : runs) {
        values.push_back(run.*figure);
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    typical.*figure = *middle;
}

} // namespace

QString nameOf(Client client)
{
    switch (client) {
    case Client::Leadway:
        return QStringLiteral("leadway-export");
    case Client::OneWalk:
        return QStringLiteral("leadway-export, one walk");
    case Client::ForPrograms:
        return QStringLiteral("leadway-export, CSV for programs");
    case Client::Sdk:
        break;
    }
    return QStringLiteral("loop with the official SDK");
}

void setSdkFolder(const QString& folder)
{
    sdkFolder() = folder;
}

QString sdkRuntime()
{
    const test::Household household;
    const ChildRun node = runChild(QStringLiteral("node"), {QStringLiteral("--version")},
                                   household.workFolder(), household.environment());
    return node.exitCode == 0
               ? QStringLiteral("The SDK runs on Node %1.").arg(QString::fromUtf8(node.out).trimmed())
               : QStringLiteral("There is no Node here.");
}

Run run(Client client, const Account& account, const simulator::Behaviour& behaviour,
        const QStringList& arguments)
{
    Run run;
    if (client == Client::Sdk && sdkFolder().isEmpty()) {
        run.trouble = QStringLiteral("the SDK could not be installed");
        return run;
    }
    simulator::Server server(account, behaviour);
    if (!server.start()) {
        run.trouble = QStringLiteral("the simulator does not start");
        return run;
    }
    const test::Household household;
    const QString address = server.baseUrl().toString();
    const ChildRun child = client == Client::Sdk ? runSdk(address, household)
                                                 : runExporter(client, address, household, arguments);
    if (child.exitCode != 0) {
        run.trouble = QStringLiteral("ended with %1: %2")
                          .arg(child.exitCode)
                          .arg(QString::fromUtf8(child.err).simplified().left(200));
    }
    run.wallSeconds = child.wallSeconds;
    run.cpuSeconds = child.cpuSeconds;
    run.peakMegabytes = child.peakMegabytes;
    const std::vector<simulator::Request> log = server.log();
    run.requests = static_cast<qint64>(log.size());
    run.refused = std::count_if(log.begin(), log.end(), [](const simulator::Request& request) {
        return request.status == kTooManyRequests;
    });
    readFile(household, run);
    const QByteArray told = client == Client::Sdk ? child.out : household.read(QStringLiteral("report.json"));
    const QJsonObject report = QJsonDocument::fromJson(told).object();
    run.messages = report.value(client == Client::Sdk ? QLatin1String("messages") : QLatin1String("written"))
                       .toInteger();
    if (run.isWell() && report.value(QLatin1String("sha256")).toString().toLatin1() != run.sha256) {
        run.trouble = QStringLiteral("the file is not the one that was reported");
    }
    return run;
}

Run typical(const std::vector<Run>& runs)
{
    Run typical = runs.front();
    fillIn(&Run::wallSeconds, runs, typical);
    fillIn(&Run::cpuSeconds, runs, typical);
    fillIn(&Run::peakMegabytes, runs, typical);
    for (const Run& run : runs) {
        if (!run.isWell()) {
            return run;
        }
        typical.requests = std::max(typical.requests, run.requests);
        typical.refused = std::max(typical.refused, run.refused);
        if (!run.hasSameFileAs(typical)) {
            typical.trouble = QStringLiteral("another file every time");
        }
    }
    return typical;
}

Run repeated(int times, Client client, const Account& account, const simulator::Behaviour& behaviour)
{
    std::vector<Run> runs;
    while (static_cast<int>(runs.size()) < times && (runs.empty() || runs.back().isWell())) {
        runs.push_back(run(client, account, behaviour));
    }
    return typical(runs);
}

} // namespace leadway::bench
