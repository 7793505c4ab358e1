#pragma once

#include "app/account.h"
#include "app/exportrequest.h"
#include "app/filters.h"
#include "core/exportreport.h"

#include <QDateTime>
#include <QVariantMap>

#include <optional>

namespace leadway
{

/// \file
/// Exports that have a name, to be run again in two clicks or by a clock: what to export and how, as a person
/// chose it. What such an export has handed out lies elsewhere (savedstate.h); here is what the
/// settings keep. All functions are pure.

/// How its last run ended, for people to see.
struct SavedResult {
    QDateTime when; ///< UTC
    qint64 messages = 0;
    RunWay way = RunWay::All;
    bool isComplete = true;

    bool operator==(const SavedResult&) const = default;
};

/// A value. Its dates are choices ("Last month"), which mean other days at every run.
struct SavedExport {
    QUuid id;
    QString name;
    QUuid account;
    Filters filters;
    FormatOptions format; ///< its zone is this computer's at the time of the run
    QString folder;       ///< for its files
    QString language;     ///< of the words in them, see Language; without a window it is not the system's
    RunWay lastWay = RunWay::OnlyNew;
    std::optional<SavedResult> last;
};

/// Their names where a program reads them.
QString wayKey(RunWay way);
RunWay wayOfKey(const QString& key, RunWay usual);

/// For the settings; nothing if a map is of no saved export.
QVariantMap toVariantMap(const SavedExport& saved);
std::optional<SavedExport> savedExportFrom(const QUuid& id, const QVariantMap& map);

/// A run of it now, into a new file that is named after it and the day. Where only what is new is added to
/// the earlier file, nothing is written under that name.
ExportRequest requestOf(const SavedExport& saved, const Account& account, RunWay way, QDate today);

/// What a run says of itself once it is over.
SavedResult resultOf(const SavedRun& run, const ExportReport& report, const QDateTime& now);

/// Whether messages can be put behind those of an earlier file: it goes on line by line, the oldest first.
bool canBeAddedTo(const FormatOptions& format, const MessageQuery& query);

/// What a run has to ask for: of the dates asked for, those that may hold anything new after a run that was
/// complete up to `watermark`.
Interval newPartOf(const Interval& asked, std::optional<Msecs> watermark);

} // namespace leadway
