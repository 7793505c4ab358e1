#pragma once

#include <QColor>
#include <QPalette>

namespace leadway
{

/// \file
/// The few colours that no palette has a role for, and our own palettes for a system that brings none. Pure
/// functions of a palette, so that everything painted with them follows a change between light and dark.

QPalette lightPalette();
QPalette darkPalette();

/// Whether the palette has light text on a dark window.
bool isDark(const QPalette& palette);

/// `a` with `share` (0 to 1) of `b` in it.
QColor mixed(const QColor& a, const QColor& b, qreal share);

enum class Tint {
    Text,      ///< WindowText
    Secondary, ///< of less weight, still readable
    OnAccent,  ///< on the accent button and in the selected row
    Accent,
    Success,
    Warning,
    Error,
};

QColor colour(Tint tint, const QPalette& palette);

/// Behind what a search found; the text on it is Tint::Text.
QColor foundGround(const QPalette& palette);
/// Behind a message of a conversation, by whose it is; the text on it is Tint::Text or bubbleNote().
QColor bubbleGround(bool isOurs, const QPalette& palette);
/// Secondary text there, where the ground takes more of its contrast than a window does.
QColor bubbleNote(const QPalette& palette);

/// Lines between areas.
QColor hairline(const QPalette& palette);
/// The outline of a box, a radio button or a field, which must be seen to be found.
QColor outline(const QPalette& palette);

} // namespace leadway
