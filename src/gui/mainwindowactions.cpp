// What the menus, the keys and the buttons of the card and of the table's pane do.

#include "app/diagnostics.h"
#include "app/log.h"
#include "app/wording.h"
#include "gui/accounthelp.h"
#include "gui/contentsplitter.h"
#include "gui/detailspane.h"
#include "gui/fileactions.h"
#include "gui/filterform.h"
#include "gui/firststartpage.h"
#include "gui/jobcard.h"
#include "gui/mainwindow.h"
#include "gui/messagefind.h"
#include "gui/messagepane.h"
#include "gui/messagetable.h"
#include "gui/overviewpanel.h"
#include "gui/reportdialog.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>

namespace leadway
{

namespace
{

const QString kGeometry = QStringLiteral("geometry");
const QString kFilters = QStringLiteral("filters");
const QString kContent = QStringLiteral("content");
const QString kColumns = QStringLiteral("columns");

// The first that can be reached by Tab within an area, the area itself included.
QWidget* firstStop(QWidget* area)
{
    QWidget* const start = area;
    for (QWidget* widget = start->nextInFocusChain(); widget != start; widget = widget->nextInFocusChain()) {
        const bool canStop = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled() &&
                             widget->isVisible() && !widget->focusProxy();
        if (canStop && area->isAncestorOf(widget)) {
            return widget;
        }
    }
    return nullptr;
}

} // namespace

void MainWindow::switchLanguage(const QString& code)
{
    m_settings.setLanguage(code);
    m_language.use(code);
}

void MainWindow::applyLanguage()
{
    const QLocale locale = localeFor(m_language.code());
    m_form->setLocale(locale);
    m_pane->setLocale(locale);
    m_overview->setLocale(locale);
    tellWayBack();
    m_card->setLocale(locale);
    m_details->setLocale(locale);
    m_firstPage->setLanguages(Language::codes(), m_language.code());
    for (QAction* action : m_ui->languageMenu->actions()) {
        action->setChecked(action->data().toString() == m_language.code());
    }
    translateHelp();
    onTokenNoteChanged();
    tellStatus();
    updateActions();
}

void MainWindow::restore()
{
    constexpr int usualWidth = 1280;
    constexpr int usualHeight = 800;
    resize(usualWidth, usualHeight);
    restoreGeometry(m_settings.look(kGeometry));
    m_ui->mainSplitter->restoreState(m_settings.look(kFilters));
    m_content->restoreSizes(m_settings.look(kContent));
    m_pane->table().restoreColumns(m_settings.look(kColumns));
    constexpr int low = 600; // there the table needs the room
    setDetailsOpen(m_settings.areDetailsOpen(height() >= low));
    constexpr int lowForBoth = 720;
    setOverviewOpen(m_settings.isOverviewOpen(height() >= lowForBoth));
}

void MainWindow::remember()
{
    m_settings.setLook(kGeometry, saveGeometry());
    m_settings.setLook(kFilters, m_ui->mainSplitter->saveState());
    m_settings.setLook(kContent, m_content->sizesState());
    m_settings.setLook(kColumns, m_pane->table().columnsState());
    rememberFilters();
}

void MainWindow::rememberFilters()
{
    if (!m_account.id.isNull() && m_accounts.find(m_account.id)) {
        m_settings.setFilters(m_account.id, m_form->filters());
    }
}

void MainWindow::onCardAction(Action action)
{
    const auto* const failed = std::get_if<Failed>(&m_exportState);
    switch (action) {
    case Action::Pause:
        m_engine.pauseExport();
        break;
    case Action::Continue:
        goOn();
        break;
    case Action::Cancel:
        askToCancel();
        break;
    case Action::SaveWhatCame:
        saveWhatCame();
        break;
    case Action::DiscardUnfinished:
        askToDiscard();
        break;
    case Action::OpenFile:
    case Action::OpenFolder:
        openFile(writtenPath());
        break;
    case Action::ShowInFolder:
        showInFolder(writtenPath());
        break;
    case Action::Details:
        showDetails();
        break;
    case Action::SaveAgain:
        saveAgain();
        break;
    case Action::TryAgain:
        tryExportAgain();
        break;
    case Action::NewToken:
    case Action::EditAccount:
        if (failed) {
            mendAccount(m_exportAccount, failed->error);
        }
        break;
    case Action::HowToGetToken:
        openAccountHelp(this);
        break;
    case Action::SaveUnderAnotherName:
    case Action::SaveSomewhereElse:
        saveElsewhere();
        break;
    case Action::CopyDiagnostics:
        if (failed) {
            copyDiagnostics(failed->error);
        }
        break;
    }
}

void MainWindow::onPaneAction(Action action)
{
    const std::optional<Error>& error = m_pane->state().error;
    switch (action) {
    case Action::TryAgain:
        if (m_pane->state().canGoOn) {
            m_engine.loadMore();
        } else {
            showMessages();
        }
        break;
    case Action::NewToken:
    case Action::EditAccount:
        if (error) {
            mendAccount(m_account, *error);
        }
        break;
    case Action::HowToGetToken:
        openAccountHelp(this);
        break;
    case Action::CopyDiagnostics:
        if (error) {
            copyDiagnostics(*error);
        }
        break;
    default:
        break;
    }
}

void MainWindow::copyDiagnostics(const std::optional<Error>& error) const
{
    constexpr int lastLines = 20;
    const std::optional<Account> kept = m_accounts.find(m_account.id);
    Diagnostics diagnostics = diagnosticsOfSystem();
    diagnostics.language = m_language.code();
    diagnostics.connection = m_account.connection;
    diagnostics.accounts = static_cast<int>(m_accounts.all().size());
    diagnostics.tokenSaved = kept && kept->tokenSaved;
    diagnostics.tokenNote = m_accounts.tokenNote(m_account.id);
    diagnostics.format = m_export.format;
    diagnostics.error = error;
    diagnostics.log = m_log.tail(lastLines);
    QApplication::clipboard()->setText(diagnosticsText(diagnostics));
    constexpr int shownFor = 5000; // milliseconds
    m_ui->statusBar->showMessage(tr("Copied."), shownFor);
}

// What went wrong of late, if anything did that still shows.
std::optional<Error> MainWindow::shownError() const
{
    const auto* const failed = std::get_if<Failed>(&m_exportState);
    return failed ? std::optional(failed->error) : m_pane->state().error;
}

void MainWindow::showDetails()
{
    auto* const dialog = new ReportDialog({m_card->account(), m_export, m_exportState}, m_language, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::tellStatus()
{
    const PreviewState& state = m_pane->state();
    m_ui->statusBar->setVisible(isOnMainPage());
    m_zoneLabel->setText(wording::zoneName(m_export.format.zone));
    if (!m_pane->hasRows() || state.atEnd || state.error) {
        m_moreLabel->clear();
    } else {
        m_moreLabel->setText(state.isLoading ? tr("Fetching messages…") : tr("Scroll down to load more"));
    }
}

void MainWindow::updateActions()
{
    const bool isMain = isOnMainPage();
    const bool isBusy = isExporting();
    m_ui->showAction->setEnabled(isMain);
    m_ui->exportAction->setEnabled(isMain && !isBusy);
    m_ui->saveAgainAction->setEnabled(isMain && canSaveAgain());
    m_card->setCanSaveAgain(canSaveAgain());
    m_ui->savedAction->setEnabled(isMain);
    m_ui->accountsAction->setEnabled(isMain);
    m_ui->detailsAction->setEnabled(isMain);
    m_ui->overviewAction->setEnabled(isMain);
    m_ui->copyAction->setEnabled(isMain);
    m_form->setExporting(isBusy);
}

void MainWindow::cycleAreas()
{
    if (!isOnMainPage()) {
        return;
    }
    QList<QWidget*> stops; // one in every area that is there
    QList<QWidget*> areas;
    for (QWidget* area : std::initializer_list<QWidget*>{m_card, m_form, m_pane, m_details}) {
        if (QWidget* const stop = area->isVisible() ? firstStop(area) : nullptr) {
            areas.append(area);
            stops.append(stop);
        }
    }
    if (const qsizetype pane = areas.indexOf(m_pane); pane >= 0 && m_pane->table().isVisible()) {
        stops[pane] = &m_pane->table();
    }
    const QWidget* const focus = QApplication::focusWidget();
    for (qsizetype i = 0; i < areas.size(); ++i) {
        if (areas[i]->isAncestorOf(focus)) {
            stops[(i + 1) % stops.size()]->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    if (!stops.isEmpty()) {
        stops.constFirst()->setFocus(Qt::TabFocusReason);
    }
}

void MainWindow::closeSomething()
{
    if (!isOnMainPage()) {
        leaveAccountForm();
    } else if (m_pane->find().close()) {
        return;
    } else if (m_card->canBeClosed()) {
        m_card->dismiss();
    } else if (m_details->isAncestorOf(QApplication::focusWidget())) {
        setDetailsOpen(false);
    }
}

} // namespace leadway
