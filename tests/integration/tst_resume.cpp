// Exports that are ended before they are finished, in every way, and gone on with: the file is byte for byte
// the one that an uninterrupted run makes.

#include "core/spoolrecovery.h"
#include "simulator/server.h"
#include "support/exportrun.h"

#include <QDir>
#include <QTest>

#include <map>
#include <random>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Fault;
using leadway::simulator::Generator;
using leadway::simulator::Request;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

using namespace std::chrono_literals;

namespace
{

constexpr qint64 kMessages = 6000;

Scenario scenario()
{
    Scenario scenario;
    scenario.messages = kMessages;
    scenario.undatedShare = 0.002;
    scenario.bulkSends = 6;
    scenario.bulkSize = 150;
    return scenario;
}

using Watch = ExportRun::Watch;

qint64 received(const State& state)
{
    const auto* const fetching = std::get_if<Fetching>(&state);
    return fetching ? fetching->received : 0;
}

// Drops the job as soon as so many have come in it.
Watch dropAfter(qint64 messages)
{
    return [messages, before = std::optional<qint64>()](ExportJob& /*job*/, const State& state) mutable {
        if (!std::holds_alternative<Fetching>(state)) {
            return true;
        }
        before = before.value_or(received(state));
        return received(state) - *before < messages;
    };
}

template<class Kind>
Watch dropAt()
{
    return [](ExportJob& /*job*/, const State& state) { return !std::holds_alternative<Kind>(state); };
}

QString spoolOf(const ExportRun& run)
{
    const QList<UnfinishedExport> left = run.unfinished();
    return left.isEmpty() ? QString() : left.constFirst().folder;
}

} // namespace

Q_DECLARE_METATYPE(Watch)

class TestResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goesOnAfterBeingDropped_data();
    void goesOnAfterBeingDropped();
    void goesOnAfterBeingDroppedAgainAndAgain_data();
    void goesOnAfterBeingDroppedAgainAndAgain();
    void trustsNoByteThatItsChecksumDoesNotFit_data();
    void trustsNoByteThatItsChecksumDoesNotFit();
    void pausesAndGoesOn_data();
    void pausesAndGoesOn();
    void endsWholeWhenItIsToEndWhileTheFileIsWritten();
    void pausesByItselfWhenNothingComes();
    void goesOnAfterTheDailyAllowance();
    void writesWhatCame_data();
    void writesWhatCame();
    void writesInAnotherFormatAndPlace();
    void keepsHowTheFileIsToLook();
    void keepsWhatCameWhenTheFileCannotBeWritten();
    void leavesAnExportToTheOneThatHasIt();
    void stopsBeforeTheDiskIsFull();
    void asksForNothingThatHasComeAlready();
    void keepsTheEndOfTheFirstRun();
    void isForgottenAfterThirtyDays();
    void keepsTheCountsOfAllRuns();

private:
    ExportRun runOf(const Server& server, int lanes = 1, SortOrder order = SortOrder::Descending) const;
    QByteArray whole(SortOrder order, SortBy sortBy = SortBy::CreatedAt);

    std::shared_ptr<const Generator> m_generator;
    std::map<std::pair<SortOrder, SortBy>, QByteArray> m_whole;
};

void TestResume::initTestCase()
{
    m_generator = std::make_shared<const Generator>(scenario());
}

// What a file holds that was made in one go, once it has been held against the generator.
QByteArray TestResume::whole(SortOrder order, SortBy sortBy)
{
    QByteArray& content = m_whole[{order, sortBy}];
    if (!content.isEmpty()) {
        return content;
    }
    Server server(m_generator);
    if (!server.start()) {
        return content;
    }
    ExportRun run(server.baseUrl());
    run.query.sortOrder = order;
    run.query.sortBy = sortBy;
    run.run();
    const bool isWhole = sortBy == SortBy::UpdatedAt ||
                         firstDifference(run.fileIds(), expectedIds(*m_generator, order)).isEmpty();
    content = isWhole ? run.fileContent() : QByteArray();
    return content;
}

