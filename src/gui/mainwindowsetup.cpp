// How the parts of the window are put together and wired.

#include "gui/contentsplitter.h"
#include "gui/detailspane.h"
#include "gui/filterform.h"
#include "gui/firststartpage.h"
#include "gui/jobcard.h"
#include "gui/languagename.h"
#include "gui/mainwindow.h"
#include "gui/messagepane.h"
#include "gui/messagetable.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QDesktopServices>
#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

namespace leadway
{

void MainWindow::setUpPages()
{
    m_firstPage->setObjectName(QStringLiteral("firstStartPage"));
    m_form->setObjectName(QStringLiteral("filterForm"));
    m_card->setObjectName(QStringLiteral("jobCard"));
    m_pane->setObjectName(QStringLiteral("messagePane"));
    m_details->setObjectName(QStringLiteral("detailsPane"));
    m_content->setObjectName(QStringLiteral("contentSplitter"));
    m_ui->pagesStackedWidget->insertWidget(0, m_firstPage);

    constexpr int margin = 16;
    auto* const right = new QWidget(m_ui->mainSplitter);
    right->setAutoFillBackground(true);
    right->setBackgroundRole(QPalette::Base);
    auto* const layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_card);
    layout->addWidget(m_content, 1);
    m_details->hide();

    constexpr int narrowest = 280;
    constexpr int widest = 360;
    m_form->setMinimumWidth(narrowest);
    m_form->setMaximumWidth(widest);
    m_ui->mainSplitter->insertWidget(0, m_form);
    m_ui->mainSplitter->insertWidget(1, right);
    m_ui->mainSplitter->setStretchFactor(1, 1);
    m_ui->mainSplitter->setSizes({narrowest, 1000});

    m_moreLabel->setObjectName(QStringLiteral("moreLabel"));
    m_zoneLabel->setObjectName(QStringLiteral("zoneLabel"));
    for (QLabel* label : {m_moreLabel, m_zoneLabel}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(margin - 6, 4, margin - 6, 4);
    }
    m_ui->statusBar->addWidget(m_moreLabel, 1);
    m_ui->statusBar->addPermanentWidget(m_zoneLabel);

    connect(m_firstPage, &FirstStartPage::accountEntered, this, &MainWindow::testAccount);
    connect(m_firstPage, &FirstStartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_firstPage, &FirstStartPage::cancelled, this, &MainWindow::leaveAccountForm);
    connect(m_firstPage, &FirstStartPage::languageChosen, this, &MainWindow::switchLanguage);
    connect(m_form, &FilterForm::changed, this, &MainWindow::onFormChanged);
    connect(m_form, &FilterForm::showRequested, this, &MainWindow::showMessages);
    connect(m_form, &FilterForm::exportRequested, this, &MainWindow::openExportDialog);
    connect(m_form, &FilterForm::savedExportsRequested, this, &MainWindow::openSavedExports);
    connect(m_form, &FilterForm::accountsRequested, this, &MainWindow::manageAccounts);
    connect(m_form, &FilterForm::goOnWithoutSavingRequested, this,
            [this] { m_accounts.goOnWithoutSaving(m_account.id); });
    connect(m_form, &FilterForm::crmHostFound, this, &MainWindow::onCrmHostFound);
    connect(m_form, &FilterForm::accountChosen, this, &MainWindow::chooseAccount);
    connect(m_pane, &MessagePane::currentMessageChanged, this, &MainWindow::readCurrent);
    connect(m_pane, &MessagePane::messageActivated, this, [this] {
        setDetailsOpen(true);
        m_details->setFocus(Qt::OtherFocusReason);
    });
    connect(m_details, &DetailsPane::closeRequested, this, [this] { setDetailsOpen(false); });
    connect(m_details, &DetailsPane::linkActivated, this,
            [](const QUrl& url) { QDesktopServices::openUrl(url); });
    connect(m_details, &DetailsPane::onlyContactRequested, this, &MainWindow::showOnlyContact);
    connect(m_details, &DetailsPane::openInCrmRequested, this, &MainWindow::openInCrm);
    connect(m_pane, &MessagePane::showAgainRequested, this, &MainWindow::showMessages);
    connect(m_pane, &MessagePane::triggered, this, &MainWindow::onPaneAction);
    connect(m_card, &JobCard::triggered, this, &MainWindow::onCardAction);
    connect(m_card, &JobCard::dismissed, this, &MainWindow::onCardDismissed);
}

void MainWindow::setUpActions()
{
    m_ui->showAction->setShortcut(Qt::Key_F5);
    m_ui->exportAction->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_E), QKeySequence(Qt::CTRL | Qt::Key_S)});
    m_ui->saveAgainAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_ui->savedAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_ui->quitAction->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    m_ui->copyAction->setShortcut(QKeySequence::Copy);
    // Only in the table: everywhere else the key belongs to the field.
    m_ui->copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_pane->table().addAction(m_ui->copyAction);
    connect(m_ui->showAction, &QAction::triggered, this, &MainWindow::showMessages);
    connect(m_ui->exportAction, &QAction::triggered, this, &MainWindow::openExportDialog);
    connect(m_ui->saveAgainAction, &QAction::triggered, this, &MainWindow::saveAgain);
    connect(m_ui->savedAction, &QAction::triggered, this, &MainWindow::openSavedExports);
    connect(m_ui->accountsAction, &QAction::triggered, this, &MainWindow::manageAccounts);
    connect(m_ui->detailsAction, &QAction::triggered, this, &MainWindow::setDetailsOpen);
    connect(m_ui->quitAction, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->copyAction, &QAction::triggered, &m_pane->table(), &MessageTable::copySelection);
    connect(m_ui->diagnosticsAction, &QAction::triggered, this, [this] { copyDiagnostics(shownError()); });
    connect(new QShortcut(Qt::Key_F6, this), &QShortcut::activated, this, &MainWindow::cycleAreas);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &MainWindow::closeSomething);
}

void MainWindow::setUpLanguages()
{
    auto* const group = new QActionGroup(this);
    for (const QString& code : Language::codes()) {
        QAction* const action = m_ui->languageMenu->addAction(languageName(code));
        action->setCheckable(true);
        action->setChecked(code == m_language.code());
        action->setData(code);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] { switchLanguage(code); });
    }
}

} // namespace leadway
