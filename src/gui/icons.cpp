#include "gui/icons.h"

#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#ifndef LEADWAY_DRAWN_ICONS
#include <QSvgRenderer>
#endif

#include <memory>

// Outside of any namespace: the resources of a static library are registered by hand.
static void registerResources()
{
    Q_INIT_RESOURCE(leadway);
#ifdef LEADWAY_DRAWN_ICONS
    Q_INIT_RESOURCE(drawn);
#endif
}

namespace leadway
{

namespace
{

constexpr const char* kFiles[] = {
    "",         "sms",      "call",   "email",   "whatsapp",      "instagram",    "facebook",
    "activity", "received", "sent",   "sliders", "export",        "tick",         "info",
    "alert",    "warning",  "search", "close",   "folder",        "file",         "paperclip",
    "eye",      "eye-off",  "globe",  "clock",   "chevron-right", "chevron-down", "chevron-up",
    "tray",     "again",    "key",    "link",    "person",        "pause",        "play",
    "bookmark", "columns",
};
static_assert(std::size(kFiles) == static_cast<std::size_t>(Glyph::Columns) + 1);

// `name` is a drawing of ours, below ":/gui", without its ending; `side` is in device pixels.
void draw(QPainter& painter, const QString& name, const QSize& size, int side)
{
#ifdef LEADWAY_DRAWN_ICONS
    // Where Qt comes without its SVG module the drawings were made large when the program was built.
    const QImage image(QStringLiteral(":/gui/%1.png").arg(name));
    painter.drawImage(QRect(QPoint(), size),
                      image.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
#else
    Q_UNUSED(side)
    QSvgRenderer renderer(QStringLiteral(":/gui/%1.svg").arg(name));
    renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
#endif
}

QPixmap drawn(Glyph glyph, const QSize& size, qreal ratio, const QColor& colour)
{
    registerResources();
    const QString file = QLatin1String(kFiles[static_cast<std::size_t>(glyph)]);
    const QString key = QStringLiteral("leadway/%1/%2x%3/%4/%5")
                            .arg(file)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(ratio)
                            .arg(colour.name(QColor::HexArgb));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    pixmap = QPixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    draw(painter, QStringLiteral("icons/") + file, size, pixmap.width());
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(QPoint(), size), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

// Asks the palette each time it paints.
class TintedEngine : public QIconEngine
{
public:
    TintedEngine(Glyph glyph, Tint tint)
        : m_glyph(glyph)
        , m_tint(tint)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        paintGlyph(*painter, rect, m_glyph, colourFor(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    // Qt 6.4 asks for device pixels here.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/, qreal scale) override
    {
        QPixmap pixmap = drawn(m_glyph, size, 1, colourFor(mode));
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine* clone() const override { return new TintedEngine(m_glyph, m_tint); }
    bool isNull() override { return m_glyph == Glyph::None; }

private:
    QColor colourFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled) {
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        }
        return colour(mode == QIcon::Selected ? Tint::OnAccent : m_tint, palette);
    }

    Glyph m_glyph;
    Tint m_tint;
};

} // namespace

Glyph glyphOf(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return Glyph::Sms;
    case Channel::Call:
        return Glyph::Call;
    case Channel::Email:
        return Glyph::Email;
    case Channel::WhatsApp:
        return Glyph::WhatsApp;
    case Channel::Instagram:
        return Glyph::Instagram;
    case Channel::Facebook:
        return Glyph::Facebook;
    case Channel::Other:
        break;
    }
    return Glyph::Activity;
}

void paintGlyph(QPainter& painter, const QRect& rect, Glyph glyph, const QColor& colour)
{
    if (glyph == Glyph::None || rect.isEmpty()) {
        return;
    }
    painter.drawPixmap(rect.topLeft(),
                       drawn(glyph, rect.size(), painter.device()->devicePixelRatio(), colour));
}

QIcon icon(Glyph glyph, Tint tint)
{
    return QIcon(new TintedEngine(glyph, tint));
}

QIcon applicationIcon()
{
    registerResources();
    QIcon result;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        draw(painter, QStringLiteral("leadway"), pixmap.size(), side);
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

} // namespace leadway
