#include "gui/stylepainter.h"

#include "gui/colours.h"
#include "gui/icons.h"

#include <QIcon>
#include <QPainter>

namespace leadway
{

namespace
{

constexpr qreal kRadius = 3;

// A rounded box whose outline lies within `rect`.
void paintBox(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& line, qreal width = 1)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, width));
    painter.setBrush(fill);
    const qreal half = width / 2;
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), kRadius, kRadius);
    painter.restore();
}

bool has(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QColor outlineOf(const QStyleOption& option)
{
    const QColor line = outline(option.palette);
    return has(option, QStyle::State_Enabled) ? line
                                              : mixed(line, option.palette.color(QPalette::Window), 0.5);
}

QColor focusColour(const QStyleOption& option)
{
    return colour(Tint::Accent, option.palette);
}

} // namespace

void paintButton(QPainter& painter, const QStyleOption& option, bool isAccent)
{
    const QPalette& palette = option.palette;
    const QColor text = palette.color(QPalette::WindowText);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    QColor fill = palette.color(QPalette::Button);
    QColor line = mixed(outline(palette), fill, 0.45);
    if (isAccent && isEnabled) {
        fill = palette.color(QPalette::Highlight);
        line = mixed(fill, Qt::black, 0.15);
    }
    if (!isEnabled) {
        line = mixed(palette.color(QPalette::Window), text, 0.2);
        fill = mixed(fill, palette.color(QPalette::Window), 0.6);
    } else if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On)) {
        fill = mixed(fill, isAccent ? QColor(Qt::black) : text, 0.14);
    } else if (has(option, QStyle::State_MouseOver)) {
        fill = mixed(fill, isAccent ? QColor(Qt::black) : text, 0.06);
    }
    paintBox(painter, option.rect, fill, line);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        // Inside the accent button the accent itself would not be seen.
        const QRect ring = isAccent ? option.rect.adjusted(2, 2, -2, -2) : option.rect;
        paintBox(painter, ring, Qt::transparent,
                 isAccent ? colour(Tint::OnAccent, palette) : focusColour(option), isAccent ? 1 : 2);
    }
}

void paintFocusRing(QPainter& painter, const QStyleOption& option)
{
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        paintBox(painter, option.rect, Qt::transparent, focusColour(option), 2);
    }
}

void paintToolButton(QPainter& painter, const QStyleOption& option)
{
    if (!has(option, QStyle::State_Enabled)) {
        return;
    }
    const bool isDown = has(option, QStyle::State_Sunken);
    if (isDown || has(option, QStyle::State_MouseOver)) {
        QColor veil = option.palette.color(QPalette::WindowText);
        veil.setAlphaF(isDown ? 0.16F : 0.08F);
        paintBox(painter, option.rect, veil, Qt::transparent);
    }
}

void paintField(QPainter& painter, const QStyleOption& option)
{
    const QPalette& palette = option.palette;
    const bool isEnabled = has(option, QStyle::State_Enabled);
    paintBox(painter, option.rect, palette.color(isEnabled ? QPalette::Base : QPalette::Window),
             Qt::transparent);
    paintFieldOutline(painter, option);
}

void paintFieldOutline(QPainter& painter, const QStyleOption& option)
{
    const bool hasFocus = has(option, QStyle::State_HasFocus) && has(option, QStyle::State_Enabled);
    paintBox(painter, option.rect, Qt::transparent, hasFocus ? focusColour(option) : outlineOf(option),
             hasFocus ? 2 : 1);
}

void paintComboBox(QPainter& painter, const QStyleOptionComboBox& option, const QRect& arrow)
{
    const QPalette& palette = option.palette;
    const bool isEnabled = has(option, QStyle::State_Enabled);
    if (option.editable) {
        paintField(painter, option);
    } else {
        QColor fill = palette.color(QPalette::Button);
        if (isEnabled && has(option, QStyle::State_MouseOver)) {
            fill = mixed(fill, palette.color(QPalette::WindowText), 0.06);
        }
        paintBox(painter, option.rect, isEnabled ? fill : palette.color(QPalette::Window), Qt::transparent);
        paintFieldOutline(painter, option);
    }
    constexpr int side = 10;
    QRect mark(0, 0, side, side);
    mark.moveCenter(arrow.center());
    paintGlyph(painter, mark, Glyph::ChevronDown,
               palette.color(isEnabled ? QPalette::Normal : QPalette::Disabled, QPalette::ButtonText));
}

void paintCheckBox(QPainter& painter, const QStyleOption& option)
{
    const QPalette& palette = option.palette;
    const QRect box = option.rect.adjusted(1, 1, -1, -1);
    const bool isOn = has(option, QStyle::State_On);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const QColor fill =
        isOn && isEnabled ? palette.color(QPalette::Highlight) : palette.color(QPalette::Base);
    paintBox(painter, box, fill, isOn && isEnabled ? fill : outlineOf(option));
    if (isOn) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(isEnabled ? palette.color(QPalette::HighlightedText) : outlineOf(option), 1.8,
                            Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF corner = box.topLeft();
        painter.drawPolyline(
            QPolygonF{corner + QPointF(3.2, 7.2), corner + QPointF(5.9, 9.9), corner + QPointF(10.8, 4.4)});
        painter.restore();
    }
    paintFocusRing(painter, option);
}

