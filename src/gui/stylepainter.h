#pragma once

#include <QFont>
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
/// Round a button without an outline, where the keyboard is used.
void paintFocusRing(QPainter& painter, const QStyleOption& option);
void paintHeaderSection(QPainter& painter, const QStyleOption& option);
void paintHeaderEnd(QPainter& painter, const QStyleOption& option);
void paintHeaderLabel(QPainter& painter, const QStyleOptionHeader& option);
void paintProgressBar(QPainter& painter, const QStyleOptionProgressBar& option);
/// An icon and the text beside it, both in the middle. `mnemonic` is Qt::TextShowMnemonic or
/// TextHideMnemonic.
void paintIconAndText(QPainter& painter, const QStyleOptionButton& option, Qt::TextFlag mnemonic);
/// The line under the tab in front.
void paintTab(QPainter& painter, const QStyleOptionTab& option);
void paintTabLabel(QPainter& painter, const QStyleOptionTab& option);
/// Of the tab in front, so that its neighbours stay where they are when another one comes there.
QFont tabFont(const QFont& font);
void paintSplitter(QPainter& painter, const QStyleOption& option);

} // namespace leadway
