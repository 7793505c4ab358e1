#include "gui/accountsdialog.h"
#include "gui/exportdialog.h"
#include "gui/fieldnote.h"
#include "gui/jobcard.h"
#include "gui/messagemodel.h"
#include "gui/messagetable.h"
#include "gui/windowfixture.h"
#include "support/exportrun.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QRadioButton>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>

#include <atomic>

using namespace leadway;
using namespace leadway::test;

namespace
{

// The cells of an RFC 4180 file.
QList<QByteArrayList> cellsOf(const QByteArray& csv, char separator)
{
    QList<QByteArrayList> rows{{QByteArray()}};
    bool isQuoted = false;
    for (const char c : csv) {
        if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == separator && !isQuoted) {
            rows.last().append(QByteArray());
        } else if (c == '\n' && !isQuoted) {
            rows.append({QByteArray()});
        } else if (c != '\r' || isQuoted) {
            rows.last().last() += c;
        }
    }
    rows.removeLast();
    return rows;
}

// Counts what every widget is asked for that has to be laid out anew.
class LayoutCounter : public QObject
{
public:
    LayoutCounter() { qApp->installEventFilter(this); }

    // Whether some turns of the event loop bring no more of it.
    bool isAtRest()
    {
        constexpr int turns = 20;
        m_requests = 0;
        for (int turn = 0; turn < turns; ++turn) {
            QCoreApplication::processEvents();
        }
        return m_requests == 0;
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        m_requests += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_requests = 0;
};

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }

    void init() { QSettings().clear(); }

    void theFirstStartTestsTheAccountAndShowsItsRows()
    {
        const WindowFixture fixture;
        enterAccount(fixture, "pit-demo");
        fixture.click("continuePushButton");
        QTRY_VERIFY(fixture.find<MessageTable>("messageTable")->isVisible());
        QVERIFY(fixture.find<QLineEdit>("tokenLineEdit")->text().isEmpty());
        QCOMPARE(fixture.find<MessageModel>("messageModel")->row(0).id.isEmpty(), false);
    }

    void aWrongTokenStaysOnTheFirstPage()
    {
        const WindowFixture fixture;
        enterAccount(fixture, "pit-wrong");
        fixture.click("continuePushButton");
        auto* const note = fixture.find<FieldNote>("tokenFieldNote");
        QTRY_VERIFY(note->isError());
        QCOMPARE(note->text(),
                 QStringLiteral("Leadway does not accept this token. Create a new one and paste it here."));
        QTRY_VERIFY(fixture.find<QLineEdit>("tokenLineEdit")->hasFocus());
    }

    void aLinkIsTakenForTheLocation()
    {
        const WindowFixture fixture;
        auto* const edit = fixture.find<QLineEdit>("locationLineEdit");
        edit->setText(QStringLiteral("https://app.example.com/v2/location/ve9EPM428h8vShlRW1KT/dashboard"));
        QCOMPARE(edit->text(), QStringLiteral("ve9EPM428h8vShlRW1KT"));
        QCOMPARE(fixture.find<FieldNote>("locationFieldNote")->text(),
                 QStringLiteral("Id found in the link"));
    }

    void aMissingLocationIsPointedOut()
    {
        const WindowFixture fixture;
        fixture.find<QLineEdit>("locationLineEdit")->setText(QStringLiteral("nothing of the kind"));
        fixture.click("continuePushButton");
        QVERIFY(fixture.find<FieldNote>("locationFieldNote")->isError());
        QTRY_VERIFY(fixture.find<QLineEdit>("locationLineEdit")->hasFocus());
        QCOMPARE(fixture.server.requests(), 0);
    }

    void sampleDataShowsRows()
    {
        const WindowFixture fixture;
        fixture.click("samplePushButton");
        QTRY_VERIFY(fixture.find<MessageTable>("messageTable")->isVisible());
    }

    void comesToRestOnceAllIsShown()
    {
        WindowFixture fixture(60);
        fixture.open();
        fixture.click("showPushButton");
        auto* const table = fixture.find<MessageTable>("messageTable");
        QTRY_VERIFY(table->isVisible());
        LayoutCounter layouts;
        QTRY_VERIFY(layouts.isAtRest());
        table->selectRow(2);
        QTRY_VERIFY(layouts.isAtRest());
        fixture.window->resize(900, 600);
        QTRY_VERIFY(layouts.isAtRest());
    }

    void nothingIsAskedWithoutAClick()
    {
        const WindowFixture fixture;
        fixture.open();
        QVERIFY(fixture.find<QWidget>("emptyPage")->isVisible());
        QCOMPARE(fixture.server.requests(), 0);
    }

    void showsMessagesAndLoadsMoreAtTheEnd()
    {
        const WindowFixture fixture(2500);
        auto* const model = fixture.find<MessageModel>("messageModel");
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto* const table = showTable(fixture);
        QCOMPARE(fixture.server.requests(), 2); // one a walk: e-mail, and all else
        const int first = model->rowCount();
        QVERIFY(first > 0 && first < 2500);
        QCOMPARE(fixture.find<QLabel>("showingLabel")->text(),
                 QStringLiteral("Showing %1 of 2,500").arg(QLocale(QStringLiteral("en")).toString(first)));
        QCOMPARE(fixture.find<QLabel>("moreLabel")->text(), QStringLiteral("Scroll down to load more"));
        QCOMPARE(table->selectionModel()->selectedRows().value(0).row(), 0);

        table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
        QTRY_VERIFY(model->rowCount() > first);
        while (model->rowCount() < 2500) {
            const int before = model->rowCount();
            table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum());
            QTRY_VERIFY(model->rowCount() > before);
        }
        QTRY_VERIFY(fixture.find<QLabel>("moreLabel")->text().isEmpty());
        QCOMPARE(
            firstDifference(idsIn(*model), expectedIds(fixture.server.generator(), SortOrder::Descending)),
            QByteArray());
    }

    void aClickOnTheDateTurnsRoundWhatIsThere()
    {
        const WindowFixture fixture(60);
        auto* const table = showTable(fixture);
        auto* const model = fixture.find<MessageModel>("messageModel");
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model->rowCount(), 60);
        QTRY_VERIFY(fixture.find<QLabel>("moreLabel")->text().isEmpty()); // all of them
        const auto requests = fixture.server.requests();
        const QString newest = model->row(0).id;
        clickDate(*table);
        QCOMPARE(idsIn(*model), expectedIds(fixture.server.generator(), SortOrder::Ascending));
        QCOMPARE(model->row(table->currentIndex().row()).id, newest);
        QCOMPARE(table->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
        // The form goes along, so that a file has the order that is seen.
        QCOMPARE(fixture.find<QComboBox>("orderComboBox")->currentIndex(), 1);
        QVERIFY(fixture.find<QLabel>("newsLabel")->text().isEmpty());
        clickDate(*table);
        QCOMPARE(idsIn(*model), expectedIds(fixture.server.generator(), SortOrder::Descending));
        QCOMPARE(fixture.find<QComboBox>("orderComboBox")->currentIndex(), 0);
        QCOMPARE(fixture.server.requests(), requests);
    }

    void aClickOnTheDateAsksAgainWhereMoreIsToCome()
    {
        const WindowFixture fixture(5000);
        auto* const table = showTable(fixture);
        auto* const model = fixture.find<MessageModel>("messageModel");
        QTRY_COMPARE(fixture.find<QLabel>("moreLabel")->text(), QStringLiteral("Scroll down to load more"));
        clickBox(fixture.find<QAbstractButton>("emailCheckBox")); // that is for later
        QTRY_VERIFY(!fixture.find<QLabel>("newsLabel")->text().isEmpty());
        clickDate(*table);
        QTRY_VERIFY(model->rowCount() > 0 && table->isVisible());
        QCOMPARE(table->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
        const QByteArrayList all = expectedIds(fixture.server.generator(), SortOrder::Ascending);
        QCOMPARE(idsIn(*model), all.first(model->rowCount()));
        QCOMPARE(table->currentIndex().row(), 0);
        QCOMPARE(fixture.find<QComboBox>("orderComboBox")->currentIndex(), 1);
        QCOMPARE(fixture.find<QLabel>("newsLabel")->text(), QStringLiteral("The filters have changed"));
    }

    void aChangedFilterIsToldAndChangesNothing()
    {
        const WindowFixture fixture;
        auto* const table = showTable(fixture);
        const int rows = table->model()->rowCount();
        clickBox(fixture.find<QAbstractButton>("emailCheckBox"));
        QTRY_COMPARE(fixture.find<QLabel>("newsLabel")->text(), QStringLiteral("The filters have changed"));
        QCOMPARE(table->model()->rowCount(), rows);
        fixture.click("newsPushButton");
        auto* const model = fixture.find<MessageModel>("messageModel");
        QTRY_VERIFY(model->rowCount() > 0 && model->row(0).channel == Channel::Email);
        QVERIFY(fixture.find<QLabel>("newsLabel")->text().isEmpty());
    }

    void nothingMatches()
    {
        const WindowFixture fixture;
        fixture.open();
        fixture.find<QLineEdit>("contactLineEdit")->setText(QStringLiteral("nobody00000000000000"));
        QTest::keyClick(fixture.window.get(), Qt::Key_F5);
        QTRY_VERIFY(fixture.find<QWidget>("noMatchPage")->isVisible());
    }

    void aRefusedTokenIsToldWithWhatToDo()
    {
        const WindowFixture fixture;
        fixture.open("pit-old");
        fixture.click("showPushButton");
        auto* const page = fixture.find<QWidget>("errorPage");
        QTRY_VERIFY(page->isVisible());
        QCOMPARE(fixture.find<QLabel>("noticeTitleLabel", page)->text(),
                 QStringLiteral("Leadway does not accept this token"));
        QCOMPARE(fixture.find<QAbstractButton>("newTokenPushButton", page)->text(),
                 QStringLiteral("Enter a new token…"));
        fixture.click("newTokenPushButton", page);
        auto* const dialog = fixture.waitFor<AccountsDialog>("accountsDialog");
        auto* const edit = fixture.find<QLineEdit>("tokenLineEdit", dialog);
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("pit-demo"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(fixture.find<MessageTable>("messageTable")->isVisible());
    }

    void anExportWithARefusedTokenIsToldInTheCard()
    {
        const WindowFixture fixture;
        fixture.open("pit-old");
        exportWithDialog(fixture);
        auto* const card = fixture.find<JobCard>("jobCard");
        QTRY_COMPARE(fixture.find<QLabel>("cardTitleLabel", card)->text(),
                     QStringLiteral("Leadway does not accept this token"));
        QVERIFY(fixture.find<QAbstractButton>("newTokenPushButton", card)->isVisible());
        QVERIFY(fixture.files().isEmpty());
    }

    void exportsACsvThatHoldsEveryMessage()
    {
        const WindowFixture fixture(1700);
        fixture.open();
        fixture.click("exportPushButton");
        auto* const dialog = fixture.waitFor<ExportDialog>();
        clickBox(fixture.find<QRadioButton>("csvExcelRadioButton", dialog));
        fixture.find<QComboBox>("columnsComboBox", dialog)->setCurrentIndex(1); // the ids among them
        fixture.click("savePushButton", dialog);
        auto* const card = fixture.find<JobCard>("jobCard");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QLabel>("cardTitleLabel", card)->text(),
                                  QStringLiteral("Saved 1,700 of 1,700 messages. Nothing is missing."),
                                  20000);
        QVERIFY(fixture.find<QAbstractButton>("openFilePushButton", card)->isVisible());
        QVERIFY(fixture.find<QAbstractButton>("showInFolderPushButton", card)->isVisible());

        QCOMPARE(fixture.files(), QStringList{QStringLiteral("Clínica Sol – all messages.csv")});
        QFile file(fixture.documents().filePath(fixture.files().constFirst()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rows = cellsOf(file.readAll(), ',');
        const auto expected = expectedIds(fixture.server.generator(), SortOrder::Descending);
        const qsizetype column = rows.value(1).indexOf(expected.constFirst());
        QVERIFY(column >= 0);
        QList<QByteArray> ids;
        for (qsizetype row = 1; row < rows.size(); ++row) {
            ids.append(rows[row].value(column));
        }
        QCOMPARE(firstDifference(ids, expected), QByteArray());

        // Esc closes what is finished.
        QTest::keyClick(fixture.window.get(), Qt::Key_Escape);
        QTRY_VERIFY(!card->isVisible());
    }

    void everyFormatIsOffered_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("Excel workbook") << QByteArray("xlsxRadioButton") << "xlsx";
        QTest::newRow("exact CSV") << QByteArray("csvExactRadioButton") << "csv";
        QTest::newRow("JSON") << QByteArray("jsonRadioButton") << "json";
        QTest::newRow("JSON Lines") << QByteArray("jsonLinesRadioButton") << "jsonl";
    }
    void everyFormatIsOffered()
    {
        QFETCH(QByteArray, button);
        QFETCH(QString, suffix);
        const WindowFixture fixture(200);
        fixture.open();
        fixture.click("exportPushButton");
        auto* const dialog = fixture.waitFor<ExportDialog>();
        clickBox(fixture.find<QRadioButton>(button.constData(), dialog));
        QVERIFY(fixture.find<QLineEdit>("nameLineEdit", dialog)->text().endsWith(QLatin1Char('.') + suffix));
        fixture.click("savePushButton", dialog);
        QTRY_COMPARE(fixture.files().value(0), QStringLiteral("Clínica Sol – all messages.") + suffix);
    }

    void aCancelledExportLeavesNoFile()
    {
        simulator::Behaviour slow;
        slow.latency = std::chrono::milliseconds(300);
        const WindowFixture fixture(6000, slow);
        fixture.open();
        exportWithDialog(fixture);
        auto* const card = fixture.find<JobCard>("jobCard");
        QTRY_VERIFY(card->isVisible());
        QVERIFY(!fixture.find<QWidget>("exportPushButton")->isEnabled());
        QTRY_VERIFY(fixture.server.requests() > 0);
        QTest::keyClick(fixture.window.get(), Qt::Key_Escape); // never ends an export
        QVERIFY(card->isVisible());
        fixture.click("cancelPushButton", card);
        auto* const question = fixture.waitFor<QMessageBox>("cancelMessageBox");
        fixture.click("discardPushButton", question);
        QTRY_COMPARE(fixture.find<QLabel>("cardTitleLabel", card)->text(),
                     QStringLiteral("Cancelled. No file was written."));
        QVERIFY(fixture.files().isEmpty());
        QVERIFY(fixture.find<QWidget>("exportPushButton")->isEnabled());
    }

    void closingAsksWhileAnExportRuns()
    {
        simulator::Behaviour slow;
        slow.latency = std::chrono::milliseconds(300);
        const WindowFixture fixture(6000, slow);
        fixture.open();
        exportWithDialog(fixture);
        QTRY_VERIFY(fixture.server.requests() > 0);
        QVERIFY(!fixture.window->close());
        fixture.click("goOnPushButton", fixture.waitFor<QMessageBox>("cancelMessageBox"));
        QVERIFY(fixture.window->isVisible());
        QTRY_VERIFY(!fixture.window->findChild<QMessageBox*>(QStringLiteral("cancelMessageBox")));
        QVERIFY(!fixture.window->close());
        fixture.click("discardPushButton", fixture.waitFor<QMessageBox>("cancelMessageBox"));
        QTRY_VERIFY(!fixture.window->isVisible());
        QVERIFY(fixture.files().isEmpty());
    }

    void anExistingFileIsAskedAbout()
    {
        const WindowFixture fixture(200);
        const QString name = QStringLiteral("mine.xlsx");
        QFile mine(fixture.documents().filePath(name));
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("precious") == 8);
        mine.close();
        fixture.open();
        QTest::keyClick(fixture.window.get(), Qt::Key_E, Qt::ControlModifier);
        auto* const dialog = fixture.waitFor<ExportDialog>();
        fixture.find<QLineEdit>("nameLineEdit", dialog)->setText(name);
        QTest::keyClick(dialog, Qt::Key_Return);
        auto* const question = fixture.waitFor<QMessageBox>("existingMessageBox");
        fixture.click("keepBothPushButton", question);
        QTRY_VERIFY(fixture.files().contains(QStringLiteral("mine (2).xlsx")));
        QCOMPARE(QFileInfo(mine).size(), 8);
    }

    void aFailedExportIsTriedAgain()
    {
        WindowFixture fixture(200);
        const auto isBroken = std::make_shared<std::atomic<bool>>(true);
        fixture.server.setFault([isBroken](const simulator::Request&) {
            return *isBroken ? simulator::Fault::answer(503) : simulator::Fault();
        });
        fixture.open();
        exportWithDialog(fixture);
        auto* const card = fixture.find<JobCard>("jobCard");
        QTRY_COMPARE(fixture.find<QLabel>("cardTitleLabel", card)->text(),
                     QStringLiteral("Leadway does not answer"));
        *isBroken = false;
        fixture.click("tryAgainPushButton", card);
        QTRY_COMPARE(fixture.find<QLabel>("cardTitleLabel", card)->text(),
                     QStringLiteral("Saved 200 of 200 messages. Nothing is missing."));
    }

    void theLanguageChangesWhileRunning()
    {
        WindowFixture fixture(200);
        fixture.open();
        fixture.click("showPushButton");
        QTRY_VERIFY(fixture.find<MessageTable>("messageTable")->isVisible());
        auto* const label = fixture.find<QLabel>("channelsLabel");
        QCOMPARE(label->text(), QStringLiteral("Channels"));
        fixture.language.use(QStringLiteral("es"));
        QTRY_COMPARE(label->text(), QStringLiteral("Canales"));
        QCOMPARE(fixture.find<MessageModel>("messageModel")
                     ->headerData(0, Qt::Horizontal, Qt::DisplayRole)
                     .toString(),
                 QStringLiteral("Fecha"));
    }

    void f6GoesRoundTheAreas()
    {
        const WindowFixture fixture(200);
        auto* const table = showTable(fixture);
        auto* const form = fixture.find<QWidget>("filterForm");
        table->setFocus();
        QTest::keyClick(fixture.window.get(), Qt::Key_F6);
        QVERIFY(fixture.find<QWidget>("detailsPane")->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(fixture.window.get(), Qt::Key_F6);
        QVERIFY(form->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(fixture.window.get(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), table);
    }

private:
    static void clickBox(QAbstractButton* box)
    {
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    }

    static void enterAccount(const WindowFixture& fixture, const char* token)
    {
        const Account account = fixture.account();
        fixture.find<QLineEdit>("locationLineEdit")->setText(account.locationId);
        fixture.find<QLineEdit>("tokenLineEdit")->setText(QLatin1String(token));
        fixture.find<QLineEdit>("serverLineEdit")->setText(account.connection.baseUrl.toString());
    }

    static MessageTable* showTable(const WindowFixture& fixture)
    {
        fixture.open();
        fixture.click("showPushButton");
        auto* const table = fixture.find<MessageTable>("messageTable");
        if (!QTest::qWaitFor([table] { return table->isVisible() && table->model()->rowCount() > 0; })) {
            qFatal("no rows come");
        }
        return table;
    }

    static QByteArrayList idsIn(const MessageModel& model)
    {
        QByteArrayList ids;
        for (int row = 0; row < model.rowCount(); ++row) {
            ids.append(model.row(row).id.toUtf8());
        }
        return ids;
    }

    static void clickDate(const MessageTable& table)
    {
        QHeaderView* const header = table.horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionSize(0) / 2, header->height() / 2});
    }

    static void exportWithDialog(const WindowFixture& fixture)
    {
        fixture.click("exportPushButton");
        auto* const dialog = fixture.waitFor<ExportDialog>();
        fixture.click("savePushButton", dialog);
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestWindow>(argc, argv);
}
#include "tst_window.moc"
