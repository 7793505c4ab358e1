// What was found is gone through in the order of the table, round its ends, whichever way it is turned.

#include "app/foundrows.h"

#include <QList>
#include <QTest>

#include <algorithm>

using namespace leadway;

class TestFoundRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWasFound()
    {
        FoundRows found;
        RowOrder order;
        order.add(true);
        QCOMPARE(found.count(), 0);
        QCOMPARE(found.next(-1, order), -1);
        QCOMPARE(found.previous(0, order), -1);
        QCOMPARE(found.place(0, order), 0);
        QVERIFY(!found.contains(-1));
        found.add(0);
        found.clear();
        QCOMPARE(found.count(), 0);
        QVERIFY(!found.contains(0));
    }

    void aRowCountsOnce()
    {
        FoundRows found;
        found.add(70);
        found.add(70);
        QCOMPARE(found.count(), 1);
        QVERIFY(found.contains(70));
        QVERIFY(!found.contains(69));
    }

    // Against a look at every row.
    void goesThroughTheRows_data()
    {
        QTest::addColumn<int>("dated");
        QTest::addColumn<int>("undated");
        QTest::addColumn<bool>("isTurned");
        for (const bool isTurned : {false, true}) {
            const char* const way = isTurned ? "turned" : "as they came";
            QTest::addRow("dated, %s", way) << 200 << 0 << isTurned;
            QTest::addRow("undated, %s", way) << 0 << 130 << isTurned;
            QTest::addRow("both, %s", way) << 150 << 70 << isTurned;
            QTest::addRow("one word, %s", way) << 40 << 24 << isTurned;
        }
    }
    void goesThroughTheRows()
    {
        QFETCH(int, dated);
        QFETCH(int, undated);
        QFETCH(bool, isTurned);
        RowOrder order;
        FoundRows found;
        const int size = dated + undated;
        for (int number = 0; number < size; ++number) {
            order.add(number < dated);
            if (number % 11 == 3 || number % 64 == 0 || number % 64 == 63) {
                found.add(number);
            }
        }
        if (isTurned) {
            order.turn();
        }
        QList<int> rows;
        for (int row = 0; row < size; ++row) {
            if (found.contains(order.numberAt(row))) {
                rows.append(row);
            }
        }
        QCOMPARE(found.count(), static_cast<int>(rows.size()));
        for (int row = -1; row < size; ++row) {
            const auto behind = std::upper_bound(rows.cbegin(), rows.cend(), row);
            QCOMPARE(found.next(row, order), behind == rows.cend() ? rows.first() : *behind);
            QCOMPARE(found.place(row, order), static_cast<int>(behind - rows.cbegin()));
            const auto from = std::lower_bound(rows.cbegin(), rows.cend(), row);
            QCOMPARE(found.previous(row, order), from == rows.cbegin() ? rows.last() : *(from - 1));
        }
    }

    void rowsThatCameLaterWereNotFound()
    {
        FoundRows found;
        found.add(2);
        RowOrder order;
        for (int number = 0; number < 500; ++number) {
            order.add(true);
        }
        QCOMPARE(found.next(400, order), 2);
        order.turn();
        QCOMPARE(found.next(-1, order), 497);
        QCOMPARE(found.place(499, order), 1);
        QVERIFY(!found.contains(450));
    }
};

QTEST_APPLESS_MAIN(TestFoundRows)
#include "tst_foundrows.moc"
