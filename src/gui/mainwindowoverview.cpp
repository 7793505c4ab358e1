// The overview above the table: when it is there, and what a click in it does.

#include "app/wording.h"
#include "gui/filterform.h"
#include "gui/mainwindow.h"
#include "gui/messagepane.h"
#include "gui/messagetable.h"
#include "gui/overviewpanel.h"
#include "ui_mainwindow.h"

#include <QApplication>

namespace leadway
{

namespace
{

DateTrail::Dates datesOf(const Filters& filters)
{
    return {filters.dates, {filters.from, filters.to}};
}

} // namespace

void MainWindow::setUpOverview()
{
    m_overview->setObjectName(QStringLiteral("overviewPanel"));
    m_overview->hide();
    m_pane->insertAboveTable(*m_overview);
    m_ui->overviewAction->setShortcut(Qt::Key_F7);
    connect(m_ui->overviewAction, &QAction::triggered, this, [this](bool isOpen) {
        setOverviewOpen(isOpen);
        QCoreApplication::sendPostedEvents(m_pane, QEvent::LayoutRequest); // or nobody knows yet
        if (m_overview->isVisible() && !m_overview->hasRoom()) {
            constexpr int shownFor = 5000; // milliseconds
            m_ui->statusBar->showMessage(
                tr("There is no room for the overview. Make the window taller, or close the details."),
                shownFor);
        }
    });
    connect(m_overview, &OverviewPanel::moreWanted, &m_engine, &Engine::loadMore);
    connect(m_overview, &OverviewPanel::daysChosen, this, &MainWindow::narrowDates);
    connect(m_overview, &OverviewPanel::backRequested, this, &MainWindow::widenDates);
    // Not by way of the window, which is half gone when its chart loses the focus at the very end.
    connect(m_overview, &OverviewPanel::pointedAt, m_ui->statusBar,
            [bar = m_ui->statusBar](const QString& sentence) { bar->showMessage(sentence); });
}

void MainWindow::setOverviewOpen(bool isOpen)
{
    const bool hadFocus = m_overview->isAncestorOf(QApplication::focusWidget());
    m_isOverviewOpen = isOpen;
    m_ui->overviewAction->setChecked(isOpen);
    m_settings.setOverviewOpen(isOpen);
    updateOverview();
    if (hadFocus) {
        m_pane->table().setFocus(Qt::OtherFocusReason);
    }
}

// There while there are rows, as the details are.
void MainWindow::updateOverview()
{
    const bool isBetween = m_overview->isVisible() && m_pane->isLoading();
    m_overview->setVisible(m_isOverviewOpen && (m_pane->hasRows() || isBetween));
}

void MainWindow::beginOverview(const MessageQuery& query)
{
    m_trail.noteShown(datesOf(m_form->filters()));
    m_overview->begin(query);
    tellWayBack();
}

void MainWindow::tellWayBack()
{
    const std::optional<DateTrail::Dates> wider = m_trail.wider();
    if (!wider) {
        m_overview->setWayBack({});
        return;
    }
    const QTimeZone zone = m_export.format.zone;
    m_overview->setWayBack(wider->choice == DateChoice::OtherDates
                               ? wording::dates(wholeDays(wider->days.from, wider->days.to, zone), zone,
                                                localeFor(m_language.code()))
                               : wording::dateChoice(wider->choice));
}

void MainWindow::narrowDates(QDate first, QDate last)
{
    Filters filters = m_form->filters();
    const DateTrail::Dates before = datesOf(filters);
    filters.dates = DateChoice::OtherDates;
    filters.from = first;
    filters.to = last;
    m_trail.narrow(before, datesOf(filters));
    m_form->setFilters(filters);
    showMessages();
}

void MainWindow::widenDates()
{
    if (const std::optional<DateTrail::Dates> wider = m_trail.widen()) {
        Filters filters = m_form->filters();
        filters.dates = wider->choice;
        filters.from = wider->days.from;
        filters.to = wider->days.to;
        m_form->setFilters(filters);
        showMessages();
    }
}

} // namespace leadway
