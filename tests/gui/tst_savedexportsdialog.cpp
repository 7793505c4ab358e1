// Saved exports by clicks: keeping one, running it again in two clicks, renaming and deleting it.

#include "app/savedstate.h"
#include "gui/exportdialog.h"
#include "gui/inspection.h"
#include "gui/jobcard.h"
#include "gui/savedexportsdialog.h"
#include "gui/windowfixture.h"

#include <QCheckBox>
#include <QInputDialog>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

using namespace leadway;
using namespace leadway::test;
using simulator::Behaviour;

namespace
{

constexpr qint64 kHour = 3600LL * 1000;

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

// The service so many hours ago.
void setTime(WindowFixture& fixture, int hoursAgo)
{
    const simulator::Generator& generator = fixture.server.generator();
    const qint64 now = generator.scenario().newestMsecs - hoursAgo * kHour;
    Behaviour behaviour = fixture.server.behaviour();
    behaviour.dateMsecs = now / 1000 * 1000;
    behaviour.notYetThere = [&generator, now](qint64 index) { return generator.placeMsecs(index) >= now; };
    fixture.server.setBehaviour(behaviour);
}

SavedExport saved(const QUuid& account, const char* name, Channels channels, Format format)
{
    SavedExport made;
    made.id = QUuid::createUuid();
    made.name = text(name);
    made.account = account;
    made.filters.dates = DateChoice::AllTime;
    made.filters.channels = channels;
    made.filters.sortOrder = SortOrder::Ascending;
    made.format.format = format;
    return made;
}

SavedExportsDialog* openList(const WindowFixture& fixture)
{
    fixture.window->activateWindow();
    if (!QTest::qWaitForWindowActive(fixture.window.get())) {
        qFatal("the window does not become active again");
    }
    QTest::keyClick(fixture.window.get(), Qt::Key_R, Qt::ControlModifier);
    return fixture.waitFor<SavedExportsDialog>("savedExportsDialog");
}

QString titleOf(const WindowFixture& fixture)
{
    return fixture.find<QLabel>("cardTitleLabel", fixture.find<JobCard>("jobCard"))->text();
}

} // namespace

class TestSavedExportsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { QSettings().clear(); }

    void oneIsKeptWhileExportingAndRunAgainInTwoClicks()
    {
        WindowFixture fixture;
        fixture.open();
        setTime(fixture, 72);
        fixture.click("exportPushButton");
        auto* const dialog = fixture.waitFor<ExportDialog>();
        auto* const keep = fixture.find<QCheckBox>("keepCheckBox", dialog);
        QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(8, keep->height() / 2));
        auto* const name = fixture.find<QLineEdit>("keepNameLineEdit", dialog);
        QTRY_VERIFY(name->isVisible() && name->hasFocus());
        QTest::keyClicks(name, text("Everything new"));
        QVERIFY(takePicture(*dialog, text("keep-en")));
        fixture.click("savePushButton", dialog);
        QTRY_VERIFY(fixture.window->findChild<QWidget*>(text("openFilePushButton")));
        const QList<SavedExport> kept = Settings().savedExports();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.constFirst().name, text("Everything new"));
        QVERIFY(kept.constFirst().last && kept.constFirst().last->messages > 0);
        QCOMPARE(fixture.files().size(), 1);

        setTime(fixture, 0);
        fixture.click("savedPushButton"); // one
        auto* const list = fixture.waitFor<SavedExportsDialog>("savedExportsDialog");
        QCOMPARE(fixture.find<QListWidget>("savedListWidget", list)->count(), 1);
        fixture.click("newPushButton", list); // two
        QTRY_VERIFY(Settings().savedExports().constFirst().last->way == RunWay::OnlyNew);
        const SavedResult result = *Settings().savedExports().constFirst().last;
        QVERIFY(result.messages > 0);
        QVERIFY2(titleOf(fixture).endsWith(text(" new messages.")), qPrintable(titleOf(fixture)));
        QCOMPARE(fixture.files().size(), 2); // newest first is never added to

        openList(fixture);
        fixture.click("newPushButton", fixture.find<SavedExportsDialog>("savedExportsDialog"));
        QTRY_COMPARE(titleOf(fixture), text("There was nothing new, so no file was written."));
        QCOMPARE(fixture.files().size(), 2);
        QVERIFY(!fixture.window->findChild<QWidget*>(text("openFilePushButton")));
    }

    void theAccentIsOnTheWayUsedLast()
    {
        WindowFixture fixture(50);
        fixture.open();
        const QUuid account = fixture.window->accounts().all().constFirst().id;
        SavedExport one = saved(account, "One", allChannels(), Format::JsonLines);
        one.folder = fixture.documents().path();
        Settings().save(one);
        SavedExportsDialog* dialog = openList(fixture);
        QVERIFY(fixture.find<QPushButton>("newPushButton", dialog)->property("accent").toBool());
        QVERIFY(!fixture.find<QPushButton>("allPushButton", dialog)->property("accent").toBool());
        fixture.click("allPushButton", dialog);
        QTRY_VERIFY(Settings().savedExports().constFirst().last);
        QTRY_VERIFY(!fixture.window->findChild<SavedExportsDialog*>());
        dialog = openList(fixture);
        QVERIFY(!fixture.find<QPushButton>("newPushButton", dialog)->property("accent").toBool());
        QVERIFY(fixture.find<QPushButton>("allPushButton", dialog)->property("accent").toBool());
        // Enter on a row runs it that way.
        QTest::keyClick(fixture.find<QListWidget>("savedListWidget", dialog), Qt::Key_Return);
        QTRY_COMPARE(fixture.files().size(), 2);
    }

    void areRenamedAndDeleted()
    {
        WindowFixture fixture(50);
        fixture.open();
        const QUuid account = fixture.window->accounts().all().constFirst().id;
        SavedExport one = saved(account, "One", allChannels(), Format::JsonLines);
        one.folder = fixture.documents().path();
        Settings().save(one);
        SavedExportsDialog* dialog = openList(fixture);
        fixture.click("newPushButton", dialog);
        const QString state = savedStatePath(fixture.home.filePath(text("saved")), account, one.id);
        QTRY_VERIFY(Settings().savedExports().constFirst().last && QFile::exists(state));
        QTRY_VERIFY(!fixture.window->findChild<SavedExportsDialog*>());

        dialog = openList(fixture);
        fixture.click("renamePushButton", dialog);
        auto* const question = fixture.waitFor<QInputDialog>("renameInputDialog");
        question->setTextValue(text("Two"));
        question->accept();
        QTRY_COMPARE(Settings().savedExports().constFirst().name, text("Two"));
        QCOMPARE(fixture.find<QListWidget>("savedListWidget", dialog)->item(0)->text(), text("Two"));

        fixture.click("deletePushButton", dialog);
        fixture.click("keepPushButton", fixture.waitFor<QMessageBox>("deleteMessageBox"));
        QCOMPARE(Settings().savedExports().size(), 1);
        QTRY_VERIFY(!fixture.window->findChild<QMessageBox*>(text("deleteMessageBox")));
        fixture.click("deletePushButton", dialog);
        fixture.click("confirmDeletePushButton", fixture.waitFor<QMessageBox>("deleteMessageBox"));
        QTRY_VERIFY(Settings().savedExports().isEmpty());
        QVERIFY(!QFile::exists(state));
        QVERIFY(fixture.find<QLabel>("emptyLabel", dialog)->isVisible());
        QVERIFY(!fixture.find<QPushButton>("newPushButton", dialog)->isEnabled());
        QCOMPARE(fixture.files().size(), 1); // that it saved
    }

    void sampleDataIsNotKept()
    {
        WindowFixture fixture(50);
        fixture.click("samplePushButton");
        QTRY_VERIFY(fixture.find<QWidget>("messageTable")->isVisible());
        fixture.click("exportPushButton");
        QVERIFY(!fixture.find<QWidget>("keepWidget", fixture.waitFor<ExportDialog>())->isVisible());
    }

    void looksAsItShould_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("isDark");
        for (const char* language : {"en", "es"}) {
            QTest::addRow("%s light", language) << text(language) << false;
            QTest::addRow("%s dark", language) << text(language) << true;
        }
    }

    void looksAsItShould()
    {
        QFETCH(const QString, language);
        QFETCH(const bool, isDark);
        WindowFixture fixture(50);
        fixture.use(language);
        fixture.open();
        use(isDark ? darkPalette() : lightPalette());
        const QUuid account = fixture.window->accounts().all().constFirst().id;
        Settings settings;
        SavedExport monthly = saved(account, "Monthly WhatsApp report", Channel::WhatsApp, Format::CsvExcel);
        monthly.last = SavedResult{QDateTime::currentDateTimeUtc().addDays(-9), 1204, RunWay::All, true};
        settings.save(monthly);
        SavedExport everything = saved(account, "Everything new", allChannels(), Format::CsvExcel);
        everything.last = SavedResult{QDateTime::currentDateTimeUtc(), 86, RunWay::OnlyNew, true};
        settings.save(everything);
        settings.save(saved(account, "Calls of the week", Channel::Call, Format::Json));
        QVERIFY2(clashes(*fixture.window).isEmpty(), qPrintable(clashes(*fixture.window).join(text("; "))));
        auto* const dialog = openList(fixture);
        QVERIFY2(clipped(*dialog).isEmpty(), qPrintable(clipped(*dialog).join(text("; "))));
        QVERIFY2(clashes(*dialog).isEmpty(), qPrintable(clashes(*dialog).join(text("; "))));
        QVERIFY2(nameless(*dialog).isEmpty(), qPrintable(nameless(*dialog).join(text("; "))));
        QCOMPARE(fixture.find<QListWidget>("savedListWidget", dialog)->currentItem()->text(),
                 text("Everything new"));
        const QString name = language + (isDark ? text("-dark") : QString());
        QVERIFY(takePicture(*dialog, text("saved-exports-") + name));
        QVERIFY(takePicture(*fixture.window, text("saved-button-") + name));
        use(lightPalette());
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestSavedExportsDialog>(argc, argv);
}

#include "tst_savedexportsdialog.moc"
