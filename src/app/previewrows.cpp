#include "app/previewrows.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <utility>

namespace leadway
{

namespace
{

constexpr Msecs kUndated = std::numeric_limits<Msecs>::min();

quint32 appendTo(std::string& texts, QByteArrayView utf8)
{
    texts.append(utf8.data(), static_cast<std::size_t>(utf8.size()));
    return static_cast<quint32>(texts.size());
}

quint32 appendTo(std::string& texts, const QString& text)
{
    return appendTo(texts, QByteArrayView(text.toUtf8()));
}

QByteArrayView part(const std::string& texts, quint32 begin, quint32 end)
{
    return {texts.data() + begin, static_cast<qsizetype>(end - begin)};
}

} // namespace

QByteArrayView PreviewSnapshot::SharedTexts::viewOf(quint32 number) const
{
    const std::size_t block = number / kBlock;
    const std::size_t place = number % kBlock;
    const Texts& texts = block < m_full.size() ? *m_full[block] : m_last;
    return part(texts.texts, place == 0 ? 0 : texts.ends[place - 1], texts.ends[place]);
}

void PreviewSnapshot::SharedTexts::append(QByteArrayView text)
{
    m_last.ends.push_back(appendTo(m_last.texts, text));
    if (m_last.ends.size() == kBlock) {
        m_last.texts.shrink_to_fit();
        m_full.push_back(std::make_shared<const Texts>(std::exchange(m_last, {})));
    }
}

const PreviewSnapshot::Block& PreviewSnapshot::blockOf(int row) const
{
    const auto block = static_cast<std::size_t>(row / kBlock);
    return block < m_full.size() ? *m_full[block] : m_last;
}

quint32 PreviewSnapshot::contactOf(const Record& record) const
{
    return record.contact != 0 || record.contactId == 0 ? record.contact : m_contacts[record.contactId];
}

std::optional<Msecs> PreviewSnapshot::createdAt(int row) const
{
    const Msecs when = record(row).createdAt;
    return when == kUndated ? std::nullopt : std::optional(when);
}

PreviewSnapshot::Raw PreviewSnapshot::raw(int row) const
{
    const std::string& texts = blockOf(row).texts;
    const Record& record = this->record(row);
    Raw raw;
    raw.subject = part(texts, record.idEnd, record.subjectEnd);
    raw.text = part(texts, record.subjectEnd, record.textEnd);
    raw.contact = contactOf(record);
    raw.contactId = record.contactId;
    raw.status = record.status;
    raw.messageType = record.messageType;
    raw.callStatus = record.callStatus;
    raw.callDuration = record.callDuration;
    raw.channel = record.channel;
    raw.isInbound = record.isInbound;
    raw.hasAttachments = record.hasAttachments;
    return raw;
}

PreviewRow PreviewSnapshot::at(int row) const
{
    const Record& record = this->record(row);
    const Raw raw = this->raw(row);
    const quint32 begin = row % kBlock == 0 ? 0 : this->record(row - 1).textEnd;
    const auto shared = [this](quint32 number) { return QString::fromUtf8(sharedText(number)); };
    PreviewRow full;
    full.position = record.position;
    full.createdAt = createdAt(row);
    full.id = QString::fromUtf8(part(blockOf(row).texts, begin, record.idEnd));
    full.contact = shared(raw.contact);
    full.contactId = shared(raw.contactId);
    full.subject = QString::fromUtf8(raw.subject);
    full.text = QString::fromUtf8(raw.text);
    full.status = shared(raw.status);
    full.messageType = shared(raw.messageType);
    full.callStatus = shared(raw.callStatus);
    full.callDuration = shared(raw.callDuration);
    full.channel = record.channel;
    full.isInbound = record.isInbound;
    full.isOutbound = record.isOutbound;
    full.hasAttachments = record.hasAttachments;
    return full;
}

void PreviewRows::growSlots()
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

quint32 PreviewRows::numberOf(const QString& text)
{
    if (text.isEmpty()) {
        return 0;
    }
    if (m_hashes.size() * 2 > m_slots.size()) {
        growSlots();
    }
    const QByteArray utf8 = text.toUtf8();
    const std::size_t hash = qHash(utf8, QHashSeed::globalSeed());
    std::size_t slot = hash % m_slots.size();
    for (; m_slots[slot] != 0; slot = (slot + 1) % m_slots.size()) {
        if (m_hashes[m_slots[slot]] == hash && sharedText(m_slots[slot]) == utf8) {
            return m_slots[slot];
        }
    }
    m_slots[slot] = m_shared.size();
    m_shared.append(utf8);
    m_hashes.push_back(hash);
    return m_slots[slot];
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

TextSignature PreviewRows::signatureOf(QByteArrayView subject, QByteArrayView text)
{
    if (text.isEmpty()) {
        return TextSignature::ofAnything();
    }
    m_folded.clear();
    if (!subject.isEmpty()) {
        m_folded.append(subject);
        m_folded.appendAsIs(" ");
    }
    m_folded.append(text);
    return TextSignature::of(m_folded.view());
}

bool PreviewSnapshot::shrink()
{
    constexpr std::size_t some = 32; // blocks
    m_full.resize(m_full.size() - std::min(some, m_full.size()));
    return !m_full.empty();
}

bool PreviewRows::append(const PreviewRow& row)
{
    m_last.records.reserve(kBlock);
    m_last.signatures.reserve(kBlock);
    Record record;
    record.position = row.position;
    record.createdAt = row.createdAt.value_or(kUndated);
    record.idEnd = appendTo(m_last.texts, row.id);
    record.subjectEnd = appendTo(m_last.texts, row.subject);
    record.textEnd = appendTo(m_last.texts, row.text);
    record.contact = numberOf(row.contact);
    record.contactId = numberOf(row.contactId);
    record.status = numberOf(row.status);
    record.messageType = numberOf(row.messageType);
    record.callStatus = numberOf(row.callStatus);
    record.callDuration = numberOf(row.callDuration);
    record.channel = row.channel;
    record.isInbound = row.isInbound;
    record.isOutbound = row.isOutbound;
    record.hasAttachments = row.hasAttachments;
    m_last.records.push_back(record);
    m_last.signatures.push_back(signatureOf(part(m_last.texts, record.idEnd, record.subjectEnd),
                                            part(m_last.texts, record.subjectEnd, record.textEnd)));
    if (m_last.records.size() == kBlock) {
        m_last.texts.shrink_to_fit();
        m_full.push_back(std::make_shared<const Block>(std::exchange(m_last, {})));
    }
    return noteContact(record.contactId, record.contact);
}

} // namespace leadway
