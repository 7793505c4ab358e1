#include "gui/glyphlabel.h"

#include <QPainter>

namespace leadway
{

GlyphLabel::GlyphLabel(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void GlyphLabel::set(Glyph glyph, Tint tint, int side)
{
    m_glyph = glyph;
    m_tint = tint;
    m_side = side;
    updateGeometry();
    update();
}

void GlyphLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QRect square(0, 0, m_side, m_side);
    square.moveCenter(rect().center());
    paintGlyph(painter, square, m_glyph, colour(m_tint, palette()));
}

} // namespace leadway
