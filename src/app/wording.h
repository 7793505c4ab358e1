#pragma once

#include "app/datechoice.h"
#include "app/previewrow.h"
#include "app/savedexport.h"
#include "app/state.h"
#include "app/unfinished.h"
#include "core/error.h"
#include "core/messagequery.h"
#include "format/formatoptions.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <chrono>
#include <optional>
#include <string_view>

namespace leadway::wording
{

/// \file
/// The one place that makes sentences of what happened, in the language that is installed, for a person who
/// has never heard of an API. Pure functions of their arguments and of the installed translators.

/// What happened, and what to do about it.
struct Advice {
    QString what;
    QString toDo; ///< may be empty
};

/// `fileName` is named where the error is a file's. For CursorExpired, which is never shown, as Refused.
Advice advice(const Error& error, const QString& fileName = {});
/// Both sentences, with a full stop between them.
QString inOneLine(const Advice& advice);

/// Which field has to be mended and how.
QString fault(QueryFault fault);

/// "All messages", or the channels by name.
QString channels(Channels channels);
/// What a message is, by its messageKind(): "SMS", "Missed call", "Campaign voicemail", "Live chat"; whatever
/// happened in the CRM is "Activity".
QString kind(std::string_view messageKind);
QString kind(const PreviewRow& row);
/// "Answered, 3 min 12 s": what became of a call and, if it is known, how long it was; both as the service
/// writes them.
QString call(std::string_view status, std::string_view seconds);
/// "16 Oct – 14 Nov 2025", "from 16 Oct 2025", "All time".
QString dates(const Interval& interval, const QTimeZone& zone, const QLocale& locale);
/// "received · status: Failed · “invoice” in the text"; empty if the filter asks for nothing.
QString filter(const MessageFilter& filter);
/// The same one by one, and "one contact" or "one conversation" before: all that a query asks beyond channels
/// and dates.
QStringList narrowing(const MessageQuery& query);
/// What an export is about, in one line: "Clínica Sol · All messages · 16 Oct – 14 Nov 2025 · received".
QString subject(const QString& account, const MessageQuery& query, const QTimeZone& zone,
                const QLocale& locale);

/// "Last 30 days", "Other dates…"
QString dateChoice(DateChoice choice);

QString formatName(Format format);
/// One line on what it is for.
QString formatPurpose(Format format);

/// "Date, channel, direction", and how many more there are than are worth reading.
QString columns(const FormatOptions& options);

/// "12,345", by the locale.
QString number(qint64 value, const QLocale& locale);
/// "8 seconds", "3 minutes", rounded.
QString duration(std::chrono::seconds span);

/// "4,120 of about 12,345 messages · 1,850 a second · about 5 seconds left", leaving out what is not known.
QString progress(const Fetching& fetching, std::optional<double> perSecond,
                 std::optional<std::chrono::seconds> left, const QLocale& locale);
/// "Leadway asks to wait 8 seconds; it goes on by itself.", or that the connection is tried again.
QString waiting(const Waiting& waiting);
/// "4,120 of about 12,345 messages are safe; it goes on from there.", and why it stands still.
QString paused(const Paused& paused, const QLocale& locale);
/// The same of an export that was not finished, and until when it is kept.
QString unfinished(const UnfinishedExport& unfinished, const QLocale& locale);
/// That its account has another server or location by now, so that it cannot go on.
QString elsewhere();
/// As advice(), and what is kept if anything is.
Advice failed(const Failed& failed, const QString& fileName, const QLocale& locale);
/// That the keychain waits for a person, and that it did not take the token.
QString unlock();
QString sessionOnly();
/// "Writing the file…"
QString rendering(FileSplit files = FileSplit::OneFile);
/// "Saved 12,345 of 12,345 messages. Nothing is missing.", and in how many files if there are several; where
/// the filter left out any, it says so.
QString finished(const ExportReport& report, const QLocale& locale);
/// What else is worth knowing of a finished export (shortened texts, messages that could not be read, …),
/// a sentence each, joined by spaces; empty if nothing is.
QString remarks(const ExportReport& report, const QLocale& locale);
/// That the export was cancelled and no file was written.
QString cancelled();

/// "WhatsApp · Last month · CSV for Excel", behind the account's name if that is given.
QString savedWhat(const SavedExport& saved, const QString& account, const QLocale& locale);
/// "Saved yesterday 17:02, 86 new", or that it was never run.
QString savedResult(const std::optional<SavedResult>& result, const QLocale& locale,
                    const QDateTime& now = QDateTime::currentDateTime());

/// Who the other side of a message is, by the end of an id where no name is known; empty if nothing is.
QString contactName(const PreviewRow& row);
/// The text of a message without its subject, or our words in its place: how a call went, what a type is.
QString previewText(const PreviewRow& row);
/// "Showing 500 of 12,345"; where the filter leaves out messages, "12 found in 500 of 12,345".
QString showing(const PreviewState& state, const QLocale& locale);
/// "Madrid"
QString zoneCity(const QTimeZone& zone);
/// "Times: Madrid"
QString zoneName(const QTimeZone& zone);

} // namespace leadway::wording
