// How the window comes by an account: the first start, the list, a token that has to be mended.

#include "app/log.h"
#include "app/logwords.h"
#include "app/wording.h"
#include "gui/accountform.h"
#include "gui/accountsdialog.h"
#include "gui/detailspane.h"
#include "gui/filterform.h"
#include "gui/firststartpage.h"
#include "gui/mainwindow.h"
#include "gui/messagepane.h"
#include "gui/overviewpanel.h"
#include "ui_mainwindow.h"

#include <QDateTime>
#include <QPushButton>

namespace leadway
{

// The account of the last time, else the first, else none: then one is asked for.
void MainWindow::openUsual()
{
    const QList<Account> all = m_accounts.all();
    if (all.isEmpty()) {
        m_account = {};
        askForAccount();
        return;
    }
    openAccount(m_accounts.find(m_settings.currentAccount()).value_or(all.constFirst()));
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
    rememberFilters();
    m_account = account;
    m_shownQuery.reset();
    ++m_show;
    m_isShowPending = false;
    m_engine.endPreview();
    m_pane->clear();
    m_overview->clear();
    m_trail.clear();
    tellWayBack();
    updateOverview();
    updateDetails();
    m_form->setAccounts(choices(), m_account);
    Filters filters = usualFilters(todayIn(m_export.format.zone));
    if (!m_account.isSample) {
        filters = m_settings.filters(m_account.id, filters);
        m_settings.setCurrentAccount(m_account.id);
    }
    m_form->setFilters(filters);
    m_details->setCanOpenInCrm(!m_account.crmHost.isEmpty());
    onTokenNoteChanged();
    goToMainPage();
}

void MainWindow::openSample()
{
    if (const auto sample = m_startSample ? m_startSample() : std::nullopt) {
        m_sample = sample->account;
        m_accounts.connectWith(sample->account, sample->token);
        openAccount(sample->account);
        showMessages();
    } else {
        showNotice(tr("The sample data could not be started."));
    }
}

void MainWindow::showNotice(const QString& text)
{
    m_firstPage->form().showNotice(text);
}

void MainWindow::goToMainPage()
{
    m_firstPage->form().clearToken();
    m_ui->pagesStackedWidget->setCurrentWidget(m_ui->mainPage);
    m_form->findChild<QPushButton*>(QStringLiteral("showPushButton"))->setFocus(Qt::OtherFocusReason);
    updateActions();
    tellStatus();
}

bool MainWindow::isOnMainPage() const
{
    return m_ui->pagesStackedWidget->currentWidget() == m_ui->mainPage;
}

void MainWindow::testAccount(const Account& account, const Token& token)
{
    m_candidate = account;
    m_candidateToken = token;
    m_firstPage->setTesting(true);
    m_accounts.test(account, token);
}

void MainWindow::onTested(const std::optional<Error>& error)
{
    if (error) {
        m_log.write(QStringLiteral("account test failed: ") + errorInLog(*error));
    }
    if (!m_candidate) { // of the list's form
        return;
    }
    const Account candidate = *m_candidate;
    m_candidate.reset();
    const Token token = std::exchange(m_candidateToken, Token());
    if (error) {
        m_firstPage->showError(*error);
        return;
    }
    m_firstPage->setTesting(false);
    openAccount(m_accounts.save(candidate, token));
    showMessages();
}

// Cancel on the form: ends a test, else goes back to the account there was.
void MainWindow::leaveAccountForm()
{
    if (m_candidate) {
        m_candidate.reset();
        m_candidateToken = Token();
        m_accounts.cancelTest();
        m_firstPage->setTesting(false);
        m_firstPage->form().focusFirst();
    } else if (!m_account.locationId.isEmpty()) {
        goToMainPage();
    }
}

QList<Account> MainWindow::choices() const
{
    QList<Account> all = m_accounts.all();
    if (m_sample) {
        all.append(*m_sample);
    }
    return all;
}

void MainWindow::chooseAccount(const QUuid& id)
{
    if (id == m_account.id) {
        return;
    }
    const auto account = id.isNull() ? m_sample : m_accounts.find(id);
    if (account) {
        openAccount(*account);
    }
}

void MainWindow::onAccountsChanged()
{
    offerUnfinished();
    if (m_account.isSample || m_account.id.isNull()) {
        m_form->setAccounts(choices(), m_account);
    } else if (const auto account = m_accounts.find(m_account.id)) {
        m_account = *account;
        m_form->setAccounts(choices(), m_account);
        m_details->setCanOpenInCrm(!m_account.crmHost.isEmpty());
        onFormChanged();
    } else { // it was removed
        m_account = {};
        openUsual();
    }
}

void MainWindow::onTokenNoteChanged()
{
    switch (m_accounts.tokenNote(m_account.id)) {
    case Accounts::TokenNote::None:
        m_form->setNote({});
        break;
    case Accounts::TokenNote::WaitingForUnlock:
        m_form->setNote(wording::unlock(), true);
        break;
    case Accounts::TokenNote::SessionOnly:
        m_form->setNote(wording::sessionOnly());
        break;
    }
}

// What waits for the token says so, and goes on by itself once there is an answer.
void MainWindow::onWaitingForUnlock()
{
    const Error error{ErrorKind::StoreLocked, 0, {}, {}};
    if (m_isShowPending) {
        PreviewState state;
        state.error = error;
        state.canGoOn = false;
        onPreviewChanged(state);
    }
    if (m_isExportPending) {
        onExportChanged(Waiting{broughtBefore(), std::chrono::milliseconds(0), error});
    }
    if (m_candidate) {
        m_firstPage->form().showHint(wording::unlock());
    }
}

void MainWindow::manageAccounts()
{
    if (m_accounts.all().isEmpty()) {
        askForAccount();
        return;
    }
    auto* const dialog =
        new AccountsDialog(m_accounts, m_account.id, isExporting() ? m_exportAccount.id : QUuid(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::mendAccount(const Account& account, const Error& error)
{
    if (account.isSample || !m_accounts.find(account.id)) {
        askForAccount();
        return;
    }
    auto* const dialog =
        new AccountsDialog(m_accounts, account.id, isExporting() ? m_exportAccount.id : QUuid(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id = account.id] {
        if (id == m_account.id && m_pane->state().error) {
            showMessages();
        }
        if (id == m_exportAccount.id && std::holds_alternative<Failed>(m_exportState)) {
            tryExportAgain();
        }
    });
    dialog->open();
    dialog->mend(error);
}

} // namespace leadway
