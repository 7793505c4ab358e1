// The account of an export for other programs, read back by Qt's own JSON parser.

#include "app/reportjson.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace leadway;

namespace
{

ExportRequest request()
{
    ExportRequest request;
    request.query.locationId = QStringLiteral("demo0000000000000001");
    request.format.zone = QTimeZone("Europe/Madrid");
    return request;
}

ExportReport report()
{
    ExportReport report;
    WalkReport main;
    main.expected = 6'000'000'000;
    main.requests = 12;
    main.retries = 2;
    main.restarts = 1;
    main.received = 100;
    main.outside = 3;
    main.filtered = 4;
    main.leftOut = 3;
    main.unreadable = 5;
    main.undated = 6;
    main.repairedPages = 7;
    main.overlap = 2;
    main.lanes = 9;
    main.wentBack = WentBack::FellShort;
    WalkReport email;
    email.channel = QStringLiteral("Email");
    email.expected = 50;
    email.requests = 1;
    email.received = 50;
    email.stoppedWithoutProgress = true;
    main.duplicates = 6;
    main.written = 82;
    main.waitedMsecs = 1500;
    email.duplicates = 2;
    email.written = 48;
    report.walks = {main, email};
    report.cutCells = 9;
    report.replacedCells = 10;
    report.repairedMessages = 10;
    report.path = QStringLiteral("/tmp/Clínica \"Sol\".csv");
    report.bytes = 5'000'000'000;
    report.sha256 = QByteArray(64, 'a');
    return report;
}

QJsonObject read(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

QJsonValue at(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key));
}

} // namespace

class TestReportJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryCount();
    void tellsEachWalk();
    void tellsOfManyFiles();
    void tellsTheQuery();
    void tellsWhatIsNotKnownAsNull();
    void isTextForPeopleToo();
};

