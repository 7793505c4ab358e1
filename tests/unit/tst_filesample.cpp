#include "app/filesample.h"

#include <QTest>

using namespace leadway;

/// The messages that show how a file would begin.
class TestFileSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageOfThePreviewIsUnderstood()
    {
        const auto message = sampleMessage(
            R"({"id":"a1","messageType":"TYPE_SMS","body":"Hola","dateAdded":"2024-03-27T10:20:30.000Z"})");
        QVERIFY(message);
        QCOMPARE(message->body, std::string("Hola"));
        QVERIFY(message->createdAt);
        QVERIFY(message->raw.empty()); // it would point into what is gone
        QVERIFY(!sampleMessage("17"));
        QVERIFY(!sampleMessage(""));
    }

    void theExampleHoldsWhatTheOptionsAreAbout()
    {
        const Msecs newest = *parseIsoUtc("2024-03-27T10:20:30.000Z");
        const std::vector<Message> messages = exampleMessages(newest);
        QCOMPARE(messages.size(), std::size_t(2));
        QCOMPARE(messages[0].createdAt, std::optional(newest));
        QCOMPARE(messages[0].dateAdded, std::string("2024-03-27T10:20:30.000Z"));
        QVERIFY(messages[1].createdAt < messages[0].createdAt);
        QVERIFY(messages[0].body.find('\n') != std::string::npos);
        QVERIFY(messages[0].to.starts_with('+') && messages[1].from.starts_with('+'));
    }
};

QTEST_APPLESS_MAIN(TestFileSample)
#include "tst_filesample.moc"
