#pragma once

#include "app/previewrow.h"
#include "app/textsignature.h"
#include "core/folding.h"

#include <QByteArrayView>

#include <memory>
#include <string>
#include <vector>

namespace leadway
{

/// The rows of a preview at one moment, in the order they came, a million of them in some 200 bytes each: a
/// row's own texts are UTF-8 in blocks that are never moved, and what many rows say alike is kept once. So
/// the cost of a row does not grow with their number. A value; since a full block never changes, copies share
/// it, and a copy can be read on another thread while rows are added on this one.
class PreviewSnapshot
{
public:
    int size() const
    {
        return static_cast<int>(m_full.size()) * kBlock + static_cast<int>(m_last.records.size());
    }

    /// A row as it was appended; but a contact that it does not name is called as in the last row that does.
    PreviewRow at(int row) const;
    /// The same as at(row).createdAt, quicker.
    std::optional<Msecs> createdAt(int row) const;

    /// What at(row) says as it is kept, which costs next to nothing: views that are good while this lives,
    /// and shared texts by their numbers.
    struct Raw {
        QByteArrayView subject;
        QByteArrayView text;
        quint32 contact = 0; ///< of at(row).contact
        quint32 contactId = 0;
        quint32 status = 0;
        quint32 messageType = 0;
        quint32 callStatus = 0;
        quint32 callDuration = 0;
        Channel channel = Channel::Other;
        bool isInbound = false;
        bool hasAttachments = false;
    };
    Raw raw(int row) const;
    /// Of a snapshot that nobody looks at any more: lets go of some rows, since a million at once keep a
    /// thread busy for longer than a window may be. False if none are left.
    bool shrink();
    /// Whom it is with, as the row itself says: raw(row).contact may be known from another one.
    struct Who {
        quint32 contact = 0;
        quint32 contactId = 0;
    };
    Who who(int row) const { return {record(row).contact, record(row).contactId}; }
    /// Of subject and text, with a space between, folded; a row without a text may hold anything, since words
    /// of ours stand there.
    const TextSignature& signature(int row) const
    {
        return blockOf(row).signatures[static_cast<std::size_t>(row % kBlock)];
    }
    /// UTF-8; 0 is the number of the empty text.
    QByteArrayView sharedText(quint32 number) const { return m_shared.viewOf(number); }
    quint32 sharedTexts() const { return m_shared.size(); }

protected:
    static constexpr int kBlock = 1024; // rows, or shared texts

    struct Record {
        SpoolPosition position;
        Msecs createdAt = 0;
        quint32 idEnd = 0; // of the texts of the block; where it begins is the end of the row before
        quint32 subjectEnd = 0;
        quint32 textEnd = 0;
        quint32 contact = 0; // this and all below: numbers of shared texts
        quint32 contactId = 0;
        quint32 status = 0;
        quint32 messageType = 0;
        quint32 callStatus = 0;
        quint32 callDuration = 0;
        Channel channel = Channel::Other;
        bool isInbound : 1 = false;
        bool isOutbound : 1 = false;
        bool hasAttachments : 1 = false;
    };
    static_assert(sizeof(Record) <= 64);

    struct Block {
        std::vector<Record> records;
        std::vector<TextSignature> signatures; // apart, so that a search passes through them alone
        std::string texts;
    };

    /// Texts that many rows have, by number.
    class SharedTexts
    {
    public:
        SharedTexts() { append({}); }

        quint32 size() const { return static_cast<quint32>(m_full.size() * kBlock + m_last.ends.size()); }
        QByteArrayView viewOf(quint32 number) const;
        void append(QByteArrayView text);

    private:
        struct Texts {
            std::vector<quint32> ends;
            std::string texts;
        };
        std::vector<std::shared_ptr<const Texts>> m_full;
        Texts m_last;
    };

    const Block& blockOf(int row) const;
    const Record& record(int row) const
    {
        return blockOf(row).records[static_cast<std::size_t>(row % kBlock)];
    }
    quint32 contactOf(const Record& record) const;

    std::vector<std::shared_ptr<const Block>> m_full;
    Block m_last; // the only one that grows
    SharedTexts m_shared;
    std::vector<quint32> m_contacts; // what it is called, by the number of its id; 0 as long as unknown
};

/// A snapshot that grows. A value; lives on its owner's thread.
class PreviewRows : public PreviewSnapshot
{
public:
    /// To be copied, for what is to stay as it is now.
    const PreviewSnapshot& snapshot() const { return *this; }

    /// True if a contact that has rows already is named for the first time.
    bool append(const PreviewRow& row);

private:
    /// Leads to the number of a shared text by its hash: a table of numbers, since a QHash of that many texts
    /// takes too long in the turn in which it grows.
    quint32 numberOf(const QString& text);
    void growSlots();
    TextSignature signatureOf(QByteArrayView subject, QByteArrayView text);
    bool noteContact(quint32 contactId, quint32 contact);

    std::vector<std::size_t> m_hashes{0}; // by number
    std::vector<quint32> m_slots;         // at most half of them taken; 0 in those that are free
    FoldedText m_folded;                  // reused for every row
};

} // namespace leadway
