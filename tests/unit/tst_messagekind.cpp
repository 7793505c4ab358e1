// Calls are told apart by what became of them; everything else by its type.

#include "core/messagekind.h"

#include <QTest>

using namespace leadway;

class TestMessageKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("direction");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<QByteArray>("kind");
        const auto row = [](const char* name, const char* type, const char* direction, const char* outcome,
                            const char* kind) {
            QTest::newRow(name) << QByteArray(type) << QByteArray(direction) << QByteArray(outcome)
                                << QByteArray(kind);
        };
        row("taken", "TYPE_CALL", "inbound", "completed", "TYPE_CALL");
        row("missed", "TYPE_CALL", "inbound", "no-answer", "MISSED_CALL");
        row("without the prefix", "CALL", "inbound", "no-answer", "MISSED_CALL");
        row("another spelling", "TYPE_CALL", "inbound", "NO_ANSWER", "MISSED_CALL");
        row("busy", "TYPE_CALL", "inbound", "busy", "MISSED_CALL");
        row("given up", "TYPE_CALL", "inbound", "cancelled", "MISSED_CALL");
        row("nobody there", "TYPE_CALL", "outbound", "no-answer", "TYPE_CALL");
        row("of an unknown direction", "TYPE_CALL", "", "no-answer", "TYPE_CALL");
        row("going on", "TYPE_CALL", "inbound", "ringing", "TYPE_CALL");
        row("nothing known", "TYPE_CALL", "inbound", "", "TYPE_CALL");
        row("voicemail", "TYPE_CALL", "inbound", "voicemail", "VOICEMAIL");
        row("left on theirs", "TYPE_CALL", "outbound", "voicemail", "VOICEMAIL");
        row("menu", "TYPE_IVR_CALL", "inbound", "no-answer", "MISSED_CALL");
        row("added service", "TYPE_CUSTOM_CALL", "inbound", "completed", "TYPE_CUSTOM_CALL");
        row("campaign", "TYPE_CAMPAIGN_CALL", "outbound", "no-answer", "TYPE_CAMPAIGN_CALL");
        row("voicemail of a campaign", "TYPE_CAMPAIGN_VOICEMAIL", "inbound", "no-answer",
            "TYPE_CAMPAIGN_VOICEMAIL");
        row("no call", "TYPE_SMS", "inbound", "no-answer", "TYPE_SMS");
        row("nothing", "", "", "", "");
    }
    void kinds()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, direction);
        QFETCH(QByteArray, outcome);
        const auto view = [](const QByteArray& text) {
            return std::string_view(text.constData(), static_cast<std::size_t>(text.size()));
        };
        const std::string_view kind = messageKind(view(type), view(direction), view(outcome));
        QTEST(QByteArray(kind.data(), static_cast<qsizetype>(kind.size())), "kind");
    }

    void aMessageHasItsOutcomeInEitherField()
    {
        Message message;
        message.messageType = "TYPE_CALL";
        message.direction = "inbound";
        message.status = "no-answer";
        QVERIFY(messageKind(message) == kMissedCallKind);
        message.callStatus = "answered";
        QVERIFY(messageKind(message) == "TYPE_CALL");
    }
};

QTEST_APPLESS_MAIN(TestMessageKind)
#include "tst_messagekind.moc"
