// Every row of the endpoint's table of errors, and the headers that come with answers.

#include "api/answer.h"

#include <QTest>

using namespace leadway;

class TestAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsRefusalsApart_data();
    void tellsRefusalsApart();
    void listsWhatA422Refuses();
    void keepsPagesOfHtmlOutOfTheDetail();
    void keepsTheServicesNameForTheAnswer_data();
    void keepsTheServicesNameForTheAnswer();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void readsHttpDates_data();
    void readsHttpDates();
};

void TestAnswer::tellsRefusalsApart_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("hadCursor");
    QTest::addColumn<ErrorKind>("kind");
    const auto json = [](const char* message) {
        return QByteArray(R"({"statusCode":0,"message":")") + message + R"(","error":"x"})";
    };
    QTest::newRow("400 to a choice") << 400 << json("bad contactId") << false << ErrorKind::Refused;
    QTest::newRow("400 to a cursor") << 400 << json("cursor") << true << ErrorKind::CursorExpired;
    QTest::newRow("401 private token")
        << 401 << json("Invalid Private Integration token") << false << ErrorKind::TokenInvalid;
    QTest::newRow("401 access token")
        << 401 << json("Invalid token: access token is invalid") << false << ErrorKind::TokenInvalid;
    QTest::newRow("401 scope") << 401 << json("The token is not authorized for this scope.") << false
                               << ErrorKind::ScopeMissing;
    QTest::newRow("401 agency") << 401 << json("Token's user type mismatch!") << false
                                << ErrorKind::AgencyToken;
    QTest::newRow("403 location") << 403 << json("The token does not have access to this location.") << false
                                  << ErrorKind::OtherLocation;
    QTest::newRow("403 page") << 403 << QByteArray("<!DOCTYPE html><p>Access denied") << false
                              << ErrorKind::Blocked;
    QTest::newRow("404") << 404 << json("Not Found") << false << ErrorKind::NotFound;
    QTest::newRow("408") << 408 << QByteArray() << false << ErrorKind::Server;
    QTest::newRow("422") << 422 << json("limit must not be less than 10") << false << ErrorKind::Refused;
    QTest::newRow("429") << 429 << json("Too Many Requests") << true << ErrorKind::RateLimited;
    for (const int status : {500, 502, 503, 504, 520}) {
        QTest::addRow("%d", status) << status << QByteArray("<html>") << true << ErrorKind::Server;
    }
}

void TestAnswer::tellsRefusalsApart()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, hadCursor);
    QFETCH(const ErrorKind, kind);
    Refusal refusal;
    refusal.httpStatus = status;
    refusal.body = body;
    refusal.hadCursor = hadCursor;
    QCOMPARE(errorFor(refusal).kind, kind);
    QCOMPARE(errorFor(refusal).httpStatus, status);
    if (status == 429) {
        refusal.dailyRemaining = 0;
        QCOMPARE(errorFor(refusal).kind, ErrorKind::DailyLimit);
    }
}

void TestAnswer::listsWhatA422Refuses()
{
    Refusal refusal;
    refusal.httpStatus = 422;
    refusal.body = R"({"message":["limit must not be less than 10","sortBy is wrong"],"statusCode":422})";
    QCOMPARE(errorFor(refusal).detail, QStringLiteral("limit must not be less than 10\nsortBy is wrong"));
}

void TestAnswer::keepsPagesOfHtmlOutOfTheDetail()
{
    Refusal refusal;
    refusal.httpStatus = 502;
    refusal.body = "<html><body>Bad gateway</body></html>";
    QCOMPARE(errorFor(refusal).detail, QString());
}

void TestAnswer::keepsTheServicesNameForTheAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("traceId");
    QTest::newRow("told") << QByteArray(R"({"message":"Too many","traceId":"5e0d-1"})")
                          << QStringLiteral("5e0d-1");
    QTest::newRow("not told") << QByteArray(R"({"message":"Too many"})") << QString();
    QTest::newRow("no text") << QByteArray(R"({"traceId":{"a":1}})") << QString();
    QTest::newRow("no JSON") << QByteArray("traceId: 5e0d-1") << QString();
}

void TestAnswer::keepsTheServicesNameForTheAnswer()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, traceId);
    Refusal refusal;
    refusal.httpStatus = 429;
    refusal.body = body;
    QCOMPARE(errorFor(refusal).traceId, traceId);
}

void TestAnswer::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("msecs");
    QTest::newRow("seconds") << QByteArray("7") << 7000LL;
    QTest::newRow("spaces") << QByteArray(" 7 ") << 7000LL;
    QTest::newRow("negative") << QByteArray("-3") << 0LL;
    QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:49:47 GMT") << 10000LL;
    QTest::newRow("date gone by") << QByteArray("Sun, 06 Nov 1994 08:49:30 GMT") << 0LL;
    QTest::newRow("absurd") << QByteArray("999999999999") << 86'400'000LL;
    QTest::newRow("missing") << QByteArray() << -1LL;
    QTest::newRow("nonsense") << QByteArray("soon") << -1LL;
}

void TestAnswer::readsRetryAfter()
{
    QFETCH(const QByteArray, value);
    QFETCH(const qint64, msecs);
    const Msecs now = *parseIsoUtc("1994-11-06T08:49:37Z");
    const auto read = parseRetryAfter(value, now);
    QCOMPARE(read ? read->count() : -1, msecs);
}

void TestAnswer::readsHttpDates_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isDate");
    QTest::newRow("RFC 9110") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("ISO") << QByteArray("1994-11-06T08:49:37Z") << false;
}

void TestAnswer::readsHttpDates()
{
    QFETCH(const QByteArray, value);
    QFETCH(const bool, isDate);
    const auto read = parseHttpDate(value);
    QCOMPARE(read.has_value(), isDate);
    if (isDate) {
        QCOMPARE(*read, *parseIsoUtc("1994-11-06T08:49:37Z"));
    }
}

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
