#include "gui/hairline.h"

#include "gui/colours.h"

#include <QPainter>

namespace leadway
{

Hairline::Hairline(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Hairline::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(rect(), hairline(palette()));
}

} // namespace leadway
