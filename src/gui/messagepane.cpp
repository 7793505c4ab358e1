#include "gui/messagepane.h"

#include "app/wording.h"
#include "gui/columnsmenu.h"
#include "gui/fieldnote.h"
#include "gui/findbar.h"
#include "gui/glyphlabel.h"
#include "gui/messagefind.h"
#include "gui/messagemodel.h"
#include "gui/messagetable.h"
#include "gui/noticepage.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace leadway
{

MessagePane::MessagePane(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_model(new MessageModel(m_zone, this))
    , m_head(new QWidget(this))
    , m_showing(new QLabel(m_head))
    , m_newsGlyph(new GlyphLabel(m_head))
    , m_news(new QLabel(m_head))
    , m_newsButton(new QPushButton(m_head))
    , m_findBar(new FindBar(m_head))
    , m_columnsButton(new QToolButton(m_head))
    , m_stack(new QStackedWidget(this))
    , m_emptyPage(new NoticePage(Glyph::Tray, m_stack))
    , m_loadingPage(new NoticePage(Glyph::Clock, m_stack))
    , m_noMatchPage(new NoticePage(Glyph::Search, m_stack))
    , m_errorPage(new NoticePage(Glyph::Alert, m_stack))
    , m_table(new MessageTable(m_stack))
    , m_columnsMenu(new ColumnsMenu(*m_table, this))
{
    m_stack->setObjectName(QStringLiteral("messagesStackedWidget"));
    m_emptyPage->setObjectName(QStringLiteral("emptyPage"));
    m_loadingPage->setObjectName(QStringLiteral("loadingPage"));
    m_noMatchPage->setObjectName(QStringLiteral("noMatchPage"));
    m_errorPage->setObjectName(QStringLiteral("errorPage"));
    m_table->setObjectName(QStringLiteral("messageTable"));
    m_model->setObjectName(QStringLiteral("messageModel"));
    setUpHead();

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
    for (QWidget* page :
         std::initializer_list<QWidget*>{m_emptyPage, m_loadingPage, m_noMatchPage, m_errorPage, m_table}) {
        m_stack->addWidget(page);
    }
    m_table->setModel(m_model);
    setUpFind();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MessagePane::currentMessageChanged);
    connect(m_table, &QAbstractItemView::activated, this, &MessagePane::messageActivated);
    connect(m_table, &MessageTable::otherOrderWanted, this, &MessagePane::otherOrderWanted);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &MessagePane::tell);
    connect(m_model, &MessageModel::moreWanted, this, &MessagePane::moreWanted);
    connect(&m_errorPage->buttons(), &ActionButtons::triggered, this, &MessagePane::triggered);
    connect(m_newsButton, &QPushButton::clicked, this, [this] {
        if (m_state.error) {
            Q_EMIT triggered(remediesFor(m_state.error->kind).constFirst());
        } else {
            Q_EMIT showAgainRequested();
        }
    });
    clear();
}

void MessagePane::insertAboveTable(QWidget& widget)
{
    auto* const box = static_cast<QVBoxLayout*>(layout());
    box->insertWidget(box->indexOf(m_stack), &widget);
    QWidget* before = m_columnsButton; // Tab comes to it between what is above and below
    for (QWidget* stop : widget.findChildren<QWidget*>()) {
        if (stop->focusPolicy() & Qt::TabFocus) {
            setTabOrder(before, stop);
            before = stop;
        }
    }
}

void MessagePane::setUpHead()
{
    m_showing->setObjectName(QStringLiteral("showingLabel"));
    m_news->setObjectName(QStringLiteral("newsLabel"));
    m_newsButton->setObjectName(QStringLiteral("newsPushButton"));
    m_newsButton->setAutoDefault(false);
    m_findBar->setObjectName(QStringLiteral("findBar"));
    m_columnsButton->setObjectName(QStringLiteral("columnsToolButton"));
    m_columnsButton->setIcon(icon(Glyph::Columns));
    m_columnsButton->setAutoRaise(true);
    m_columnsButton->setMenu(m_columnsMenu);
    m_columnsButton->setPopupMode(QToolButton::InstantPopup);
    setFontStep(*m_showing, 0, true);
    m_showing->setTextFormat(Qt::PlainText);
    m_news->setTextFormat(Qt::PlainText);
    m_news->setWordWrap(true);
    m_news->setForegroundRole(QPalette::PlaceholderText);

    constexpr int headHeight = 44;
    m_head->setMinimumHeight(headHeight);
    auto* const head = new QHBoxLayout(m_head);
    head->setContentsMargins(16, 4, 16, 4);
    head->setSpacing(8);
    head->addWidget(m_showing);
    head->addSpacing(16);
    head->addWidget(m_newsGlyph);
    head->addWidget(m_news, 3);
    head->addWidget(m_newsButton);
    head->addStretch(1);
    head->addWidget(m_findBar, 3);
    head->addWidget(m_columnsButton);
}

void MessagePane::setUpFind()
{
    m_find = new MessageFind(*m_findBar, *m_model, *m_table, this);
    connect(m_table, &MessageTable::columnsMenuRequested, m_columnsMenu,
            [this](const QPoint& at) { m_columnsMenu->popup(at); });
}

// Where the head is narrow, the news stand in the place of the count: they are worth more, and the count
// comes back when they have been dealt with.
void MessagePane::fitHead()
{
    constexpr int narrow = 760;
    m_showing->setVisible(m_newsButton->isHidden() || width() >= narrow);
}

