// The table copies what is selected: few rows at once, many without holding up the window.

#include "gui/messagemodel.h"
#include "gui/messagetable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

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

private:
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
