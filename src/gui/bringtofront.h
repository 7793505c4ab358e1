#pragma once

#include <QByteArray>

class QWidget;

namespace leadway
{

/// Shows a window to whoever has just started the program once more: no longer minimised, above the others,
/// with the focus. `activation` is what the desktop gave to that start (gui/startrequest.h); with it even a
/// desktop that lets no window push itself forward lets this one. The window's thread.
void bringToFront(QWidget& window, const QByteArray& activation);

} // namespace leadway
