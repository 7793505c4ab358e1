#include "gui/mainwindow.h"

#include "app/wording.h"
#include "format/csvlocale.h"
#include "gui/exportdialog.h"
#include "gui/filterform.h"
#include "gui/firststartpage.h"
#include "gui/icons.h"
#include "gui/jobcard.h"
#include "gui/messagepane.h"
#include "gui/messagetable.h"
#include "ui_mainwindow.h"

#include <QCloseEvent>
#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
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

MainWindow::MainWindow(const JobSettings& settings, Language& language, SampleStarter startSample)
    : m_engine(settings)
    , m_language(language)
    , m_startSample(std::move(startSample))
    , m_folder(usualFolder())
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_firstPage(new FirstStartPage(this))
    , m_form(new FilterForm(m_export.format.zone, this))
    , m_card(new JobCard(this))
    , m_pane(new MessagePane(m_export.format.zone, this))
    , m_moreLabel(new QLabel(this))
    , m_zoneLabel(new QLabel(this))
{
    m_export.format.separator = listSeparator(QLocale::system());
    m_ui->setupUi(this);
    setWindowIcon(applicationIcon());
    setUpPages();
    setUpActions();
    setUpLanguages();
    connectEngine();
    m_firstPage->setSampleAvailable(m_startSample != nullptr);
    applyLanguage();
    restore();
    askForAccount();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectEngine()
{
    connect(&m_engine, &Engine::rowsLoaded, m_pane, &MessagePane::appendRows);
    connect(&m_engine, &Engine::previewChanged, this, &MainWindow::onPreviewChanged);
    connect(&m_engine, &Engine::exportChanged, this, &MainWindow::onExportChanged);
    connect(m_pane, &MessagePane::moreWanted, &m_engine, &Engine::loadMore);
}

void MainWindow::askForAccount(const Account& known)
{
    m_firstPage->begin(known, !m_account.locationId.isEmpty());
    m_ui->pagesStackedWidget->setCurrentWidget(m_firstPage);
    updateActions();
    tellStatus();
}

void MainWindow::openAccount(const Account& account)
{
    m_candidate.reset();
    m_account = account;
    m_shownQuery.reset();
    m_form->setAccount(account);
    m_pane->clear();
    m_engine.connectTo(account.connection, account.token);
    goToMainPage();
}

void MainWindow::openSample()
{
    if (const auto account = m_startSample ? m_startSample() : std::nullopt) {
        openAccount(*account);
        showMessages();
    } else {
        showNotice(tr("The sample data could not be started."));
    }
}

void MainWindow::showNotice(const QString& text)
{
    m_firstPage->showNotice(text);
}

void MainWindow::goToMainPage()
{
    m_firstPage->clearToken();
    m_ui->pagesStackedWidget->setCurrentWidget(m_ui->mainPage);
    m_form->findChild<QPushButton*>(QStringLiteral("showPushButton"))->setFocus(Qt::OtherFocusReason);
    updateActions();
    tellStatus();
}

bool MainWindow::isOnMainPage() const
{
    return m_ui->pagesStackedWidget->currentWidget() == m_ui->mainPage;
}

// The test of an account is its first preview, so that the rows are there when it succeeds.
void MainWindow::testAccount(const Account& account)
{
    m_candidate = account;
    m_firstPage->setTesting(true);
    m_engine.connectTo(account.connection, account.token);
    m_form->setAccount(account);
    MessageQuery query = m_form->query();
    if (query.validate()) {
        query = MessageQuery();
        query.locationId = account.locationId;
    }
    m_shownQuery = query;
    m_pane->begin(query.sortOrder == SortOrder::Ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
    m_engine.showMessages(query);
}

// Cancel on the form: ends a test, else goes back to the account there was.
void MainWindow::leaveAccountForm()
{
    const bool wasTesting = m_candidate.has_value();
    m_candidate.reset();
    if (m_account.locationId.isEmpty()) {
        m_engine.connectTo({}, {});
        m_pane->clear();
        m_firstPage->setTesting(false);
    } else if (wasTesting || m_form->query().locationId != m_account.locationId) {
        openAccount(m_account);
    } else {
        goToMainPage();
    }
}

void MainWindow::showMessages()
{
    if (!isOnMainPage() || !m_form->check()) {
        return;
    }
    const MessageQuery query = m_form->query();
    m_shownQuery = query;
    m_pane->begin(query.sortOrder == SortOrder::Ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
    m_engine.showMessages(query);
    tellStatus();
}

void MainWindow::onPreviewChanged(const PreviewState& state)
{
    m_pane->setState(state);
    tellStatus();
    if (!m_candidate || state.isLoading) {
        return;
    }
    if (state.error) {
        m_candidate.reset();
        m_firstPage->showError(*state.error);
        return;
    }
    m_account = *m_candidate;
    m_candidate.reset();
    goToMainPage();
}

void MainWindow::onFormChanged()
{
    m_pane->setFiltersChanged(m_shownQuery && *m_shownQuery != m_form->query());
}

void MainWindow::openExportDialog()
{
    if (!isOnMainPage() || isExporting() || !m_form->check()) {
        return;
    }
    ExportDialog::Subject subject;
    subject.account = m_account.displayName();
    subject.query = m_form->query();
    subject.locale = localeFor(m_language.code());
    if (m_shownQuery && *m_shownQuery == subject.query) {
        subject.count = m_pane->state().atEnd ? m_pane->state().loaded : m_pane->state().total;
    }
    auto* const dialog = new ExportDialog(subject, m_export.format, m_folder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_folder = dialog->folder();
        startExport(dialog->request());
    });
    dialog->open();
}

void MainWindow::startExport(const ExportRequest& request)
{
    m_export = request;
    m_exportState = Fetching{};
    m_card->begin(request, m_account.displayName());
    m_engine.startExport(request);
    updateActions();
}

bool MainWindow::isExporting() const
{
    return !std::holds_alternative<Idle>(m_exportState) && !isTerminal(m_exportState);
}

void MainWindow::onExportChanged(const State& state)
{
    m_exportState = state;
    m_card->setState(state);
    updateActions();
    if (!isTerminal(state)) {
        return;
    }
    if (auto* const question = findChild<QMessageBox*>(QStringLiteral("cancelMessageBox"))) {
        question->close();
    }
    if (m_isClosing) {
        close();
    }
}

void MainWindow::askToCancel(bool isClosing)
{
    if (findChild<QMessageBox*>(QStringLiteral("cancelMessageBox"))) {
        return;
    }
    auto* const question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("cancelMessageBox"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Leadway Message Exporter"));
    question->setTextFormat(Qt::PlainText);
    question->setText(isClosing ? tr("An export is running. Discard it and close?")
                                : tr("Cancel the export?"));
    question->setInformativeText(tr("Nothing has been saved yet."));
    auto* const discard = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    auto* const goOn = question->addButton(tr("&Go on"), QMessageBox::RejectRole);
    discard->setObjectName(QStringLiteral("discardPushButton"));
    goOn->setObjectName(QStringLiteral("goOnPushButton"));
    question->setDefaultButton(goOn);
    question->setEscapeButton(goOn);
    connect(discard, &QAbstractButton::clicked, this, [this, isClosing] {
        m_isClosing = isClosing;
        m_engine.cancelExport();
    });
    question->open();
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
    if (isExporting()) {
        event->ignore();
        askToCancel(true);
        return;
    }
    remember();
    QMainWindow::closeEvent(event);
}

} // namespace leadway
