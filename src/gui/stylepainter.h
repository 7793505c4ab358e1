#pragma once

#include <QRect>
#include <QStyleOption>

class QPainter;

namespace leadway
{

/// \file
/// How the parts of a window look that our style paints itself: functions of the style's options, without
/// any state. For the window's thread.

void paintButton(QPainter& painter, const QStyleOption& option, bool isAccent);
/// Flat until the mouse is over it; that it is on is told by its icon.
void paintToolButton(QPainter& painter, const QStyleOption& option);
void paintField(QPainter& painter, const QStyleOption& option);
/// The outline alone, over what was painted before.
void paintFieldOutline(QPainter& painter, const QStyleOption& option);
void paintComboBox(QPainter& painter, const QStyleOptionComboBox& option, const QRect& arrow);
void paintCheckBox(QPainter& painter, const QStyleOption& option);
void paintRadioButton(QPainter& painter, const QStyleOption& option);
void paintHeaderSection(QPainter& painter, const QStyleOption& option);
void paintHeaderEnd(QPainter& painter, const QStyleOption& option);
void paintHeaderLabel(QPainter& painter, const QStyleOptionHeader& option);
void paintProgressBar(QPainter& painter, const QStyleOptionProgressBar& option);
void paintSplitter(QPainter& painter, const QStyleOption& option);

} // namespace leadway
