#include "support/celltruth.h"

#include <QRegularExpression>

namespace leadway::test
{

namespace
{

constexpr const char* kTexts[] = {
    "=1+1",
    " =1+1",
    "\t=1+1",
    "\n=1+1",
    "=\"x\"",
    "=A1",
    "==",
    "=",
    "+",
    "-",
    "@",
    "+A1",
    "-A1",
    "-(5)",
    "+ 5",
    "-1+1",
    "--5",
    "+-5",
    "@SUM(1,1)",
    "{=1+1}",
    "'=1+1",
    "=1+1;=2+2",
    "a,=1+1",
    "=cmd|'/C calc'!A0",
    "+34600111222",
    "34600111222",
    "00123",
    "007",
    "0",
    "-0",
    "5",
    "99999999999",
    "100000000000",
    "123456789012345678",
    "4111 1111 1111 1111",
    "600 111 222",
    "600.111.222",
    "600-111-222",
    "12.5",
    "12,5",
    "1,234",
    "1.234",
    "1,234.56",
    "1.234,56",
    "-1.234,56",
    "1.234.567",
    "1,234,567",
    "1'234",
    "1 000",
    "1\u00A0000",
    "1\u202F000",
    ".5",
    "5.",
    ",5",
    "5,",
    "(5)",
    "1e3",
    "1E+10",
    "1e-3",
    "1.5E3",
    "1,5E3",
    "5%",
    "10 %",
    "0,5 %",
    "$5",
    "5$",
    "€5",
    "5 €",
    "5€",
    "£5",
    "5 EUR",
    "EUR 5",
    "5 USD",
    "R$5",
    "¥5",
    "S/ 5",
    "1:30",
    "1:30:15",
    "1:30 pm",
    "3 PM",
    "3pm",
    "25:00",
    "1:2:3.5",
    "13:45",
    "12h",
    "3/4",
    "1/2",
    "1 1/2",
    "0 3/4",
    "31/12",
    "12/31",
    "12/2024",
    "2024/12",
    "1/1/1",
    "01/02/2024",
    "1-2",
    "1-2-2024",
    "1.2.2024",
    "2024-01-02",
    "20240102",
    "2024-01-02 03:04",
    "2024-01-02T03:04:05Z",
    "2024-01-02T03:04:05.000Z",
    "Jan 5",
    "5 Jan",
    "January 2024",
    "5 ene",
    "1-ene",
    "ene-24",
    "3 mar 2024",
    "mar 3",
    "5 de enero de 2024",
    "lunes 3",
    "lunes, 3 de marzo de 2024",
    "Mon, 4 Mar 2024",
    "1st",
    "mayo",
    "may",
    "TRUE",
    "false",
    "VERDADERO",
    "falso",
    "verdadero.",
    "#N/A",
    "#REF!",
    "#NAME?",
    "Err:502",
    "#hashtag",
    "\uFF1D1+1",
    "\uFF0B5",
    "\uFF11\uFF12\uFF13",
    "\u0661\u0662\u0663",
    "\u0967\u0968\u0969",
    "\u00BD",
    "\u00B2",
    "0x1F",
    "1_000",
    "P1D",
    "1;2",
    "\u22125",
    "\u20135",
    "\u200B=1+1",
    "\u00A0=1+1",
    "\uFEFF5",
    "línea\n=1+1\n00123",
    "dos\r\nlíneas",
    "\"=1+1\"",
    "\"00123\"",
    " 00123 ",
    "\t00123",
    "5\n",
    "3/4\n",
};

// What is shown is the text, with apostrophes nowhere but at its beginning and before what could begin a
// formula within it.
bool isTextWithGuards(const QString& shown, const QString& body)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < body.size(); ++i, ++at) {
        if (at < shown.size() && shown[at] == body[i]) {
            continue;
        }
        const bool guardable =
            i == 0 || QStringLiteral("=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212").contains(body[i]);
        if (!guardable || at + 1 >= shown.size() || shown[at] != QLatin1Char('\'') ||
            shown[++at] != body[i]) {
            return false;
        }
    }
    return at == shown.size();
}

bool isShortNumber(const QString& body)
{
    bool isNumber = false;
    body.toLongLong(&isNumber);
    return isNumber && body.size() <= 11;
}

} // namespace

std::span<const char* const> treacherousTexts()
{
    return kTexts;
}

QString tidied(QString body)
{
    body.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    body.remove(QChar(0xfffe)).remove(QChar(0xffff));
    for (QChar& c : body) {
        const bool isControl = c.unicode() < 0x20 && c.unicode() != u'\n' && c.unicode() != u'\t';
        c = isControl ? QChar(QChar::ReplacementCharacter) : c;
    }
    return body;
}

QString tidiedForWorkbook(QString body)
{
    body.replace(QChar(0xfffe), QChar::ReplacementCharacter)
        .replace(QChar(0xffff), QChar::ReplacementCharacter);
    return tidied(body);
}

QString shownBody(const simulator::Expected& message)
{
    QString text = QString::fromStdString(message.body);
    const bool isHtml = message.contentType == "text/html" || text.startsWith(QStringLiteral("<!DOCTYPE"));
    if (!isHtml || message.messageType.find("EMAIL") == std::string::npos ||
        !text.contains(QRegularExpression(QStringLiteral("[<&]")))) {
        return text;
    }
    const auto replace = [&text](const char* pattern, const char* by) {
        text.replace(
            QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::DotMatchesEverythingOption),
            QString::fromUtf8(by));
    };
    replace("<(head|script)\\b.*?</\\1>", "");
    replace("</?(p|table)\\b[^>]*>", "\x1d");     // begins a paragraph
    replace("</?(div|tr|body)\\b[^>]*>", "\x1e"); // begins a line
    replace("</?td\\b[^>]*>", " ");
    replace("<[^>]*>", "");
    for (const auto& [entity, character] :
         {qMakePair("nbsp", " "), qMakePair("iacute", "í"), qMakePair("middot", "·"), qMakePair("lt", "<"),
          qMakePair("gt", ">"), qMakePair("amp", "&")}) {
        text.replace(QLatin1Char('&') + QLatin1String(entity) + QLatin1Char(';'),
                     QString::fromUtf8(character));
    }
    replace("^[\\s\x1d\x1e]+|[\\s\x1d\x1e]+$", "");
    replace("[\\s\x1e]*\x1d[\\s\x1d\x1e]*", "\x01");
    replace("\\s*\x1e[\\s\x1e]*", "\x02");
    replace("\\s+", " ");
    return text.replace(QChar(1), QStringLiteral("\n\n")).replace(QChar(2), QStringLiteral("\n"));
}

QByteArray damage(const Cell& cell, const QString& body)
{
    const bool isText = cell.type == "string" || (cell.type.isEmpty() && body.isEmpty()) ||
                        (cell.type == "float" && isShortNumber(body));
    if (isText && !cell.isFormula && isTextWithGuards(cell.text, body)) {
        return {};
    }
    return "\"" + body.left(200).toUtf8() + "\" is shown as \"" + cell.text.left(200).toUtf8() + "\", a " +
           cell.type + (cell.isFormula ? " and a formula" : "");
}

} // namespace leadway::test
