// Accounts in the window: the first start, the next one, the list, and a keychain that fails.

#include "gui/accountsdialog.h"
#include "gui/exportdialog.h"
#include "gui/fieldnote.h"
#include "gui/filterform.h"
#include "gui/inspection.h"
#include "gui/messagetable.h"
#include "gui/windowfixture.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QScopeGuard>
#include <QSettings>

using namespace leadway;
using namespace leadway::test;
using namespace std::chrono_literals;

namespace
{

void enterAccount(const WindowFixture& fixture, const QByteArray& token)
{
    const Account account = fixture.account();
    fixture.find<QLineEdit>("locationLineEdit")->setText(account.locationId);
    fixture.find<QLineEdit>("tokenLineEdit")->setText(QString::fromLatin1(token));
    fixture.find<QLineEdit>("nameLineEdit")->setText(account.name);
    fixture.find<QLineEdit>("serverLineEdit")->setText(account.connection.baseUrl.toString());
    fixture.click("continuePushButton");
}

bool waitForRows(const WindowFixture& fixture)
{
    auto* const table = fixture.find<MessageTable>("messageTable");
    return QTest::qWaitFor([table] { return table->isVisible() && table->model()->rowCount() > 0; });
}

QString accountNote(const WindowFixture& fixture)
{
    return fixture.find<FieldNote>("accountFieldNote")->text();
}

AccountsDialog* openAccounts(const WindowFixture& fixture)
{
    fixture.click("accountsToolButton");
    return fixture.waitFor<AccountsDialog>("accountsDialog");
}

QStringList namesIn(const QDialog& dialog)
{
    const auto* const list = dialog.findChild<QListWidget*>(QStringLiteral("accountsListWidget"));
    QStringList names;
    for (int row = 0; row < list->count(); ++row) {
        names.append(list->item(row)->text());
    }
    return names;
}

} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT

public:
    explicit TestAccounts(SecretService& keychain)
        : m_keychain(keychain)
    {
    }

