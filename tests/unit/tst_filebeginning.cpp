#include "format/filebeginning.h"

#include <QTest>

using namespace leadway;

/// The first lines of a CSV file, shown while its options are chosen.
class TestFileBeginning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsEveryOption_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("second"); // line
        QTest::addColumn<QByteArray>("third");
        QTest::newRow("nothing") << QByteArray() << QByteArray("2024-03-27 11:20:30;'+34600111222;\"Hello,")
                                 << QByteArray("thanks\"");
        QTest::newRow("separator") << QByteArray("separator")
                                   << QByteArray("2024-03-27 11:20:30,'+34600111222,\"Hello,")
                                   << QByteArray("thanks\"");
        QTest::newRow("guard") << QByteArray("guard")
                               << QByteArray("2024-03-27 11:20:30;+34600111222;\"Hello,")
                               << QByteArray("thanks\"");
        QTest::newRow("line breaks") << QByteArray("line breaks")
                                     << QByteArray("2024-03-27 11:20:30;'+34600111222;\"Hello, thanks\"")
                                     << QByteArray("2024-03-27 11:20:30;'+34600555444;'00123");
        QTest::newRow("UTC") << QByteArray("UTC") << QByteArray("2024-03-27 10:20:30;'+34600111222;\"Hello,")
                             << QByteArray("thanks\"");
        QTest::newRow("columns") << QByteArray("columns") << QByteArray("\"Hello,") << QByteArray("thanks\"");
    }
    void followsEveryOption()
    {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, second);
        QFETCH(QByteArray, third);
        FormatOptions options;
        options.format = Format::CsvExcel;
        options.zone = QTimeZone("Europe/Madrid");
        options.separator = change == "separator" ? ',' : ';';
        options.guard = change != "guard";
        options.keepsLineBreaks = change != "line breaks";
        options.isUtc = change == "UTC";
        options.columns = ColumnChoice::Own;
        options.ownColumns = {"date", "contact", "body"};
        if (change == "columns") {
            options.ownColumns = {"body"};
        }
        const QList<QByteArray> lines =
            QByteArray::fromStdString(fileBeginning(options, messages(), 3)).split('\n');
        QCOMPARE(lines.size(), 3);
        const QByteArray date = change == "UTC" ? "Date (UTC)" : "Date (Europe/Madrid)";
        const QList<QByteArray> headers{date, "Contact", "Message"};
        QCOMPARE(lines[0], change == "columns" ? QByteArray("Message") : headers.join(options.separator));
        QCOMPARE(lines[1], second);
        QCOMPARE(lines[2], third);
    }

    void isAsLongAsThereIsAnything()
    {
        FormatOptions options;
        options.format = Format::CsvExcel;
        options.columns = ColumnChoice::Own;
        options.ownColumns = {"body", "id"};
        options.separator = ',';
        QCOMPARE(fileBeginning(options, {}, 3), std::string("Message,Message id"));
        QCOMPARE(fileBeginning(options, {}, 0), std::string());
        Message message;
        message.body = "a";
        QCOMPARE(fileBeginning(options, {&message, 1}, 3), std::string("Message,Message id\na,"));
    }

    void exactDataIsShownAsItIs()
    {
        FormatOptions options;
        options.format = Format::CsvExact;
        const QByteArray text = QByteArray::fromStdString(fileBeginning(options, messages(), 2));
        QVERIFY(text.startsWith("channel,direction,contactId,"));
        QVERIFY(text.contains("\nSMS,inbound,"));
    }

private:
    static std::vector<Message> messages()
    {
        Message first;
        first.messageType = "TYPE_SMS";
        first.direction = "inbound";
        first.from = "+34600111222";
        first.body = "Hello,\r\nthanks";
        first.createdAt = *parseIsoUtc("2024-03-27T10:20:30Z");
        Message second = first;
        second.from = "+34600555444";
        second.body = "00123";
        return {first, second};
    }
};

QTEST_APPLESS_MAIN(TestFileBeginning)
#include "tst_filebeginning.moc"
