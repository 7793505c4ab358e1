#pragma once

#include <QStyledItemDelegate>

namespace leadway
{

/// Paints a saved export in its list: its name and how it ran last, below them what it exports, every text as
/// plain text. Owned by the list; the window's thread.
class SavedDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, WhatRole, ResultRole };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace leadway
