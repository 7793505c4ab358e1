#pragma once

#include "simulator/server.h"
#include "support/gate.h"
#include "support/watchedexporter.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace leadway::test
{

/// Where a disk is full in the course of an export.
struct FullDisk {
    Places places = 0;         ///< whose files lie on it
    qint64 from = 0;           ///< the first call that needs room and gets none, from 1
    bool isShortFirst = false; ///< half of what that call writes still fits
    qint64 after = 0;          ///< or, without `from`: the bytes that still fit

    QByteArray told() const;
};

/// One export, small and the same every time, that is made onto disks without room, and gone on with once
/// there is some. Each trial answers what went wrong, and nothing if all was as it has to be: the exit code
/// and the sentence, the earlier file as it was, nothing beside it, what was fetched kept, and in the end the
/// right file. Belongs to the test's thread.
class DiskTrial
{
public:
    explicit DiskTrial(quint32 seed, const char* format = "jsonl");
    ~DiskTrial();

    /// Calls that need room in an export that gets it, and bytes written in them.
    qint64 calls(Places places) const;
    qint64 bytes(Places places) const;

    /// A disk that the library of tests/preload makes up.
    QByteArray fails(const FullDisk& disk);
    /// A real one, a tmpfs on which the files of this place lie, that has so many bytes left once so many
    /// requests have been made. The process has to be root and in ownMounts().
    QByteArray failsOnTmpfs(Places place, qint64 room, qint64 requests);
    /// A real one that is too small from the very beginning.
    QByteArray refusesTmpfs(Places place);

private:
    void makeWhole(Places places);
    void putEarlier();
    QStringList arguments(const char* name) const;
    QByteArray judge(Places places, qint64 pages, const Outcome& outcome);
    bool isListed(const QByteArray& number);
    QByteArray refusesAgain(Places places);
    QByteArray judgeFailure(Places places, const Outcome& outcome) const;
    QByteArray judgeFile() const;
    QByteArray left(bool isUnfinished);
    QString folderOf(Places place) const;

    const char* m_format;
    simulator::Server m_server;
    Household m_household;
    WatchedExporter m_exporter;
    QByteArray m_whole; // the file that was made with room
    QByteArray m_aside; // and the one beside it
    QByteArray m_said;  // by the program that made it
    QByteArray m_wrong; // with that already
    qint64 m_trials = 0;
    qint64 m_calls[kIndex + 1] = {};
    qint64 m_bytes[kIndex + 1] = {};
};

/// Gives this thread, and the programs it starts, mounts that nobody else sees; false if the system does not.
bool ownMounts();

} // namespace leadway::test
