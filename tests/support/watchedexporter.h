#pragma once

#include "support/exporter.h"
#include "support/witness.h"

#include <QTemporaryFile>

#include <chrono>
#include <functional>

namespace leadway::test
{

/// leadway-export with the library of tests/preload around it, so that it can be watched, halted and killed
/// in the middle of what it does to its files, and have no room on its disks. Belongs to the test's thread.
class WatchedExporter : public Exporter
{
public:
    WatchedExporter(const Household& household, const QUrl& server);
    ~WatchedExporter();

    /// Of the run that has begun last; still there after it has ended.
    WitnessPage& witness() { return *m_page; }
    /// Nothing noted, nothing wished.
    void forget();

    /// Kills it in the middle of a call; false if it ended before it came there. The wish has to stand in
    /// witness() since before the start.
    bool killAtHalt();
    /// Kills it after so long; false if it ended before.
    bool killAfter(std::chrono::microseconds delay);

    /// False if it ended before the condition held.
    bool waitUntil(const std::function<bool()>& condition) const;

private:
    bool hasEnded() const;

    QTemporaryFile m_file;
    WitnessPage* m_page = nullptr;
};

} // namespace leadway::test
