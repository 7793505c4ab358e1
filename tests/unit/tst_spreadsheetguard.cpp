#include "format/spreadsheetguard.h"

#include <QTest>

using namespace leadway;

/// What Excel and LibreOffice would turn into something else, and what they leave alone.
class SpreadsheetGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guardsWhatWouldChange_data();
    void guardsWhatWouldChange();
    void leavesTextAlone_data();
    void leavesTextAlone();
    void guardsPiecesThatCouldBecomeFormulas_data();
    void guardsPiecesThatCouldBecomeFormulas();
};

namespace
{

void addRows(std::initializer_list<const char*> texts)
{
    QTest::addColumn<QByteArray>("text");
    for (const char* const text : texts) {
        QTest::newRow(text) << QByteArray(text);
    }
}

} // namespace

void SpreadsheetGuardTest::guardsWhatWouldChange_data()
{
    addRows({
        // formulas
        "=1+1",
        "=",
        "+1",
        "+34600111222",
        "-1",
        "-hola",
        "@SUM(A1)",
        "@maria",
        " =1+1",
        "   =1+1",
        "\xc2\xa0=1+1",
        "\xe2\x80\x8b=1+1",
        "\xef\xbb\xbf=1+1",
        "＝1+1",
        "＋1",
        "－1",
        "＠A1",
        "\t=1",
        "\thola",
        "\rhola",
        "\nhola",
        " \t=1",
        "−5",
        // numbers that would look different
        "00123",
        "0034",
        "01",
        "00",
        "600111222333",
        "123456789012345678",
        "1234567890123456",
        "1.50",
        "12,5",
        "12.345,67",
        "1,234",
        "12.",
        ".5",
        "1E5",
        "1e-5",
        "1.5e+3",
        "12E10",
        "50%",
        "$5",
        "5 €",
        "£3",
        "(5)",
        "1 234",
        "1'234",
        "５",
        "１２",
        "12 USD",
        "5-",
        "1 1/2",
        " 12",
        "12 ",
        // dates and times
        "3/4",
        "03-04",
        "3.4.2024",
        "2024-03-27",
        "2024/3/27",
        "27/03/2024 10:20",
        "10:30",
        "10:30:15",
        "5 pm",
        "10:30 a.m.",
        "3 mar",
        "3-mar",
        "Mar 3",
        "mar-24",
        "5 de enero de 2024",
        "5 ene",
        "12 sept",
        "January 5, 2024",
        "may 5",
        "ENE-24",
        "lunes 5 mayo",
        "2024-03-27T10:00:00",
        "5th May 2024",
        "1st de 2nd del 3rd",
        "3:15 a",
        "3:15 p m",
        "10 t 5 z",
        "miercoles 3",
        "sab 3",
        "3 setiembre",
        "3 septiembre",
        "dec 3",
        "3 DICIEMBRE",
        "12 mxn",
        "12 gbp",
        // booleans and error values
        "TRUE",
        "true",
        "False",
        "VERDADERO",
        "falso",
        " TRUE ",
        "#N/A",
        "#REF!",
        "#DIV/0!",
        "#NAME?",
        "#N/D",
        "#¡REF!",
        "#¿NOMBRE?",
    });
}

void SpreadsheetGuardTest::guardsWhatWouldChange()
{
    QFETCH(QByteArray, text);
    QVERIFY(needsGuard(text.toStdString()));
}

void SpreadsheetGuardTest::leavesTextAlone_data()
{
    addRows({
        "",
        " ",
        "Hola",
        "Hola, ¿qué tal?",
        "a=1+1",
        "a@b.com",
        "5 minutos",
        "Cita a las 10:30",
        "k2Vd7x9QpLm3",
        "0",
        "5",
        "42",
        "12345678901",
        "600111222",
        "mayo",
        "enero",
        "martes",
        "marzo",
        "pm",
        "e",
        "E5",
        "Room 5",
        "5 personas",
        "3x4",
        "1d",
        "0x10",
        "12abc",
        "abc12",
        "5 ma",
        "5 en",
        "5 xy",
        "5 mayos",
        "5 marx",
        "5 delta",
        "5 decembers",
        "5 true",
        "X",
        "X 5",
        "xtrue",
        "tru",
        "falsos",
        "abcdefghijklmnop 5",
        "verdad",
        "true story",
        "#hola",
        "#1",
        "#",
        "N/A",
        "ok!",
        "?",
        "!",
        "...",
        "/",
        ":)",
        "(hola)",
        "€",
        "%",
        "ñ",
        "日本",
        "😀",
        "😀 5",
        "'hola",
        "\"=1+1\"",
        "https://a.b/c?d=1",
        "TYPE_SMS",
        "SMS",
        "text/plain",
        "(ver nota)",
        "1234567890 1234567890 1234567890 1234567890 1234567890",
    });
}

void SpreadsheetGuardTest::leavesTextAlone()
{
    QFETCH(QByteArray, text);
    QVERIFY(!needsGuard(text.toStdString()));
}

void SpreadsheetGuardTest::guardsPiecesThatCouldBecomeFormulas_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("guarded");
    const auto row = [](const char* name, const char* text, const char* guarded) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(guarded);
    };
    row("after a comma", "a,=1+1", "a,'=1+1");
    row("after a semicolon", "a;=1+1", "a;'=1+1");
    row("after a tab", "a\t=1+1", "a\t'=1+1");
    row("on a line of its own", "a\n=1+1", "a\n'=1+1");
    row("after spaces", "a, \xc2\xa0=1+1", "a, \xc2\xa0'=1+1");
    row("after a quote", "a,\"=1+1", "a,\"'=1+1");
    row("several", "a,=1;=2\n=3", "a,'=1;'=2\n'=3");
    row("full-width", "a,＝1+1", "a,'＝1+1");
    row("a call by plus", "a,+SUM(A1)", "a,'+SUM(A1)");
    row("a call by minus", "a\n-cmd|' /C calc'!A0", "a\n'-cmd|' /C calc'!A0");
    row("a call by at", "a;@SUM(1)", "a;'@SUM(1)");
    row("a call in another language", "a;+AÑO(1)", "a;'+AÑO(1)");
    row("another file by plus", "a,+'http://b.example/[c.xls]d'!A1", "a,'+'http://b.example/[c.xls]d'!A1");
    row("another file by minus", "a\n-[c.xls]d!$A$1", "a\n'-[c.xls]d!$A$1");
    row("an exclamation", "Trae:\n- ¡pan!\n- leche! ya\n-!x", "Trae:\n- ¡pan!\n- leche! ya\n-!x");
    row("at the very end", "a,=", "a,'=");
    row("a phone number", "Llame,+34 600 111 222", "Llame,+34 600 111 222");
    row("a list with dashes", "Trae:\n- pan\n- leche (dos)", "Trae:\n- pan\n- leche (dos)");
    row("a smile", "hola;-)", "hola;-)");
    row("a mention", "hola,\n@maria", "hola,\n@maria");
    row("an equation", "a =b, c", "a =b, c");
    row("no separator", "a=1+1", "a=1+1");
    row("separators alone", ",;\t\n", ",;\t\n");
}

void SpreadsheetGuardTest::guardsPiecesThatCouldBecomeFormulas()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, guarded);
    std::string cell = text.toStdString();
    guardInside(cell);
    QCOMPARE(QByteArray::fromStdString(cell), guarded);
    guardInside(cell);
    QCOMPARE(QByteArray::fromStdString(cell), guarded);
}

QTEST_APPLESS_MAIN(SpreadsheetGuardTest)
#include "tst_spreadsheetguard.moc"
