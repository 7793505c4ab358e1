#include "format/columnnames.h"
#include "gui/columnsfield.h"
#include "gui/exportdialog.h"
#include "gui/fieldnote.h"
#include "gui/formatform.h"
#include "gui/inspection.h"
#include "gui/messagetable.h"
#include "gui/windowfixture.h"
#include "support/exportrun.h"

#include <QCheckBox>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QSettings>

using namespace leadway;
using namespace leadway::test;

namespace
{

// A box is as wide as its column, but takes clicks on its text alone.
void tick(const WindowFixture& fixture, QWidget* dialog, const char* name)
{
    auto* const box = fixture.find<QAbstractButton>(name, dialog);
    fixture.find<QScrollArea>("bodyScrollArea", dialog)->ensureWidgetVisible(box);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
}

// For a CSV file, since what that is like can be looked at.
ExportDialog* openDialog(const WindowFixture& fixture)
{
    fixture.click("exportPushButton");
    auto* const dialog = fixture.waitFor<ExportDialog>();
    if (!QTest::qWaitForWindowActive(dialog)) { // or no shortcut is one
        qFatal("the dialog does not become active");
    }
    tick(fixture, dialog, "csvExcelRadioButton");
    return dialog;
}

// Shows the messages first, so that the file's beginning is known.
ExportDialog* openDialogOnRows(const WindowFixture& fixture)
{
    fixture.click("showPushButton");
    auto* const table = fixture.find<MessageTable>("messageTable");
    if (!QTest::qWaitFor([table] { return table->isVisible() && table->model()->rowCount() > 0; })) {
        qFatal("no rows come");
    }
    return openDialog(fixture);
}

// As by keyboard: to the beginning of the box, and down from there.
void choose(const WindowFixture& fixture, QWidget* dialog, const char* name, int row)
{
    auto* const box = fixture.find<QComboBox>(name, dialog);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < row; ++i) {
        QTest::keyClick(box, Qt::Key_Down);
    }
}

QStringList beginning(const WindowFixture& fixture, QWidget* dialog)
{
    return fixture.find<QPlainTextEdit>("beginningPlainTextEdit", dialog)->toPlainText().split(u'\n');
}

QString textOf(const WindowFixture& fixture, QWidget* dialog, const char* label)
{
    return fixture.find<QLabel>(label, dialog)->text();
}

bool isShown(const WindowFixture& fixture, QWidget* dialog, const char* name)
{
    return fixture.find<QWidget>(name, dialog)->isVisible();
}

