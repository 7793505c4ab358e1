// Which row shows which number: in the order they came and turned round, undated ones last in both.

#include "app/roworder.h"

#include <QList>
#include <QTest>

using namespace leadway;

class TestRowOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orders_data()
    {
        QTest::addColumn<QString>("came"); // d: dated, u: undated
        QTest::addColumn<QList<int>>("turned");
        QTest::newRow("nothing") << "" << QList<int>{};
        QTest::newRow("one") << "d" << QList<int>{0};
        QTest::newRow("dated") << "dddd" << QList<int>{3, 2, 1, 0};
        QTest::newRow("undated last") << "dddu" << QList<int>{2, 1, 0, 3};
        QTest::newRow("undated alone") << "uu" << QList<int>{0, 1};
        QTest::newRow("dated too late") << "ddud" << QList<int>{1, 0, 2, 3};
    }
    void orders()
    {
        QFETCH(QString, came);
        QFETCH(QList<int>, turned);
        RowOrder order;
        for (const QChar c : came) {
            order.add(c == u'd');
        }
        QCOMPARE(order.size(), came.size());
        QVERIFY(!order.isTurned());
        for (int row = 0; row < order.size(); ++row) {
            QCOMPARE(order.numberAt(row), row);
        }
        order.turn();
        QVERIFY(order.isTurned());
        for (int row = 0; row < order.size(); ++row) {
            QCOMPARE(order.numberAt(row), turned.at(row));
            QCOMPARE(order.rowOf(order.numberAt(row)), row);
            QCOMPARE(order.mirrored(row), turned.at(row));
        }
        order.turn();
        QVERIFY(!order.isTurned());
    }

    void whatComesLaterFindsItsPlace()
    {
        RowOrder order;
        order.add(true);
        order.turn();
        order.add(true);
        order.add(false);
        QCOMPARE(order.numberAt(0), 1);
        QCOMPARE(order.numberAt(1), 0);
        QCOMPARE(order.numberAt(2), 2);
    }
};

QTEST_APPLESS_MAIN(TestRowOrder)
#include "tst_roworder.moc"
