#pragma once

#include "app/exportjob.h"
#include "simulator/server.h"

#include <QByteArray>
#include <QList>
#include <QTemporaryDir>

namespace leadway::test
{

/// Runs whole exports against a server on this computer, with pauses short enough for tests, in a folder of
/// its own.
class ExportRun
{
public:
    /// Speaks to `baseUrl` with the simulator's token.
    explicit ExportRun(const QUrl& baseUrl);

    MessageQuery query;   ///< all messages of the simulator's account
    FormatOptions format; ///< JSON Lines, UTC
    RetryPolicy retry;    ///< eight tries, pauses of a few milliseconds
    Deadlines deadlines;  ///< short
    int lanes = 1;        ///< so that requests come in an order that a test can count on
    QString token;
    QString fileName = QStringLiteral("export");

    /// Runs to the end of the job and returns the state it ended in.
    State run();

    /// The report of the last run; fails the test if it did not finish.
    const ExportReport& report() const;
    QByteArray fileContent() const;
    QString path() const;
    /// The `id` of every line of the file, read by Qt's JSON parser.
    QList<QByteArray> fileIds() const;
    /// What the jobs left in the spool folder: nothing, ever.
    QStringList leftovers() const;
    QString folder() const { return m_folder.path(); }
    QString spoolRoot() const;

private:
    QUrl m_baseUrl;
    QTemporaryDir m_folder;
    State m_state;
};

/// The ids of a generator's messages in the order of a finished file.
QList<QByteArray> expectedIds(const simulator::Generator& generator, SortOrder order,
                              const std::function<bool(qint64)>& wanted = {});

/// Where two lists part, as text for a failure message; empty if they are equal.
QByteArray firstDifference(const QList<QByteArray>& actual, const QList<QByteArray>& expected);

} // namespace leadway::test
