// Tokens in a real keychain: present, locked, absent and silent. A process finds its bus once and for all,
// so every case runs in a process of its own, on a bus of its own.

#include "app/tokenstore.h"
#include "support/secretservice.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>
#include <optional>

using namespace leadway;
using namespace leadway::test;
using namespace std::chrono_literals;

namespace
{

const QByteArray kSecret = "pit-5f0c1d9e-SECRET-77aa41b2c3d4";

Account account()
{
    Account account;
    account.id = QUuid::fromString(QStringLiteral("5d2f7a0e-3c84-4b61-9a57-1f0e8c6b2d43"));
    account.locationId = QStringLiteral("ve9EPM428h8vShlRW1KT");
    account.tokenSaved = true;
    return account;
}

template<class Value, class Ask>
Result<Value> waitFor(Ask ask)
{
    std::optional<Result<Value>> answer;
    ask([&answer](const Result<Value>& result) { answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000)) {
        qFatal("the keychain never answers");
    }
    return *answer;
}

Result<Token> read(TokenStore& store, const Account& account)
{
    return waitFor<Token>([&](auto answer) { store.read(account, answer); });
}

Result<void> write(TokenStore& store, const Account& account, const QByteArray& token)
{
    return waitFor<void>([&](auto answer) { store.write(account, Token(token), answer); });
}

QByteArray secretIn(const Result<Token>& token)
{
    return token ? token->secret() : QByteArray("error ") + QByteArray::number(int(token.error().kind));
}

QByteArray told(ErrorKind kind)
{
    return QByteArray("error ") + QByteArray::number(int(kind));
}

} // namespace

class TestTokenStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setApplicationName(QStringLiteral("Leadway test"));
        m_service = std::make_unique<SecretService>();
    }
    void cleanupTestCase() { m_service.reset(); }

    void keepsATokenForTheNextStart()
    {
        begin(SecretService::Kind::Unlocked);
        TokenStore store;
        QVERIFY(write(store, account(), kSecret));
        TokenStore later;
        QCOMPARE(secretIn(read(later, account())), kSecret);
        // As anybody on the bus sees it, under the name that the program promises.
        QCOMPARE(m_service->secretOf(QStringLiteral("Leadway test"), keychainKey(account().id)),
                 account().connection.baseUrl.toEncoded() + '\n' + kSecret);
    }

    void keepsALongToken()
    {
        begin(SecretService::Kind::Unlocked);
        const QByteArray longest(4000, 'x');
        TokenStore store;
        QVERIFY(write(store, account(), longest));
        TokenStore later;
        QCOMPARE(secretIn(read(later, account())), longest);
    }

    void givesATokenToNoOtherServer()
    {
        begin(SecretService::Kind::Unlocked);
        TokenStore store;
        QVERIFY(write(store, account(), kSecret));
        Account moved = account();
        moved.connection.baseUrl = QUrl(QStringLiteral("https://elsewhere.example"));
        QCOMPARE(secretIn(read(store, moved)), told(ErrorKind::TokenMissing));
        TokenStore later;
        QCOMPARE(secretIn(read(later, moved)), told(ErrorKind::TokenMissing));
    }

    void replacesAToken()
    {
        begin(SecretService::Kind::Unlocked);
        TokenStore store;
        QVERIFY(write(store, account(), "pit-old"));
        QVERIFY(write(store, account(), kSecret));
        TokenStore later;
        QCOMPARE(secretIn(read(later, account())), kSecret);
    }

    void removesAToken()
    {
        begin(SecretService::Kind::Unlocked);
        TokenStore store;
        QVERIFY(write(store, account(), kSecret));
        QVERIFY(waitFor<void>([&](auto answer) { store.remove(account().id, answer); }));
        QVERIFY(!read(store, account()));
        QCOMPARE(m_service->secretOf(QStringLiteral("Leadway test"), keychainKey(account().id)),
                 QByteArray());
        // What is gone already is no failure.
        QVERIFY(waitFor<void>([&](auto answer) { store.remove(account().id, answer); }));
    }

    void doesNotAskForWhatWasNeverSaved()
    {
        begin(SecretService::Kind::Unlocked);
        Account fresh = account();
        fresh.tokenSaved = false;
        m_service->pause(); // nobody would answer
        TokenStore store;
        QCOMPARE(secretIn(read(store, fresh)), told(ErrorKind::TokenMissing));
    }

    void tellsThatTheKeychainIsLocked()
    {
        // Not through a store: the connection to a keychain does not outlive the keychain's end.
        begin(SecretService::Kind::Unlocked);
        m_service->put(QStringLiteral("Leadway test"), keychainKey(account().id), kSecret);
        begin(SecretService::Kind::Locked);
        TokenStore later;
        QCOMPARE(secretIn(read(later, account())), told(ErrorKind::StoreLocked));
        const auto written = write(later, account(), "pit-new");
        QVERIFY(!written);
        QVERIFY2(written.error().kind == ErrorKind::StoreLocked, qPrintable(written.error().detail));
        // The new one serves for this session all the same.
        QCOMPARE(secretIn(read(later, account())), QByteArray("pit-new"));
    }

    void keepsATokenForTheSessionWithoutAKeychain()
    {
        begin(SecretService::Kind::Absent);
        TokenStore store;
        QCOMPARE(secretIn(read(store, account())), told(ErrorKind::StoreUnavailable));
        const auto written = write(store, account(), kSecret);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::StoreUnavailable);
        QCOMPARE(secretIn(read(store, account())), kSecret);
        TokenStore later;
        QCOMPARE(secretIn(read(later, account())), told(ErrorKind::StoreUnavailable));
    }

    void tellsThatTheKeychainWaitsAndTakesALateAnswer()
    {
        begin(SecretService::Kind::Unlocked);
        TokenStore first;
        QVERIFY(write(first, account(), kSecret));
        m_service->pause();
        TokenStore store(50ms);
        bool isWaiting = false;
        connect(&store, &TokenStore::waitingForUnlock, &store, [&isWaiting] { isWaiting = true; });
        std::optional<Result<Token>> answer;
        store.read(account(), [&answer](const Result<Token>& token) { answer = token; });
        QTRY_VERIFY(isWaiting);
        QVERIFY(!answer);
        m_service->goOn();
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(secretIn(*answer), kSecret);
    }

    void isGoneBeforeTheKeychainAnswers()
    {
        begin(SecretService::Kind::Unlocked);
        m_service->pause();
        auto store = std::make_unique<TokenStore>();
        bool isAnswered = false;
        store->read(account(), [&isAnswered](const Result<Token>&) { isAnswered = true; });
        store->write(account(), Token(kSecret), [&isAnswered](const Result<void>&) { isAnswered = true; });
        QCoreApplication::processEvents();
        store.reset();
        m_service->goOn();
        TokenStore later; // its answer comes behind those
        QVERIFY(write(later, account(), kSecret));
        QVERIFY(!isAnswered);
    }

private:
    void begin(SecretService::Kind kind)
    {
        if (!m_service->start(kind)) {
            qFatal("the Secret Service or its bus does not start");
        }
        m_service->useHere();
    }

    std::unique_ptr<SecretService> m_service;
};

// Without arguments: every test in a process of its own. Qt Test's own way of running one is by its name.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    TestTokenStore test;
    if (argc > 1) {
        return QTest::qExec(&test, argc, argv);
    }
    int failed = 0;
    for (int i = test.metaObject()->methodOffset(); i < test.metaObject()->methodCount(); ++i) {
        const QMetaMethod method = test.metaObject()->method(i);
        const QString name = QString::fromLatin1(method.name());
        const bool isTest = method.methodType() == QMetaMethod::Slot &&
                            method.access() == QMetaMethod::Private &&
                            !name.endsWith(QStringLiteral("TestCase"));
        if (isTest) {
            failed += QProcess::execute(QCoreApplication::applicationFilePath(), {name}) == 0 ? 0 : 1;
        }
    }
    return failed;
}

#include "tst_tokenstore.moc"
