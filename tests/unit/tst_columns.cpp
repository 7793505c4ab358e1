#include "format/columns.h"

#include <QCoreApplication>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace leadway;

/// The table of columns against the message it is made for.
class ColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAndHeadersAreUnique_data();
    void keysAndHeadersAreUnique();
    void noFileBeginsWithId();
    void headersAreTranslated();
    void localDatesNameTheirZone();
    void everyMemberReachesAColumn_data();
    void everyMemberReachesAColumn();
    void valuesForAPersonAreWords();
    void aContactIsTheOtherSide_data();
    void aContactIsTheOtherSide();
    void columnsAreChosen_data();
    void columnsAreChosen();
    void valuesForAProgramAreAsTheyCame();
    void anEmptyMessageIsEmptyEverywhere();
    void listsAreTakenApartAgain();
    void valuesAreAppended();
};

namespace
{

// Every text member filled with a word of its own, which the binding keeps complete: it does not compile
// when Message gains or loses a member. `readable` is no member of the service's, but body once more.
Message filledMessage()
{
    Message message;
    auto& [raw, id, altId, type, messageType, subType, locationId, contactId, conversationId,
           conversationProviderId, threadId, userId, chatWidgetId, dateAdded, dateUpdated, createdAt,
           updatedAt, direction, status, source, contentType, body, subject, from, to, cc, bcc, error,
           pageName, callDuration, callStatus, attachments, emailMessageIds, readable, repaired] = message;
    raw = "{}";
    readable.reset();
    repaired = false;
    int number = 0;
    for (std::string* const text : {&id,
                                    &altId,
                                    &type,
                                    &messageType,
                                    &subType,
                                    &locationId,
                                    &contactId,
                                    &conversationId,
                                    &conversationProviderId,
                                    &threadId,
                                    &userId,
                                    &chatWidgetId,
                                    &dateAdded,
                                    &dateUpdated,
                                    &direction,
                                    &status,
                                    &source,
                                    &contentType,
                                    &body,
                                    &subject,
                                    &from,
                                    &to,
                                    &cc,
                                    &bcc,
                                    &error,
                                    &pageName,
                                    &callDuration,
                                    &callStatus}) {
        *text = "Value" + std::to_string(100 + number++) + "x";
    }
    createdAt = *parseIsoUtc("2024-03-27T10:20:30Z");
    updatedAt = *parseIsoUtc("2024-03-28T10:20:30Z");
    attachments = {"Value900x", "Value901x"};
    emailMessageIds = {"Value902x", "Value903x"};
    return message;
}

std::string valueOf(const Column& column, const Message& message, bool exact)
{
    Words words;
    LocalClock clock(QTimeZone("Europe/Madrid"));
    RowContext context{words, clock};
    std::string out;
    if (const auto extract = exact ? column.exact : column.adapted) {
        extract(message, context, out);
    }
    return out;
}

const Column& columnOf(std::string_view key)
{
    const auto all = columns();
    const auto found = std::find_if(all.begin(), all.end(), [key](const Column& c) { return c.key == key; });
    if (found == all.end()) {
        qFatal("no column %s", std::string(key).c_str());
    }
    return *found;
}

std::string adapted(std::string_view key, const Message& message)
{
    return valueOf(columnOf(key), message, false);
}

std::string exact(std::string_view key, const Message& message)
{
    return valueOf(columnOf(key), message, true);
}

} // namespace

void ColumnsTest::keysAndHeadersAreUnique_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("local") << QByteArray("Europe/Madrid");
    QTest::newRow("UTC, as the columns that are in UTC anyway") << QByteArray("UTC");
}

void ColumnsTest::keysAndHeadersAreUnique()
{
    QFETCH(QByteArray, zone);
    QSet<QString> keys;
    QSet<QString> headers;
    for (const Column& column : columns()) {
        keys.insert(QString::fromLatin1(column.key.data(), qsizetype(column.key.size())));
        headers.insert(headerText(column, QTimeZone(zone)));
        QVERIFY(column.adapted || column.exact);
    }
    QCOMPARE(std::size_t(keys.size()), columns().size());
    QCOMPARE(std::size_t(headers.size()), columns().size());
}

