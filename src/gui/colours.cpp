#include "gui/colours.h"

namespace leadway
{

namespace
{

struct Shades {
    QRgb window;
    QRgb base;
    QRgb text;
    QRgb placeholder;
    QRgb button;
    QRgb highlight;
};

constexpr Shades kLight = {0xf4f5f7, 0xffffff, 0x1c2126, 0x66707a, 0xf7f8f9, 0x1a63b0};
constexpr Shades kDark = {0x1f2226, 0x17191c, 0xe4e7ea, 0x9aa2ab, 0x2c3036, 0x2c6fb8};

QPalette paletteOf(const Shades& shades)
{
    const QColor window(shades.window);
    const QColor base(shades.base);
    const QColor text(shades.text);
    const QColor button(shades.button);
    QPalette palette(text, button, button.lighter(150), button.darker(200), button.darker(150), text,
                     Qt::white, base, window);
    palette.setColor(QPalette::AlternateBase, window);
    palette.setColor(QPalette::PlaceholderText, QColor(shades.placeholder));
    palette.setColor(QPalette::Highlight, QColor(shades.highlight));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, colour(Tint::Accent, palette));
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::ToolTipText, text);
    const QColor dim = mixed(text, window, 0.55);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, dim);
    }
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf(kLight);
}

QPalette darkPalette()
{
    return paletteOf(kDark);
}

bool isDark(const QPalette& palette)
{
    constexpr int middle = 128;
    return palette.color(QPalette::Window).lightness() < middle;
}

QColor mixed(const QColor& a, const QColor& b, qreal share)
{
    const auto blend = [share](int from, int to) { return qRound(from + (to - from) * share); };
    return {blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue())};
}

QColor colour(Tint tint, const QPalette& palette)
{
    const bool dark = isDark(palette);
    switch (tint) {
    case Tint::Text:
        return palette.color(QPalette::WindowText);
    case Tint::Secondary:
        return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.34);
    case Tint::OnAccent:
        return palette.color(QPalette::HighlightedText);
    case Tint::Accent:
        return QColor(QRgb(dark ? 0x7db7f2 : 0x1a63b0));
    case Tint::Success:
        return QColor(QRgb(dark ? 0x6ccb8f : 0x1b7a43));
    case Tint::Warning:
        return QColor(QRgb(dark ? 0xe8b34d : 0x8f5a00));
    case Tint::Error:
        return QColor(QRgb(dark ? 0xf28b82 : 0xb3261e));
    }
    return {};
}

QColor foundGround(const QPalette& palette)
{
    return QColor(QRgb(isDark(palette) ? 0x6b5310 : 0xffe08a));
}

QColor bubbleGround(bool isOurs, const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Base);
    return isOurs ? mixed(base, colour(Tint::Accent, palette), 0.16)
                  : mixed(base, palette.color(QPalette::Text), 0.07);
}

QColor bubbleNote(const QPalette& palette)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.28);
}

QColor hairline(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.14);
}

QColor outline(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.52);
}

} // namespace leadway
