#include "gui/fieldnote.h"

#include <QApplication>
#include <QHBoxLayout>

namespace leadway
{

void setFontStep(QWidget& widget, qreal points, bool isSemibold)
{
    QFont font = QApplication::font(&widget);
    font.setPointSizeF(font.pointSizeF() + points);
    font.setWeight(isSemibold ? QFont::DemiBold : QFont::Normal);
    widget.setFont(font);
}

FieldNote::FieldNote(QWidget* parent)
    : QWidget(parent)
    , m_glyph(new GlyphLabel(this))
    , m_label(new QLabel(this))
{
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_glyph, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    m_label->setObjectName(QStringLiteral("noteLabel"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    setFontStep(*m_label, -1);
    hide();
}

void FieldNote::clear()
{
    m_isError = false;
    m_label->clear();
    hide();
}

void FieldNote::showHint(const QString& text)
{
    show(text, Glyph::None, Tint::Secondary, QPalette::PlaceholderText);
}

void FieldNote::showGood(const QString& text)
{
    show(text, Glyph::Tick, Tint::Success, QPalette::PlaceholderText);
}

void FieldNote::showWarning(const QString& text)
{
    show(text, Glyph::Warning, Tint::Warning, QPalette::PlaceholderText);
}

void FieldNote::showError(const QString& text)
{
    show(text, Glyph::Alert, Tint::Error, QPalette::BrightText);
    m_isError = true;
}

void FieldNote::show(const QString& text, Glyph glyph, Tint tint, QPalette::ColorRole role)
{
    m_isError = false;
    m_glyph->set(glyph, tint, 16);
    m_glyph->setVisible(glyph != Glyph::None);
    m_label->setForegroundRole(role);
    m_label->setText(text);
    setVisible(!text.isEmpty());
}

} // namespace leadway
