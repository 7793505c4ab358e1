#include "gui/noticepage.h"

#include "gui/fieldnote.h"
#include "gui/glyphlabel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace leadway
{

NoticePage::NoticePage(Glyph glyph, QWidget* parent)
    : QWidget(parent)
    , m_glyph(new GlyphLabel(this))
    , m_title(new QLabel(this))
    , m_line(new QLabel(this))
    , m_buttons(new ActionButtons(this))
{
    constexpr int side = 48;
    m_glyph->set(glyph, Tint::Secondary, side);
    m_title->setObjectName(QStringLiteral("noticeTitleLabel"));
    m_line->setObjectName(QStringLiteral("noticeLineLabel"));
    setFontStep(*m_title, 3, true);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(m_glyph, 0, Qt::AlignHCenter);
    for (QLabel* label : {m_title, m_line}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter); // of the text; an alignment in the layout would cut lines
        layout->addWidget(label);
    }
    layout->addWidget(m_buttons, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    m_buttons->setActions({});
}

void NoticePage::setTexts(const QString& title, const QString& line)
{
    m_title->setText(title);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

} // namespace leadway