void TestReportJson::tellsEveryCount()
{
    const QJsonObject json = read(reportJson(request(), report()));
    QCOMPARE(at(json, "expected").toInteger(), 6'000'000'050);
    QCOMPARE(at(json, "received").toInteger(), 150);
    QCOMPARE(at(json, "written").toInteger(), 130);
    QCOMPARE(at(json, "duplicates").toInteger(), 8);
    QCOMPARE(at(json, "outside").toInteger(), 3);
    QCOMPARE(at(json, "filtered").toInteger(), 4);
    QCOMPARE(at(json, "leftOut").toInteger(), 3);
    QCOMPARE(at(json, "unreadable").toInteger(), 5);
    QCOMPARE(at(json, "cutCells").toInteger(), 9);
    QCOMPARE(at(json, "replacedCells").toInteger(), 10);
    QCOMPARE(at(json, "waitedMilliseconds").toInteger(), 1500);
    QCOMPARE(at(json, "repairedMessages").toInteger(), 10);
    QCOMPARE(at(json, "balances").toBool(), true);
    QCOMPARE(at(json, "file").toString(), QDir::toNativeSeparators(report().path));
    QCOMPARE(at(json, "bytes").toInteger(), 5'000'000'000);
    QCOMPARE(at(json, "sha256").toString(), QString(64, u'a'));
    QCOMPARE(at(json, "timeZone").toString(), QStringLiteral("Europe/Madrid"));
    ExportReport unbalanced = report();
    unbalanced.walks.front().written = 81;
    QCOMPARE(at(read(reportJson(request(), unbalanced)), "balances"), QJsonValue(false));
}

void TestReportJson::tellsOfManyFiles()
{
    QCOMPARE(at(read(reportJson(request(), report())), "files"), QJsonValue());
    ExportReport many = report();
    many.files = 212;
    many.sha256.clear(); // there is none of a folder
    const QJsonObject json = read(reportJson(request(), many));
    QCOMPARE(at(json, "files").toInteger(), 212);
    QCOMPARE(at(json, "sha256"), QJsonValue());
}

void TestReportJson::tellsEachWalk()
{
    const QJsonArray walks = at(read(reportJson(request(), report())), "walks").toArray();
    QCOMPARE(walks.size(), 2);
    const QJsonObject main = walks[0].toObject();
    QVERIFY(at(main, "channel").isNull());
    QCOMPARE(at(main, "expected").toInteger(), 6'000'000'000);
    QCOMPARE(at(main, "requests").toInteger(), 12);
    QCOMPARE(at(main, "retries").toInteger(), 2);
    QCOMPARE(at(main, "restarts").toInteger(), 1);
    QCOMPARE(at(main, "received").toInteger(), 100);
    QCOMPARE(at(main, "outside").toInteger(), 3);
    QCOMPARE(at(main, "filtered").toInteger(), 4);
    QCOMPARE(at(main, "leftOut").toInteger(), 3);
    QCOMPARE(at(main, "unreadable").toInteger(), 5);
    QCOMPARE(at(main, "undated").toInteger(), 6);
    QCOMPARE(at(main, "repairedPages").toInteger(), 7);
    QCOMPARE(at(main, "overlap").toInteger(), 2);
    QCOMPARE(at(main, "lanes").toInteger(), 9);
    QCOMPARE(at(main, "wentBackToOneLane").toString(), QStringLiteral("fellShort"));
    QVERIFY(at(walks[1].toObject(), "wentBackToOneLane").isNull());
    QCOMPARE(at(main, "stoppedWithoutProgress"), QJsonValue(false));
    QCOMPARE(at(walks[1].toObject(), "channel").toString(), QStringLiteral("Email"));
    QCOMPARE(at(walks[1].toObject(), "stoppedWithoutProgress"), QJsonValue(true));
}

void TestReportJson::tellsTheQuery()
{
    ExportRequest asked = request();
    asked.query.channels = Channel::Sms | Channel::Other;
    asked.query.contactId = QStringLiteral("contact1");
    asked.query.conversationId = QStringLiteral("conversation1");
    asked.query.interval = wholeDays(QDate(2025, 7, 1), QDate(2025, 7, 31), asked.format.zone);
    asked.query.sortBy = SortBy::UpdatedAt;
    asked.query.sortOrder = SortOrder::Ascending;
    asked.query.limit = 250;
    asked.query.filter = {Direction::Received, QStringLiteral("failed"), QStringLiteral("cita"), true};
    const QJsonObject query = at(read(reportJson(asked, report())), "query").toObject();
    QCOMPARE(at(query, "locationId").toString(), asked.query.locationId);
    QCOMPARE(at(query, "channels").toArray(), QJsonArray({QStringLiteral("SMS"), QStringLiteral("Other")}));
    QCOMPARE(at(query, "contactId").toString(), asked.query.contactId);
    QCOMPARE(at(query, "conversationId").toString(), asked.query.conversationId);
    QCOMPARE(at(query, "from").toString(), QStringLiteral("2025-06-30T22:00:00.000Z"));
    QCOMPARE(at(query, "before").toString(), QStringLiteral("2025-07-31T22:00:00.000Z"));
    QCOMPARE(at(query, "sortBy").toString(), QStringLiteral("updatedAt"));
    QCOMPARE(at(query, "sortOrder").toString(), QStringLiteral("asc"));
    QCOMPARE(at(query, "limit").toInteger(), 250);
    QCOMPARE(at(query, "direction").toString(), QStringLiteral("inbound"));
    QCOMPARE(at(query, "status").toString(), QStringLiteral("failed"));
    QCOMPARE(at(query, "contains").toString(), QStringLiteral("cita"));
    QCOMPARE(at(query, "hasAttachment"), QJsonValue(true));
}

void TestReportJson::tellsWhatIsNotKnownAsNull()
{
    ExportReport unannounced = report();
    unannounced.walks[1].expected.reset();
    const QJsonObject json = read(reportJson(request(), unannounced));
    QVERIFY(json.contains(QLatin1String("expected")) && at(json, "expected").isNull());
    const QJsonObject query = at(json, "query").toObject();
    QVERIFY(query.contains(QLatin1String("from")) && at(query, "from").isNull());
    QVERIFY(query.contains(QLatin1String("before")) && at(query, "before").isNull());
    QCOMPARE(at(query, "channels").toArray().size(), 7);
    QVERIFY(at(json, "walks").toArray()[1].toObject().value(QLatin1String("expected")).isNull());
}

void TestReportJson::isTextForPeopleToo()
{
    const QByteArray json = reportJson(request(), report());
    QVERIFY(json.startsWith("{\n"));
    QVERIFY(json.endsWith("}\n"));
    QVERIFY(json.contains("Clínica"));
    // An export of nothing has an account as well.
    QVERIFY(!read(reportJson({}, {})).isEmpty());
}

QTEST_GUILESS_MAIN(TestReportJson)
#include "tst_reportjson.moc"
