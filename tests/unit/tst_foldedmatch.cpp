// Where a text says a word, whatever its case and accents, in the units of the text as it stands there.

#include "core/foldedmatch.h"
#include "core/folding.h"

#include <QTest>

using namespace leadway;

class TestFoldedMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QStringList>("marked");
        const auto row = [](const char* name, const QString& text, const char* word,
                            const QStringList& marked) {
            QTest::newRow(name) << text << QString::fromUtf8(word) << marked;
        };
        row("plain", QStringLiteral("Hola, Ana"), "ana", {QStringLiteral("Ana")});
        row("accents", QStringLiteral("mañana y MAÑANA"), "manana",
            {QStringLiteral("mañana"), QStringLiteral("MAÑANA")});
        row("an accent of its own", QStringLiteral("man\u0303ana"), "mañ", {QStringLiteral("man\u0303")});
        row("side by side", QStringLiteral("aaaa"), "aa", {QStringLiteral("aa"), QStringLiteral("aa")});
        row("behind a picture", QStringLiteral("😀😀 sí"), "si", {QStringLiteral("sí")});
        row("a picture", QStringLiteral("a😀b"), "😀", {QStringLiteral("😀")});
        row("half a picture", QStringLiteral("a") + QChar(0xd83d), "a", {QStringLiteral("a")});
        row("not there", QStringLiteral("Hola"), "adios", {});
        row("nothing", QStringLiteral("Hola"), "", {});
        row("in nothing", QString(), "a", {});
    }
    void marks()
    {
        QFETCH(QString, text);
        QFETCH(QString, word);
        QFETCH(QStringList, marked);
        QStringList found;
        for (const TextRange& range : foldedMatches(text, folded(word.toUtf8()))) {
            found.append(text.mid(range.start, range.length));
        }
        QCOMPARE(found, marked);
    }
};

QTEST_APPLESS_MAIN(TestFoldedMatch)
#include "tst_foldedmatch.moc"
