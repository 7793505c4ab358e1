#include "core/jsonfields.h"

#include <QTest>

#include <algorithm>

using namespace leadway;

namespace
{

// "path=value" for every field of a JSON text with apostrophes for its quotes.
QStringList told(std::string json)
{
    std::replace(json.begin(), json.end(), '\'', '"');
    QStringList lines;
    for (const JsonField& field : jsonFields(json)) {
        lines.append(QString::fromStdString(field.path) + u'=' + QString::fromStdString(field.value));
    }
    return lines;
}

} // namespace

class TestJsonFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryValueInItsOrder()
    {
        const QStringList expected = {
            QStringLiteral("z=ñ \"q\"\n😀"),
            QStringLiteral("a=12345678901234567890"),
            QStringLiteral("b=1.10"),
            QStringLiteral("meta.email.to[0]=x@example.com"),
            QStringLiteral("meta.email.to[1]=null"),
            QStringLiteral("meta.email.cc=[]"),
            QStringLiteral("meta.more={}"),
            QStringLiteral("last[0][0].k=true"),
        };
        const QStringList fields =
            told(" {'z':'\\u00f1 \\'q\\'\\n\\ud83d\\ude00','a':12345678901234567890, 'b' : 1.10,\n"
                 "'meta':{'email':{'to':['x@example.com',null],'cc':[ ]},'more':{ "
                 "}},'last':[[{'k':true}]]} ");
        QCOMPARE(fields, expected);
    }

    void tellsALoneValue()
    {
        QCOMPARE(told("'a'"), QStringList(QStringLiteral("=a")));
        QCOMPARE(told("17"), QStringList(QStringLiteral("=17")));
        QCOMPARE(told("[]"), QStringList(QStringLiteral("=[]")));
    }

    void tellsWhatStandsBeforeTheDamage_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QStringList>("fields");
        const QStringList first(QStringLiteral("a=1"));
        QTest::newRow("nothing") << QByteArray() << QStringList();
        QTest::newRow("cut") << QByteArray("{'a':1,'b") << first;
        QTest::newRow("cut behind a colon") << QByteArray("{'a':1,'b':") << first;
        QTest::newRow("no colon") << QByteArray("{'a':1,'b' 2}") << first;
        QTest::newRow("no key") << QByteArray("{'a':1,2}") << first;
        QTest::newRow("no comma") << QByteArray("{'a':1 'b':2}") << first;
        QTest::newRow("no value") << QByteArray("{'a':1,'b':,'c':3}") << first;
        QTest::newRow("wrong bracket") << QByteArray("{'a':1]") << first;
        QTest::newRow("cut string") << QByteArray("{'a':1,'b':'x\\")
                                    << QStringList{QStringLiteral("a=1"), QStringLiteral("b=x\\")};
    }
    void tellsWhatStandsBeforeTheDamage()
    {
        QFETCH(QByteArray, json);
        QTEST(told(json.toStdString()), "fields");
    }

    void mendsBadBytes()
    {
        QCOMPARE(told("\xef\xbb\xbf{'a':'x\xff\n'}"), QStringList(QStringLiteral("a=x\ufffd\n")));
    }

    void noTextExhaustsTheMemory()
    {
        const std::string deep = std::string(100000, '[') + std::string(100000, ']');
        const auto nested = jsonFields(deep);
        QCOMPARE(nested.size(), std::size_t(1));
        QVERIFY(nested[0].path.size() < 200);
        QVERIFY(nested[0].value.starts_with("[[["));

        std::string many = "[0";
        for (int i = 0; i < 20000; ++i) {
            many += ",0";
        }
        many += ']';
        const auto fields = jsonFields(many);
        QCOMPARE(fields.size(), std::size_t(5001));
        QCOMPARE(QString::fromStdString(fields.back().path), QStringLiteral("…"));

        const std::string longKey = "{\"" + QStringLiteral("ñ").repeated(1000).toStdString() + "\":1}";
        const QString key = QString::fromStdString(jsonFields(longKey).front().path);
        QVERIFY(key.size() <= 101);
        QVERIFY(key.endsWith(QStringLiteral("ñ…")));
    }
};

QTEST_APPLESS_MAIN(TestJsonFields)
#include "tst_jsonfields.moc"
