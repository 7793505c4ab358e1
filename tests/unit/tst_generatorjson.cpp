#include "simulator/generator.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace leadway::simulator;

namespace
{

constexpr qint64 kMany = 6000;

QByteArray utf8(const std::string& text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

// What QJsonDocument finds in a field of text; numbers and booleans as they are written would need the bytes.
QByteArray field(const QJsonObject& object, const QString& key)
{
    return object.value(key).toString().toUtf8();
}

QJsonObject parsed(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestGeneratorJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonIsValid_data();
    void jsonIsValid();
    void jsonSaysWhatIsExpected();
    void everyNastyKindOccurs();
    void invalidKindsAreInvalid();
    void knownFormsOccur();
    void longBodiesHaveTheirLength();
};

void TestGeneratorJson::jsonIsValid_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<bool>("awkward");
    QTest::newRow("demo") << quint64(1) << false;
    QTest::newRow("awkward") << quint64(2) << true;
    QTest::newRow("awkward again") << quint64(0xffffffffffffffff) << true;
}

void TestGeneratorJson::jsonIsValid()
{
    QFETCH(const quint64, seed);
    QFETCH(const bool, awkward);
    Scenario scenario = Scenario::awkward(seed, kMany);
    if (!awkward) {
        scenario = Scenario();
        scenario.seed = seed;
        scenario.messages = kMany;
    }
    const Generator generator(scenario);
    for (qint64 i = 0; i < generator.count(); ++i) {
        QJsonParseError error;
        const QByteArray json = generator.json(i);
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        QVERIFY2(document.isObject(), json.constData());
        QCOMPARE(field(document.object(), QStringLiteral("id")), generator.id(i));
    }
}

void TestGeneratorJson::jsonSaysWhatIsExpected()
{
    const Generator generator(Scenario::awkward(5, kMany));
    for (qint64 i = 0; i < generator.count(); ++i) {
        const Nasty nasty = generator.nasty(i);
        if (nasty == Nasty::WrongType || nasty == Nasty::LoneSurrogate) {
            continue; // Qt's reader has another idea of them
        }
        const QByteArray json = generator.json(i);
        const QJsonObject object = parsed(json);
        const Expected expected = generator.expected(i);
        QCOMPARE(field(object, QStringLiteral("body")), utf8(expected.body));
        QCOMPARE(field(object, QStringLiteral("messageType")), utf8(expected.messageType));
        QCOMPARE(field(object, QStringLiteral("dateAdded")), utf8(expected.dateAdded));
        QCOMPARE(field(object, QStringLiteral("dateUpdated")), utf8(expected.dateUpdated));
        QCOMPARE(field(object, QStringLiteral("status")), utf8(expected.status));
        QCOMPARE(field(object, QStringLiteral("direction")), utf8(expected.direction));
        QCOMPARE(field(object, QStringLiteral("contactId")), utf8(expected.contactId));
        QCOMPARE(field(object, QStringLiteral("userId")), utf8(expected.userId));
        QCOMPARE(object.value(QStringLiteral("attachments")).toArray().size() +
                     object.value(QStringLiteral("files")).toArray().size(),
                 static_cast<qsizetype>(expected.attachments.size()));
        if (expected.createdAt) {
            const QDateTime when =
                QDateTime::fromString(QString::fromStdString(expected.dateAdded), Qt::ISODateWithMs);
            QCOMPARE(when.toMSecsSinceEpoch(), *expected.createdAt);
        }
        QCOMPARE(expected.createdAt, generator.createdAt(i));
        QCOMPARE(expected.updatedAt, generator.updatedAt(i));
        QCOMPARE(utf8(expected.messageType), generator.messageType(i));
    }
}

void TestGeneratorJson::everyNastyKindOccurs()
{
    const Generator generator(Scenario::broken(6, kMany));
    QMap<int, qint64> seen;
    QByteArray all;
    for (qint64 i = 0; i < generator.count(); ++i) {
        ++seen[static_cast<int>(generator.nasty(i))];
        generator.appendJson(all, i);
    }
    for (int kind = 0; kind <= static_cast<int>(Nasty::Long); ++kind) {
        QVERIFY2(seen.value(kind) > 0, QByteArray::number(kind).constData());
    }
    const QList<QByteArray> signs = {
        R"("body":"=1+1")",
        R"("body":"+34600111222")",
        R"("body":"00123")",
        R"("body":"-5")",
        R"("body":"@x")",
        R"("body":"\t=2+2")",
        R"(\r\n)",
        R"(\u0000)",
        R"(\ud83d)",
        R"(\/)",
        R"(\u00f3)",
        "1.10",
        "12345678901234567890",
        "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
        "\xe2\x80\x8d",
        R"("attachments":[])",
        R"("attachments":null)",
        R"("files":[)",
        R"("body":null)",
        R"("body":"")",
    };
    for (const QByteArray& sign : signs) {
        QVERIFY2(all.contains(sign), sign.constData());
    }
}

void TestGeneratorJson::invalidKindsAreInvalid()
{
    const Generator generator(Scenario::broken(8, kMany));
    qint64 bad = 0;
    for (qint64 i = 0; i < generator.count(); ++i) {
        if (generator.nasty(i) == Nasty::InvalidByte) {
            const QByteArray json = generator.json(i);
            QVERIFY(QString::fromUtf8(json).toUtf8() != json);
            QVERIFY(generator.body(i).find("\uFFFD") != std::string::npos);
            ++bad;
        } else if (generator.nasty(i) == Nasty::RawControl) {
            const std::string body = generator.body(i);
            QVERIFY(std::any_of(body.begin(), body.end(), [](char c) { return c >= 0 && c < ' '; }));
            ++bad;
        }
    }
    QVERIFY(bad > 40);
}

void TestGeneratorJson::knownFormsOccur()
{
    Scenario scenario;
    scenario.messages = kMany;
    const Generator generator(scenario);
    QSet<QString> forms;
    const auto note = [&forms](const char* name, bool seen) {
        if (seen) {
            forms.insert(QLatin1String(name));
        }
    };
    for (qint64 i = 0; i < generator.count(); ++i) {
        const QJsonObject object = parsed(generator.json(i));
        const QJsonObject meta = object.value(QStringLiteral("meta")).toObject();
        const QJsonObject mail = meta.value(QStringLiteral("email")).toObject();
        const QJsonObject page = meta.value(QStringLiteral("ig")).toObject();
        note("duration as number", meta.value(QStringLiteral("callDuration")).isDouble());
        note("duration as text", meta.value(QStringLiteral("callDuration")).isString());
        note("call inside",
             meta.value(QStringLiteral("call")).toObject().contains(QStringLiteral("duration")));
        note("ids deep",
             mail.value(QStringLiteral("email")).toObject().contains(QStringLiteral("messageIds")));
        note("ids", mail.contains(QStringLiteral("messageIds")));
        note("subject inside", mail.contains(QStringLiteral("subject")));
        note("subject on top", object.contains(QStringLiteral("subject")));
        note("to as text", mail.value(QStringLiteral("to")).isString());
        note("to as list", mail.value(QStringLiteral("to")).isArray());
        note("page", page.contains(QStringLiteral("page_name")));
        note("page inside",
             page.value(QStringLiteral("ig")).toObject().contains(QStringLiteral("page_name")));
        note("no body", !object.contains(QStringLiteral("body")));
        note("null", object.value(QStringLiteral("userId")).isNull());
        note("unknown", object.contains(QStringLiteral("customFields")));
    }
    QCOMPARE(forms.size(), 14);
}

void TestGeneratorJson::longBodiesHaveTheirLength()
{
    Scenario scenario;
    scenario.messages = 200;
    scenario.longBodyShare = 0.2;
    scenario.nastyShare = 0;
    scenario.maxBodyLength = 32768;
    const Generator generator(scenario);
    int longOnes = 0;
    for (qint64 i = 0; i < generator.count(); ++i) {
        if (generator.nasty(i) == Nasty::Long) {
            const QString body = QString::fromStdString(generator.body(i));
            QCOMPARE(body.size(), 32768);
            QVERIFY(body.at(32766).isHighSurrogate());
            ++longOnes;
        }
    }
    QVERIFY(longOnes > 10);
}

QTEST_GUILESS_MAIN(TestGeneratorJson)
#include "tst_generatorjson.moc"
