#pragma once

#include "core/channel.h"

#include <QPalette>
#include <QRect>

class QPainter;

namespace leadway
{

/// Fills a piece of a picture of counts as that of a channel: by a colour, by a pattern, and with an outline,
/// so that it is told from its neighbours without colours too. For the window's thread.
void fillForChannel(QPainter& painter, const QRect& rect, Channel channel, const QPalette& palette);

} // namespace leadway
