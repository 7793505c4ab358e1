// Finding in the messages that are there: as one types, by keys and buttons, in rows that come later, turned
// round, and never remembered.

#include "gui/colours.h"
#include "gui/findbar.h"
#include "gui/inspection.h"
#include "gui/messagefind.h"
#include "gui/messagemodel.h"
#include "gui/messagepane.h"
#include "gui/messagetable.h"
#include "gui/windowfixture.h"

#include <QAccessible>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QToolButton>

using namespace leadway;
using namespace leadway::test;

namespace
{

PreviewRow rowSaying(const QString& text, Msecs when, const QString& subject = {})
{
    PreviewRow row;
    row.createdAt = when;
    row.channel = subject.isEmpty() ? Channel::Sms : Channel::Email;
    row.messageType = subject.isEmpty() ? QStringLiteral("TYPE_SMS") : QStringLiteral("TYPE_EMAIL");
    row.isInbound = true;
    row.contact = QStringLiteral("+34600111222");
    row.text = text;
    row.subject = subject;
    return row;
}

// A window whose rows are our own.
struct Finding {
    explicit Finding(const QList<PreviewRow>& rows, const QSize& size = QSize(1280, 800))
        : fixture(10)
    {
        fixture.open();
        fixture.window->resize(size);
        pane = fixture.find<MessagePane>("messagePane");
        pane->begin(Qt::DescendingOrder);
        append(rows);
        field = fixture.find<QLineEdit>("findLineEdit");
        table = fixture.find<MessageTable>("messageTable");
        model = fixture.find<MessageModel>("messageModel");
        if (!QTest::qWaitFor([this] { return field->isVisible(); })) {
            qFatal("the field is not there");
        }
    }

    void append(const QList<PreviewRow>& rows) const
    {
        pane->appendRows(rows);
        PreviewState state;
        state.loaded = pane->model().snapshot().size();
        state.atEnd = true;
        pane->setState(state);
    }

    QString result() const { return fixture.find<QLabel>("foundLabel")->text(); }
    int row() const { return table->currentIndex().row(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(fixture.window.get(), key, modifiers);
    }
    void type(const QString& text) const
    {
        key(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), text);
    }

