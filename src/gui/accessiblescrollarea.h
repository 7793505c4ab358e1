#pragma once

namespace leadway
{

/// Once for the application: how screen readers read areas that scroll, in place of Qt's own way. Qt counts
/// only the scroll bars that are in use, and does not look whether the one it is asked for still is
/// (QAccessibleAbstractScrollArea::child of Qt 6.4); so a reader that asks just when a bar goes away ends the
/// program. Here all of an area's parts are counted, hidden or not, which no turn of its layout changes. The
/// window's thread.
void installAccessibleScrollAreas();

} // namespace leadway
