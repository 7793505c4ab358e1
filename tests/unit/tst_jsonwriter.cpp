#include "core/messageparser.h"
#include "format/messagewriter.h"
#include "format/outputfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace leadway;

/// JSON that loses nothing and is always valid.
class JsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyExportIsAnEmptyArray();
    void anEmptyExportOfLinesIsEmpty();
    void messagesAreWrittenAsTheyCame();
    void linesHoldOneMessageEach();
    void mendsWhatIsNotJson_data();
    void mendsWhatIsNotJson();

private:
    QByteArray written(Format format, const QByteArrayList& messages);

    QTemporaryDir m_folder;
    qint64 m_repaired = 0;
};

QByteArray JsonWriterTest::written(Format format, const QByteArrayList& messages)
{
    const QString path = m_folder.filePath(QStringLiteral("out.json"));
    auto file = OutputFile::create(path);
    if (!file) {
        return "no file";
    }
    FormatOptions options;
    options.format = format;
    const auto writer = makeWriter(options, **file);
    MessageParser parser;
    Message message;
    bool good = bool(writer->begin());
    for (const QByteArray& json : messages) {
        std::string text = json.toStdString();
        const std::size_t size = text.size();
        text.append(kJsonPadding, ' ');
        good = good && parser.read(std::string_view(text).substr(0, size), message) && writer->write(message);
    }
    good = good && writer->end() && (*file)->commit();
    m_repaired = writer->repairedMessages();
    QFile read(path);
    return good && read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray("not written");
}

void JsonWriterTest::anEmptyExportIsAnEmptyArray()
{
    QCOMPARE(written(Format::Json, {}), QByteArray("[\n]\n"));
}

void JsonWriterTest::anEmptyExportOfLinesIsEmpty()
{
    QCOMPARE(written(Format::JsonLines, {}), QByteArray());
}

void JsonWriterTest::messagesAreWrittenAsTheyCame()
{
    const QByteArray a =
        R"({ "id":"a", "n":1.50e3, "big":123456789012345678901234567890,"s":"\u00e9\/\ud83d" })";
    const QByteArray b = R"({"id":"b","new":{"x":[null,true]}})";
    QCOMPARE(written(Format::Json, {a}), "[\n" + a + "\n]\n");
    QCOMPARE(written(Format::Json, {a, b, a}), "[\n" + a + ",\n" + b + ",\n" + a + "\n]\n");
    QCOMPARE(m_repaired, 0);
    QCOMPARE(QJsonDocument::fromJson(written(Format::Json, {a, b})).array().size(), 2);
}

void JsonWriterTest::linesHoldOneMessageEach()
{
    QCOMPARE(written(Format::JsonLines, {R"({"id":"a"})", R"({"id":"b"})"}),
             QByteArray("{\"id\":\"a\"}\n{\"id\":\"b\"}\n"));
    QCOMPARE(written(Format::JsonLines, {"{\r\n\"id\":\n\"a\"}"}), QByteArray("{  \"id\": \"a\"}\n"));
    QCOMPARE(m_repaired, 0);
}

void JsonWriterTest::mendsWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("body");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"id\":\"a\",\"body\":\"x\xffy\"}")
                                   << QStringLiteral("x\uFFFDy");
    QTest::newRow("a raw line break")
        << QByteArray("{\"id\":\"a\",\"body\":\"x\ny\"}") << QStringLiteral("x\ny");
    QTest::newRow("a raw CR LF") << QByteArray("{\"id\":\"a\",\r\n\"body\":\"x\r\ny\"}")
                                 << QStringLiteral("x\r\ny");
    QTest::newRow("a raw NUL") << QByteArray("{\"id\":\"a\",\"body\":\"x\0y\"}", 23)
                               << QString(QStringLiteral("x") + QChar(0) + u'y');
    QTest::newRow("a byte-order mark")
        << QByteArray("\xef\xbb\xbf{\"id\":\"a\",\"body\":\"x\"}") << QStringLiteral("x");
}

void JsonWriterTest::mendsWhatIsNotJson()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, body);
    const QByteArray other = R"({"id":"b"})";
    const QByteArray lines = written(Format::JsonLines, {raw, other});
    QCOMPARE(m_repaired, 1);
    QCOMPARE(lines.count('\n'), 2);
    QVERIFY(!lines.contains('\r'));
    QJsonParseError error;
    const QJsonDocument first = QJsonDocument::fromJson(lines.left(lines.indexOf('\n')), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(first.object().value(QLatin1String("body")).toString(), body);

    const QJsonDocument array = QJsonDocument::fromJson(written(Format::Json, {other, raw}), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(array.array().at(1).toObject().value(QLatin1String("body")).toString(), body);
}

QTEST_APPLESS_MAIN(JsonWriterTest)
#include "tst_jsonwriter.moc"
