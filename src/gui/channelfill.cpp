#include "gui/channelfill.h"

#include "gui/colours.h"

#include <QPainter>

namespace leadway
{

namespace
{

struct ChannelFill {
    QColor colour;
    Qt::BrushStyle pattern = Qt::NoBrush; // over a pale ground of the same colour
};

ChannelFill fillOf(Channel channel, const QPalette& palette)
{
    const QColor accent = colour(Tint::Accent, palette);
    const QColor error = colour(Tint::Error, palette);
    const QColor warning = colour(Tint::Warning, palette);
    switch (channel) {
    case Channel::Sms:
        return {accent, Qt::SolidPattern};
    case Channel::Call:
        return {warning, Qt::HorPattern};
    case Channel::Email:
        return {mixed(accent, error, 0.6), Qt::BDiagPattern};
    case Channel::WhatsApp:
        return {colour(Tint::Success, palette), Qt::Dense4Pattern};
    case Channel::Instagram:
        return {mixed(error, warning, 0.4), Qt::VerPattern};
    case Channel::Facebook:
        return {accent, Qt::CrossPattern};
    case Channel::Other:
        break;
    }
    return {colour(Tint::Secondary, palette), Qt::NoBrush};
}

} // namespace

void fillForChannel(QPainter& painter, const QRect& rect, Channel channel, const QPalette& palette)
{
    if (rect.isEmpty()) {
        return;
    }
    constexpr qreal pale = 0.2;
    const ChannelFill fill = fillOf(channel, palette);
    painter.fillRect(rect, mixed(palette.color(QPalette::Base), fill.colour, pale));
    painter.fillRect(rect, QBrush(fill.colour, fill.pattern));
    constexpr int leastForOutline = 3; // less would be nothing but outline
    if (rect.width() >= leastForOutline && rect.height() >= leastForOutline) {
        painter.setPen(fill.colour);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    } else {
        painter.fillRect(rect, fill.colour);
    }
}

} // namespace leadway
