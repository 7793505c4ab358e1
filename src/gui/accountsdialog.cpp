#include "gui/accountsdialog.h"

#include "app/wording.h"
#include "gui/accountform.h"
#include "gui/style.h"
#include "ui_accountsdialog.h"

#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>

#include <algorithm>

namespace leadway
{

AccountsDialog::AccountsDialog(Accounts& accounts, const QUuid& selected, const QUuid& exporting,
                               QWidget* parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_ui(std::make_unique<Ui::AccountsDialog>())
    , m_selected(selected)
    , m_exporting(exporting)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("accountsDialog"));
    m_ui->formScrollArea->viewport()->setAutoFillBackground(false);
    m_ui->formWidget->setAutoFillBackground(false);
    connect(m_ui->accountsListWidget, &QListWidget::currentRowChanged, this, &AccountsDialog::onRowChanged);
    connect(m_ui->accountForm, &AccountForm::edited, this, &AccountsDialog::updateButtons);
    connect(m_ui->addPushButton, &QPushButton::clicked, this, [this] { leaveForm([this] { add(); }); });
    connect(m_ui->removePushButton, &QPushButton::clicked, this, &AccountsDialog::askToRemove);
    connect(m_ui->testPushButton, &QPushButton::clicked, this, &AccountsDialog::test);
    connect(m_ui->savePushButton, &QPushButton::clicked, this, &AccountsDialog::save);
    connect(m_ui->closePushButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_accounts, &Accounts::tested, this, &AccountsDialog::onTested);
    connect(&m_accounts, &Accounts::waitingForUnlock, this,
            [this] { m_ui->accountForm->showHint(wording::unlock()); });
    connect(&m_accounts, &Accounts::changed, this, [this] {
        fill();
        if (const auto account = m_accounts.find(m_selected)) {
            m_ui->accountForm->setHasToken(m_accounts.hasToken(*account));
        }
    });
    fill();
    select(selected);
    constexpr QSize usual(760, 560);
    constexpr int around = 64;
    resize(usual.boundedTo(screen()->availableSize() - QSize(around, around)));
}

AccountsDialog::~AccountsDialog() = default;

void AccountsDialog::fill()
{
    const QSignalBlocker blocker(m_ui->accountsListWidget);
    m_ui->accountsListWidget->clear();
    const QList<Account> all = m_accounts.all();
    for (const Account& account : all) {
        auto* const item = new QListWidgetItem(account.displayName(), m_ui->accountsListWidget);
        item->setData(Qt::UserRole, account.id);
        item->setSizeHint({0, kTableRowHeight});
        if (account.id == m_selected) {
            m_ui->accountsListWidget->setCurrentItem(item);
        }
    }
    updateButtons();
}

// Shows an account; the first if it is not there, an empty form if there are none.
void AccountsDialog::select(const QUuid& id)
{
    const QList<Account> all = m_accounts.all();
    const auto found =
        std::find_if(all.begin(), all.end(), [&id](const Account& account) { return account.id == id; });
    if (found == all.end() && !all.isEmpty()) {
        select(all.constFirst().id);
        return;
    }
    m_selected = found == all.end() ? QUuid() : id;
    if (found == all.end()) {
        m_ui->accountForm->begin({});
    } else {
        m_ui->accountForm->begin(*found, m_accounts.hasToken(*found));
    }
    m_isTesting = false;
    fill();
}

void AccountsDialog::onRowChanged()
{
    const QListWidgetItem* const item = m_ui->accountsListWidget->currentItem();
    const QUuid wanted = item ? item->data(Qt::UserRole).toUuid() : QUuid();
    if (wanted.isNull() || wanted == m_selected) {
        return;
    }
    fill(); // stays where it was until it is decided
    leaveForm([this, wanted] { select(wanted); });
}

void AccountsDialog::add()
{
    m_selected = QUuid();
    fill();
    m_ui->accountsListWidget->setCurrentRow(-1);
    m_ui->accountForm->begin({});
    m_ui->accountForm->focusFirst();
    updateButtons();
}

