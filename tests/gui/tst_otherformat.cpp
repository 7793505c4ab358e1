// What an export brought is saved once more in another format, as a person does it: from the card or the
// menu, without anything being asked of Leadway.

#include "gui/exportdialog.h"
#include "gui/inspection.h"
#include "gui/jobcard.h"
#include "gui/windowfixture.h"
#include "support/exportrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QRadioButton>
#include <QSettings>

using namespace leadway;
using namespace leadway::test;

namespace
{

const QString kAll = QStringLiteral("Saved 1,500 of 1,500 messages. Nothing is missing.");

// A window that has made one file.
struct OneSaved {
    explicit OneSaved(bool isSample = false)
    {
        if (isSample) {
            fixture.click("samplePushButton");
            if (!QTest::qWaitFor([this] { return fixture.find<QWidget>("messageTable")->isVisible(); })) {
                qFatal("no sample data");
            }
        } else {
            fixture.open();
        }
        fixture.click("exportPushButton");
        save("jsonLinesRadioButton");
        if (!QTest::qWaitFor([this] { return title() == kAll && offers("saveAgainPushButton"); }, 20'000)) {
            qFatal("the first export does not end");
        }
        fixture.server.clearLog();
    }

    void save(const char* format) const
    {
        auto* const dialog = fixture.waitFor<ExportDialog>();
        fixture.find<QRadioButton>(format, dialog)->setChecked(true);
        fixture.click("savePushButton", dialog);
    }

    JobCard& card() const { return *fixture.find<JobCard>("jobCard"); }
    QString title() const { return fixture.find<QLabel>("cardTitleLabel", &card())->text(); }
    bool offers(const char* button) const { return card().findChild<QWidget*>(QLatin1String(button)); }
    QAction* menuEntry() const
    {
        return fixture.window->findChild<QAction*>(QStringLiteral("saveAgainAction"));
    }
    QStringList filesLike(const QString& suffix) const
    {
        return fixture.documents().entryList({QStringLiteral("*.") + suffix}, QDir::Files);
    }

    WindowFixture fixture;
};

QByteArrayList idsInArray(const QString& path)
{
    QFile file(path);
    QByteArrayList ids;
    if (file.open(QFile::ReadOnly)) {
        for (const QJsonValue& message : QJsonDocument::fromJson(file.readAll()).array()) {
            ids.append(message.toObject().value(QLatin1String("id")).toString().toUtf8());
        }
    }
    return ids;
}

} // namespace

class TestOtherFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }
    void init() { QSettings().clear(); }

    void isSavedFromTheCardWithoutARequest_data()
    {
        QTest::addColumn<bool>("isSample");
        QTest::newRow("an account") << false;
        QTest::newRow("the sample data") << true;
    }

    void isSavedFromTheCardWithoutARequest()
    {
        QFETCH(const bool, isSample);
        OneSaved saved(isSample);
        saved.fixture.click("saveAgainPushButton", &saved.card());
        auto* const dialog = saved.fixture.waitFor<ExportDialog>();
        QCOMPARE(saved.fixture.find<QLabel>("countLabel", dialog)->text(),
                 QStringLiteral("About 1,500 messages"));
        saved.save("jsonRadioButton");
        QTRY_COMPARE_WITH_TIMEOUT(saved.filesLike(QStringLiteral("json")).size(), 1, 20'000);
        QTRY_COMPARE(saved.title(), kAll);
        QCOMPARE(saved.filesLike(QStringLiteral("jsonl")).size(), 1); // the first stays
        const QString path =
            saved.fixture.documents().filePath(saved.filesLike(QStringLiteral("json")).constFirst());
        QCOMPARE(firstDifference(idsInArray(path),
                                 expectedIds(saved.fixture.server.generator(), SortOrder::Descending)),
                 QByteArray());
        QVERIFY(saved.fixture.server.log().empty());
        // And once more.
        QTRY_VERIFY(saved.offers("saveAgainPushButton"));
        saved.fixture.click("saveAgainPushButton", &saved.card());
        saved.save("csvExactRadioButton");
        QTRY_COMPARE_WITH_TIMEOUT(saved.filesLike(QStringLiteral("csv")).size(), 1, 20'000);
        QVERIFY(saved.fixture.server.log().empty());
    }

    void isSavedFromTheMenuOnceTheCardIsClosed()
    {
        OneSaved saved;
        QVERIFY(saved.menuEntry()->isEnabled());
        saved.fixture.click("closeCardToolButton", &saved.card());
        QTRY_VERIFY(!saved.card().isVisible());
        QVERIFY(saved.menuEntry()->isEnabled());
        QTest::keyClick(saved.fixture.window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        saved.save("jsonRadioButton");
        QTRY_COMPARE_WITH_TIMEOUT(saved.filesLike(QStringLiteral("json")).size(), 1, 20'000);
        QTRY_COMPARE(saved.title(), kAll);
        QVERIFY(saved.fixture.server.log().empty());
    }

    void isNotOfferedBeforeAnExportNorWhileOneRuns()
    {
        OneSaved saved;
        simulator::Behaviour slow = saved.fixture.server.behaviour();
        slow.latency = std::chrono::milliseconds(300);
        saved.fixture.server.setBehaviour(slow);
        saved.fixture.click("exportPushButton");
        saved.save("csvExactRadioButton");
        QTRY_VERIFY(saved.offers("pausePushButton"));
        QVERIFY(!saved.offers("saveAgainPushButton"));
        QVERIFY(!saved.menuEntry()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(saved.offers("saveAgainPushButton") && saved.menuEntry()->isEnabled(),
                                 20'000);
        saved.fixture.restart();
        QVERIFY(!saved.menuEntry()->isEnabled());
        QVERIFY(!saved.card().isVisible()); // nor is what it was made of an unfinished export
    }

    void isTriedAgainWhereItCouldNotBeSaved_data()
    {
        QTest::addColumn<bool>("isElsewhere");
        QTest::newRow("in the same place") << false;
        QTest::newRow("in another") << true;
    }

    void isTriedAgainWhereItCouldNotBeSaved()
    {
        QFETCH(const bool, isElsewhere);
        OneSaved saved;
        saved.fixture.click("saveAgainPushButton", &saved.card());
        saved.fixture.waitFor<ExportDialog>();
        const QString documents = saved.fixture.documents().path();
        const QString away = documents + QStringLiteral(".away");
        QVERIFY(QDir().rename(documents, away));
        saved.save("jsonRadioButton");
        QTRY_VERIFY(saved.title().startsWith(QStringLiteral("The folder for “")));
        QVERIFY(QDir().rename(away, documents));
        if (isElsewhere) {
            saved.fixture.click("somewhereElsePushButton", &saved.card());
            saved.save("jsonRadioButton");
        } else {
            saved.fixture.click("tryAgainPushButton", &saved.card());
        }
        QTRY_COMPARE_WITH_TIMEOUT(saved.title(), kAll, 20'000);
        QCOMPARE(saved.filesLike(QStringLiteral("json")).size(), 1);
        QVERIFY(saved.fixture.server.log().empty());
    }

    void looksWellInBothLanguages()
    {
        OneSaved saved;
        for (const char* code : {"en", "es"}) {
            for (const int width : {880, 1280}) {
                saved.fixture.use(QLatin1String(code));
                saved.fixture.window->resize(width, width == 880 ? 500 : 800);
                QTRY_COMPARE(saved.fixture.window->width(), width);
                QCoreApplication::processEvents();
                const QWidget& window = *saved.fixture.window;
                const QString name = QStringLiteral("finished-again-%1-%2");
                QVERIFY(takePicture(*saved.fixture.window, name.arg(QLatin1String(code)).arg(width)));
                QVERIFY2(clipped(window).isEmpty(), qPrintable(clipped(window).join(QLatin1Char('\n'))));
                QVERIFY2(clashes(window).isEmpty(), qPrintable(clashes(window).join(QLatin1Char('\n'))));
            }
        }
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestOtherFormat>(argc, argv);
}

#include "tst_otherformat.moc"
