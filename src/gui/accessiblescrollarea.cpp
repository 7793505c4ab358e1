#include "gui/accessiblescrollarea.h"

#include <QAccessibleWidget>
#include <QScrollArea>

namespace leadway
{

namespace
{

QAccessibleInterface* accessibleScrollArea(const QString& /*className*/, QObject* object)
{
    auto* const area = qobject_cast<QScrollArea*>(object);
    return area ? new QAccessibleWidget(area, QAccessible::Client) : nullptr;
}

} // namespace

void installAccessibleScrollAreas()
{
    QAccessible::installFactory(accessibleScrollArea);
}

} // namespace leadway