QString nameIn(const WindowFixture& fixture, QWidget* dialog)
{
    return fixture.find<QLineEdit>("nameLineEdit", dialog)->text();
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { QSettings().clear(); }

    void everyFormatShowsWhatCanBeChosenForIt_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QByteArrayList>("shown");
        QTest::newRow("Excel workbook") << QByteArray("xlsxRadioButton")
                                        << QByteArrayList{"lineBreaksCheckBox", "emailSourceCheckBox",
                                                          "columnsComboBox", "timesComboBox"};
        QTest::newRow("CSV for Excel")
            << QByteArray("csvExcelRadioButton")
            << QByteArrayList{"separatorComboBox",     "guardCheckBox",   "lineBreaksCheckBox",
                              "emailSourceCheckBox",   "columnsComboBox", "timesComboBox",
                              "beginningPlainTextEdit"};
        QTest::newRow("exact CSV") << QByteArray("csvExactRadioButton")
                                   << QByteArrayList{"exactLabel", "beginningPlainTextEdit"};
        QTest::newRow("JSON") << QByteArray("jsonRadioButton") << QByteArrayList{"exactLabel"};
        QTest::newRow("JSON Lines") << QByteArray("jsonLinesRadioButton") << QByteArrayList{"exactLabel"};
        QTest::newRow("transcript") << QByteArray("transcriptRadioButton") << QByteArrayList{"timesComboBox"};
        QTest::newRow("PDF") << QByteArray("pdfRadioButton") << QByteArrayList{"timesComboBox"};
    }
    void everyFormatShowsWhatCanBeChosenForIt()
    {
        QFETCH(QByteArray, button);
        QFETCH(QByteArrayList, shown);
        const WindowFixture fixture(50);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        tick(fixture, dialog, button.constData());
        for (const char* name :
             {"separatorComboBox", "guardCheckBox", "lineBreaksCheckBox", "emailSourceCheckBox",
              "columnsComboBox", "timesComboBox", "exactLabel", "beginningPlainTextEdit"}) {
            QVERIFY2(isShown(fixture, dialog, name) == shown.contains(name), name);
        }
        QVERIFY(isShown(fixture, dialog, "filesComboBox"));
    }

    void theBeginningFollowsEveryChoice()
    {
        const WindowFixture fixture(200);
        fixture.open();
        auto* const dialog = openDialogOnRows(fixture);
        QTRY_COMPARE(textOf(fixture, dialog, "beginningLabel"),
                     QStringLiteral("The file will begin like this"));
        const QByteArray newest = expectedIds(fixture.server.generator(), SortOrder::Descending).constFirst();
        choose(fixture, dialog, "columnsComboBox", 1);
        tick(fixture, dialog, "lineBreaksCheckBox");
        const QStringList everything = beginning(fixture, dialog);
        QCOMPARE(everything.size(), 3);
        QVERIFY(everything[0].startsWith(QStringLiteral("Date (")));
        QVERIFY2(everything[1].contains(QString::fromLatin1(newest)), qPrintable(everything[1]));

        choose(fixture, dialog, "columnsComboBox", 0);
        choose(fixture, dialog, "separatorComboBox", 0);
        QVERIFY2(beginning(fixture, dialog)[0].endsWith(
                     QStringLiteral(";Channel;Direction;Contact;Message;Status")),
                 qPrintable(beginning(fixture, dialog)[0]));
        choose(fixture, dialog, "separatorComboBox", 2);
        QVERIFY(beginning(fixture, dialog)[0].contains(QStringLiteral("\tChannel\t")));
        choose(fixture, dialog, "timesComboBox", 1);
        QVERIFY(beginning(fixture, dialog)[0].startsWith(QStringLiteral("Date (UTC)\t")));
        tick(fixture, dialog, "csvExactRadioButton");
        QVERIFY(beginning(fixture, dialog)[0].startsWith(QStringLiteral("channel,direction,contactId,")));
    }

    void withoutRowsTheBeginningIsAnExample()
    {
        const WindowFixture fixture(50);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        QCOMPARE(textOf(fixture, dialog, "beginningLabel"),
                 QStringLiteral("The file will begin like this (an example)"));
        QVERIFY(beginning(fixture, dialog)[1].contains(QStringLiteral("'+34600111222")));
        QVERIFY(beginning(fixture, dialog)[2].startsWith(QStringLiteral("Regards\"")));
        tick(fixture, dialog, "guardCheckBox");
        QVERIFY(!beginning(fixture, dialog)[1].contains(u'\''));
        tick(fixture, dialog, "lineBreaksCheckBox");
        QVERIFY(beginning(fixture, dialog)[1].contains(QStringLiteral("tell us when. Regards")));
    }

    void columnsAreNamed()
    {
        const WindowFixture fixture(50);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        auto* const box = fixture.find<QComboBox>("columnsComboBox", dialog);
        choose(fixture, dialog, "columnsComboBox", 0);
        QCOMPARE(box->currentText(), QStringLiteral("Simple (6 columns)"));
        QCOMPARE(textOf(fixture, dialog, "columnsHintLabel"),
                 QStringLiteral("Date, channel, direction, contact, message, status"));
        choose(fixture, dialog, "columnsComboBox", 1);
        QCOMPARE(box->currentText(), QStringLiteral("Everything (%1 columns)").arg(columnNames({}).size()));
        QVERIFY(textOf(fixture, dialog, "columnsHintLabel").endsWith(QStringLiteral(" more")));
        QVERIFY(!isShown(fixture, dialog, "columnsField"));
    }

    void columnsAreTickedAndMovedByKeyboard()
    {
        const WindowFixture fixture(50);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        choose(fixture, dialog, "columnsComboBox", 2);
        auto* const list = fixture.find<QListWidget>("columnsListWidget", dialog);
        QVERIFY(list->isVisible());
        const auto keys = [dialog] { return dialog->findChild<FormatForm*>()->options().ownColumns; };
        using Keys = std::vector<std::string>;
        const Keys simple{"date", "channel", "direction", "contact", "body", "status"};
        QVERIFY(keys() == simple);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(keys() == Keys(simple.begin() + 1, simple.end()));
        QTest::keyClick(list, Qt::Key_End); // the last one of all, which is not ticked
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(keys().back(), std::string("dateUpdated"));
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_Down); // channel
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(list->currentItem()->text(), QStringLiteral("Channel"));
        QVERIFY(keys() == (Keys{"direction", "contact", "channel", "body", "status", "dateUpdated"}));
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QVERIFY(keys() == (Keys{"direction", "channel", "contact", "body", "status", "dateUpdated"}));
        QVERIFY2(beginning(fixture, dialog)[0].startsWith(QStringLiteral("Direction,Channel,Contact,")),
                 qPrintable(beginning(fixture, dialog)[0]));
    }

    void columnsAreMovedByButtonsUpToTheEnds()
    {
        const WindowFixture fixture(50);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        choose(fixture, dialog, "columnsComboBox", 2);
        auto* const list = fixture.find<QListWidget>("columnsListWidget", dialog);
        auto* const up = fixture.find<QPushButton>("moveUpPushButton", dialog);
        auto* const down = fixture.find<QPushButton>("moveDownPushButton", dialog);
        list->setCurrentRow(0);
        QVERIFY(!up->isEnabled());
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(list->currentRow(), 0);
        fixture.click("moveDownPushButton", dialog);
        QCOMPARE(list->item(0)->text(), QStringLiteral("Channel"));
        QCOMPARE(list->currentRow(), 1);
        QVERIFY(up->isEnabled());
        fixture.click("moveUpPushButton", dialog);
        QCOMPARE(list->item(0)->text(), QStringLiteral("Date"));
        list->setCurrentRow(list->count() - 1);
        QVERIFY(!down->isEnabled());
    }

    void aRowThatWasDroppedElsewhereIsThereInTheFile()
    {
        const WindowFixture fixture(50);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        choose(fixture, dialog, "columnsComboBox", 2);
        auto* const list = fixture.find<QListWidget>("columnsListWidget", dialog);
        QCOMPARE(list->dragDropMode(), QAbstractItemView::InternalMove);
        // What a drop between the third row and the fourth does.
        QVERIFY(list->model()->moveRow({}, 0, {}, 3));
        QCOMPARE(list->item(2)->text(), QStringLiteral("Date"));
        QCOMPARE(dialog->findChild<FormatForm*>()->options().ownColumns[2], std::string("date"));
        QVERIFY(beginning(fixture, dialog)[0].startsWith(QStringLiteral("Channel,Direction,Date (")));
    }

    void noColumnAtAllIsPointedOut()
    {
        const WindowFixture fixture(50);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        choose(fixture, dialog, "columnsComboBox", 2);
        auto* const list = fixture.find<QListWidget>("columnsListWidget", dialog);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(list, Qt::Key_Space);
            QTest::keyClick(list, Qt::Key_Down);
        }
        auto* const note = fixture.find<FieldNote>("columnsFieldNote", dialog);
        fixture.click("savePushButton", dialog);
        QVERIFY(dialog->isVisible());
        QVERIFY(note->isError());
        QCOMPARE(note->text(), QStringLiteral("Tick at least one column."));
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(!note->isError());
        fixture.click("savePushButton", dialog);
        QVERIFY(!dialog->isVisible());
    }

    void theHeadingTellsHowManyThereAre_data()
    {
        QTest::addColumn<qint64>("messages");
        QTest::addColumn<QString>("heading");
        QTest::newRow("some") << qint64(50) << QStringLiteral("About 50 messages");
        QTest::newRow("one") << qint64(1) << QStringLiteral("About 1 message");
        QTest::newRow("none") << qint64(0) << QStringLiteral("No messages match");
    }

    void theHeadingTellsHowManyThereAre()
    {
        QFETCH(const qint64, messages);
        QFETCH(const QString, heading);
        const WindowFixture fixture(messages);
        fixture.open();
        fixture.click("showPushButton");
        QTRY_VERIFY(fixture.find<QWidget>(messages == 0 ? "noMatchPage" : "messageTable")->isVisible());
        QTRY_COMPARE(fixture.find<MessageTable>("messageTable")->model()->rowCount(), messages);
        auto* const dialog = openDialog(fixture);
        QCOMPARE(textOf(fixture, dialog, "countLabel"), heading);
    }

    void severalFilesGoToAFolder()
    {
        const WindowFixture fixture(50);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        QCOMPARE(nameIn(fixture, dialog), QStringLiteral("Clínica Sol – all messages.csv"));
        choose(fixture, dialog, "filesComboBox", 1);
        QCOMPARE(nameIn(fixture, dialog), QStringLiteral("Clínica Sol – all messages"));
        QCOMPARE(textOf(fixture, dialog, "nameLabel"), QStringLiteral("Folder &name"));
        choose(fixture, dialog, "filesComboBox", 2);
        QCOMPARE(nameIn(fixture, dialog), QStringLiteral("Clínica Sol – all messages"));
        QVERIFY(dialog->findChild<FormatForm*>()->options().files == FileSplit::PerMonth);
        auto* const edit = fixture.find<QLineEdit>("nameLineEdit", dialog);
        edit->setText(QStringLiteral("mine.csv"));
        choose(fixture, dialog, "filesComboBox", 0);
        QCOMPARE(nameIn(fixture, dialog), QStringLiteral("mine.csv"));
        choose(fixture, dialog, "filesComboBox", 1);
        QCOMPARE(nameIn(fixture, dialog), QStringLiteral("mine"));
        for (const auto& [name, fault] : {std::pair("..", "A folder name cannot end with a dot."),
                                          std::pair("a/b", "A folder name cannot hold / \\ : * ? \" < > |"),
                                          std::pair(" ", "Enter a name for the folder.")}) {
            edit->setText(QLatin1String(name));
            fixture.click("savePushButton", dialog);
            QCOMPARE(fixture.find<FieldNote>("nameFieldNote", dialog)->text(), QLatin1String(fault));
            QVERIFY(dialog->isVisible());
        }
    }

    void anExistingFolderIsAskedAbout_data()
    {
        QTest::addColumn<bool>("isSeveral");
        QTest::addColumn<QString>("kept");
        QTest::newRow("for several files") << true << QStringLiteral("Sr. Sol (2)");
        QTest::newRow("where a file is to be, which never takes its place")
            << false << QStringLiteral("Sr. Sol (2).csv");
    }
    void anExistingFolderIsAskedAbout()
    {
        QFETCH(bool, isSeveral);
        QFETCH(QString, kept);
        const WindowFixture fixture(50);
        const QString name = isSeveral ? QStringLiteral("Sr. Sol") : QStringLiteral("Sr. Sol.csv");
        QVERIFY(fixture.documents().mkdir(name));
        fixture.open();
        auto* const dialog = openDialog(fixture);
        choose(fixture, dialog, "filesComboBox", isSeveral ? 1 : 0);
        fixture.find<QLineEdit>("nameLineEdit", dialog)->setText(name);
        fixture.click("savePushButton", dialog);
        auto* const question = fixture.waitFor<QMessageBox>("existingMessageBox");
        QCOMPARE(question->text(), QStringLiteral("There is already a folder named “%1”.").arg(name));
        QCOMPARE(question->findChild<QWidget*>(QStringLiteral("replacePushButton")) != nullptr, isSeveral);
        fixture.click("keepBothPushButton", question);
        QVERIFY(!dialog->isVisible());
        QCOMPARE(dialog->request().path, fixture.documents().filePath(kept));
    }

    void everythingIsRemembered()
    {
        WindowFixture fixture(50);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        choose(fixture, dialog, "columnsComboBox", 2);
        auto* const list = fixture.find<QListWidget>("columnsListWidget", dialog);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        choose(fixture, dialog, "separatorComboBox", 2);
        choose(fixture, dialog, "timesComboBox", 1);
        tick(fixture, dialog, "guardCheckBox");
        tick(fixture, dialog, "lineBreaksCheckBox");
        fixture.click("savePushButton", dialog);
        QTRY_VERIFY(fixture.window->findChild<QWidget*>(QStringLiteral("openFilePushButton")));
        QFile file(fixture.documents().filePath(fixture.files().constFirst()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readLine().startsWith("\xef\xbb\xbf"
                                           "Channel\tDate (UTC)\tDirection\tContact\tMessage\tStatus\r\n"));
        fixture.restart();
        const FormatOptions options = openDialog(fixture)->findChild<FormatForm*>()->options();
        QVERIFY(options.columns == ColumnChoice::Own);
        QCOMPARE(options.ownColumns.front(), std::string("channel"));
        QCOMPARE(options.separator, '\t');
        QVERIFY(options.isUtc && !options.guard && !options.keepsLineBreaks);
    }

    void theLanguageChangesWhileItIsOpen()
    {
        WindowFixture fixture(50);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        choose(fixture, dialog, "columnsComboBox", 2);
        fixture.use(QStringLiteral("es"));
        auto* const box = fixture.find<QComboBox>("columnsComboBox", dialog);
        QCOMPARE(box->currentText(), QStringLiteral("A mi manera"));
        QCOMPARE(box->itemText(0), QStringLiteral("Sencillo (6 columnas)"));
        QCOMPARE(fixture.find<QListWidget>("columnsListWidget", dialog)->item(0)->text(),
                 QStringLiteral("Fecha"));
        QCOMPARE(fixture.find<QComboBox>("filesComboBox", dialog)->itemText(2),
                 QStringLiteral("Uno por mes"));
        QVERIFY(beginning(fixture, dialog)[0].startsWith(QStringLiteral("Fecha (")));
        QVERIFY(dialog->findChild<FormatForm*>()->options().columns == ColumnChoice::Own);
        QCOMPARE(nameIn(fixture, dialog), QStringLiteral("Clínica Sol – todos los mensajes.csv"));
    }

    void fitsOnASmallScreen_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("Spanish") << QStringLiteral("es");
    }
    void fitsOnASmallScreen()
    {
        QFETCH(QString, code);
        WindowFixture fixture(50);
        fixture.use(code);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        constexpr QSize small(880 - 64, 500 - 64);
        QVERIFY(dialog->minimumSizeHint().width() <= small.width());
        QVERIFY(dialog->minimumSizeHint().height() <= small.height());
        choose(fixture, dialog, "columnsComboBox", 2);
        dialog->resize(small);
        QTRY_COMPARE(dialog->size(), small);
        QVERIFY(isShown(fixture, dialog, "savePushButton"));
        QTRY_VERIFY2(clipped(*dialog).isEmpty(), qPrintable(clipped(*dialog).join(u'\n')));
        QVERIFY2(clashes(*dialog).isEmpty(), qPrintable(clashes(*dialog).join(u'\n')));
        // What has the focus is scrolled to.
        auto* const last = fixture.find<QPlainTextEdit>("beginningPlainTextEdit", dialog);
        fixture.find<QComboBox>("timesComboBox", dialog)->setFocus();
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QTRY_VERIFY(last->hasFocus());
        QTRY_VERIFY(!last->visibleRegion().isEmpty());
    }

    void nothingClashesInAnyFormat_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QByteArray>("button");
        for (const char* code : {"en", "es"}) {
            for (const char* button : {"csvExcelRadioButton", "csvExactRadioButton", "jsonRadioButton"}) {
                QTest::addRow("%s %s", code, button) << QString(QLatin1String(code)) << QByteArray(button);
            }
        }
    }
    void nothingClashesInAnyFormat()
    {
        QFETCH(QString, code);
        QFETCH(QByteArray, button);
        WindowFixture fixture(50);
        fixture.use(code);
        fixture.open();
        auto* const dialog = openDialog(fixture);
        tick(fixture, dialog, button.constData());
        for (const int files : {0, 1}) {
            choose(fixture, dialog, "filesComboBox", files);
            QVERIFY2(clashes(*dialog).isEmpty(), qPrintable(clashes(*dialog).join(u'\n')));
            QVERIFY2(nameless(*dialog).isEmpty(), qPrintable(nameless(*dialog).join(u'\n')));
        }
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestExportDialog>(argc, argv);
}
#include "tst_exportdialog.moc"
