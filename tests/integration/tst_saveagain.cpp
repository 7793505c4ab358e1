// What an export brought can be saved once more in another format, without asking the service, until the next
// export begins or the program ends.

#include "app/unfinished.h"
#include "simulator/server.h"
#include "support/enginerun.h"
#include "support/exportrun.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace leadway;
using namespace leadway::test;
using leadway::simulator::Behaviour;
using leadway::simulator::Scenario;
using leadway::simulator::Server;

using namespace std::chrono_literals;

namespace
{

constexpr qint64 kMessages = 3000;

Scenario awkward(qint64 messages = kMessages)
{
    Scenario scenario = Scenario::awkward(5, messages);
    scenario.undatedShare = 0.005;
    return scenario;
}

// An engine that has made one file, and what it told.
struct Saved {
    explicit Saved(const Server& server)
        : kept(run.engine.get(), &Engine::spoolKept)
    {
        run.connectTo(server);
        if (save(run.request())) {
            first = std::get<Finished>(run.states.last()).report;
        }
    }

    // Whether it finished.
    bool save(const ExportRequest& request)
    {
        run.states.clear();
        run.engine->startExport(Account(), request);
        return ends();
    }
    bool again(const ExportRequest& request)
    {
        begin(request);
        return ends();
    }
    void begin(const ExportRequest& request)
    {
        run.states.clear();
        run.engine->saveAgain(request);
    }
    bool ends()
    {
        return waitFor([this] { return run.hasEnded(); }) &&
               std::holds_alternative<Finished>(run.states.last());
    }
    const ExportReport& report() const { return std::get<Finished>(run.states.last()).report; }
    std::optional<ErrorKind> failure() const
    {
        const auto* const failed = std::get_if<leadway::Failed>(&run.states.last());
        return failed ? std::optional(failed->error.kind) : std::nullopt;
    }
    bool isKept() const { return !kept.isEmpty() && kept.last().at(0).toBool(); }

    ExportRequest second() const
    {
        ExportRequest request = run.request();
        request.path += QStringLiteral(".second");
        request.format.format = Format::CsvExact;
        return request;
    }

    QStringList spools() const
    {
        QStringList found;
        QDirIterator folders(run.spoolRoot(), QDir::Dirs | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
        while (folders.hasNext()) {
            if (const QString folder = folders.next(); QFile::exists(folder + QStringLiteral("/lock"))) {
                found.append(folder);
            }
        }
        return found;
    }

    EngineRun run;
    QSignalSpy kept;
    ExportReport first;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("no file");
}

} // namespace

class TestSaveAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTheFileThatAnExportMakes_data();
    void makesTheFileThatAnExportMakes();
    void makesManyFilesToo();
    void countsLikeTheFirst();
    void savesWhatWasCutShort();
    void canBeCancelledAndTriedAgain();
    void canFailAndBeTriedAgain();
    void pausesAndGoesOn();
    void keepsWhatCameUntilTheNextExport();
    void forgetsItWithTheAccount();
    void isNoUnfinishedExport();
    void isSweptAfterAKilledProgram();
};

void TestSaveAgain::makesTheFileThatAnExportMakes_data()
{
    QTest::addColumn<Format>("format");
    QTest::addColumn<SortOrder>("order");
    for (const auto& [key, format] : kFormatKeys) {
        if (format == Format::Xlsx || format == Format::Pdf) {
            continue; // holds the moment it was made
        }
        QTest::addRow("%s", key) << format << SortOrder::Descending;
        QTest::addRow("%s, oldest first", key) << format << SortOrder::Ascending;
    }
}

void TestSaveAgain::makesTheFileThatAnExportMakes()
{
    QFETCH(const Format, format);
    QFETCH(const SortOrder, order);
    Server server(awkward(1500), {});
    QVERIFY(server.start());
    ExportRun direct(server.baseUrl());
    direct.format.format = format;
    direct.query.sortOrder = order;
    direct.run();

    EngineRun run;
    run.connectTo(server);
    ExportRequest request = run.request();
    request.query.sortOrder = order;
    run.engine->startExport(Account(), request);
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    server.clearLog();
    const qint64 before = server.requests();
    run.states.clear();
    request.format.format = format;
    request.path += QStringLiteral(".second");
    run.engine->saveAgain(request);
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    const auto* const finished = std::get_if<Finished>(&run.states.last());
    QVERIFY(finished);
    QVERIFY(contentOf(request.path) == direct.fileContent());
    QCOMPARE(finished->report.sha256, direct.report().sha256);
    QCOMPARE(finished->report.written(), direct.report().written());
    QCOMPARE(server.requests(), before);
    QVERIFY(server.log().empty());
    QCOMPARE(run.terminalStates(), 1);
    QVERIFY(!run.cameFromElsewhere);
}

