// A text is found where the table shows it, in the order in which a person would come to it, and a search
// keeps to the rows there were when it began.

#include "app/rowfinder.h"
#include "core/folding.h"

#include <QSignalSpy>
#include <QTest>

using namespace leadway;

namespace
{

PreviewRow rowOf(const QString& text, const QString& subject = {}, const QString& contact = {})
{
    PreviewRow row;
    row.createdAt = 1718379720000;
    row.channel = Channel::Sms;
    row.id = QStringLiteral("zzz");
    row.text = text;
    row.subject = subject;
    row.contact = contact;
    return row;
}

RowSearch searchIn(const PreviewRows& rows, const QString& needle, int from = 0)
{
    RowSearch search{rows.snapshot(), {}, from, needle};
    for (int number = 0; number < rows.size(); ++number) {
        search.order.add(rows.createdAt(number).has_value());
    }
    return search;
}

QList<int> found(RowSearch search)
{
    RowFinder finder(std::move(search));
    QList<int> numbers;
    QObject::connect(&finder, &RowFinder::found, &finder,
                     [&numbers](const QList<int>& more) { numbers += more; });
    QSignalSpy ended(&finder, &RowFinder::ended);
    if (!ended.wait()) {
        qFatal("the search does not end");
    }
    return numbers;
}

} // namespace

class TestRowFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<PreviewRow>("row");
        QTest::addColumn<QString>("needle");
        QTest::addColumn<bool>("isFound");
        const PreviewRow plain = rowOf(QStringLiteral("Hasta mañana, niño"));
        QTest::newRow("text") << plain << "mañana" << true;
        QTest::newRow("part of a word") << plain << "sta ma" << true;
        QTest::newRow("the end") << plain << "niño" << true;
        QTest::newRow("the whole") << plain << "hasta mañana, niño" << true;
        QTest::newRow("more than the whole") << plain << "hasta mañana, niños" << false;
        QTest::newRow("one letter") << plain << "M" << true;
        QTest::newRow("capitals") << plain << "MAÑANA" << true;
        QTest::newRow("no accents") << plain << "manana" << true;
        QTest::newRow("accents where there are none") << plain << "hástà" << true;
        QTest::newRow("something else") << plain << "tarde" << false;
        QTest::newRow("the id is not shown") << plain << "zzz" << false;
        QTest::newRow("nothing") << plain << "" << false;
        QTest::newRow("only an accent") << plain << "\u0301" << false;

        const PreviewRow mail =
            rowOf(QStringLiteral("Dear Laura"), QStringLiteral("Offer"), QStringLiteral("laura@example.com"));
        QTest::newRow("subject") << mail << "offer" << true;
        QTest::newRow("over subject and text") << mail << "offer dear" << true;
        QTest::newRow("contact") << mail << "@example" << true;
        QTest::newRow("over text and contact") << mail << "lauralaura" << false;

        PreviewRow stranger = rowOf(QStringLiteral("Hola"));
        stranger.contactId = QStringLiteral("contact0000000k2Vd7");
        QTest::newRow("what a stranger is called") << stranger << "contact k2v" << true;
        QTest::newRow("the rest of the id is not shown") << stranger << "000" << false;

        PreviewRow call = rowOf(QString());
        call.channel = Channel::Call;
        call.callStatus = QStringLiteral("no-answer");
        QTest::newRow("what became of a call") << call << "no answer" << true;
        QTest::newRow("not as the service writes it") << call << "no-answer" << false;
        call.callStatus = QStringLiteral("answered");
        call.callDuration = QStringLiteral("192");
        QTest::newRow("how long a call was") << call << "3 min 12" << true;

        PreviewRow wordless = rowOf(QString());
        wordless.messageType = QStringLiteral("TYPE_NEW_THING");
        QTest::newRow("what stands for a text") << wordless << "new thing" << true;
        wordless.hasAttachments = true;
        QTest::newRow("nothing stands for an attachment") << wordless << "new thing" << false;
    }
    void finds()
    {
        QFETCH(PreviewRow, row);
        QFETCH(QString, needle);
        QFETCH(bool, isFound);
        PreviewRows rows;
        rows.append(rowOf(QStringLiteral("*"), QStringLiteral("*"), QStringLiteral("*")));
        rows.append(row);
        rows.append(row); // once more, by what is remembered
        QCOMPARE(found(searchIn(rows, needle)), isFound ? QList<int>({1, 2}) : QList<int>());
    }

    // Most rows are passed over by their signatures; not one may be that has the word.
    void findsWhatALookAtEveryTextFinds()
    {
        const QStringList words = {
            QStringLiteral("Zürich"), QStringLiteral("niño"), QStringLiteral("añO"), QStringLiteral("10:30"),
            QStringLiteral("😀"),      QStringLiteral("ok"),   QStringLiteral("ü"),   QStringLiteral("日本語"),
        };
        PreviewRows rows;
        constexpr int many = 3000;
        for (int number = 0; number < many; ++number) {
            const auto word = [&](int factor) {
                return words[(number * factor + number / 7) % words.size()];
            };
            rows.append(rowOf(QStringLiteral("%1 n%2, %3").arg(word(3)).arg(number * 7919).arg(word(5)),
                              number % 3 == 0 ? word(7) : QString()));
        }
        for (const QString& needle : words + QStringList{QStringLiteral("n7919"), QStringLiteral("ch n")}) {
            const std::string wanted = folded(needle.toUtf8());
            QList<int> expected;
            for (int number = 0; number < many; ++number) {
                const PreviewRow row = rows.at(number);
                if (folded((row.subject + u' ' + row.text).toUtf8()).find(wanted) != std::string::npos) {
                    expected.append(number);
                }
            }
            QVERIFY2(!expected.isEmpty(), qPrintable(needle));
            QCOMPARE(found(searchIn(rows, needle)), expected);
        }
    }

    void aSignatureTellsMostTextsApart()
    {
        const TextSignature word = TextSignature::of("presupuesto");
        int passedOver = 0;
        constexpr int many = 1000;
        for (int number = 0; number < many; ++number) {
            const QByteArray text = "la cita del martes a las " + QByteArray::number(number * 7919) +
                                    " se cambia al jueves, le esperamos en recepcion como siempre";
            passedOver += TextSignature::of(text).mayHold(word) ? 0 : 1;
        }
        QVERIFY2(passedOver > many * 9 / 10, qPrintable(QString::number(passedOver)));
        QVERIFY(TextSignature::of("un presupuesto mas").mayHold(word));
        QVERIFY(TextSignature().mayHold(TextSignature::of("ab"))); // too short to tell
        QVERIFY(TextSignature::ofAnything().mayHold(word));
    }

    void namesAContactAsTheTableDoes()
    {
        PreviewRow nameless = rowOf(QStringLiteral("Hola"));
        nameless.contactId = QStringLiteral("a");
        PreviewRow named = nameless;
        named.contact = QStringLiteral("Ana");
        PreviewRows rows;
        rows.append(nameless);
        rows.append(named);
        QCOMPARE(found(searchIn(rows, QStringLiteral("ana"))), QList<int>({0, 1}));
    }

    void passesOverWhatIsKnown()
    {
        PreviewRows rows;
        for (int number = 0; number < 6; ++number) {
            rows.append(rowOf(number % 2 == 0 ? QStringLiteral("no") : QStringLiteral("yes")));
        }
        RowSearch search = searchIn(rows, QStringLiteral("yes"), 5);
        search.known = 2;
        search.order.turn(); // whichever way they are shown
        QCOMPARE(found(search), QList<int>({3, 5}));
        search.known = 6;
        QCOMPARE(found(search), QList<int>());
    }

    void looksFromWhereItIsToldAndRoundAgain_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<bool>("isTurned");
        QTest::addColumn<QList<int>>("numbers");
        QTest::newRow("start") << 0 << false << QList<int>({1, 3, 5});
        QTest::newRow("middle") << 2 << false << QList<int>({3, 5, 1});
        QTest::newRow("on a hit") << 3 << false << QList<int>({3, 5, 1});
        QTest::newRow("end") << 5 << false << QList<int>({5, 1, 3});
        QTest::newRow("turned") << 0 << true << QList<int>({3, 1, 5});
        QTest::newRow("turned, middle") << 2 << true << QList<int>({1, 5, 3});
    }
    void looksFromWhereItIsToldAndRoundAgain()
    {
        QFETCH(int, from);
        QFETCH(bool, isTurned);
        PreviewRows rows;
        for (int number = 0; number < 6; ++number) {
            PreviewRow row = rowOf(number % 2 == 0 ? QStringLiteral("no") : QStringLiteral("yes"));
            if (number == 5) {
                row.createdAt.reset();
            }
            rows.append(row);
        }
        RowSearch search = searchIn(rows, QStringLiteral("yes"), from);
        if (isTurned) {
            search.order.turn();
        }
        QTEST(found(search), "numbers");
    }

    void looksThroughManyRowsSliceBySlice()
    {
        constexpr int count = 3 * RowFinder::kSlice + 1000;
        PreviewRows rows;
        QList<int> expected;
        for (int number = 0; number < count; ++number) {
            const bool isHit = number % 1000 == 7;
            rows.append(rowOf(isHit ? QStringLiteral("¡Sí!") : QStringLiteral("No")));
            if (isHit) {
                expected.append(number);
            }
        }
        RowFinder finder(searchIn(rows, QStringLiteral("si")));
        QSignalSpy batches(&finder, &RowFinder::found);
        QSignalSpy ended(&finder, &RowFinder::ended);
        QVERIFY(batches.isEmpty()); // not in the turn in which it is made
        QVERIFY(ended.wait());
        QCOMPARE(batches.count(), 4);
        QList<int> numbers;
        for (const QList<QVariant>& batch : batches) {
            numbers += batch.first().value<QList<int>>();
        }
        QCOMPARE(numbers, expected);
        QTest::qWait(10);
        QCOMPARE(ended.count(), 1);
    }

    void isNotTroubledByRowsThatComeLater()
    {
        PreviewRows rows;
        rows.append(rowOf(QStringLiteral("yes")));
        const RowSearch search = searchIn(rows, QStringLiteral("yes"));
        for (int number = 0; number < 3000; ++number) {
            rows.append(rowOf(QStringLiteral("yes")));
        }
        const RowSearch later = searchIn(rows, QStringLiteral("yes"));
        rows = PreviewRows();
        QCOMPARE(found(search), QList<int>({0}));
        QCOMPARE(found(later).size(), 3001);
    }

    void endsWhereThereIsNothing() { QVERIFY(found(searchIn({}, QStringLiteral("x"))).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestRowFinder)
#include "tst_rowfinder.moc"
