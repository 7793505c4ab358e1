#pragma once

#include "core/messagequery.h"

#include <QByteArray>

#include <cstdint>

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
/// manifest.jsonl tells what is in the segments: one JSON record a line, a tab, and the CRC-32 of the
/// record, appended after the bytes it speaks of were written. What it does not speak of does not count.

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
    int walk = 0; ///< which lane of a walk brought it; a number of its own over the whole run
    SegmentKind kind = SegmentKind::Dated;
    std::uint64_t bytes = 0;
    std::int64_t messages = 0;
    Msecs first = 0; ///< the sort key of the first message; Dated only
    Msecs last = 0;  ///< of the last one
};

/// What a run is about: fixed when it begins.
struct SpoolHeader {
    MessageQuery query;
    QByteArray zone;    ///< IANA id of the zone the days were meant in
    Msecs runStart = 0; ///< the moment the run began, by the service's clock
};

} // namespace leadway
