// What the window is like at the next start.

#include "gui/detailspane.h"
#include "gui/exportdialog.h"
#include "gui/messagetable.h"
#include "gui/windowfixture.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QSettings>
#include <QSplitter>

using namespace leadway;
using namespace leadway::test;

namespace
{

MessageTable* showRows(const WindowFixture& fixture)
{
    fixture.click("showPushButton");
    auto* const table = fixture.find<MessageTable>("messageTable");
    if (!QTest::qWaitFor([table] { return table->isVisible() && table->model()->rowCount() > 0; })) {
        qFatal("no rows come");
    }
    return table;
}

} // namespace

class TestRemembering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }

    void init() { QSettings().clear(); }

    void theWindowsSize()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->resize(1111, 777);
        QTRY_COMPARE(fixture.window->size(), QSize(1111, 777));
        fixture.restart();
        QTRY_COMPARE(fixture.window->size(), QSize(1111, 777));
    }

    void theColumns()
    {
        WindowFixture fixture;
        fixture.open();
        auto* const table = showRows(fixture);
        constexpr int contact = 3;
        table->horizontalHeader()->resizeSection(contact, 201);
        fixture.restart();
        QCOMPARE(showRows(fixture)->columnWidth(contact), 201);
    }

    void theDetailsAndTheirSize()
    {
        WindowFixture fixture;
        fixture.open();
        showRows(fixture);
        auto* const details = fixture.find<DetailsPane>("detailsPane");
        QVERIFY(details->isVisible());
        auto* const splitter = fixture.find<QSplitter>("contentSplitter");
        const int whole = splitter->sizes().value(0) + splitter->sizes().value(1);
        // As a hand does it.
        splitter->setSizes({whole - 240, 240});
        Q_EMIT splitter->splitterMoved(whole - 240, 1);
        fixture.restart();
        showRows(fixture);
        QTRY_COMPARE(fixture.find<DetailsPane>("detailsPane")->height(), 240);

        fixture.click("closeDetailsToolButton");
        QVERIFY(!fixture.find<DetailsPane>("detailsPane")->isVisible());
        fixture.restart();
        auto* const table = showRows(fixture);
        QVERIFY(!fixture.find<DetailsPane>("detailsPane")->isVisible());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(fixture.find<DetailsPane>("detailsPane")->isVisible());
    }

    void theFormatAndTheFolder()
    {
        WindowFixture fixture(200);
        fixture.open();
        const QString folder = fixture.home.filePath(QStringLiteral("Exports"));
        QVERIFY(QDir().mkpath(folder));
        Settings().setFolder(folder);
        fixture.restart();
        fixture.click("exportPushButton");
        auto* const dialog = fixture.waitFor<ExportDialog>();
        auto* const json = fixture.find<QRadioButton>("jsonRadioButton", dialog);
        QTest::mouseClick(json, Qt::LeftButton, {}, QPoint(8, json->height() / 2));
        fixture.click("savePushButton", dialog);
        QTRY_COMPARE(QDir(folder).entryList(QDir::Files).value(0),
                     QStringLiteral("Clínica Sol – all messages.json"));
        QTRY_VERIFY(fixture.window->findChild<QWidget*>(QStringLiteral("openFilePushButton")));
        fixture.restart();
        fixture.click("exportPushButton");
        auto* const again = fixture.waitFor<ExportDialog>();
        QVERIFY(fixture.find<QRadioButton>("jsonRadioButton", again)->isChecked());
        QCOMPARE(again->folder(), folder);
    }

    void aFolderThatIsGoneIsForgotten()
    {
        Settings().setFolder(QStringLiteral("/nowhere/at/all"));
        WindowFixture fixture;
        fixture.open();
        fixture.click("exportPushButton");
        QCOMPARE(fixture.waitFor<ExportDialog>()->folder(), fixture.documents().path());
    }

    void theLanguage()
    {
        WindowFixture fixture;
        fixture.open();
        for (QAction* action : fixture.find<QMenu>("languageMenu")->actions()) {
            if (action->data() == QStringLiteral("es")) {
                action->trigger();
            }
        }
        QTRY_COMPARE(fixture.find<QLabel>("channelsLabel")->text(), QStringLiteral("Canales"));
        QCOMPARE(Settings().language(), QStringLiteral("es"));
    }

    void damagedSettingsAreNoObstacle()
    {
        WindowFixture fixture;
        fixture.open();
        Settings settings;
        for (const char* part : {"geometry", "filters", "content", "columns"}) {
            settings.setLook(QLatin1String(part), "nonsense");
        }
        fixture.window.reset(); // without its good bye, which would mend them
        fixture.openWindow();
        QVERIFY(showRows(fixture)->columnWidth(0) > 50);
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestRemembering>(argc, argv);
}

#include "tst_remembering.moc"