void paintRadioButton(QPainter& painter, const QStyleOption& option)
{
    const QPalette& palette = option.palette;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(outlineOf(option));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawEllipse(circle);
    if (has(option, QStyle::State_On)) {
        constexpr qreal inset = 3.5;
        painter.setPen(Qt::NoPen);
        painter.setBrush(has(option, QStyle::State_Enabled) ? palette.color(QPalette::WindowText)
                                                            : outlineOf(option));
        painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    painter.restore();
}

void paintHeaderSection(QPainter& painter, const QStyleOption& option)
{
    paintHeaderEnd(painter, option);
    const auto* const header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
    if (header && (header->position == QStyleOptionHeader::End ||
                   header->position == QStyleOptionHeader::OnlyOneSection)) {
        return;
    }
    const QRect& rect = option.rect;
    constexpr int inset = 8;
    painter.setPen(hairline(option.palette));
    const int x = option.direction == Qt::RightToLeft ? rect.left() : rect.right();
    painter.drawLine(x, rect.top() + inset, x, rect.bottom() - inset);
}

void paintHeaderEnd(QPainter& painter, const QStyleOption& option)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Base));
    painter.setPen(hairline(option.palette));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter.drawLine(option.rect.topLeft(), option.rect.topRight());
}

void paintHeaderLabel(QPainter& painter, const QStyleOptionHeader& option)
{
    constexpr int side = 10;
    const bool isSorted = option.sortIndicator != QStyleOptionHeader::None;
    const bool isFirst = option.position == QStyleOptionHeader::Beginning;
    const bool isAtEnd = option.textAlignment.testFlag(Qt::AlignRight); // over numbers
    const QRect room = option.rect.adjusted(isFirst ? 14 : 6, 0, isSorted ? -side - 6 : isAtEnd ? -8 : 0, 0);
    const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, room.width());
    const QColor ink = colour(Tint::Secondary, option.palette);
    painter.setPen(ink);
    painter.drawText(
        QStyle::visualRect(option.direction, option.rect, room),
        static_cast<int>(Qt::AlignVCenter |
                         QStyle::visualAlignment(option.direction, isAtEnd ? Qt::AlignRight : Qt::AlignLeft)),
        text);
    if (isSorted) {
        const QRect mark(room.left() + option.fontMetrics.horizontalAdvance(text) + 6,
                         room.center().y() - side / 2 + 1, side, side);
        // Qt's "up" is the descending order: the newest first, so that what follows goes down.
        const bool isDescending = option.sortIndicator == QStyleOptionHeader::SortUp;
        paintGlyph(painter, QStyle::visualRect(option.direction, option.rect, mark),
                   isDescending ? Glyph::ChevronDown : Glyph::ChevronUp, ink);
    }
}

void paintProgressBar(QPainter& painter, const QStyleOptionProgressBar& option)
{
    const QPalette& palette = option.palette;
    paintBox(painter, option.rect,
             mixed(palette.color(QPalette::Base), palette.color(QPalette::WindowText), 0.1),
             mixed(palette.color(QPalette::Base), palette.color(QPalette::WindowText), 0.25));
    const auto range = static_cast<qreal>(option.maximum) - option.minimum;
    const qreal share = qBound(0.0, (static_cast<qreal>(option.progress) - option.minimum) / range, 1.0);
    QRect done = option.rect;
    done.setWidth(qRound(option.rect.width() * share));
    if (done.width() > 1) {
        paintBox(painter, QStyle::visualRect(option.direction, option.rect, done),
                 palette.color(QPalette::Highlight), palette.color(QPalette::Highlight));
    }
}

QFont tabFont(const QFont& font)
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

void paintTab(QPainter& painter, const QStyleOptionTab& option)
{
    if (has(option, QStyle::State_Selected)) {
        constexpr int inset = 5;
        constexpr int thickness = 2;
        const QRect& rect = option.rect;
        painter.fillRect(rect.left() + inset, rect.bottom() + 1 - thickness, rect.width() - 2 * inset,
                         thickness, focusColour(option));
    }
}

void paintIconAndText(QPainter& painter, const QStyleOptionButton& option, Qt::TextFlag mnemonic)
{
    constexpr int gap = 4;
    const QRect& room = option.rect;
    const QSize icon = option.iconSize;
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int left = room.left() + std::max(0, (room.width() - icon.width() - gap - textWidth) / 2);
    const auto placed = [&](int x, int width) {
        return QStyle::visualRect(option.direction, room, {x, room.top(), width, room.height()});
    };
    const QRect iconRoom = placed(left, icon.width());
    option.icon.paint(&painter, QStyle::alignedRect(option.direction, Qt::AlignCenter, icon, iconRoom),
                      Qt::AlignCenter, has(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
    painter.setPen(option.palette.color(QPalette::ButtonText));
    painter.drawText(placed(left + icon.width() + gap, textWidth), Qt::AlignCenter | mnemonic, option.text);
}

void paintTabLabel(QPainter& painter, const QStyleOptionTab& option)
{
    const bool isFront = has(option, QStyle::State_Selected);
    const bool isPlain = !isFront && !has(option, QStyle::State_MouseOver);
    painter.save();
    painter.setFont(isFront ? tabFont(painter.font()) : painter.font());
    painter.setPen(colour(isPlain ? Tint::Secondary : Tint::Text, option.palette));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic, option.text);
    painter.restore();
    if (has(option, QStyle::State_HasFocus)) {
        constexpr int inset = 6;
        paintBox(painter, option.rect.adjusted(0, inset, 0, -inset), Qt::transparent, focusColour(option), 2);
    }
}

void paintSplitter(QPainter& painter, const QStyleOption& option)
{
    // The handle is wider than its line, so that it can be grasped.
    const QRect& rect = option.rect;
    painter.fillRect(rect, option.palette.color(QPalette::Window));
    painter.setPen(hairline(option.palette));
    if (has(option, QStyle::State_Horizontal)) {
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom());
    } else {
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom());
    }
}

} // namespace leadway
