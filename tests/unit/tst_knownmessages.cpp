// What a saved export remembers: ids, a watermark and a file, agreeing with what lies on the disk whenever a
// program was ended.

#include "core/messagequery.h"
#include "format/knownmessages.h"
#include "support/rights.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace leadway;
using namespace leadway::test;

namespace
{

constexpr Msecs kDay = 24LL * 3600 * 1000;
constexpr Msecs kNoon = 1'700'000'000'000;

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

Message message(const char* id, std::optional<Msecs> createdAt)
{
    Message made;
    made.id = id;
    made.createdAt = createdAt;
    return made;
}

} // namespace

class TestKnownMessages : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(text("state/one.sqlite")); }

    std::unique_ptr<KnownMessages> open(const char* location = "here") const
    {
        auto opened = KnownMessages::open(path(), text(location));
        if (!opened) {
            qFatal("it does not open: %s", qPrintable(opened.error().detail));
        }
        return std::move(*opened);
    }

    KnownMessages::LeftFile file(const char* name, const QByteArray& content) const
    {
        return {m_folder->filePath(text(name)), content.size(),
                QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()};
    }

    void write(const KnownMessages::LeftFile& file, const QByteArray& content) const
    {
        QFile disk(file.path);
        QVERIFY(disk.open(QFile::WriteOnly));
        QCOMPARE(disk.write(content), content.size());
    }

    static bool isKnown(KnownMessages& known, const Message& message)
    {
        const auto answer = known.isKnown(message);
        if (!answer) {
            qFatal("it cannot be looked up");
        }
        return *answer;
    }

    // A whole run that wrote these.
    static void run(KnownMessages& known, const QList<Message>& messages, const KnownMessages::State& after)
    {
        for (const Message& one : messages) {
            QVERIFY(known.note(one, askedFrom(after.watermark)));
        }
        QVERIFY(known.settle(after, {}));
        QVERIFY(known.conclude());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void knowsNothingAtFirst()
    {
        const auto known = open();
        QCOMPARE(known->state(), KnownMessages::State());
        QVERIFY(!isKnown(*known, message("a", kNoon)));
        QVERIFY(!isKnown(*known, message("b", std::nullopt)));
    }

    void isReadableByItsOwnerAlone()
    {
        const auto known = open();
        QVERIFY(known->note(message("a", kNoon), kNoon));
        const QFileInfo state(path());
        QVERIFY(!isOpenToOthers(state.filePath()));
        QVERIFY(!isOpenToOthers(state.path()));
#ifndef Q_OS_WIN // where the folder that is closed to others is what counts for SQLite's own
        for (const QFileInfo& one : QDir(state.path()).entryInfoList(QDir::Files)) {
            QVERIFY(!isOpenToOthers(one.filePath()));
        }
#endif
    }

    void remembersOverItsEnd()
    {
        const KnownMessages::State after{kNoon, file("a.csv", "abc")};
        run(*open(), {message("a", kNoon - 1), message("b", std::nullopt)}, after);
        const auto known = open();
        QCOMPARE(known->state(), after);
        QVERIFY(isKnown(*known, message("a", kNoon - 1)));
        QVERIFY(isKnown(*known, message("b", std::nullopt)));
        QVERIFY(!isKnown(*known, message("c", kNoon - 1)));
    }

    void forgetsIdsThatNoRunAsksForAnyMore()
    {
        const auto known = open();
        run(*known, {message("old", kNoon - kDay - 1), message("last", kNoon - kDay), message("u", {})},
            {kNoon, {}});
        QCOMPARE(*known->count(), 2);
        QVERIFY(isKnown(*known, message("old", kNoon - kDay - 1))); // by its date
        QVERIFY(isKnown(*known, message("last", kNoon - kDay)));
        QVERIFY(!isKnown(*known, message("late", kNoon - kDay)));
        run(*known, {message("new", kNoon + 5 * kDay - 1)}, {kNoon + 5 * kDay, {}});
        QCOMPARE(*known->count(), 2);
        QVERIFY(isKnown(*known, message("u", {}))); // whose date is never known
        QVERIFY(isKnown(*known, message("late", kNoon - kDay)));
    }

    void withoutAWatermarkNothingIsForgotten()
    {
        const auto known = open();
        run(*known, {message("a", 5), message("b", kNoon)}, {});
        QCOMPARE(*known->count(), 2);
        QVERIFY(!isKnown(*known, message("c", 5)));
    }

    void whatWasNotSettledIsGone_data()
    {
        QTest::addColumn<bool>("isKilled");
        QTest::newRow("dropped") << false;
        QTest::newRow("killed") << true;
    }

    void whatWasNotSettledIsGone()
    {
        QFETCH(const bool, isKilled);
        auto known = open();
        run(*known, {message("a", kNoon - 1)}, {kNoon, {}});
        QVERIFY(known->note(message("b", kNoon), kNoon));
        if (isKilled) {
            known.reset();
            known = open();
        } else {
            known->drop();
        }
        QVERIFY(isKnown(*known, message("a", kNoon - 1)));
        QVERIFY(!isKnown(*known, message("b", kNoon)));
        QCOMPARE(known->state().watermark, std::optional(kNoon));
    }

    // Killed between settle() and conclude(): the disk tells which side of the rename that was.
    void theDiskDecidesOnWhatWasSettled_data()
    {
        QTest::addColumn<QByteArray>("before"); // null: nothing there
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<bool>("isConcluded");
        const QByteArray whole = "old and new";
        const QByteArray none;
        QTest::newRow("appended, in place") << QByteArray("old") << whole << true;
        QTest::newRow("appended, not yet") << QByteArray("old") << QByteArray("old") << false;
        QTest::newRow("appended, then changed") << QByteArray("old") << QByteArray("old or new!") << false;
        QTest::newRow("appended, then gone") << QByteArray("old") << none << false;
        QTest::newRow("new, in place") << none << whole << true;
        QTest::newRow("new, in place and changed since") << none << QByteArray("x") << true;
        QTest::newRow("new, not yet") << none << none << false;
    }

    void theDiskDecidesOnWhatWasSettled()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, found);
        QFETCH(const bool, isConcluded);
        const KnownMessages::LeftFile earlier = file("f.csv", "old");
        const KnownMessages::LeftFile placed = file("f.csv", "old and new");
        const KnownMessages::State first{kNoon, earlier};
        const KnownMessages::State second{kNoon + kDay, placed};
        auto known = open();
        run(*known, {message("a", kNoon - 1)}, first);
        if (!before.isNull()) {
            write(placed, before);
        }
        QVERIFY(known->note(message("b", kNoon), kNoon));
        QVERIFY(known->settle(second, placed));
        known.reset(); // killed
        if (found.isNull()) {
            QFile::remove(placed.path);
        } else {
            write(placed, found);
        }
        known = open();
        QCOMPARE(known->state(), isConcluded ? second : first);
        QCOMPARE(isKnown(*known, message("b", kNoon)), isConcluded);
        known.reset();
        QCOMPARE(open()->state(), isConcluded ? second : first);
    }

    void settledWithoutAFileIsSettled()
    {
        auto known = open();
        QVERIFY(known->note(message("a", kNoon - 1), 0));
        QVERIFY(known->settle({kNoon, {}}, {}));
        known.reset();
        QVERIFY(isKnown(*open(), message("a", kNoon - 1)));
    }

    void whatIsSettledCanStillBeDropped()
    {
        auto known = open();
        QVERIFY(known->note(message("a", kNoon - 1), 0));
        QVERIFY(known->settle({kNoon, {}}, file("f.csv", "x")));
        known->drop();
        write(file("f.csv", "x"), "x");
        known.reset();
        QCOMPARE(open()->state(), KnownMessages::State());
    }

    void oneAtATime()
    {
        const auto known = open();
        const auto second = KnownMessages::open(path(), text("here"));
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::SavedInUse);
    }

    void anotherLocationBeginsAnew()
    {
        run(*open(), {message("a", kNoon - 1)}, {kNoon, {}});
        const auto known = open("elsewhere");
        QCOMPARE(known->state(), KnownMessages::State());
        QVERIFY(!isKnown(*known, message("a", kNoon - 1)));
    }

    void whatIsNoDatabaseIsDamaged()
    {
        (void)open();
        QFile damaged(path());
        QVERIFY(damaged.open(QFile::WriteOnly));
        damaged.write(QByteArray(5000, 'x'));
        damaged.close();
        const auto opened = KnownMessages::open(path(), text("here"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::SavedDamaged);
        KnownMessages::remove(path());
        QCOMPARE(open()->state(), KnownMessages::State());
    }
};

QTEST_GUILESS_MAIN(TestKnownMessages)
#include "tst_knownmessages.moc"
