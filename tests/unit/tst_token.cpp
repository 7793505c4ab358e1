// The key to an account: taken as a person pastes it, and given to nobody but the request's header.

#include "api/token.h"

#include <QDebug>
#include <QString>
#include <QTest>

#include <ostream>
#include <type_traits>

using namespace leadway;

namespace
{

template<class Stream>
concept Prints = requires(Stream& stream, const Token& token)
{
    stream << token;
};

// A log line that holds a token by mistake must not compile.
static_assert(!Prints<QDebug>);
static_assert(!Prints<std::ostream>);
static_assert(!Prints<QDataStream>);
static_assert(!std::is_convertible_v<Token, QByteArray>);
static_assert(!std::is_convertible_v<Token, QString>);
static_assert(!std::is_convertible_v<Token, bool>);
// Nor may a text become a token unseen.
static_assert(!std::is_convertible_v<QByteArray, Token>);

} // namespace

class TestToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dropsWhatCopyingBringsAlong_data();
    void dropsWhatCopyingBringsAlong();
    void tellsWhatCannotStandInAHeader_data();
    void tellsWhatCannotStandInAHeader();
    void outlivesTheCopyItCameFrom();
    void isEmptyOnceMovedFrom();
    void wipesOnlyItsOwnBytes();
};

void TestToken::dropsWhatCopyingBringsAlong_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::newRow("bare") << QByteArray("pit-abc");
    QTest::newRow("spaces") << QByteArray("  pit-abc ");
    QTest::newRow("line end") << QByteArray("pit-abc\n");
    QTest::newRow("line end of Windows") << QByteArray("pit-abc\r\n");
    QTest::newRow("tabs and empty lines") << QByteArray("\n\t pit-abc\t\n\n");
}

void TestToken::dropsWhatCopyingBringsAlong()
{
    QFETCH(const QByteArray, pasted);
    const Token token(pasted);
    QVERIFY(!token.isEmpty());
    QVERIFY(token.isWellFormed());
    QCOMPARE(token.authorization(), QByteArray("Bearer pit-abc"));
}

void TestToken::tellsWhatCannotStandInAHeader_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isWellFormed");
    QTest::newRow("private integration") << QByteArray("pit-0a1b2c3d-4e5f") << true;
    QTest::newRow("OAuth") << QByteArray("eyJh.bGci_O-i.J9" + QByteArray(2000, 'x')) << true;
    QTest::newRow("every printable sign") << QByteArray("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~") << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("white space") << QByteArray(" \n\t ") << false;
    QTest::newRow("two words") << QByteArray("Bearer pit-abc") << false;
    QTest::newRow("two lines") << QByteArray("pit-abc\nX-Other: 1") << false;
    QTest::newRow("carriage return") << QByteArray("pit\rabc") << false;
    QTest::newRow("zero byte") << QByteArray("pit\0abc", 7) << false;
    QTest::newRow("delete") << QByteArray("pit\x7f") << false;
    QTest::newRow("no-break space") << QByteArray("pit-abc\xc2\xa0") << false;
    QTest::newRow("dots of a hidden field") << QByteArray("\xe2\x80\xa2\xe2\x80\xa2") << false;
}

void TestToken::tellsWhatCannotStandInAHeader()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isWellFormed);
    QCOMPARE(Token(text).isWellFormed(), isWellFormed);
}

void TestToken::outlivesTheCopyItCameFrom()
{
    auto first = std::make_unique<Token>(QByteArray("pit-abc"));
    const Token second(*first);
    Token third;
    QVERIFY(third.isEmpty());
    third = *first;
    first.reset();
    QCOMPARE(second.authorization(), QByteArray("Bearer pit-abc"));
    QCOMPARE(third.authorization(), QByteArray("Bearer pit-abc"));
}

void TestToken::isEmptyOnceMovedFrom()
{
    Token first(QByteArray("pit-abc"));
    const Token second(std::move(first));
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is the question
    QVERIFY(second.isWellFormed());
}

void TestToken::wipesOnlyItsOwnBytes()
{
    QByteArray secret(64, 's');
    const QByteArray shared = secret;
    wipe(secret);
    QVERIFY(secret.isEmpty());
    QCOMPARE(shared, QByteArray(64, 's'));
    QByteArray nothing;
    wipe(nothing);
    QVERIFY(nothing.isEmpty());
}

QTEST_GUILESS_MAIN(TestToken)
#include "tst_token.moc"
