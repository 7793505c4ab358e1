#include "gui/messagedelegate.h"

#include "core/foldedmatch.h"
#include "core/folding.h"
#include "gui/colours.h"
#include "gui/messagemodel.h"
#include "gui/messagetable.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace leadway
{

namespace
{

using Column = MessageModel::Column;

constexpr int kPadding = 8;
constexpr int kEdge = 16; // beside the first column
constexpr int kIcon = 16;
constexpr int kIconGap = 8;

using Marks = QList<TextRange>;

// Where a text would be cut before its first mark, its beginning gives way: "…and the estimate".
void bringIntoSight(QString& text, Marks& marks, const QFontMetrics& metrics, int room)
{
    constexpr qsizetype before = 12; // characters that tell what it is about
    if (marks.isEmpty()) {
        return;
    }
    const qsizetype end = marks.first().start + marks.first().length;
    const int needed = metrics.horizontalAdvance(text.left(end)) + metrics.horizontalAdvance(QChar(u'…'));
    qsizetype cut = std::max<qsizetype>(marks.first().start - before, 0);
    if (needed <= room || cut < 2) {
        return;
    }
    cut -= text.at(cut).isLowSurrogate() ? 1 : 0;
    text.replace(0, cut, QChar(u'…'));
    for (TextRange& mark : marks) {
        mark.start += 1 - cut;
    }
}

// The part of the marks that a part of the text has, from its own start on.
Marks marksWithin(const Marks& marks, qsizetype start, qsizetype length)
{
    Marks within;
    for (const TextRange& mark : marks) {
        const qsizetype first = std::max(mark.start, start);
        const qsizetype end = std::min(mark.start + mark.length, start + length);
        if (first < end) {
            within.append({first - start, end - first});
        }
    }
    return within;
}

// One cell being painted, from its leading edge on. Places are thought left to right and mirrored last.
class Cell
{
public:
    Cell(QPainter& painter, const QStyleOptionViewItem& option, int leading, bool isCurrent)
        : m_painter(painter)
        , m_option(option)
        , m_room(option.rect.adjusted(leading, 0, -kPadding, 0))
        , m_isCurrent(isCurrent)
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

    // Half of the room is left to what follows, if that is worth seeing.
    void drawText(const QString& text, Tint tint, bool isBold = false, const Marks& marks = {},
                  bool leavesHalf = false)
    {
        const int end = m_room.right();
        if (leavesHalf) {
            m_room.setWidth(m_room.width() / 2);
        }
        draw(text, tint, isBold, Qt::AlignLeading, marks);
        m_room.setRight(end);
    }

    void drawTextAtEnd(const QString& text, Tint tint)
    {
        const int width = m_option.fontMetrics.horizontalAdvance(text);
        draw(text, tint, false, Qt::AlignTrailing, {});
        m_room.setRight(m_room.right() - width - kIconGap);
    }

private:
    QRect square(int x) const { return {x, m_room.center().y() - kIcon / 2 + 1, kIcon, kIcon}; }
    QRect mirrored(const QRect& rect) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, rect);
    }

    void draw(QString text, Tint tint, bool isBold, Qt::Alignment alignment, Marks marks)
    {
        if (text.isEmpty() || m_room.width() <= 0) {
            return;
        }
        QFont font = m_option.font;
        font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
        const QFontMetrics metrics(font);
        bringIntoSight(text, marks, metrics, m_room.width());
        const QString shown = metrics.elidedText(text, Qt::ElideRight, m_room.width());
        m_painter.setFont(font);
        m_painter.setPen(ink(tint));
        // By the text itself, or "+34…" would end with its plus where one reads from the right.
        m_painter.setLayoutDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        // On one base line, which a box would move where a font for emoji helps out.
        const int width = metrics.horizontalAdvance(shown);
        const int baseline = m_room.center().y() + 1 + (metrics.ascent() - metrics.descent()) / 2;
        const QRect room = mirrored(m_room);
        const bool isLeft = (m_option.direction == Qt::LeftToRight) == (alignment == Qt::AlignLeading);
        const int x = isLeft ? room.left() : room.right() + 1 - width;
        // What is cut off has no marks; where the cut goes through one, the dots have its colour.
        const Marks seen = marksWithin(marks, 0, shown.size());
        if (seen.isEmpty()) {
            m_painter.drawText(x, baseline, shown);
        } else {
            drawMarked(shown, font, {x, baseline}, seen);
        }
        if (alignment == Qt::AlignLeading) {
            m_room.setLeft(m_room.left() + width + kIconGap);
        }
    }

    // From a base line on.
    void drawMarked(const QString& text, const QFont& font, const QPoint& at, const Marks& marks)
    {
        QTextLayout layout(text, font);
        QList<QTextLayout::FormatRange> formats;
        for (const TextRange& mark : marks) {
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(mark.start);
            range.length = static_cast<int>(mark.length);
            range.format.setBackground(foundGround(m_option.palette));
            range.format.setForeground(colour(Tint::Text, m_option.palette));
            formats.append(range);
        }
        layout.setFormats(formats);
        layout.beginLayout();
        const QTextLine line = layout.createLine();
        layout.endLayout();
        const QPointF place(at.x(), at.y() - line.ascent());
        layout.draw(&m_painter, place);
        if (m_isCurrent) {
            m_painter.setPen(QPen(ink(Tint::Text), 1));
            m_painter.setBrush(Qt::NoBrush);
            for (const TextRange& mark : marks) {
                const qreal first = line.cursorToX(static_cast<int>(mark.start));
                const qreal end = line.cursorToX(static_cast<int>(mark.start + mark.length));
                const QRectF frame(std::min(first, end), 0, std::abs(end - first), line.height());
                m_painter.drawRect(frame.translated(place).adjusted(-0.5, -1.5, -0.5, 0.5));
            }
        }
    }

    QPainter& m_painter;
    const QStyleOptionViewItem& m_option;
    QRect m_room;
    bool m_isCurrent;
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

void drawMessage(Cell& cell, const QModelIndex& index, const std::string& word)
{
    if (index.data(MessageModel::HasAttachmentsRole).toBool()) {
        cell.drawGlyphAtEnd(Glyph::Paperclip, Tint::Secondary);
    }
    const QString subject = index.data(MessageModel::SubjectRole).toString();
    const QString text = index.data(MessageModel::TextRole).toString();
    // A search goes through both as one.
    const qsizetype start = subject.isEmpty() ? 0 : subject.size() + 1;
    const Marks marks = foldedMatches(subject.isEmpty() ? text : subject + QLatin1Char(' ') + text, word);
    const Marks inSubject = marksWithin(marks, 0, subject.size());
    const Marks inText = marksWithin(marks, start, text.size());
    cell.drawText(subject, Tint::Text, true, inSubject, inSubject.isEmpty() && !inText.isEmpty());
    cell.drawText(text, quietOr(index, Tint::Text), false, inText);
}

} // namespace

