#include "format/unreadablefile.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <utility>

namespace leadway
{

namespace
{

constexpr std::size_t kReadAhead = std::size_t{64} << 10;

QByteArray digest(std::string_view element)
{
    return QCryptographicHash::hash(
        QByteArray::fromRawData(element.data(), static_cast<qsizetype>(element.size())),
        QCryptographicHash::Sha256);
}

} // namespace

QString unreadablePathFor(const QString& path)
{
    return path + QStringLiteral(".unreadable.jsonl");
}

UnreadableFile::UnreadableFile(QString path, const QString& mark)
    : m_path(std::move(path))
    , m_mark(mark + QStringLiteral(".unreadable"))
{
}

Result<UnreadableFile> UnreadableFile::write(SpoolReader& spool, const std::vector<SpoolPosition>& late,
                                             const QString& exportPath, const QString& mark, bool mayRepeat)
{
    UnreadableFile file(unreadablePathFor(exportPath), mark);
    for (const Segment& segment : spool.segments()) {
        if (segment.kind != SegmentKind::Unreadable) {
            continue;
        }
        if (const auto added = file.addSegment(spool, segment, mayRepeat); !added) {
            return added.error();
        }
    }
    for (const SpoolPosition& position : late) {
        const auto message = spool.messageAt(position);
        if (!message) {
            return message.error();
        }
        if (const auto added = file.add(*message); !added) {
            return added.error();
        }
    }
    if (file.m_file) {
        if (const auto settled = file.m_file->settle(); !settled) {
            return settled.error();
        }
    }
    return file;
}

Result<void> UnreadableFile::addSegment(const SpoolReader& spool, const Segment& segment, bool mayRepeat)
{
    const auto walk = static_cast<std::size_t>(spool.walkOf(segment.lane));
    m_repeats.resize(std::max(m_repeats.size(), walk + 1));
    SegmentReader reader(spool.pathOf(segment.number), segment, kReadAhead);
    for (;;) {
        const auto line = reader.next();
        if (!line) {
            return line.error();
        }
        if (!*line) {
            return {};
        }
        const std::string_view element = (*line)->message;
        if (mayRepeat) {
            const QByteArray hash = digest(element);
            if (m_known.contains(hash)) {
                ++m_repeats[walk];
                continue;
            }
            m_known.insert(hash);
        }
        if (const auto added = add(element); !added) {
            return added;
        }
    }
}

Result<void> UnreadableFile::add(std::string_view element)
{
    if (!m_file) {
        auto file = OutputFile::create(m_path, OutputFile::Readers::OwnerAlone, m_mark);
        if (!file) {
            return file.error();
        }
        m_file = std::move(*file);
    }
    if (const auto written = m_file->append(element); !written) {
        return written;
    }
    return m_file->append("\n");
}

qint64 UnreadableFile::repeatsOf(int walk) const
{
    const auto index = static_cast<std::size_t>(walk);
    return index < m_repeats.size() ? m_repeats[index] : 0;
}

Result<QString> UnreadableFile::commit()
{
    if (!m_file) {
        return QString();
    }
    if (const auto committed = m_file->commit(); !committed) {
        return committed.error();
    }
    return m_path;
}

void UnreadableFile::removeEarlier() const
{
    if (!m_file) {
        QFile::remove(m_path);
    }
}

} // namespace leadway
