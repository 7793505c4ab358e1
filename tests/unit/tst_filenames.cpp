// What the files of an export into many are called: taken by every system, and no two taken for one.

#include "format/filenames.h"
#include "format/groupindex.h"
#include "format/grouping.h"

#include <QDateTime>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace leadway;

namespace
{

Msecs at(const char* isoUtc)
{
    return QDateTime::fromString(QLatin1String(isoUtc), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

Grouping perMonth(const char* zone)
{
    FormatOptions options;
    options.files = FileSplit::PerMonth;
    options.zone = QTimeZone(zone);
    return Grouping(options);
}

Grouping perConversation()
{
    FormatOptions options;
    options.files = FileSplit::PerConversation;
    return Grouping(options);
}

QString nameOf(Grouping& grouping, const Message& message)
{
    const std::string key(grouping.keyOf(message));
    return grouping.nameOf(key, grouping.labelOf(message));
}

} // namespace

class TestFileNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesNamesThatEverySystemTakes_data();
    void makesNamesThatEverySystemTakes();
    void keepsLongNamesShort();
    void takesForOneWhatSomeSystemDoes_data();
    void takesForOneWhatSomeSystemDoes();
    void knowsTheMonthInTheZone_data();
    void knowsTheMonthInTheZone();
    void knowsTheMonthInWhateverOrder();
    void namesAConversationByWhoItIsWith_data();
    void namesAConversationByWhoItIsWith();
    void putsTheMessagesOfAConversationTogether();
    void makesNamesUniqueWithoutRegardToCase();
    void staysQuickWhenAllNamesAreTheSame();
    void keepsGroupsAndTheirOrder();
    void takesTheFirstLabelThatIsThere();
};

void TestFileNames::makesNamesThatEverySystemTakes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << "Ana María"
                           << "Ana María";
    QTest::newRow("a number") << "+34 600 111 222"
                              << "+34 600 111 222";
    QTest::newRow("forbidden characters") << "a<b>c:d\"e/f\\g|h?i*j"
                                          << "a b c d e f g h i j";
    QTest::newRow("an address with a name") << "Ana <ana@example.com>"
                                            << "Ana ana@example.com";
    QTest::newRow("a path") << "../../etc/passwd"
                            << "etc passwd";
    QTest::newRow("control characters") << QStringLiteral("a\u0001b\tc\nd\u007fe") << "a b c d e";
    QTest::newRow("turned round") << QStringLiteral("a\u202Evsc.exe") << "a vsc.exe";
    QTest::newRow("line separator") << QStringLiteral("a\u2028b") << "a b";
    QTest::newRow("dots in front") << "...hidden"
                                   << "hidden";
    QTest::newRow("dots behind") << "name. . ."
                                 << "name";
    QTest::newRow("spaces around") << "  name  "
                                   << "name";
    QTest::newRow("a device") << "con"
                              << "_con";
    QTest::newRow("a device with a suffix") << "Aux.txt"
                                            << "_Aux.txt";
    QTest::newRow("a port") << "COM1"
                            << "_COM1";
    QTest::newRow("a port with a high digit") << QStringLiteral("lpt\u00b2") << QStringLiteral("_lpt\u00b2");
    QTest::newRow("no device") << "Conrad"
                               << "Conrad";
    QTest::newRow("nor is this") << "COM10"
                                 << "COM10";
    QTest::newRow("emoji") << QString::fromUtf8("Ana \xf0\x9f\x98\x80")
                           << QString::fromUtf8("Ana \xf0\x9f\x98\x80");
    QTest::newRow("right to left") << QString::fromUtf8("שלום") << QString::fromUtf8("שלום");
    QTest::newRow("nothing remains") << "???"
                                     << "";
    QTest::newRow("only dots") << "...."
                               << "";
}

void TestFileNames::makesNamesThatEverySystemTakes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    QCOMPARE(safeName(text), name);
}

void TestFileNames::keepsLongNamesShort()
{
    const QString name = safeName(QString(200, QChar(0x65e5)) + QStringLiteral("."));
    QVERIFY(name.toUtf8().size() <= 120);
    QVERIFY(name.startsWith(QChar(0x65e5)) && !name.contains(QChar::ReplacementCharacter));
    QVERIFY(!safeName(QString(119, QLatin1Char('a')) + QStringLiteral(". .b")).endsWith(QLatin1Char('.')));
}

