// A million messages go by, over real HTTP, and at no time does the window keep a person waiting. For the
// optimized build; what it measured is told beside the verdict.

#include "app/engine.h"
#include "gui/colours.h"
#include "gui/exportdialog.h"
#include "gui/jobcard.h"
#include "gui/messagemodel.h"
#include "gui/messagetable.h"
#include "gui/turnwatch.h"
#include "gui/windowfixture.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QThread>
#include <QWheelEvent>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace leadway;
using namespace leadway::test;

namespace
{

constexpr int kMessages = 1'000'000;
constexpr TurnWatch::Milliseconds kLongestStall{100};
constexpr qint64 kLongestWait = 100; // milliseconds until the first match is told
constexpr double kMostBytesARow = 300;

// Of all threads; 0 where the system does not tell.
double bytesInUse()
{
#ifdef __GLIBC__
    const auto memory = mallinfo2();
    return static_cast<double>(memory.uordblks + memory.hblkhd);
#else
    return 0;
#endif
}

} // namespace

class TestStalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setUpApplication();
        QApplication::setQuitOnLastWindowClosed(false); // which would end the loop that is watched
    }

    void init()
    {
        QSettings().clear();
        m_stalls.clear();
    }

    void aStallIsSeen()
    {
        constexpr std::chrono::milliseconds pause(150);
        const TurnWatch::Stall stall = m_watch.during([=] { QThread::msleep(pause.count()); });
        QVERIFY(stall.wall >= pause);
        QVERIFY(stall.own > kLongestStall);
        QVERIFY(m_watch.during([] {}).own < kLongestStall);
    }

    void anExportKeepsNobodyWaiting()
    {
        const WindowFixture fixture(kMessages);
        fixture.open();
        auto* const table = fixture.find<MessageTable>("messageTable");
        note("start showing", m_watch.during([&] { fixture.click("showPushButton"); }));
        QVERIFY(m_watch.runUntil([&] { return table->model()->rowCount() > 0; }));
        note("first rows", m_watch.stall());
        QCOMPARE(fixture.server.requests(), 2); // one a walk: e-mail, and all else

        fixture.click("exportPushButton");
        fixture.click("savePushButton", fixture.waitFor<ExportDialog>());
        auto* const edit = fixture.find<QLineEdit>("contactLineEdit");
        QTimer person;
        connect(&person, &QTimer::timeout, this, [&] {
            wheel(*table, edit->text().size() % 4 == 0 ? 600 : -600);
            QTest::keyClick(edit, edit->text().size() < 20 ? Qt::Key_A : Qt::Key_Backspace);
        });
        person.start(50);
        auto* const title = fixture.find<QLabel>("cardTitleLabel", fixture.find<JobCard>("jobCard"));
        m_watch.begin();
        QVERIFY(m_watch.runUntil([&] { return title->text().startsWith(QStringLiteral("Saved")); }));
        note("export", m_watch.stall());
        QCOMPARE(title->text(), QStringLiteral("Saved 1,000,000 of 1,000,000 messages. Nothing is missing."));
        QVERIFY(!edit->text().isEmpty());
        QVERIFY2(m_stalls.isEmpty(), qPrintable(m_stalls.join(QStringLiteral(", "))));
    }

    void aMillionRowsKeepNobodyWaiting()
    {
        WindowFixture fixture(kMessages);
        fixture.open();
        auto* const table = fixture.find<MessageTable>("messageTable");
        const QAbstractItemModel* const model = table->model();
        const double before = bytesInUse();
        QTimer person;
        connect(&person, &QTimer::timeout, table, &QTableView::scrollToBottom);
        person.start(1);
        note("start showing", m_watch.during([&] { fixture.click("showPushButton"); }));
        QVERIFY(m_watch.runUntil([&] { return model->rowCount() == kMessages; }));
        person.stop();
        note("load", m_watch.stall());
        fixture.server.clearLog();
        const double bytesARow = (bytesInUse() - before) / kMessages;
        qInfo("%.0f bytes a row", bytesARow);
        QVERIFY(bytesARow <= kMostBytesARow);

        int places = 0;
        QTimer hurried;
        connect(&hurried, &QTimer::timeout, this, [&] {
            auto* const random = QRandomGenerator::global();
            table->verticalScrollBar()->setValue(random->bounded(table->verticalScrollBar()->maximum()));
            if (++places % 2 == 0) {
                table->selectRow(random->bounded(kMessages));
            }
        });
        hurried.start(20);
        m_watch.begin();
        QVERIFY(m_watch.runUntil([&] { return places >= 60; }));
        hurried.stop();
        note("go to many places", m_watch.stall());
        note("go to the end", m_watch.during([&] { press(*table, Qt::CTRL | Qt::Key_End); }));
        note("select all", m_watch.during([&] { press(*table, Qt::CTRL | Qt::Key_A); }));
        copy(*table);
        note("go to the start", m_watch.during([&] { press(*table, Qt::CTRL | Qt::Key_Home); }));
        note("select to the end", m_watch.during([&] { press(*table, Qt::CTRL | Qt::SHIFT | Qt::Key_End); }));
        note("turn round with all selected", m_watch.during([&] { clickDate(*table); }));
        QCOMPARE(table->selectionModel()->selection().count(), 1);
        select(*table, kMessages / 3, kMessages / 2);
        note("turn round with many selected", m_watch.during([&] { clickDate(*table); }));
        QCOMPARE(table->selectionModel()->selectedRows().size(), kMessages / 2 - kMessages / 3);
        copySome(*table);
        findAsOneTypes(fixture);
        converse(fixture);
        find(*fixture.find<MessageModel>("messageModel"));
        note("language", m_watch.during([&] { fixture.language.use(QStringLiteral("es")); }));
        note("dark", m_watch.during([] { QApplication::setPalette(darkPalette()); }));
        note("light", m_watch.during([] { QApplication::setPalette(lightPalette()); }));
        note("narrow", m_watch.during([&] { fixture.window->resize(900, 600); }));
        note("filters", m_watch.during([&] { fixture.click("onlyTheseRadioButton"); }));
        fixture.window->close(); // and writes the settings, for as long as a busy disk takes
        note("open", m_watch.during([&] { fixture.window->show(); }));
        note("show again", m_watch.during([&] { fixture.click("showPushButton"); }));
        QVERIFY(m_watch.runUntil([&] { return model->rowCount() > 0; }));
        note("first rows again", m_watch.stall());
        QVERIFY2(m_stalls.isEmpty(), qPrintable(m_stalls.join(QStringLiteral(", "))));
    }

