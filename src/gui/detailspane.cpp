#include "gui/detailspane.h"

#include "app/messagedetails.h"
#include "gui/conversationpage.h"
#include "gui/fieldtable.h"
#include "gui/hairline.h"
#include "gui/icons.h"
#include "gui/messagepage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace leadway
{

namespace
{

constexpr int kMessageTab = 0;
constexpr int kConversationTab = 1;
constexpr int kAllFieldsTab = 2;

} // namespace

DetailsPane::DetailsPane(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_tabs(new QTabBar(this))
    , m_close(new QToolButton(this))
    , m_line(new Hairline(this))
    , m_stack(new QStackedWidget(this))
    , m_hint(new QLabel(m_stack))
    , m_messagePage(new MessagePage(m_stack))
    , m_conversationPage(new ConversationPage(m_stack))
    , m_fieldTable(new FieldTable(m_stack))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_tabs->setObjectName(QStringLiteral("detailsTabBar"));
    m_close->setObjectName(QStringLiteral("closeDetailsToolButton"));
    m_stack->setObjectName(QStringLiteral("detailsStackedWidget"));
    m_hint->setObjectName(QStringLiteral("nothingSelectedLabel"));
    m_messagePage->setObjectName(QStringLiteral("messagePage"));
    m_conversationPage->setObjectName(QStringLiteral("conversationPage"));
    m_fieldTable->setObjectName(QStringLiteral("fieldTable"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false); // there is room, but Qt shows them until the next layout
    for (int tab = 0; tab <= kAllFieldsTab; ++tab) {
        m_tabs->addTab({});
    }
    setFocusProxy(m_tabs); // the focus on the pane itself would be neither seen nor heard
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(Glyph::Close));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setMargin(16);
    m_hint->setForegroundRole(QPalette::PlaceholderText);

    constexpr int tabPadding = 5; // beside the line under a tab, which is in line with the pages
    auto* const head = new QHBoxLayout;
    head->setContentsMargins(16 - tabPadding, 0, 8, 0);
    head->setSpacing(8);
    head->addWidget(m_tabs);
    head->addStretch(1);
    head->addWidget(m_close);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_line);
    layout->addWidget(m_stack, 1);
    for (QWidget* page :
         std::initializer_list<QWidget*>{m_hint, m_messagePage, m_conversationPage, m_fieldTable}) {
        m_stack->addWidget(page);
    }

    const auto addShortcut = [this](QKeySequence::StandardKey key, int by) {
        auto* const shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] { stepTab(by); });
    };
    addShortcut(QKeySequence::NextChild, 1);
    addShortcut(QKeySequence::PreviousChild, -1);
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailsPane::showPage);
    connect(m_close, &QToolButton::clicked, this, &DetailsPane::closeRequested);
    connect(m_messagePage, &MessagePage::onlyContactRequested, this, &DetailsPane::onlyContactRequested);
    connect(m_messagePage, &MessagePage::onlyConversationRequested, this,
            &DetailsPane::onlyConversationRequested);
    connect(m_conversationPage, &ConversationPage::messageChosen, this, &DetailsPane::messageChosen);
    connect(m_conversationPage, &ConversationPage::textsWanted, this, &DetailsPane::textsWanted);
    connect(m_messagePage, &MessagePage::openInCrmRequested, this, &DetailsPane::openInCrmRequested);
    connect(m_messagePage, &MessagePage::linkActivated, this, &DetailsPane::linkActivated);
    translate();
    clear();
}

void DetailsPane::showMessage(const QByteArray& json)
{
    m_json = json;
    showDetails();
}

void DetailsPane::setMessages(MessageModel& messages)
{
    m_conversationPage->setMessages(messages);
}

void DetailsPane::showConversationOf(int number)
{
    m_conversationPage->showConversationOf(number);
}

void DetailsPane::takeTexts(const QList<MessageText>& texts)
{
    m_conversationPage->takeTexts(texts);
}

void DetailsPane::clear()
{
    m_json.clear();
    showDetails();
}

void DetailsPane::setLocale(const QLocale& locale)
{
    m_locale = locale;
    showDetails();
}

void DetailsPane::setCanOpenInCrm(bool canOpen)
{
    m_messagePage->setCanOpenInCrm(canOpen);
}

void DetailsPane::showDetails()
{
    const MessageDetails details =
        m_json.isEmpty() ? MessageDetails() : messageDetails(m_json, m_zone, m_locale);
    m_messagePage->setDetails(details);
    m_fieldTable->setFields(details.fields);
    showPage();
}

void DetailsPane::showPage()
{
    if (m_json.isEmpty()) {
        m_stack->setCurrentWidget(m_hint);
    } else if (m_tabs->currentIndex() == kMessageTab) {
        m_stack->setCurrentWidget(m_messagePage);
    } else if (m_tabs->currentIndex() == kConversationTab) {
        m_stack->setCurrentWidget(m_conversationPage);
    } else {
        m_stack->setCurrentWidget(m_fieldTable);
    }
    m_line->setVisible(m_stack->currentWidget() != m_fieldTable); // its header has one
}

void DetailsPane::stepTab(int by)
{
    const int count = m_tabs->count();
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + count) % count);
}

void DetailsPane::translate()
{
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setTabText(kMessageTab, tr("Message"));
    m_tabs->setTabText(kConversationTab, tr("Conversation"));
    m_tabs->setTabText(kAllFieldsTab, tr("All fields"));
    m_fieldTable->setAccessibleName(tr("All fields"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_hint->setText(tr("Select a message to read it here."));
}

void DetailsPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        translate();
        showDetails();
    }
    QWidget::changeEvent(event);
}

} // namespace leadway
