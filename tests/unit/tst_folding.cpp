// Letters count whatever their case and accents, and nothing else changes.

#include "core/folding.h"

#include <QTest>

using namespace leadway;

class TestFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("small");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("capitals") << QStringLiteral("AZaz") << QStringLiteral("azaz");
        QTest::newRow("beside the letters") << QStringLiteral("@[`{ 09~\t") << QStringLiteral("@[`{ 09~\t");
        QTest::newRow("a long line") << QStringLiteral("THE QUICK BROWN FOX @[ JUMPS OVER")
                                     << QStringLiteral("the quick brown fox @[ jumps over");
        QTest::newRow("Spanish") << QStringLiteral("ÁÉÍÓÚÜÑ áéíóúüñ ¿Qué? ¡Año!")
                                 << QStringLiteral("aeiouun aeiouun ¿que? ¡ano!");
        QTest::newRow("an accent on its own") << QStringLiteral("man\u0303ana") << QStringLiteral("manana");
        QTest::newRow("two accents") << QStringLiteral("Vi\u1ec7t") << QStringLiteral("viet");
        QTest::newRow("other letters") << QStringLiteral("ŠŽ ЁЖ ΆΣς Ø") << QStringLiteral("sz еж ασσ ø");
        QTest::newRow("beyond 16 bits")
            << QStringLiteral("Ok 👩‍⚕️ 𐐀") << QStringLiteral("ok 👩‍⚕️ 𐐨");
        QTest::newRow("no letters") << QStringLiteral("+34 611 204 118 · 日本 €")
                                    << QStringLiteral("+34 611 204 118 · 日本 €");
    }
    void folds()
    {
        QFETCH(QString, text);
        QFETCH(QString, small);
        QCOMPARE(QString::fromStdString(folded(text.toUtf8())), small);
        QCOMPARE(QString::fromStdString(folded(small.toUtf8())), small);
    }

    // Eight bytes are folded at a time.
    void foldsAtEveryPlace()
    {
        for (int before = 0; before < 20; ++before) {
            for (int behind = 0; behind < 20; ++behind) {
                const QByteArray text = QByteArray(before, 'X') + "Ñ" + QByteArray(behind, 'Y');
                const QByteArray small = QByteArray(before, 'x') + "n" + QByteArray(behind, 'y');
                QCOMPARE(QByteArray::fromStdString(folded(text)), small);
            }
        }
    }

    void staysWithinATextThatIsCut()
    {
        for (const QByteArray& text :
             {QByteArray("a\xc3"), QByteArray("a\xe2\x82"), QByteArray("a\xf0\x9f\x98")}) {
            QVERIFY(folded(text).starts_with("a"));
        }
    }

    void foldsOneBehindTheOther()
    {
        FoldedText text;
        text.append("Á");
        text.appendAsIs(" ");
        text.append("B");
        QCOMPARE(text.view(), QByteArrayView("a b"));
        text.clear();
        text.append("C");
        QCOMPARE(text.view(), QByteArrayView("c"));
    }
};

QTEST_APPLESS_MAIN(TestFolding)
#include "tst_folding.moc"
