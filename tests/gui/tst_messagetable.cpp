// The table copies what is selected: few rows at once, many without holding up the window.

#include "gui/messagemodel.h"
#include "gui/messagetable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace leadway;

namespace
{

const QString kEarlier = QStringLiteral("copied earlier");

QStringList copied()
{
    return QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
}

// The number of the message that a line tells of.
int numberIn(const QString& line)
{
    return line.section(QLatin1Char('\t'), 4, 4).toInt();
}

} // namespace

class TestMessageTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QGuiApplication::clipboard()->setText(kEarlier);
        m_model = std::make_unique<MessageModel>(QTimeZone("Europe/Madrid"));
        m_table = std::make_unique<MessageTable>();
        m_table->setModel(m_model.get());
        m_table->resize(1000, 400); // room for all columns
        m_table->show();
        QList<PreviewRow> rows;
        for (int number = 0; number < kRows; ++number) {
            PreviewRow row;
            row.text = QString::number(number);
            row.channel = Channel::Sms;
            rows.append(row);
        }
        m_model->append(rows);
    }

    void cleanup()
    {
        m_table.reset();
        m_model.reset();
    }

    void copiesRowsInTheirOrder()
    {
        m_table->setSelectionMode(QAbstractItemView::MultiSelection);
        for (const int row : {700, 3, 4}) {
            m_table->selectRow(row);
        }
        m_table->copySelection();
        QCOMPARE(copied().size(), 3);
        QCOMPARE(copied().first(), QStringLiteral("No date\tSMS\t\t\t3\t"));
        QCOMPARE(numberIn(copied().at(1)), 4);
        QCOMPARE(numberIn(copied().at(2)), 700);
    }

    void copiesNothingWhereNothingIsSelected()
    {
        m_table->copySelection();
        QCOMPARE(copied(), QStringList(kEarlier));
    }

    void copiesManyRows()
    {
        m_table->selectAll();
        m_table->copySelection();
        QCOMPARE(copied(), QStringList(kEarlier)); // not in one turn
        QTRY_COMPARE(copied().size(), kRows);
        const QStringList lines = copied();
        for (int number = 0; number < kRows; ++number) {
            QCOMPARE(numberIn(lines.at(number)), number);
        }
    }

    void theLastCopyCounts()
    {
        m_table->selectAll();
        m_table->copySelection();
        m_table->selectRow(5);
        m_table->copySelection();
        settle();
        QCOMPARE(copied().size(), 1);
        QCOMPARE(numberIn(copied().first()), 5);
    }

    void givesUpACopyWhoseRowsHaveGone()
    {
        m_table->selectAll();
        m_table->copySelection();
        m_model->clear();
        settle();
        QCOMPARE(copied(), QStringList(kEarlier));
    }

    void aClickOnTheDateAsksForTheOtherOrder()
    {
        m_table->showOrder(Qt::DescendingOrder);
        const QSignalSpy wanted(m_table.get(), &MessageTable::otherOrderWanted);
        for (const int section : {1, 3, 4}) {
            clickHeader(section);
        }
        QCOMPARE(wanted.count(), 0);
        clickHeader(0);
        QCOMPARE(wanted.count(), 1);
        // The arrow tells what is shown, not what was clicked.
        QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), 0);
        QCOMPARE(m_table->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
        QVERIFY(!m_table->selectionModel()->hasSelection());
    }

    void theHeaderIsClickedWhateverWasRemembered()
    {
        m_table->horizontalHeader()->setSectionsClickable(false);
        m_table->showOrder(Qt::AscendingOrder);
        const QByteArray state = m_table->columnsState();
        m_table->showOrder(Qt::DescendingOrder);
        m_table->restoreColumns(state);
        const QSignalSpy wanted(m_table.get(), &MessageTable::otherOrderWanted);
        clickHeader(0);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(m_table->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void turningKeepsWhatIsSelected_data()
    {
        QTest::addColumn<QList<int>>("numbers");
        QTest::newRow("nothing") << QList<int>();
        QTest::newRow("one") << QList<int>({5});
        QTest::newRow("some") << QList<int>({3, 4, 5, 700, 999});
        QTest::newRow("undated") << QList<int>({1001, 1002});
        QTest::newRow("both") << QList<int>({0, 998, 999, 1000, 1001, 1004});
    }
    void turningKeepsWhatIsSelected()
    {
        QFETCH(QList<int>, numbers);
        fill(1000, 5);
        m_table->setSelectionMode(QAbstractItemView::MultiSelection);
        for (const int number : numbers) {
            m_table->selectRow(number);
        }
        m_table->showOrder(Qt::DescendingOrder);
        const QSignalSpy current(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged);
        m_table->turn();
        QCOMPARE(m_table->horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
        QList<int> selected;
        for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
            selected.append(m_model->row(index.row()).text.toInt());
        }
        std::sort(selected.begin(), selected.end());
        QCOMPARE(selected, numbers);
        QCOMPARE(current.count(), 0);
        if (!numbers.isEmpty()) {
            QCOMPARE(m_model->row(m_table->currentIndex().row()).text.toInt(), numbers.last());
        }
    }

    void turningKeepsThePlaceOfWhoHasScrolled_data()
    {
        QTest::addColumn<int>("scrolled");
        QTest::addColumn<int>("top"); // the number of the row there
        QTest::newRow("at the top") << 0 << 999;
        QTest::newRow("within") << 300 * 30 << -1;
    }
    void turningKeepsThePlaceOfWhoHasScrolled()
    {
        QFETCH(int, scrolled);
        QFETCH(int, top);
        fill(1000, 5);
        QCoreApplication::processEvents();
        m_table->verticalScrollBar()->setValue(scrolled);
        const auto inTheMiddle = [this] {
            return m_model->row(m_table->rowAt(m_table->viewport()->height() / 2)).text;
        };
        const QString middle = inTheMiddle();
        m_table->turn();
        QCoreApplication::processEvents();
        if (top >= 0) {
            QCOMPARE(m_model->row(m_table->topRow()).text.toInt(), top);
        } else {
            QCOMPARE(inTheMiddle(), middle);
        }
    }

    void goesToARow_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("from the left") << Qt::LeftToRight;
        QTest::newRow("from the right") << Qt::RightToLeft;
    }
    void goesToARow()
    {
        QFETCH(Qt::LayoutDirection, direction);
        fill(1000, 0);
        m_table->setLayoutDirection(direction);
        QCoreApplication::processEvents();
        m_table->selectAll();
        m_table->goTo(500);
        QCOMPARE(m_table->currentIndex().row(), 500);
        QCOMPARE(m_table->selectedRows(), 1);
        QVERIFY(m_table->selectionModel()->isRowSelected(500, {}));
        QVERIFY(m_table->viewport()->rect().contains(m_table->visualRect(m_table->currentIndex())));
        m_table->goTo(1000); // there is none
        m_table->goTo(-1);
        QCOMPARE(m_table->currentIndex().row(), 500);
    }

    void aCopyIsOfTheRowsThatWereSelected()
    {
        fill(3000, 0);
        m_table->selectAll();
        m_table->copySelection();
        m_table->turn();
        QTRY_COMPARE(copied().size(), 3000);
        const QStringList lines = copied();
        for (int number = 0; number < 3000; ++number) {
            QCOMPARE(numberIn(lines.at(number)), number);
        }
    }

private:
    void fill(int dated, int undated) const
    {
        m_model->clear();
        QList<PreviewRow> rows;
        for (int number = 0; number < dated + undated; ++number) {
            PreviewRow row;
            row.text = QString::number(number);
            row.channel = Channel::Sms;
            if (number < dated) {
                row.createdAt = -number;
            }
            rows.append(row);
        }
        m_model->append(rows);
    }

    void clickHeader(int section) const
    {
        QHeaderView* const header = m_table->horizontalHeader();
        const int x = header->sectionViewportPosition(section) + header->sectionSize(section) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {x, header->height() / 2});
    }

    // More turns than any copy here would take.
    static void settle()
    {
        for (int turn = 0; turn < 20; ++turn) {
            QCoreApplication::processEvents();
        }
    }

    static constexpr int kRows = 3500;
    std::unique_ptr<MessageModel> m_model;
    std::unique_ptr<MessageTable> m_table;
};

QTEST_MAIN(TestMessageTable)
#include "tst_messagetable.moc"
