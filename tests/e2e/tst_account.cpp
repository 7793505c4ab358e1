// leadway-export --account: an account that was saved in the window, with its token from a real keychain.

#include "app/identity.h"
#include "app/settings.h"
#include "app/tokenstore.h"
#include "simulator/server.h"
#include "support/exporter.h"
#include "support/secretservice.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace leadway;
using namespace leadway::test;
using simulator::Scenario;
using simulator::Server;

class TestAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_keychain.reset(); }

    void exportsASavedAccountByItsName_data();
    void exportsASavedAccountByItsName();
    void takesATokenThatIsGivenFirst();
    void namesTheAccountsThereAre();
    void saysThatThereAreNone();
    void sendsASavedTokenToNoOtherServer_data();
    void sendsASavedTokenToNoOtherServer();
    void trustsTheKeychainMoreThanTheSettings();
    void saysThatTheTokenIsMissing();
    void saysThatTheKeychainIsMissing();
    void doesNotWaitForAPersonWhoIsNotThere();

private:
    void keep(const Account& account, const QByteArray& token);

    std::unique_ptr<SecretService> m_keychain;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Household> m_household;
    std::unique_ptr<Exporter> m_exporter;
    Account m_account;
};

void TestAccount::initTestCase()
{
    // The test keeps accounts and tokens where the program looks for them.
    setIdentity();
    m_keychain = std::make_unique<SecretService>();
    QVERIFY(m_keychain->start(SecretService::Kind::Unlocked));
    m_keychain->useHere();
}

void TestAccount::init()
{
    Scenario scenario;
    scenario.messages = 1200;
    m_server = std::make_unique<Server>(scenario);
    QVERIFY(m_server->start());
    m_household = std::make_unique<Household>();
    m_household->write(text(kOutput), kEarlier);
    m_exporter = std::make_unique<Exporter>(*m_household);
    m_exporter->removeToken();
    m_keychain->addTo(m_exporter->environment);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                       m_exporter->environment.value(text("XDG_CONFIG_HOME")));
    m_account = {};
    m_account.id = QUuid::createUuid();
    m_account.name = text("Clínica Sol");
    m_account.locationId = QLatin1String(simulator::kDemoLocation);
    m_account.connection.baseUrl = m_server->baseUrl();
}

void TestAccount::cleanup()
{
    m_exporter.reset();
    m_server.reset();
    m_household.reset();
}

