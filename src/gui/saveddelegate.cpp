#include "gui/saveddelegate.h"

#include "gui/colours.h"

#include <QPainter>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr int kSavedMargin = 16;
constexpr int kSavedLineGap = 8;

// A text on one line at the beginning or the end of a place; how wide it is.
int drawLine(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place, const QFont& font,
             const QColor& ink, const QString& text, bool isAtEnd = false)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, place.width());
    const Qt::Alignment alignment =
        QStyle::visualAlignment(option.direction, isAtEnd ? Qt::AlignRight : Qt::AlignLeft);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(option.direction, option.rect, place),
                     static_cast<int>(alignment | Qt::AlignVCenter | Qt::TextSingleLine), shown);
    return metrics.horizontalAdvance(shown);
}

} // namespace

void SavedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected) {
        painter->fillRect(option.rect, option.palette.color(QPalette::Normal, QPalette::Highlight));
    }
    painter->setPen(hairline(option.palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const auto ink = [&](Tint tint) { return colour(isSelected ? Tint::OnAccent : tint, option.palette); };
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const int line = QFontMetrics(bold).height();
    const QRect room = option.rect.adjusted(kSavedMargin, 0, -kSavedMargin, 0);
    QRect first(room.left(), room.top() + (room.height() - 2 * line - kSavedLineGap) / 2, room.width(), line);
    const QRect second = first.translated(0, line + kSavedLineGap);
    const int result = drawLine(*painter, option, first, option.font, ink(Tint::Secondary),
                                index.data(ResultRole).toString(), true);
    first.setRight(first.right() - result - kSavedMargin);
    drawLine(*painter, option, first, bold, ink(Tint::Text), index.data().toString());
    drawLine(*painter, option, second, option.font, ink(Tint::Secondary), index.data(WhatRole).toString());
    painter->restore();
}

QSize SavedDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    constexpr int least = 64;
    return {0, std::max(least, 2 * option.fontMetrics.height() + kSavedLineGap + 2 * 12)};
}

} // namespace leadway
