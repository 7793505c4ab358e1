#pragma once

#include <QStyledItemDelegate>

#include <string>

namespace leadway
{

/// Paints the cells of the message table, every text as plain text on one line. Owned by the table; the
/// window's thread.
class MessageDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Contacts and messages are marked where they say this word, whatever its case and accents; in the
    /// current row the marks are framed. Nothing for an empty one.
    void setWord(const QString& word);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    std::string m_word; // folded
};

} // namespace leadway