void TestResume::goesOnAfterBeingDropped_data()
{
    QTest::addColumn<Behaviour::Cursor>("cursor");
    QTest::addColumn<SortOrder>("order");
    QTest::addColumn<SortBy>("sortBy");
    QTest::addColumn<int>("lanes");
    QTest::addColumn<Watch>("watch");
    const std::pair<const char*, Behaviour::Cursor> cursors[] = {
        {"changing cursor", Behaviour::Cursor::Changing}, {"repeating cursor", Behaviour::Cursor::Repeating}};
    const std::pair<const char*, SortOrder> orders[] = {{"newest first", SortOrder::Descending},
                                                        {"oldest first", SortOrder::Ascending}};
    const std::pair<const char*, Watch> moments[] = {{"after the first page", dropAfter(1)},
                                                     {"in the middle", dropAfter(3000)},
                                                     {"near the end", dropAfter(5900)},
                                                     {"while writing", dropAt<Rendering>()}};
    for (const auto& [cursorName, cursor] : cursors) {
        for (const auto& [orderName, order] : orders) {
            for (const auto& [momentName, moment] : moments) {
                for (const int lanes : {1, 8}) {
                    QTest::addRow("%s, %s, %s, %d lanes", momentName, orderName, cursorName, lanes)
                        << cursor << order << SortBy::CreatedAt << lanes << moment;
                }
            }
        }
    }
    for (const auto& [momentName, moment] : moments) {
        QTest::addRow("%s, by update", momentName)
            << Behaviour::Cursor::Changing << SortOrder::Descending << SortBy::UpdatedAt << 1 << moment;
    }
}

void TestResume::goesOnAfterBeingDropped()
{
    QFETCH(const Behaviour::Cursor, cursor);
    QFETCH(const SortOrder, order);
    QFETCH(const SortBy, sortBy);
    QFETCH(const int, lanes);
    QFETCH(const Watch, watch);
    Behaviour behaviour;
    behaviour.cursor = cursor;
    behaviour.shuffled = true;
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run = runOf(server, lanes, order);
    run.query.sortBy = sortBy;
    run.run(watch);
    QVERIFY(!QFile::exists(run.path()));
    QCOMPARE(run.unfinished().size(), 1);
    QVERIFY(run.unfinished().constFirst().received > 0);
    run.goOn();
    QCOMPARE(run.fileContent(), whole(order, sortBy));
    QVERIFY(run.report().balances());
    QVERIFY(run.report().isComplete());
    QCOMPARE(run.leftovers(), QStringList());
}

void TestResume::goesOnAfterBeingDroppedAgainAndAgain_data()
{
    QTest::addColumn<int>("lanes");
    QTest::newRow("one lane") << 1;
    QTest::newRow("eight lanes") << 8;
}

void TestResume::goesOnAfterBeingDroppedAgainAndAgain()
{
    QFETCH(const int, lanes);
    Behaviour behaviour;
    behaviour.shuffled = true;
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run = runOf(server, lanes);
    State state = run.run(dropAfter(200));
    int runs = 1;
    while (!isTerminal(state) && runs < 200) {
        state = run.goOn(dropAfter(200));
        ++runs;
    }
    QVERIFY(std::holds_alternative<Finished>(state));
#ifndef Q_OS_WIN // under Wine several pages of eight lanes come at a time
    QVERIFY(runs > 5);
#endif
    QCOMPARE(run.fileContent(), whole(SortOrder::Descending));
    QVERIFY(run.report().balances());
}

void TestResume::trustsNoByteThatItsChecksumDoesNotFit_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 24; ++seed) {
        QTest::addRow("seed %d", seed) << seed;
    }
}

