#pragma once

#include "core/spool.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>

namespace leadway::spoolformat
{

/// \file
/// How a spool looks on the disk, for its writer and its readers alone: the names of its files, its lines
/// and the records that are appended to its manifest. Pure functions; core/spoolmanifest.h reads the records.

QString manifestPath(const QString& folder);
QString segmentPath(const QString& folder, std::uint32_t number);
/// Fits the names of all segments, as a wildcard.
QString segmentPattern();

/// Appends a message as one line, with its end.
void appendLine(std::string& out, std::string_view raw);

/// The message of a line without its end. `decoded` holds its bytes, with kJsonPadding behind them, where
/// the line is encoded; else it is left alone.
std::string_view messageOfLine(std::string_view line, std::string& decoded);

/// CRC-32 of bytes, going on from that of the bytes before them.
std::uint32_t crcOf(std::string_view bytes, std::uint32_t before = 0);

/// A line of the manifest: the record, a tab, its CRC-32 and the end.
QByteArray manifestLine(const QByteArray& record);

/// What a run is about.
QByteArray headerRecord(const SpoolHeader& header);
/// What is known of a walk; the last record of a walk is the one that counts.
QByteArray walkRecord(int walk, const WalkState& state);
/// How far a lane has come, and the segments that its last page went to. The last record of a lane counts,
/// and the last state of a segment.
QByteArray laneRecord(const LaneState& lane, const std::vector<Segment>& segments);

/// The whole manifest of a spool of this state.
QByteArray wholeManifest(const SpoolState& state);

} // namespace leadway::spoolformat
