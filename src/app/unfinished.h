#pragma once

#include "app/account.h"
#include "app/exportrequest.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace leadway
{

/// \file
/// Exports that were begun and not finished, whatever ended them: what a person wanted lies beside the spool,
/// in export.json, until the file is written. That file is what makes a spool one to be gone on with.

/// An export that can be gone on with. A value.
struct UnfinishedExport {
    QString id;     ///< the name of its folder
    QString folder; ///< its spool
    Account account;
    ExportRequest request; ///< as it was asked for; the end that was fixed at its start is the spool's
    qint64 received = 0;
    std::optional<qint64> expected;
    QDateTime touched;      ///< when it was last worked on
    bool isRunning = false; ///< a program is at work on it, so it is not to be gone on with
};

/// Notes beside a spool what is to become of it. An account of invented data is not noted, since its messages
/// go with the program.
Result<void> noteUnfinished(const QString& folder, const Account& account, const ExportRequest& request);
/// The file is written, or nobody wants it.
void forgetUnfinished(const QString& folder);

/// What runs of a saved export left in the folder of its account: one that came to its end has brought all of
/// it.
void discardRunsOf(const QUuid& saved, const QString& root);

bool isUnfinished(const QString& folder);

/// Notes beside a spool of a finished export where one more file is being made of it, for removePartsOf();
/// that makes it none to be gone on with.
Result<void> noteOutput(const QString& folder, const QString& path);
void forgetOutput(const QString& folder);

/// Removes what a program that was killed left beside the files that a spool was for. The spool has to be
/// held (SpoolFolder).
void removePartsOf(const QString& folder);

/// Those under all accounts that hold anything to go on with, the one touched last first. Those that a
/// program is at work on are among them.
QList<UnfinishedExport> unfinishedExports(const QString& root);

/// Whether it may go on with an account as it is now: only at the same server and in the same location.
bool canGoOn(const UnfinishedExport& unfinished, const Account& account);

/// How long such an export is kept for somebody to go on with it.
constexpr std::chrono::days kUnfinishedKept{30};

/// Removes what nobody will go on with, in this folder and those of the accounts: spools without an export to
/// be finished, whose program has ended, and unfinished ones that were not touched for kUnfinishedKept.
void removeStaleSpools(const QString& root);

} // namespace leadway

Q_DECLARE_METATYPE(leadway::UnfinishedExport)
