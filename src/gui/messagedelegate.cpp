#include "gui/messagedelegate.h"

#include "gui/colours.h"
#include "gui/messagemodel.h"
#include "gui/messagetable.h"

#include <QPainter>

namespace leadway
{

namespace
{

using Column = MessageModel::Column;

constexpr int kPadding = 8;
constexpr int kEdge = 16; // beside the first column
constexpr int kIcon = 16;
constexpr int kIconGap = 8;

// One cell being painted, from its leading edge on. Places are thought left to right and mirrored last.
class Cell
{
public:
    Cell(QPainter& painter, const QStyleOptionViewItem& option, int leading)
        : m_painter(painter)
        , m_option(option)
        , m_room(option.rect.adjusted(leading, 0, -kPadding, 0))
    {
    }

    bool isSelected() const { return m_option.state.testFlag(QStyle::State_Selected); }

    QColor ink(Tint tint) const
    {
        return isSelected() ? colour(Tint::OnAccent, m_option.palette) : colour(tint, m_option.palette);
    }

    void drawGlyph(Glyph glyph, Tint tint)
    {
        if (glyph != Glyph::None) {
            paintGlyph(m_painter, mirrored(square(m_room.left())), glyph, ink(tint));
            m_room.setLeft(m_room.left() + kIcon + kIconGap - 2);
        }
    }

    void drawGlyphAtEnd(Glyph glyph, Tint tint)
    {
        paintGlyph(m_painter, mirrored(square(m_room.right() - kIcon + 1)), glyph, ink(tint));
        m_room.setRight(m_room.right() - kIcon - kIconGap);
    }

    void drawText(const QString& text, Tint tint, bool isBold = false)
    {
        draw(text, tint, isBold, Qt::AlignLeading);
    }

    void drawTextAtEnd(const QString& text, Tint tint)
    {
        const int width = m_option.fontMetrics.horizontalAdvance(text);
        draw(text, tint, false, Qt::AlignTrailing);
        m_room.setRight(m_room.right() - width - kIconGap);
    }

private:
    QRect square(int x) const { return {x, m_room.center().y() - kIcon / 2 + 1, kIcon, kIcon}; }
    QRect mirrored(const QRect& rect) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, rect);
    }

    void draw(const QString& text, Tint tint, bool isBold, Qt::Alignment alignment)
    {
        if (text.isEmpty() || m_room.width() <= 0) {
            return;
        }
        QFont font = m_option.font;
        font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, m_room.width());
        m_painter.setFont(font);
        m_painter.setPen(ink(tint));
        // On one base line, which a box would move where a font for emoji helps out.
        const int width = metrics.horizontalAdvance(shown);
        const int baseline = m_room.center().y() + 1 + (metrics.ascent() - metrics.descent()) / 2;
        const QRect room = mirrored(m_room);
        const bool isLeft = (m_option.direction == Qt::LeftToRight) == (alignment == Qt::AlignLeading);
        m_painter.drawText(isLeft ? room.left() : room.right() + 1 - width, baseline, shown);
        if (alignment == Qt::AlignLeading) {
            m_room.setLeft(m_room.left() + width + kIconGap);
        }
    }

    QPainter& m_painter;
    const QStyleOptionViewItem& m_option;
    QRect m_room;
};

Tint quietOr(const QModelIndex& index, Tint tint)
{
    return index.data(MessageModel::IsQuietRole).toBool() ? Tint::Secondary : tint;
}

void drawDate(Cell& cell, const QModelIndex& index, bool isTop)
{
    cell.drawTextAtEnd(index.data(MessageModel::TimeRole).toString(), Tint::Text);
    const bool isFirst = index.data(MessageModel::IsFirstOfDayRole).toBool();
    if (isFirst || isTop || cell.isSelected()) {
        cell.drawText(index.data(MessageModel::DayRole).toString(), isFirst ? Tint::Text : Tint::Secondary,
                      isFirst);
    }
}

void drawMessage(Cell& cell, const QModelIndex& index)
{
    if (index.data(MessageModel::HasAttachmentsRole).toBool()) {
        cell.drawGlyphAtEnd(Glyph::Paperclip, Tint::Secondary);
    }
    cell.drawText(index.data(MessageModel::SubjectRole).toString(), Tint::Text, true);
    cell.drawText(index.data(MessageModel::TextRole).toString(), quietOr(index, Tint::Text));
}

} // namespace

void MessageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected) {
        painter->fillRect(option.rect, option.palette.color(QPalette::Normal, QPalette::Highlight));
    } else if (index.row() > 0 && index.data(MessageModel::IsFirstOfDayRole).toBool()) {
        painter->setPen(hairline(option.palette));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    const auto column = static_cast<Column>(index.column());
    const auto glyph = static_cast<Glyph>(index.data(MessageModel::GlyphRole).toInt());
    const QString text = index.data().toString();
    Cell cell(*painter, option, column == Column::Date ? kEdge : kPadding);
    switch (column) {
    case Column::Date: {
        const auto* table = qobject_cast<const MessageTable*>(option.widget);
        drawDate(cell, index, table && table->topRow() == index.row());
        break;
    }
    case Column::Channel:
        cell.drawGlyph(glyph, quietOr(index, Tint::Text));
        cell.drawText(text, quietOr(index, Tint::Text));
        break;
    case Column::Direction:
        cell.drawGlyph(glyph, Tint::Secondary);
        cell.drawText(text, Tint::Text);
        break;
    case Column::Contact:
        cell.drawText(text, quietOr(index, Tint::Text));
        break;
    case Column::Text:
        drawMessage(cell, index);
        break;
    case Column::Status:
        cell.drawGlyph(glyph, Tint::Error);
        cell.drawText(text, glyph == Glyph::None ? Tint::Secondary : Tint::Text);
        break;
    }
    painter->restore();
}

} // namespace leadway
