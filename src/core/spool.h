#pragma once

#include "core/exportreport.h"
#include "core/messagequery.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <vector>

/// \file
/// The spool is the hinge between fetching and rendering: a folder of plain files, readable by this user
/// alone, that holds the messages of one run as they came. The fetching half appends, the rendering half
/// reads, and neither knows the other.
///
/// A segment is a file of messages, one a line, in the order in which one lane of a walk brought them; an
/// inversion closes it and opens another. Line breaks between a message's tokens become spaces; a message
/// that holds one inside a string, which valid JSON cannot, is kept as '=' and its bytes in base64. No other
/// byte changes. Undated messages and those that cannot be understood have a file each.
///
/// manifest.jsonl tells what is in the segments, and how far each lane has come: one JSON record a line, a
/// tab, and the CRC-32 of the record, appended after the bytes it speaks of were written. What it does not
/// speak of does not count. A page and what it changed are one record, so that counts and bytes agree
/// whatever moment a program is ended at; and since a record holds a checksum of its segments too, bytes that
/// never reached the disk are found out.

namespace leadway
{

/// Where one message's line stands.
struct SpoolPosition {
    std::uint32_t segment = 0;
    std::uint32_t length = 0; ///< of the line, without its end
    std::uint64_t offset = 0;

    bool operator==(const SpoolPosition&) const = default;
};

enum class SegmentKind { Dated, Undated, Unreadable };

/// One file of the spool, as far as the manifest vouches for it.
struct Segment {
    std::uint32_t number = 0;
    int lane = 0; ///< whose it is; a number of its own over the whole run
    SegmentKind kind = SegmentKind::Dated;
    std::uint64_t bytes = 0;
    std::int64_t messages = 0;
    Msecs first = 0;       ///< the sort key of the first message; Dated only
    Msecs last = 0;        ///< of the last one
    std::uint32_t crc = 0; ///< CRC-32 of the bytes
};

/// How far one lane of a walk has come: enough to go on from there.
struct LaneState {
    int number = 0;
    int walk = 0;                 ///< which of the planned walks it is of, from 0
    Interval own;                 ///< the dates that are its own
    std::optional<Msecs> reached; ///< the furthest date that came
    bool hasEnded = false;        ///< nothing follows
    bool isRetired = false;       ///< given up; what it brought is brought again by another
    WalkReport brought;           ///< its share of the walk's account
};

/// What is known of a walk beside its lanes.
struct WalkState {
    bool keepsToRanges = true; ///< the service does, as far as it is known
    WentBack wentBack = WentBack::No;
    qint64 otherRequests = 0; ///< of no lane
};

/// What a run is about: fixed when it begins.
struct SpoolHeader {
    MessageQuery query;
    QByteArray zone;    ///< IANA id of the zone the days were meant in
    Msecs runStart = 0; ///< the moment the run began, by the service's clock
};

/// All that a spool vouches for.
struct SpoolState {
    SpoolHeader header;
    std::vector<WalkState> walks;
    std::vector<LaneState> lanes; ///< in the order of their numbers
    std::vector<Segment> segments;
};

} // namespace leadway
