#pragma once

#include "app/previewrow.h"
#include "gui/account.h"

#include <QWidget>

#include <memory>

namespace leadway
{

class FieldNote;

namespace Ui // NOLINT(readability-identifier-naming): the name that uic gives it
{
class FirstStartPage;
}

/// Asks for an account: where it is, the token, a name for it. Checks what can be checked here, hands the
/// rest on by accountEntered and is told the outcome. Keeps the token only while it is on the screen. Owned
/// by the window, whose thread it lives on.
class FirstStartPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStartPage(QWidget* parent = nullptr);
    ~FirstStartPage() override;

    /// Fills the form with what is known, the token excepted, and puts the focus where something is missing.
    /// An account to go back to can be left with Cancel.
    void begin(const Account& known, bool canGoBack);
    void setSampleAvailable(bool isAvailable);
    /// The codes and names of the languages, and the one in use.
    void setLanguages(const QStringList& codes, const QString& current);

    /// While an account is tried out, the form waits.
    void setTesting(bool isTesting);
    /// Why the account does not work.
    void showError(const Error& error);
    /// A sentence that belongs to no field.
    void showNotice(const QString& text);
    /// Forgets the token.
    void clearToken();

Q_SIGNALS:
    void accountEntered(const leadway::Account& account);
    void sampleRequested();
    void cancelled();
    void languageChosen(const QString& code);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setUpWords();
    void setUpHelp();
    void onLocationEdited();
    void onContinue();
    void clearNotes();
    /// Says what is wrong under a field and goes there.
    void pointOut(FieldNote& note, const QString& text, QWidget& field);
    void updateTokenHint();
    Connection connection() const;

    std::unique_ptr<Ui::FirstStartPage> m_ui;
    bool m_canGoBack = false;
    bool m_isTesting = false;
    bool m_isSampleAvailable = false;
};

} // namespace leadway
