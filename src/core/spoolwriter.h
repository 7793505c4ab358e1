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

/// Writes a spool. Belongs to the thread of the job; values go in, bytes go to the disk at once.
class SpoolWriter
{
public:
    /// Makes the folder, which must not exist, and begins the manifest. The direction of the segments is the
    /// one the service is asked in: header.query.sortOrder, except that UpdatedAt always ascends.
    static Result<std::unique_ptr<SpoolWriter>> create(const QString& folder, const SpoolHeader& header);

    /// Appends one page of a walk. The heads are brought into the walk's order first, since only pages, not
    /// the messages within, are known to come in order. positions[i] becomes the place of heads[i].
    Result<void> append(int walk, std::span<const MessageHead> heads, std::vector<SpoolPosition>& positions);

    /// Keeps elements that are no messages, as they came.
    Result<void> appendUnreadable(int walk, std::span<const std::string_view> elements);

    /// Nothing more comes of this walk: closes its files.
    void end(int walk);

    const QString& folder() const { return m_folder; }
    const SpoolHeader& header() const { return m_header; }

private:
    struct Open {
        Segment segment;
        std::unique_ptr<QFile> file;
    };

    SpoolWriter(QString folder, SpoolHeader header);
    Result<Open*> openFor(int walk, SegmentKind kind, std::optional<Msecs> key);
    Result<void> write(Open& open, const std::string& bytes, std::int64_t messages);
    Result<void> record(const QByteArray& json);
    bool ascending() const;

    QString m_folder;
    SpoolHeader m_header;
    QFile m_manifest;
    std::vector<std::unique_ptr<Open>> m_open; // at most one a walk and kind
    std::uint32_t m_segments = 0;
    std::string m_buffer;
};

} // namespace leadway
