#include "gui/inspection.h"
#include "gui/scenes.h"

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
};

int main(int argc, char** argv)
{
    return runWindowTest<TestReach>(argc, argv);
}

#include "tst_reach.moc"