// As the window does it.
void TestAccount::keep(const Account& account, const QByteArray& token)
{
    TokenStore store;
    bool isDone = false;
    bool isKept = false;
    store.write(account, Token(token), [&](const Result<void>& result) {
        isDone = true;
        isKept = static_cast<bool>(result);
    });
    QVERIFY(QTest::qWaitFor([&isDone] { return isDone; }, 20'000));
    QVERIFY(isKept);
    m_account.tokenSaved = true;
    Settings().save(m_account);
}

void TestAccount::exportsASavedAccountByItsName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("as written") << text("Clínica Sol");
    QTest::newRow("in small letters") << text("clínica sol");
    QTest::newRow("with spaces around") << text(" Clínica Sol ");
}

void TestAccount::exportsASavedAccountByItsName()
{
    QFETCH(QString, name);
    keep(m_account, "pit-demo");
    const Outcome outcome =
        m_exporter->run(toFile({text("--account"), name, text("--format"), text("jsonl")}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
    QCOMPARE(m_household->read(text(kOutput)).count('\n'), 1200);
    QVERIFY(m_household->spools().isEmpty());
}

void TestAccount::takesATokenThatIsGivenFirst()
{
    keep(m_account, "pit-old");
    m_exporter->setToken("pit-demo");
    const Outcome outcome = m_exporter->run(toFile({text("--account"), m_account.name}));
    QVERIFY2(outcome.exitCode == Complete, outcome.told().constData());
}

void TestAccount::namesTheAccountsThereAre()
{
    Settings().save(m_account);
    Account other = m_account;
    other.id = QUuid::createUuid();
    other.name = text("Zeta");
    Settings().save(other);
    const Outcome outcome = m_exporter->run(toFile({text("--account"), text("Luna")}));
    QCOMPARE(outcome.exitCode, int(Usage));
    QVERIFY2(outcome.err.contains("There is no account “Luna”. Saved: Clínica Sol, Zeta."),
             outcome.told().constData());
    QCOMPARE(m_household->read(text(kOutput)), QByteArray(kEarlier));
}

void TestAccount::saysThatThereAreNone()
{
    const Outcome outcome = m_exporter->run(toFile({text("--account"), text("Clínica Sol")}));
    QCOMPARE(outcome.exitCode, int(Usage));
    QVERIFY2(outcome.err.contains("No account is saved on this computer."), outcome.told().constData());
}

void TestAccount::sendsASavedTokenToNoOtherServer_data()
{
    QTest::addColumn<QStringList>("others");
    QTest::newRow("server") << QStringList{text("--base-url"), QString()};
    QTest::newRow("location") << QStringList{text("--location"), text("ve9EPM428h8vShlRW1KT")};
    QTest::newRow("version") << QStringList{text("--api-version"), text("v3")};
    QTest::newRow("sample data") << QStringList{text("--demo")};
}

void TestAccount::sendsASavedTokenToNoOtherServer()
{
    QFETCH(QStringList, others);
    others.replaceInStrings(QRegularExpression(text("^$")), m_server->baseUrl().toString());
    keep(m_account, "pit-demo");
    const Outcome outcome = m_exporter->run(toFile(QStringList{text("--account"), m_account.name} + others));
    QCOMPARE(outcome.exitCode, int(Usage));
    QVERIFY2(isClear(outcome.err), outcome.told().constData());
    QCOMPARE(m_server->requests(), 0);
}

// Whoever can write to the settings must not get the token sent to a server of theirs.
void TestAccount::trustsTheKeychainMoreThanTheSettings()
{
    keep(m_account, "pit-demo");
    Server another(Scenario{}, {});
    QVERIFY(another.start());
    m_account.connection.baseUrl = another.baseUrl();
    Settings().save(m_account);
    const Outcome outcome = m_exporter->run(toFile({text("--account"), m_account.name}));
    QCOMPARE(outcome.exitCode, int(Refused));
    QVERIFY2(outcome.err.contains("There is no token for this account."), outcome.told().constData());
    QCOMPARE(another.requests(), 0);
    QCOMPARE(m_server->requests(), 0);
}

void TestAccount::saysThatTheTokenIsMissing()
{
    Settings().save(m_account); // as after a session without a keychain
    const Outcome outcome = m_exporter->run(toFile({text("--account"), m_account.name}));
    QCOMPARE(outcome.exitCode, int(Refused));
    QVERIFY2(outcome.err.contains("There is no token for this account."), outcome.told().constData());
    QCOMPARE(m_household->read(text(kOutput)), QByteArray(kEarlier));
}

void TestAccount::saysThatTheKeychainIsMissing()
{
    keep(m_account, "pit-demo");
    SecretService none;
    QVERIFY(none.start(SecretService::Kind::Absent));
    none.addTo(m_exporter->environment);
    const Outcome outcome = m_exporter->run(toFile({text("--account"), m_account.name}));
    QCOMPARE(outcome.exitCode, int(Refused));
    QVERIFY2(outcome.err.contains("password store does not answer"), outcome.told().constData());
}

// As in a nightly run: nobody will unlock it.
void TestAccount::doesNotWaitForAPersonWhoIsNotThere()
{
    keep(m_account, "pit-demo");
    m_keychain->pause();
    const Outcome outcome = m_exporter->run(toFile({text("--account"), m_account.name}));
    m_keychain->goOn();
    QCOMPARE(outcome.exitCode, int(Refused));
    QVERIFY2(outcome.err.contains("The password store is locked"), outcome.told().constData());
    QCOMPARE(m_server->requests(), 0);
}

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