void TestFileNames::takesForOneWhatSomeSystemDoes_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("isOne");
    QTest::newRow("case") << "Ana"
                          << "ANA" << true;
    QTest::newRow("case beyond ASCII") << QStringLiteral("ñandú") << QStringLiteral("ÑANDÚ") << true;
    QTest::newRow("composed or not") << QStringLiteral("\u00e9") << QStringLiteral("e\u0301") << true;
    QTest::newRow("both") << QStringLiteral("\u00c9") << QStringLiteral("e\u0301") << true;
    QTest::newRow("accents differ") << QStringLiteral("Niño") << QStringLiteral("Nino") << false;
    QTest::newRow("others") << "Ana"
                            << "Eva" << false;
}

void TestFileNames::takesForOneWhatSomeSystemDoes()
{
    QFETCH(const QString, a);
    QFETCH(const QString, b);
    QFETCH(const bool, isOne);
    QCOMPARE(nameKey(a) == nameKey(b), isOne);
}

void TestFileNames::knowsTheMonthInTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<QString>("month");
    const QByteArray madrid = "Europe/Madrid";
    QTest::newRow("within") << madrid << QByteArray("2025-10-16T10:00:00Z") << "2025-10";
    // Summer time ends on 26 October 2025, so that this month begins at 22:00 and ends at 23:00 UTC.
    QTest::newRow("before the month") << madrid << QByteArray("2025-09-30T21:59:59.999Z") << "2025-09";
    QTest::newRow("its first moment") << madrid << QByteArray("2025-09-30T22:00:00Z") << "2025-10";
    QTest::newRow("its last hour") << madrid << QByteArray("2025-10-31T22:59:59.999Z") << "2025-10";
    QTest::newRow("after the month") << madrid << QByteArray("2025-10-31T23:00:00Z") << "2025-11";
    QTest::newRow("UTC") << QByteArray("UTC") << QByteArray("2025-10-31T23:00:00Z") << "2025-10";
    QTest::newRow("far west") << QByteArray("America/Los_Angeles") << QByteArray("2025-11-01T06:59:59Z")
                              << "2025-10";
    QTest::newRow("the year turns") << QByteArray("Pacific/Auckland") << QByteArray("2025-12-31T11:00:00Z")
                                    << "2026-01";
    // Cuba's clocks went back from 1:00 to 0:00 on 1 November 2015, so that midnight came twice.
    QTest::newRow("first midnight of two")
        << QByteArray("America/Havana") << QByteArray("2015-11-01T03:59:59Z") << "2015-10";
    QTest::newRow("second midnight of two")
        << QByteArray("America/Havana") << QByteArray("2015-11-01T05:00:00Z") << "2015-11";
    QTest::newRow("before 1970") << madrid << QByteArray("1969-12-31T22:59:59Z") << "1969-12";
}

void TestFileNames::knowsTheMonthInTheZone()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QByteArray, when);
    QFETCH(const QString, month);
    Grouping grouping = perMonth(zone.constData());
    Message message;
    message.createdAt = at(when.constData());
    QCOMPARE(nameOf(grouping, message), month);
    message.createdAt.reset();
    QCOMPARE(nameOf(grouping, message), QStringLiteral("no date"));
}

// What it remembers of the last one changes nothing, also where midnight comes twice.
void TestFileNames::knowsTheMonthInWhateverOrder()
{
    for (const char* zone : {"America/Havana", "Europe/Madrid", "Australia/Lord_Howe"}) {
        Grouping remembers = perMonth(zone);
        Message message;
        const Msecs middle = at("2015-11-01T05:00:00Z");
        constexpr Msecs quarter = 15 * 60'000;
        for (int i = 0; i < 200; ++i) {
            message.createdAt = middle + (i % 2 == 0 ? i : -i) * quarter;
            Grouping anew = perMonth(zone);
            QCOMPARE(nameOf(remembers, message), nameOf(anew, message));
        }
    }
}

void TestFileNames::namesAConversationByWhoItIsWith_data()
{
    QTest::addColumn<QString>("contact");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::newRow("a number") << "+34600111222"
                              << "abcdefk2Vd7" << QStringLiteral("+34600111222 – k2Vd7");
    QTest::newRow("an address") << "Ana <ana@example.com>"
                                << "abcdefk2Vd7" << QStringLiteral("Ana ana@example.com – k2Vd7");
    QTest::newRow("nobody is named") << ""
                                     << "abcdefk2Vd7"
                                     << "Conversation k2Vd7";
    QTest::newRow("a name of dots") << "..."
                                    << "abcdefk2Vd7"
                                    << "Conversation k2Vd7";
    QTest::newRow("an id that is no id") << "Ana"
                                         << "../x" << QStringLiteral("Ana – x");
    QTest::newRow("no conversation") << "+34600111222"
                                     << ""
                                     << "no conversation";
}

