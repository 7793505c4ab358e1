#include "app/redaction.h"

#include <QTest>

using namespace leadway;

/// What is taken out of a text before it is shown to somebody else, and what stays in it.
class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOutWhatIsPrivate_data();
    void takesOutWhatIsPrivate();
    void leavesTheRest_data();
    void leavesTheRest();
    void namesTheHomeFolderByItsSign_data();
    void namesTheHomeFolderByItsSign();
    void keepsIdsThatLookLikeIds_data();
    void keepsIdsThatLookLikeIds();
};

void TestRedaction::takesOutWhatIsPrivate_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("a private token", "bad pit-5f0c1d9e-77aa here", "bad [token] here");
    row("a private token in capitals", "bad PIT-5F0C1D9E", "bad [token]");
    row("an access token", "jwt eyJhbGciOi.eyJzdWIi.SflKxw-_ expired", "jwt [token] expired");
    row("a header", "got Authorization: Bearer abc.def", "got Authorization: [token]");
    row("a bearer", "Bearer abcdef", "[token]");
    row("a proxy's answer", "Proxy-Authorization: Basic dXNlcjpw", "Proxy-Authorization: [token]");
    row("a password", "password=hunter2, then", "password: [token], then");
    row("a key in JSON", R"({"api_key": "k123"})", R"({"api_key: [token]"})");
    row("an e-mail address", "write to maria.lopez+x@clinica-sol.es now", "write to [address] now");
    row("an e-mail address with accents", "<maría@sol.es>", "<[address]>");
    row("a query", "GET https://a.example/b?locationId=1&cursor=x failed",
        "GET https://a.example/b?… failed");
    row("a fragment", "https://a.example/b#x", "https://a.example/b?…");
    row("a query without its address", "GET /export?locationId=abc&limit=5", "GET /export?…");
    row("a user in an address", "via http://maria:hunter2@proxy.example:3128",
        "via http://proxy.example:3128");
    row("a password with signs", "http://maria:h@nt/er?2@proxy.example:3128/", "http://proxy.example:3128/");
    row("a user without a scheme", "via maria:hunter2@proxy.example:3128.", "via [address]");
    row("a telephone number", "to +34600111222 failed", "to [number] failed");
    row("seven digits", "to 6001112 failed", "to [number] failed");
    row("a number in groups", "to (600) 111-222 failed", "to ([number] failed");
    row("a number in groups with points", "600.11.12.22", "[number]");
    row("no-break spaces", "+34\u00A0600\u00A0111\u00A0222", "[number]");
    row("Arabic digits", "\u0661\u0662\u0663\u0664\u0665\u0666\u0667", "[number]");
    row("within a word", "tel34600111222x", "tel[number]x");
    row("in an address", "https://a.example/34600111222/x", "https://a.example/[number]/x");
    row("after a date", "2025-10-01 34600111222", "2025-10-01 [number]");
    row("several at once", "a@b.es, pit-1 and https://x/?t=1", "[address] [token] and https://x/?…");
}

void TestRedaction::takesOutWhatIsPrivate()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(redacted(text), expected);
    QCOMPARE(redacted(expected), expected);
}

void TestRedaction::leavesTheRest_data()
{
    QTest::addColumn<QString>("text");
    for (const char* const text : {
             "",
             "limit must not be less than 10\nsortBy is wrong",
             "The token is not authorized for this scope.",
             "endDate 2025-10-01 is before 2025-12-31T23:59:59.999Z",
             "Too many requests, try again in 300000 ms",
             "k2Vd7x9QpLm3 not found",
             "https://services.leadconnectorhq.com/conversations/messages/export",
             "No space left on device",
             "¿Por qué?",
             "12, 34, 56, 78",
         }) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void TestRedaction::leavesTheRest()
{
    QFETCH(const QString, text);
    QCOMPARE(redacted(text, QStringLiteral("/home/maria")), text);
}

void TestRedaction::namesTheHomeFolderByItsSign_data()
{
    QTest::addColumn<QString>("home");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a path") << QStringLiteral("/home/maria")
                            << QStringLiteral("cannot write /home/maria/Documents/a.csv")
                            << QStringLiteral("cannot write ~/Documents/a.csv");
    QTest::newRow("elsewhere") << QStringLiteral("/home/maria") << QStringLiteral("/srv/a.csv")
                               << QStringLiteral("/srv/a.csv");
    QTest::newRow("no home") << QString() << QStringLiteral("/srv/a.csv") << QStringLiteral("/srv/a.csv");
    QTest::newRow("a home that says nothing")
        << QStringLiteral("/") << QStringLiteral("/srv/a.csv") << QStringLiteral("/srv/a.csv");
    QTest::newRow("a home with an '@' in it")
        << QStringLiteral("/home/maria@sol") << QStringLiteral("in /home/maria@sol/a")
        << QStringLiteral("in ~/a");
}

void TestRedaction::namesTheHomeFolderByItsSign()
{
    QFETCH(const QString, home);
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(redacted(text, home), expected);
}

void TestRedaction::keepsIdsThatLookLikeIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isKept");
    const auto row = [](const char* id, bool isKept) {
        QTest::newRow(id) << QString::fromUtf8(id) << isKept;
    };
    row("5e0d7d7e-6c1b-4a43-9d1e-1234567890ab", true);
    row("sim-12", true);
    row("Root_1.a", true);
    row("", false);
    row("34600111222", false);
    row("600-111-222", false);
    row("pit-5f0c1d9e", false);
    row("PIT-5f0c1d9e", false);
    row("eyJhbGciOi.x", false);
    row("two words", false);
    row("a line\n", false);
    row("maria@sol.es", false);
    row("…", false);
    row("a12345678901234567890123456789012345678901234567890123456789012345", false);
}

void TestRedaction::keepsIdsThatLookLikeIds()
{
    QFETCH(const QString, id);
    QFETCH(const bool, isKept);
    QCOMPARE(safeId(id), isKept ? id : QString());
}

QTEST_APPLESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
