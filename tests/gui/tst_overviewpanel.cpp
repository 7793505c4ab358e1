// The overview above the table: its bars are the rows', what is not loaded is said, a click narrows the dates
// and there is a way back, the numbers are a table, and the table keeps its room.

#include "core/messagecounts.h"
#include "gui/countstable.h"
#include "gui/filterform.h"
#include "gui/inspection.h"
#include "gui/messagemodel.h"
#include "gui/messagetable.h"
#include "gui/overviewchart.h"
#include "gui/overviewpanel.h"
#include "gui/windowfixture.h"

#include <QAccessible>
#include <QClipboard>
#include <QDateEdit>
#include <QElapsedTimer>
#include <QLabel>
#include <QSettings>
#include <QStatusBar>
#include <QToolButton>

using namespace leadway;
using namespace leadway::test;

namespace
{

simulator::Behaviour slowly(int milliseconds = 40)
{
    simulator::Behaviour behaviour;
    behaviour.latency = std::chrono::milliseconds(milliseconds);
    return behaviour;
}

OverviewPanel* showOverview(const WindowFixture& fixture)
{
    fixture.click("showPushButton");
    auto* const panel = fixture.find<OverviewPanel>("overviewPanel");
    if (!QTest::qWaitFor([panel] { return panel->isVisible() && panel->overview().all.total() > 0; })) {
        qFatal("no overview comes");
    }
    return panel;
}

OverviewPanel* showWholeOverview(const WindowFixture& fixture)
{
    OverviewPanel* const panel = showOverview(fixture);
    if (!panel->overview().isWhole) {
        fixture.click("loadAllToolButton");
    }
    if (!QTest::qWaitFor([panel] { return panel->overview().isWhole; }, 20000)) {
        qFatal("the end is not reached");
    }
    return panel;
}

QString titleOf(const WindowFixture& fixture)
{
    return fixture.find<QLabel>("overviewTitleLabel")->text();
}

// Of the rows in the table, counted anew.
MessageCounts countedRows(const MessageModel& model)
{
    MessageCounts counts(QTimeZone::systemTimeZone());
    for (int row = 0; row < model.rowCount(); ++row) {
        counts.add(model.row(row).createdAt, model.row(row).channel);
    }
    return counts;
}

int fullestBar(const Overview& overview)
{
    const auto most = std::max_element(
        overview.bars.begin(), overview.bars.end(),
        [](const CountBar& a, const CountBar& b) { return a.counts.total() < b.counts.total(); });
    return static_cast<int>(most - overview.bars.begin());
}

const Overview::Bar& barAt(const OverviewPanel& panel, int bar)
{
    return panel.overview().bars.at(static_cast<std::size_t>(bar));
}

int tableHeight(const WindowFixture& fixture)
{
    return fixture.find<MessageTable>("messageTable")->height();
}

constexpr int kLeastTable = 32 + 4 * 30; // the header and four rows

} // namespace

class TestOverviewPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { QSettings().clear(); }

    void theBarsAreTheRows()
    {
        const WindowFixture fixture(1500);
        fixture.open();
        const OverviewPanel* const panel = showWholeOverview(fixture);
        const auto* const model = fixture.find<MessageModel>("messageModel");
        QTRY_COMPARE(model->rowCount(), 1500);
        const MessageCounts counted = countedRows(*model);
        const auto expected = counted.bars();
        const Overview& overview = panel->overview();
        QCOMPARE(overview.bars.size(), expected.bars.size());
        QVERIFY(overview.bars.size() > 25);
        const auto* const chart = fixture.find<OverviewChart>("overviewChart");
        int tallest = 0;
        for (std::size_t i = 0; i < expected.bars.size(); ++i) {
            QVERIFY(static_cast<const CountBar&>(overview.bars[i]) == expected.bars[i]);
            const int bar = static_cast<int>(i);
            QCOMPARE(chart->barRect(bar).isEmpty(), expected.bars[i].counts.total() == 0);
            QVERIFY(chart->rect().contains(chart->columnOf(bar)));
            QVERIFY(bar == 0 || chart->columnOf(bar).left() > chart->columnOf(bar - 1).left());
            tallest = std::max(tallest, chart->barRect(bar).height());
        }
        QCOMPARE(chart->barRect(fullestBar(overview)).height(), tallest);
        QVERIFY(overview.all == counted.all() && overview.undated == counted.undated());
        QCOMPARE(chart->unloadedRect(), QRect());
        QVERIFY(titleOf(fixture).startsWith(QStringLiteral("Messages per day: all 1,500")));
        QVERIFY(!fixture.find<QToolButton>("loadAllToolButton")->isVisible());
    }

    void whatIsNotLoadedIsSaid()
    {
        const WindowFixture fixture(1500);
        fixture.open();
        const OverviewPanel* panel = showOverview(fixture);
        const auto* const chart = fixture.find<OverviewChart>("overviewChart");
        QTRY_VERIFY(titleOf(fixture).endsWith(QStringLiteral(" of 1,500 loaded")));
        QVERIFY(panel->overview().hasMoreBefore);
        QVERIFY(chart->unloadedRect().left() < chart->columnOf(0).left());
        const int last = static_cast<int>(panel->overview().bars.size()) - 1;
        QVERIFY(chart->unloadedRect().right() < chart->columnOf(last).right());
        QVERIFY(chart->unloadedRect().contains(chart->labelRect()));
        for (int bar = 0; bar <= last; ++bar) {
            QVERIFY(!chart->barRect(bar).intersects(chart->labelRect()));
        }

        // With both ends chosen all of its days are there.
        fixture.choose(DateChoice::Last30Days);
        panel = showOverview(fixture);
        QTRY_COMPARE(panel->overview().bars.size(), 30U);
        QTRY_VERIFY(barAt(*panel, 0).loaded == Overview::Loaded::None);
        QTRY_VERIFY(barAt(*panel, 29).loaded == Overview::Loaded::All);
        QVERIFY(!panel->overview().hasMoreBefore);
        QVERIFY(chart->unloadedRect().contains(chart->columnOf(0)));
    }

    void loadsAllUntilItIsStopped()
    {
        WindowFixture fixture(6000, slowly());
        fixture.open();
        const OverviewPanel* const panel = showOverview(fixture);
        auto* const load = fixture.find<QToolButton>("loadAllToolButton");
        auto* const showing = fixture.find<QLabel>("showingLabel");
        const QString before = showing->text();
        QCOMPARE(load->text(), QStringLiteral("Load all"));
        fixture.click("loadAllToolButton");
        QCOMPARE(load->text(), QStringLiteral("Stop"));
        const qint64 asked = fixture.server.requests();
        QTRY_VERIFY(fixture.server.requests() > asked + 4);
        QTRY_VERIFY(showing->text() != before); // how far it is, is seen where it always is
        fixture.click("loadAllToolButton");
        QCOMPARE(load->text(), QStringLiteral("Load all"));
        QTRY_COMPARE(fixture.find<QLabel>("moreLabel")->text(), QStringLiteral("Scroll down to load more"));
        const qint64 stopped = fixture.server.requests();
        QTest::qWait(200); // in which five would come
        QCOMPARE(fixture.server.requests(), stopped);
        QVERIFY(!panel->overview().isWhole);

        // An error ends it as well, and is told where errors are.
        fixture.click("loadAllToolButton");
        const quint16 port = fixture.server.port();
        fixture.server.stop();
        auto* const news = fixture.find<QLabel>("newsLabel");
        QTRY_VERIFY(news->isVisible() && !news->text().isEmpty());
        QVERIFY(!load->isVisible());
        QVERIFY(fixture.server.start(port));
        fixture.click("newsPushButton");
        QTRY_VERIFY(load->isVisible());
        QCOMPARE(load->text(), QStringLiteral("Load all"));
        QTRY_COMPARE(fixture.find<QLabel>("moreLabel")->text(), QStringLiteral("Scroll down to load more"));
        QTest::keyClick(fixture.window.get(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(panel->overview().isWhole, 20000);
        QCOMPARE(panel->overview().all.total(), 6000);
    }

    void otherFiltersEndTheLoading()
    {
        const WindowFixture fixture(6000, slowly());
        fixture.open();
        showOverview(fixture);
        fixture.click("loadAllToolButton");
        fixture.choose(DateChoice::Today);
        QCOMPARE(fixture.find<QToolButton>("loadAllToolButton")->text(), QStringLiteral("Load all"));
    }

    void aClickNarrowsTheDatesAndThereIsAWayBack()
    {
        const WindowFixture fixture(1500);
        fixture.open();
        const OverviewPanel* const panel = showWholeOverview(fixture);
        auto* const back = fixture.find<QToolButton>("overviewBackToolButton");
        QVERIFY(!back->isVisible());
        const int bar = fullestBar(panel->overview());
        const Overview::Bar chosen = barAt(*panel, bar);
        auto* const chart = fixture.find<OverviewChart>("overviewChart");
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->columnOf(bar).center());
        const Filters filters = fixture.find<FilterForm>("filterForm")->filters();
        QCOMPARE(filters.dates, DateChoice::OtherDates);
        QCOMPARE(filters.from, chosen.first);
        QCOMPARE(filters.to, chosen.last);
        const auto* const model = fixture.find<MessageModel>("messageModel");
        QTRY_COMPARE(panel->overview().bars.size(), 1U);
        QTRY_VERIFY(panel->overview().isWhole);
        QVERIFY(barAt(*panel, 0).counts == chosen.counts);
        // Undated messages are never outside.
        QTRY_COMPARE(model->rowCount(), chosen.counts.total() + panel->overview().undated.total());
        QVERIFY(!fixture.find<QWidget>("newsPushButton")->isVisible());

        // A click on what is shown already changes nothing.
        const qint64 asked = fixture.server.requests();
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->columnOf(0).center());
        QCoreApplication::processEvents();
        QCOMPARE(fixture.server.requests(), asked);

        QCOMPARE(back->text(), QStringLiteral("Back to “All time”"));
        QVERIFY(back->isVisible());
        QTest::keyClick(fixture.window.get(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(fixture.find<FilterForm>("filterForm")->filters().dates, DateChoice::AllTime);
        QVERIFY(!back->isVisible());
        QTRY_VERIFY(panel->overview().bars.size() > 1);

        // The way back is forgotten when other dates are chosen.
        QTRY_VERIFY(model->rowCount() > 0);
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->columnOf(0).center());
        QVERIFY(back->isVisible());
        fixture.choose(DateChoice::Last7Days);
        fixture.click("showPushButton");
        QVERIFY(!back->isVisible());
    }

    void theKeysPointAtABarAndChooseIt_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void theKeysPointAtABarAndChooseIt()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QApplication::setLayoutDirection(direction);
        const auto restore = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
        const WindowFixture fixture(1500);
        fixture.open();
        const OverviewPanel* const panel = showWholeOverview(fixture);
        auto* const chart = fixture.find<OverviewChart>("overviewChart");
        const bool isMirrored = direction == Qt::RightToLeft;
        QCOMPARE(chart->columnOf(1).left() < chart->columnOf(0).left(), isMirrored);
        chart->setFocus(Qt::TabFocusReason);
        QVERIFY(barAt(*panel, chart->currentBar()).counts.total() > 0);
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(chart->currentBar(), 0);
        const auto forward = isMirrored ? Qt::Key_Left : Qt::Key_Right;
        const auto backward = isMirrored ? Qt::Key_Right : Qt::Key_Left;
        QTest::keyClick(chart, backward);
        QCOMPARE(chart->currentBar(), 0);
        QTest::keyClick(chart, forward);
        QTest::keyClick(chart, forward);
        QCOMPARE(chart->currentBar(), 2);
        const QDate day = barAt(*panel, 2).first;
        const QString said = fixture.window->statusBar()->currentMessage();
        QVERIFY2(said.contains(QString::number(barAt(*panel, 2).counts.total())), qPrintable(said));
        QCOMPARE(chart->accessibleName(), said);
        QTest::keyClick(chart, Qt::Key_End);
        QCOMPARE(chart->currentBar(), static_cast<int>(panel->overview().bars.size()) - 1);
        QVERIFY(takePicture(*fixture.window,
                            isMirrored ? QStringLiteral("overview-rtl") : QStringLiteral("overview-focus")));
        QTest::keyClick(chart, Qt::Key_Home);
        QTest::keyClick(chart, forward);
        QTest::keyClick(chart, forward);
        QTest::keyClick(chart, Qt::Key_Return);
        QCOMPARE(fixture.find<FilterForm>("filterForm")->filters().from, day);
    }

    void theNumbersAreATable()
    {
        const WindowFixture fixture(1500);
        fixture.open();
        const OverviewPanel* const panel = showWholeOverview(fixture);
        fixture.click("asNumbersToolButton");
        auto* const table = fixture.find<CountsTable>("overviewTable");
        QVERIFY(table->isVisible());
        QVERIFY(!fixture.find<QWidget>("overviewChart")->isVisible());
        QCOMPARE(fixture.find<QToolButton>("asNumbersToolButton")->text(), QStringLiteral("As a picture"));
        const QAbstractItemModel& model = *table->model();
        const Overview& overview = panel->overview();
        const int undated = overview.undated.total() > 0 ? 1 : 0;
        const int bars = static_cast<int>(overview.bars.size());
        QCOMPARE(model.rowCount(), bars + undated + 1);
        const auto cell = [&model](int row, int column) {
            return model.index(row, column).data().toString();
        };
        const auto header = [&model](int column) {
            return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        };
        const int last = model.columnCount() - 1;
        QCOMPARE(header(0), QStringLiteral("Day"));
        QCOMPARE(header(1), QStringLiteral("SMS"));
        QCOMPARE(header(last), QStringLiteral("Total"));
        for (int row = 0; row < bars; ++row) {
            QCOMPARE(cell(row, 1).toLongLong(), barAt(*panel, row).counts.of(Channel::Sms));
            QCOMPARE(cell(row, last).toLongLong(), barAt(*panel, row).counts.total());
        }
        QCOMPARE(cell(bars + undated, 0), QStringLiteral("Total"));
        QCOMPARE(cell(bars + undated, last), QStringLiteral("1,500"));
        QVERIFY(tableHeight(fixture) >= kLeastTable);
        QVERIFY(takePicture(*fixture.window, QStringLiteral("overview-numbers")));

        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), model.rowCount() + 1);
        QVERIFY(lines.constFirst().startsWith(QStringLiteral("Day\tSMS\t")));
        QCOMPARE(lines[1].section(QLatin1Char('\t'), 0, 0), barAt(*panel, 0).first.toString(Qt::ISODate));
        QVERIFY(lines.constLast().endsWith(QStringLiteral("\t1500")));

        // The sums choose nothing, a day does.
        table->setCurrentIndex(model.index(model.rowCount() - 1, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(fixture.find<FilterForm>("filterForm")->filters().dates, DateChoice::AllTime);
        const QDate day = barAt(*panel, 3).first;
        table->setCurrentIndex(model.index(3, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(fixture.find<FilterForm>("filterForm")->filters().from, day);
    }

    void isThereWhileThereAreRowsAndRemembered()
    {
        WindowFixture fixture(1500);
        fixture.open();
        auto* panel = fixture.find<OverviewPanel>("overviewPanel");
        auto* open = fixture.find<QAction>("overviewAction");
        QVERIFY(open->isChecked());
        QVERIFY(!panel->isVisible()); // nothing was asked for
        showOverview(fixture);
        fixture.find<QWidget>("contactLineEdit")->setFocus();
        fixture.find<QLineEdit>("contactLineEdit")->setText(QStringLiteral("nobody00000000000000"));
        fixture.click("showPushButton");
        QVERIFY(panel->isVisible()); // so that nothing jumps
        QTRY_VERIFY(fixture.find<QWidget>("noMatchPage")->isVisible());
        QVERIFY(!panel->isVisible());
        fixture.find<QLineEdit>("contactLineEdit")->clear();
        showOverview(fixture);

        QTest::keyClick(fixture.window.get(), Qt::Key_F7);
        QVERIFY(!panel->isVisible() && !open->isChecked());
        fixture.restart();
        fixture.open();
        fixture.click("showPushButton");
        auto* const table = fixture.find<MessageTable>("messageTable");
        QTRY_VERIFY(table->isVisible());
        panel = fixture.find<OverviewPanel>("overviewPanel");
        open = fixture.find<QAction>("overviewAction");
        QVERIFY(!panel->isVisible() && !open->isChecked());
        // Opened later it knows what had come before.
        open->trigger();
        QVERIFY(panel->isVisible());
        QCOMPARE(panel->overview().all.total(), table->model()->rowCount());
    }

    void leavesTheTableItsRoom_data()
    {
        QTest::addColumn<int>("height");
        for (const int height : {500, 560, 620, 700, 800, 1000}) {
            QTest::addRow("%d high", height) << height;
        }
    }
    void leavesTheTableItsRoom()
    {
        QFETCH(int, height);
        const WindowFixture fixture(700);
        fixture.open();
        const OverviewPanel* const panel = showOverview(fixture);
        fixture.window->resize(880, height);
        QTRY_COMPARE(fixture.window->height(), height);
        QTRY_VERIFY(tableHeight(fixture) >= kLeastTable);
        for (const bool areDetailsOpen : {true, false}) {
            if (fixture.find<QAction>("detailsAction")->isChecked() != areDetailsOpen) {
                fixture.find<QAction>("detailsAction")->trigger();
            }
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            QVERIFY2(tableHeight(fixture) >= kLeastTable, qPrintable(QString::number(tableHeight(fixture))));
            QVERIFY(takePicture(*fixture.window, QStringLiteral("overview-880x%1-%2")
                                                     .arg(height)
                                                     .arg(areDetailsOpen ? QStringLiteral("details")
                                                                         : QStringLiteral("plain"))));
            QCOMPARE(fixture.window->height(), height);
            QVERIFY(areDetailsOpen || panel->hasRoom());
            if (!panel->hasRoom()) {
                QVERIFY(!fixture.find<QWidget>("overviewChart")->isVisible());
                auto* const open = fixture.find<QAction>("overviewAction");
                open->trigger();
                open->trigger();
                QVERIFY(fixture.window->statusBar()->currentMessage().contains(QStringLiteral("no room")));
            }
        }
    }

    void isNamedForWhoDoesNotSeeIt()
    {
        const WindowFixture fixture(1500);
        fixture.open();
        showWholeOverview(fixture);
        QAccessibleInterface* const chart =
            QAccessible::queryAccessibleInterface(fixture.find<OverviewChart>("overviewChart"));
        QVERIFY(chart->text(QAccessible::Name).startsWith(QStringLiteral("Messages per day: all 1,500")));
        QCOMPARE(chart->role(), QAccessible::Chart);
        const QString said = chart->text(QAccessible::Description);
        QVERIFY2(said.contains(QStringLiteral("1,500 messages: SMS ")), qPrintable(said));
        QVERIFY(said.contains(QStringLiteral("The most: ")));
        fixture.click("asNumbersToolButton");
        QVERIFY(!QAccessible::queryAccessibleInterface(fixture.find<CountsTable>("overviewTable"))
                     ->text(QAccessible::Name)
                     .isEmpty());
    }

    // As fast as pages can come, and much faster than they do.
    void aMillionRowsAreCountedInPassing()
    {
        QWidget window;
        auto* const layout = new QVBoxLayout(&window);
        OverviewPanel panel(QTimeZone("America/Santiago"));
        layout->addWidget(&panel);
        layout->addStretch(1);
        window.resize(900, 500);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        MessageQuery query;
        panel.begin(query);
        auto* const chart = panel.findChild<OverviewChart*>();
        int paintings = 0;
        const struct Watch : QObject {
            int& count;
            explicit Watch(int& counter)
                : count(counter)
            {
            }
            bool eventFilter(QObject* /*watched*/, QEvent* event) override
            {
                count += event->type() == QEvent::Paint ? 1 : 0;
                return false;
            }
        } watch(paintings);
        chart->installEventFilter(const_cast<Watch*>(&watch));
        constexpr int pages = 2000;
        constexpr int pageSize = 500;
        constexpr Msecs hour = 3'600'000;
        Msecs when = 1'750'000'000'000;
        qint64 longest = 0;
        QElapsedTimer whole;
        whole.start();
        PreviewState state;
        for (int page = 0; page < pages; ++page) {
            QList<PreviewRow> rows(pageSize);
            for (PreviewRow& row : rows) {
                row.createdAt = when -= hour / 4;
                row.channel = kEveryChannel[static_cast<std::size_t>(when / hour) % std::size(kEveryChannel)];
            }
            QElapsedTimer turn;
            turn.start();
            panel.append(rows);
            state.loaded += pageSize;
            state.reached = when;
            panel.setState(state);
            QCoreApplication::processEvents();
            longest = std::max(longest, turn.elapsed());
        }
        const qint64 took = whole.elapsed();
        qInfo("%lld ms, the longest turn %lld ms, %d paintings", took, longest, paintings);
        QVERIFY(paintings <= took / OverviewPanel::kPause.count() + 3);
        state.atEnd = true;
        panel.setState(state);
        QTRY_VERIFY(panel.overview().isWhole);
        QCOMPARE(panel.overview().all.total(), qint64{pages} * pageSize);
    }

    void looksWell_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isWhole");
        for (const char* code : {"en", "es"}) {
            for (const QSize size : {QSize(1280, 800), QSize(880, 720)}) {
                for (const bool isWhole : {false, true}) {
                    QTest::addRow("%s-%d-%s", code, size.width(), isWhole ? "whole" : "part")
                        << QString::fromLatin1(code) << size << isWhole;
                }
            }
        }
    }
    void looksWell()
    {
        QFETCH(QString, code);
        QFETCH(QSize, size);
        QFETCH(bool, isWhole);
        WindowFixture fixture(1500);
        fixture.use(code);
        fixture.window->resize(size);
        fixture.open();
        fixture.choose(DateChoice::Last30Days);
        const OverviewPanel* const panel = isWhole ? showWholeOverview(fixture) : showOverview(fixture);
        if (isWhole) {
            auto* const chart = fixture.find<OverviewChart>("overviewChart");
            QTest::mouseClick(chart, Qt::LeftButton, {},
                              chart->columnOf(fullestBar(panel->overview())).center());
            QTRY_VERIFY(panel->overview().isWhole && panel->overview().bars.size() == 1);
        }
        QTRY_VERIFY(fixture.find<MessageTable>("messageTable")->isVisible());
        QCoreApplication::processEvents();
        QWidget& window = *fixture.window;
        QVERIFY2(clipped(window).isEmpty(), qPrintable(clipped(window).join(QLatin1Char('\n'))));
        QVERIFY2(clashes(window).isEmpty(), qPrintable(clashes(window).join(QLatin1Char('\n'))));
        QVERIFY2(nameless(window).isEmpty(), qPrintable(nameless(window).join(QLatin1Char('\n'))));
        const QString name = QStringLiteral("overview-") + QLatin1String(QTest::currentDataTag());
        QVERIFY(takePicture(window, name));
        use(darkPalette());
        QVERIFY(takePicture(window, name + QStringLiteral("-dark")));
        use(lightPalette());
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestOverviewPanel>(argc, argv);
}
#include "tst_overviewpanel.moc"
