#include "gui/colours.h"
#include "gui/inspection.h"
#include "gui/scenes.h"

#include <algorithm>

using namespace leadway;
using namespace leadway::test;

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