private:
    void note(const QByteArray& what, const TurnWatch::Stall& stall)
    {
        const QString line = QString::asprintf("%s: %.0f ms, %.0f ms of its own", what.constData(),
                                               stall.wall.count(), stall.own.count());
        qInfo("%s", qPrintable(line));
        if (stall.own > kLongestStall) {
            m_stalls.append(line);
        }
    }

    void copy(MessageTable& table)
    {
        QSignalSpy changes(QApplication::clipboard(), &QClipboard::dataChanged);
        note("begin to copy", m_watch.during([&] { press(table, Qt::CTRL | Qt::Key_C); }));
        QVERIFY(m_watch.runUntil([&] { return !changes.isEmpty(); }));
        note("copy", m_watch.stall());
        QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), kMessages - 1);
        QApplication::clipboard()->clear();
    }

    // Few enough for a spreadsheet to get them as a table, too.
    void copySome(MessageTable& table)
    {
        constexpr int some = 10'000;
        select(table, kMessages / 4, kMessages / 4 + some);
        QSignalSpy changes(QApplication::clipboard(), &QClipboard::dataChanged);
        note("begin to copy 10,000 rows", m_watch.during([&] { press(table, Qt::CTRL | Qt::Key_C); }));
        QVERIFY(m_watch.runUntil([&] { return !changes.isEmpty(); }));
        note("copy 10,000 rows", m_watch.stall());
        QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), some - 1);
        QApplication::clipboard()->clear();
    }

    // In the window, letter by letter, and from match to match.
    void findAsOneTypes(const WindowFixture& fixture)
    {
        auto* const table = fixture.find<MessageTable>("messageTable");
        auto* const field = fixture.find<QLineEdit>("findLineEdit");
        auto* const result = fixture.find<QLabel>("foundLabel");
        auto* const next = fixture.find<QWidget>("findNextToolButton");
        press(*table, Qt::CTRL | Qt::Key_Home);
        field->setFocus();
        for (const QChar letter : QStringLiteral("cita")) {
            QElapsedTimer clock;
            clock.start();
            m_watch.begin();
            QTest::keyClicks(field, QString(letter));
            QVERIFY(m_watch.runUntil([&] { return next->isEnabled(); }));
            const qint64 told = clock.elapsed();
            note("type a letter to find", m_watch.stall());
            qInfo("a match is told after %lld ms: %s", told, qPrintable(result->text()));
            if (told > kLongestWait) {
                m_stalls.append(QStringLiteral("a match after %1 ms").arg(told));
            }
        }
        QString told; // until all rows were looked through, it changes
        m_watch.begin();
        QVERIFY(m_watch.runUntil([&, turns = 0]() mutable {
            turns = told == result->text() ? turns + 1 : 0;
            told = result->text();
            return turns >= 40;
        }));
        note("count the matches", m_watch.stall());
        qInfo("%s", qPrintable(told));
        QVERIFY(told.startsWith(QStringLiteral("1 of ")));
        note("next match", m_watch.during([&] { press(*field, Qt::Key_F3); }));
        note("previous match, round the end", m_watch.during([&] {
            press(*field, Qt::SHIFT | Qt::Key_F3);
            press(*field, Qt::SHIFT | Qt::Key_F3);
        }));
        note("turn round what was found", m_watch.during([&] { clickDate(*table); }));
        note("go to many places with matches", m_watch.during([&] {
            for (int place = 0; place < 10; ++place) {
                table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 10 * place);
            }
        }));
        note("close find", m_watch.during([&] { press(*field, Qt::Key_Escape); }));
        QVERIFY(field->text().isEmpty());
    }

    // The messages of one contact among a million, and of another one.
    void converse(const WindowFixture& fixture)
    {
        auto* const table = fixture.find<MessageTable>("messageTable");
        auto* const tabs = fixture.find<QTabBar>("detailsTabBar");
        auto* const list = fixture.find<QListView>("conversationListView");
        table->goTo(kMessages / 2);
        note("open the conversation", m_watch.during([&] { tabs->setCurrentIndex(1); }));
        m_watch.begin();
        QVERIFY(m_watch.runUntil([&] { return list->model()->rowCount() > 0; }));
        note("find the conversation", m_watch.stall());
        qInfo("%s", qPrintable(fixture.find<QLabel>("loadedMessagesLabel")->text()));
        for (const int row : {kMessages / 3, kMessages / 2 + 1, 0}) {
            note("another conversation", m_watch.during([&] { table->goTo(row); }));
        }
        note("scroll the conversation", m_watch.during([&] { list->scrollToTop(); }));
        tabs->setCurrentIndex(0);
    }

    // Through a worker's thread like the window's own.
    void find(const MessageModel& model)
    {
        const QTemporaryDir folder;
        JobSettings settings;
        settings.spoolRoot = folder.path();
        Engine engine(settings);
        const struct {
            const char* what;
            QString needle;
            int from;
        } searches[] = {
            {"a word", QStringLiteral("Gracias"), 0},
            {"a letter", QStringLiteral("a"), kMessages / 2},
            // As long as it takes to the last row of all.
            {"nothing there", QStringLiteral("no such words anywhere"), 0},
        };
        for (const auto& search : searches) {
            QElapsedTimer clock;
            qint64 first = -1;
            qsizetype count = 0;
            qint64 last = -1; // when the search ended, which is seen later
            const QObject here;
            connect(&engine, &Engine::rowsFound, &here, [&](const QList<int>& numbers) {
                first = first < 0 ? clock.elapsed() : first;
                count += numbers.size();
            });
            connect(&engine, &Engine::findEnded, &here, [&] { last = clock.elapsed(); });
            clock.start();
            const QByteArray what = QByteArray("find ") + search.what;
            note(what, m_watch.during([&] {
                engine.find({model.snapshot(), model.order(), search.from, search.needle});
            }));
            QVERIFY(m_watch.runUntil([&] { return last >= 0; }));
            note(what, m_watch.stall());
            qInfo("%s: the first of %lld after %lld ms, all after %lld ms", what.constData(),
                  static_cast<qlonglong>(count), first, last);
        }
    }

    static void select(const MessageTable& table, int first, int end)
    {
        const QAbstractItemModel& model = *table.model();
        const QItemSelection rows(model.index(first, 0), model.index(end - 1, MessageModel::kColumns - 1));
        table.selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    }

    static void clickDate(const MessageTable& table)
    {
        QHeaderView* const header = table.horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionSize(0) / 2, header->height() / 2});
    }

    static void press(QWidget& widget, QKeyCombination keys)
    {
        widget.setFocus();
        QTest::keyClick(&widget, keys.key(), keys.keyboardModifiers());
    }

    static void wheel(const MessageTable& table, int delta)
    {
        QWidget* const target = table.viewport();
        const QPoint middle = target->rect().center();
        QWheelEvent event(middle, target->mapToGlobal(middle), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(target, &event);
    }

    TurnWatch m_watch;
    QStringList m_stalls; // those that were too long
};

int main(int argc, char** argv)
{
    return runWindowTest<TestStalls>(argc, argv);
}
#include "tst_stalls.moc"
