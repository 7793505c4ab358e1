// Runs of a saved export, with messages in between that are new, arrive late or are changed: what comes, and
// into which file.

#include "app/savedstate.h"
#include "support/exportrun.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace leadway;
using namespace leadway::test;
using simulator::Behaviour;
using simulator::Scenario;
using simulator::Server;

namespace
{

constexpr qint64 kMessages = 4000;
constexpr qint64 kHour = 3600LL * 1000;
constexpr int kLate = 20; // hours by which every fifth message is late

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

} // namespace

class TestSavedExports : public QObject
{
    Q_OBJECT

    std::shared_ptr<const simulator::Generator> m_generator;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<ExportRun> m_run;
    qint64 m_start = 0;

    bool hasArrived(qint64 index, int hours) const
    {
        return m_generator->placeMsecs(index) + (index % 5 == 0 ? kLate * kHour : 0) <
               m_start + hours * kHour;
    }

    // The service so many hours after the first run; every seventh message has been changed since.
    void setTime(int hours, bool hasChanges = true)
    {
        Behaviour behaviour;
        behaviour.dateMsecs = m_start + hours * kHour;
        behaviour.notYetThere = [this, hours](qint64 index) { return !hasArrived(index, hours); };
        if (hasChanges) {
            behaviour.changed = [](qint64 index) { return index % 7 == 0; };
        }
        m_server->setBehaviour(behaviour);
    }

    // In the order of a file: those that have arrived after one run and before another.
    QList<QByteArray> arrivedBetween(int after, int until, SortOrder order) const
    {
        return expectedIds(*m_generator, order, [this, after, until](qint64 index) {
            return hasArrived(index, until) && !hasArrived(index, after);
        });
    }

    static constexpr int kNever = -1'000'000;

    State run(RunWay way, const QString& fileName, const ExportRun::Watch& watch = {})
    {
        m_run->saved = SavedRun{m_run->saved->id, way};
        m_run->fileName = fileName;
        return m_run->run(watch);
    }

    QString fileAt(const char* name) const { return m_run->folder() + QLatin1Char('/') + text(name); }

    static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    // Of JSON Lines or of a JSON array, which has one message a line as well.
    static QList<QByteArray> idsIn(const QString& path)
    {
        QList<QByteArray> ids;
        for (QByteArray line : content(path).split('\n')) {
            if (line.endsWith(',')) {
                line.chop(1);
            }
            const QJsonObject message = QJsonDocument::fromJson(line).object();
            if (!message.isEmpty()) {
                ids.append(message.value(text("id")).toString().toUtf8());
            }
        }
        return ids;
    }

    QStringList files() const
    {
        return QDir(m_run->folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        Scenario scenario;
        scenario.messages = kMessages;
        scenario.span = std::chrono::hours(24 * 20);
        scenario.bulkSends = 4;
        scenario.bulkSize = 100;
        scenario.undatedShare = 0.01;
        m_generator = std::make_shared<simulator::Generator>(scenario);
        m_start = (scenario.newestMsecs - 120 * kHour) / 1000 * 1000;
    }

    void init()
    {
        m_server = std::make_unique<Server>(m_generator, Behaviour{});
        QVERIFY(m_server->start());
        m_run = std::make_unique<ExportRun>(m_server->baseUrl());
        m_run->account.id = QUuid::createUuid();
        m_run->saved = SavedRun{QUuid::createUuid(), RunWay::OnlyNew};
        m_run->query.sortOrder = SortOrder::Ascending;
    }

    void cleanup()
    {
        m_run.reset();
        m_server.reset();
    }

    void bringExactlyWhatIsNew_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<SortOrder>("order");
        QTest::addColumn<int>("lanes");
        QTest::addColumn<bool>("isAdded");
        QTest::newRow("JSON Lines") << Format::JsonLines << SortOrder::Ascending << 1 << true;
        QTest::newRow("JSON Lines, side by side") << Format::JsonLines << SortOrder::Ascending << 8 << true;
        QTest::newRow("JSON Lines, newest first") << Format::JsonLines << SortOrder::Descending << 1 << false;
        QTest::newRow("JSON") << Format::Json << SortOrder::Ascending << 1 << false;
    }

