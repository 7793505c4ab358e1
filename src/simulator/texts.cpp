#include "simulator/texts.h"

#include <algorithm>
#include <array>

namespace leadway::simulator
{

namespace
{

using namespace std::string_view_literals;

constexpr std::array kAwkward = {
    "=1+1"sv,
    "=HYPERLINK(\"https://example.com\",\"pulsa aquí\")"sv,
    "+34600111222"sv,
    "-5"sv,
    "- primero\n- segundo"sv,
    "@x"sv,
    "\t=2+2"sv,
    "\r\n=3+3"sv,
    "\uFF1D1+1"sv,
    "00123"sv,
    "0034600111222"sv,
    "123456789012345678"sv,
    "4111111111111111"sv,
    "3/4"sv,
    "1E5"sv,
    "1.234,56"sv,
    "TRUE"sv,
    "Dijo \"hola\" y \"\"adiós\"\""sv,
    "uno;dos,tres;\"cuatro\""sv,
    "'apóstrofo al principio"sv,
    "una línea\notra línea\n\ny una tercera"sv,
    "Windows\r\notra\r\n"sv,
    "solo retorno\rotra"sv,
    "separador\u2028de línea\u2029y párrafo\u0085fin"sv,
    "<b>no es HTML</b> & <script>alert('x')</script>"sv,
    "_x0041_ literal y _x000D_"sv,
    "C:\\clinica\\citas\\hoy.txt"sv,
    "שלום, אפשר לקבוע תור ליום ראשון?"sv,
    "مرحبا، هل يمكنني حجز موعد؟ (10:30)"sv,
    "\u202Eodasrever\u202C normal"sv,
    "👩‍⚕️👨‍👩‍👧‍👦🏳️‍🌈🇪🇸 1️⃣"sv,
    "\u00C1rbol y A\u0301rbol, e\u0301 y \u00E9"sv,
    "你好，请问周六有空吗？"sv,
    "cero\u200Bancho\uFEFFy marca"sv,
    "{\"parece\":\"json\",\"lista\":[1,2]}"sv,
    "],\"nextCursor\":null}"sv,
    "\uFFFD ya venía así"sv,
    " espacios a los lados "sv,
    "   "sv,
    ""sv,
};
static_assert(kAwkward[kAwkward.size() - kBlankAwkwardTexts] == "   "sv);

constexpr std::array<Person, 28> kPeople = {{
    {"María", "Gómez", "maria.gomez"},       {"José", "Núñez", "jose.nunez"},
    {"Lucía", "Fernández", "lucia.f"},       {"Álvaro", "Peña", "alvaro.pena"},
    {"Carmen", "Ruiz", "carmen.ruiz"},       {"Íñigo", "Etxeberria", "inigo.e"},
    {"Sofía", "Martín", "sofia.martin"},     {"Pablo", "Ortega", "pablo.ortega"},
    {"Nuria", "Vidal", "nuria.vidal"},       {"Javier", "Ibáñez", "javier.ibanez"},
    {"Begoña", "Sáez", "begona.saez"},       {"Andrés", "Cano", "andres.cano"},
    {"Elena", "Prieto", "elena.prieto"},     {"Hugo", "Navarro", "hugo.navarro"},
    {"Valentina", "Rojas", "valentina.r"},   {"Mateo", "Muñoz", "mateo.munoz"},
    {"Camila", "Soto", "camila.soto"},       {"Benjamín", "Araya", "benjamin.araya"},
    {"Emma", "Wilson", "emma.wilson"},       {"Oliver", "Brown", "oliver.brown"},
    {"Grace", "O'Neill", "grace.oneill"},    {"Jack", "Taylor", "jack.taylor"},
    {"Amélie", "Laurent", "amelie.laurent"}, {"Jürgen", "Weiß", "juergen.weiss"},
    {"Zoë", "de Vries", "zoe.devries"},      {"Ana", "Ramírez", "ana.ramirez"},
    {"Tomás", "Gil", "tomas.gil"},           {"Inés", "Molina", "ines.molina"},
}};

constexpr std::array kStaff = {"Laura"sv,        "Marcos"sv, "la Dra. Vega"sv,
                               "el Dr. Solís"sv, "Irene"sv,  "Paula"sv};
constexpr std::array kHours = {"9:00"sv, "10:30"sv, "12:15"sv, "16:00"sv, "17:30"sv, "18:45"sv, "19:15"sv};
constexpr std::array kDays = {"lunes"sv, "martes"sv, "miércoles"sv, "jueves"sv, "viernes"sv};
constexpr std::array kEnglishDays = {"Monday"sv, "Tuesday"sv, "Wednesday"sv, "Thursday"sv, "Friday"sv};

constexpr std::string_view kPageHead =
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Cl&iacute;nica "
    "Sol</title><style>body{margin:0;"
    "font-family:Arial,Helvetica,sans-serif;color:#333}.card{max-width:600px;margin:auto;padding:24px}</"
    "style>"
    "</head><body><div class=\"card\">";
constexpr std::string_view kPageFoot =
    "<p style=\"font-size:12px;color:#777\">Cl&iacute;nica Sol &middot; c/ Mayor, 12 &middot; "
    "<a href=\"https://example.com/baja?u=1&amp;l=es\">Darse de baja</a></p></div></body></html>";
constexpr std::string_view kTableRow =
    "<tr><td style=\"padding:4px 12px;border-bottom:1px solid #eee\">&nbsp;</td><td align=\"right\" "
    "style=\"padding:4px 12px;border-bottom:1px solid #eee\">&nbsp;</td></tr>";

void appendEscaped(std::string& out, char character)
{
    switch (character) {
    case '<':
        out += "&lt;";
        break;
    case '>':
        out += "&gt;";
        break;
    case '&':
        out += "&amp;";
        break;
    default:
        out += character;
    }
}

template<class Table>
auto pick(const Table& table, quint64 salt)
{
    return table[static_cast<std::size_t>(salt % table.size())];
}

} // namespace

std::span<const std::string_view> awkwardTexts()
{
    return kAwkward;
}

Person person(quint64 salt)
{
    Person one = pick(kPeople, salt);
    one.last = pick(kPeople, salt / kPeople.size()).last;
    return one;
}

std::string_view staffName(quint64 salt)
{
    return pick(kStaff, salt);
}

std::string filledIn(std::string_view text, bool english, const Person& who, quint64 salt)
{
    std::string out;
    out.reserve(text.size() + 32);
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) {
            break;
        }
        const std::size_t close = text.find('}', open);
        const std::string_view word = text.substr(open + 1, close - open - 1);
        if (word == "name") {
            out += who.first;
        } else if (word == "staff") {
            out += staffName(salt);
        } else if (word == "hour") {
            out += pick(kHours, salt >> 8);
        } else {
            out += english ? pick(kEnglishDays, salt >> 16) : pick(kDays, salt >> 16);
        }
        text.remove_prefix(close + 1);
    }
    return out;
}

