#include "gui/helpdrawing.h"

#include "gui/colours.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace leadway
{

namespace
{

constexpr int kDrawingMargin = 12;
constexpr qreal kDrawingRadius = 5;

void drawAddress(QPainter& painter, const QRect& rect, const QPalette& palette)
{
    // The three parts of an address, the middle one to be looked for.
    const QString before = QStringLiteral("…/v2/location/");
    const QString id = QStringLiteral("ve9EPM428h8v…");
    const QString after = QStringLiteral("/…");
    const QFontMetrics metrics = painter.fontMetrics();
    QRect place = rect.adjusted(kDrawingMargin, 0, -kDrawingMargin, 0);
    painter.setPen(colour(Tint::Secondary, palette));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, before);
    place.setLeft(place.left() + metrics.horizontalAdvance(before) + 4);
    QRectF box(place.left(), place.center().y() - 13, metrics.horizontalAdvance(id) + 8, 26);
    const QColor accent = colour(Tint::Accent, palette);
    painter.setPen(QPen(accent, 1.6));
    painter.setBrush(mixed(palette.color(QPalette::Base), accent, 0.12));
    painter.drawRoundedRect(box, kDrawingRadius - 1, kDrawingRadius - 1);
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawText(box, Qt::AlignCenter, id);
    painter.setPen(colour(Tint::Secondary, palette));
    place.setLeft(qRound(box.right()) + 4);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, after);
}

} // namespace

HelpDrawing::HelpDrawing(Kind kind, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(kind == Kind::Address ? QStringLiteral("…/v2/location/ve9EPM428h8v…/…")
                                            : QStringLiteral("View Conversation Messages"));
}

void HelpDrawing::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hairline(palette()));
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kDrawingRadius, kDrawingRadius);
    // The service's own pages are read from left to right.
    if (m_kind == Kind::Address) {
        drawAddress(painter, rect(), palette());
        return;
    }
    QStyleOptionButton box;
    box.initFrom(this);
    box.state = QStyle::State_Enabled | QStyle::State_On;
    box.rect = QRect(kDrawingMargin, (height() - 16) / 2, 16, 16);
    style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &painter, this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(kDrawingMargin + 16 + 10, 0, -kDrawingMargin, 0),
                     Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("View Conversation Messages"));
}

} // namespace leadway