    WindowFixture fixture;
    MessagePane* pane;
    QLineEdit* field;
    MessageTable* table;
    MessageModel* model;
};

// Every fifth row, beginning with the third, asks for an appointment.
QList<PreviewRow> someRows(int count, Msecs newest = 1'760'000'000'000)
{
    QList<PreviewRow> rows;
    for (int number = 0; number < count; ++number) {
        rows.append(rowSaying(number % 5 == 3
                                  ? QStringLiteral("Quisiera pedir una cita, número %1").arg(number)
                                  : QStringLiteral("Gracias, %1").arg(number),
                              newest - number * 60'000));
    }
    return rows;
}

int pixelsOf(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) == colour ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class TestFind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }

    void init() { QSettings().clear(); }

    void theFirstMatchIsGoneToWhileOneTypes()
    {
        const Finding finding(someRows(20));
        QVERIFY(finding.result().isEmpty());
        QVERIFY(!finding.fixture.find<QToolButton>("findNextToolButton")->isVisible());
        finding.type(QStringLiteral("ci"));
        QCOMPARE(QApplication::focusWidget(), finding.field);
        QTRY_COMPARE(finding.result(), QStringLiteral("1 of 20")); // "Gracias" too
        QTRY_COMPARE(finding.row(), 0);
        QTest::keyClicks(finding.field, QStringLiteral("TA, num"));
        QTRY_COMPARE(finding.result(), QStringLiteral("1 of 4"));
        QCOMPARE(finding.row(), 3);
        QVERIFY(finding.fixture.find<QToolButton>("findNextToolButton")->isVisible());
    }

    void stepsAndGoesRoundTheEnds()
    {
        const Finding finding(someRows(20));
        finding.type(QStringLiteral("cita"));
        QTRY_COMPARE(finding.result(), QStringLiteral("1 of 4"));
        QTest::keyClick(finding.field, Qt::Key_Return);
        QCOMPARE(finding.row(), 8);
        finding.key(Qt::Key_F3);
        QCOMPARE(finding.row(), 13);
        QCOMPARE(finding.result(), QStringLiteral("3 of 4"));
        finding.fixture.click("findNextToolButton");
        QCOMPARE(finding.row(), 18);
        QCOMPARE(QApplication::focusWidget(), finding.field); // a click does not take the cursor away
        finding.key(Qt::Key_F3);
        QCOMPARE(finding.row(), 3);
        finding.key(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(finding.row(), 18);
        QCOMPARE(finding.table->selectedRows(), 1); // Shift is for the way, not for more rows
        QTest::keyClick(finding.field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(finding.row(), 13);
        finding.fixture.click("findPreviousToolButton");
        QCOMPARE(finding.row(), 8);
        QCOMPARE(finding.result(), QStringLiteral("2 of 4"));
        // From wherever a person has gone meanwhile.
        finding.table->selectRow(16);
        QCOMPARE(finding.result(), QStringLiteral("4 found"));
        finding.key(Qt::Key_F3);
        QCOMPARE(finding.row(), 18);
    }

    void nothingMatchesInWords()
    {
        Finding finding(someRows(20));
        finding.type(QStringLiteral("nowhere"));
        QTRY_COMPARE(finding.result(), QStringLiteral("No matches"));
        QCOMPARE(finding.row(), 0);
        QVERIFY(!finding.fixture.find<QToolButton>("findNextToolButton")->isEnabled());
        QCOMPARE(finding.field->accessibleDescription(), QStringLiteral("No matches"));
        finding.fixture.use(QStringLiteral("es"));
        QCOMPARE(finding.result(), QStringLiteral("Sin resultados"));
        QCOMPARE(finding.field->placeholderText(), QStringLiteral("Buscar en estos mensajes"));
    }

    void escapeEmptiesAndLeavesTheField()
    {
        const Finding finding(someRows(20));
        finding.type(QStringLiteral("cita"));
        QTRY_COMPARE(finding.row(), 3);
        finding.key(Qt::Key_Escape);
        QVERIFY(finding.field->text().isEmpty());
        QVERIFY(finding.result().isEmpty());
        QCOMPARE(QApplication::focusWidget(), finding.table);
        QCOMPARE(finding.row(), 3); // where it has led
        finding.key(Qt::Key_F3);    // with nothing to look for, it asks for it
        QCOMPARE(QApplication::focusWidget(), finding.field);
        finding.key(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), finding.table);
    }

    void rowsThatComeLaterAreLookedThrough()
    {
        const QList<PreviewRow> rows = someRows(200);
        const Finding finding(rows.first(20));
        finding.type(QStringLiteral("cita"));
        QTRY_COMPARE(finding.result(), QStringLiteral("1 of 4"));
        finding.append(rows.sliced(20, 100));
        QTRY_COMPARE(finding.result(), QStringLiteral("1 of 24"));
        QCOMPARE(finding.row(), 3);
        finding.append(rows.sliced(120));
        QTRY_COMPARE(finding.result(), QStringLiteral("1 of 40"));
        finding.key(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(finding.row(), 198);
    }

    void turningKeepsTheMatchAndToldPlace()
    {
        const Finding finding(someRows(20));
        finding.type(QStringLiteral("cita"));
        QTRY_COMPARE(finding.result(), QStringLiteral("1 of 4"));
        finding.table->turn();
        QCOMPARE(finding.row(), 16);
        QCOMPARE(finding.result(), QStringLiteral("4 of 4"));
        finding.key(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(finding.row(), 11);
        QCOMPARE(finding.result(), QStringLiteral("3 of 4"));
    }

    void aContactThatIsNamedLaterIsFoundByItsName()
    {
        PreviewRow nameless = rowSaying(QStringLiteral("Hola"), 2000);
        nameless.contact.clear();
        nameless.contactId = QStringLiteral("contact-k2Vd7");
        PreviewRow named = nameless;
        named.createdAt = 1000;
        named.contact = QStringLiteral("nuria@example.com");
        const Finding finding({rowSaying(QStringLiteral("Buenas"), 3000), nameless});
        finding.type(QStringLiteral("nuria"));
        QTRY_COMPARE(finding.result(), QStringLiteral("No matches"));
        finding.append({named});
        QTRY_COMPARE(finding.result(), QStringLiteral("2 found")); // nothing jumps any more
        QCOMPARE(finding.row(), 0);
    }

    void anotherPreviewIsLookedThroughWithoutAJump()
    {
        const Finding finding(someRows(20));
        finding.type(QStringLiteral("cita"));
        QTRY_COMPARE(finding.row(), 3);
        finding.pane->begin(Qt::DescendingOrder);
        QVERIFY(finding.result().isEmpty());
        finding.append(someRows(30));
        QTRY_COMPARE(finding.result(), QStringLiteral("6 found"));
        QCOMPARE(finding.row(), 0);
        finding.key(Qt::Key_F3);
        QCOMPARE(finding.result(), QStringLiteral("1 of 6"));
    }

    void matchesAreMarked_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
    }
    void matchesAreMarked()
    {
        QFETCH(QPalette, palette);
        use(palette);
        const QString far = QStringLiteral("Mucho texto antes de que aparezca lo buscado ").repeated(4);
        const Finding finding(
            {rowSaying(QStringLiteral("Nada"), 5000), rowSaying(QStringLiteral("una cita"), 4000),
             rowSaying(far + QStringLiteral("cita"), 3000), rowSaying(QStringLiteral("cita"), 2000, far),
             rowSaying(QStringLiteral("x"), 1000, QStringLiteral("Cita"))});
        const auto marked = [&](int row, int column) {
            const QRect cell = finding.table->visualRect(finding.model->index(row, column));
            const QImage image = finding.table->viewport()->grab(cell).toImage();
            return pixelsOf(image, foundGround(palette));
        };
        const int text = static_cast<int>(MessageModel::Column::Text);
        const int contact = static_cast<int>(MessageModel::Column::Contact);
        QCOMPARE(marked(1, text), 0);
        finding.type(QStringLiteral("cita"));
        QTRY_COMPARE(finding.result(), QStringLiteral("1 of 4"));
        QCOMPARE(marked(0, text), 0);
        for (int row = 1; row < 5; ++row) {
            QVERIFY2(marked(row, text) > 50, qPrintable(QString::number(row)));
            QCOMPARE(marked(row, contact), 0);
        }
        // The current one has a frame as well.
        const int framed = marked(1, text);
        finding.table->setCurrentIndex({});
        QVERIFY(marked(1, text) >= framed);
        finding.field->setText(QStringLiteral("346001"));
        QTRY_COMPARE(finding.result(), QStringLiteral("1 of 5"));
        QVERIFY(marked(1, contact) > 50);
        QCOMPARE(marked(1, text), 0);
        use(lightPalette());
    }

    void nothingIsRemembered()
    {
        {
            const Finding finding(someRows(20));
            finding.type(QStringLiteral("pedir"));
            QTRY_COMPARE(finding.row(), 3);
            finding.fixture.window->close();
        }
        QSettings settings;
        const QStringList keys = settings.allKeys();
        QVERIFY(!keys.isEmpty());
        for (const QString& key : keys) {
            QVERIFY2(!settings.value(key).toByteArray().contains("pedir"), qPrintable(key));
        }
    }

    void theHeadHasRoomForAll_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QSize>("size");
        for (const char* code : {"en", "es"}) {
            QTest::addRow("%s, wide", code) << QString(QLatin1String(code)) << QSize(1280, 800);
            QTest::addRow("%s, narrow", code) << QString(QLatin1String(code)) << QSize(880, 500);
        }
    }
    void theHeadHasRoomForAll()
    {
        QFETCH(QString, code);
        QFETCH(QSize, size);
        Finding finding(someRows(200), size);
        finding.fixture.use(code);
        finding.type(QStringLiteral("cita"));
        QTRY_VERIFY(finding.result().contains(QStringLiteral("40")));
        finding.pane->setFiltersChanged(true);
        QCoreApplication::processEvents();
        QTRY_VERIFY2(clipped(*finding.pane).isEmpty(),
                     qPrintable(clipped(*finding.pane).join(QStringLiteral("; "))));
        QVERIFY2(nameless(*finding.pane).isEmpty(), qPrintable(nameless(*finding.pane).join(u';')));
        QVERIFY(finding.field->width() >= 130);
        QVERIFY(takePicture(*finding.fixture.window,
                            QStringLiteral("find-news-%1-%2").arg(code).arg(size.width())));
        finding.pane->setFiltersChanged(false);
        QCoreApplication::processEvents();
        QVERIFY(finding.fixture.find<QLabel>("showingLabel")->isVisible());
        QVERIFY(clipped(*finding.pane).isEmpty());
        QVERIFY(
            takePicture(*finding.fixture.window, QStringLiteral("find-%1-%2").arg(code).arg(size.width())));
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestFind>(argc, argv);
}
#include "tst_find.moc"
