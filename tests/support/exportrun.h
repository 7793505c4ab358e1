#pragma once

#include "app/exportjob.h"
#include "simulator/server.h"

#include <QByteArray>
#include <QList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace leadway::test
{

/// Runs whole exports against a server on this computer, with pauses short enough for tests, in a folder of
/// its own.
class ExportRun
{
public:
    /// Speaks to `baseUrl` with the simulator's token.
    explicit ExportRun(const QUrl& baseUrl);

    void setBaseUrl(const QUrl& baseUrl) { m_baseUrl = baseUrl; }

    MessageQuery query;   ///< all messages of the simulator's account
    FormatOptions format; ///< JSON Lines, UTC
    RetryPolicy retry;    ///< eight tries, pauses of a few milliseconds
    Deadlines deadlines;  ///< short
    std::chrono::milliseconds patience = std::chrono::minutes(15);
    qint64 leastFree = 0;
    Account account;               ///< not saved
    std::optional<SavedRun> saved; ///< as a run of it; the account needs an id then
    int lanes = 1;                 ///< so that requests come in an order that a test can count on
    QString token;
    QString fileName = QStringLiteral("export");

    /// Runs to the end of the job and returns the state it ended in. `watch` sees each state of the job on
    /// the way; if it returns false, the job is dropped there, as when the window closes, and the state
    /// returned.
    using Watch = std::function<bool(ExportJob&, const State&)>;
    State run(const Watch& watch = {});
    /// Goes on with what an earlier run left; fails the test if it left nothing.
    State goOn(const Watch& watch = {});
    /// What earlier runs left to be gone on with.
    QList<UnfinishedExport> unfinished() const;

    /// The report of the last run; fails the test if it did not finish.
    const ExportReport& report() const;
    QByteArray fileContent() const;
    QString path() const;
    /// The `id` of every line of the file, read by Qt's JSON parser.
    QList<QByteArray> fileIds() const;
    /// What the jobs left in the spool folder: nothing, once they have finished.
    QStringList leftovers() const;
    QString folder() const { return m_folder->path(); }
    QString spoolRoot() const;
    QString savedRoot() const;

private:
    State follow(const std::function<std::unique_ptr<ExportJob>(ApiClient&, JobSettings)>& make,
                 const Watch& watch);

    QUrl m_baseUrl;
    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
    State m_state;
};

/// Pauses a job after each quarter of its rendering and goes on at once; counts the pauses, which must
/// outlive the run.
ExportRun::Watch pausingInRendering(int& pauses);

/// The ids of a generator's messages in the order of a finished file.
QList<QByteArray> expectedIds(const simulator::Generator& generator, SortOrder order,
                              const std::function<bool(qint64)>& wanted = {});

/// Where two lists part, as text for a failure message; empty if they are equal.
QByteArray firstDifference(const QList<QByteArray>& actual, const QList<QByteArray>& expected);

} // namespace leadway::test
