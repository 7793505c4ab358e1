#include "format/renderer.h"

#include "core/mailtexts.h"
#include "format/knownmessages.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace leadway
{

namespace
{

constexpr std::size_t kReadMemory = 16U << 20; // shared by all segments that are open at once
constexpr std::size_t kLargestBuffer = 1U << 20;
constexpr std::size_t kSmallestBuffer = 64U << 10;
constexpr std::size_t kGroupMemory = 4U << 20; // of one millisecond; what is beyond is read again

} // namespace

// A segment being read, and its next message.
struct Renderer::Source {
    Source(const QString& path, const Segment& segment, std::size_t bufferSize)
        : reader(path, segment, bufferSize)
    {
    }

    SegmentReader reader;
    MessageHead head;
    std::unique_ptr<Message> message = std::make_unique<Message>();
    bool isRead = false; // `message` holds the one of `head`
    SpoolPosition position;
    Msecs key = 0;
};

// A message of the millisecond at hand. Its bytes stand in m_groupBytes if there was room for them.
struct Renderer::Candidate {
    std::string id;
    Msecs version = 0;
    SpoolPosition position;
    std::optional<std::size_t> bytesAt;
    std::size_t size = 0;
};

Renderer::Renderer(SpoolReader spool, const MessageQuery& query, const QString& indexPath, Output& output)
    : m_spool(std::move(spool))
    , m_query(query)
    , m_indexPath(indexPath)
    , m_output(output)
    , m_matcher(query.filter)
{
}

Renderer::~Renderer() = default;

void Renderer::heed(KnownMessages& known, bool isOnlyNew, Msecs notedFrom)
{
    m_known = &known;
    m_isOnlyNew = isOnlyNew;
    m_notedFrom = notedFrom;
}

bool Renderer::comesFirst(Msecs a, Msecs b) const
{
    return m_query.sortOrder == SortOrder::Ascending ? a < b : a > b;
}

Result<bool> Renderer::advance(qint64 messages)
{
    const qint64 until = m_done + m_indexRead + messages;
    while (m_phase != Phase::Done && m_done + m_indexRead < until) {
        Result<void> step;
        switch (m_phase) {
        case Phase::Begin:
            step = begin();
            break;
        case Phase::Merge:
            step = mergeOne();
            break;
        case Phase::Index:
            step = indexOne();
            break;
        case Phase::ReadIndex:
            step = readIndexOne();
            break;
        case Phase::End: {
            const auto ended = m_output.end(messages);
            if (!ended || !*ended) {
                return ended;
            }
            m_phase = Phase::Done;
            break;
        }
        case Phase::Done:
            break;
        }
        if (!step) {
            return step.error();
        }
    }
    return m_phase == Phase::Done;
}

Result<void> Renderer::begin()
{
    for (const Segment& segment : m_spool.segments()) {
        if (segment.kind == SegmentKind::Unreadable) {
            continue;
        }
        m_total += segment.messages;
        const int walk = m_spool.walkOf(segment.lane);
        m_walkOf[segment.number] = walk;
        const std::size_t walks = std::max(m_storedOf.size(), static_cast<std::size_t>(walk) + 1);
        m_storedOf.resize(walks);
        m_writtenOf.resize(walks);
        m_leftOutOf.resize(walks);
        m_knownOf.resize(walks);
        m_storedOf[static_cast<std::size_t>(walk)] += segment.messages;
        const bool throughIndex = segment.kind == SegmentKind::Undated || m_query.sortBy == SortBy::UpdatedAt;
        (throughIndex ? m_toIndex : m_waiting).push_back(segment);
    }
    std::stable_sort(m_waiting.begin(), m_waiting.end(),
                     [this](const Segment& a, const Segment& b) { return comesFirst(b.first, a.first); });
    std::reverse(m_toIndex.begin(), m_toIndex.end());
    m_bufferSize = std::clamp(kReadMemory / (m_spool.segments().size() + 1), kSmallestBuffer, kLargestBuffer);
    m_phase = Phase::Merge;
    return m_output.begin();
}

// Reads the next message of a source; false at its end.
Result<bool> Renderer::advanceSource(Source& source)
{
    auto line = source.reader.next();
    if (!line) {
        return line.error();
    }
    if (!*line) {
        return false;
    }
    const std::string_view raw = (*line)->message;
    // Nearly every millisecond has one message, which then need not be read again; the index wants heads
    // alone.
    source.isRead = m_phase == Phase::Merge && m_parser.read(raw, *source.message);
    if (source.isRead) {
        source.head.raw = raw;
        source.head.id = source.message->id;
        source.head.createdAt = source.message->createdAt;
        source.head.updatedAt = source.message->updatedAt;
    } else {
        m_parser.readHead(raw, source.head);
    }
    source.position = (*line)->position;
    source.key = sortKey(source.head, m_query.sortBy).value_or(0);
    return true;
}

Result<void> Renderer::openSource(const Segment& segment)
{
    auto source = std::make_unique<Source>(m_spool.pathOf(segment.number), segment, m_bufferSize);
    const Result<bool> advanced = advanceSource(*source);
    if (!advanced) {
        return advanced.error();
    }
    if (*advanced) {
        m_sources.push_back(std::move(source));
    }
    return {};
}

Result<void> Renderer::mergeOne()
{
    if (m_sources.empty() && m_waiting.empty()) {
        return finishSources();
    }
    Msecs when = m_sources.empty() ? m_waiting.back().first : m_sources.front()->key;
    for (const auto& source : m_sources) {
        when = comesFirst(source->key, when) ? source->key : when;
    }
    while (!m_waiting.empty() && !comesFirst(when, m_waiting.back().first)) {
        const Segment segment = m_waiting.back();
        m_waiting.pop_back();
        when = segment.first;
        if (const auto opened = openSource(segment); !opened) {
            return opened;
        }
    }
    m_group.clear();
    m_groupBytes.clear();
    for (auto& source : m_sources) {
        if (source->key != when) {
            continue;
        }
        if (const auto collected = collect(*source, when); !collected) {
            return collected;
        }
    }
    std::erase_if(m_sources, [](const auto& source) { return source->head.raw.empty(); });
    return writeGroup();
}

// Takes every message of the millisecond off the source; an empty head marks that it has ended.
Result<void> Renderer::collect(Source& source, Msecs when)
{
    for (;;) {
        Candidate candidate;
        candidate.id = source.head.id;
        candidate.version = source.head.updatedAt.value_or(std::numeric_limits<Msecs>::min());
        candidate.position = source.position;
        candidate.size = source.head.raw.size();
        if (m_groupBytes.size() + candidate.size <= kGroupMemory) {
            candidate.bytesAt = m_groupBytes.size();
            m_groupBytes.append(source.head.raw);
        }
        if (m_group.empty()) {
            std::swap(m_message, source.message);
            m_isRead = source.isRead && candidate.bytesAt;
        }
        m_group.push_back(std::move(candidate));
        const Result<bool> advanced = advanceSource(source);
        if (!advanced) {
            return advanced.error();
        }
        if (!*advanced) {
            source.head.raw = {};
            return {};
        }
        if (source.key != when) {
            return {};
        }
    }
}

Result<void> Renderer::writeGroup()
{
    m_groupBytes.append(kJsonPadding, ' ');
    if (m_group.size() == 1 && m_isRead) {
        ++m_done;
        m_message->raw = std::string_view(m_groupBytes).substr(0, m_group.front().size);
        return writeRead(m_group.front().position);
    }
    const bool ascending = m_query.sortOrder == SortOrder::Ascending;
    std::sort(m_group.begin(), m_group.end(), [ascending](const Candidate& a, const Candidate& b) {
        if (const int byId = a.id.compare(b.id); byId != 0) {
            return ascending ? byId < 0 : byId > 0;
        }
        if (a.version != b.version) {
            return a.version > b.version;
        }
        return std::pair(a.position.segment, a.position.offset) <
               std::pair(b.position.segment, b.position.offset);
    });
    const std::string* previous = nullptr;
    for (const Candidate& candidate : m_group) {
        ++m_done;
        if (previous && *previous == candidate.id) {
            ++m_duplicates;
            continue;
        }
        previous = &candidate.id;
        std::string_view raw;
        if (candidate.bytesAt) {
            raw = std::string_view(m_groupBytes).substr(*candidate.bytesAt, candidate.size);
        } else {
            const auto read = m_spool.messageAt(candidate.position);
            if (!read) {
                return read.error();
            }
            raw = *read;
        }
        if (const auto written = writeMessage(raw, candidate.position); !written) {
            return written;
        }
    }
    return {};
}

Result<void> Renderer::writeMessage(std::string_view raw, const SpoolPosition& position)
{
    if (!m_parser.read(raw, *m_message)) {
        m_unreadable.push_back(position); // its text would spoil the file around it
        return {};
    }
    return writeRead(position);
}

Result<void> Renderer::writeRead(const SpoolPosition& position)
{
    m_message->readable = m_texts ? m_texts->textOf(position) : std::nullopt;
    const auto walk = static_cast<std::size_t>(m_walkOf[position.segment]);
    if (!m_matcher.wantsAll() && !m_matcher.matches(*m_message)) {
        ++m_leftOutOf[walk];
        return {};
    }
    if (m_known) {
        const Result<bool> isKnown = m_isOnlyNew ? m_known->isKnown(*m_message) : false;
        if (!isKnown) {
            return isKnown.error();
        }
        if (*isKnown) {
            ++m_knownOf[walk];
            return {};
        }
        if (const auto noted = m_known->note(*m_message, m_notedFrom); !noted) {
            return noted;
        }
    }
    ++m_written;
    ++m_writtenOf[walk];
    return m_output.write(*m_message, position);
}

qint64 Renderer::countOf(const std::vector<qint64>& counts, int walk)
{
    const auto index = static_cast<std::size_t>(walk);
    return index < counts.size() ? counts[index] : 0;
}

qint64 Renderer::unreadableOf(int walk) const
{
    return std::count_if(
        m_unreadable.begin(), m_unreadable.end(),
        [this, walk](const SpoolPosition& position) { return m_walkOf.at(position.segment) == walk; });
}

qint64 Renderer::duplicatesOf(int walk) const
{
    const auto index = static_cast<std::size_t>(walk);
    return index < m_storedOf.size() ? m_storedOf[index] - m_writtenOf[index] - m_leftOutOf[index] -
                                           m_knownOf[index] - unreadableOf(walk)
                                     : 0;
}

Result<void> Renderer::finishSources()
{
    m_phase = Phase::End;
    if (m_toIndex.empty()) {
        return {};
    }
    auto index = MessageIndex::create(m_indexPath);
    if (!index) {
        return index.error();
    }
    m_index = std::move(*index);
    m_phase = Phase::Index;
    return {};
}

Result<void> Renderer::indexOne()
{
    if (m_sources.empty() && m_toIndex.empty()) {
        m_phase = Phase::ReadIndex;
        return m_index->sort(m_query.sortOrder);
    }
    if (m_sources.empty()) {
        const Segment segment = m_toIndex.back();
        m_toIndex.pop_back();
        return openSource(segment);
    }
    Source& source = *m_sources.front();
    if (const auto added = m_index->add(source.head, m_query.sortBy, source.position); !added) {
        return added;
    }
    ++m_indexRead;
    const Result<bool> advanced = advanceSource(source);
    if (!advanced) {
        return advanced.error();
    }
    if (!*advanced) {
        m_sources.clear();
    }
    return {};
}

Result<void> Renderer::readIndexOne()
{
    const auto position = m_index->next();
    if (!position) {
        return position.error();
    }
    if (!*position) {
        // What went into the index and did not come out again had come twice.
        const qint64 dropped = m_total - m_done;
        m_duplicates += dropped;
        m_done += dropped;
        m_phase = Phase::End;
        return {};
    }
    const auto raw = m_spool.messageAt(**position);
    if (!raw) {
        return raw.error();
    }
    ++m_done;
    return writeMessage(*raw, **position);
}

} // namespace leadway
