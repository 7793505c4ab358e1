#pragma once

#include <QString>

namespace leadway
{

/// A tooltip guesses whether it is given HTML, and what the service sends may look like it: this makes one
/// that shows every character of `text` as it is. Of a very long text, the beginning, since a tooltip must
/// fit on the screen. Nothing for nothing. Pure.
QString plainToolTip(const QString& text);

} // namespace leadway
