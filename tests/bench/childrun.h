#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>

namespace leadway::bench
{

/// A program from its start to its end, and what it took.
struct ChildRun {
    int exitCode = -1; ///< -1 if it never began or was ended by a signal
    double wallSeconds = 0;
    double cpuSeconds = 0;    ///< user and system, of the whole process
    double peakMegabytes = 0; ///< of resident memory, in units of 1024 * 1024; shared libraries included
    QByteArray out;
    QByteArray err;
};

/// Runs a program and waits for it. Any thread may; the program ends with the thread that waits.
ChildRun runChild(const QString& program, const QStringList& arguments, const QString& folder,
                  const QProcessEnvironment& environment);

} // namespace leadway::bench
