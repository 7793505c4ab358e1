#pragma once

#include "app/wording.h"
#include "gui/accounthelp.h"
#include "gui/accountsdialog.h"
#include "gui/exportdialog.h"
#include "gui/filterform.h"
#include "gui/firststartpage.h"
#include "gui/jobcard.h"
#include "gui/messagepane.h"
#include "gui/messagetable.h"
#include "gui/windowfixture.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include <functional>
#include <string_view>
#include <vector>

namespace leadway::test
{

/// \file
/// Every state of the window and its dialogs that a test may want to look at. In the window's thread.

inline ExportReport report(qint64 written, std::optional<qint64> expected)
{
    ExportReport report;
    WalkReport walk;
    walk.expected = expected;
    walk.received = written;
    walk.written = written;
    report.walks = {walk};
    report.path = QStringLiteral("/tmp/Documents/Clínica Sol – all messages – 2025-10-16 to 2025-11-14.csv");
    return report;
}

inline Error errorOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

/// A state of the window or of one of its dialogs.
struct Scene {
    const char* name;
    std::function<QWidget*(WindowFixture&)> open; // the window to look at
};

inline QWidget* mainPage(WindowFixture& fixture)
{
    fixture.open();
    return fixture.window.get();
}

inline QWidget* rows(WindowFixture& fixture)
{
    mainPage(fixture);
    fixture.click("showPushButton");
    auto* const table = fixture.find<MessageTable>("messageTable");
    if (!QTest::qWaitFor([table] { return table->isVisible() && table->model()->rowCount() > 0; })) {
        qFatal("no rows come");
    }
    auto* const page = fixture.find<QWidget>("messagePage");
    if (!QTest::qWaitFor([page] { return page->isVisible(); })) {
        qFatal("the first message is not shown");
    }
    return fixture.window.get();
}

inline QWidget* accounts(WindowFixture& fixture)
{
    mainPage(fixture);
    Account second = fixture.account();
    second.name = QStringLiteral("Clínica Sol, Valencia");
    fixture.window->accounts().save(second, Token("pit-demo"));
    fixture.click("accountsToolButton");
    return fixture.waitFor<AccountsDialog>("accountsDialog");
}

inline QWidget* card(WindowFixture& fixture, const std::function<void(JobCard&)>& tell)
{
    rows(fixture);
    auto* const card = fixture.find<JobCard>("jobCard");
    ExportRequest request;
    request.query.locationId = fixture.account().locationId;
    request.path = QStringLiteral("/tmp/Documents/Clínica Sol – all messages.csv");
    card->begin(request, QStringLiteral("Clínica Sol"));
    tell(*card);
    return fixture.window.get();
}

inline UnfinishedExport unfinishedExport(const Account& account)
{
    UnfinishedExport unfinished;
    unfinished.id = QStringLiteral("kept");
    unfinished.account = account;
    unfinished.request.query.locationId = account.locationId;
    unfinished.received = 8200;
    unfinished.expected = 12345;
    unfinished.touched = QDateTime(QDate(2025, 11, 14), QTime(12, 0), Qt::UTC);
    return unfinished;
}

inline QWidget* exportDialog(WindowFixture& fixture)
{
    rows(fixture);
    fixture.click("exportPushButton");
    return fixture.waitFor<ExportDialog>();
}

inline std::vector<Scene> scenes()
{
    return {
        {"first-start", [](WindowFixture& fixture) -> QWidget* { return fixture.window.get(); }},
        {"first-start-faults",
         [](WindowFixture& fixture) -> QWidget* {
             fixture.click("advancedToolButton", fixture.find<QWidget>("firstStartPage"));
             fixture.find<QLineEdit>("locationLineEdit")->setText(fixture.account().locationId);
             fixture.find<FirstStartPage>("firstStartPage")->showError(errorOf(ErrorKind::TokenInvalid));
             fixture.find<FirstStartPage>("firstStartPage")->showError(errorOf(ErrorKind::Network));
             return fixture.window.get();
         }},
        {"empty", mainPage},
        {"rows", rows},
        {"all-fields",
         [](WindowFixture& fixture) -> QWidget* {
             rows(fixture);
             fixture.find<QTabBar>("detailsTabBar")->setCurrentIndex(2);
             return fixture.window.get();
         }},
        {"conversation",
         [](WindowFixture& fixture) -> QWidget* {
             rows(fixture);
             fixture.find<QTabBar>("detailsTabBar")->setCurrentIndex(1);
             return fixture.window.get();
         }},
        {"found",
         [](WindowFixture& fixture) -> QWidget* {
             rows(fixture);
             fixture.find<QLineEdit>("findLineEdit")->setText(QStringLiteral("gracias"));
             auto* const next = fixture.find<QWidget>("findNextToolButton");
             if (!QTest::qWaitFor([next] { return next->isEnabled(); })) {
                 qFatal("nothing is found");
             }
             return fixture.window.get();
         }},
        {"accounts", accounts},
        {"accounts-faults",
         [](WindowFixture& fixture) -> QWidget* {
             auto* const dialog = static_cast<AccountsDialog*>(accounts(fixture));
             fixture.find<QLineEdit>("serverLineEdit", dialog)
                 ->setText(QStringLiteral("https://services.example"));
             fixture.click("advancedToolButton", dialog);
             fixture.click("savePushButton", dialog);
             dialog->mend(errorOf(ErrorKind::OtherLocation));
             dialog->mend(errorOf(ErrorKind::StoreLocked));
             return dialog;
         }},
        {"session-only",
         [](WindowFixture& fixture) -> QWidget* {
             rows(fixture);
             fixture.find<FilterForm>("filterForm")->setNote(wording::sessionOnly());
             return fixture.window.get();
         }},
        {"unlock-note",
         [](WindowFixture& fixture) -> QWidget* {
             rows(fixture);
             fixture.find<FilterForm>("filterForm")->setNote(wording::unlock(), true);
             return fixture.window.get();
         }},
        {"account-help",
         [](WindowFixture& fixture) -> QWidget* {
             mainPage(fixture);
             openAccountHelp(fixture.window.get());
             return fixture.waitFor<QDialog>("accountHelpDialog");
         }},
        {"help",
         [](WindowFixture& fixture) -> QWidget* {
             fixture.find<QAction>("helpAction")->trigger();
             const auto windows = QApplication::topLevelWidgets();
             const auto help = std::find_if(windows.begin(), windows.end(), [](const QWidget* widget) {
                 return widget->objectName() == QStringLiteral("helpWindow") && widget->isVisible();
             });
             if (help == windows.end()) {
                 qFatal("no help opens");
             }
             (*help)->resize(fixture.window->size());
             return *help;
         }},
        {"about",
         [](WindowFixture& fixture) -> QWidget* {
             fixture.find<QAction>("aboutAction")->trigger();
             return fixture.waitFor<QDialog>("aboutDialog");
         }},
        {"locked",
         [](WindowFixture& fixture) -> QWidget* {
             mainPage(fixture);
             PreviewState state;
             state.error = errorOf(ErrorKind::StoreLocked);
             auto* const pane = fixture.find<MessagePane>("messagePane");
             pane->begin(Qt::DescendingOrder);
             pane->setState(state);
             return fixture.window.get();
         }},
        {"unlock",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) {
                 card.setState(Waiting{{}, std::chrono::seconds(0), errorOf(ErrorKind::StoreLocked)});
             });
         }},
        {"filters",
         [](WindowFixture& fixture) -> QWidget* {
             rows(fixture);
             fixture.choose(DateChoice::OtherDates);
             fixture.click("advancedToolButton", fixture.find<QWidget>("filterForm"));
             fixture.find<QComboBox>("sortByComboBox")->setCurrentIndex(1);
             return fixture.window.get();
         }},
        {"filtered",
         [](WindowFixture& fixture) -> QWidget* {
             mainPage(fixture);
             fixture.choose(DateChoice::Last30Days);
             fixture.click("moreFiltersToolButton");
             fixture.find<QComboBox>("directionComboBox")->setCurrentIndex(1);
             fixture.find<QComboBox>("statusComboBox")->setCurrentIndex(1);
             fixture.find<QComboBox>("statusComboBox")->setCurrentIndex(0);
             fixture.find<QLineEdit>("wordsLineEdit")->setText(QStringLiteral("cita"));
             fixture.click("showPushButton");
             auto* const page = fixture.find<QWidget>("messagePage");
             if (!QTest::qWaitFor([page] { return page->isVisible(); })) {
                 qFatal("nothing is found");
             }
             return fixture.window.get();
         }},
        {"filtered-export",
         [](WindowFixture& fixture) -> QWidget* {
             mainPage(fixture);
             fixture.choose(DateChoice::LastMonth);
             fixture.click("moreFiltersToolButton");
             fixture.find<QComboBox>("directionComboBox")->setCurrentIndex(1);
             fixture.find<QComboBox>("statusComboBox")->setEditText(QStringLiteral("failed"));
             fixture.find<QLineEdit>("wordsLineEdit")->setText(QStringLiteral("cita del martes"));
             fixture.click("attachmentCheckBox");
             fixture.click("moreFiltersToolButton");
             fixture.click("exportPushButton");
             return fixture.waitFor<ExportDialog>();
         }},
        {"more-filters",
         [](WindowFixture& fixture) -> QWidget* {
             rows(fixture);
             fixture.click("moreFiltersToolButton");
             fixture.find<QLineEdit>("contactLineEdit")->setText(QStringLiteral("Laura Pons"));
             QTest::keyClick(fixture.find<QLineEdit>("contactLineEdit"), Qt::Key_Return);
             return fixture.window.get();
         }},
        {"running",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) { card.setState(Fetching{4120, 12345}); });
         }},
        {"waiting",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) {
                 card.setState(Waiting{{4120, 12345}, std::chrono::seconds(8), std::nullopt});
             });
         }},
        {"paused",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) { card.setState(Paused{{4120, 12345}}); });
         }},
        {"unfinished",
         [](WindowFixture& fixture) -> QWidget* {
             mainPage(fixture);
             fixture.find<JobCard>("jobCard")->offer(unfinishedExport(fixture.account()), true);
             return fixture.window.get();
         }},
        {"day-over",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) {
                 card.setState(Failed{errorOf(ErrorKind::DailyLimit), 8200, QStringLiteral("kept")});
             });
         }},
        {"partial",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) {
                 ExportReport part = report(8200, 12345);
                 part.isPartial = true;
                 card.setState(Finished{part, {}});
             });
         }},
        {"writing",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) { card.setState(Rendering{9000, 12345}); });
         }},
        {"finished",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) {
                 card.setCanSaveAgain(true);
                 card.setState(Finished{report(12345, 12345), {}});
             });
         }},
        {"short",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) { card.setState(Finished{report(12300, 12345), {}}); });
         }},
        {"failed",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) {
                 card.setState(Failed{errorOf(ErrorKind::FileInUse), 12345, QStringLiteral("kept")});
             });
         }},
        {"token",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) {
                 card.setState(Failed{errorOf(ErrorKind::TokenInvalid), 0, {}});
             });
         }},
        {"cancelled",
         [](WindowFixture& fixture) {
             return card(fixture, [](JobCard& card) { card.setState(Cancelled{}); });
         }},
        {"no-match",
         [](WindowFixture& fixture) -> QWidget* {
             mainPage(fixture);
             fixture.find<QLineEdit>("contactLineEdit")->setText(QStringLiteral("nobody00000000000000"));
             fixture.click("showPushButton");
             auto* const page = fixture.find<QWidget>("noMatchPage");
             if (!QTest::qWaitFor([page] { return page->isVisible(); })) {
                 qFatal("the page does not come");
             }
             return fixture.window.get();
         }},
        {"error",
         [](WindowFixture& fixture) -> QWidget* {
             fixture.open("pit-old");
             fixture.click("showPushButton");
             auto* const page = fixture.find<QWidget>("errorPage");
             if (!QTest::qWaitFor([page] { return page->isVisible(); })) {
                 qFatal("the page does not come");
             }
             return fixture.window.get();
         }},
        {"export", exportDialog},
        {"export-exact",
         [](WindowFixture& fixture) -> QWidget* {
             QWidget* const dialog = exportDialog(fixture);
             fixture.find<QRadioButton>("csvExactRadioButton", dialog)->setChecked(true);
             return dialog;
         }},
        {"export-json",
         [](WindowFixture& fixture) -> QWidget* {
             QWidget* const dialog = exportDialog(fixture);
             fixture.find<QRadioButton>("jsonRadioButton", dialog)->setChecked(true);
             fixture.find<QComboBox>("filesComboBox", dialog)->setCurrentIndex(1);
             return dialog;
         }},
        {"export-own-columns",
         [](WindowFixture& fixture) -> QWidget* {
             QWidget* const dialog = exportDialog(fixture);
             fixture.find<QComboBox>("columnsComboBox", dialog)->setCurrentIndex(2);
             return dialog;
         }},
        {"export-simple",
         [](WindowFixture& fixture) -> QWidget* {
             QWidget* const dialog = exportDialog(fixture);
             fixture.find<QComboBox>("columnsComboBox", dialog)->setCurrentIndex(0);
             fixture.find<QLineEdit>("nameLineEdit", dialog)->clear();
             fixture.click("savePushButton", dialog);
             return dialog;
         }},
    };
}

/// That of a name, opened.
inline QWidget* openScene(WindowFixture& fixture, std::string_view name)
{
    for (const Scene& scene : scenes()) {
        if (scene.name == name) {
            return scene.open(fixture);
        }
    }
    qFatal("there is no such scene");
    return nullptr;
}

} // namespace leadway::test
