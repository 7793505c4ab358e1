#pragma once

#include "app/previewrow.h"

#include <QByteArrayView>

#include <string>
#include <vector>

namespace leadway
{

/// The rows of a preview in the order they came, a million of them in some 200 bytes each: a row's own texts
/// are UTF-8 in blocks that are never moved, and what many rows say alike is kept once. So the cost of a row
/// does not grow with their number, and all of them go in an instant. A value; lives on its owner's thread.
class PreviewRows
{
public:
    int size() const;

    /// True if a contact that has rows already is named for the first time.
    bool append(const PreviewRow& row);

    /// A row as it was appended; but a contact that it does not name is called as in the last row that does.
    PreviewRow at(int row) const;
    /// The same as at(row).createdAt, quicker.
    std::optional<Msecs> createdAt(int row) const;

private:
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
        std::string texts;
    };

    /// Texts that many rows have, each by a number; 0 is the empty one. A table of numbers that leads to the
    /// texts by their hashes, since a QHash of that many texts takes too long in the turn in which it grows.
    class SharedTexts
    {
    public:
        quint32 numberOf(const QString& text);
        QString at(quint32 number) const { return QString::fromUtf8(viewOf(number)); }

    private:
        QByteArrayView viewOf(quint32 number) const;
        void grow();

        std::string m_texts;
        std::vector<std::size_t> m_ends{0};   // by number
        std::vector<std::size_t> m_hashes{0}; // likewise
        std::vector<quint32> m_slots;         // at most half of them taken; 0 in those that are free
    };

    bool noteContact(quint32 contactId, quint32 contact);
    const Record& record(int row) const;

    std::vector<Block> m_blocks;
    SharedTexts m_shared;
    std::vector<quint32> m_contacts; // what it is called, by the number of its id; 0 as long as unknown
};

} // namespace leadway
