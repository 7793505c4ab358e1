#include "gui/conversationpage.h"

#include "gui/bubbledelegate.h"
#include "gui/conversationmodel.h"
#include "gui/fieldnote.h"

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace leadway
{

ConversationPage::ConversationPage(QWidget* parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_list(new QListView(this))
{
    m_count->setObjectName(QStringLiteral("loadedMessagesLabel"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setContentsMargins(16, 8, 16, 4);
    setFontStep(*m_count, -1);
    setUpList();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_count);
    layout->addWidget(m_list, 1);
    constexpr int settled = 20; // milliseconds
    m_textsTimer.setSingleShot(true);
    m_textsTimer.setInterval(settled);
    connect(&m_textsTimer, &QTimer::timeout, this, &ConversationPage::askForTexts);
    tell();
}

void ConversationPage::setUpList()
{
    m_list->setObjectName(QStringLiteral("conversationListView"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionMode(QAbstractItemView::NoSelection); // the mark shows what is selected in the table
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setItemDelegate(new BubbleDelegate(m_list));
    constexpr int step = 24;
    m_list->verticalScrollBar()->setSingleStep(step);
    connect(m_list, &QAbstractItemView::clicked, this, &ConversationPage::choose);
    connect(m_list, &QAbstractItemView::activated, this, &ConversationPage::choose);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, &m_textsTimer,
            qOverload<>(&QTimer::start));
    connect(m_list->verticalScrollBar(), &QScrollBar::rangeChanged, &m_textsTimer,
            qOverload<>(&QTimer::start));
}

void ConversationPage::setMessages(MessageModel& messages)
{
    m_model = new ConversationModel(messages, this);
    // Before the list forgets where everything was.
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_anchor = anchor(); });
    m_list->setModel(m_model);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ConversationPage::onReset);
    connect(m_model, &ConversationModel::changed, this, &ConversationPage::onChanged);
    m_model->setSeen(isVisible());
}

void ConversationPage::showConversationOf(int number)
{
    if (m_model) {
        m_model->select(number);
    }
}

void ConversationPage::takeTexts(const QList<MessageText>& texts)
{
    if (m_model) {
        const Anchor before = anchor();
        m_model->takeTexts(texts);
        restore(before);
        m_textsTimer.start(); // what has grown may have brought others into view
    }
}

void ConversationPage::choose(const QModelIndex& index)
{
    if (const int number = m_model->numberAt(index.row()); number >= 0) {
        Q_EMIT messageChosen(number);
    } else {
        m_model->showMore(index.row());
    }
}

// The marked message if it is in view, else the first that is.
ConversationPage::Anchor ConversationPage::anchor() const
{
    const QRect view = m_list->viewport()->rect();
    const auto at = [this](int row) { return m_list->visualRect(m_model->index(row)); };
    if (const int marked = m_model->markedRow(); marked >= 0 && at(marked).intersects(view)) {
        return {m_model->numberAt(marked), at(marked).top()};
    }
    int row = m_list->indexAt({view.center().x(), 0}).row();
    row += row >= 0 && m_model->numberAt(row) < 0 ? 1 : 0; // a line that shows more may go
    return row < 0 ? Anchor() : Anchor{m_model->numberAt(row), at(row).top()};
}

void ConversationPage::restore(const Anchor& anchor)
{
    const int row = m_model->rowOf(anchor.number);
    if (row >= 0) {
        QScrollBar* const bar = m_list->verticalScrollBar();
        bar->setValue(bar->value() + m_list->visualRect(m_model->index(row)).top() - anchor.top);
    }
}

void ConversationPage::onReset()
{
    const int marked = m_model->markedRow();
    if (marked < 0) {
        return;
    }
    m_list->setCurrentIndex(m_model->index(marked));
    if (m_broughtIntoView == m_model->numberAt(marked)) {
        restore(m_anchor);
    }
    m_textsTimer.start();
}

void ConversationPage::onChanged()
{
    tell();
    const int marked = m_model->markedRow();
    if (marked < 0) {
        m_broughtIntoView = -1;
        return;
    }
    const QModelIndex index = m_model->index(marked);
    if (m_broughtIntoView != m_model->numberAt(marked)) {
        m_broughtIntoView = m_model->numberAt(marked);
        m_list->setCurrentIndex(index);
        const bool isSeen = m_list->viewport()->rect().contains(m_list->visualRect(index));
        m_list->scrollTo(index,
                         isSeen ? QAbstractItemView::EnsureVisible : QAbstractItemView::PositionAtCenter);
    }
    m_textsTimer.start();
}

// Of what is in view.
void ConversationPage::askForTexts()
{
    if (!m_model || !isVisible() || m_model->rowCount() == 0) {
        return;
    }
    const QRect view = m_list->viewport()->rect();
    const int first = m_list->indexAt({view.center().x(), 0}).row();
    const int last = m_list->indexAt({view.center().x(), view.bottom()}).row();
    const QList<SpoolPosition> unread =
        m_model->takeUnread(std::max(first, 0), last < 0 ? m_model->rowCount() - 1 : last);
    if (!unread.isEmpty()) {
        Q_EMIT textsWanted(unread, kLongestText);
    }
}

void ConversationPage::tell()
{
    const int count = m_model ? m_model->messages() : 0;
    m_count->setText(tr("%n loaded message(s)", nullptr, count));
    const QString contact = m_model ? m_model->contact() : QString();
    m_list->setAccessibleName(contact.isEmpty() ? tr("Conversation")
                                                : tr("Conversation with %1").arg(contact));
}

void ConversationPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        tell();
    }
    QWidget::changeEvent(event);
}

void ConversationPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_model) {
        m_model->setSeen(true);
        m_broughtIntoView = -1; // the list may not have had its size
        onChanged();
    }
}

void ConversationPage::hideEvent(QHideEvent* event)
{
    if (m_model) {
        m_model->setSeen(false);
    }
    QWidget::hideEvent(event);
}

void ConversationPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_textsTimer.start();
}

} // namespace leadway