void MessageDelegate::setWord(const QString& word)
{
    m_word = folded(word.toUtf8());
}

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
    const auto* const table = qobject_cast<const MessageTable*>(option.widget);
    const bool isAtEdge = table ? table->firstColumn() == index.column() : index.column() == 0;
    const bool isCurrent = table && table->currentIndex().row() == index.row();
    Cell cell(*painter, option, isAtEdge ? kEdge : kPadding, isCurrent);
    switch (column) {
    case Column::Date:
        drawDate(cell, index, table && table->topRow() == index.row());
        break;
    case Column::Channel:
        cell.drawGlyph(glyph, quietOr(index, Tint::Text));
        cell.drawText(text, quietOr(index, Tint::Text));
        break;
    case Column::Direction:
        cell.drawGlyph(glyph, Tint::Secondary);
        cell.drawText(text, Tint::Text);
        break;
    case Column::Contact:
        cell.drawText(text, quietOr(index, Tint::Text), false, foldedMatches(text, m_word));
        break;
    case Column::Text:
        drawMessage(cell, index, m_word);
        break;
    case Column::Status:
        cell.drawGlyph(glyph, Tint::Error);
        cell.drawText(text, glyph == Glyph::None ? Tint::Secondary : Tint::Text);
        break;
    }
    painter->restore();
}

} // namespace leadway
