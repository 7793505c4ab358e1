#include "core/spoolwriter.h"

#include "core/fileerror.h"
#include "core/spoolformat.h"

#include <QDir>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr auto kPrivateFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto kPrivateFolder = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

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
    if (!parent.mkpath(QStringLiteral(".")) || !QDir().mkdir(folder, kPrivateFolder)) {
        return Error{ErrorKind::NotWritable, 0, QDir::toNativeSeparators(parent.path()), {}};
    }
    std::unique_ptr<SpoolWriter> writer(new SpoolWriter(folder, header));
    if (!writer->m_manifest.open(QFile::WriteOnly | QFile::NewOnly | QFile::Unbuffered, kPrivateFile)) {
        return fileError(writer->m_manifest);
    }
    if (const auto recorded = writer->record(spoolformat::headerRecord(header)); !recorded) {
        return recorded.error();
    }
    return writer;
}

void SpoolWriter::end(int walk)
{
    std::erase_if(m_open, [walk](const auto& open) { return open->segment.walk == walk; });
}

bool SpoolWriter::ascending() const
{
    return m_header.query.sortBy == SortBy::UpdatedAt || m_header.query.sortOrder == SortOrder::Ascending;
}

Result<void> SpoolWriter::record(const QByteArray& json)
{
    const QByteArray line = spoolformat::manifestLine(json);
    if (m_manifest.write(line) != line.size()) {
        return fileError(m_manifest);
    }
    return {};
}

Result<SpoolWriter::Open*> SpoolWriter::openFor(int walk, SegmentKind kind, std::optional<Msecs> key)
{
    const auto known = std::find_if(m_open.begin(), m_open.end(), [&](const auto& open) {
        return open->segment.walk == walk && open->segment.kind == kind;
    });
    if (known != m_open.end()) {
        const Msecs last = (*known)->segment.last;
        const bool inOrder = !key || (ascending() ? *key >= last : *key <= last);
        if (inOrder) {
            return known->get();
        }
        m_open.erase(known);
    }
    auto opened = std::make_unique<Open>();
    opened->segment.number = ++m_segments;
    opened->segment.walk = walk;
    opened->segment.kind = kind;
    opened->segment.first = key.value_or(0);
    opened->file = std::make_unique<QFile>(spoolformat::segmentPath(m_folder, m_segments));
    if (!opened->file->open(QFile::WriteOnly | QFile::NewOnly | QFile::Unbuffered, kPrivateFile)) {
        return fileError(*opened->file);
    }
    m_open.push_back(std::move(opened));
    return m_open.back().get();
}

Result<void> SpoolWriter::write(Open& open, const std::string& bytes, std::int64_t messages)
{
    const auto size = static_cast<qint64>(bytes.size());
    if (open.file->write(bytes.data(), size) != size) {
        Error error = fileError(*open.file);
        // Part of it may be there, so nothing must be appended behind it.
        std::erase_if(m_open, [&open](const auto& each) { return each.get() == &open; });
        return error;
    }
    open.segment.bytes += bytes.size();
    open.segment.messages += messages;
    return record(spoolformat::segmentRecord(open.segment));
}

Result<void> SpoolWriter::append(int walk, std::span<const MessageHead> heads,
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

    const auto appendRun = [&](auto first, auto last, SegmentKind kind) -> Result<void> {
        if (first == last) {
            return {};
        }
        const Result<Open*> opened = openFor(walk, kind, first->key);
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
    return appendRun(undated, entries.end(), SegmentKind::Undated);
}

Result<void> SpoolWriter::appendUnreadable(int walk, std::span<const std::string_view> elements)
{
    if (elements.empty()) {
        return {};
    }
    const Result<Open*> opened = openFor(walk, SegmentKind::Unreadable, std::nullopt);
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
