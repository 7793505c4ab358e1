#pragma once

#include "app/accounts.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace leadway
{

namespace Ui // NOLINT(readability-identifier-naming): the name that uic gives it
{
class AccountsDialog;
}

/// The list of accounts: add, change, try out and remove them. What was changed and not saved is asked about
/// before it goes. Opened by the window with open(), which also owns it; the window's thread.
class AccountsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `selected` is shown first. `exporting` cannot be removed meanwhile; null if no export is running.
    AccountsDialog(Accounts& accounts, const QUuid& selected, const QUuid& exporting,
                   QWidget* parent = nullptr);
    ~AccountsDialog() override;

    /// Says why the selected account does not work, and closes once it has been saved.
    void mend(const Error& error);

    /// The account saved last; null if none was.
    const QUuid& savedAccount() const { return m_saved; }

    void reject() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void select(const QUuid& id);
    void onRowChanged();
    void add();
    void askToRemove();
    void test();
    bool save();
    void onTested(const std::optional<Error>& error);
    /// Runs `next`, after a question if something would be lost.
    void leaveForm(const std::function<void()>& next);
    void updateButtons();

    Accounts& m_accounts;
    std::unique_ptr<Ui::AccountsDialog> m_ui;
    QUuid m_selected; // null while a new account is entered
    QUuid m_exporting;
    QUuid m_saved;
    bool m_isTesting = false;
    bool m_closesOnSave = false;
};

} // namespace leadway
