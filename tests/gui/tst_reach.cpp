#include "gui/inspection.h"
#include "gui/scenes.h"

#include <QAccessible>
#include <QScrollArea>
#include <QScrollBar>

using namespace leadway;
using namespace leadway::test;

/// Whether people who use the keyboard alone, or write from right to left, get everywhere.
class TestReach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void theKeyboardGoesAsOneReads_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const char* name : {"first-start", "rows", "more-filters", "filters", "finished", "accounts",
                                 "export", "export-own-columns"}) {
            QTest::addRow("%s", name) << QString::fromLatin1(name) << Qt::LeftToRight;
            QTest::addRow("%s, from right to left", name) << QString::fromLatin1(name) << Qt::RightToLeft;
        }
    }
    void theKeyboardGoesAsOneReads()
    {
        QFETCH(const QString, name);
        QFETCH(const Qt::LayoutDirection, direction);
        QSettings().clear();
        QApplication::setLayoutDirection(direction);
        WindowFixture fixture(700);
        QWidget* const top = openScene(fixture, name.toStdString());
        const auto isWhole = [top] { return clipped(*top).isEmpty(); };
        QVERIFY2(QTest::qWaitFor(isWhole, 1000), told("cut", clipped(*top)).constData());
        QVERIFY2(outOfOrder(*top).isEmpty(), told("against the way one reads", outOfOrder(*top)).constData());
        QVERIFY2(unseenFocus(*top).isEmpty(), told("no focus to be seen", unseenFocus(*top)).constData());
        if (direction == Qt::RightToLeft) {
            QVERIFY(takePicture(*top, name + QStringLiteral("-right-to-left")));
        }
    }

    // Between the two questions of a screen reader, how many and which, a scroll bar may have gone.
    void aScreenReaderMayAskForAScrollBarThatHasGone()
    {
        QScrollArea area;
        auto* const content = new QWidget;
        content->setFixedSize(1000, 1000);
        area.setWidget(content);
        area.resize(300, 300);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        QVERIFY(area.verticalScrollBar()->isVisible());
        QAccessibleInterface* const read = QAccessible::queryAccessibleInterface(&area);
        const int count = read->childCount();
        content->setFixedSize(100, 100);
        QVERIFY(QTest::qWaitFor([&area] { return !area.verticalScrollBar()->isVisible(); }));
        QCOMPARE(read->childCount(), count);
        for (int child = 0; child < count; ++child) {
            QVERIFY(read->child(child));
        }
        QVERIFY(!read->child(count));
        QVERIFY(!read->child(-1));
        QCOMPARE(read->indexOfChild(read->child(0)), 0);
        QCOMPARE(read->child(0)->object(), area.viewport());
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestReach>(argc, argv);
}

#include "tst_reach.moc"
