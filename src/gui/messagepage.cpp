#include "gui/messagepage.h"

#include "gui/attachmentstrip.h"
#include "gui/fieldnote.h"
#include "gui/flowlayout.h"
#include "gui/glyphlabel.h"
#include "gui/hairline.h"
#include "gui/wrappedtext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr int kMargin = 16;
constexpr int kLeastBeside = 520; // a page narrower than this has the text below the facts
constexpr int kLeastTextHeight = 72;
constexpr int kPartGap = 8;
constexpr int kWideGap = 12; // above and below the line between facts and text

QToolButton* flatButton(const char* name, Glyph glyph, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(icon(glyph));
    return button;
}

} // namespace

MessagePage::MessagePage(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
    , m_factsArea(new QScrollArea(this))
    , m_factsBox(new QWidget)
    , m_glyph(new GlyphLabel(m_factsBox))
    , m_title(new WrappedText(m_factsBox))
    , m_date(new QLabel(m_factsBox))
    , m_facts(new QGridLayout)
    , m_line(new Hairline(this))
    , m_text(new QPlainTextEdit(this))
    , m_attachments(new AttachmentStrip(this))
    , m_buttons(new QWidget(this))
    , m_onlyContact(flatButton("onlyContactToolButton", Glyph::Person, m_buttons))
    , m_onlyConversation(flatButton("onlyConversationToolButton", Glyph::Sms, m_buttons))
    , m_openInCrm(flatButton("openInCrmToolButton", Glyph::Link, m_buttons))
{
    m_text->setObjectName(QStringLiteral("messageTextPlainTextEdit"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // Or it stays from before the text was wrapped.
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->document()->setDocumentMargin(0);
    m_text->setMinimumHeight(kLeastTextHeight);
    m_text->installEventFilter(this);
    m_attachments->setObjectName(QStringLiteral("attachmentStrip"));
    setUpFacts();
    setUpButtons();
    m_layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    m_layout->setHorizontalSpacing(kMargin);
    arrange(Form::Below);
    translate();
    connect(m_attachments, &AttachmentStrip::linkActivated, this, &MessagePage::linkActivated);
}

void MessagePage::setUpFacts()
{
    m_factsArea->setObjectName(QStringLiteral("factsScrollArea"));
    m_title->setObjectName(QStringLiteral("messageTitleWrappedText"));
    m_date->setObjectName(QStringLiteral("messageDateLabel"));
    setFontStep(*m_title, 3, true);
    m_date->setTextFormat(Qt::PlainText);
    m_date->setWordWrap(true);
    m_date->setForegroundRole(QPalette::PlaceholderText);

    constexpr int side = 24;
    m_glyph->set(Glyph::None, Tint::Text, side);
    auto* const words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_date);
    auto* const head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_glyph, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    m_facts->setHorizontalSpacing(kMargin);
    m_facts->setVerticalSpacing(4);
    m_facts->setColumnStretch(1, 1);
    auto* const layout = new QVBoxLayout(m_factsBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addLayout(m_facts);
    layout->addStretch(1);

    m_factsArea->setFrameShape(QFrame::NoFrame);
    m_factsArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_factsArea->setWidgetResizable(true);
    m_factsArea->setWidget(m_factsBox);
    m_factsArea->installEventFilter(this);
    m_factsBox->setAutoFillBackground(false);
    m_factsArea->viewport()->setAutoFillBackground(false);
}

void MessagePage::setUpButtons()
{
    auto* const layout = new FlowLayout(m_buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kPartGap);
    layout->addWidget(m_onlyContact);
    layout->addWidget(m_onlyConversation);
    layout->addWidget(m_openInCrm);
    connect(m_onlyContact, &QToolButton::clicked, this,
            [this] { Q_EMIT onlyContactRequested(m_details.contactId); });
    connect(m_onlyConversation, &QToolButton::clicked, this,
            [this] { Q_EMIT onlyConversationRequested(m_details.conversationId); });
    connect(m_openInCrm, &QToolButton::clicked, this,
            [this] { Q_EMIT openInCrmRequested(m_details.contactId, m_details.conversationId); });
    showButtons();
}

void MessagePage::setDetails(const MessageDetails& details)
{
    m_details = details;
    m_glyph->set(glyphOf(details.channel), Tint::Text, m_glyph->sizeHint().height());
    m_title->setText(details.title);
    m_title->setAccessibleName(details.title);
    m_date->setText(details.date);
    m_date->setVisible(!details.date.isEmpty());
    showFacts();
    m_factsArea->verticalScrollBar()->setValue(0);
    m_text->setPlainText(details.text);
    m_attachments->setAttachments(details.attachments);
    // New widgets would come last of all in the window.
    QWidget* before = m_text;
    for (QToolButton* stop : m_attachments->stops()) {
        setTabOrder(before, stop);
        before = stop;
    }
    showButtons();
    fit();
}

void MessagePage::setCanOpenInCrm(bool canOpen)
{
    m_canOpenInCrm = canOpen;
    showButtons();
    fit();
}

void MessagePage::showFacts()
{
    while (QLayoutItem* const item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Fact& fact : std::as_const(m_details.facts)) {
        auto* const name = new QLabel(fact.name, m_factsBox);
        name->setTextFormat(Qt::PlainText);
        name->setForegroundRole(QPalette::PlaceholderText);
        name->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        auto* const value = new WrappedText(m_factsBox);
        value->setObjectName(QStringLiteral("factWrappedText"));
        value->setAccessibleName(fact.name);
        value->setText(fact.value);
        m_facts->addWidget(name, row, 0);
        m_facts->addWidget(value, row, 1);
        ++row;
        name->show();
        value->show();
    }
}

void MessagePage::showButtons()
{
    const bool hasContact = !m_details.contactId.isEmpty();
    const bool hasConversation = !m_details.conversationId.isEmpty();
    const bool canOpen = m_canOpenInCrm && (hasContact || hasConversation);
    m_onlyContact->setVisible(hasContact);
    m_onlyConversation->setVisible(hasConversation);
    m_openInCrm->setVisible(canOpen);
    m_buttons->setVisible(hasContact || hasConversation || canOpen);
}

void MessagePage::translate()
{
    m_factsArea->setAccessibleName(tr("About this message"));
    m_text->setAccessibleName(tr("Text of the message"));
    m_text->setPlaceholderText(tr("This message has no text."));
    m_onlyContact->setText(tr("Only this contact"));
    m_onlyConversation->setText(tr("Only this conversation"));
    m_openInCrm->setText(tr("Open in Leadway"));
}

void MessagePage::arrange(Form form)
{
    if (form == m_form) {
        return;
    }
    m_form = form;
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_factsArea, m_line, m_text, m_attachments, m_buttons}) {
        m_layout->removeWidget(part);
    }
    const bool isBeside = form == Form::Beside;
    m_layout->setVerticalSpacing(isBeside ? kPartGap : kWideGap);
    m_line->setSizePolicy(isBeside ? QSizePolicy::Fixed : QSizePolicy::Preferred,
                          isBeside ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    m_layout->addWidget(m_factsArea, 0, 0);
    if (isBeside) {
        // The buttons below the attachments, as the Tab key goes.
        m_layout->addWidget(m_line, 0, 1, 3, 1);
        m_layout->addWidget(m_text, 0, 2);
        m_layout->addWidget(m_attachments, 1, 2, Qt::AlignTop);
        m_layout->addWidget(m_buttons, 2, 0);
    } else {
        m_layout->addWidget(m_line, 1, 0);
        m_layout->addWidget(m_text, 2, 0);
        m_layout->addWidget(m_attachments, 3, 0);
        m_layout->addWidget(m_buttons, 4, 0);
    }
    m_layout->setRowStretch(0, isBeside ? 1 : 0);
    m_layout->setRowStretch(2, isBeside ? 0 : 1);
    m_layout->setColumnStretch(0, isBeside ? 0 : 1);
    m_layout->setColumnStretch(2, isBeside ? 1 : 0);
}

// What the facts may take when they stand above the text, which needs its few lines.
int MessagePage::roomAboveText() const
{
    int others = 2 * kMargin + 2 * kWideGap + m_line->sizeHint().height() + m_text->minimumHeight();
    if (!m_attachments->isHidden()) {
        others += kWideGap + m_attachments->minimumHeight();
    }
    if (!m_buttons->isHidden()) {
        others += kWideGap + m_buttons->heightForWidth(width() - 2 * kMargin);
    }
    constexpr int leastFacts = 48;
    return std::max(leastFacts, std::min(height() * 45 / 100, height() - others));
}

void MessagePage::fit()
{
    const bool isBeside = width() >= kLeastBeside;
    arrange(isBeside ? Form::Beside : Form::Below);
    constexpr int lowPage = 360;
    constexpr int highPage = 480;
    const int lines = height() < highPage ? 2 : 3;
    m_attachments->setMostLines(height() < lowPage ? 1 : lines);
    constexpr int leastFacts = 224;
    constexpr int mostFacts = 324;
    // Wide enough for the buttons below it, if the text has its room too.
    const int least =
        std::clamp(m_buttons->sizeHint().width(), leastFacts, std::max(leastFacts, width() * 48 / 100));
    const int room = isBeside ? std::max(least, std::min(width() * 36 / 100 - 2 * kMargin, mostFacts))
                              : std::max(0, width() - 2 * kMargin);
    const int wanted = m_factsBox->heightForWidth(room);
    if (isBeside) {
        m_factsArea->setFixedWidth(room);
        m_buttons->setMaximumWidth(room);
        m_factsArea->setMinimumHeight(0);
        m_factsArea->setMaximumHeight(QWIDGETSIZE_MAX);
    } else {
        m_factsArea->setMinimumWidth(0);
        m_factsArea->setMaximumWidth(QWIDGETSIZE_MAX);
        m_buttons->setMaximumWidth(QWIDGETSIZE_MAX);
        m_factsArea->setFixedHeight(std::min(wanted, roomAboveText()));
    }
    // Only what scrolls is worth a stop of the Tab key.
    const bool scrolls = wanted > m_factsArea->height();
    m_factsArea->setFocusPolicy(scrolls ? Qt::TabFocus : Qt::NoFocus);
    m_layout->activate(); // now, or the parts would be seen in their old places for a moment
}

void MessagePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool MessagePage::event(QEvent* event)
{
    const bool isDone = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        fit(); // one of the parts has another height now
    }
    return isDone;
}

void MessagePage::changeEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::LanguageChange:
        translate();
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
        fit();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

// Frameless areas show the focus by a ring around them, which is in the gaps between the parts.
void MessagePage::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    for (const QWidget* area : std::initializer_list<const QWidget*>{m_factsArea, m_text}) {
        if (area->hasFocus()) {
            constexpr int gap = 4;
            constexpr qreal radius = 3;
            QPainter painter(this);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(colour(Tint::Accent, palette()), 2));
            painter.drawRoundedRect(QRectF(area->geometry().adjusted(-gap, -gap, gap, gap)), radius, radius);
        }
    }
}

bool MessagePage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace leadway
