#pragma once

#include "gui/actionbuttons.h"
#include "gui/icons.h"

#include <QWidget>

class QLabel;

namespace leadway
{

class GlyphLabel;

/// What stands in the place of the table while there is none: a drawing, what is the case, and what to do.
/// The window's thread; owned by the pane.
class NoticePage : public QWidget
{
    Q_OBJECT

public:
    NoticePage(Glyph glyph, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& line);
    ActionButtons& buttons() { return *m_buttons; }

private:
    GlyphLabel* m_glyph;
    QLabel* m_title;
    QLabel* m_line;
    ActionButtons* m_buttons;
};

} // namespace leadway
