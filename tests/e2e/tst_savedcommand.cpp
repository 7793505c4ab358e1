// leadway-export --saved: a saved export run again and again, as by a clock, while messages arrive in time,
// arrive late and are changed at the service; and runs that are ended in the middle.

#include "app/identity.h"
#include "app/settings.h"
#include "app/tokenstore.h"
#include "simulator/server.h"
#include "support/exportrun.h"
#include "support/secretservice.h"
#include "support/watchedexporter.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace leadway;
using namespace leadway::test;
using simulator::Behaviour;
using simulator::Scenario;
using simulator::Server;

namespace
{

constexpr qint64 kMessages = 1500;
constexpr qint64 kHour = 3600LL * 1000;

} // namespace

class TestSavedCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void bringsWhatIsNewAndNothingTwice();
    void saysThatThereIsNothingNew();
    void bringsAllAgainWhereThatIsAsked();
    void isKeptByNobodyElseMeanwhile();
    void listsThem();
    void speaksTheLanguageOfItsFile();
    void refusesWhatItCannotDo_data();
    void refusesWhatItCannotDo();
    void takesTheTokenFromTheKeychain();
    void aFullDiskLeavesTheEarlierFileWhole();
    void losesAndDoublesNothingWhenItIsKilled_data();
    void losesAndDoublesNothingWhenItIsKilled();

private:
    void setTime(int hours, bool hasChanges = false);
    Outcome run(const QStringList& more = {}) { return m_exporter->run(arguments(more)); }
    static QStringList arguments(const QStringList& more)
    {
        return QStringList{text("--saved"), text("everything new")} + more;
    }
    QByteArrayList ids(const QString& name) const;
    QByteArrayList idsOfAll() const;
    QByteArrayList idsUntil(int hours) const;
    QStringList files() const;

    std::shared_ptr<const simulator::Generator> m_generator;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Household> m_household;
    std::unique_ptr<WatchedExporter> m_exporter;
    Account m_account;
    SavedExport m_saved;
    qint64 m_start = 0; // the time of the first run
};

void TestSavedCommand::initTestCase()
{
    setIdentity();
    Scenario scenario;
    scenario.messages = kMessages;
    scenario.span = std::chrono::hours(24 * 10);
    scenario.undatedShare = 0.01;
    m_generator = std::make_shared<simulator::Generator>(scenario);
    m_start = (scenario.newestMsecs - 96 * kHour) / 1000 * 1000;
}

void TestSavedCommand::init()
{
    m_server = std::make_unique<Server>(m_generator, Behaviour{});
    QVERIFY(m_server->start());
    m_household = std::make_unique<Household>();
    m_exporter = std::make_unique<WatchedExporter>(*m_household, QUrl());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                       m_exporter->environment.value(text("XDG_CONFIG_HOME")));
    m_account = {};
    m_account.id = QUuid::createUuid();
    m_account.name = text("Clínica Sol");
    m_account.locationId = QLatin1String(simulator::kDemoLocation);
    m_account.connection.baseUrl = m_server->baseUrl();
    Settings settings;
    settings.save(m_account);
    m_saved = {};
    m_saved.id = QUuid::createUuid();
    m_saved.name = text("Everything new");
    m_saved.account = m_account.id;
    m_saved.filters.dates = DateChoice::AllTime;
    m_saved.filters.sortOrder = SortOrder::Ascending;
    m_saved.filters.lanes = 1;
    m_saved.format.format = Format::JsonLines;
    m_saved.folder = m_household->workFolder();
    settings.save(m_saved);
    settings.write();
}

void TestSavedCommand::cleanup()
{
    m_exporter.reset();
    m_server.reset();
    m_household.reset();
}

// The service so many hours after the first run. Every fifth message arrives 20 hours late.
void TestSavedCommand::setTime(int hours, bool hasChanges)
{
    const qint64 now = m_start + hours * kHour;
    Behaviour behaviour;
    behaviour.dateMsecs = now;
    behaviour.notYetThere = [generator = m_generator, now](qint64 index) {
        const qint64 late = index % 5 == 0 ? 20 * kHour : 0;
        return generator->placeMsecs(index) + late >= now;
    };
    if (hasChanges) {
        behaviour.changed = [](qint64 index) { return index % 7 == 0; };
    }
    m_server->setBehaviour(behaviour);
}

QByteArrayList TestSavedCommand::idsUntil(int hours) const
{
    const qint64 now = m_start + hours * kHour;
    QByteArrayList expected;
    for (qint64 index = 0; index < m_generator->count(); ++index) {
        const qint64 late = index % 5 == 0 ? 20 * kHour : 0;
        if (m_generator->placeMsecs(index) + late < now) {
            expected.append(m_generator->id(index));
        }
    }
    std::sort(expected.begin(), expected.end());
    return expected;
}

QStringList TestSavedCommand::files() const
{
    QStringList names = m_household->names();
    names.removeIf([](const QString& name) {
        const bool isPart = name.endsWith(text(".part"));
        return !isPart && !name.endsWith(text(".jsonl")) && !name.endsWith(text(".csv"));
    });
    return names;
}

