#pragma once

#include "app/accounts.h"
#include "app/datetrail.h"
#include "app/engine.h"
#include "app/exportlog.h"
#include "app/language.h"
#include "app/settings.h"
#include "gui/actionbuttons.h"
#include "gui/longwork.h"

#include <QMainWindow>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QVBoxLayout;

namespace leadway
{

class ContentSplitter;
class DetailsPane;
class ExportDialog;
class FilterForm;
class FirstStartPage;
class HelpDesk;
class JobCard;
class Log;
class MessagePane;
class OverviewPanel;
class RowMenu;
struct HelpPlace;
struct MessageDetails;
struct StartRequest;

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
    /// An account of invented messages, and what opens it.
    struct Sample {
        Account account;
        Token token;
    };
    /// Starts what serves them; nothing if that fails.
    using SampleStarter = std::function<std::optional<Sample>()>;

    /// `language` and `log` must outlive it.
    MainWindow(const JobSettings& settings, Language& language, Log& log, SampleStarter startSample = {});
    ~MainWindow() override;

    /// Asks for an account, with what is known of it filled in.
    void askForAccount(const Account& known = {});
    /// Goes to the main page with an account that is kept. Asks the service for nothing yet.
    void openAccount(const Account& account);
    void showMessages();
    void openSample();
    /// What the program's start asks for; with the window shown already.
    void meet(const StartRequest& request);
    /// Another start of the program found this window: it comes to the front, and does what is asked if that
    /// takes nobody away from what they are at.
    void meetAgain(const StartRequest& request);
    /// Something to be known before an account is entered.
    void showNotice(const QString& text);

    Accounts& accounts() { return m_accounts; }

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void setUpPages();
    void setUpActions();
    void setUpLanguages();
    void setUpRowMenu();
    void setUpOverview();
    void setUpFinding();
    void setUpConversation();
    void setUpHelp();
    void translateHelp();
    void connectEngine();
    void switchLanguage(const QString& code);
    void applyLanguage();
    void restore();
    void remember();
    void rememberFilters();

    void openUsual();
    void testAccount(const Account& account, const Token& token);
    void onTested(const std::optional<Error>& error);
    void onAccountsChanged();
    void onTokenNoteChanged();
    void onWaitingForUnlock();
    void leaveAccountForm();
    void goToMainPage();
    bool isOnMainPage() const;
    bool isIdle() const;
    QList<Account> choices() const;
    void chooseAccount(const QUuid& id);
    void manageAccounts();
    void mendAccount(const Account& account, const Error& error);

    void ask(const MessageQuery& query);
    void showOtherOrder();
    void onPreviewChanged(const PreviewState& state);
    void onExportChanged(const State& state);
    void onFormChanged();
    void onCardAction(Action action);
    void onPaneAction(Action action);
    std::optional<Error> shownError() const;
    void copyDiagnostics(const std::optional<Error>& error) const;
    void showDetails();

    void setDetailsOpen(bool isOpen);
    void updateDetails();

    void setOverviewOpen(bool isOpen);
    void updateOverview();
    void beginOverview(const MessageQuery& query);
    void tellWayBack();
    void narrowDates(QDate first, QDate last);
    void widenDates();

    using WithDetails = std::function<void(const MessageDetails&)>;
    void openRowMenu(const QPoint& at);
    void readRow(const WithDetails& then);
    void readCurrent();
    void onMessageRead(const SpoolPosition& position, const QByteArray& json);
    void showOnlyContact(const QString& contactId);
    void showOnlyConversation(const QString& conversationId);
    void openInCrm(const QString& contactId, const QString& conversationId);
    void onCrmHostFound(const QString& host);

    using Then = std::function<void(const ExportRequest&)>;
    void openExportDialog();
    ExportDialog* askHowToSave(const Account& account, const MessageQuery& query, std::optional<qint64> count,
                               const Then& then);
    void showBeginning(ExportDialog& dialog);
    void startExport(const Account& account, const ExportRequest& request);
    void openSavedExports();
    void runSaved(const SavedExport& saved, RunWay way);
    SavedRun keep(const QString& name, const Filters& filters, const ExportRequest& request);
    void noteSavedResult();
    QString writtenPath() const;
    void continueExport(const UnfinishedExport& earlier, bool isOnlyWhatCame);
    void runExport(const Account& account, const ExportRequest& request);
    void tryExportAgain();
    Fetching broughtBefore() const;
    void saveElsewhere();
    void saveAgain();
    void runSaveAgain();
    void showSavedAgain();
    bool canSaveAgain() const;
    void cancelExport();
    QString nothingSaved() const;
    void askToCancel();
    void askToClose();
    void closeQuestion();
    bool isExporting() const;

    void onUnfinishedFound(const QList<UnfinishedExport>& unfinished);
    void offerUnfinished();
    std::optional<UnfinishedExport> keptExport() const;
    void goOn();
    void saveWhatCame();
    void askToDiscard();
    void onCardDismissed();

    void tellStatus();
    void updateActions();
    void cycleAreas();
    void closeSomething();
    HelpPlace helpPlaceFor(const QWidget* focus) const;
    void showAbout();
    void lookForNewVersion();

    Engine m_engine;
    Settings m_settings;
    QString m_savedRoot; // where it is kept what saved exports have handed out
    Accounts m_accounts;
    Language& m_language;
    Log& m_log;
    ExportLog m_exportLog;
    LongWork m_longWork;
    SampleStarter m_startSample;
    Account m_account;                  // of the form and the table
    std::optional<Account> m_sample;    // once it was started
    std::optional<Account> m_candidate; // being tested
    Token m_candidateToken;
    std::optional<MessageQuery> m_shownQuery;
    int m_show = 0;               // the number of the preview asked for last
    bool m_isShowPending = false; // it waits for the token
    State m_exportState;
    ExportRequest m_export; // the last one; its options are offered again
    Account m_exportAccount;
    std::optional<UnfinishedExport> m_earlier; // that the last one went on with
    bool m_isOnlyWhatCame = false;             // it was only to be written
    QList<UnfinishedExport> m_unfinished;
    std::optional<UnfinishedExport> m_offered; // by the card
    QSet<QString> m_putAside;                  // by closing the card: not offered again until the next start
    struct Saved {
        Account account;
        ExportRequest request;
        Finished finished;
    };
    std::optional<Saved> m_saved; // the last file, as long as what it was made of is there
    bool m_isSpoolKept = false;   // what the last export brought
    bool m_isSavingAgain = false; // the last file is, or was, one more of the same messages
    int m_exportNumber = 0;
    bool m_isExportPending = false; // it waits for the token
    QString m_folder;
    bool m_isClosing = false;
    bool m_areDetailsOpen = true;
    bool m_isOverviewOpen = true;
    DateTrail m_trail;                                             // of the dates that were narrowed in it
    std::optional<SpoolPosition> m_current;                        // of the message in the details
    std::optional<std::pair<SpoolPosition, WithDetails>> m_wanted; // by the menu of a row

    std::unique_ptr<Ui::MainWindow> m_ui;
    FirstStartPage* m_firstPage;
    FilterForm* m_form;
    JobCard* m_card;
    MessagePane* m_pane;
    OverviewPanel* m_overview;
    DetailsPane* m_details;
    RowMenu* m_rowMenu;
    HelpDesk* m_helpDesk;
    ContentSplitter* m_content; // the table and the details
    QLabel* m_moreLabel;
    QLabel* m_zoneLabel;
};

} // namespace leadway