void AccountsDialog::askToRemove()
{
    const auto account = m_accounts.find(m_selected);
    if (!account) {
        return;
    }
    auto* const question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("removeMessageBox"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(windowTitle());
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("Remove “%1” from this computer?").arg(account->displayName()));
    question->setInformativeText(tr("Its token and what was fetched for unfinished exports are deleted too. "
                                    "The files that you saved stay."));
    auto* const remove = question->addButton(tr("Re&move"), QMessageBox::DestructiveRole);
    auto* const keep = question->addButton(tr("&Keep"), QMessageBox::RejectRole);
    remove->setObjectName(QStringLiteral("confirmRemovePushButton"));
    keep->setObjectName(QStringLiteral("keepPushButton"));
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(remove, &QAbstractButton::clicked, this, [this, id = account->id] {
        m_accounts.remove(id);
        select({});
    });
    question->open();
}

void AccountsDialog::test()
{
    if (!m_ui->accountForm->check()) {
        return;
    }
    m_isTesting = true;
    m_ui->accountForm->showHint(tr("Testing the account…"));
    updateButtons();
    m_accounts.test(m_ui->accountForm->account(), m_ui->accountForm->token());
}

void AccountsDialog::onTested(const std::optional<Error>& error)
{
    if (!m_isTesting) {
        return;
    }
    m_isTesting = false;
    updateButtons();
    m_ui->accountForm->clearNotes();
    if (error) {
        m_ui->accountForm->showError(*error, *m_ui->testPushButton);
    } else {
        m_ui->accountForm->showGood(tr("It works."));
    }
}

bool AccountsDialog::save()
{
    if (!m_ui->accountForm->check()) {
        return false;
    }
    m_accounts.cancelTest();
    const Account kept = m_accounts.save(m_ui->accountForm->account(), m_ui->accountForm->token());
    m_saved = kept.id;
    select(kept.id);
    m_ui->accountForm->showGood(tr("Saved."));
    if (m_closesOnSave) {
        accept();
    }
    return true;
}

void AccountsDialog::mend(const Error& error)
{
    m_closesOnSave = true;
    m_ui->accountForm->showError(error, *m_ui->testPushButton);
}

void AccountsDialog::leaveForm(const std::function<void()>& next)
{
    if (!m_ui->accountForm->isChanged()) {
        next();
        return;
    }
    auto* const question = new QMessageBox(this);
    question->setObjectName(QStringLiteral("changesMessageBox"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(windowTitle());
    question->setTextFormat(Qt::PlainText);
    question->setText(tr("Save what you changed?"));
    auto* const save = question->addButton(tr("&Save"), QMessageBox::AcceptRole);
    auto* const discard = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    auto* const goBack = question->addButton(tr("&Go back"), QMessageBox::RejectRole);
    save->setObjectName(QStringLiteral("saveChangesPushButton"));
    discard->setObjectName(QStringLiteral("discardChangesPushButton"));
    goBack->setObjectName(QStringLiteral("goBackPushButton"));
    question->setDefaultButton(save);
    question->setEscapeButton(goBack);
    connect(save, &QAbstractButton::clicked, this, [this, next] {
        if (this->save()) {
            next();
        }
    });
    connect(discard, &QAbstractButton::clicked, this, [next] { next(); });
    question->open();
}

void AccountsDialog::reject()
{
    leaveForm([this] {
        m_accounts.cancelTest();
        done(m_saved.isNull() ? Rejected : Accepted);
    });
}

void AccountsDialog::updateButtons()
{
    const bool isExporting = !m_selected.isNull() && m_selected == m_exporting;
    m_ui->removePushButton->setEnabled(!m_selected.isNull() && !isExporting);
    m_ui->removePushButton->setToolTip(isExporting ? tr("An export of this account is running") : QString());
    m_ui->testPushButton->setEnabled(!m_isTesting);
    m_ui->savePushButton->setEnabled(m_ui->accountForm->isChanged());
}

void AccountsDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        updateButtons();
    }
    QDialog::changeEvent(event);
}

} // namespace leadway