void ColumnsTest::noFileBeginsWithId()
{
    const auto all = columns();
    const auto first = std::find_if(all.begin(), all.end(), [](const Column& c) { return c.exact; });
    QVERIFY(!first->key.starts_with("id"));
    QCOMPARE(all.front().key, std::string_view("date"));
}

void ColumnsTest::headersAreTranslated()
{
    class Shouting : public QTranslator
    {
    public:
        QString translate(const char* context, const char* source, const char*, int) const override
        {
            return qstrcmp(context, "leadway::Columns") == 0 ? QString::fromUtf8(source).toUpper()
                                                             : QString();
        }
        bool isEmpty() const override { return false; }
    } translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    for (const Column& column : columns()) {
        const QString header = headerText(column, QTimeZone::utc());
        QCOMPARE(header, header.toUpper());
    }
    QCoreApplication::removeTranslator(&translator);
    QCOMPARE(headerText(columnOf("body"), QTimeZone::utc()), QStringLiteral("Message"));
}

void ColumnsTest::localDatesNameTheirZone()
{
    QCOMPARE(headerText(columnOf("date"), QTimeZone("Europe/Madrid")),
             QStringLiteral("Date (Europe/Madrid)"));
    QCOMPARE(headerText(columnOf("updated"), QTimeZone("America/Bogota")),
             QStringLiteral("Updated (America/Bogota)"));
    QCOMPARE(headerText(columnOf("dateAdded"), QTimeZone("America/Bogota")),
             QStringLiteral("Exact date (UTC)"));
}

void ColumnsTest::everyMemberReachesAColumn_data()
{
    QTest::addColumn<bool>("exactly");
    QTest::newRow("for a person") << false;
    QTest::newRow("for a program") << true;
}

void ColumnsTest::everyMemberReachesAColumn()
{
    QFETCH(bool, exactly);
    const Message message = filledMessage();
    std::string all;
    for (const Column& column : columns()) {
        all += valueOf(column, message, exactly) + "\t";
    }
    for (int number = 100; number < 128; ++number) {
        const std::string value = "alue" + std::to_string(number) + "x";
        QVERIFY2(all.find(value) != std::string::npos, value.c_str());
    }
    for (int number = 900; number < 904; ++number) {
        QVERIFY(all.find("Value" + std::to_string(number) + "x") != std::string::npos);
    }
    if (!exactly) {
        QVERIFY(all.starts_with("2024-03-27 11:20:30\t"));
        QVERIFY(all.find("\t2024-03-28 11:20:30\t") != std::string::npos);
    }
}

void ColumnsTest::valuesForAPersonAreWords()
{
    Message message;
    message.messageType = "TYPE_CAMPAIGN_VOICEMAIL";
    message.direction = "inbound";
    message.status = "opt_out";
    message.callStatus = "no-answer";
    message.source = "bulk_actions";
    message.createdAt = *parseIsoUtc("2024-10-27T01:30:00.000Z");
    QCOMPARE(adapted("channel", message), std::string("Call"));
    QCOMPARE(adapted("typeInWords", message), std::string("Campaign voicemail"));
    message.messageType = "TYPE_CALL";
    QCOMPARE(adapted("typeInWords", message), std::string("Missed call"));
    message.messageType = "TYPE_CAMPAIGN_VOICEMAIL";
    QCOMPARE(adapted("direction", message), std::string("Received"));
    QCOMPARE(adapted("status", message), std::string("Opted out"));
    QCOMPARE(adapted("callStatus", message), std::string("No answer"));
    QCOMPARE(adapted("source", message), std::string("Bulk sending"));
    QCOMPARE(adapted("date", message), std::string("2024-10-27 02:30:00"));
    QCOMPARE(adapted("messageType", message), std::string("TYPE_CAMPAIGN_VOICEMAIL"));
}

void ColumnsTest::aContactIsTheOtherSide_data()
{
    QTest::addColumn<QString>("direction");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("shown");
    QTest::newRow("received") << "inbound"
                              << "+34611"
                              << "+34933"
                              << "+34611";
    QTest::newRow("sent") << "outbound"
                          << "+34933"
                          << "+34611"
                          << "+34611";
    QTest::newRow("sent, to nobody named") << "outbound"
                                           << "+34933"
                                           << ""
                                           << "contact7";
    QTest::newRow("received, from nobody named") << "inbound"
                                                 << ""
                                                 << "+34933"
                                                 << "contact7";
}

