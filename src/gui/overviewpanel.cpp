#include "gui/overviewpanel.h"

#include "app/wordingoverview.h"
#include "gui/colours.h"
#include "gui/countstable.h"
#include "gui/elidedlabel.h"
#include "gui/fieldnote.h"
#include "gui/icons.h"
#include "gui/overviewchart.h"
#include "gui/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace leadway
{

namespace
{

constexpr int kPanelMargin = 16;
constexpr int kLeastBelow = kTableHeaderHeight + 4 * kTableRowHeight;
const QKeySequence kLoadKey(Qt::CTRL | Qt::Key_L);
const QKeySequence kNumbersKey(Qt::CTRL | Qt::Key_T);
const QKeySequence kBackKey(Qt::ALT | Qt::Key_Left);

QToolButton* headButton(const char* name, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

// The letters for Alt have run out; the key is named in the tooltip, and set after the text, which resets it.
void name(QToolButton& button, const QString& text, const QKeySequence& key)
{
    button.setText(text);
    button.setShortcut(key);
    button.setToolTip(key.toString(QKeySequence::NativeText));
}

} // namespace

OverviewPanel::OverviewPanel(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_counts(zone)
    , m_head(new QWidget(this))
    , m_title(new ElidedLabel(m_head))
    , m_back(headButton("overviewBackToolButton", m_head))
    , m_load(headButton("loadAllToolButton", m_head))
    , m_numbers(headButton("asNumbersToolButton", m_head))
    , m_views(new QStackedWidget(this))
    , m_chart(new OverviewChart(m_views))
    , m_table(new CountsTable(m_views))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isBehind) {
            showNow();
        }
    });
    setUpHead();
    setUpViews();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_views, 1);
    tell();
}

void OverviewPanel::setUpHead()
{
    m_head->setObjectName(QStringLiteral("overviewHead"));
    m_title->setObjectName(QStringLiteral("overviewTitleLabel"));
    m_back->setIcon(icon(Glyph::Again));
    auto* const layout = new QHBoxLayout(m_head);
    layout->setContentsMargins(kPanelMargin, 2, kPanelMargin, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title, 1);
    for (QToolButton* button : {m_back, m_load, m_numbers}) {
        layout->addWidget(button);
    }
    connect(m_back, &QToolButton::clicked, this, &OverviewPanel::backRequested);
    connect(m_load, &QToolButton::clicked, this, &OverviewPanel::toggleLoading);
    connect(m_numbers, &QToolButton::clicked, this, [this] { showNumbers(!areNumbersShown()); });
}

void OverviewPanel::setUpViews()
{
    m_views->setObjectName(QStringLiteral("overviewStackedWidget"));
    m_chart->setObjectName(QStringLiteral("overviewChart"));
    m_table->setObjectName(QStringLiteral("overviewTable"));
    m_views->addWidget(m_chart);
    m_views->addWidget(m_table);
    connect(m_chart, &OverviewChart::barChosen, this, &OverviewPanel::choose);
    connect(m_chart, &OverviewChart::pointedAt, this, &OverviewPanel::pointedAt);
    connect(m_table, &CountsTable::barChosen, this, &OverviewPanel::choose);
}

void OverviewPanel::begin(const MessageQuery& query)
{
    clear();
    m_chosen = daysIn(query.interval, m_zone);
    m_order = query.sortOrder;
    m_state.isLoading = true;
    showNow();
}

void OverviewPanel::clear()
{
    m_counts = MessageCounts(m_zone);
    m_chosen = {};
    m_state = {};
    m_isLoadingAll = false;
    showNow();
}

void OverviewPanel::append(const QList<PreviewRow>& rows)
{
    for (const PreviewRow& row : rows) {
        m_counts.add(row.createdAt, row.channel);
    }
}

void OverviewPanel::setState(const PreviewState& state)
{
    m_state = state;
    if (state.atEnd || state.error) {
        m_isLoadingAll = false;
    }
    tell();
    refresh();
    askForMore();
}

void OverviewPanel::setLocale(const QLocale& locale)
{
    m_locale = locale;
    tell();
    showNow();
}

void OverviewPanel::setWayBack(const QString& dates)
{
    m_wayBack = dates;
    tell();
}

bool OverviewPanel::areNumbersShown() const
{
    return m_views->currentWidget() == m_table;
}

