#pragma once

#include "gui/icons.h"

#include <QWidget>

namespace leadway
{

/// One of our drawings by itself, in a colour that follows the palette. It says nothing that the words
/// beside it do not say, so assistive tools pass over it. The window's thread; owned by its parent.
class GlyphLabel : public QWidget
{
    Q_OBJECT

public:
    explicit GlyphLabel(QWidget* parent = nullptr);

    void set(Glyph glyph, Tint tint, int side);

    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Glyph m_glyph = Glyph::None;
    Tint m_tint = Tint::Text;
    int m_side = 16;
};

} // namespace leadway