QByteArrayList TestSavedCommand::ids(const QString& name) const
{
    QByteArrayList found;
    const QByteArrayList lines = m_household->read(name).split('\n');
    for (const QByteArray& line : lines) {
        if (!line.isEmpty()) {
            found.append(QJsonDocument::fromJson(line).object().value(text("id")).toString().toUtf8());
        }
    }
    return found;
}

QByteArrayList TestSavedCommand::idsOfAll() const
{
    QByteArrayList all;
    const QStringList names = files();
    for (const QString& name : names) {
        all += ids(name);
    }
    std::sort(all.begin(), all.end());
    return all;
}

void TestSavedCommand::bringsWhatIsNewAndNothingTwice()
{
    setTime(0);
    Outcome outcome = run();
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QCOMPARE(idsOfAll(), idsUntil(0));
    const QByteArray first = m_household->read(files().value(0));
    for (const int hours : {18, 40, 41, 64}) {
        setTime(hours, true);
        outcome = run();
        QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
        QCOMPARE(idsOfAll(), idsUntil(hours));
    }
    QCOMPARE(files().size(), 1);
    QVERIFY(m_household->read(files().value(0)).startsWith(first));
    QVERIFY2(outcome.err.contains("Added to the end of the file."), outcome.told().constData());
    QVERIFY(m_household->spools().isEmpty());
    const auto noted = Settings().savedExport(m_saved.id);
    QVERIFY(noted && noted->last && noted->last->way == RunWay::OnlyNew && noted->last->messages > 0);
}

void TestSavedCommand::saysThatThereIsNothingNew()
{
    setTime(0);
    QCOMPARE(run().exitCode, int(Complete));
    const QByteArray first = m_household->read(files().value(0));
    setTime(0, true);
    const Outcome outcome = run();
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QVERIFY2(outcome.err.contains("There was nothing new, so no file was written.\n"),
             outcome.told().constData());
    QCOMPARE(files().size(), 1);
    QCOMPARE(m_household->read(files().value(0)), first);
}

void TestSavedCommand::bringsAllAgainWhereThatIsAsked()
{
    setTime(0);
    QCOMPARE(run().exitCode, int(Complete));
    setTime(18);
    const Outcome outcome = run({text("--all")});
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QCOMPARE(files().size(), 2);
    QByteArrayList again = ids(files().value(0)).size() > ids(files().value(1)).size()
                               ? ids(files().value(0))
                               : ids(files().value(1));
    std::sort(again.begin(), again.end());
    QCOMPARE(again, idsUntil(18));
    setTime(18);
    QVERIFY(run().err.contains("There was nothing new"));
}

void TestSavedCommand::isKeptByNobodyElseMeanwhile()
{
    setTime(0);
    m_exporter->witness().haltAt = 1;
    m_exporter->witness().haltMoment = Moment::Before;
    m_exporter->witness().haltDeed = Deed::Fetch;
    m_exporter->start(arguments({}));
    QVERIFY(m_exporter->waitUntil([this] { return m_exporter->witness().isHalted.load(); }));
    Exporter second(*m_household);
    const Outcome outcome = second.run(arguments({}));
    QCOMPARE(outcome.exitCode, int(ExitCode::Failed));
    QVERIFY2(outcome.err.contains("This saved export is already running"), outcome.told().constData());
    m_exporter->witness().haltDeed = Deed::None;
    QCOMPARE(m_exporter->finish().exitCode, int(Complete));
    QCOMPARE(idsOfAll(), idsUntil(0));
}

void TestSavedCommand::listsThem()
{
    setTime(0);
    QCOMPARE(run().exitCode, int(Complete));
    const Outcome outcome = m_exporter->run({text("--list-saved")});
    QCOMPARE(outcome.exitCode, int(Complete));
    QVERIFY2(
        outcome.out.startsWith("Everything new\n    Clínica Sol · All messages · All time · JSON Lines\n"),
        outcome.told().constData());
    QVERIFY2(outcome.out.contains("\n    Saved today "), outcome.told().constData());
    Settings().removeSavedExport(m_saved.id);
    QVERIFY(m_exporter->run({text("--list-saved")}).out.startsWith("No export is saved on this computer."));
}

// Or the header of a table would change with whoever runs it.
void TestSavedCommand::speaksTheLanguageOfItsFile()
{
    m_saved.language = text("es");
    m_saved.format.format = Format::CsvExcel;
    Settings().save(m_saved);
    setTime(0);
    Outcome outcome = run();
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    const QString name = files().value(0);
    QVERIFY2(m_household->read(name).contains("Mensaje"), m_household->read(name).left(300).constData());
    setTime(18);
    outcome = run();
    QVERIFY2(outcome.err.contains("Añadidos al final del archivo."), outcome.told().constData());
    QCOMPARE(files().size(), 1);
}

