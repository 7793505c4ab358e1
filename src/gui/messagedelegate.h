#pragma once

#include <QStyledItemDelegate>

namespace leadway
{

/// Paints the cells of the message table, every text as plain text on one line. Owned by the table; the
/// window's thread.
class MessageDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace leadway
