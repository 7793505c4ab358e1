#pragma once

#include <QList>
#include <QWidget>

namespace leadway
{

/// Scrolls the area that holds these widgets until they are seen, the last one at the latest. It happens a
/// moment later, once what was just shown has got its place. The window's thread.
void bringIntoView(const QList<QWidget*>& widgets);

} // namespace leadway
