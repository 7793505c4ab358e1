#include "app/settings.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace leadway;

namespace
{

Account account(const QString& name)
{
    Account account;
    account.id = QUuid::createUuid();
    account.name = name;
    account.locationId = QStringLiteral("ve9EPM428h8vShlRW1KT");
    return account;
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("Leadway"));
        QCoreApplication::setApplicationName(QStringLiteral("Leadway test"));
    }
    void init() { QSettings().clear(); }

    void anAccountComesBackWhole()
    {
        Account kept = account(QStringLiteral("Clínica Ñandú"));
        kept.connection.baseUrl = QUrl(QStringLiteral("https://proxy.example:8443/leadway"));
        kept.connection.apiVersion = "2021-04-15";
        kept.crmHost = QStringLiteral("app.example.com");
        kept.tokenSaved = true;
        Settings().save(kept);
        QVERIFY(Settings().account(kept.id) == kept);
        QVERIFY(Settings().accounts() == QList<Account>{kept});
    }

    // docs/it tells administrators what to write there.
    void whatAUserHasNotChosenIsTakenFromTheSystem()
    {
#ifdef Q_OS_WIN
        QSKIP("there it is in the registry, where only an administrator writes");
#endif
        QTemporaryDir system;
        QVERIFY(system.isValid() && QDir(system.path()).mkdir(QStringLiteral("Leadway")));
        QFile file(system.filePath(QStringLiteral("Leadway/Leadway test.conf")));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("[accounts]\n"
                   "6f0c2b1e-0000-4000-8000-000000000001\\name=Reception\n"
                   "6f0c2b1e-0000-4000-8000-000000000001\\locationId=ve9EPM428h8vShlRW1KT\n"
                   "\n[window]\nlanguage=es\n"
                   "\n[export]\nfolder=/srv/exports\n");
        file.close();
        QSettings::setPath(QSettings::NativeFormat, QSettings::SystemScope, system.path());
        const auto putBack = qScopeGuard([this] {
            QSettings::setPath(QSettings::NativeFormat, QSettings::SystemScope,
                               m_folder.filePath(QStringLiteral("none")));
        });

        Settings settings;
        QCOMPARE(settings.accounts().size(), 1);
        const Account given = settings.accounts().first();
        QCOMPARE(given.name, QStringLiteral("Reception"));
        QVERIFY(given.connection == Connection() && !given.tokenSaved);
        QCOMPARE(settings.language(), QStringLiteral("es"));
        QCOMPARE(settings.folder(), QStringLiteral("/srv/exports"));

        settings.setLanguage(QStringLiteral("en"));
        QCOMPARE(settings.language(), QStringLiteral("en"));
        settings.remove(given.id);
        QCOMPARE(settings.accounts().size(), 1);
    }

    void accountsAreSortedByName()
    {
        Settings settings;
        for (const char* name : {"gamma", "Beta", "alfa"}) {
            settings.save(account(QString::fromUtf8(name)));
        }
        QStringList names;
        const QList<Account> all = settings.accounts();
        for (const Account& account : all) {
            names.append(account.name);
        }
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("alfa Beta gamma"));
    }

    void namesAreMadeTheOnlyOnes()
    {
        Settings settings;
        const Account first = settings.save(account(QStringLiteral("Centro")));
        QCOMPARE(settings.save(account(QStringLiteral("CENTRO"))).name, QStringLiteral("CENTRO (2)"));
        QCOMPARE(settings.save(account(QStringLiteral("Centro"))).name, QStringLiteral("Centro (3)"));
        QCOMPARE(settings.save(first).name, QStringLiteral("Centro"));
        // Without names, the location stands in.
        QCOMPARE(settings.save(account({})).name, QString());
        QCOMPARE(settings.save(account({})).name, QStringLiteral("ve9EPM428h8vShlRW1KT (2)"));
    }

    void anAccountGoesWithAllThatIsRememberedForIt()
    {
        Settings settings;
        const Account gone = settings.save(account(QStringLiteral("Norte")));
        const Account stays = settings.save(account(QStringLiteral("Sur")));
        Filters filters = usualFilters(QDate(2025, 11, 14));
        filters.limit = 20;
        settings.setFilters(gone.id, filters);
        settings.setFilters(stays.id, filters);
        settings.setCurrentAccount(gone.id);
        settings.remove(gone.id);
        QVERIFY(!settings.account(gone.id));
        QVERIFY(settings.currentAccount().isNull());
        QVERIFY(settings.filters(stays.id, usualFilters(QDate(2025, 11, 14))) == filters);
        const QStringList keys = QSettings().allKeys();
        for (const QString& key : keys) {
            QVERIFY2(!key.contains(gone.id.toString(QUuid::WithoutBraces)), qPrintable(key));
        }
    }

    void choicesComeBack()
    {
        {
            Settings settings;
            settings.setLanguage(QStringLiteral("es"));
            settings.setFolder(QStringLiteral("/home/ana/Documentos"));
            settings.setLook(QStringLiteral("geometry"), QByteArray("\0\1\2", 3));
            settings.setDetailsOpen(false);
            FormatOptions options;
            options.format = Format::JsonLines;
            options.separator = ';';
            options.guard = false;
            options.isUtc = true;
            options.columns = ColumnChoice::Own;
            options.ownColumns = {"body", "date"};
            settings.setFormatOptions(options);
        }
        const Settings settings;
        QCOMPARE(settings.language(), QStringLiteral("es"));
        QCOMPARE(settings.folder(), QStringLiteral("/home/ana/Documentos"));
        QCOMPARE(settings.look(QStringLiteral("geometry")), QByteArray("\0\1\2", 3));
        QVERIFY(!settings.areDetailsOpen(true));
        const FormatOptions options = settings.formatOptions({});
        QVERIFY(options.format == Format::JsonLines);
        QCOMPARE(options.separator, ';');
        QVERIFY(!options.guard);
        QVERIFY(options.isUtc);
        QVERIFY(options.ownColumns == (std::vector<std::string>{"body", "date"}));
        FormatOptions usual;
        usual.format = Format::Json; // which was chosen otherwise
        usual.zone = QTimeZone("America/Bogota");
        QVERIFY(settings.formatOptions(usual).format == Format::JsonLines);
        QCOMPARE(settings.formatOptions(usual).zone, QTimeZone("America/Bogota"));
    }

    void settingsWithoutAVersionAreBroughtUpToDate()
    {
        QSettings old;
        old.setValue(QStringLiteral("language"), QStringLiteral("es"));
        old.setValue(QStringLiteral("window/geometry"), QByteArray("geometry"));
        const Settings settings;
        QCOMPARE(settings.language(), QStringLiteral("es"));
        QCOMPARE(settings.look(QStringLiteral("geometry")), QByteArray("geometry"));
        QVERIFY(!QSettings().contains(QStringLiteral("language")));
        QCOMPARE(QSettings().value(QStringLiteral("settingsVersion")).toInt(), Settings::kVersion);
    }

    void whatALaterVersionWroteIsLeftAlone()
    {
        QSettings later;
        later.setValue(QStringLiteral("settingsVersion"), Settings::kVersion + 1);
        later.setValue(QStringLiteral("window/language"), QStringLiteral("es"));
        later.setValue(QStringLiteral("something/new"), 7);
        const Settings settings;
        QCOMPARE(settings.language(), QStringLiteral("es"));
        QCOMPARE(QSettings().value(QStringLiteral("settingsVersion")).toInt(), Settings::kVersion + 1);
        QCOMPARE(QSettings().value(QStringLiteral("something/new")).toInt(), 7);
    }

    void whatIsNoAccountIsPassedOver()
    {
        QSettings damaged;
        damaged.setValue(QStringLiteral("accounts/not-an-id/name"), QStringLiteral("x"));
        damaged.setValue(QStringLiteral("accounts/5d2f7a0e-3c84-4b61-9a57-1f0e8c6b2d43/name"),
                         QStringLiteral("without a location"));
        QVERIFY(Settings().accounts().isEmpty());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