void TestSaveAgain::makesManyFilesToo()
{
    Server server(awkward(), {});
    QVERIFY(server.start());
    Saved saved(server);
    ExportRequest request = saved.second();
    request.format.files = FileSplit::PerMonth;
    QVERIFY(saved.again(request));
    QVERIFY(saved.report().files.value_or(0) > 1);
    QCOMPARE(QDir(request.path).entryList(QDir::Files).size(), *saved.report().files);
    QCOMPARE(saved.report().written(), saved.first.written());
    QVERIFY(saved.report().balances());
    QVERIFY(saved.again(saved.run.request())); // and back, in the place of the first
    QCOMPARE(saved.report().sha256, saved.first.sha256);
}

void TestSaveAgain::countsLikeTheFirst()
{
    Behaviour behaviour;
    behaviour.extraElements = {"null", "[1,2]"};
    behaviour.repeated = 3;
    Server server(awkward(), behaviour);
    QVERIFY(server.start());
    Saved saved(server);
    QVERIFY(saved.first.unreadable() == 2 && saved.first.duplicates() > 0);
    QVERIFY(saved.again(saved.second()));
    QVERIFY(saved.report().balances());
    QVERIFY(saved.report().walks == saved.first.walks);
    QCOMPARE(saved.report().unreadablePath, saved.second().path + QStringLiteral(".unreadable.jsonl"));
    QVERIFY(QFile::exists(saved.report().unreadablePath));
}

void TestSaveAgain::savesWhatWasCutShort()
{
    Behaviour behaviour;
    behaviour.latency = 20ms;
    Server server(awkward(), behaviour);
    QVERIFY(server.start());
    EngineRun run;
    run.connectTo(server);
    ExportRequest request = run.request();
    request.query.limit = 50;
    run.engine->startExport(Account(), request);
    QVERIFY(waitFor([&] { return run.isFetchingWell(); }));
    run.engine->finishExport();
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    const ExportReport first = std::get<Finished>(run.states.last()).report;
    QVERIFY(first.isPartial);
    server.stop(); // it is not needed for that
    run.states.clear();
    request.format.format = Format::Json;
    run.engine->saveAgain(request);
    QVERIFY(waitFor([&] { return run.hasEnded(); }));
    QVERIFY(std::holds_alternative<Finished>(run.states.last()));
    const ExportReport again = std::get<Finished>(run.states.last()).report;
    QVERIFY(again.isPartial && again.balances());
    QCOMPARE(again.written(), first.written());
}

void TestSaveAgain::canBeCancelledAndTriedAgain()
{
    Server server(awkward(), {});
    QVERIFY(server.start());
    Saved saved(server);
    const QStringList before = saved.run.leftovers();
    for (const FileSplit files : {FileSplit::OneFile, FileSplit::PerConversation}) {
        ExportRequest request = saved.second();
        request.format.files = files;
        saved.begin(request);
        saved.run.engine->cancelExport(); // it has written a slice by then
        QVERIFY(!saved.ends());
        QVERIFY(std::holds_alternative<Cancelled>(saved.run.states.last()));
        QCOMPARE(saved.run.leftovers(), before);
        QVERIFY(saved.isKept());
    }
    QVERIFY(saved.again(saved.second()));
    QCOMPARE(saved.report().written(), saved.first.written());
}

