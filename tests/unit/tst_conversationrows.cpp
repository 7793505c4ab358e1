// The messages of one contact among all rows, the oldest first, however they came and in however many slices
// they were looked for.

#include "app/conversationrows.h"

#include <QList>
#include <QTest>

using namespace leadway;

namespace
{

constexpr int kAllRows = 1000;

PreviewRow rowWith(const char* contactId, std::optional<Msecs> when, const char* contact = "")
{
    PreviewRow row;
    row.contactId = QLatin1String(contactId);
    row.contact = QLatin1String(contact);
    row.createdAt = when;
    return row;
}

QList<int> numbersOf(const ConversationRows& rows)
{
    QList<int> numbers;
    for (int place = 0; place < rows.size(); ++place) {
        numbers.append(rows.numberAt(place));
    }
    return numbers;
}

} // namespace

class TestConversationRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldestIsFirst_data()
    {
        QTest::addColumn<bool>("cameNewestFirst");
        QTest::newRow("came newest first") << true;
        QTest::newRow("came oldest first") << false;
    }
    void theOldestIsFirst()
    {
        QFETCH(bool, cameNewestFirst);
        PreviewRows all;
        for (int number = 0; number < 6; ++number) {
            all.append(rowWith(number % 2 == 0 ? "a" : "b", cameNewestFirst ? 100 - number : number));
        }
        all.append(rowWith("a", std::nullopt));
        ConversationRows rows;
        rows.begin(all, 2);
        QVERIFY(!rows.lookOn(all, all.size(), kAllRows));
        QCOMPARE(numbersOf(rows), cameNewestFirst ? QList<int>({4, 2, 0, 6}) : QList<int>({0, 2, 4, 6}));
        for (int place = 0; place < rows.size(); ++place) {
            QCOMPARE(rows.placeOf(rows.numberAt(place)), place);
        }
        QCOMPARE(rows.placeOf(1), -1);
        QVERIFY(rows.isOf(all, 0));
        QVERIFY(!rows.isOf(all, 3));
    }

    void itIsLookedForInSlicesAndGoesOnWithLaterRows()
    {
        PreviewRows all;
        const auto append = [&all](int count) {
            for (int left = count; left > 0; --left) {
                all.append(rowWith(all.size() % 3 == 0 ? "a" : "b", 1000 - all.size()));
            }
        };
        append(10);
        ConversationRows rows;
        rows.begin(all, 0);
        QVERIFY(rows.lookOn(all, all.size(), 4));
        QCOMPARE(numbersOf(rows), QList<int>({3, 0}));
        QVERIFY(rows.lookOn(all, all.size(), 4));
        QVERIFY(!rows.lookOn(all, all.size(), 4));
        QCOMPARE(numbersOf(rows), QList<int>({9, 6, 3, 0}));
        append(3);
        QVERIFY(!rows.lookOn(all, 12, kAllRows)); // not further than it is told
        QCOMPARE(rows.size(), 4);
        QVERIFY(!rows.lookOn(all, all.size(), kAllRows));
        QCOMPARE(numbersOf(rows), QList<int>({12, 9, 6, 3, 0}));
    }

    void withoutAnIdItIsTheSameNumber()
    {
        PreviewRows all;
        all.append(rowWith("", 1, "+34600111222"));
        all.append(rowWith("", 2, "+34600333444"));
        all.append(rowWith("a", 3, "+34600111222"));
        all.append(rowWith("", 4, "+34600111222"));
        ConversationRows rows;
        rows.begin(all, 0);
        rows.lookOn(all, all.size(), kAllRows);
        QCOMPARE(numbersOf(rows), QList<int>({0, 3}));
    }

    void whoIsNobodyIsAlone()
    {
        PreviewRows all;
        all.append(rowWith("", 1));
        all.append(rowWith("", 2));
        ConversationRows rows;
        QVERIFY(!rows.lookOn(all, all.size(), kAllRows)); // of nobody's
        QVERIFY(rows.isEmpty());
        rows.begin(all, 1);
        rows.lookOn(all, all.size(), kAllRows);
        QCOMPARE(numbersOf(rows), QList<int>({1}));
        rows.clear();
        QVERIFY(rows.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestConversationRows)
#include "tst_conversationrows.moc"
