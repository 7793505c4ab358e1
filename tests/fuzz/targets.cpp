#include "fuzz/targets.h"

#include "api/page.h"
#include "core/jsonrepair.h"
#include "core/spoolfields.h"
#include "core/spoolformat.h"
#include "core/spoolmanifest.h"
#include "format/spreadsheetguard.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUtf8StringView>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
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

bool isWithin(std::string_view part, std::string_view whole)
{
    return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

// Line breaks between tokens may have become spaces.
bool isSameJson(std::string_view before, std::string_view now)
{
    return std::equal(before.begin(), before.end(), now.begin(), now.end(), [](char then, char c) {
        return c == then || (c == ' ' && (then == '\n' || then == '\r'));
    });
}

// The text of a field: as it was, or the JSON of an object or a list that stands where a text belongs.
bool isSameText(std::string_view before, std::string_view now)
{
    return before == now || (before.find_first_of("{[") != std::string_view::npos && isSameJson(before, now));
}

bool isSameHead(const MessageHead& before, const MessageHead& now)
{
    return isSameText(before.id, now.id) && isSameText(before.messageType, now.messageType) &&
           before.createdAt == now.createdAt && before.updatedAt == now.updatedAt;
}

// What a spool keeps of a message: one line, from which it comes back and says the same.
void spoolLine(std::string_view raw, MessageParser& parser)
{
    std::string line;
    spoolformat::appendLine(line, raw);
    const std::size_t length = line.size() - 1;
    mustHold(std::count(line.begin(), line.end(), '\n') == 1 && line.back() == '\n', "a message is one line");
    line.append(kJsonPadding, ' ');
    std::string decoded;
    const std::string_view back =
        spoolformat::messageOfLine(std::string_view(line).substr(0, length), decoded);
    mustHold(isSameJson(raw, back), "a line gives back the bytes of its message");
    MessageHead head;
    MessageHead headNow;
    mustHold(parser.readHead(raw, head) == parser.readHead(back, headNow) && isSameHead(head, headNow),
             "a head is the same from its line");
    Message before;
    Message now;
    mustHold(parser.read(raw, before) == parser.read(back, now), "a message is read as well from its line");
    mustHold(before.createdAt == now.createdAt && isSameText(before.id, now.id) &&
                 isSameText(before.body, now.body) && isSameText(before.subject, now.subject) &&
                 before.attachments.size() == now.attachments.size(),
             "a message says the same from its line");
}

// Where another reader of JSON has no doubt either, both have read the same. Escapes and names that stand
// there twice are left aside.
void compareWithQt(const QByteArray& bytes, const std::optional<Page>& page)
{
    const QJsonObject answer = QJsonDocument::fromJson(bytes).object();
    if (!answer.value(QLatin1String("messages")).isArray() || bytes.count("\"messages\"") != 1 ||
        bytes.count("\"nextCursor\"") > 1 || bytes.contains('\\')) {
        return;
    }
    const QJsonArray elements = answer.value(QLatin1String("messages")).toArray();
    mustHold(page && page->received() == elements.size(), "every element is a message or unreadable");
    const QJsonValue cursor = answer.value(QLatin1String("nextCursor"));
    const bool isText = cursor.isString() || cursor.isNull() || cursor.isUndefined();
    if (isText && !page->repaired) { // one that was mended is none of the service's any more
        mustHold(page->nextCursor.value_or(std::string()) == cursor.toString().toStdString(),
                 "the cursor is that");
    }
    auto head = page->messages.begin();
    for (const QJsonValue& element : elements) {
        const QJsonValue id = element.toObject().value(QLatin1String("id"));
        if (id.isArray() || id.isObject()) {
            return;
        }
        const bool isMessage =
            !id.isUndefined() && !id.isNull() && (!id.isString() || !id.toString().isEmpty());
        if (isMessage) {
            mustHold(head != page->messages.end() &&
                         (!id.isString() || head->id == id.toString().toStdString()),
                     "the messages are those with an id, in their order");
            ++head;
        }
    }
    mustHold(head == page->messages.end(), "nothing else is a message");
}

bool isSameLane(const LaneState& before, const LaneState& now)
{
    return before.number == now.number && before.walk == now.walk && before.own == now.own &&
           before.reached == now.reached && before.hasEnded == now.hasEnded &&
           before.isRetired == now.isRetired && before.brought.expected == now.brought.expected &&
           before.brought.stoppedWithoutProgress == now.brought.stoppedWithoutProgress &&
           before.brought.endedEmpty == now.brought.endedEmpty &&
           std::all_of(kLaneCounts.begin(), kLaneCounts.end(), [&](const auto& count) {
               return before.brought.*count.second == now.brought.*count.second;
           });
}

bool isSameSegment(const Segment& before, const Segment& now)
{
    return before.number == now.number && before.lane == now.lane && before.kind == now.kind &&
           before.bytes == now.bytes && before.messages == now.messages && before.first == now.first &&
           before.last == now.last && before.crc == now.crc;
}

bool isSameWalk(const WalkState& before, const WalkState& now)
{
    return before.keepsToRanges == now.keepsToRanges && before.wentBack == now.wentBack &&
           before.otherRequests == now.otherRequests;
}

// Texts apart: half a surrogate pair is one no more when it was written.
bool isSameState(const SpoolState& before, const SpoolState& now)
{
    const MessageQuery& query = before.header.query;
    const MessageQuery& again = now.header.query;
    return query.channels == again.channels && query.interval == again.interval &&
           query.sortBy == again.sortBy && query.sortOrder == again.sortOrder && query.limit == again.limit &&
           before.header.runStart == now.header.runStart &&
           std::ranges::equal(before.lanes, now.lanes, isSameLane) &&
           std::ranges::equal(before.segments, now.segments, isSameSegment) &&
           std::ranges::equal(before.walks, now.walks, isSameWalk);
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
    const QByteArray anew = spoolformat::wholeManifest(state);
    const SpoolManifest ofNew = readManifest(anew);
    mustHold(ofNew.goodBytes == anew.size() && isSameState(state, stateOf(ofNew)),
             "a manifest written anew says the same");
    // Of segments that are lost, or half of them, no more is trusted than there is; but each lane is known.
    for (const std::uint64_t share : {0U, 1U}) {
        std::map<std::uint32_t, std::uint64_t> good;
        for (const Segment& segment : state.segments) {
            good[segment.number] = segment.bytes / 2 * share;
        }
        const SpoolState left = stateOf(read, good);
        mustHold(left.lanes.size() == state.lanes.size(), "a lane is brought back and not forgotten");
        mustHold(
            std::all_of(left.segments.begin(), left.segments.end(),
                        [&good](const Segment& segment) { return segment.bytes <= good[segment.number]; }),
            "no byte is trusted that is not there");
    }
}

// As a spreadsheet sees it: a few of the signs that are spaces or "=" to it as well.
std::string plainSigns(std::string_view cell)
{
    QByteArray plain = bytesOf(cell);
    for (const char* const space : {"\xc2\xa0", "\xe2\x80\x8b", "\xe3\x80\x80", "\xef\xbb\xbf"}) {
        plain.replace(space, " ");
    }
    return plain.replace("\xef\xbc\x9d", "=").toStdString();
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
    const QByteArray raw = bytesOf(bytes);
    const std::optional<Page> page = readPage(raw, parser);
    compareWithQt(raw, page);
    if (!page) {
        return;
    }
    mustHold(page->body.startsWith(raw), "a page stays as it came");
    const std::string_view body(page->body.constData(), bytes.size());
    Message message;
    const char* reached = body.data();
    for (const MessageHead& head : page->messages) {
        mustHold(isWithin(head.raw, body), "a message lies within its page");
        mustHold(head.raw.data() >= reached, "messages come one after the other");
        reached = head.raw.data() + head.raw.size();
        mustHold(!head.id.empty(), "a message has an id");
        if (parser.read(head.raw, message)) {
            // The JSON of an object is mended only where something else has to be, and no id is an object.
            mustHold(message.id == head.id || head.id.find_first_of("{[") != std::string::npos,
                     "a message has one id");
            mustHold(message.createdAt == head.createdAt, "a message has one date");
            mustHold(isUtf8(message.body) && isUtf8(message.subject) && isUtf8(message.contactId),
                     "texts are UTF-8");
        }
        MessageHead alone;
        mustHold(parser.readHead(head.raw, alone) && isSameHead(head, alone), "a message has one head");
        spoolLine(head.raw, parser);
    }
    for (const std::string_view element : page->unreadable) {
        mustHold(isWithin(element, body), "an element lies within its page");
        spoolLine(element, parser);
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
    // As the writer does with the whole cell.
    cell.insert(0, needsGuard(cell) ? 1 : 0, kGuard);
    bool isAtStart = true; // of a piece; a quote at that of the first one is a sign of the text
    bool isFirst = true;
    for (const char c : plainSigns(cell)) {
        mustHold(!isAtStart || c != '=', "no piece is a formula");
        isFirst = isFirst && !isSeparator(c);
        isAtStart = isSeparator(c) || (isAtStart && (c == ' ' || (c == '"' && !isFirst)));
    }
}

void repair(std::string_view bytes)
{
    constexpr std::string_view mark = "\xef\xbb\xbf";
    const std::string mended = sameLengthRepair(bytes);
    mustHold(mended.size() == bytes.size(), "positions stay");
    mustHold(isUtf8(mended), "what is mended for finding is UTF-8");
    mustHold(sameLengthRepair(mended) == mended, "mending for finding once is enough");
    const std::string text = textRepair(bytes);
    mustHold(isUtf8(text), "what is mended is UTF-8");
    mustHold(text.starts_with(mark) || textRepair(text) == text, "mending once is enough");
    const bool isSound =
        isUtf8(bytes) && !bytes.starts_with(mark) && std::none_of(bytes.begin(), bytes.end(), [](char c) {
            return static_cast<unsigned char>(c) < ' ' || c == '\\';
        });
    mustHold(!isSound || text == bytes, "what needs no mending stays as it is");
    const std::string valid = validUtf8(bytes);
    mustHold(isUtf8(valid) && validUtf8(valid) == valid, "making UTF-8 of it once is enough");
    mustHold(!isUtf8(bytes) || valid == bytes, "what is UTF-8 stays as it is");
    mustHold(bytes.starts_with(trimmed(bytes)), "trimming takes from the end");
    if (valid.size() >= 2 && valid.front() == '"' && valid.back() == '"') {
        mustHold(isUtf8(lenientString(valid)), "a string that is read all the same is UTF-8");
    }
}

} // namespace leadway::fuzz
