#include "gui/colours.h"
#include "gui/exportdialog.h"
#include "gui/fieldnote.h"
#include "gui/inspection.h"
#include "gui/jobcard.h"
#include "gui/reportdialog.h"
#include "gui/windowfixture.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSettings>
#include <QTextEdit>

using namespace leadway;
using namespace leadway::test;

namespace
{

constexpr qint64 kMessages = 1700;

void exportEverything(const WindowFixture& fixture, const QByteArray& token = "pit-demo")
{
    fixture.open(token);
    fixture.click("exportPushButton");
    fixture.click("savePushButton", fixture.waitFor<ExportDialog>());
    if (!QTest::qWaitFor(
            [&] { return fixture.window->findChild<QWidget*>(QStringLiteral("detailsPushButton")); },
            20000)) {
        qFatal("no details are offered");
    }
}

ReportDialog* openDetails(const WindowFixture& fixture)
{
    fixture.click("detailsPushButton", fixture.find<JobCard>("jobCard"));
    return fixture.waitFor<ReportDialog>("reportDialog");
}

QString shownText(const WindowFixture& fixture)
{
    return fixture.find<QTextEdit>("reportTextEdit")->toPlainText();
}

// Does in the system's dialog what a person does; a file that is there is replaced.
void saveAs(const WindowFixture& fixture, const QString& path)
{
    fixture.click("saveReportPushButton");
    auto* const chooser = fixture.waitFor<QFileDialog>("reportFileDialog");
    chooser->setOption(QFileDialog::DontConfirmOverwrite);
    fixture.find<QLineEdit>("fileNameEdit", chooser)->setText(path);
    QTest::keyClick(fixture.find<QLineEdit>("fileNameEdit", chooser), Qt::Key_Return);
}

FieldNote* note(const WindowFixture& fixture)
{
    return fixture.find<FieldNote>("reportFieldNote");
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestReportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        setUpApplication();
    }

    void init() { QSettings().clear(); }

