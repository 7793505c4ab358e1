#pragma once

#include <QHash>
#include <QStyledItemDelegate>

namespace leadway
{

/// Paints the messages of a conversation as bubbles: theirs at the leading side, ours at the trailing one,
/// and what the CRM notes in the middle. Every text as plain text. For a ConversationModel in a QListView,
/// which owns it; the window's thread.
class BubbleDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    // A list asks for all heights whenever one of them may have changed.
    mutable QHash<size_t, int> m_heights;
};

} // namespace leadway
