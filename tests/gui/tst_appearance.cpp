#include "app/wording.h"
#include "gui/accounthelp.h"
#include "gui/accountsdialog.h"
#include "gui/colours.h"
#include "gui/exportdialog.h"
#include "gui/filterform.h"
#include "gui/firststartpage.h"
#include "gui/inspection.h"
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

#include <algorithm>
#include <functional>

using namespace leadway;
using namespace leadway::test;

namespace
{

ExportReport report(qint64 written, std::optional<qint64> expected)
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

Error errorOf(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

struct Scene {
    const char* name;
    std::function<QWidget*(WindowFixture&)> open; // the window to look at
};

QWidget* mainPage(WindowFixture& fixture)
{
    fixture.open();
    return fixture.window.get();
}

QWidget* rows(WindowFixture& fixture)
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

QWidget* accounts(WindowFixture& fixture)
{
    mainPage(fixture);
    Account second = fixture.account();
    second.name = QStringLiteral("Clínica Sol, Valencia");
    fixture.window->accounts().save(second, Token("pit-demo"));
    fixture.click("accountsToolButton");
    return fixture.waitFor<AccountsDialog>("accountsDialog");
}

QWidget* card(WindowFixture& fixture, const std::function<void(JobCard&)>& tell)
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

UnfinishedExport unfinishedExport(const Account& account)
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

QWidget* exportDialog(WindowFixture& fixture)
{
    rows(fixture);
    fixture.click("exportPushButton");
    return fixture.waitFor<ExportDialog>();
}

std::vector<Scene> scenes()
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

} // namespace

/// Looks at every scene of the window, in both languages, large and at its smallest, and leaves pictures of
/// them in the build folder.
class TestAppearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }

    void everySceneIsInOrder_data()
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QSize>("size");
        const auto all = scenes();
        for (std::size_t scene = 0; scene < all.size(); ++scene) {
            for (const char* code : {"en", "es"}) {
                for (const QSize size : {QSize(1280, 800), QSize(880, 500)}) {
                    QTest::addRow("%s-%s-%d", all[scene].name, code, size.width())
                        << static_cast<int>(scene) << QString(QLatin1String(code)) << size;
                }
            }
        }
    }
    void everySceneIsInOrder()
    {
        QFETCH(int, scene);
        QFETCH(QString, code);
        QFETCH(QSize, size);
        QSettings().clear();
        WindowFixture fixture(700);
        fixture.use(code);
        fixture.window->resize(size);
        QWidget* const top = scenes()[static_cast<std::size_t>(scene)].open(fixture);
        QVERIFY(QTest::qWaitForWindowExposed(top));
        QCoreApplication::processEvents(); // what has just come may move what was there
        const auto isWhole = [top] { return clipped(*top).isEmpty(); };
        QVERIFY2(QTest::qWaitFor(isWhole, 1000), told("cut", clipped(*top)).constData());
        QVERIFY2(clashes(*top).isEmpty(), told("the same letter", clashes(*top)).constData());
        QVERIFY2(nameless(*top).isEmpty(), told("without a name", nameless(*top)).constData());
        QVERIFY(takePicture(*top, QLatin1String(QTest::currentDataTag())));
        use(darkPalette());
        QVERIFY(takePicture(*top, QLatin1String(QTest::currentDataTag()) + QStringLiteral("-dark")));
        use(lightPalette());
    }

    void textsHaveEnoughContrast_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
    }
    void textsHaveEnoughContrast()
    {
        QFETCH(QPalette, palette);
        for (const auto ground : {QPalette::Window, QPalette::Base}) {
            for (const Tint tint :
                 {Tint::Text, Tint::Secondary, Tint::Accent, Tint::Success, Tint::Warning, Tint::Error}) {
                QVERIFY(contrast(colour(tint, palette), palette.color(ground)) >= 4.5);
            }
            QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(ground)) >= 4.5);
            QVERIFY(contrast(outline(palette), palette.color(ground)) >= 3);
        }
        QVERIFY(contrast(colour(Tint::Text, palette), foundGround(palette)) >= 4.5);
        for (const bool isOurs : {false, true}) {
            for (const QColor& ink :
                 {colour(Tint::Text, palette), bubbleNote(palette), colour(Tint::Error, palette)}) {
                QVERIFY(contrast(ink, bubbleGround(isOurs, palette)) >= 4.5);
            }
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >=
                4.5);
    }

private:
    static QByteArray told(const char* what, const QStringList& where)
    {
        return what + QByteArrayLiteral(": ") + where.join(QStringLiteral("; ")).toUtf8();
    }

    // By the rule of the Web Content Accessibility Guidelines.
    static double contrast(const QColor& a, const QColor& b)
    {
        const auto luminance = [](const QColor& colour) {
            const auto linear = [](double part) {
                return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
                   0.0722 * linear(colour.blueF());
        };
        const double first = luminance(a) + 0.05;
        const double second = luminance(b) + 0.05;
        return std::max(first, second) / std::min(first, second);
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestAppearance>(argc, argv);
}
#include "tst_appearance.moc"