void OverviewPanel::showNumbers(bool areNumbers)
{
    m_views->setCurrentWidget(areNumbers ? static_cast<QWidget*>(m_table) : m_chart);
    showNow();
    tell();
    fit();
}

void OverviewPanel::toggleLoading()
{
    m_isLoadingAll = !m_isLoadingAll;
    tell();
    askForMore();
}

void OverviewPanel::stopLoading()
{
    if (std::exchange(m_isLoadingAll, false)) {
        tell();
    }
}

void OverviewPanel::askForMore()
{
    if (m_isLoadingAll && !m_state.isLoading && !m_state.atEnd) {
        Q_EMIT moreWanted();
    }
}

void OverviewPanel::choose(int bar)
{
    const Overview::Bar chosen = m_overview.bars[static_cast<std::size_t>(bar)];
    if (m_chosen != Days{chosen.first, chosen.last}) {
        Q_EMIT daysChosen(chosen.first, chosen.last);
    }
}

void OverviewPanel::refresh()
{
    m_isBehind = true;
    if (!m_pause.isActive()) {
        showNow();
    }
}

// Nobody looks at it while it is hidden; showEvent() makes up for that.
void OverviewPanel::showNow()
{
    m_isBehind = true;
    if (!isVisible()) {
        return;
    }
    m_isBehind = false;
    m_pause.start(kPause);
    m_overview = overviewOf(m_counts, m_chosen, m_order, m_state, m_zone);
    m_title->setText(wording::overviewTitle(m_overview, m_locale));
    if (areNumbersShown()) {
        m_table->setOverview(m_overview, m_locale);
    } else {
        m_chart->setOverview(m_overview, m_locale);
    }
}

void OverviewPanel::tell()
{
    name(*m_numbers, areNumbersShown() ? tr("As a picture") : tr("As numbers"), kNumbersKey);
    name(*m_load, m_isLoadingAll ? tr("Stop") : tr("Load all"), kLoadKey);
    m_load->setIcon(icon(m_isLoadingAll ? Glyph::Pause : Glyph::ChevronDown));
    m_load->setVisible(!m_state.atEnd && !m_state.error);
    name(*m_back, tr("Back to “%1”", "dates").arg(m_wayBack), kBackKey);
    m_back->setVisible(!m_wayBack.isEmpty());
    m_table->setAccessibleName(tr("How many messages"));
}

int OverviewPanel::headHeight() const
{
    return m_head->sizeHint().height();
}

QSize OverviewPanel::sizeHint() const
{
    const int head = m_form == Form::None ? 0 : headHeight();
    const int view = m_form == Form::Whole ? m_views->currentWidget()->sizeHint().height() : 0;
    return {400, head + view};
}

// As much of it as leaves the others of the layout what they need.
void OverviewPanel::fit()
{
    auto* const others = parentWidget() ? qobject_cast<QBoxLayout*>(parentWidget()->layout()) : nullptr;
    if (!others) {
        return;
    }
    int room = parentWidget()->height();
    for (int i = 0; i < others->count(); ++i) {
        QLayoutItem* const item = others->itemAt(i);
        if (item->widget() != this && !item->isEmpty()) {
            room -= others->stretch(i) > 0 ? std::max(item->minimumSize().height(), kLeastBelow)
                                           : item->sizeHint().height();
        }
    }
    const QWidget* const view = m_views->currentWidget();
    const int least = areNumbersShown() ? view->minimumSizeHint().height() : view->sizeHint().height();
    const Form form = room >= headHeight() + least ? Form::Whole
                      : room >= headHeight()       ? Form::Words
                                                   : Form::None;
    if (form != m_form) {
        m_form = form;
        m_head->setVisible(form != Form::None);
        m_views->setVisible(form == Form::Whole);
        m_numbers->setVisible(form == Form::Whole);
    }
    // Asking for a new layout whenever the parent is laid out would never come to an end.
    if (const QSize hint = sizeHint(); hint != m_laidOut) {
        m_laidOut = hint;
        updateGeometry();
    }
}

bool OverviewPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() &&
        (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)) {
        fit();
    }
    return QWidget::eventFilter(watched, event);
}

void OverviewPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showNow();
    fit();
}

void OverviewPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        tell();
        showNow();
    } else if (event->type() == QEvent::ParentChange && parentWidget()) {
        parentWidget()->installEventFilter(this);
    }
    QWidget::changeEvent(event);
}

void OverviewPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(QRect(0, 0, width(), 1), hairline(palette()));
}

} // namespace leadway