    void showsTheCountsOfAFinishedExport()
    {
        const WindowFixture fixture(kMessages);
        exportEverything(fixture);
        auto* const dialog = openDetails(fixture);
        QCOMPARE(fixture.find<QLabel>("reportTitleLabel", dialog)->text(),
                 QStringLiteral("Saved 1,700 of 1,700 messages. Nothing is missing."));
        const QString text = shownText(fixture);
        for (const char* row : {"Account\tClínica Sol", "Channels\tAll messages", "Dates\tAll time",
                                "Name\tClínica Sol – all messages.xlsx", "Announced by Leadway\t1,700",
                                "Received\t1,700", "Written\t1,700", "Dropped as duplicates\t0"}) {
            QVERIFY2(text.contains(QString::fromUtf8(row)), row);
        }
        QVERIFY(text.contains(QStringLiteral("1,700 received = 1,700 written + 0 duplicates")));
        const QByteArray file = contents(fixture.documents().filePath(fixture.files().constFirst()));
        QVERIFY(
            text.contains(QLatin1String(QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex())));

        // Esc closes the details, not what they tell of.
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!fixture.window->findChild<ReportDialog*>());
        QVERIFY(fixture.find<JobCard>("jobCard")->isVisible());
    }

    void theThirdKeyOfTheCardOpensThem()
    {
        const WindowFixture fixture(200);
        exportEverything(fixture);
        QTest::keyClick(fixture.window.get(), Qt::Key_0, Qt::AltModifier);
        fixture.click("closePushButton", fixture.waitFor<ReportDialog>("reportDialog"));
        QTRY_VERIFY(!fixture.window->findChild<ReportDialog*>());
    }

    void copyPutsTheWholeTextOnTheClipboard()
    {
        const WindowFixture fixture(kMessages);
        exportEverything(fixture);
        openDetails(fixture);
        QApplication::clipboard()->clear();
        fixture.click("copyReportPushButton");
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.startsWith(QStringLiteral("Saved 1,700 of 1,700 messages. Nothing is missing.\n")));
        QVERIFY(copied.contains(QStringLiteral("\nWritten\t1,700\n")));
        QVERIFY(copied.contains(QStringLiteral("\nEverything that came is accounted for: ")));
        QVERIFY(!note(fixture)->isError() && note(fixture)->isVisible());
    }

    void saveWritesTheReportForOtherPrograms()
    {
        const WindowFixture fixture(kMessages);
        exportEverything(fixture);
        const QString messages = fixture.documents().filePath(fixture.files().constFirst());
        openDetails(fixture);
        saveAs(fixture, fixture.documents().filePath(QStringLiteral("account")));
        QTRY_COMPARE(note(fixture)->text(), QStringLiteral("Saved as “account.json”."));
        QVERIFY(!note(fixture)->isError());
        const QJsonObject json =
            QJsonDocument::fromJson(contents(fixture.documents().filePath(QStringLiteral("account.json"))))
                .object();
        QCOMPARE(json.value(QLatin1String("written")).toInteger(), kMessages);
        QCOMPARE(json.value(QLatin1String("balances")).toBool(), true);
        QCOMPARE(
            json.value(QLatin1String("sha256")).toString(),
            QLatin1String(QCryptographicHash::hash(contents(messages), QCryptographicHash::Sha256).toHex()));
    }

    void suggestsANameBesideTheMessages()
    {
        const WindowFixture fixture(200);
        exportEverything(fixture);
        openDetails(fixture);
        fixture.click("saveReportPushButton");
        auto* const chooser = fixture.waitFor<QFileDialog>("reportFileDialog");
        QCOMPARE(chooser->directory(), fixture.documents());
        QCOMPARE(fixture.find<QLineEdit>("fileNameEdit", chooser)->text(),
                 QStringLiteral("Clínica Sol – all messages – details.json"));
    }

    void saysWhyItCannotBeSaved()
    {
        const WindowFixture fixture(200);
        exportEverything(fixture);
        openDetails(fixture);
        saveAs(fixture, fixture.documents().filePath(QStringLiteral("nowhere/account.json")));
        QTRY_VERIFY(note(fixture)->isError());
        QCOMPARE(note(fixture)->text(),
                 QStringLiteral("The folder for “account.json” does not exist. Choose another folder."));
        QTRY_COMPARE(clipped(*fixture.find<ReportDialog>("reportDialog")), QStringList());
    }

    void neverReplacesTheMessages()
    {
        const WindowFixture fixture(200);
        exportEverything(fixture);
        const QString messages = fixture.documents().filePath(fixture.files().constFirst());
        const QByteArray before = contents(messages);
        openDetails(fixture);
        saveAs(fixture, messages);
        QTRY_VERIFY(note(fixture)->isError());
        QVERIFY(contents(messages) == before);
    }

    void tellsTheServicesWordsOfAFailure()
    {
        const WindowFixture fixture(200);
        exportEverything(fixture, "pit-old");
        const auto buttons = fixture.find<JobCard>("jobCard")->findChildren<QPushButton*>();
        QCOMPARE(buttons.constLast()->objectName(), QStringLiteral("detailsPushButton"));
        auto* const dialog = openDetails(fixture);
        QCOMPARE(fixture.find<QLabel>("reportTitleLabel", dialog)->text(),
                 QStringLiteral("Leadway does not accept this token"));
        QCOMPARE(fixture.find<QLabel>("reportLineLabel", dialog)->text(),
                 QStringLiteral("Create a new one and paste it here."));
        QVERIFY(shownText(fixture).contains(QStringLiteral("HTTP status\t401")));
        QVERIFY(shownText(fixture).contains(QStringLiteral("Leadway’s own words\t")));
        QVERIFY(!shownText(fixture).contains(QStringLiteral("pit-old")));
        QVERIFY(!fixture.find<QWidget>("saveReportPushButton", dialog)->isVisible());
        fixture.click("copyReportPushButton", dialog);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("401")));
    }

    void offersNothingWhereThereIsNothingMoreToTell()
    {
        const WindowFixture fixture(200);
        fixture.open();
        auto* const card = fixture.find<JobCard>("jobCard");
        const auto offers = [card](const Error& error) {
            card->setState(Failed{error, 0, {}});
            return card->findChild<QWidget*>(QStringLiteral("detailsPushButton")) != nullptr;
        };
        QVERIFY(!offers({ErrorKind::FileInUse, 0, {}, {}}));
        QVERIFY(offers({ErrorKind::Server, 503, {}, {}}));
        QVERIFY(!offers({ErrorKind::Network, 0, {}, {}}));
        QVERIFY(offers({ErrorKind::Storage, 0, QStringLiteral("Input/output error"), {}}));
    }

    void takesNothingForMarkup()
    {
        const WindowFixture fixture(200);
        const QString words =
            QStringLiteral("<h1>Bad gateway</h1><img src=\"http://example.com/x.png\">\nRay 7");
        const Failed failed{{ErrorKind::Blocked, 403, words, {}}, 0, {}};
        ReportDialog dialog({QStringLiteral("<b>Sol</b>"), {}, failed}, fixture.language,
                            fixture.window.get());
        dialog.open();
        const QString text = shownText(fixture);
        QVERIFY(text.contains(QStringLiteral("Account\t<b>Sol</b>")));
        QVERIFY(text.contains(words));
    }

    void theLanguageChangesWhileOpen()
    {
        WindowFixture fixture(200);
        exportEverything(fixture);
        auto* const dialog = openDetails(fixture);
        fixture.use(QStringLiteral("es"));
        QTRY_VERIFY(fixture.find<QLabel>("reportTitleLabel", dialog)
                        ->text()
                        .startsWith(QStringLiteral("Guardados 200 de 200")));
        QVERIFY(shownText(fixture).contains(QStringLiteral("Todos los mensajes")));
    }

    void isInOrder_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isFailure");
        for (const char* code : {"en", "es"}) {
            QTest::addRow("report-%s", code) << QString(QLatin1String(code)) << false;
            QTest::addRow("report-failed-%s", code) << QString(QLatin1String(code)) << true;
        }
    }
    void isInOrder()
    {
        QFETCH(QString, code);
        QFETCH(bool, isFailure);
        WindowFixture fixture(kMessages);
        fixture.use(code);
        exportEverything(fixture, isFailure ? "pit-old" : "pit-demo");
        auto* const dialog = openDetails(fixture);
        QTRY_COMPARE(clipped(*dialog), QStringList());
        QCOMPARE(clashes(*dialog), QStringList());
        QCOMPARE(nameless(*dialog), QStringList());
        QVERIFY(dialog->height() <= dialog->screen()->availableSize().height() - 64);
        auto* const edit = fixture.find<QTextEdit>("reportTextEdit", dialog);
        QCOMPARE(edit->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(edit->verticalScrollBar()->maximum(), 0);
        const QString name = QLatin1String(QTest::currentDataTag());
        QVERIFY(takePicture(*dialog, name));
        for (const QPalette& palette : {darkPalette(), lightPalette()}) {
            QApplication::setPalette(palette);
            QCoreApplication::sendPostedEvents();
            QVERIFY(!isDark(palette) || takePicture(*dialog, name + QStringLiteral("-dark")));
        }
        // Where there is little room, the rows alone give way.
        fixture.click("copyReportPushButton", dialog);
        dialog->resize(dialog->minimumSize());
        QTRY_COMPARE(clipped(*dialog), QStringList());
        QCOMPARE(edit->horizontalScrollBar()->maximum(), 0);
        QVERIFY(takePicture(*dialog, name + QStringLiteral("-small")));
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestReportDialog>(argc, argv);
}
#include "tst_reportdialog.moc"