private Q_SLOTS:
    void initTestCase() { setUpApplication(); }

    void init() { QSettings().clear(); }

    void theNextStartNeedsNoToken()
    {
        WindowFixture fixture;
        enterAccount(fixture, "pit-demo");
        QVERIFY(waitForRows(fixture));
        QTRY_VERIFY(!fixture.window->accounts().all().isEmpty() &&
                    fixture.window->accounts().all().constFirst().tokenSaved);
        QCOMPARE(accountNote(fixture), QString());
        fixture.restart();
        const qint64 before = fixture.server.requests();
        QVERIFY(fixture.find<QWidget>("emptyPage")->isVisible());
        QCOMPARE(fixture.find<QComboBox>("accountComboBox")->currentText(), fixture.account().name);
        QCOMPARE(fixture.server.requests(), before); // nothing without a click
        fixture.click("showPushButton");
        QVERIFY(waitForRows(fixture));
    }

    void theTestTellsWhatIsWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QString>("words");
        QTest::newRow("wrong token")
            << 401 << QByteArray("Invalid Private Integration token") << QStringLiteral("tokenFieldNote")
            << QStringLiteral("Leadway does not accept this token. Create a new one and paste it here.");
        QTest::newRow("missing permission")
            << 401 << QByteArray("The token is not authorized for this scope.")
            << QStringLiteral("tokenFieldNote")
            << QStringLiteral("This token may not read messages. Tick “View Conversation Messages” for it.");
        QTest::newRow("agency token")
            << 401 << QByteArray("Token's user type mismatch!") << QStringLiteral("tokenFieldNote")
            << QStringLiteral("This is an agency token. Create one inside the location.");
        QTest::newRow("other location")
            << 403 << QByteArray("The token does not have access to this location.")
            << QStringLiteral("locationFieldNote")
            << QStringLiteral("The token belongs to another location. Check the location, or create a "
                              "token inside this one.");
    }
    void theTestTellsWhatIsWrong()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, message);
        QFETCH(QString, note);
        QFETCH(QString, words);
        WindowFixture fixture;
        fixture.server.setFault([status, message](const simulator::Request&) {
            return simulator::Fault::answer(status, "{\"message\":\"" + message + "\"}");
        });
        enterAccount(fixture, "pit-demo");
        auto* const told = fixture.find<FieldNote>(note.toLatin1().constData());
        QTRY_VERIFY(told->isError());
        QCOMPARE(told->text(), words);
        QVERIFY(fixture.window->accounts().all().isEmpty());
        QCOMPARE(fixture.server.requests(), 1); // and it is not asked again and again meanwhile
    }

    void theTestTellsThatThereIsNoNetwork()
    {
        WindowFixture fixture;
        fixture.server.stop();
        enterAccount(fixture, "pit-demo");
        auto* const note = fixture.find<FieldNote>("outcomeFieldNote");
        QTRY_VERIFY(note->isError());
        QCOMPARE(note->text(), QStringLiteral("No internet connection. Check the cable or Wi-Fi."));
    }

    void filtersAreRememberedForEachAccount()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.find<QLineEdit>("contactLineEdit")->setText(QStringLiteral("bNr7ae6YFDwrLvBBm5cF"));
        Account second = fixture.account();
        second.name = QStringLiteral("Zeta");
        second = fixture.window->accounts().save(second, Token("pit-demo"));
        auto* const box = fixture.find<QComboBox>("accountComboBox");
        QCOMPARE(box->count(), 2);
        box->setCurrentIndex(1);
        Q_EMIT box->activated(1);
        QCOMPARE(fixture.find<QLineEdit>("contactLineEdit")->text(), QString());
        fixture.restart();
        QCOMPARE(fixture.find<QComboBox>("accountComboBox")->currentText(), QStringLiteral("Zeta"));
        auto* const again = fixture.find<QComboBox>("accountComboBox");
        again->setCurrentIndex(0);
        Q_EMIT again->activated(0);
        QCOMPARE(fixture.find<QLineEdit>("contactLineEdit")->text(), QStringLiteral("bNr7ae6YFDwrLvBBm5cF"));
    }

    void theListAddsAndRemoves()
    {
        WindowFixture fixture;
        fixture.open();
        const QUuid id = fixture.window->accounts().all().constFirst().id;
        auto* const dialog = openAccounts(fixture);
        fixture.click("addPushButton", dialog);
        fixture.find<QLineEdit>("locationLineEdit", dialog)->setText(fixture.account().locationId);
        fixture.find<QLineEdit>("nameLineEdit", dialog)->setText(QStringLiteral("Zeta"));
        fixture.find<QLineEdit>("serverLineEdit", dialog)
            ->setText(fixture.account().connection.baseUrl.toString());
        fixture.click("savePushButton", dialog);
        QVERIFY(fixture.find<FieldNote>("tokenFieldNote", dialog)->isError()); // it has none yet
        fixture.find<QLineEdit>("tokenLineEdit", dialog)->setText(QStringLiteral("pit-demo"));
        fixture.click("testPushButton", dialog);
        QTRY_COMPARE(fixture.find<FieldNote>("outcomeFieldNote", dialog)->text(),
                     QStringLiteral("It works."));
        fixture.click("savePushButton", dialog);
        QCOMPARE(namesIn(*dialog), QStringList({fixture.account().name, QStringLiteral("Zeta")}));

        auto* const list = fixture.find<QListWidget>("accountsListWidget", dialog);
        list->setCurrentRow(0);
        const QString key = keychainKey(id);
        QTRY_VERIFY(!m_keychain.secretOf(QApplication::applicationName(), key).isEmpty());
        fixture.click("removePushButton", dialog);
        fixture.click("confirmRemovePushButton", fixture.waitFor<QMessageBox>("removeMessageBox"));
        QCOMPARE(namesIn(*dialog), QStringList(QStringLiteral("Zeta")));
        QTRY_VERIFY(m_keychain.secretOf(QApplication::applicationName(), key).isEmpty());
        fixture.click("closePushButton", dialog);
        QTRY_COMPARE(fixture.find<QComboBox>("accountComboBox")->currentText(), QStringLiteral("Zeta"));
    }

    void theSpoolsGoWithTheAccount()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.click("showPushButton");
        QVERIFY(waitForRows(fixture));
        const QUuid id = fixture.window->accounts().all().constFirst().id;
        const QString folder =
            fixture.home.filePath(QStringLiteral("spools/") + id.toString(QUuid::WithoutBraces));
        QVERIFY(QDir(folder).exists());
        fixture.window->accounts().remove(id);
        QTRY_VERIFY(!QDir(folder).exists());
        QTRY_VERIFY(fixture.find<QWidget>("firstStartPage")->isVisible());
    }

    void changesAreAskedAbout()
    {
        WindowFixture fixture;
        fixture.open();
        auto* const dialog = openAccounts(fixture);
        auto* const name = fixture.find<QLineEdit>("nameLineEdit", dialog);
        name->setText(QStringLiteral("Otra"));
        fixture.click("closePushButton", dialog);
        fixture.click("goBackPushButton", fixture.waitFor<QMessageBox>("changesMessageBox"));
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY(!dialog->findChild<QMessageBox*>());
        QTest::keyClick(dialog, Qt::Key_Escape);
        fixture.click("saveChangesPushButton", fixture.waitFor<QMessageBox>("changesMessageBox"));
        QTRY_VERIFY(!dialog->isVisible());
        QCOMPARE(fixture.find<QComboBox>("accountComboBox")->currentText(), QStringLiteral("Otra"));
    }

    void anotherServerNeedsTheTokenAgain()
    {
        WindowFixture fixture;
        fixture.open();
        QTRY_VERIFY(fixture.window->accounts().all().constFirst().tokenSaved);
        auto* const dialog = openAccounts(fixture);
        fixture.find<QLineEdit>("serverLineEdit", dialog)->setText(QStringLiteral("https://other.example"));
        auto* const note = fixture.find<FieldNote>("tokenFieldNote", dialog);
        QCOMPARE(note->text(),
                 QStringLiteral("The saved token belongs to the other server. Paste it again."));
        fixture.click("testPushButton", dialog);
        QVERIFY(note->isError());
        fixture.click("savePushButton", dialog);
        QVERIFY(note->isError());
        QCOMPARE(fixture.window->accounts().all().constFirst().connection.baseUrl, fixture.server.baseUrl());
    }

    void aLinkOfTheSameLocationCanBeSaved()
    {
        WindowFixture fixture;
        fixture.open();
        auto* const dialog = openAccounts(fixture);
        auto* const save = fixture.find<QPushButton>("savePushButton", dialog);
        QVERIFY(!save->isEnabled());
        fixture.find<QLineEdit>("locationLineEdit", dialog)
            ->setText(QStringLiteral("https://app.example.com/v2/location/%1/dashboard")
                          .arg(fixture.account().locationId));
        QVERIFY(save->isEnabled()); // the address of the CRM is new
    }

    void plainHttpIsForThisComputerAlone()
    {
        WindowFixture fixture;
        fixture.find<QLineEdit>("locationLineEdit")->setText(fixture.account().locationId);
        fixture.find<QLineEdit>("tokenLineEdit")->setText(QStringLiteral("pit-demo"));
        fixture.find<QLineEdit>("serverLineEdit")->setText(QStringLiteral("http://services.example"));
        fixture.click("continuePushButton");
        QCOMPARE(fixture.find<FieldNote>("serverFieldNote")->text(),
                 QStringLiteral("The address must begin with https://"));
    }

    void aKeychainThatDoesNotAnswerNeedNotBeWaitedFor()
    {
        WindowFixture fixture;
        fixture.window->accounts().setPatience(50ms);
        m_keychain.pause();
        const auto goOn = qScopeGuard([this] { m_keychain.goOn(); });
        enterAccount(fixture, "pit-demo");
        QVERIFY(waitForRows(fixture));
        auto* const button = fixture.find<QPushButton>("unsavedPushButton");
        QTRY_VERIFY(button->isVisible());
        QCOMPARE(accountNote(fixture), QStringLiteral("Please unlock the password store…"));
        fixture.click("unsavedPushButton");
        QVERIFY(!button->isVisible());
        QCOMPARE(accountNote(fixture), QStringLiteral("The token is kept only until you close the program."));
        QVERIFY(!fixture.window->accounts().all().constFirst().tokenSaved);
        m_keychain.goOn(); // and it takes the token after all
        QTRY_COMPARE(accountNote(fixture), QString());
        QVERIFY(fixture.window->accounts().all().constFirst().tokenSaved);
    }

    void aTokenThatTheKeychainRefusesIsKeptForTheSession()
    {
        QVERIFY(m_keychain.start(SecretService::Kind::Absent));
        {
            WindowFixture fixture;
            enterAccount(fixture, "pit-demo");
            QVERIFY(waitForRows(fixture));
            QTRY_COMPARE(accountNote(fixture),
                         QStringLiteral("The token is kept only until you close the program."));
            fixture.use(QStringLiteral("es"));
            QCOMPARE(accountNote(fixture),
                     QStringLiteral("El token se guarda solo hasta cerrar el programa."));
            fixture.use(QStringLiteral("en"));
            fixture.restart();
            fixture.click("showPushButton");
            auto* const page = fixture.find<QWidget>("errorPage");
            QTRY_VERIFY(page->isVisible());
            QCOMPARE(fixture.find<QLabel>("noticeTitleLabel", page)->text(),
                     QStringLiteral("There is no token for this account"));
            fixture.click("newTokenPushButton", page);
            auto* const dialog = fixture.waitFor<AccountsDialog>("accountsDialog");
            fixture.find<QLineEdit>("tokenLineEdit", dialog)->setText(QStringLiteral("pit-demo"));
            fixture.click("savePushButton", dialog);
            QVERIFY(waitForRows(fixture));
        }
        QVERIFY(m_keychain.start(SecretService::Kind::Unlocked));
    }

    void howToGetATokenIsShownWhereOneIsMissing_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("title");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("Location and token");
        QTest::newRow("Spanish") << QStringLiteral("es") << QStringLiteral("Ubicación y token");
    }

    void howToGetATokenIsShownWhereOneIsMissing()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, title);
        WindowFixture fixture;
        Account account = fixture.account();
        account.id = QUuid::createUuid();
        Settings().save(account);
        fixture.restart();
        fixture.use(language);
        fixture.click("showPushButton");
        auto* const page = fixture.find<QWidget>("errorPage");
        QTRY_VERIFY(page->isVisible());
        fixture.click("howToGetTokenPushButton", page);
        auto* const dialog = fixture.waitFor<QDialog>("accountHelpDialog");
        QCOMPARE(dialog->windowTitle(), title);
        QVERIFY2(clashes(*dialog).isEmpty(), qPrintable(clashes(*dialog).join(QLatin1Char('\n'))));
        fixture.click("closeHelpPushButton", dialog);
        QTRY_VERIFY(!dialog->isVisible());
        QVERIFY(page->isVisible());
    }

    void anExportWithoutATokenSaysSo()
    {
        WindowFixture fixture;
        Account account = fixture.account();
        account.id = QUuid::createUuid();
        Settings().save(account);
        fixture.restart();
        fixture.click("exportPushButton");
        fixture.click("savePushButton", fixture.waitFor<ExportDialog>());
        auto* const card = fixture.find<QWidget>("jobCard");
        QTRY_COMPARE(fixture.find<QLabel>("cardTitleLabel", card)->text(),
                     QStringLiteral("There is no token for this account"));
        QVERIFY(fixture.files().isEmpty());
    }

private:
    SecretService& m_keychain;
};

int main(int argc, char** argv)
{
    return runWindowTest<TestAccounts>(argc, argv);
}

#include "tst_accounts.moc"
