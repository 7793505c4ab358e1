#pragma once

#include "app/account.h"

#include <QWidget>

#include <memory>

namespace leadway
{

class AccountForm;

namespace Ui // NOLINT(readability-identifier-naming): the name that uic gives it
{
class FirstStartPage;
}

/// What is shown while there is no account: asks for one, with help on where to find what is asked for, and
/// offers sample data. Hands on what is entered by accountEntered and is told the outcome. Owned by the
/// window, whose thread it lives on.
class FirstStartPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStartPage(QWidget* parent = nullptr);
    ~FirstStartPage() override;

    /// Fills the form with what is known. An account to go back to can be left with Cancel.
    void begin(const Account& known, bool canGoBack);
    void setSampleAvailable(bool isAvailable);
    /// The codes and names of the languages, and the one in use.
    void setLanguages(const QStringList& codes, const QString& current);

    /// While an account is tried out, the form waits.
    void setTesting(bool isTesting);
    /// Why the account does not work.
    void showError(const Error& error);

    AccountForm& form();

Q_SIGNALS:
    void accountEntered(const leadway::Account& account, const leadway::Token& token);
    void sampleRequested();
    void cancelled();
    void languageChosen(const QString& code);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setUpSheet();
    void onContinue();

    std::unique_ptr<Ui::FirstStartPage> m_ui;
    bool m_canGoBack = false;
    bool m_isTesting = false;
    bool m_isSampleAvailable = false;
};

} // namespace leadway
