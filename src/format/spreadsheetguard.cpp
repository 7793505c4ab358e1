#include "format/spreadsheetguard.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace leadway
{

namespace
{

constexpr char kOther = 'X'; // a character that no number, date or formula begins with

// One character of the text as a spreadsheet understands it: full-width forms count as their ASCII
// originals, any space and any invisible mark as ' ', any dash that means minus as '-', any currency sign as
// '$', every other character outside ASCII as kOther.
struct Folded {
    char value;
    std::size_t length;
};

char foldedCodePoint(std::uint32_t c)
{
    const auto within = [c](std::uint32_t first, std::uint32_t last) { return c >= first && c <= last; };
    if (within(0xff01, 0xff5e)) {
        return static_cast<char>(c - 0xfee0);
    }
    if (c == 0xa0 || c == 0xad || c == 0x61c || within(0x2000, 0x200f) || within(0x2028, 0x202f) ||
        within(0x205f, 0x2064) || within(0x2066, 0x2069) || c == 0x3000 || c == 0xfeff) {
        return ' ';
    }
    if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212 || c == 0xfe63) {
        return '-';
    }
    if (within(0xa2, 0xa5) || within(0x20a0, 0x20cf) || within(0xffe0, 0xffe1)) {
        return '$';
    }
    return kOther;
}

Folded foldedBeyondAscii(std::string_view text, std::size_t at)
{
    const auto byte = [text](std::size_t i) -> std::uint32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const std::uint32_t lead = byte(at);
    if (lead < 0xe0) {
        return {foldedCodePoint((lead & 0x1f) << 6 | (byte(at + 1) & 0x3f)), 2};
    }
    if (lead < 0xf0) {
        return {foldedCodePoint((lead & 0xf) << 12 | (byte(at + 1) & 0x3f) << 6 | (byte(at + 2) & 0x3f)), 3};
    }
    return {kOther, 4};
}

Folded foldedAt(std::string_view text, std::size_t at)
{
    const bool isAscii = static_cast<unsigned char>(text[at]) < 0x80;
    return isAscii ? Folded{text[at], 1} : foldedBeyondAscii(text, at);
}

bool isFormulaLead(char c)
{
    return c == '=' || c == '+' || c == '-' || c == '@';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isLetter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

// The start of a cell without what a spreadsheet may skip before a formula.
Folded firstVisible(std::string_view cell, std::size_t& at)
{
    while (at < cell.size()) {
        const Folded c = foldedAt(cell, at);
        if (c.value != ' ' && c.value != '\t') {
            return c;
        }
        at += c.length;
    }
    return {' ', 0};
}

// A word that is written within dates and numbers, for looksLikeValue().
struct NumberWord {
    std::string_view word;
    bool canBeCut; // to three letters or more: a month or a day of the week
};

constexpr NumberWord kNumberWords[] = {
    {"a", false},        {"abril", true},    {"agosto", true},    {"am", false},       {"april", true},
    {"ars", false},      {"august", true},   {"clp", false},      {"cop", false},      {"de", false},
    {"december", true},  {"del", false},     {"diciembre", true}, {"domingo", true},   {"enero", true},
    {"eur", false},      {"febrero", true},  {"february", true},  {"friday", true},    {"gbp", false},
    {"january", true},   {"jueves", true},   {"julio", true},     {"july", true},      {"june", true},
    {"junio", true},     {"lunes", true},    {"m", false},        {"march", true},     {"martes", true},
    {"marzo", true},     {"may", true},      {"mayo", true},      {"miercoles", true}, {"monday", true},
    {"mxn", false},      {"nd", false},      {"november", true},  {"noviembre", true}, {"octubre", true},
    {"october", true},   {"p", false},       {"pen", false},      {"pm", false},       {"rd", false},
    {"sabado", true},    {"saturday", true}, {"sept", false},     {"september", true}, {"septiembre", true},
    {"setiembre", true}, {"st", false},      {"sunday", true},    {"t", false},        {"th", false},
    {"thursday", true},  {"tuesday", true},  {"usd", false},      {"viernes", true},   {"wednesday", true},
    {"z", false},
};

constexpr std::string_view kBooleans[] = {"true", "false", "verdadero", "falso"};

bool isBoolean(std::string_view word)
{
    return std::find(std::begin(kBooleans), std::end(kBooleans), word) != std::end(kBooleans);
}

// 1 to 26, or 0 behind the end.
constexpr unsigned letterAt(std::string_view word, std::size_t at)
{
    return at < word.size() ? static_cast<unsigned>(word[at] - 'a' + 1) : 0;
}

constexpr std::size_t firstTwo(std::string_view word)
{
    return letterAt(word, 0) * 32 + letterAt(word, 1);
}

// For every first two letters the third ones that a word of the two lists has, a bit each.
constexpr auto kThirdLetters = [] {
    std::array<std::uint32_t, std::size_t{32}* 32> thirds = {};
    const auto note = [&thirds](std::string_view word) { thirds[firstTwo(word)] |= 1U << letterAt(word, 2); };
    for (const NumberWord& known : kNumberWords) {
        note(known.word);
    }
    for (const std::string_view word : kBooleans) {
        note(word);
    }
    return thirds;
}();

// Nearly every text comes by here with its first word, and three letters tell nearly every word from the
// known ones.
bool mayBeKnown(std::string_view word)
{
    return (kThirdLetters[firstTwo(word)] >> letterAt(word, 2) & 1U) != 0;
}

bool belongsToNumber(std::string_view word, bool afterDigit)
{
    if (afterDigit && word == "e") {
        return true;
    }
    return mayBeKnown(word) &&
           std::any_of(std::begin(kNumberWords), std::end(kNumberWords), [word](const NumberWord& known) {
               return known.canBeCut ? word.size() >= 3 && known.word.starts_with(word) : known.word == word;
           });
}

bool isMark(char c)
{
    switch (c) {
    case '.':
    case ',':
    case ':':
    case '/':
    case '-':
    case '+':
    case '%':
    case '(':
    case ')':
    case '$':
    case '\'':
        return true;
    default:
        return false;
    }
}

// Digits with nothing but what may stand in a number, a sum of money, a date or a time; or a lone boolean.
// Most texts are refused at their first word, so this is not slow.
bool looksLikeValue(std::string_view cell)
{
    constexpr int longestValue = 48; // in characters
    std::array<char, 12> letters = {};
    std::size_t wordSize = 0;
    bool afterDigit = false;
    bool anyDigit = false;
    bool anyMark = false;
    bool anyBoolean = false;
    int count = 0;
    for (std::size_t at = 0; at <= cell.size();) {
        const Folded c = at < cell.size() ? foldedAt(cell, at) : Folded{' ', 1};
        at += c.length;
        if (isLetter(c.value)) {
            if (wordSize == letters.size()) {
                return false;
            }
            letters[wordSize++] = lower(c.value);
            if (wordSize == 3 && !mayBeKnown({letters.data(), wordSize})) {
                return false;
            }
            continue;
        }
        if (wordSize > 0) {
            const std::string_view word(letters.data(), wordSize);
            const bool isTruth = isBoolean(word);
            if (!isTruth && !belongsToNumber(word, afterDigit)) {
                return false;
            }
            anyBoolean = anyBoolean || isTruth;
            wordSize = 0;
        }
        afterDigit = isDigit(c.value);
        anyDigit = anyDigit || afterDigit;
        const bool afterMark = isMark(c.value);
        anyMark = anyMark || afterMark;
        if ((!afterDigit && !afterMark && c.value != ' ' && c.value != '\t') || ++count > longestValue) {
            return false;
        }
    }
    return anyBoolean ? !anyDigit && !anyMark : anyDigit;
}

bool isHarmlessWholeNumber(std::string_view cell)
{
    constexpr std::size_t longest = 11;
    return cell.size() <= longest && std::all_of(cell.begin(), cell.end(), isDigit) &&
           (cell.size() == 1 || cell.front() != '0');
}

// "#N/A", "#REF!", "#NAME?" and the like; a hashtag has no such end.
bool isErrorValue(std::string_view cell)
{
    if (!cell.starts_with('#') || cell.size() > 20) {
        return false;
    }
    return cell.ends_with('!') || cell.ends_with('?') || cell == "#N/A" || cell == "#N/D";
}

bool isLongNumber(std::string_view cell)
{
    return cell.size() >= 12 && std::all_of(cell.begin(), cell.end(), isDigit);
}

constexpr auto kCuts = [] {
    std::array<bool, 256> cuts = {};
    for (const char c : {',', ';', '\t', '\n'}) {
        cuts[static_cast<unsigned char>(c)] = true;
    }
    return cuts;
}();

bool isCut(char c)
{
    return kCuts[static_cast<unsigned char>(c)];
}

// Of a function or of a sheet.
bool endsName(char c)
{
    return isLetter(c) || isDigit(c) || c == '.' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// "SUM(": a bracket behind a name.
bool isCall(std::string_view piece, std::size_t at)
{
    return piece[at] == '(' && at > 0 && endsName(piece[at - 1]);
}

// "'[other file]sheet'!A1", which would be fetched; what merely ends with an exclamation mark is none.
bool isReference(std::string_view piece, std::size_t at)
{
    if (piece[at] != '!' || at == 0 || at + 1 == piece.size()) {
        return false;
    }
    const char next = piece[at + 1];
    return (endsName(piece[at - 1]) || piece[at - 1] == '\'') &&
           (isLetter(next) || isDigit(next) || next == '$');
}

// Whether a piece names something to call or to fetch, in this file, in another or in another program,
// "cmd|…".
bool callsSomething(std::string_view piece)
{
    for (std::size_t at = 0; at < piece.size(); ++at) {
        if (piece[at] == '|' || isCall(piece, at) || isReference(piece, at)) {
            return true;
        }
    }
    return false;
}

} // namespace

bool needsGuard(std::string_view cell)
{
    if (cell.empty()) {
        return false;
    }
    const char first = cell.front();
    if (first == '\t' || first == '\r' || first == '\n') {
        return true;
    }
    if (isLetter(first)) {
        return looksLikeValue(cell); // as most cells do, for which the rest has no answer
    }
    if (isHarmlessWholeNumber(cell)) {
        return false;
    }
    std::size_t at = 0;
    const char lead = firstVisible(cell, at).value;
    if (isFormulaLead(lead)) {
        return true;
    }
    if (lead == kOther) {
        return false;
    }
    if (lead == '#') {
        return isErrorValue(cell.substr(at));
    }
    if (isLongNumber(cell)) {
        return true;
    }
    return looksLikeValue(cell);
}

void guardInside(std::string& cell)
{
    // Not find_first_of(), which calls a function for every character.
    const auto nextCut = [&cell](std::size_t from) {
        const auto found = std::find_if(cell.begin() + static_cast<std::ptrdiff_t>(from), cell.end(), isCut);
        return static_cast<std::size_t>(found - cell.begin());
    };
    for (std::size_t at = nextCut(0); at < cell.size(); at = nextCut(at)) {
        ++at;
        std::size_t begin = at;
        // A doubled quote does not keep a spreadsheet from seeing what follows it.
        Folded lead = firstVisible(cell, begin);
        while (lead.value == '"') {
            begin += lead.length;
            lead = firstVisible(cell, begin);
        }
        if (!isFormulaLead(lead.value)) {
            continue;
        }
        const std::size_t length = nextCut(begin) - begin;
        if (lead.value == '=' || callsSomething(std::string_view(cell).substr(begin, length))) {
            cell.insert(begin, 1, kGuard);
            at = begin + 1;
        }
    }
}

} // namespace leadway
