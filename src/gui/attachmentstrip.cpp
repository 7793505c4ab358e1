#include "gui/attachmentstrip.h"

#include "gui/elidedlabel.h"
#include "gui/flowlayout.h"
#include "gui/glyphlabel.h"
#include "gui/tooltip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr int kLinkGap = 4;

// Otherwise an ampersand in a file's name would be taken for the mark of its letter.
QString withoutLetter(QString text)
{
    return text.replace(u'&', QLatin1String("&&"));
}

} // namespace

AttachmentStrip::AttachmentStrip(QWidget* parent)
    : QScrollArea(parent)
    , m_box(new QWidget)
    , m_layout(new FlowLayout(m_box))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kLinkGap);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus); // the buttons have it, and come into view with it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setWidget(m_box);
    m_box->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    hide();
}

void AttachmentStrip::setAttachments(const QList<Attachment>& attachments)
{
    while (QLayoutItem* const item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its click may have brought us here
        delete item;
    }
    for (const Attachment& attachment : attachments) {
        QWidget* const item = itemFor(attachment);
        m_layout->addWidget(item);
        item->show();
    }
    setVisible(!attachments.isEmpty());
    fit();
}

void AttachmentStrip::setMostLines(int lines)
{
    m_mostLines = lines;
    fit();
}

QList<QToolButton*> AttachmentStrip::stops() const
{
    QList<QToolButton*> stops;
    for (int i = 0; i < m_layout->count(); ++i) {
        if (auto* const button = qobject_cast<QToolButton*>(m_layout->itemAt(i)->widget())) {
            stops.append(button);
        }
    }
    return stops;
}

QWidget* AttachmentStrip::itemFor(const Attachment& attachment)
{
    if (attachment.link.isEmpty()) {
        auto* const item = new QWidget(m_box);
        auto* const glyph = new GlyphLabel(item);
        auto* const name = new ElidedLabel(item);
        auto* const layout = new QHBoxLayout(item);
        glyph->set(Glyph::Paperclip, Tint::Secondary, 16);
        name->setObjectName(QStringLiteral("attachmentElidedLabel"));
        name->setText(attachment.name);
        layout->setContentsMargins(kLinkGap, kLinkGap, kLinkGap, kLinkGap);
        layout->setSpacing(kLinkGap);
        layout->addWidget(glyph);
        layout->addWidget(name, 1);
        return item;
    }
    auto* const button = new QToolButton(m_box);
    button->setObjectName(QStringLiteral("attachmentToolButton"));
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(icon(Glyph::Paperclip));
    button->setAccessibleName(attachment.name);
    button->setToolTip(plainToolTip(attachment.url));
    connect(button, &QToolButton::clicked, this,
            [this, link = attachment.link] { Q_EMIT linkActivated(link); });
    return button;
}

void AttachmentStrip::fit()
{
    const int room = viewport()->width();
    int line = 0;
    for (QToolButton* button : stops()) {
        const QString name = button->accessibleName();
        button->setText(withoutLetter(name));
        line = std::max(line, button->sizeHint().height());
        const int excess = button->sizeHint().width() - room;
        if (excess > 0) {
            const int width = button->fontMetrics().horizontalAdvance(name) - excess;
            button->setText(withoutLetter(button->fontMetrics().elidedText(name, Qt::ElideMiddle, width)));
        }
    }
    const int height = m_layout->heightForWidth(room);
    line = std::max(line, m_layout->sizeHint().height());
    setFixedHeight(std::min(height, m_mostLines * line + (m_mostLines - 1) * kLinkGap));
}

void AttachmentStrip::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void AttachmentStrip::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fit();
    }
}

} // namespace leadway
