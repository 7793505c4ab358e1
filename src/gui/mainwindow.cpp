#include "gui/mainwindow.h"

#include "app/log.h"
#include "app/logwords.h"
#include "format/csvlocale.h"
#include "gui/contentsplitter.h"
#include "gui/detailspane.h"
#include "gui/filterform.h"
#include "gui/firststartpage.h"
#include "gui/helpdesk.h"
#include "gui/helptexts.h"
#include "gui/icons.h"
#include "gui/jobcard.h"
#include "gui/messagepane.h"
#include "gui/messagetable.h"
#include "gui/overviewpanel.h"
#include "gui/rowmenu.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QLabel>
#include <QStandardPaths>

namespace leadway
{

namespace
{

// Not every account of a computer has a folder for documents.
QString usualFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

} // namespace

MainWindow::MainWindow(const JobSettings& settings, Language& language, Log& log, SampleStarter startSample)
    : m_engine(settings)
    , m_savedRoot(settings.savedRoot)
    , m_accounts(m_engine)
    , m_language(language)
    , m_log(log)
    , m_exportLog(log)
    , m_startSample(std::move(startSample))
    , m_folder(m_settings.folder())
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_firstPage(new FirstStartPage(this))
    , m_form(new FilterForm(m_export.format.zone, this))
    , m_card(new JobCard(this))
    , m_pane(new MessagePane(m_export.format.zone, this))
    , m_overview(new OverviewPanel(m_export.format.zone, this))
    , m_details(new DetailsPane(m_export.format.zone, this))
    , m_rowMenu(new RowMenu(this))
    , m_helpDesk(new HelpDesk(
          m_settings, m_language, [this](const QWidget* focus) { return helpPlaceFor(focus); }, this))
    , m_content(new ContentSplitter(*m_pane, *m_details, this))
    , m_moreLabel(new QLabel(this))
    , m_zoneLabel(new QLabel(this))
{
    m_export.format.separator = systemListSeparator();
    m_export.format.columns = ColumnChoice::Simple;
    m_export.format = m_settings.formatOptions(m_export.format);
    if (m_folder.isEmpty() || !QDir(m_folder).exists()) {
        m_folder = usualFolder();
    }
    m_ui->setupUi(this);
    setWindowIcon(applicationIcon());
    setUpPages();
    setUpActions();
    setUpRowMenu();
    setUpOverview();
    setUpFinding();
    setUpConversation();
    setUpHelp();
    setUpLanguages();
    connectEngine();
    m_firstPage->setSampleAvailable(m_startSample != nullptr);
    applyLanguage();
    restore();
    openUsual();
    m_engine.findUnfinished();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectEngine()
{
    connect(&m_engine, &Engine::rowsLoaded, this, [this](const QList<PreviewRow>& rows) {
        m_pane->appendRows(rows);
        m_overview->append(rows);
        updateDetails();
    });
    connect(&m_engine, &Engine::previewChanged, this, &MainWindow::onPreviewChanged);
    connect(&m_engine, &Engine::exportChanged, this, &MainWindow::onExportChanged);
    connect(&m_engine, &Engine::messageRead, this, &MainWindow::onMessageRead);
    connect(&m_engine, &Engine::spoolKept, this, [this](bool isKept) {
        m_isSpoolKept = isKept;
        updateActions();
    });
    connect(&m_engine, &Engine::unfinishedFound, this, &MainWindow::onUnfinishedFound);
    connect(m_pane, &MessagePane::otherOrderWanted, this, &MainWindow::showOtherOrder);
    connect(m_pane, &MessagePane::moreWanted, &m_engine, &Engine::loadMore);
    connect(&m_accounts, &Accounts::changed, this, &MainWindow::onAccountsChanged);
    connect(&m_accounts, &Accounts::tokenNoteChanged, this, &MainWindow::onTokenNoteChanged);
    connect(&m_accounts, &Accounts::waitingForUnlock, this, &MainWindow::onWaitingForUnlock);
    connect(&m_accounts, &Accounts::tested, this, &MainWindow::onTested);
}

void MainWindow::showMessages()
{
    if (!isOnMainPage() || !m_form->check()) {
        return;
    }
    ask(m_form->query());
}

void MainWindow::ask(const MessageQuery& query)
{
    m_shownQuery = query;
    m_engine.endPreview();
    m_pane->begin(query.sortOrder == SortOrder::Ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
    beginOverview(query);
    onFormChanged();
    readCurrent();
    rememberFilters();
    m_isShowPending = true;
    m_accounts.connectTo(m_account, [this, number = ++m_show, query](const Result<void>& result) {
        if (number != m_show) {
            return;
        }
        m_isShowPending = false;
        if (!result) {
            PreviewState state;
            state.error = result.error();
            state.canGoOn = false;
            onPreviewChanged(state);
            return;
        }
        if (m_pane->state().error) { // it was told that the keychain is waited for
            m_pane->begin(query.sortOrder == SortOrder::Ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
        }
        m_engine.showMessages(m_account.id, query);
    });
    tellStatus();
}

// All rows are turned round here; a part of them would mislead, so the service is asked. The form follows,
// for what is exported next is what is seen.
void MainWindow::showOtherOrder()
{
    if (!m_shownQuery) {
        return;
    }
    m_shownQuery->sortOrder =
        m_shownQuery->sortOrder == SortOrder::Ascending ? SortOrder::Descending : SortOrder::Ascending;
    m_form->setOrder(m_shownQuery->sortOrder);
    onFormChanged();
    if (m_pane->isComplete()) {
        m_pane->table().turn();
    } else {
        ask(MessageQuery(*m_shownQuery));
    }
}

void MainWindow::onPreviewChanged(const PreviewState& state)
{
    if (state.error && state.error != m_pane->state().error) {
        m_log.write(QStringLiteral("preview failed: ") + errorInLog(*state.error));
    }
    m_pane->setState(state);
    m_overview->setState(state);
    updateDetails();
    updateOverview();
    tellStatus();
}

void MainWindow::onFormChanged()
{
    const bool isChanged = m_shownQuery && *m_shownQuery != m_form->query();
    m_pane->setFiltersChanged(isChanged);
    if (isChanged) {
        m_overview->stopLoading();
        m_engine.stopLooking();
    }
}

void MainWindow::setDetailsOpen(bool isOpen)
{
    const bool hadFocus = m_details->isAncestorOf(QApplication::focusWidget());
    m_areDetailsOpen = isOpen;
    m_ui->detailsAction->setChecked(isOpen);
    m_settings.setDetailsOpen(isOpen);
    updateDetails();
    if (hadFocus) {
        m_pane->table().setFocus(Qt::OtherFocusReason);
    }
}

// There while there are rows; between two previews they stay, so that nothing jumps.
void MainWindow::updateDetails()
{
    const bool isBetween = m_details->isVisible() && m_pane->isLoading();
    const bool isShown = m_areDetailsOpen && (m_pane->hasRows() || isBetween);
    if (isShown == m_details->isHidden()) {
        m_details->setVisible(isShown);
        readCurrent();
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyLanguage();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // When the system is being shut down, nobody is there to answer; what has come is kept.
    if (isExporting() && !m_isClosing && !qGuiApp->isSavingSession()) {
        event->ignore();
        askToClose();
        return;
    }
    m_helpDesk->close();
    remember();
    m_settings.write(); // while nobody waits for the window any more
    QMainWindow::closeEvent(event);
}

} // namespace leadway
