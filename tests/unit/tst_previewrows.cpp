// What a preview's rows say is what was put in, whatever their number, and a contact is named from any of its
// messages.

#include "app/previewrows.h"

#include <QTest>

#include <tuple>

using namespace leadway;

namespace
{

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

// Every field filled, each row another.
PreviewRow rowOf(int number)
{
    const QString tail = QString::number(number);
    PreviewRow row;
    row.position = {static_cast<std::uint32_t>(number % 7), static_cast<std::uint32_t>(number + 1),
                    static_cast<std::uint64_t>(number) << 32};
    row.createdAt = 1718379720000 - number;
    row.id = text("id") + tail;
    row.contact = text("+34 611 ") + tail;
    row.contactId = text("contact") + tail;
    row.subject = text("Año ") + tail;
    row.text = text("👩‍⚕️ ¿Qué tal? ") + tail;
    row.status = text("status") + QString::number(number % 5);
    row.messageType = text("TYPE_") + QString::number(number % 3);
    row.callStatus = text("call") + QString::number(number % 4);
    row.callDuration = tail;
    row.channel = kEveryChannel[number % 7];
    row.isInbound = number % 2 == 0;
    row.isOutbound = number % 3 == 0;
    row.hasAttachments = number % 5 == 0;
    return row;
}

bool isSame(const PreviewRow& a, const PreviewRow& b)
{
    const auto fields = [](const PreviewRow& row) {
        return std::tie(row.createdAt, row.id, row.contact, row.contactId, row.subject, row.text, row.status,
                        row.messageType, row.callStatus, row.callDuration, row.channel, row.isInbound,
                        row.isOutbound, row.hasAttachments);
    };
    return a.position == b.position && fields(a) == fields(b);
}

PreviewRow contactRow(const char* id, const char* name)
{
    PreviewRow row;
    row.contactId = text(id);
    row.contact = text(name);
    return row;
}

} // namespace

class TestPreviewRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasPutIn()
    {
        constexpr int count = 5000;
        PreviewRows rows;
        QCOMPARE(rows.size(), 0);
        for (int number = 0; number < count; ++number) {
            rows.append(rowOf(number));
            QCOMPARE(rows.size(), number + 1);
        }
        for (int number = 0; number < count; ++number) {
            QVERIFY2(isSame(rows.at(number), rowOf(number)), qPrintable(QString::number(number)));
            QCOMPARE(rows.createdAt(number), rowOf(number).createdAt);
        }
        const PreviewRows copy = rows;
        rows = PreviewRows();
        QCOMPARE(rows.size(), 0);
        QVERIFY(isSame(copy.at(count - 1), rowOf(count - 1)));
    }

    void aSnapshotStaysAsItWas_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 1023, 1024, 1025, 3000}) {
            QTest::addRow("%d rows", count) << count;
        }
    }
    void aSnapshotStaysAsItWas()
    {
        QFETCH(int, count);
        PreviewRows rows;
        for (int number = 0; number < count; ++number) {
            rows.append(rowOf(number));
        }
        const PreviewSnapshot snapshot = rows.snapshot();
        for (int number = count; number < count + 2000; ++number) {
            rows.append(rowOf(number));
        }
        QVERIFY(isSame(rows.at(count + 1999), rowOf(count + 1999)));
        rows = PreviewRows();
        QCOMPARE(snapshot.size(), count);
        for (int number = 0; number < count; ++number) {
            QVERIFY2(isSame(snapshot.at(number), rowOf(number)), qPrintable(QString::number(number)));
        }
    }

    void aSnapshotSharesWhatIsFull()
    {
        PreviewRows rows;
        for (int number = 0; number < 3000; ++number) {
            rows.append(rowOf(number));
        }
        const PreviewSnapshot snapshot = rows.snapshot();
        QCOMPARE(snapshot.raw(0).text.data(), rows.raw(0).text.data());
        QCOMPARE(snapshot.raw(2047).text.data(), rows.raw(2047).text.data());
        QVERIFY(snapshot.raw(2999).text.data() != rows.raw(2999).text.data());
        QCOMPARE(snapshot.raw(2999).text, rows.raw(2999).text);
        QCOMPARE(rows.sharedText(rows.raw(7).contact), QByteArrayView("+34 611 7"));
    }

    void keepsWhatIsMissing()
    {
        PreviewRows rows;
        rows.append(PreviewRow());
        rows.append(rowOf(1));
        rows.append(PreviewRow());
        QVERIFY(isSame(rows.at(0), PreviewRow()));
        QVERIFY(isSame(rows.at(1), rowOf(1)));
        QVERIFY(isSame(rows.at(2), PreviewRow()));
        QVERIFY(!rows.createdAt(2));
    }

    void namesAContactFromAnyOfItsMessages()
    {
        PreviewRows rows;
        QVERIFY(!rows.append(contactRow("a", "")));
        QVERIFY(!rows.append(contactRow("b", "Bea")));
        QVERIFY(rows.at(0).contact.isEmpty());
        QVERIFY(rows.append(contactRow("a", "Ana")));
        QVERIFY(!rows.append(contactRow("a", "ana@example.com")));
        QVERIFY(!rows.append(contactRow("a", "")));
        QCOMPARE(rows.at(0).contact, text("ana@example.com"));
        QCOMPARE(rows.at(1).contact, text("Bea"));
        QCOMPARE(rows.at(2).contact, text("Ana"));
        QCOMPARE(rows.at(4).contact, text("ana@example.com"));
    }

    void strangersHaveNoNameInCommon()
    {
        PreviewRows rows;
        QVERIFY(!rows.append(contactRow("", "")));
        QVERIFY(!rows.append(contactRow("", "Ana")));
        QVERIFY(rows.at(0).contact.isEmpty());
        QCOMPARE(rows.at(1).contact, text("Ana"));
    }
};

QTEST_GUILESS_MAIN(TestPreviewRows)
#include "tst_previewrows.moc"
