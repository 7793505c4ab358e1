#include "core/spoolreader.h"

#include "core/fileerror.h"
#include "core/spoolformat.h"
#include "core/spoolmanifest.h"

#include <algorithm>
#include <cstring>

namespace leadway
{

SpoolReader::SpoolReader(QString folder)
    : m_folder(std::move(folder))
{
}

Result<SpoolReader> SpoolReader::open(const QString& folder)
{
    SpoolReader reader(folder);
    QFile manifest(spoolformat::manifestPath(folder));
    if (!manifest.open(QFile::ReadOnly)) {
        return fileError(manifest);
    }
    const SpoolState state = stateOf(readManifest(manifest.readAll()));
    reader.m_header = state.header;
    reader.m_segments = state.segments;
    for (const LaneState& lane : state.lanes) {
        reader.m_walks[lane.number] = lane.walk;
    }
    return reader;
}

int SpoolReader::walkOf(int lane) const
{
    const auto found = m_walks.find(lane);
    return found == m_walks.end() ? 0 : found->second;
}

QString SpoolReader::pathOf(std::uint32_t segment) const
{
    return spoolformat::segmentPath(m_folder, segment);
}

Result<std::string_view> SpoolReader::messageAt(const SpoolPosition& position)
{
    if (!m_file || m_fileSegment != position.segment) {
        m_file = std::make_unique<QFile>(pathOf(position.segment));
        if (!m_file->open(QFile::ReadOnly)) {
            const Error error = fileError(*m_file);
            m_file.reset();
            return error;
        }
        m_fileSegment = position.segment;
    }
    m_line.assign(position.length + kJsonPadding, ' ');
    if (!m_file->seek(static_cast<qint64>(position.offset)) ||
        m_file->read(m_line.data(), position.length) != static_cast<qint64>(position.length)) {
        return fileError(*m_file);
    }
    std::string decoded;
    const std::string_view message =
        spoolformat::messageOfLine(std::string_view(m_line).substr(0, position.length), decoded);
    if (!decoded.empty()) {
        m_line = std::move(decoded);
        return std::string_view(m_line).substr(0, m_line.size() - kJsonPadding);
    }
    return message;
}

SegmentReader::SegmentReader(QString path, const Segment& segment, std::size_t bufferSize)
    : m_path(std::move(path))
    , m_segment(segment)
    , m_buffer(bufferSize + kJsonPadding, ' ')
{
}

// Moves the unread rest to the front and fills up behind it; grows the buffer when one line needs more.
// False at the end of the segment.
Result<bool> SegmentReader::refill()
{
    if (m_read == m_segment.bytes) {
        return false;
    }
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_end + kJsonPadding == m_buffer.size()) {
        m_buffer.resize((m_buffer.size() - kJsonPadding) * 2 + kJsonPadding, ' ');
    }
    const std::uint64_t room = m_buffer.size() - kJsonPadding - m_end;
    const auto wanted = static_cast<qint64>(std::min<std::uint64_t>(room, m_segment.bytes - m_read));
    QFile file(m_path);
    if (!file.open(QFile::ReadOnly | QFile::Unbuffered) || !file.seek(static_cast<qint64>(m_read)) ||
        file.read(m_buffer.data() + m_end, wanted) != wanted) {
        return fileError(file);
    }
    m_read += static_cast<std::uint64_t>(wanted);
    m_end += static_cast<std::size_t>(wanted);
    return true;
}

Result<std::optional<SegmentReader::Line>> SegmentReader::next()
{
    std::size_t searched = 0;
    for (;;) {
        const std::string_view unread(m_buffer.data() + m_begin, m_end - m_begin);
        const std::size_t length = unread.find('\n', searched);
        if (length != std::string_view::npos) {
            Line line;
            line.position = {m_segment.number, static_cast<std::uint32_t>(length), m_read - unread.size()};
            line.message = spoolformat::messageOfLine(unread.substr(0, length), m_decoded);
            m_begin += length + 1;
            return std::optional(line);
        }
        searched = unread.size();
        const Result<bool> filled = refill();
        if (!filled) {
            return filled.error();
        }
        if (!*filled) {
            return std::optional<Line>();
        }
    }
}

} // namespace leadway
