// An export that is paused, cancelled, cut short by closing the window or refused half way, as a person meets
// it: what the card and the questions say, which buttons help, and that what had come is fetched only once.

#include "gui/accountsdialog.h"
#include "gui/exportdialog.h"
#include "gui/inspection.h"
#include "gui/jobcard.h"
#include "gui/windowfixture.h"
#include "support/exportrun.h"
#include "support/gate.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QRadioButton>
#include <QSettings>

#include <algorithm>

using namespace leadway;
using namespace leadway::test;

namespace
{

constexpr qint64 kMessages = 4000;
constexpr qint64 kHalfWay = 5; // the request at which a gate stops an export

// A window whose export stands half way, for as long as the gate is closed.
struct HalfWay {
    explicit HalfWay(bool isSample = false)
        : fixture(kMessages)
    {
        if (isSample) {
            fixture.click("samplePushButton");
            if (!QTest::qWaitFor([this] { return fixture.find<QWidget>("messageTable")->isVisible(); })) {
                qFatal("no sample data");
            }
        } else {
            fixture.open();
        }
        fixture.server.setFault(gate.closedFrom(fixture.server.requests() + kHalfWay));
        exportAsJsonLines();
        // Something of each walk, or the total is not known yet.
        const auto hasCome = [this] {
            return line().contains(QStringLiteral(" of about ")) && !line().startsWith(QLatin1Char('0'));
        };
        if (!QTest::qWaitFor([&] { return gate.isReached() && hasCome(); })) {
            qFatal("the export does not get half way");
        }
    }

    void exportAsJsonLines() const
    {
        fixture.click("exportPushButton");
        auto* const dialog = fixture.waitFor<ExportDialog>();
        fixture.find<QRadioButton>("jsonLinesRadioButton", dialog)->setChecked(true);
        fixture.click("savePushButton", dialog);
    }

    JobCard& card() const { return *fixture.find<JobCard>("jobCard"); }
    QString title() const { return fixture.find<QLabel>("cardTitleLabel", &card())->text(); }
    QString line() const { return fixture.find<QLabel>("cardLineLabel", &card())->text(); }
    void press(const char* button) const { fixture.click(button, &card()); }
    bool offers(const char* button) const { return card().findChild<QWidget*>(QLatin1String(button)); }

    void answer(const char* button, const char* question = "cancelMessageBox") const
    {
        fixture.click(button, fixture.waitFor<QMessageBox>(question));
    }

    // The window is closed on a running export and opened again.
    void closeAndStartAgain()
    {
        if (fixture.window->close()) {
            qFatal("it closes without a question");
        }
        answer("closePushButton");
        if (!QTest::qWaitFor([this] { return !fixture.window->isVisible(); })) {
            qFatal("it does not close");
        }
        fixture.window.reset();
        gate.open();
        fixture.server.setFault({});
        fixture.openWindow();
    }

    QByteArrayList idsInFile() const
    {
        QByteArrayList ids;
        QFile file(fixture.documents().filePath(fixture.files().value(0)));
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray& text : file.readAll().split('\n')) {
                const QByteArray id =
                    QJsonDocument::fromJson(text).object().value(QLatin1String("id")).toString().toUtf8();
                if (!id.isEmpty()) {
                    ids.append(id);
                }
            }
        }
        return ids;
    }
    QByteArray wrongInFile() const
    {
        return firstDifference(idsInFile(), expectedIds(fixture.server.generator(), SortOrder::Descending));
    }

    WindowFixture fixture;
    Gate gate;
};

const QString kWhole = QStringLiteral("Saved 4,000 of 4,000 messages. Nothing is missing.");

} // namespace

class TestUnfinishedExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { QSettings().clear(); }

    void pausesAndGoesOn()
    {
        HalfWay half;
        QTest::keyClick(half.fixture.window.get(), Qt::Key_8, Qt::AltModifier);
        QTRY_COMPARE(half.title(), QStringLiteral("Paused – Clínica Sol · All messages · All time"));
        QVERIFY(half.line().endsWith(QStringLiteral("messages are safe; it goes on from there.")));
        half.gate.open();
        QTest::keyClick(half.fixture.window.get(), Qt::Key_Escape); // never ends an export
        QVERIFY(half.card().isVisible());
        half.press("continuePushButton");
        QTRY_COMPARE_WITH_TIMEOUT(half.title(), kWhole, 20000);
        QCOMPARE(half.wrongInFile(), QByteArray());
    }

    void theFocusStaysOnPauseAndContinue()
    {
        HalfWay half;
        half.fixture.find<QWidget>("pausePushButton")->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(half.offers("continuePushButton"));
        QCOMPARE(QApplication::focusWidget(), half.fixture.find<QWidget>("continuePushButton", &half.card()));
    }

    void whatCameCanBeKeptWhenItIsCancelled()
    {
        HalfWay half;
        half.press("cancelPushButton");
        auto* const question = half.fixture.waitFor<QMessageBox>("cancelMessageBox");
        for (const char* code : {"es", "en"}) {
            half.fixture.use(QLatin1String(code));
            QVERIFY2(clashes(*question).isEmpty(), qPrintable(clashes(*question).join(QLatin1Char('\n'))));
        }
        half.answer("keepPushButton");
        QTRY_VERIFY(half.title().endsWith(QStringLiteral("The export was ended before all had come.")));
        const qsizetype written = half.idsInFile().size();
        QVERIFY(written > 0 && written < kMessages);
        const QString start =
            QStringLiteral("Saved %1 of about 4,000").arg(QLocale(QStringLiteral("en")).toString(written));
        QCOMPARE(half.title().left(start.size()), start);
        QVERIFY(half.offers("openFilePushButton"));
    }

    void nothingIsOfferedToKeepBeforeAnythingCame()
    {
        WindowFixture fixture(kMessages);
        const Gate gate;
        fixture.open();
        fixture.server.setFault(gate.closedFrom(1));
        fixture.click("exportPushButton");
        fixture.click("savePushButton", fixture.waitFor<ExportDialog>());
        QTRY_VERIFY(gate.isReached());
        fixture.click("cancelPushButton", fixture.find<JobCard>("jobCard"));
        auto* const question = fixture.waitFor<QMessageBox>("cancelMessageBox");
        QCOMPARE(question->informativeText(), QStringLiteral("Nothing has been saved yet."));
        QVERIFY(!question->findChild<QWidget*>(QStringLiteral("keepPushButton")));
    }

    void theNextStartOffersToGoOn()
    {
        HalfWay half;
        half.closeAndStartAgain();
        QTRY_COMPARE(half.title(),
                     QStringLiteral("An export was not finished: Clínica Sol · All messages · All time"));
        QVERIFY(half.line().contains(QStringLiteral("safe; it goes on from there.")));
        QVERIFY(half.line().contains(QStringLiteral("Kept until")));
        QVERIFY(half.fixture.files().isEmpty());
        const qint64 before = half.fixture.server.requests();
        half.press("continuePushButton");
        QTRY_COMPARE_WITH_TIMEOUT(half.title(), kWhole, 20000);
        QCOMPARE(half.wrongInFile(), QByteArray());
        QVERIFY(!isBegunAnew(half.fixture.server, before));
        // And with it nothing is left to be offered.
        half.press("closeCardToolButton");
        half.fixture.restart();
        QTRY_VERIFY(half.fixture.find<QWidget>("exportPushButton")->isEnabled());
        QVERIFY(!half.card().isVisible());
    }

    void itIsPutAsideUntilTheNextStart()
    {
        HalfWay half;
        half.closeAndStartAgain();
        QTRY_VERIFY(half.offers("continuePushButton"));
        QTest::keyClick(half.fixture.window.get(), Qt::Key_Escape);
        QTRY_VERIFY(!half.card().isVisible());
        half.fixture.restart();
        QTRY_VERIFY(half.card().isVisible() && half.offers("continuePushButton"));
    }

    void itIsDiscardedAfterAQuestion()
    {
        HalfWay half;
        half.closeAndStartAgain();
        QTRY_VERIFY(half.offers("discardUnfinishedPushButton"));
        half.press("discardUnfinishedPushButton");
        half.answer("goOnPushButton", "discardMessageBox");
        QVERIFY(half.card().isVisible());
        half.press("discardUnfinishedPushButton");
        half.answer("discardPushButton", "discardMessageBox");
        QTRY_VERIFY(!half.card().isVisible());
        half.fixture.restart();
        QTRY_VERIFY(spoolsIn(half.fixture).isEmpty());
        QVERIFY(!half.card().isVisible());
    }

    // Then its messages would be another location's: they can only be saved.
    void anAccountWithAnotherLocationCannotGoOn()
    {
        HalfWay half;
        half.closeAndStartAgain();
        QTRY_VERIFY(half.offers("continuePushButton"));
        Account account = half.fixture.window->accounts().all().constFirst();
        account.locationId = QStringLiteral("anotherLocation12345");
        half.fixture.window->accounts().save(account, {}); // while it is offered
        QTRY_VERIFY(half.offers("saveWhatCamePushButton"));
        QVERIFY(!half.offers("continuePushButton"));
        half.press("saveWhatCamePushButton");
        half.fixture.click("savePushButton", half.fixture.waitFor<ExportDialog>());
        QTRY_VERIFY(half.title().endsWith(QStringLiteral("The export was ended before all had come.")));
        QCOMPARE(half.fixture.files().size(), 1);
    }

    void theSampleDataIsNotKept()
    {
        const HalfWay half(true);
        QVERIFY(!half.fixture.window->close());
        auto* const question = half.fixture.waitFor<QMessageBox>("cancelMessageBox");
        QCOMPARE(question->text(), QStringLiteral("An export is running. Discard it and close?"));
        QVERIFY(!question->findChild<QWidget*>(QStringLiteral("closePushButton")));
    }

    void aFailureGoesOnFromWhereItStopped()
    {
        HalfWay half;
        fail(half, simulator::Fault::answer(503));
        QTRY_COMPARE(half.title(), QStringLiteral("Leadway does not answer"));
        QVERIFY(half.line().contains(QStringLiteral("messages are kept.")));
        half.fixture.server.setFault({});
        const qint64 before = half.fixture.server.requests();
        half.press("tryAgainPushButton");
        QTRY_COMPARE_WITH_TIMEOUT(half.title(), kWhole, 20000);
        QCOMPARE(half.wrongInFile(), QByteArray());
        QVERIFY(!isBegunAnew(half.fixture.server, before));
    }

    void aTokenThatWasWithdrawnIsReplacedAndTheExportGoesOn()
    {
        HalfWay half;
        fail(half, simulator::Fault::answer(
                       401, R"({"statusCode":401,"message":"Invalid Private Integration token"})"));
        QTRY_COMPARE(half.title(), QStringLiteral("Leadway does not accept this token"));
        half.fixture.server.setFault({});
        half.press("newTokenPushButton");
        auto* const dialog = half.fixture.waitFor<AccountsDialog>("accountsDialog");
        auto* const edit = half.fixture.find<QLineEdit>("tokenLineEdit", dialog);
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("pit-demo"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(half.title(), kWhole, 20000);
        QCOMPARE(half.wrongInFile(), QByteArray());
    }

    void aDayThatIsUsedUpGoesOnTomorrow()
    {
        HalfWay half;
        useUpTheDay(half);
        QTRY_COMPARE(half.title(), QStringLiteral("Leadway’s daily allowance is used up"));
        QVERIFY(half.line().startsWith(QStringLiteral("Continue tomorrow: nothing is fetched twice.")));
        half.fixture.server.setBehaviour({});
        half.press("continuePushButton");
        QTRY_COMPARE_WITH_TIMEOUT(half.title(), kWhole, 20000);
        QCOMPARE(half.wrongInFile(), QByteArray());
    }

    void aDayThatIsUsedUpCanBeSavedAndGoneOnWithAllTheSame()
    {
        HalfWay half;
        useUpTheDay(half);
        QTRY_VERIFY(half.offers("saveWhatCamePushButton"));
        half.press("saveWhatCamePushButton");
        half.fixture.click("savePushButton", half.fixture.waitFor<ExportDialog>());
        QTRY_VERIFY(half.title().endsWith(QStringLiteral("The export was ended before all had come.")));
        QVERIFY(half.idsInFile().size() > 0 && half.idsInFile().size() < kMessages);
        half.fixture.server.setBehaviour({});
        half.press("closeCardToolButton");
        QTRY_VERIFY(half.offers("continuePushButton"));
        half.press("continuePushButton");
        QTRY_COMPARE_WITH_TIMEOUT(half.title(), kWhole, 20000);
    }

    // The export that could not be written is saved, whatever the form says by then.
    void aFolderThatVanishedLosesNothing()
    {
        HalfWay half;
        QVERIFY(QDir(half.fixture.documents().path()).removeRecursively());
        half.gate.open();
        QTRY_VERIFY_WITH_TIMEOUT(half.offers("somewhereElsePushButton"), 20000);
        const qint64 before = half.fixture.server.requests();
        half.fixture.find<QAbstractButton>("emailCheckBox")->click();
        QVERIFY(QDir().mkpath(half.fixture.documents().path()));
        half.press("somewhereElsePushButton");
        auto* const dialog = half.fixture.waitFor<ExportDialog>();
        half.fixture.find<QLineEdit>("nameLineEdit", dialog)->setText(QStringLiteral("elsewhere.jsonl"));
        half.fixture.click("savePushButton", dialog);
        QTRY_COMPARE_WITH_TIMEOUT(half.title(), kWhole, 20000);
        QCOMPARE(half.fixture.files(), QStringList{QStringLiteral("elsewhere.jsonl")});
        QCOMPARE(half.wrongInFile(), QByteArray());
        QCOMPARE(half.fixture.server.requests(), before); // all of it had come
    }

    // Two windows, or a window and a command line.
    void oneThatAnotherProgramHasIsLeftToIt()
    {
        HalfWay half;
        half.closeAndStartAgain();
        QTRY_VERIFY(half.offers("continuePushButton"));
        const QStringList spools = spoolsIn(half.fixture);
        QCOMPARE(spools.size(), 1);
        {
            const auto other = SpoolFolder::adopt(spools.constFirst());
            QVERIFY(other);
            (*other)->setKept(true);
            half.press("continuePushButton");
            QTRY_VERIFY(half.title().startsWith(QStringLiteral("This export is already being worked on by")));
        }
        half.press("tryAgainPushButton");
        QTRY_COMPARE_WITH_TIMEOUT(half.title(), kWhole, 20000);
        QCOMPARE(half.wrongInFile(), QByteArray());
    }

private:
    // Whether the newest messages, which had come, were asked for again; e-mail may not have been begun.
    static bool isBegunAnew(const simulator::Server& server, qint64 after)
    {
        const std::vector<simulator::Request> log = server.log();
        return std::any_of(log.begin(), log.end(), [after](const simulator::Request& request) {
            const auto& query = request.query;
            const bool isFromTheTop = !query.contains("endDate") && !query.contains("cursor");
            return request.number > after && isFromTheTop && !query.contains("channel") &&
                   query.value("sortOrder") == "desc";
        });
    }

    // From the answer that is held back on.
    static void fail(HalfWay& half, const simulator::Fault& fault)
    {
        half.fixture.server.setFault([fault](const simulator::Request&) { return fault; });
        half.gate.open();
    }

    static void useUpTheDay(HalfWay& half)
    {
        simulator::Behaviour spent;
        spent.dailyRemaining = 0;
        half.fixture.server.setBehaviour(spent);
        half.gate.open();
    }

    static QStringList spoolsIn(const WindowFixture& fixture)
    {
        QStringList found;
        const QDir root(fixture.home.filePath(QStringLiteral("spools")));
        for (const QFileInfo& account : root.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const QFileInfo& spool :
                 QDir(account.filePath()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                if (isUnfinished(spool.filePath())) {
                    found.append(spool.filePath());
                }
            }
        }
        return found;
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestUnfinishedExport>(argc, argv);
}
#include "tst_unfinishedexport.moc"