std::string mailHtml(const std::string& text, int bytes)
{
    const auto wanted = static_cast<std::size_t>(std::max(bytes, 0));
    std::string out;
    out.reserve(std::max(wanted, text.size() + 600));
    out += kPageHead;
    out += "<p>";
    for (const char character : text) {
        if (character == '\n') {
            out += "</p>\n<p>";
        } else {
            appendEscaped(out, character);
        }
    }
    out += "</p>";
    if (out.size() + kPageFoot.size() + kTableRow.size() < wanted) {
        out += "<table>";
        while (out.size() + kPageFoot.size() + kTableRow.size() < wanted) {
            out += kTableRow;
        }
        out += "</table>";
    }
    out += kPageFoot;
    return out;
}

std::string longText(int units)
{
    constexpr std::size_t cell = 32767;
    constexpr std::string_view sentence =
        "El paciente refiere molestias leves tras la sesion y se pauta reposo. ";
    constexpr std::string_view emoji = "😀";
    const auto wanted = static_cast<std::size_t>(std::max(units, 0));
    std::string out;
    out.reserve(wanted + emoji.size());
    while (out.size() < wanted) {
        out += sentence.substr(0, std::min(sentence.size(), wanted - out.size()));
    }
    if (wanted > cell) {
        out.replace(cell - 1, 2, emoji);
    }
    return out;
}

} // namespace leadway::simulator