void TestFileNames::namesAConversationByWhoItIsWith()
{
    QFETCH(const QString, contact);
    QFETCH(const QString, id);
    QFETCH(const QString, name);
    Grouping grouping = perConversation();
    Message message;
    message.direction = "inbound";
    message.from = contact.toStdString();
    message.to = "us";
    message.conversationId = id.toStdString();
    QCOMPARE(nameOf(grouping, message), name);
    message.direction = "outbound";
    std::swap(message.from, message.to);
    QCOMPARE(nameOf(grouping, message), name);
}

void TestFileNames::putsTheMessagesOfAConversationTogether()
{
    Grouping grouping = perConversation();
    Message message;
    message.conversationId = "aB";
    const std::string key(grouping.keyOf(message));
    message.from = "another";
    message.createdAt = 1;
    QCOMPARE(std::string(grouping.keyOf(message)), key);
    message.conversationId = "ab"; // ids differ by case
    QVERIFY(std::string(grouping.keyOf(message)) != key);
}

void TestFileNames::makesNamesUniqueWithoutRegardToCase()
{
    const QTemporaryDir folder;
    auto index = GroupIndex::create(folder.filePath(QStringLiteral("index")));
    QVERIFY(index);
    const QStringList asked = {QStringLiteral("Ana"), QStringLiteral("ana"),       QStringLiteral("ANA (2)"),
                               QStringLiteral("ANA"), QStringLiteral("Ana"),       QStringLiteral("\u00c9va"),
                               QStringLiteral("Eva"), QStringLiteral("e\u0301va"), QStringLiteral("ana (2)")};
    const QStringList expected = {
        QStringLiteral("Ana"),     QStringLiteral("ana (2)"),       QStringLiteral("ANA (2) (2)"),
        QStringLiteral("ANA (3)"), QStringLiteral("Ana (4)"),       QStringLiteral("\u00c9va"),
        QStringLiteral("Eva"),     QStringLiteral("e\u0301va (2)"), QStringLiteral("ana (2) (3)")};
    QStringList given;
    QSet<QString> keys;
    for (const QString& name : asked) {
        const auto unique = (*index)->uniqueName(name);
        QVERIFY(unique);
        given.append(*unique);
        keys.insert(nameKey(*unique));
    }
    QCOMPARE(given, expected);
    QCOMPARE(keys.size(), asked.size());
}

void TestFileNames::staysQuickWhenAllNamesAreTheSame()
{
    const QTemporaryDir folder;
    auto index = GroupIndex::create(folder.filePath(QStringLiteral("index")));
    QVERIFY(index);
    constexpr int many = 20'000; // a number looked for from the beginning each time would take minutes
    QString last;
    for (int i = 0; i < many; ++i) {
        last = *(*index)->uniqueName(QStringLiteral("same"));
    }
    QCOMPARE(last, QStringLiteral("same (%1)").arg(many));
}

void TestFileNames::keepsGroupsAndTheirOrder()
{
    const QTemporaryDir folder;
    auto index = GroupIndex::create(folder.filePath(QStringLiteral("index")));
    QVERIFY(index);
    const std::vector<std::string> keys = {"b", "a", "", "b", "b", "a"};
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        QVERIFY((*index)->add(keys[i], {}, {i, i + 1, i + 2}));
    }
    QStringList read;
    for (auto group = (*index)->nextGroup(); *group; group = (*index)->nextGroup()) {
        QString line = QString::fromStdString((*group)->key) + QLatin1Char(':');
        for (auto position = (*index)->next(); *position; position = (*index)->next()) {
            QCOMPARE((*position)->length, (*position)->segment + 1);
            QCOMPARE((*position)->offset, (*position)->segment + 2);
            line += QString::number((*position)->segment);
        }
        read.append(line);
    }
    QCOMPARE(read, QStringList({QStringLiteral("b:034"), QStringLiteral("a:15"), QStringLiteral(":2")}));
}

void TestFileNames::takesTheFirstLabelThatIsThere()
{
    const QTemporaryDir folder;
    auto index = GroupIndex::create(folder.filePath(QStringLiteral("index")));
    QVERIFY(index);
    for (const auto& [key, label] : {std::pair("a", ""), std::pair("b", "Eva"), std::pair("a", "Ana"),
                                     std::pair("b", "Not Eva"), std::pair("a", "Not Ana")}) {
        QVERIFY((*index)->add(key, label, {}));
    }
    QCOMPARE((*(*index)->nextGroup())->label, std::string("Ana"));
    QCOMPARE((*(*index)->nextGroup())->label, std::string("Eva"));
    QVERIFY(!*(*index)->nextGroup());
}

QTEST_GUILESS_MAIN(TestFileNames)
#include "tst_filenames.moc"
