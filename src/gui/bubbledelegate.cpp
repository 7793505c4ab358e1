#include "gui/bubbledelegate.h"

#include "gui/colours.h"
#include "gui/conversationmodel.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace leadway
{

namespace
{

constexpr int kViewMargin = 16;
constexpr int kBubbleGap = 8; // below each
constexpr int kBubblePadding = 10;
constexpr int kLineGap = 4;
constexpr int kWidestBubble = 560;
constexpr int kLineIcon = 16;
constexpr int kLineIconGap = 6;
constexpr int kDayHeight = 32;
constexpr int kMoreHeight = 40;
constexpr qreal kBubbleRadius = 8;

// A text within a bubble, laid out.
struct BubbleLine {
    Glyph glyph = Glyph::None;
    Tint tint = Tint::Text;
    std::unique_ptr<QTextLayout> layout;
    qreal width = 0; // with the glyph
    qreal height = 0;
};

class BubbleLines
{
public:
    BubbleLines(const Bubble& bubble, const QFont& font, const QPalette& palette, int room)
        : m_palette(palette)
        , m_room(room)
    {
        QFont small = font;
        small.setPointSizeF(std::max(1.0, font.pointSizeF() - 1));
        QFont bold = font;
        bold.setWeight(QFont::DemiBold);
        add(bubble.kind, small, Tint::Secondary, bubble.glyph);
        add(bubble.subject, bold, Tint::Text);
        add(bubble.text, font, bubble.isQuiet ? Tint::Secondary : Tint::Text);
        add(bubble.attachments, small, Tint::Secondary, Glyph::Paperclip);
        add(bubble.time, small, Tint::Secondary,
            bubble.side == Bubble::Side::Theirs ? Glyph::Received
            : bubble.side == Bubble::Side::Ours ? Glyph::Sent
                                                : Glyph::None);
        add(bubble.failure, small, Tint::Error, Glyph::Warning);
    }

    QSize size() const
    {
        qreal width = 0;
        qreal height = 0;
        for (const BubbleLine& line : m_lines) {
            width = std::max(width, line.width);
            height += line.height + kLineGap;
        }
        return {qCeil(width), qCeil(height) - (m_lines.empty() ? 0 : kLineGap)};
    }

    void paint(QPainter& painter, const QRect& place, Qt::LayoutDirection direction) const
    {
        qreal top = place.top();
        for (const BubbleLine& line : m_lines) {
            const int side = line.glyph == Glyph::None ? 0 : kLineIcon + kLineIconGap;
            const QRect whole(place.left(), qRound(top), place.width(), qCeil(line.height));
            if (side > 0) {
                const QRect glyph(whole.left(), whole.top() + (whole.height() - kLineIcon) / 2, kLineIcon,
                                  kLineIcon);
                paintGlyph(painter, QStyle::visualRect(direction, whole, glyph), line.glyph, ink(line.tint));
            }
            const QRect text = QStyle::visualRect(direction, whole, whole.adjusted(side, 0, 0, 0));
            // As wide as it is, at the leading side.
            const qreal left =
                direction == Qt::LeftToRight ? text.left() : text.right() + 1 - (line.width - side);
            painter.setPen(ink(line.tint));
            line.layout->draw(&painter, {left, top});
            top += line.height + kLineGap;
        }
    }

private:
    QColor ink(Tint tint) const
    {
        return tint == Tint::Secondary ? bubbleNote(m_palette) : colour(tint, m_palette);
    }

    void add(QString text, const QFont& font, Tint tint, Glyph glyph = Glyph::None)
    {
        if (text.isEmpty()) {
            return;
        }
        text.replace(QLatin1Char('\n'), QChar::LineSeparator);
        BubbleLine line;
        line.glyph = glyph;
        line.tint = tint;
        line.layout = std::make_unique<QTextLayout>(text, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        line.layout->setTextOption(option);
        const int side = glyph == Glyph::None ? 0 : kLineIcon + kLineIconGap;
        qreal widest = 0;
        line.layout->beginLayout();
        for (QTextLine part = line.layout->createLine(); part.isValid(); part = line.layout->createLine()) {
            part.setLineWidth(m_room - side);
            part.setPosition({0, line.height});
            line.height += part.height();
            widest = std::max(widest, part.naturalTextWidth());
        }
        line.layout->endLayout();
        // Once more, no wider than it is: a line that is read from the right would stand at the far end.
        if (std::ceil(widest) < m_room - side) {
            qreal top = 0;
            line.layout->beginLayout();
            for (QTextLine part = line.layout->createLine(); part.isValid();
                 part = line.layout->createLine()) {
                part.setLineWidth(std::ceil(widest) + 1);
                part.setPosition({0, top});
                top += part.height();
            }
            line.layout->endLayout();
            line.height = top;
        }
        line.width = std::ceil(widest) + 1 + side;
        line.height = std::max<qreal>(line.height, side > 0 ? kLineIcon : 0);
        m_lines.push_back(std::move(line));
    }

    const QPalette& m_palette;
    int m_room;
    std::vector<BubbleLine> m_lines;
};

int roomWithin(int viewWidth)
{
    const int widest = std::min(kWidestBubble, (viewWidth - 2 * kViewMargin) * 4 / 5);
    return std::max(80, widest - 2 * kBubblePadding);
}

Bubble bubbleOf(const QModelIndex& index)
{
    const auto* const model = qobject_cast<const ConversationModel*>(index.model());
    return model ? model->bubbleAt(index.row()) : Bubble();
}

void paintDay(QPainter& painter, const QStyleOptionViewItem& option, const QString& day)
{
    const QRect row(option.rect.left() + kViewMargin, option.rect.top(),
                    option.rect.width() - 2 * kViewMargin, kDayHeight);
    const int width = option.fontMetrics.horizontalAdvance(day) + 2 * kBubbleGap;
    const QRect words(row.center().x() - width / 2, row.top(), width, row.height());
    painter.setPen(hairline(option.palette));
    painter.drawLine(row.left(), row.center().y(), words.left(), row.center().y());
    painter.drawLine(words.right(), row.center().y(), row.right(), row.center().y());
    painter.setPen(colour(Tint::Secondary, option.palette));
    painter.setFont(option.font);
    painter.drawText(words, Qt::AlignCenter, day);
}

void paintMore(QPainter& painter, const QStyleOptionViewItem& option, const Bubble& bubble, bool isCurrent)
{
    const QColor ink = colour(Tint::Accent, option.palette);
    const int width = option.fontMetrics.horizontalAdvance(bubble.more) + kLineIcon + kLineIconGap;
    QRect line(0, 0, std::min(width, option.rect.width()), kLineIcon + 2 * kLineGap);
    line.moveCenter(option.rect.center());
    const QRect glyph(line.left(), line.center().y() - kLineIcon / 2 + 1, kLineIcon, kLineIcon);
    paintGlyph(painter, QStyle::visualRect(option.direction, line, glyph), bubble.glyph, ink);
    painter.setPen(ink);
    painter.setFont(option.font);
    painter.drawText(
        QStyle::visualRect(option.direction, line, line.adjusted(kLineIcon + kLineIconGap, 0, 0, 0)),
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
        bubble.more);
    if (isCurrent) {
        painter.setPen(QPen(colour(Tint::Text, option.palette), 1, Qt::DotLine));
        painter.drawRoundedRect(line.adjusted(-6, 0, 6, 0), kBubbleRadius, kBubbleRadius);
    }
}

} // namespace

void BubbleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const Bubble bubble = bubbleOf(index);
    const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool isCurrent = view && view->hasFocus() && view->currentIndex() == index;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!bubble.more.isEmpty()) {
        paintMore(*painter, option, bubble, isCurrent);
        painter->restore();
        return;
    }
    QRect rest = option.rect;
    if (!bubble.day.isEmpty()) {
        paintDay(*painter, option, bubble.day);
        rest.setTop(rest.top() + kDayHeight);
    }
    const BubbleLines lines(bubble, option.font, option.palette, roomWithin(option.rect.width()));
    const QSize inner = lines.size();
    QRect place(rest.left() + kViewMargin, rest.top() + kBubbleGap / 2, inner.width() + 2 * kBubblePadding,
                inner.height() + 2 * kBubblePadding);
    if (bubble.side == Bubble::Side::Ours) {
        place.moveRight(rest.right() - kViewMargin);
    } else if (bubble.side == Bubble::Side::Nobodys) {
        place.moveLeft(rest.left() + (rest.width() - place.width()) / 2);
    }
    place = QStyle::visualRect(option.direction, rest, place);
    const bool isNobodys = bubble.side == Bubble::Side::Nobodys;
    painter->setPen(isNobodys ? QPen(hairline(option.palette), 1) : QPen(Qt::NoPen));
    painter->setBrush(isNobodys ? QBrush(Qt::NoBrush)
                                : bubbleGround(bubble.side == Bubble::Side::Ours, option.palette));
    painter->drawRoundedRect(QRectF(place), kBubbleRadius, kBubbleRadius);
    painter->setBrush(Qt::NoBrush);
    if (bubble.isMarked) {
        painter->setPen(QPen(colour(Tint::Accent, option.palette), 2));
        painter->drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), kBubbleRadius, kBubbleRadius);
    }
    if (isCurrent) {
        painter->setPen(QPen(colour(Tint::Text, option.palette), 1, Qt::DotLine));
        painter->drawRoundedRect(QRectF(place).adjusted(-2.5, -2.5, 2.5, 2.5), kBubbleRadius, kBubbleRadius);
    }
    lines.paint(*painter, place.adjusted(kBubblePadding, kBubblePadding, -kBubblePadding, -kBubblePadding),
                option.direction);
    painter->restore();
}

QSize BubbleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const Bubble bubble = bubbleOf(index);
    if (!bubble.more.isEmpty()) {
        return {1, kMoreHeight};
    }
    const size_t key =
        qHashMulti(0, width, option.font.key(), bubble.kind, bubble.subject, bubble.text,
                   bubble.attachments.isEmpty(), bubble.time.isEmpty(), bubble.failure, bubble.day.isEmpty());
    auto known = m_heights.constFind(key);
    if (known == m_heights.constEnd()) {
        constexpr qsizetype most = 5000;
        if (m_heights.size() >= most) {
            m_heights.clear();
        }
        const BubbleLines lines(bubble, option.font, option.palette, roomWithin(width));
        known = m_heights.insert(key, lines.size().height() + 2 * kBubblePadding + kBubbleGap +
                                          (bubble.day.isEmpty() ? 0 : kDayHeight));
    }
    return {1, *known}; // the list makes it as wide as itself
}

} // namespace leadway
