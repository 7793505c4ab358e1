#include "core/spoolformat.h"

#include "core/message.h"
#include "core/spoolfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <zlib.h>

namespace leadway::spoolformat
{

namespace
{

constexpr char kEncodedMark = '=';

bool hasLineBreak(std::string_view text)
{
    return text.find('\n') != std::string_view::npos || text.find('\r') != std::string_view::npos;
}

// Line breaks between tokens become spaces. False if one stands inside a string.
bool appendOnOneLine(std::string& out, std::string_view raw)
{
    bool inString = false;
    bool escaped = false;
    for (const char c : raw) {
        const bool isBreak = c == '\n' || c == '\r';
        if (inString && isBreak) {
            return false;
        }
        out += isBreak ? ' ' : c;
        if (escaped) {
            escaped = false;
        } else if (c == '"') {
            inString = !inString;
        } else {
            escaped = inString && c == '\\';
        }
    }
    return true;
}

// Milliseconds as text, since a JSON number is a double to many readers.
QString asText(Msecs when)
{
    return QString::number(when);
}

QJsonObject countsOf(const WalkReport& brought)
{
    QJsonObject counts;
    for (const auto& [name, member] : kLaneCounts) {
        counts.insert(QLatin1String(name), brought.*member);
    }
    return counts;
}

QJsonObject filterObject(const MessageFilter& filter)
{
    return {
        {QStringLiteral("direction"),
         filter.direction ? QLatin1String(apiName(*filter.direction)) : QString()},
        {QStringLiteral("status"), filter.status},
        {QStringLiteral("text"), filter.text},
        {QStringLiteral("hasAttachment"), filter.hasAttachment},
    };
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject segmentObject(const Segment& segment)
{
    return {
        {QStringLiteral("segment"), static_cast<qint64>(segment.number)},
        {QStringLiteral("kind"), kindName(segment.kind)},
        {QStringLiteral("bytes"), static_cast<qint64>(segment.bytes)},
        {QStringLiteral("messages"), static_cast<qint64>(segment.messages)},
        {QStringLiteral("first"), asText(segment.first)},
        {QStringLiteral("last"), asText(segment.last)},
        {QStringLiteral("crc"), static_cast<qint64>(segment.crc)},
    };
}

} // namespace

QString manifestPath(const QString& folder)
{
    return folder + QStringLiteral("/manifest.jsonl");
}

QString segmentPath(const QString& folder, std::uint32_t number)
{
    return folder + QStringLiteral("/segment-%1.jsonl").arg(number, 6, 10, QLatin1Char('0'));
}

QString segmentPattern()
{
    return QStringLiteral("segment-*.jsonl");
}

void appendLine(std::string& out, std::string_view raw)
{
    const std::size_t start = out.size();
    if (!hasLineBreak(raw)) {
        out.append(raw);
    } else if (!appendOnOneLine(out, raw)) {
        out.resize(start);
        const QByteArray encoded = QByteArray(raw.data(), static_cast<qsizetype>(raw.size())).toBase64();
        out += kEncodedMark;
        out.append(encoded.constData(), static_cast<std::size_t>(encoded.size()));
    }
    out += '\n';
}

std::string_view messageOfLine(std::string_view line, std::string& decoded)
{
    if (line.empty() || line.front() != kEncodedMark) {
        return line;
    }
    line.remove_prefix(1);
    const QByteArray bytes =
        QByteArray::fromBase64(QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size())));
    decoded.assign(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    decoded.append(kJsonPadding, ' ');
    return std::string_view(decoded).substr(0, decoded.size() - kJsonPadding);
}

QByteArray headerRecord(const SpoolHeader& header)
{
    const MessageQuery& query = header.query;
    const QJsonObject object = {
        {QStringLiteral("record"), QStringLiteral("run")},
        {QStringLiteral("version"), kSpoolVersion},
        {QStringLiteral("locationId"), query.locationId},
        {QStringLiteral("channels"), static_cast<int>(query.channels)},
        {QStringLiteral("contactId"), query.contactId},
        {QStringLiteral("conversationId"), query.conversationId},
        {QStringLiteral("begin"), asText(query.interval.begin)},
        {QStringLiteral("end"), asText(query.interval.end)},
        {QStringLiteral("updatedAt"), query.sortBy == SortBy::UpdatedAt},
        {QStringLiteral("ascending"), query.sortOrder == SortOrder::Ascending},
        {QStringLiteral("limit"), query.limit},
        {QStringLiteral("filter"), filterObject(query.filter)},
        {QStringLiteral("zone"), QString::fromUtf8(header.zone)},
        {QStringLiteral("runStart"), asText(header.runStart)},
    };
    return compact(object);
}

QByteArray walkRecord(int walk, const WalkState& state)
{
    return compact({
        {QStringLiteral("record"), QStringLiteral("walk")},
        {QStringLiteral("walk"), walk},
        {QStringLiteral("keepsToRanges"), state.keepsToRanges},
        {QStringLiteral("wentBack"), static_cast<int>(state.wentBack)},
        {QStringLiteral("otherRequests"), state.otherRequests},
    });
}

QByteArray laneRecord(const LaneState& lane, const std::vector<Segment>& segments)
{
    QJsonObject object = {
        {QStringLiteral("record"), QStringLiteral("lane")},
        {QStringLiteral("lane"), lane.number},
        {QStringLiteral("walk"), lane.walk},
        {QStringLiteral("begin"), asText(lane.own.begin)},
        {QStringLiteral("end"), asText(lane.own.end)},
        {QStringLiteral("ended"), lane.hasEnded},
        {QStringLiteral("retired"), lane.isRetired},
        {QStringLiteral("channel"), lane.brought.channel},
        {QStringLiteral("stopped"), lane.brought.stoppedWithoutProgress},
        {QStringLiteral("endedEmpty"), lane.brought.endedEmpty},
        {QStringLiteral("counts"), countsOf(lane.brought)},
    };
    if (lane.reached) {
        object.insert(QStringLiteral("reached"), asText(*lane.reached));
    }
    if (lane.brought.expected) {
        object.insert(QStringLiteral("expected"), *lane.brought.expected);
    }
    QJsonArray array;
    for (const Segment& segment : segments) {
        array.append(segmentObject(segment));
    }
    object.insert(QStringLiteral("segments"), array);
    return compact(object);
}

std::uint32_t crcOf(std::string_view bytes, std::uint32_t before)
{
    return static_cast<std::uint32_t>(
        crc32_z(before, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

QByteArray manifestLine(const QByteArray& record)
{
    const std::uint32_t crc = crcOf({record.constData(), static_cast<std::size_t>(record.size())});
    return record + '\t' + QByteArray::number(crc, 16) + '\n';
}

QByteArray wholeManifest(const SpoolState& state)
{
    QByteArray content = manifestLine(headerRecord(state.header));
    for (std::size_t walk = 0; walk < state.walks.size(); ++walk) {
        content += manifestLine(walkRecord(static_cast<int>(walk), state.walks[walk]));
    }
    for (const LaneState& lane : state.lanes) {
        std::vector<Segment> segments;
        std::copy_if(state.segments.begin(), state.segments.end(), std::back_inserter(segments),
                     [&lane](const Segment& segment) { return segment.lane == lane.number; });
        content += manifestLine(laneRecord(lane, segments));
    }
    return content;
}

} // namespace leadway::spoolformat
