#pragma once

#include "gui/glyphlabel.h"

#include <QLabel>

namespace leadway
{

/// The line under a field: a hint, good news, or what is wrong with the field. Not there while it has
/// nothing to say. The window's thread; owned by its parent.
class FieldNote : public QWidget
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget* parent = nullptr);

    void clear();
    void showHint(const QString& text);
    void showGood(const QString& text);
    /// Worth a thought, but not in the way.
    void showWarning(const QString& text);
    void showError(const QString& text);

    bool isError() const { return m_isError; }
    QString text() const { return m_label->text(); }

private:
    void show(const QString& text, Glyph glyph, Tint tint, QPalette::ColorRole role);

    GlyphLabel* m_glyph;
    QLabel* m_label;
    bool m_isError = false;
};

/// Makes a label's text smaller (hints) or larger (titles) than the application's font by points.
void setFontStep(QWidget& widget, qreal points, bool isSemibold = false);

} // namespace leadway
