// What is copied falls into the cells of a spreadsheet as it was in the table, whatever the messages say.

#include "gui/copiedrows.h"

#include <QMimeData>
#include <QTest>

using namespace leadway;

class TestCopiedRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noCellBreaksItsRow_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("copied");
        QTest::newRow("plain") << QStringLiteral("Hola, Ana") << QStringLiteral("Hola, Ana");
        QTest::newRow("breaks") << QStringLiteral("a\tb\nc\r\nd\u2028e") << QStringLiteral("a b c  d e");
        QTest::newRow("a quote in front")
            << QStringLiteral("\"Hola\", dijo") << QStringLiteral("\"\"\"Hola\"\", dijo\"");
        QTest::newRow("a quote within") << QStringLiteral("dijo \"Hola\"") << QStringLiteral("dijo \"Hola\"");
        QTest::newRow("a formula") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
        QTest::newRow("a call") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
        QTest::newRow("a number to call") << QStringLiteral("+34600111222") << QStringLiteral("+34600111222");
        QTest::newRow("a handle") << QStringLiteral("@nuria.fit") << QStringLiteral("@nuria.fit");
        QTest::newRow("nothing") << QString() << QString();
    }
    void noCellBreaksItsRow()
    {
        QFETCH(QString, cell);
        QFETCH(QString, copied);
        CopiedRows rows(2);
        rows.append({QStringLiteral("1"), cell, QStringLiteral("x")});
        rows.append({QStringLiteral("2"), cell, QStringLiteral("y")});
        QCOMPARE(rows.take()->text(), QStringLiteral("1\t%1\tx\n2\t%1\ty").arg(copied));
    }

    void aSpreadsheetGetsTexts()
    {
        CopiedRows rows(1);
        rows.append({QStringLiteral("+34600111222"), QStringLiteral("a < b & \"c\"")});
        const QString table = rows.take()->html();
        QVERIFY(table.contains(QStringLiteral("mso-number-format:\"\\@\"")));
        QVERIFY(table.contains(
            QStringLiteral("<tr><td>+34600111222</td><td>a &lt; b &amp; &quot;c&quot;</td></tr>")));
    }

    void veryManyRowsAreLinesAlone()
    {
        CopiedRows rows(CopiedRows::kMostInTable + 1);
        for (int row = 0; row <= CopiedRows::kMostInTable; ++row) {
            rows.append({QString::number(row)});
        }
        const auto data = rows.take();
        QVERIFY(!data->hasHtml());
        QCOMPARE(data->text().count(u'\n'), CopiedRows::kMostInTable);
    }
};

QTEST_MAIN(TestCopiedRows)
#include "tst_copiedrows.moc"