void TestSaveAgain::canFailAndBeTriedAgain()
{
    Server server(awkward(), {});
    QVERIFY(server.start());
    Saved saved(server);
    ExportRequest request = saved.second();
    request.path = request.path + QStringLiteral("/no/folder");
    QVERIFY(!saved.again(request));
    QVERIFY(saved.failure() == ErrorKind::FolderMissing);
    request = saved.second();
    QVERIFY(QDir().mkpath(request.path + QStringLiteral("/photos")));
    request.format.files = FileSplit::PerMonth;
    QVERIFY(!saved.again(request));
    QVERIFY(saved.failure() == ErrorKind::FolderTaken);
    QVERIFY(saved.isKept());
    request.path += QStringLiteral("2");
    QVERIFY(saved.again(request));
}

void TestSaveAgain::pausesAndGoesOn()
{
    Server server(awkward(), {});
    QVERIFY(server.start());
    Saved saved(server);
    saved.begin(saved.second());
    saved.run.engine->pauseExport();
    QVERIFY(waitFor([&] {
        return !saved.run.states.isEmpty() && std::holds_alternative<Paused>(saved.run.states.last());
    }));
    saved.run.engine->goOnWithExport();
    QVERIFY(saved.ends());
    QCOMPARE(saved.report().written(), saved.first.written());
}

void TestSaveAgain::keepsWhatCameUntilTheNextExport()
{
    Server server(awkward(), {});
    QVERIFY(server.start());
    Saved saved(server);
    QVERIFY(saved.isKept());
    const QStringList spools = saved.spools();
    QCOMPARE(spools.size(), 1);
    saved.run.engine->startExport(Account(), saved.run.request());
    QVERIFY(waitFor([&] { return !saved.isKept(); }));
    QVERIFY(saved.ends());
    QVERIFY(saved.isKept());
    QCOMPARE(saved.spools().size(), 1);
    QVERIFY(saved.spools() != spools);
    saved.run.engine.reset();
    QCOMPARE(saved.run.leftovers(), QStringList(QStringLiteral("export.jsonl")));
}

void TestSaveAgain::forgetsItWithTheAccount()
{
    Server server(awkward(), {});
    QVERIFY(server.start());
    Saved saved(server);
    saved.run.engine->forget(QUuid());
    QVERIFY(waitFor([&] { return !saved.isKept(); }));
    QCOMPARE(saved.spools(), QStringList());
    QVERIFY(!saved.again(saved.second()));
    QVERIFY(saved.failure() == ErrorKind::SpoolNotKept);
}

void TestSaveAgain::isNoUnfinishedExport()
{
    Server server(awkward(), {});
    QVERIFY(server.start());
    Saved saved(server);
    QVERIFY(saved.isKept());
    QVERIFY(unfinishedExports(saved.run.spoolRoot()).isEmpty());
    QVERIFY(saved.again(saved.second()));
    QVERIFY(unfinishedExports(saved.run.spoolRoot()).isEmpty());
}

// Killed while it made one more file: neither the spool stays, nor what lies beside that file.
void TestSaveAgain::isSweptAfterAKilledProgram()
{
    const QTemporaryDir home;
    const QString spool = home.filePath(QStringLiteral("spools/account/the-spool"));
    const QString target = home.filePath(QStringLiteral("export.csv"));
    QVERIFY(QDir().mkpath(spool));
    QVERIFY(noteOutput(spool, target));
    const auto put = [](const QString& path, const QDateTime& when) {
        QFile file(path);
        return file.open(QFile::WriteOnly) && file.write("x") == 1 && file.flush() &&
               file.setFileTime(when, QFileDevice::FileModificationTime);
    };
    const QDateTime longAgo = QDateTime::currentDateTimeUtc().addSecs(-600);
    QVERIFY(put(spool + QStringLiteral("/manifest.jsonl"), longAgo));
    const QString part = home.filePath(QStringLiteral(".leadway-the-spool.part"));
    const QString others = home.filePath(QStringLiteral(".leadway-another.part"));
    QVERIFY(put(part, longAgo) && put(others, longAgo));
    const QString root = home.filePath(QStringLiteral("spools"));
    QVERIFY(unfinishedExports(root).isEmpty());
    removeStaleSpools(root);
    QVERIFY(!QFile::exists(spool) && !QFile::exists(part));
    QVERIFY(QFile::exists(others));
}

QTEST_GUILESS_MAIN(TestSaveAgain)
#include "tst_saveagain.moc"
