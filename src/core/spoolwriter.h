#pragma once

#include "core/message.h"
#include "core/result.h"
#include "core/spool.h"

#include <QFile>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace leadway
{

/// Writes a spool. Belongs to the thread of the job; values go in, bytes go to the system at once, and to the
/// disk by flush().
class SpoolWriter
{
public:
    /// Begins a spool in a folder, which is made unless it is there, and must not hold one. The direction of
    /// the segments is the one the service is asked in: header.query.sortOrder, except that UpdatedAt always
    /// ascends.
    static Result<std::unique_ptr<SpoolWriter>> create(const QString& folder, const SpoolHeader& header);

    /// Goes on with a spool as recoverSpool() found it: what does not belong to it is cut off and removed.
    static Result<std::unique_ptr<SpoolWriter>> reopen(const QString& folder, const SpoolState& state);

    /// Appends one page of a lane, and with it how far the lane has come. The heads are brought into the
    /// walk's order first, since only pages, not the messages within, are known to come in order.
    /// positions[i] becomes the place of heads[i]. `unreadable` are elements that are no messages, kept as
    /// they came.
    Result<void> append(const LaneState& lane, std::span<const MessageHead> heads,
                        std::span<const std::string_view> unreadable, std::vector<SpoolPosition>& positions);

    /// How far a lane has come, where no page tells.
    Result<void> note(const LaneState& lane);
    Result<void> note(int walk, const WalkState& state);

    /// Nothing more comes of this lane: closes its files.
    void end(int lane);

    /// Waits until everything appended is on the disk.
    Result<void> flush();

    const QString& folder() const { return m_folder; }
    const SpoolHeader& header() const { return m_header; }

private:
    struct Open {
        Segment segment;
        std::unique_ptr<QFile> file;
        bool isDirty = false; // some of it may not be on the disk
    };

    SpoolWriter(QString folder, SpoolHeader header);
    Result<Open*> openFor(int lane, SegmentKind kind, std::optional<Msecs> key);
    Result<void> appendUnreadable(int lane, std::span<const std::string_view> elements);
    Result<void> write(Open& open, const std::string& bytes, std::int64_t messages);
    Result<void> record(const QByteArray& json);
    bool ascending() const;

    QString m_folder;
    SpoolHeader m_header;
    QFile m_manifest;
    std::vector<std::unique_ptr<Open>> m_open; // at most one a lane and kind
    std::vector<std::unique_ptr<Open>>
        m_closing;                  // of lanes that have ended; once they are on the disk, closed
    std::vector<Segment> m_touched; // by the page at hand
    std::uint32_t m_segments = 0;
    std::string m_buffer;
};

} // namespace leadway
