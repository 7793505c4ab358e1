#include "core/mailtexts.h"

#include "core/fileerror.h"
#include "core/privatefolder.h"
#include "core/readablebody.h"

#include <algorithm>

namespace leadway
{

namespace
{

constexpr std::size_t kMost = 100'000; // texts, so that memory stays flat: 3 MB

} // namespace

MailTexts::MailTexts(const QString& path)
    : m_file(path)
{
}

MailTexts::~MailTexts()
{
    if (m_file.isOpen()) {
        m_file.remove();
    }
}

void MailTexts::add(std::span<const MessageHead> heads, std::span<const SpoolPosition> positions)
{
    m_text.clear();
    std::vector<std::pair<std::uint32_t, Place>> places;
    for (std::size_t i = 0; i < heads.size() && !m_hasStopped; ++i) {
        const MessageHead& head = heads[i];
        if (head.channel() != Channel::Email || !m_parser.read(head.raw, *m_message) ||
            !isHtmlMail(*m_message)) {
            continue;
        }
        Place place{positions[i].offset, m_size + m_text.size(), 0, false};
        place.hasReplaced = appendReadableBody(m_text, *m_message);
        place.size = static_cast<std::uint32_t>(m_size + m_text.size() - place.begin);
        places.emplace_back(positions[i].segment, place);
        m_hasStopped = ++m_count == kMost;
    }
    if (places.empty() || !keep(m_text)) {
        return;
    }
    for (const auto& [segment, place] : places) {
        std::vector<Place>& known = m_places[segment];
        known.insert(std::upper_bound(known.begin(), known.end(), place,
                                      [](const Place& a, const Place& b) { return a.message < b.message; }),
                     place);
    }
}

bool MailTexts::keep(std::string_view texts)
{
    const bool isOpen =
        m_file.isOpen() || m_file.open(QFile::ReadWrite | QFile::Truncate | QFile::Unbuffered, kPrivateFile);
    if (!isOpen || !m_file.seek(static_cast<qint64>(m_size)) || !writeWhole(m_file, texts)) {
        m_hasStopped = true;
        return false;
    }
    m_size += texts.size();
    return true;
}

std::optional<ReadableText> MailTexts::textOf(const SpoolPosition& position)
{
    const auto segment = m_places.find(position.segment);
    if (segment == m_places.end()) {
        return std::nullopt;
    }
    const std::vector<Place>& places = segment->second;
    const auto place =
        std::lower_bound(places.begin(), places.end(), position.offset,
                         [](const Place& known, std::uint64_t offset) { return known.message < offset; });
    if (place == places.end() || place->message != position.offset) {
        return std::nullopt;
    }
    m_text.resize(place->size);
    const bool isRead = m_file.seek(static_cast<qint64>(place->begin)) &&
                        m_file.read(m_text.data(), place->size) == static_cast<qint64>(place->size);
    return isRead ? std::optional(ReadableText{m_text, place->hasReplaced}) : std::nullopt;
}

} // namespace leadway
