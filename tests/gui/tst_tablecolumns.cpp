// Columns are shown, hidden and moved as a person likes, give way where nobody chose, and are copied as they
// stand.

#include "gui/columnsmenu.h"
#include "gui/inspection.h"
#include "gui/messagemodel.h"
#include "gui/messagetable.h"
#include "gui/windowfixture.h"

#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>

using namespace leadway;
using namespace leadway::test;

namespace
{

using Column = MessageModel::Column;

constexpr int kAll[] = {0, 1, 2, 3, 4, 5};

QList<int> all()
{
    return {std::begin(kAll), std::end(kAll)};
}

struct Table {
    explicit Table(int width = 1000)
        : model(QTimeZone("Europe/Madrid"))
    {
        table.setModel(&model);
        table.resize(width, 300);
        table.show();
        PreviewRow row;
        row.channel = Channel::Sms;
        row.messageType = QStringLiteral("TYPE_SMS");
        row.isInbound = true;
        row.contact = QStringLiteral("+34600111222");
        row.text = QStringLiteral("Hola");
        row.status = QStringLiteral("read");
        model.append({row});
        QCoreApplication::processEvents();
    }

    QList<int> shown() { return table.columns().shown(); }

    MessageModel model;
    MessageTable table;
};

} // namespace

class TestTableColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }

    void init() { QSettings().clear(); }

    void whatNobodyChoseGivesWay_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QList<int>>("shown");
        QTest::newRow("wide") << 1000 << all();
        QTest::newRow("narrow") << 780 << QList<int>({0, 1, 2, 3, 4});
        QTest::newRow("narrower") << 640 << QList<int>({0, 1, 3, 4});
    }
    void whatNobodyChoseGivesWay()
    {
        QFETCH(int, width);
        QFETCH(QList<int>, shown);
        Table table;
        table.table.resize(width, 300);
        QCOMPARE(table.shown(), shown);
        table.table.resize(1000, 300);
        QCOMPARE(table.shown(), all());
    }

    void whatAPersonChoseStays()
    {
        Table table(640);
        table.table.columns().choose(Column::Status, true);
        QVERIFY(table.table.columns().isShown(Column::Status));
        QVERIFY(!table.table.columns().isShown(Column::Direction));
        table.table.resize(1000, 300);
        table.table.columns().choose(Column::Status, false);
        table.table.columns().choose(Column::Date, false);
        QCOMPARE(table.shown(), QList<int>({1, 2, 3, 4}));
        QCOMPARE(table.table.firstColumn(), 1);
        table.table.resize(1200, 300);
        QCOMPARE(table.shown(), QList<int>({1, 2, 3, 4}));
        table.table.columns().choose(Column::Text, false);
        QVERIFY(table.table.columns().isShown(Column::Text)); // always
        table.table.columns().useUsual();
        QCOMPARE(table.shown(), all());
    }

    void theMessageScrollsIntoViewWhereAllWereChosen()
    {
        Table table(500);
        for (const int column : kAll) {
            table.table.columns().choose(static_cast<Column>(column), true);
        }
        QCoreApplication::processEvents();
        QVERIFY(table.table.columnWidth(static_cast<int>(Column::Text)) >= 120);
        QVERIFY(table.table.horizontalScrollBar()->maximum() > 0);
        table.table.resize(1000, 300);
        QCoreApplication::processEvents();
        QCOMPARE(table.table.horizontalScrollBar()->maximum(), 0);
    }

    void aColumnMovesPastWhatIsShown()
    {
        Table table(640); // without the direction
        QCOMPARE(table.shown(), QList<int>({0, 1, 3, 4}));
        table.table.columns().moveForward(Column::Contact);
        QCOMPARE(table.shown(), QList<int>({0, 3, 1, 4}));
        table.table.columns().moveBack(Column::Date);
        QCOMPARE(table.shown(), QList<int>({3, 0, 1, 4}));
        table.table.columns().moveForward(Column::Contact); // it is the first
        QCOMPARE(table.shown(), QList<int>({3, 0, 1, 4}));
    }

    void aColumnMovesByKeysInTheMenu()
    {
        Table table;
        ColumnsMenu menu(table.table);
        menu.popup({0, 0});
        menu.setActiveAction(menu.actions().value(3));
        QTest::keyClick(&menu, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(&menu, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(table.shown(), QList<int>({0, 3, 1, 2, 4, 5}));
        QVERIFY(menu.isVisible());
        QCOMPARE(menu.activeAction(), menu.actions().value(1));
        QTest::keyClick(&menu, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(table.shown(), QList<int>({0, 1, 3, 2, 4, 5}));
        menu.setActiveAction(menu.actions().constLast());
        QTest::keyClick(&menu, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(table.shown(), QList<int>({0, 1, 3, 2, 4, 5}));
    }

    void theMenuTicksWhatIsShown()
    {
        Table table;
        ColumnsMenu menu(table.table);
        const auto action = [&menu](Column column) {
            menu.popup({0, 0});
            menu.hide();
            for (QAction* each : menu.actions()) {
                if (each->data().isValid() && each->data().toInt() == static_cast<int>(column)) {
                    return each;
                }
            }
            qFatal("there is no such column");
        };
        QVERIFY(action(Column::Status)->isChecked());
        QVERIFY(!action(Column::Text)->isEnabled());
        QVERIFY(action(Column::Text)->isChecked());
        action(Column::Status)->trigger();
        QVERIFY(!table.table.columns().isShown(Column::Status));
        QVERIFY(!action(Column::Status)->isChecked());
        table.table.horizontalHeader()->moveSection(0, 3);
        menu.popup({0, 0});
        QCOMPARE(menu.actions().value(3)->data().toInt(), 0); // in the order they stand in
        menu.findChild<QAction*>(QStringLiteral("usualColumnsAction"))->trigger();
        QCOMPARE(table.shown(), all());
    }

    void columnsAreDragged()
    {
        Table table;
        QHeaderView* const header = table.table.horizontalHeader();
        const auto middle = [header](Column column) {
            const int section = static_cast<int>(column);
            return QPoint(header->sectionViewportPosition(section) + header->sectionSize(section) / 2,
                          header->height() / 2);
        };
        const QSignalSpy sorted(&table.table, &MessageTable::otherOrderWanted);
        const QPoint from = middle(Column::Date);
        const QPoint to = middle(Column::Contact) + QPoint(40, 0);
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 10; ++step) {
            QTest::mouseMove(header->viewport(), from + (to - from) * step / 10);
        }
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(table.shown(), QList<int>({1, 2, 3, 0, 4, 5}));
        QCOMPARE(table.table.firstColumn(), 1);
        QCOMPARE(sorted.count(), 0);
    }

    void whatIsShownIsCopiedInItsOrder()
    {
        Table table;
        table.table.horizontalHeader()->moveSection(4, 0);
        table.table.columns().choose(Column::Date, false);
        table.table.columns().choose(Column::Direction, false);
        table.table.selectAll();
        table.table.copySelection();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Hola\tSMS\t+34600111222\tRead"));
    }

    void aStateIsKept()
    {
        QByteArray state;
        {
            Table table;
            table.table.columns().choose(Column::Status, false);
            table.table.horizontalHeader()->moveSection(3, 0);
            table.table.setColumnWidth(3, 181);
            state = table.table.columnsState();
        }
        Table table(1300);
        table.table.restoreColumns(state);
        QCOMPARE(table.shown(), QList<int>({3, 0, 1, 2, 4}));
        QCOMPARE(table.table.columnWidth(3), 181);
        QVERIFY(table.table.horizontalHeader()->sectionsMovable());
    }

    void theStateOfAnEarlierProgramIsUnderstood()
    {
        Table earlier;
        earlier.table.setColumnWidth(3, 181);
        Table table;
        table.table.restoreColumns(earlier.table.horizontalHeader()->saveState());
        QCOMPARE(table.table.columnWidth(3), 181);
        QCOMPARE(table.shown(), all());
    }

    void theButtonAndTheHeaderOpenTheMenuAndTheChoiceIsRemembered()
    {
        WindowFixture fixture(60);
        fixture.open();
        const auto showRows = [&fixture] {
            fixture.click("showPushButton");
            auto* const table = fixture.find<MessageTable>("messageTable");
            if (!QTest::qWaitFor([table] { return table->isVisible(); })) {
                qFatal("no rows come");
            }
            return table;
        };
        auto* table = showRows();
        auto* const button = fixture.find<QToolButton>("columnsToolButton");
        QCOMPARE(button->accessibleName(), QStringLiteral("Columns"));
        auto* const menu = fixture.find<QMenu>("columnsMenu");
        // An open menu is a loop of its own, which the first turn within it ends.
        bool wasSeen = false;
        QTimer::singleShot(0, menu, [&] {
            wasSeen = menu->isVisible();
            QVERIFY(takePicture(*menu, QStringLiteral("columns-menu")));
            menu->close();
        });
        button->showMenu();
        QVERIFY(wasSeen);
        QHeaderView* const header = table->horizontalHeader();
        Q_EMIT header->customContextMenuRequested({100, 10});
        QVERIFY(menu->isVisible());
        menu->actions().value(5)->trigger(); // Status
        menu->close();
        QVERIFY(!table->columns().isShown(Column::Status));
        header->moveSection(3, 0);
        fixture.restart();
        fixture.window->resize(1280, 800);
        table = showRows();
        QCOMPARE(table->columns().shown(), QList<int>({3, 0, 1, 2, 4}));
        QCoreApplication::processEvents();
        QVERIFY(takePicture(*fixture.window, QStringLiteral("columns-moved")));
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestTableColumns>(argc, argv);
}
#include "tst_tablecolumns.moc"
