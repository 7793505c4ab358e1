#include "app/previewrows.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace leadway
{

namespace
{

constexpr std::size_t kBlock = 1024; // rows
constexpr Msecs kUndated = std::numeric_limits<Msecs>::min();

quint32 appendTo(std::string& texts, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    texts.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    return static_cast<quint32>(texts.size());
}

QString textOf(const std::string& texts, quint32 begin, quint32 end)
{
    return QString::fromUtf8(texts.data() + begin, static_cast<qsizetype>(end - begin));
}

} // namespace

QByteArrayView PreviewRows::SharedTexts::viewOf(quint32 number) const
{
    const std::size_t begin = number == 0 ? 0 : m_ends[number - 1];
    return {m_texts.data() + begin, static_cast<qsizetype>(m_ends[number] - begin)};
}

void PreviewRows::SharedTexts::grow()
{
    constexpr std::size_t least = 256;
    m_slots.assign(std::max(least, m_slots.size() * 2), 0);
    for (std::size_t number = 1; number < m_hashes.size(); ++number) {
        std::size_t slot = m_hashes[number] % m_slots.size();
        while (m_slots[slot] != 0) {
            slot = (slot + 1) % m_slots.size();
        }
        m_slots[slot] = static_cast<quint32>(number);
    }
}

quint32 PreviewRows::SharedTexts::numberOf(const QString& text)
{
    if (text.isEmpty()) {
        return 0;
    }
    if (m_ends.size() * 2 > m_slots.size()) {
        grow();
    }
    const QByteArray utf8 = text.toUtf8();
    const std::size_t hash = qHash(utf8, QHashSeed::globalSeed());
    std::size_t slot = hash % m_slots.size();
    for (; m_slots[slot] != 0; slot = (slot + 1) % m_slots.size()) {
        if (m_hashes[m_slots[slot]] == hash && viewOf(m_slots[slot]) == utf8) {
            return m_slots[slot];
        }
    }
    m_slots[slot] = static_cast<quint32>(m_ends.size());
    m_texts.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    m_ends.push_back(m_texts.size());
    m_hashes.push_back(hash);
    return m_slots[slot];
}

int PreviewRows::size() const
{
    return m_blocks.empty()
               ? 0
               : static_cast<int>((m_blocks.size() - 1) * kBlock + m_blocks.back().records.size());
}

bool PreviewRows::noteContact(quint32 contactId, quint32 contact)
{
    if (contactId == 0) {
        return false;
    }
    const bool isNew = contactId >= m_contacts.size();
    if (isNew) {
        m_contacts.resize(contactId + 1);
    }
    if (contact == 0) {
        return false;
    }
    const bool wasNameless = m_contacts[contactId] == 0;
    m_contacts[contactId] = contact;
    return wasNameless && !isNew;
}

bool PreviewRows::append(const PreviewRow& row)
{
    if (m_blocks.empty() || m_blocks.back().records.size() == kBlock) {
        if (!m_blocks.empty()) {
            m_blocks.back().texts.shrink_to_fit();
        }
        m_blocks.emplace_back().records.reserve(kBlock);
    }
    Block& block = m_blocks.back();
    Record record;
    record.position = row.position;
    record.createdAt = row.createdAt.value_or(kUndated);
    record.idEnd = appendTo(block.texts, row.id);
    record.subjectEnd = appendTo(block.texts, row.subject);
    record.textEnd = appendTo(block.texts, row.text);
    record.contact = m_shared.numberOf(row.contact);
    record.contactId = m_shared.numberOf(row.contactId);
    record.status = m_shared.numberOf(row.status);
    record.messageType = m_shared.numberOf(row.messageType);
    record.callStatus = m_shared.numberOf(row.callStatus);
    record.callDuration = m_shared.numberOf(row.callDuration);
    record.channel = row.channel;
    record.isInbound = row.isInbound;
    record.isOutbound = row.isOutbound;
    record.hasAttachments = row.hasAttachments;
    block.records.push_back(record);
    return noteContact(record.contactId, record.contact);
}

const PreviewRows::Record& PreviewRows::record(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    return m_blocks[place / kBlock].records[place % kBlock];
}

std::optional<Msecs> PreviewRows::createdAt(int row) const
{
    const Msecs when = record(row).createdAt;
    return when == kUndated ? std::nullopt : std::optional(when);
}

PreviewRow PreviewRows::at(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    const std::string& texts = m_blocks[place / kBlock].texts;
    const Record& record = this->record(row);
    const quint32 begin = place % kBlock == 0 ? 0 : this->record(row - 1).textEnd;
    const quint32 known = record.contactId == 0 ? 0 : m_contacts[record.contactId];
    PreviewRow full;
    full.position = record.position;
    full.createdAt = createdAt(row);
    full.id = textOf(texts, begin, record.idEnd);
    full.contact = m_shared.at(record.contact == 0 ? known : record.contact);
    full.contactId = m_shared.at(record.contactId);
    full.subject = textOf(texts, record.idEnd, record.subjectEnd);
    full.text = textOf(texts, record.subjectEnd, record.textEnd);
    full.status = m_shared.at(record.status);
    full.messageType = m_shared.at(record.messageType);
    full.callStatus = m_shared.at(record.callStatus);
    full.callDuration = m_shared.at(record.callDuration);
    full.channel = record.channel;
    full.isInbound = record.isInbound;
    full.isOutbound = record.isOutbound;
    full.hasAttachments = record.hasAttachments;
    return full;
}

} // namespace leadway