    void bringExactlyWhatIsNew()
    {
        QFETCH(const Format, format);
        QFETCH(const SortOrder, order);
        QFETCH(const int, lanes);
        QFETCH(const bool, isAdded);
        m_run->format.format = format;
        m_run->query.sortOrder = order;
        m_run->lanes = lanes;
        setTime(0, false);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("first"))));
        QCOMPARE(idsIn(fileAt("first")), arrivedBetween(kNever, 0, order));
        QCOMPARE(m_run->report().placement, Placement::NewFile);
        QByteArray whole = content(fileAt("first"));
        int before = 0;
        for (const int hours : {19, 47, 48, 110}) {
            const QList<QByteArray> expected = arrivedBetween(before, hours, order);
            QVERIFY(expected.size() > 1);
            setTime(hours);
            const QString name = text("at ") + QString::number(hours);
            QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, name)));
            const ExportReport& report = m_run->report();
            QVERIFY(report.isOnlyNew && report.isComplete() && report.balances());
            QCOMPARE(report.written(), expected.size());
            QVERIFY(report.known() > 0);
            if (isAdded) {
                QCOMPARE(report.placement, Placement::Appended);
                QCOMPARE(report.path, fileAt("first"));
                const QByteArray now = content(fileAt("first"));
                QVERIFY(now.startsWith(whole));
                QCOMPARE(now.size(), report.bytes);
                QCOMPARE(idsIn(fileAt("first")).sliced(idsIn(fileAt("first")).size() - expected.size()),
                         expected);
                whole = now;
            } else {
                QCOMPARE(report.placement, Placement::NewFile);
                QCOMPARE(idsIn(report.path), expected);
                QCOMPARE(content(fileAt("first")), whole);
            }
            before = hours;
        }
        QVERIFY(m_run->leftovers().isEmpty() ||
                QDir(m_run->spoolRoot()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
    }

    // Rows of a table, under the header that is there already.
    void rowsOfATableGoUnderItsHeader_data()
    {
        QTest::addColumn<Format>("format");
        QTest::newRow("for spreadsheets") << Format::CsvExcel;
        QTest::newRow("exact") << Format::CsvExact;
    }

    void rowsOfATableGoUnderItsHeader()
    {
        QFETCH(const Format, format);
        m_run->format.format = format;
        setTime(0, false);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("first"))));
        const QByteArray first = content(fileAt("first"));
        setTime(40, false);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("second"))));
        QCOMPARE(m_run->report().placement, Placement::Appended);
        const QByteArray added = content(fileAt("first")).mid(first.size());
        QVERIFY(!added.contains("\xef\xbb\xbf") && !added.contains(first.left(first.indexOf('\n'))));
        // What a file of its own would hold, less the header.
        m_run->saved.reset();
        m_run->fileName = text("whole");
        m_run->query.interval = {};
        QVERIFY(std::holds_alternative<Finished>(m_run->run()));
        QList<QByteArray> both = content(fileAt("first")).split('\n');
        QList<QByteArray> whole = content(fileAt("whole")).split('\n');
        std::sort(both.begin(), both.end());
        std::sort(whole.begin(), whole.end());
        QCOMPARE(both, whole);
    }

    void aFileThatIsNotAsItWasLeftStaysSo_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"longer", "changed", "gone", "a folder", "other columns"}) {
            QTest::newRow(what) << text(what);
        }
    }

    void aFileThatIsNotAsItWasLeftStaysSo()
    {
        QFETCH(const QString, what);
        m_run->format.format = Format::CsvExact;
        setTime(0);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("first"))));
        const QString path = fileAt("first");
        QByteArray edited = content(path);
        if (what == text("longer")) {
            edited += "one more row\r\n";
        } else if (what == text("changed")) {
            edited[edited.size() / 2] = edited.at(edited.size() / 2) == 'x' ? 'y' : 'x';
        }
        QFile file(path);
        QVERIFY(what == text("other columns") || file.remove());
        if (what == text("a folder")) {
            QVERIFY(QDir().mkpath(path));
        } else if (what == text("longer") || what == text("changed")) {
            QVERIFY(file.open(QFile::WriteOnly) && file.write(edited) == edited.size());
            file.close();
        } else if (what == text("other columns")) {
            m_run->format.format = Format::CsvExcel;
        }
        setTime(40);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("second"))));
        QCOMPARE(m_run->report().placement, Placement::Beside);
        QCOMPARE(m_run->report().path, fileAt("second"));
        QCOMPARE(m_run->report().written(), arrivedBetween(0, 40, SortOrder::Ascending).size());
        if (what != text("gone") && what != text("a folder")) {
            QCOMPARE(content(path), edited);
        }
        // That one is gone on with.
        setTime(60);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("third"))));
        QCOMPARE(m_run->report().placement, Placement::Appended);
        QCOMPARE(m_run->report().path, fileAt("second"));
        QVERIFY(!QFile::exists(fileAt("third")));
    }

    void nothingNewIsNoFile_data()
    {
        QTest::addColumn<Format>("format");
        QTest::newRow("to be added") << Format::JsonLines;
        QTest::newRow("in a file of its own") << Format::Json;
    }

    void nothingNewIsNoFile()
    {
        QFETCH(const Format, format);
        m_run->format.format = format;
        setTime(0);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("first"))));
        const QByteArray first = content(fileAt("first"));
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("second"))));
        const ExportReport& report = m_run->report();
        QCOMPARE(report.placement, Placement::NoFile);
        QCOMPARE(report.written(), 0);
        QVERIFY(report.path.isEmpty() && report.isComplete() && report.balances());
        QCOMPARE(files(), QStringList{text("first")});
        QCOMPARE(content(fileAt("first")), first);
    }

    void allAgainIsAllAndIsGoneOnWith()
    {
        setTime(0);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("first"))));
        setTime(40);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::All, text("all"))));
        QVERIFY(!m_run->report().isOnlyNew);
        QCOMPARE(idsIn(fileAt("all")), arrivedBetween(kNever, 40, SortOrder::Ascending));
        setTime(70);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("third"))));
        QCOMPARE(m_run->report().path, fileAt("all"));
        QCOMPARE(m_run->report().written(), arrivedBetween(40, 70, SortOrder::Ascending).size());
    }

    // What was ended early has brought a part; the rest is new still.
    void aRunThatWasEndedEarlyLeavesTheRest_data()
    {
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("the first run") << true;
        QTest::newRow("a later one") << false;
    }

    void aRunThatWasEndedEarlyLeavesTheRest()
    {
        QFETCH(const bool, isFirst);
        m_run->query.limit = 50;
        if (!isFirst) {
            setTime(0);
            QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("first"))));
        }
        setTime(110);
        bool isEnded = false;
        (void)run(RunWay::OnlyNew, text("part"), [&isEnded](ExportJob& job, const State& state) {
            const auto* const fetching = std::get_if<Fetching>(&state);
            if (!isEnded && fetching && fetching->received >= 150) {
                isEnded = true;
                QMetaObject::invokeMethod(
                    &job, [&job] { job.finishWithWhatCame(false); }, Qt::QueuedConnection);
            }
            return true;
        });
        QVERIFY(m_run->report().isPartial);
        const qint64 part = m_run->report().written();
        QVERIFY(part > 0);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("rest"))));
        QVERIFY(m_run->report().written() > 0);
        QList<QByteArray> all;
        for (const QString& name : files()) {
            all += idsIn(m_run->folder() + QLatin1Char('/') + name);
        }
        QList<QByteArray> expected = arrivedBetween(kNever, 110, SortOrder::Ascending);
        std::sort(all.begin(), all.end());
        std::sort(expected.begin(), expected.end());
        QCOMPARE(all, expected);
    }

    // Dropped halfway, as with its window; another run comes first, and then somebody goes on with it.
    void whatALaterRunHasBroughtIsNotBroughtAgain()
    {
        m_run->query.limit = 50;
        setTime(0);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("first"))));
        setTime(47);
        (void)run(RunWay::OnlyNew, text("dropped"), [](ExportJob& job, const State& state) {
            const auto* const fetching = std::get_if<Fetching>(&state);
            if (fetching && fetching->received >= 100) {
                job.disconnect();
                return false;
            }
            return true;
        });
        QCOMPARE(m_run->unfinished().size(), 1);
        const UnfinishedExport dropped = m_run->unfinished().constFirst();
        QCOMPARE(dropped.request.saved, m_run->saved);
        setTime(110);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("later"))));
        QVERIFY(m_run->unfinished().isEmpty()); // there is nothing in it that is not in the file
        QCOMPARE(idsIn(fileAt("first")).size(), arrivedBetween(kNever, 110, SortOrder::Ascending).size());
    }

    void anotherLocationHasNothingInCommon()
    {
        setTime(0);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("first"))));
        Behaviour behaviour = m_server->behaviour();
        behaviour.locationId = "another00000000000001";
        m_server->setBehaviour(behaviour);
        m_run->query.locationId = QString::fromLatin1(behaviour.locationId);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("second"))));
        QCOMPARE(m_run->report().placement, Placement::NewFile);
        QCOMPARE(m_run->report().written(), arrivedBetween(kNever, 0, SortOrder::Ascending).size());
    }

    void damageIsToldAndMendedByBringingAll()
    {
        setTime(0);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("first"))));
        QFile state(savedStatePath(m_run->savedRoot(), m_run->account.id, m_run->saved->id));
        QVERIFY(state.open(QFile::WriteOnly));
        state.write(QByteArray(9000, 'x'));
        state.close();
        const State ended = run(RunWay::OnlyNew, text("second"));
        const auto* const failed = std::get_if<leadway::Failed>(&ended);
        QVERIFY(failed && failed->error.kind == ErrorKind::SavedDamaged);
        QVERIFY(!QFile::exists(fileAt("second")));
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::All, text("third"))));
        setTime(40);
        QVERIFY(std::holds_alternative<Finished>(run(RunWay::OnlyNew, text("fourth"))));
        QCOMPARE(m_run->report().path, fileAt("third"));
    }
};

QTEST_GUILESS_MAIN(TestSavedExports)
#include "tst_savedexports.moc"