void ColumnsTest::aContactIsTheOtherSide()
{
    QFETCH(QString, direction);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, shown);
    Message message;
    message.contactId = "contact7";
    message.direction = direction.toStdString();
    message.from = from.toStdString();
    message.to = to.toStdString();
    QCOMPARE(QString::fromStdString(adapted("contact", message)), shown);
}

void ColumnsTest::columnsAreChosen_data()
{
    QTest::addColumn<ColumnChoice>("choice");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("expected");
    const char* const simple = "date channel direction contact body status";
    QTest::newRow("simple") << ColumnChoice::Simple << "id" << simple;
    QTest::newRow("own, in their order") << ColumnChoice::Own << "body id date"
                                         << "body id date";
    QTest::newRow("own, with what is not known, and twice") << ColumnChoice::Own << "body gone body"
                                                            << "body";
    QTest::newRow("none of one's own") << ColumnChoice::Own << "" << simple;
    QTest::newRow("none that is known") << ColumnChoice::Own << "gone" << simple;
}

void ColumnsTest::columnsAreChosen()
{
    QFETCH(ColumnChoice, choice);
    QFETCH(QString, own);
    QFETCH(QString, expected);
    FormatOptions options;
    options.columns = choice;
    for (const QString& key : own.split(u' ')) {
        options.ownColumns.push_back(key.toStdString());
    }
    QStringList keys;
    for (const Column* column : chosenColumns(options)) {
        QVERIFY(column->adapted);
        keys.append(QString::fromLatin1(column->key.data(), qsizetype(column->key.size())));
    }
    QCOMPARE(keys.join(u' '), expected);
    // The HTML of e-mail, for who asks for it.
    const std::size_t usual = chosenColumns(options).size();
    options.hasEmailSource = true;
    QCOMPARE(chosenColumns(options).size(), usual + 1);
    QVERIFY(chosenColumns(options).back()->key == "emailSource");
    options.format = Format::CsvExact;
    for (const Column* column : chosenColumns(options)) {
        QVERIFY(column->exact);
    }
    QVERIFY(chosenColumns(options).size() > 20);
}

void ColumnsTest::valuesForAProgramAreAsTheyCame()
{
    Message message;
    message.messageType = "TYPE_EMAIL";
    message.direction = "inbound";
    message.status = "opt_out";
    message.dateAdded = "2024-10-27T01:30:00+00:00";
    QCOMPARE(exact("channel", message), std::string("Email"));
    QCOMPARE(exact("direction", message), std::string("inbound"));
    QCOMPARE(exact("status", message), std::string("opt_out"));
    QCOMPARE(exact("messageType", message), std::string("TYPE_EMAIL"));
    QCOMPARE(exact("dateAdded", message), std::string("2024-10-27T01:30:00+00:00"));
}

void ColumnsTest::anEmptyMessageIsEmptyEverywhere()
{
    for (const Column& column : columns()) {
        if (column.key != "channel") {
            QCOMPARE(valueOf(column, Message(), false), std::string());
            QCOMPARE(valueOf(column, Message(), true), std::string());
        }
    }
}

void ColumnsTest::listsAreTakenApartAgain()
{
    Message message;
    message.attachments = {"https://a/b?c=1|2", "https://d/e,f;g"};
    QCOMPARE(adapted("attachments", message), std::string("https://a/b?c=1|2\nhttps://d/e,f;g"));
    QCOMPARE(exact("attachments", message), std::string("https://a/b?c=1%7C2|https://d/e,f;g"));
}

void ColumnsTest::valuesAreAppended()
{
    const Message message = filledMessage();
    Words words;
    LocalClock clock(QTimeZone::utc());
    RowContext context{words, clock};
    for (const Column& column : columns()) {
        for (const auto extract : {column.adapted, column.exact}) {
            std::string out = "before";
            if (extract) {
                extract(message, context, out);
            }
            QVERIFY(out.starts_with("before"));
        }
    }
}

QTEST_GUILESS_MAIN(ColumnsTest)
#include "tst_columns.moc"
