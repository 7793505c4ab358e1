#include "gui/intoview.h"

#include <QPointer>
#include <QScrollArea>

namespace leadway
{

void bringIntoView(const QList<QWidget*>& widgets)
{
    for (const QPointer<QWidget> widget : widgets) {
        QMetaObject::invokeMethod(
            widget,
            [widget] {
                QWidget* above = widget ? widget->parentWidget() : nullptr;
                while (above && !qobject_cast<QScrollArea*>(above)) {
                    above = above->parentWidget();
                }
                if (auto* const area = qobject_cast<QScrollArea*>(above)) {
                    area->ensureWidgetVisible(widget);
                }
            },
            Qt::QueuedConnection);
    }
}

} // namespace leadway
