#pragma once

#include "app/engine.h"
#include "app/language.h"
#include "gui/account.h"
#include "gui/actionbuttons.h"

#include <QMainWindow>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QVBoxLayout;

namespace leadway
{

class FilterForm;
class FirstStartPage;
class JobCard;
class MessagePane;

namespace Ui // NOLINT(readability-identifier-naming): the name that uic gives it
{
class MainWindow;
}

/// The window: hands what is asked for in the form to the engine, and what the engine tells to the card and
/// the table. Owned by main, on the main thread; owns the engine and so the worker's thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Starts what makes an account of invented messages; nothing if that fails.
    using SampleStarter = std::function<std::optional<Account>()>;

    MainWindow(const JobSettings& settings, Language& language, SampleStarter startSample = {});
    ~MainWindow() override;

    /// Asks for an account, with what is known of it filled in.
    void askForAccount(const Account& known = {});
    /// Goes to the main page with an account. Asks the service for nothing yet.
    void openAccount(const Account& account);
    void showMessages();
    void openSample();
    /// Something to be known before an account is entered.
    void showNotice(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void setUpPages();
    void setUpActions();
    void setUpLanguages();
    void connectEngine();
    void switchLanguage(const QString& code);
    void applyLanguage();
    void restore();
    void remember() const;

    void testAccount(const Account& account);
    void leaveAccountForm();
    void goToMainPage();
    bool isOnMainPage() const;

    void onPreviewChanged(const PreviewState& state);
    void onExportChanged(const State& state);
    void onFormChanged();
    void onCardAction(Action action);
    void onPaneAction(Action action);
    void mendAccount();
    void copyDiagnostics(const Error& error) const;
    void showDetails();

    void openExportDialog();
    void startExport(const ExportRequest& request);
    void askToCancel(bool isClosing);
    bool isExporting() const;

    void tellStatus();
    void updateActions();
    void cycleAreas();
    void closeSomething();
    void showAbout();

    Engine m_engine;
    Language& m_language;
    SampleStarter m_startSample;
    Account m_account;
    std::optional<Account> m_candidate; // being tested
    std::optional<MessageQuery> m_shownQuery;
    State m_exportState;
    ExportRequest m_export; // the last one; its options are offered again
    QString m_folder;
    bool m_isClosing = false;

    std::unique_ptr<Ui::MainWindow> m_ui;
    FirstStartPage* m_firstPage;
    FilterForm* m_form;
    JobCard* m_card;
    MessagePane* m_pane;
    QLabel* m_moreLabel;
    QLabel* m_zoneLabel;
};

} // namespace leadway
