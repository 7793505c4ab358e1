#include "fuzz/targets.h"

#include "api/page.h"
#include "core/jsonrepair.h"
#include "core/spoolformat.h"
#include "core/spoolmanifest.h"
#include "format/spreadsheetguard.h"

#include <QByteArray>
#include <QUtf8StringView>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace leadway::fuzz
{

namespace
{

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

bool isUtf8(std::string_view text)
{
    return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

bool isWithin(std::string_view part, const QByteArray& whole)
{
    return part.data() >= whole.constData() && part.data() + part.size() <= whole.constData() + whole.size();
}

// What a spool keeps of a message: one line, from which it comes back.
void spoolLine(std::string_view raw)
{
    std::string line;
    spoolformat::appendLine(line, raw);
    mustHold(std::count(line.begin(), line.end(), '\n') == 1 && line.back() == '\n', "a message is one line");
    std::string decoded;
    const std::string_view back =
        spoolformat::messageOfLine(std::string_view(line).substr(0, line.size() - 1), decoded);
    mustHold(back.size() == raw.size(), "a line gives back a message of the same length");
    const bool isSame = std::equal(back.begin(), back.end(), raw.begin(), [](char now, char before) {
        return now == before || (now == ' ' && (before == '\n' || before == '\r'));
    });
    mustHold(isSame, "a line gives back the bytes of its message");
}

void readAll(const QByteArray& bytes)
{
    const SpoolManifest read = readManifest(bytes);
    mustHold(read.goodBytes >= 0 && read.goodBytes <= bytes.size(), "no more is read than there is");
    mustHold(read.hasHeader || (read.goodBytes == 0 && read.records.empty()),
             "nothing counts before the header");
    const SpoolManifest again = readManifest(bytes.first(read.goodBytes));
    mustHold(again.goodBytes == read.goodBytes && again.records.size() == read.records.size(),
             "what is good is good without what follows");
    if (!read.hasHeader) {
        return;
    }
    const SpoolState state = stateOf(read);
    const SpoolState whole = stateOf(readManifest(spoolformat::wholeManifest(state)));
    mustHold(whole.lanes.size() == state.lanes.size() && whole.segments.size() == state.segments.size() &&
                 whole.walks.size() == state.walks.size(),
             "a manifest written anew says the same");
    // Of segments that are all lost, nothing remains.
    std::map<std::uint32_t, std::uint64_t> lost;
    for (const Segment& segment : state.segments) {
        lost[segment.number] = 0;
    }
    for (const Segment& segment : stateOf(read, lost).segments) {
        mustHold(segment.bytes == 0, "no byte is trusted that is not there");
    }
}

bool isSeparator(char c)
{
    return c == ',' || c == ';' || c == '\t' || c == '\n'; // a lone '\r' is '\n' by then
}

} // namespace

void mustHold(bool isTrue, const char* what)
{
    if (!isTrue) {
        std::fprintf(stderr, "This does not hold: %s\n", what);
        std::abort();
    }
}

void page(std::string_view bytes)
{
    MessageParser parser;
    const std::optional<Page> page = readPage(bytesOf(bytes), parser);
    if (!page) {
        return;
    }
    Message message;
    for (const MessageHead& head : page->messages) {
        mustHold(isWithin(head.raw, page->body), "a message lies within its page");
        mustHold(!head.id.empty(), "a message has an id");
        if (parser.read(head.raw, message)) {
            mustHold(message.id == head.id, "a message has one id");
            mustHold(message.createdAt == head.createdAt, "a message has one date");
            mustHold(isUtf8(message.body) && isUtf8(message.subject) && isUtf8(message.contactId),
                     "texts are UTF-8");
        }
        spoolLine(head.raw);
    }
    for (const std::string_view element : page->unreadable) {
        mustHold(isWithin(element, page->body), "an element lies within its page");
        spoolLine(element);
    }
    mustHold(!page->nextCursor || !page->nextCursor->empty(), "an empty cursor is none");
}

void manifest(std::string_view bytes)
{
    const QByteArray raw = bytesOf(bytes);
    readAll(raw);
    QByteArray vouched;
    const QList<QByteArray> records = raw.split('\n');
    for (const QByteArray& record : records) {
        vouched += spoolformat::manifestLine(record.first(std::max<qsizetype>(0, record.lastIndexOf('\t'))));
    }
    readAll(vouched);
}

void guard(std::string_view bytes)
{
    const std::string before = validUtf8(bytes); // as all texts are by then
    const std::size_t visible = before.find_first_not_of(' ');
    const bool isFormula = visible != std::string::npos && before[visible] == '=';
    mustHold(!isFormula || needsGuard(before), "a formula needs a guard");
    std::string cell = before;
    guardInside(cell);
    auto original = before.begin();
    for (const char c : cell) {
        const bool isKept = original != before.end() && *original == c;
        mustHold(isKept || c == kGuard, "nothing but guards is added");
        original += isKept ? 1 : 0;
    }
    mustHold(original == before.end(), "nothing is taken away");
    std::string again = cell;
    guardInside(again);
    mustHold(again == cell, "what is guarded stays as it is");
    bool isAtStart = false; // of a piece, the first one apart
    for (const char c : cell) {
        mustHold(!isAtStart || c != '=', "no piece is a formula");
        isAtStart = isSeparator(c) || (isAtStart && c == ' ');
    }
}

void repair(std::string_view bytes)
{
    mustHold(sameLengthRepair(bytes).size() == bytes.size(), "positions stay");
    mustHold(isUtf8(sameLengthRepair(bytes)), "what is mended for finding is UTF-8");
    const std::string text = textRepair(bytes);
    mustHold(isUtf8(text), "what is mended is UTF-8");
    const std::string valid = validUtf8(bytes);
    mustHold(isUtf8(valid) && validUtf8(valid) == valid, "mending once is enough");
    mustHold(!isUtf8(bytes) || valid == bytes, "what is whole stays as it is");
    mustHold(trimmed(bytes).size() <= bytes.size(), "trimming takes away");
    if (valid.size() >= 2 && valid.front() == '"' && valid.back() == '"') {
        mustHold(isUtf8(lenientString(valid)), "a string that is read all the same is UTF-8");
    }
}

} // namespace leadway::fuzz
