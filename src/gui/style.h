#pragma once

#include <QProxyStyle>

namespace leadway
{

/// Fusion, with flat buttons, tabs, fields and headers whose outlines are seen in light and in dark.
/// Everything else, and everything on macOS, stays as the system has it. A push button with the property
/// "accent" is the accent button. A label whose foreground role is PlaceholderText is secondary text,
/// BrightText is an error's. Handed to the application, which owns it; the window's thread.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    QPalette standardPalette() const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    void drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette, bool enabled,
                      const QString& text, QPalette::ColorRole role) const override;
};

/// Puts our style on the application, and our palette where the desktop has none of its own. Except on macOS,
/// which keeps its own.
void installStyle();

/// Marks what the style and the accessibility tree need to know.
constexpr const char* kAccentProperty = "accent";

/// Of every table, in logical pixels.
constexpr int kTableRowHeight = 30;
constexpr int kTableHeaderHeight = 32;

} // namespace leadway
