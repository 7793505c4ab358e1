#pragma once

#include "core/spool.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace leadway::spoolformat
{

/// \file
/// How a spool looks on the disk, for its writer and its reader alone: the names of its files, its lines
/// and the records of its manifest. Pure functions.

QString manifestPath(const QString& folder);
QString segmentPath(const QString& folder, std::uint32_t number);

/// Appends a message as one line, with its end.
void appendLine(std::string& out, std::string_view raw);

/// The message of a line without its end. `decoded` holds its bytes, with kJsonPadding behind them, where
/// the line is encoded; else it is left alone.
std::string_view messageOfLine(std::string_view line, std::string& decoded);

/// A line of the manifest: the record, a tab, its CRC-32 and the end.
QByteArray manifestLine(const QByteArray& record);

/// What a run is about.
QByteArray headerRecord(const SpoolHeader& header);
/// The state of a segment after an append; the last record of a segment is the one that counts.
QByteArray segmentRecord(const Segment& segment);

/// The segment that a line of the manifest speaks of; false if the line is damaged, nothing if it speaks of
/// something else.
bool readManifestLine(const QByteArray& line, std::optional<Segment>& segment);

} // namespace leadway::spoolformat
