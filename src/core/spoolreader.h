#pragma once

#include "core/message.h"
#include "core/result.h"
#include "core/spool.h"

#include <QFile>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadway
{

/// Reads what a spool's manifest vouches for. A value of one thread.
class SpoolReader
{
public:
    static Result<SpoolReader> open(const QString& folder);

    const SpoolHeader& header() const { return m_header; }
    const std::vector<Segment>& segments() const { return m_segments; }
    QString pathOf(std::uint32_t segment) const;
    /// Which of the planned walks a lane is of.
    int walkOf(int lane) const;

    /// The message at a place, with kJsonPadding bytes readable after it; valid until the next call.
    Result<std::string_view> messageAt(const SpoolPosition& position);

private:
    explicit SpoolReader(QString folder);

    QString m_folder;
    SpoolHeader m_header;
    std::vector<Segment> m_segments;
    std::map<int, int> m_walks;    // of the lanes
    std::unique_ptr<QFile> m_file; // the segment read last
    std::uint32_t m_fileSegment = 0;
    std::string m_line;
};

/// Reads one segment from its beginning to its vouched end, through a buffer. Holds no file open between
/// two reads, so that a run of many segments needs no more descriptors than one of few.
class SegmentReader
{
public:
    SegmentReader(QString path, const Segment& segment, std::size_t bufferSize);

    struct Line {
        std::string_view message; ///< with kJsonPadding bytes readable after it; valid until the next call
        SpoolPosition position;
    };

    /// The next message; nothing at the end.
    Result<std::optional<Line>> next();

private:
    Result<bool> refill();

    QString m_path;
    Segment m_segment;
    std::string m_buffer;
    std::size_t m_begin = 0; // of what is not yet handed out
    std::size_t m_end = 0;   // of what was read
    std::uint64_t m_read = 0;
    std::string m_decoded;
};

} // namespace leadway