// A power cut leaves what the disk happened to have: files too short, blocks of nothing.
void TestResume::trustsNoByteThatItsChecksumDoesNotFit()
{
    QFETCH(const int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto below = [&random](qint64 limit) {
        return std::uniform_int_distribution<qint64>(0, std::max<qint64>(0, limit - 1))(random);
    };
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun run = runOf(server, seed % 2 == 0 ? 1 : 8);
    run.run(dropAfter(1000 + below(4000)));
    const QDir spool(spoolOf(run));
    QStringList files =
        spool.entryList({QStringLiteral("segment-*.jsonl"), QStringLiteral("manifest.jsonl")});
    QVERIFY(files.size() > 1);
    const qint64 damages = 1 + below(3);
    for (int i = 0; i < damages; ++i) {
        QFile file(spool.filePath(files[below(files.size())]));
        QVERIFY(file.open(QFile::ReadWrite));
        const bool isManifest = file.fileName().endsWith(QStringLiteral("manifest.jsonl"));
        // Without its first line a manifest is none; that case is another test's.
        const qint64 from = isManifest ? 1000 : 0;
        const qint64 at = std::min(file.size(), from + below(file.size() - from));
        if (below(2) == 0) {
            QVERIFY(file.resize(at));
        } else {
            file.seek(at);
            file.write(QByteArray(static_cast<qsizetype>(std::min<qint64>(512, file.size() - at)), '\0'));
        }
    }
    run.goOn();
    QCOMPARE(run.fileContent(), whole(SortOrder::Descending));
    QVERIFY(run.report().balances());
    QVERIFY(run.report().isComplete());
}

void TestResume::pausesAndGoesOn_data()
{
    QTest::addColumn<bool>("whileWriting");
    QTest::addColumn<int>("lanes");
    QTest::newRow("while fetching") << false << 1;
    QTest::newRow("while fetching side by side") << false << 8;
    QTest::newRow("while writing") << true << 1;
}

void TestResume::pausesAndGoesOn()
{
    QFETCH(const bool, whileWriting);
    QFETCH(const int, lanes);
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun run = runOf(server, lanes);
    int pauses = 0;
    qint64 asked = 0;
    run.run([&](ExportJob& job, const State& state) {
        const bool isTime = whileWriting ? std::holds_alternative<Rendering>(state) : received(state) > 1000;
        if (isTime && pauses == 0) {
            ++pauses;
            QMetaObject::invokeMethod(&job, &ExportJob::pause, Qt::QueuedConnection);
        } else if (std::holds_alternative<Paused>(state)) {
            asked = server.requests();
            QTimer::singleShot(50, &job, [&, job = &job] {
                pauses += server.requests() <= asked + lanes ? 1 : 100; // at most what was under way
                job->goOn();
            });
        }
        return true;
    });
    QCOMPARE(pauses, 2);
    QCOMPARE(run.fileContent(), whole(SortOrder::Descending));
    QVERIFY(run.report().balances());
    QCOMPARE(run.leftovers(), QStringList());
}

// All has come then, so there is nothing to be left out.
void TestResume::endsWholeWhenItIsToEndWhileTheFileIsWritten()
{
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    bool isPaused = false;
    const State state = run.run([&isPaused](ExportJob& job, const State& now) {
        if (std::holds_alternative<Rendering>(now) && !isPaused) {
            isPaused = true;
            QMetaObject::invokeMethod(&job, &ExportJob::pause, Qt::QueuedConnection);
        } else if (std::holds_alternative<Paused>(now)) {
            QMetaObject::invokeMethod(
                &job, [&job] { job.finishWithWhatCame(false); }, Qt::QueuedConnection);
        }
        return true;
    });
    QVERIFY(isPaused);
    QVERIFY(std::holds_alternative<Finished>(state));
    QVERIFY(!run.report().isPartial);
    QCOMPARE(run.fileContent(), whole(SortOrder::Descending));
}

void TestResume::pausesByItselfWhenNothingComes()
{
    Behaviour behaviour;
    behaviour.fault = [](const Request& request) {
        Fault fault = Fault::answer(429);
        fault.headers = {{"Retry-After", "3600"}};
        return request.number > 5 ? fault : Fault();
    };
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    run.patience = 2s; // the first pages need some of it on a busy computer
    const State state = run.run(dropAt<Paused>());
    const auto* const paused = std::get_if<Paused>(&state);
    QVERIFY(paused);
    QCOMPARE(paused->reason, PauseReason::NoProgress);
    server.setFault({});
    run.patience = 15min;
    run.goOn();
    QCOMPARE(run.fileContent(), whole(SortOrder::Descending));
}

void TestResume::goesOnAfterTheDailyAllowance()
{
    Behaviour behaviour;
    behaviour.dailyRemaining = 6;
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    const State state = run.run();
    const auto* const failed = std::get_if<Failed>(&state);
    QVERIFY(failed);
    QCOMPARE(failed->error.kind, ErrorKind::DailyLimit);
    QVERIFY(failed->received > 1000);
    QCOMPARE(run.unfinished().constFirst().id, failed->unfinishedId);
    QCOMPARE(run.unfinished().constFirst().received, failed->received);
    Server tomorrow(m_generator);
    QVERIFY(tomorrow.start());
    run.setBaseUrl(tomorrow.baseUrl());
    run.goOn();
    QCOMPARE(run.fileContent(), whole(SortOrder::Descending));
}

void TestResume::writesWhatCame_data()
{
    QTest::addColumn<bool>("isKept");
    QTest::newRow("and it stays") << true;
    QTest::newRow("and it goes") << false;
}

void TestResume::writesWhatCame()
{
    QFETCH(const bool, isKept);
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    bool isAsked = false;
    const State state = run.run([&](ExportJob& job, const State& now) {
        if (received(now) > 2000 && !isAsked) {
            isAsked = true;
            QMetaObject::invokeMethod(
                &job, [&job, isKept] { job.finishWithWhatCame(isKept); }, Qt::QueuedConnection);
        }
        return true;
    });
    const auto* const finished = std::get_if<Finished>(&state);
    QVERIFY(finished);
    QVERIFY(finished->report.isPartial);
    QVERIFY(!finished->report.isComplete());
    QVERIFY(finished->report.balances());
    const QList<QByteArray> ids = run.fileIds();
    QVERIFY(ids.size() > 2000 && ids.size() < kMessages);
    QCOMPARE(finished->report.written(), ids.size());
    // What is there is in order and without gaps, channel by channel.
    const QList<QByteArray> all = expectedIds(*m_generator, SortOrder::Descending);
    qsizetype at = -1;
    for (const QByteArray& id : ids) {
        const qsizetype next = all.indexOf(id);
        QVERIFY(next > at);
        at = next;
    }
    QCOMPARE(finished->unfinishedId.isEmpty(), !isKept);
    QCOMPARE(run.unfinished().isEmpty(), !isKept);
    if (isKept) {
        run.goOn();
        QCOMPARE(run.fileContent(), whole(SortOrder::Descending));
    }
    QCOMPARE(run.leftovers(), QStringList());
}

void TestResume::writesInAnotherFormatAndPlace()
{
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    run.run(dropAfter(3000));
    run.format.format = Format::CsvExact;
    run.fileName = QStringLiteral("other.csv");
    run.goOn();
    QVERIFY(run.fileContent().count("\r\n") > kMessages);
    QCOMPARE(run.report().written(), kMessages);
    QVERIFY(!QFile::exists(run.folder() + QStringLiteral("/export")));
}

void TestResume::keepsHowTheFileIsToLook()
{
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    run.format.format = Format::CsvExcel;
    run.format.zone = QTimeZone("America/Bogota");
    run.format.isUtc = true;
    run.format.keepsLineBreaks = false;
    run.format.columns = ColumnChoice::Own;
    run.format.ownColumns = {"body", "date"};
    run.run(dropAfter(3000));
    const QList<UnfinishedExport> left = run.unfinished();
    QCOMPARE(left.size(), 1);
    QVERIFY(left.constFirst().request.format == run.format);
}

void TestResume::keepsWhatCameWhenTheFileCannotBeWritten()
{
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    const State state = run.run([&](ExportJob& /*job*/, const State& now) {
        if (received(now) > 4000) {
            QDir().mkdir(run.path()); // a folder comes in the way meanwhile
        }
        return true;
    });
    const auto* const failed = std::get_if<Failed>(&state);
    QVERIFY(failed);
    QCOMPARE(failed->error.kind, ErrorKind::IsFolder);
    QCOMPARE(failed->received, kMessages);
    QVERIFY(!failed->unfinishedId.isEmpty());
    const qint64 asked = server.requests();
    run.fileName = QStringLiteral("elsewhere");
    run.goOn();
    QCOMPARE(server.requests(), asked); // nothing is fetched twice
    QCOMPARE(run.fileContent(), whole(SortOrder::Descending));
}

void TestResume::leavesAnExportToTheOneThatHasIt()
{
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    run.run(dropAfter(2000));
    const auto held = SpoolFolder::adopt(spoolOf(run));
    QVERIFY(held);
    (*held)->setKept(true);
    QVERIFY(run.unfinished().constFirst().isRunning);
    const qint64 asked = server.requests();
    const State state = run.goOn();
    const auto* const failed = std::get_if<Failed>(&state);
    QVERIFY(failed);
    QCOMPARE(failed->error.kind, ErrorKind::SpoolInUse);
    QVERIFY(failed->error.detail.contains(QString::number(QCoreApplication::applicationPid())));
    QCOMPARE(server.requests(), asked);
    QCOMPARE(run.unfinished().size(), 1);
    QVERIFY(!discardSpool(spoolOf(run)));
    QCOMPARE(run.unfinished().size(), 1);
}

void TestResume::stopsBeforeTheDiskIsFull()
{
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    run.run(dropAfter(2000));
    run.leastFree = qint64{1} << 60;
    const State state = run.goOn();
    const auto* const failed = std::get_if<Failed>(&state);
    QVERIFY(failed);
    QCOMPARE(failed->error.kind, ErrorKind::SpoolNotKept);
    QVERIFY(!failed->unfinishedId.isEmpty());
    run.leastFree = 0;
    run.goOn();
    QCOMPARE(run.fileContent(), whole(SortOrder::Descending));
}

void TestResume::asksForNothingThatHasComeAlready()
{
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun uninterrupted = runOf(server);
    uninterrupted.query.limit = 100;
    uninterrupted.run();
    const qint64 needed = server.requests();
    ExportRun run = runOf(server);
    run.query.limit = 100;
    run.run(dropAfter(3000));
    run.goOn();
    QVERIFY2(server.requests() - needed <= needed + 6, qPrintable(QString::number(server.requests())));
}

void TestResume::keepsTheEndOfTheFirstRun()
{
    Behaviour behaviour;
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    run.run(dropAfter(2000));
    const auto endOf = [](const QString& spool) {
        const auto state = recoverSpool(spool);
        return state ? state->header.query.interval.end : 0;
    };
    const Msecs end = endOf(spoolOf(run));
    QVERIFY(end <= QDateTime::currentMSecsSinceEpoch());
    QVERIFY(end > QDateTime::currentMSecsSinceEpoch() - 60'000);
    run.goOn(dropAfter(1000));
    QCOMPARE(endOf(spoolOf(run)), end);
    QVERIFY(!run.unfinished().constFirst().request.query.interval.hasEnd()); // as it was asked for
}

void TestResume::isForgottenAfterThirtyDays()
{
    Server server(m_generator);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    const QString root = run.spoolRoot() + QStringLiteral("/..");
    run.run(dropAfter(2000));
    const auto touch = [&](qint64 days) {
        QFile manifest(spoolOf(run) + QStringLiteral("/manifest.jsonl"));
        return manifest.open(QFile::ReadWrite) &&
               manifest.setFileTime(QDateTime::currentDateTime().addDays(-days), QFile::FileModificationTime);
    };
    QVERIFY(touch(29));
    removeStaleSpools(root);
    QCOMPARE(run.unfinished().size(), 1);
    QVERIFY(touch(31));
    removeStaleSpools(root);
    QCOMPARE(run.unfinished().size(), 0);
    QCOMPARE(run.leftovers(), QStringList());
}

void TestResume::keepsTheCountsOfAllRuns()
{
    Behaviour behaviour;
    behaviour.extraElements = {"null", R"({"noId":1})", "[]"};
    behaviour.fault = [](const Request& request) {
        return request.number % 4 == 0 ? Fault::answer(503) : Fault();
    };
    Server server(m_generator, behaviour);
    QVERIFY(server.start());
    ExportRun run = runOf(server);
    run.query.limit = 200;
    run.retry.base = 10ms; // of which half is waited
    run.retry.cap = 10ms;
    run.run(dropAfter(3000));
    run.goOn();
    const ExportReport& report = run.report();
    QVERIFY(report.balances());
    QCOMPARE(report.written(), kMessages);
    QCOMPARE(report.unreadable(), 3);
    QVERIFY(report.requests() >= server.requests() - 2); // those whose answer was dropped
    QVERIFY(report.retries() >= 5);
    QVERIFY(report.waitedMsecs() > 0);
    QCOMPARE(report.unreadablePath, run.path() + QStringLiteral(".unreadable.jsonl"));
}

ExportRun TestResume::runOf(const Server& server, int lanes, SortOrder order) const
{
    ExportRun run(server.baseUrl());
    run.query.sortOrder = order;
    run.lanes = lanes;
    return run;
}

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
