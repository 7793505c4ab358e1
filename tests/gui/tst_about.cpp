// About, and the way to a newer version.

#include "gui/aboutdialog.h"
#include "gui/helpbrowser.h"
#include "gui/helptexts.h"
#include "gui/libraries.h"
#include "gui/releases.h"
#include "gui/windowfixture.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>

using namespace leadway;
using namespace leadway::test;

namespace
{

struct Dependency {
    QString name;
    QString licence;
};

// The first table of docs/dependencies.md: what is in the programs.
QList<Dependency> dependencies()
{
    QFile file(QStringLiteral(LEADWAY_SOURCE_DIR "/docs/dependencies.md"));
    if (!file.open(QFile::ReadOnly)) {
        qFatal("no dependencies");
    }
    const QString text = QString::fromUtf8(file.readAll());
    const qsizetype begin = text.indexOf(QStringLiteral("## In the programs"));
    const qsizetype end = text.indexOf(QStringLiteral("\n## "), begin + 1);
    QList<Dependency> found;
    for (const QString& line : text.sliced(begin, end - begin).split(QLatin1Char('\n'))) {
        const QStringList cells = line.split(QLatin1Char('|'));
        if (cells.size() > 4 && !line.startsWith(QStringLiteral("|---"))) {
            found.append({cells[1].trimmed(), cells[3].trimmed()});
        }
    }
    found.removeFirst(); // the head
    return found;
}

class Browser : public QObject
{
    Q_OBJECT

public:
    Browser()
    {
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open");
        QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "open");
    }
    ~Browser() override
    {
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened.append(url); }
};

AboutDialog* openAbout(const WindowFixture& fixture)
{
    fixture.find<QAction>("aboutAction")->trigger();
    return fixture.waitFor<AboutDialog>("aboutDialog");
}

} // namespace

class TestAbout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setUpApplication();
        QApplication::setApplicationVersion(QStringLiteral("1.2.3"));
    }

    void init() { QSettings().clear(); }

    void namesEveryLibraryWithVersionAndLicence()
    {
        const WindowFixture fixture;
        openAbout(fixture);
        const QString shown = fixture.find<HelpBrowser>("aboutTextBrowser")->toPlainText();
        const QList<Dependency> all = dependencies();
        QVERIFY(all.size() >= 10);
        for (const Dependency& dependency : all) {
            // The parts of Qt are told as one.
            const bool isQt = dependency.name.startsWith(QStringLiteral("Qt "));
            const QString name = isQt ? QStringLiteral("Qt") : dependency.name;
            const QList<Library> told = libraries();
            const auto found = std::find_if(told.begin(), told.end(),
                                            [&](const Library& library) { return library.name == name; });
            QVERIFY2(found != told.end(), qPrintable(name));
            QCOMPARE(found->licence, dependency.licence);
            QVERIFY2(QRegularExpression(QStringLiteral("^\\d+\\.\\d+")).match(found->version).hasMatch(),
                     qPrintable(name));
            QVERIFY2(shown.contains(name) && shown.contains(found->version), qPrintable(name));
        }
    }

    void tellsTheVersionAndTheLicences()
    {
        WindowFixture fixture;
        AboutDialog* const dialog = openAbout(fixture);
        QVERIFY(fixture.find<QLabel>("aboutTitleLabel", dialog)->text().endsWith(QStringLiteral(" 1.2.3")));
        auto* const page = fixture.find<HelpBrowser>("aboutTextBrowser", dialog);
        QVERIFY(page->toPlainText().contains(QLatin1String(qVersion())));
        QVERIFY(page->toPlainText().contains(QStringLiteral("Permission is hereby granted, free of charge")));
        QVERIFY(page->toPlainText().contains(QStringLiteral("dynamically")));
        fixture.use(QStringLiteral("es"));
        QVERIFY(page->toPlainText().contains(QStringLiteral("dinámica")));
        QVERIFY(page->toPlainText().contains(QStringLiteral("https://www.gnu.org/licenses/lgpl-3.0.html")));
    }

    void copiesAllOfIt()
    {
        const WindowFixture fixture;
        AboutDialog* const dialog = openAbout(fixture);
        QApplication::clipboard()->clear();
        fixture.click("copyAboutPushButton", dialog);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.startsWith(QStringLiteral("Leadway Message Exporter 1.2.3\n")));
        QVERIFY(copied.contains(QStringLiteral("Qt %1, LGPL-3.0\n").arg(QLatin1String(qVersion()))));
        QVERIFY(copied.contains(licenceText()));
    }

    void onlyASecureAddressIsAPageOfReleases_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<bool>("isPage");
        QTest::newRow("none") << QString() << false;
        QTest::newRow("secure") << QStringLiteral("https://example.com/releases") << true;
        QTest::newRow("not secure") << QStringLiteral("http://example.com/releases") << false;
        QTest::newRow("a file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("a script") << QStringLiteral("javascript:alert(1)") << false;
        QTest::newRow("no host") << QStringLiteral("https://") << false;
        QTest::newRow("no address") << QStringLiteral("example.com/releases") << false;
    }
    void onlyASecureAddressIsAPageOfReleases()
    {
        QFETCH(QString, setting);
        QFETCH(bool, isPage);
        QCOMPARE(!releasesPageOf(setting).isEmpty(), isPage);
    }

    void aNewVersionIsLookedForInTheBrowser()
    {
        const WindowFixture fixture;
        const Browser browser;
        const QUrl page(QStringLiteral("https://example.com/releases"));
        lookForNewVersion(page, fixture.window.get());
        QCOMPARE(browser.opened, QList<QUrl>{page});
        QVERIFY(!fixture.window->findChild<QMessageBox*>());
        QCOMPARE(fixture.server.requests(), 0);
    }

    void withoutAPageAPersonIsToldWhomToAsk()
    {
        WindowFixture fixture;
        const Browser browser;
        lookForNewVersion(QUrl(), fixture.window.get());
        const auto* const box = fixture.waitFor<QMessageBox>("newVersionMessageBox");
        QCOMPARE(box->text(), QStringLiteral("This is version 1.2.3."));
        QVERIFY(box->informativeText().contains(QStringLiteral("Ask whoever provides")));
        QVERIFY(browser.opened.isEmpty());
    }

    void theMenuShowsTheVersionAndDoesEitherByItsBuild()
    {
        const WindowFixture fixture;
        const Browser browser;
        auto* const action = fixture.find<QAction>("newVersionAction");
        QVERIFY(action->text().contains(QStringLiteral("1.2.3")));
        action->trigger();
        if (releasesPage().isEmpty()) {
            QVERIFY(fixture.waitFor<QMessageBox>("newVersionMessageBox"));
        } else {
            QCOMPARE(browser.opened, QList<QUrl>{releasesPage()});
        }
    }
};

int main(int argc, char** argv)
{
    return runWindowTest<TestAbout>(argc, argv);
}
#include "tst_about.moc"
