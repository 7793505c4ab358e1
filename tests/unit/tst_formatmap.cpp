#include "app/formatmap.h"

#include <QJsonObject>
#include <QTest>

using namespace leadway;

/// How a file is to look, as it is kept.
class TestFormatMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack()
    {
        FormatOptions options;
        options.format = Format::JsonLines;
        options.isUtc = true;
        options.separator = '\t';
        options.guard = false;
        options.keepsLineBreaks = false;
        options.hasEmailSource = true;
        options.columns = ColumnChoice::Own;
        options.ownColumns = {"body", "page_name"};
        options.files = FileSplit::PerMonth;
        FormatOptions usual;
        usual.ownColumns = {"id"};
        options.zone = usual.zone = QTimeZone("America/Bogota");
        QVERIFY(formatOptionsFrom(toVariantMap(options), usual) == options);
        // As text only, which is what a file of settings makes of it.
        QVariantMap texts = toVariantMap(options);
        for (QVariant& value : texts) {
            value = value.toString();
        }
        QVERIFY(formatOptionsFrom(texts, usual) == options);
        const QJsonObject json = QJsonObject::fromVariantMap(toVariantMap(options));
        QVERIFY(formatOptionsFrom(json.toVariantMap(), usual) == options);
    }

    void everyNameIsKnownAgain()
    {
        FormatOptions options;
        for (const auto& [name, value] : kFormatKeys) {
            options.format = value;
            QCOMPARE(toVariantMap(options).value(QStringLiteral("format")).toString(), QLatin1String(name));
            QVERIFY(formatOptionsFrom(toVariantMap(options), {}) == options);
        }
        for (const auto& pair : kColumnChoiceKeys) {
            options.columns = pair.second;
            QVERIFY(formatOptionsFrom(toVariantMap(options), {}) == options);
        }
        for (const auto& pair : kFileSplitKeys) {
            options.files = pair.second;
            QVERIFY(formatOptionsFrom(toVariantMap(options), {}) == options);
        }
    }

    void whatIsMissingOrStrangeStaysUsual()
    {
        FormatOptions usual;
        usual.format = Format::Json;
        usual.separator = ';';
        usual.guard = false;
        usual.columns = ColumnChoice::Own;
        usual.ownColumns = {"date"};
        usual.files = FileSplit::PerConversation;
        QVERIFY(formatOptionsFrom({}, usual) == usual);
        const QVariantMap strange{{QStringLiteral("format"), QStringLiteral("ods")},
                                  {QStringLiteral("separator"), QStringLiteral("x")},
                                  {QStringLiteral("columns"), 7},
                                  {QStringLiteral("files"), QStringLiteral("year")},
                                  {QStringLiteral("later"), true}};
        QVERIFY(formatOptionsFrom(strange, usual) == usual);
    }

    void keysAreTakenApart()
    {
        QVERIFY(keysFrom({}).empty());
        QVERIFY(keysFrom(QStringLiteral("date, body,,id")) ==
                (std::vector<std::string>{"date", "body", "id"}));
        QCOMPARE(joinedKeys({"date", "body"}), QStringLiteral("date,body"));
    }
};

QTEST_APPLESS_MAIN(TestFormatMap)
#include "tst_formatmap.moc"