void MessagePane::resizeEvent(QResizeEvent* event)
{
    fitHead();
    QWidget::resizeEvent(event);
}

void MessagePane::clear()
{
    m_hasBegun = false;
    m_areFiltersChanged = false;
    m_state = {};
    m_model->clear();
    tell();
}

void MessagePane::begin(Qt::SortOrder order)
{
    clear();
    m_hasBegun = true;
    m_state.isLoading = true;
    m_model->setToday(QDateTime::currentDateTimeUtc().toTimeZone(m_zone).date());
    m_table->showOrder(order);
    tell();
}

void MessagePane::appendRows(const QList<PreviewRow>& rows)
{
    const bool isFirst = !hasRows();
    m_model->append(rows);
    if (isFirst && hasRows()) {
        m_table->scrollToTop();
        m_table->goTo(0);
    }
}

std::optional<SpoolPosition> MessagePane::currentMessage() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 ? std::nullopt : std::optional(m_model->row(row).position);
}

PreviewRow MessagePane::currentRow() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 ? PreviewRow() : m_model->row(row);
}

int MessagePane::currentNumber() const
{
    const int row = m_table->currentIndex().row();
    return row < 0 ? -1 : m_model->order().numberAt(row);
}

QList<SpoolPosition> MessagePane::firstMessages(int most) const
{
    QList<SpoolPosition> positions;
    for (int row = 0; row < std::min(most, m_model->rowCount()); ++row) {
        positions.append(m_model->row(row).position);
    }
    return positions;
}

bool MessagePane::hasRows() const
{
    return m_model->rowCount() > 0;
}

void MessagePane::setState(const PreviewState& state)
{
    m_state = state;
    if (state.atEnd || state.error) {
        m_model->showGathered();
    }
    tell();
    goOnLooking();
}

void MessagePane::setFiltersChanged(bool isChanged)
{
    const bool wasChanged = std::exchange(m_areFiltersChanged, isChanged && m_hasBegun);
    if (wasChanged != m_areFiltersChanged) {
        tell();
        goOnLooking();
    }
}

// What is looked for by a filter can take long; with another one in the form nobody wants it any more.
bool MessagePane::isLookingStopped() const
{
    return m_areFiltersChanged && m_state.searched && !m_state.isLoading;
}

void MessagePane::goOnLooking()
{
    const bool canGoOn =
        m_hasBegun && !m_state.isLoading && !m_state.atEnd && !m_state.error && !isLookingStopped();
    m_model->setCanLoadMore(canGoOn);
    if (canGoOn && m_state.searched && !hasRows()) {
        Q_EMIT moreWanted(); // there is no table yet that could ask
    } else {
        m_table->askForMoreNearTheEnd();
    }
}

void MessagePane::setLocale(const QLocale& locale)
{
    m_locale = locale;
    m_model->setLocale(locale);
    m_find->setLocale(locale);
    tell();
}

QWidget* MessagePane::pageFor() const
{
    if (!m_hasBegun) {
        return m_emptyPage;
    }
    if (hasRows()) {
        return m_table;
    }
    if (m_state.error) {
        return m_errorPage;
    }
    if (isLookingStopped() && !m_state.atEnd) {
        return m_emptyPage;
    }
    if (m_state.isLoading || !m_state.atEnd) {
        return m_loadingPage;
    }
    return m_areFiltersChanged ? m_emptyPage : m_noMatchPage; // of other filters nobody knows that yet
}

void MessagePane::tell()
{
    m_emptyPage->setTexts(tr("Choose your messages on the left"),
                          tr("Then look with “Show messages” or save with “Export…”."));
    m_loadingPage->setTexts(tr("Fetching messages…"), m_state.searched && *m_state.searched > 0
                                                          ? wording::showing(m_state, m_locale)
                                                          : QString());
    m_noMatchPage->setTexts(tr("No messages match"), tr("Try other dates or all messages."));
    if (m_state.error) {
        const wording::Advice advice = wording::advice(*m_state.error);
        m_errorPage->setTexts(advice.what, advice.toDo);
        m_errorPage->buttons().setActions(remediesFor(m_state.error->kind));
    }
    m_table->setAccessibleName(tr("Messages"));
    m_columnsButton->setAccessibleName(tr("Columns"));
    m_columnsButton->setToolTip(tr("Which columns are shown"));
    m_stack->setCurrentWidget(pageFor());
    m_head->setVisible(hasRows());
    if (!m_model->isGathering()) {
        m_showing->setText(wording::showing(m_state, m_locale));
    }
    tellNews();
}

void MessagePane::tellNews()
{
    const bool isError = m_state.error.has_value();
    const bool hasNews = isError || m_areFiltersChanged;
    m_newsGlyph->set(isError ? Glyph::Warning : Glyph::Info, isError ? Tint::Warning : Tint::Secondary, 16);
    m_news->setText(!hasNews  ? QString()
                    : isError ? wording::advice(*m_state.error).what
                              : tr("The filters have changed"));
    m_newsGlyph->setVisible(hasNews);
    m_news->setVisible(hasNews);
    m_newsButton->setText(isError ? actionText(remediesFor(m_state.error->kind).constFirst())
                                  : tr("Show again"));
    m_newsButton->setVisible(hasNews);
    fitHead();
}

void MessagePane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        tell();
    }
    QWidget::changeEvent(event);
}

} // namespace leadway
