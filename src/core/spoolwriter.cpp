#include "core/spoolwriter.h"

#include "core/fileerror.h"
#include "core/privatefolder.h"
#include "core/spoolformat.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>
#include <set>

namespace leadway
{

namespace
{

// A person can't be asked to choose another place for a spool.
Error ofSpool(Error error)
{
    if (error.detail.isEmpty()) {
        error.detail = QStringLiteral("spool");
    }
    error.kind = ErrorKind::SpoolNotKept;
    return error;
}

Error spoolError(const QFileDevice& file)
{
    return ofSpool(fileError(file));
}

Result<void> ofSpool(const Result<void>& result)
{
    return result ? result : ofSpool(result.error());
}

} // namespace

SpoolWriter::SpoolWriter(QString folder, SpoolHeader header)
    : m_folder(std::move(folder))
    , m_header(std::move(header))
    , m_manifest(spoolformat::manifestPath(m_folder))
{
}

Result<std::unique_ptr<SpoolWriter>> SpoolWriter::create(const QString& folder, const SpoolHeader& header)
{
    const QDir parent = QFileInfo(folder).absoluteDir();
    const bool isThere = QFileInfo(folder).isDir();
    if (!isThere && (!parent.mkpath(QStringLiteral(".")) || !QDir().mkdir(folder, kPrivateFolder))) {
        return Error{ErrorKind::SpoolNotKept, 0, QDir::toNativeSeparators(parent.path()), {}};
    }
    std::unique_ptr<SpoolWriter> writer(new SpoolWriter(folder, header));
    if (!writer->m_manifest.open(QFile::WriteOnly | QFile::NewOnly | QFile::Unbuffered, kPrivateFile)) {
        return spoolError(writer->m_manifest);
    }
    if (const auto recorded = writer->record(spoolformat::headerRecord(header)); !recorded) {
        return recorded.error();
    }
    return writer;
}

Result<std::unique_ptr<SpoolWriter>> SpoolWriter::reopen(const QString& folder, const SpoolState& state)
{
    std::unique_ptr<SpoolWriter> writer(new SpoolWriter(folder, state.header));
    std::set<QString> vouched;
    for (const Segment& segment : state.segments) {
        QFile file(spoolformat::segmentPath(folder, segment.number));
        if (!file.resize(static_cast<qint64>(segment.bytes))) {
            return spoolError(file);
        }
        vouched.insert(QFileInfo(file).fileName());
        writer->m_segments = std::max(writer->m_segments, segment.number);
    }
    QDir dir(folder);
    const QStringList segments = dir.entryList({spoolformat::segmentPattern()}, QDir::Files);
    for (const QString& name : segments) {
        if (!vouched.contains(name) && !dir.remove(name)) {
            return Error{ErrorKind::SpoolNotKept, 0, QDir::toNativeSeparators(dir.filePath(name)), {}};
        }
    }
    // A manifest of what is whole takes the place of the one that speaks of what is not.
    QSaveFile manifest(spoolformat::manifestPath(folder));
    if (!manifest.open(QFile::WriteOnly | QFile::Unbuffered)) {
        return spoolError(manifest);
    }
    manifest.setPermissions(kPrivateFile);
    const std::string content = spoolformat::wholeManifest(state).toStdString();
    if (const auto written = ofSpool(writeWhole(manifest, content)); !written) {
        return written.error();
    }
    if (!manifest.commit()) {
        return spoolError(manifest);
    }
    if (!writer->m_manifest.open(QFile::WriteOnly | QFile::Append | QFile::Unbuffered)) {
        return spoolError(writer->m_manifest);
    }
    return writer;
}

void SpoolWriter::end(int lane)
{
    for (auto& open : m_open) {
        if (open->segment.lane == lane) {
            m_closing.push_back(std::move(open));
        }
    }
    std::erase(m_open, nullptr);
}

Result<void> SpoolWriter::flush()
{
    for (auto* const files : {&m_open, &m_closing}) {
        for (const auto& open : *files) {
            if (!open->isDirty) {
                continue;
            }
            if (const auto flushed = ofSpool(flushToDisk(*open->file)); !flushed) {
                return flushed;
            }
            open->isDirty = false;
        }
    }
    m_closing.clear();
    return ofSpool(flushToDisk(m_manifest));
}

bool SpoolWriter::ascending() const
{
    return m_header.query.sortBy == SortBy::UpdatedAt || m_header.query.sortOrder == SortOrder::Ascending;
}

Result<void> SpoolWriter::record(const QByteArray& json)
{
    const QByteArray line = spoolformat::manifestLine(json);
    return ofSpool(writeWhole(m_manifest, {line.constData(), static_cast<std::size_t>(line.size())}));
}

Result<SpoolWriter::Open*> SpoolWriter::openFor(int lane, SegmentKind kind, std::optional<Msecs> key)
{
    const auto known = std::find_if(m_open.begin(), m_open.end(), [&](const auto& open) {
        return open->segment.lane == lane && open->segment.kind == kind;
    });
    if (known != m_open.end()) {
        const Msecs last = (*known)->segment.last;
        const bool inOrder = !key || (ascending() ? *key >= last : *key <= last);
        if (inOrder) {
            return known->get();
        }
        m_closing.push_back(std::move(*known));
        m_open.erase(known);
    }
    auto opened = std::make_unique<Open>();
    opened->segment.number = ++m_segments;
    opened->segment.lane = lane;
    opened->segment.kind = kind;
    opened->segment.first = key.value_or(0);
    opened->file = std::make_unique<QFile>(spoolformat::segmentPath(m_folder, m_segments));
    if (!opened->file->open(QFile::WriteOnly | QFile::NewOnly | QFile::Unbuffered, kPrivateFile)) {
        return spoolError(*opened->file);
    }
    m_open.push_back(std::move(opened));
    return m_open.back().get();
}

Result<void> SpoolWriter::write(Open& open, const std::string& bytes, std::int64_t messages)
{
    open.isDirty = true;
    if (const auto written = ofSpool(writeWhole(*open.file, bytes)); !written) {
        // What stands there now is not known; nothing must be put behind it.
        std::erase_if(m_open, [&open](const auto& each) { return each.get() == &open; });
        return written;
    }
    open.segment.bytes += bytes.size();
    open.segment.messages += messages;
    open.segment.crc = spoolformat::crcOf(bytes, open.segment.crc);
    m_touched.push_back(open.segment);
    return {};
}

Result<void> SpoolWriter::note(const LaneState& lane)
{
    return record(spoolformat::laneRecord(lane, {}));
}

Result<void> SpoolWriter::note(int walk, const WalkState& state)
{
    return record(spoolformat::walkRecord(walk, state));
}

Result<void> SpoolWriter::append(const LaneState& lane, std::span<const MessageHead> heads,
                                 std::span<const std::string_view> unreadable,
                                 std::vector<SpoolPosition>& positions)
{
    struct Entry {
        std::size_t index;
        std::optional<Msecs> key;
    };
    std::vector<Entry> entries;
    entries.reserve(heads.size());
    for (std::size_t i = 0; i < heads.size(); ++i) {
        entries.push_back({i, sortKey(heads[i], m_header.query.sortBy)});
    }
    // Dated messages first and in the walk's order, the undated ones behind them as they came.
    std::stable_sort(entries.begin(), entries.end(), [up = ascending()](const Entry& a, const Entry& b) {
        if (!a.key || !b.key) {
            return a.key.has_value() && !b.key.has_value();
        }
        return up ? *a.key < *b.key : *a.key > *b.key;
    });
    const auto undated =
        std::find_if(entries.begin(), entries.end(), [](const Entry& entry) { return !entry.key; });
    positions.resize(heads.size());

    m_touched.clear();
    const auto appendRun = [&](auto first, auto last, SegmentKind kind) -> Result<void> {
        if (first == last) {
            return {};
        }
        const Result<Open*> opened = openFor(lane.number, kind, first->key);
        if (!opened) {
            return opened.error();
        }
        Open& open = **opened;
        m_buffer.clear();
        for (auto entry = first; entry != last; ++entry) {
            const std::size_t start = m_buffer.size();
            spoolformat::appendLine(m_buffer, heads[entry->index].raw);
            positions[entry->index] = {open.segment.number,
                                       static_cast<std::uint32_t>(m_buffer.size() - start - 1),
                                       open.segment.bytes + start};
        }
        open.segment.last = std::prev(last)->key.value_or(0);
        return write(open, m_buffer, last - first);
    };
    if (const auto dated = appendRun(entries.begin(), undated, SegmentKind::Dated); !dated) {
        return dated;
    }
    if (const auto rest = appendRun(undated, entries.end(), SegmentKind::Undated); !rest) {
        return rest;
    }
    if (const auto aside = appendUnreadable(lane.number, unreadable); !aside) {
        return aside;
    }
    return record(spoolformat::laneRecord(lane, m_touched));
}

Result<void> SpoolWriter::appendUnreadable(int lane, std::span<const std::string_view> elements)
{
    if (elements.empty()) {
        return {};
    }
    const Result<Open*> opened = openFor(lane, SegmentKind::Unreadable, std::nullopt);
    if (!opened) {
        return opened.error();
    }
    m_buffer.clear();
    for (const std::string_view element : elements) {
        spoolformat::appendLine(m_buffer, element);
    }
    return write(**opened, m_buffer, static_cast<std::int64_t>(elements.size()));
}

} // namespace leadway