void TestSavedCommand::refusesWhatItCannotDo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("another name") << QStringList{text("--saved"), text("Nothing")}
                                  << QByteArray("There is no saved export “Nothing”. Saved: Everything new.");
    QTest::newRow("all alone") << QStringList{text("--all")} << QByteArray("--all belongs to --saved NAME.");
    QTest::newRow("another file") << arguments({text("--output"), text("x.csv")})
                                  << QByteArray("--saved and --output exclude each other");
    QTest::newRow("another server") << arguments({text("--base-url"), text("https://example.com")})
                                    << QByteArray("--saved and --base-url exclude each other");
    QTest::newRow("other channels") << arguments({text("--channels"), text("SMS")})
                                    << QByteArray("--saved and --channels exclude each other");
}

void TestSavedCommand::refusesWhatItCannotDo()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, sentence);
    const Outcome outcome = m_exporter->run(arguments);
    QCOMPARE(outcome.exitCode, int(Usage));
    QVERIFY2(outcome.err.startsWith(sentence) && isClear(outcome.err), outcome.told().constData());
    QCOMPARE(m_server->requests(), 0);
}

void TestSavedCommand::takesTheTokenFromTheKeychain()
{
    SecretService keychain;
    QVERIFY(keychain.start(SecretService::Kind::Unlocked));
    // Nobody here has spoken to a bus before, so this process can use it.
    keychain.useHere();
    keychain.addTo(m_exporter->environment);
    m_exporter->removeToken();
    bool isKept = false;
    TokenStore store;
    store.write(m_account, Token("pit-demo"),
                [&isKept](const Result<void>& result) { isKept = bool(result); });
    QTRY_VERIFY_WITH_TIMEOUT(isKept, 20'000);
    m_account.tokenSaved = true;
    Settings().save(m_account);
    setTime(0);
    Outcome outcome = run();
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QCOMPARE(idsOfAll(), idsUntil(0));

    // As at night: nobody will unlock it.
    keychain.pause();
    setTime(18);
    outcome = run();
    keychain.goOn();
    QCOMPARE(outcome.exitCode, int(Refused));
    QVERIFY2(outcome.err.contains("The password store is locked"), outcome.told().constData());
    QCOMPARE(idsOfAll(), idsUntil(0));
}

void TestSavedCommand::aFullDiskLeavesTheEarlierFileWhole()
{
    setTime(0);
    QCOMPARE(run().exitCode, int(Complete));
    const QString name = files().value(0);
    const QByteArray first = m_household->read(name);
    setTime(40);
    m_exporter->forget();
    m_exporter->witness().fullPlaces = kTarget;
    m_exporter->witness().fullAfter = first.size() + 1000;
    Outcome outcome = run();
    QCOMPARE(outcome.exitCode, int(ExitCode::Failed));
    QVERIFY2(outcome.err.contains("The disk is full."), outcome.told().constData());
    QCOMPARE(m_household->read(name), first);
    QCOMPARE(files(), QStringList{name});
    m_exporter->forget();
    outcome = run();
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QCOMPARE(idsOfAll(), idsUntil(40));
    QCOMPARE(files().size(), 1);
}

void TestSavedCommand::losesAndDoublesNothingWhenItIsKilled_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<bool>("isResumed");
    for (const bool isResumed : {false, true}) {
        const char* const then = isResumed ? "and gone on with" : "and run again";
        QTest::addRow("putting files in their place, %s", then) << Deed::Rename << isResumed;
        QTest::addRow("remembering, %s", then) << Deed::Remember << isResumed;
    }
}

// At every single call that puts a file in its place; of the many that remember, at some all over the run.
void TestSavedCommand::losesAndDoublesNothingWhenItIsKilled()
{
    QFETCH(const Deed, deed);
    QFETCH(const bool, isResumed);
    int kills = 0;
    for (const Moment moment : {Moment::Before, Moment::After}) {
        const int step = deed == Deed::Remember ? 5 : 1;
        for (std::int64_t call = deed == Deed::Remember && moment == Moment::After ? 3 : 1;; call += step) {
            cleanup();
            init();
            setTime(0);
            QCOMPARE(run().exitCode, int(Complete));
            setTime(18, true);
            m_exporter->forget();
            WitnessPage& witness = m_exporter->witness();
            witness.haltAt = call;
            witness.haltMoment = moment;
            witness.haltDeed = deed;
            m_exporter->start(arguments({}));
            const bool isKilled = m_exporter->killAtHalt();
            (void)m_exporter->finish();
            m_exporter->forget();
            const QByteArray where =
                QByteArray::number(call) + (moment == Moment::Before ? " before" : " after");
            if (isKilled && isResumed && m_exporter->run({text("--list-unfinished")}).out.contains(" safe")) {
                const Outcome resumed = m_exporter->run({text("--resume")});
                QVERIFY2(resumed.exitCode == Complete, (where + ": " + resumed.told()).constData());
            }
            const Outcome again = run();
            QVERIFY2(again.exitCode == Complete, (where + ": " + again.told()).constData());
            QVERIFY2(idsOfAll() == idsUntil(18), where.constData());
            QVERIFY2(files().size() == 1, where.constData());
            QVERIFY2(m_household->spools().isEmpty(), where.constData());
            if (!isKilled) {
                break;
            }
            ++kills;
        }
    }
    QVERIFY2(kills > 3, QByteArray::number(kills).constData());
}

QTEST_GUILESS_MAIN(TestSavedCommand)
#include "tst_savedcommand.moc"
