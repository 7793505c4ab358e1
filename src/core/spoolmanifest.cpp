#include "core/spoolmanifest.h"

#include "core/spoolfields.h"
#include "core/spoolformat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace leadway
{

namespace
{

// Numbers beyond these are damage that a checksum happens to fit.
constexpr int kMostLanesEver = 1'000'000;
constexpr int kMostWalks = 16;

QString textOf(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

Msecs msecsOf(const QJsonObject& object, const char* name)
{
    return textOf(object, name).toLongLong();
}

qint64 countOf(const QJsonObject& object, const char* name)
{
    return std::max<qint64>(0, object.value(QLatin1String(name)).toInteger());
}

Interval intervalOf(const QJsonObject& object)
{
    return {msecsOf(object, "begin"), msecsOf(object, "end")};
}

SegmentKind kindOf(const QString& name)
{
    const auto* const found = std::find_if(kSegmentKinds.begin(), kSegmentKinds.end(), [&](const auto& kind) {
        return name == QLatin1String(kind.first);
    });
    return found == kSegmentKinds.end() ? SegmentKind::Dated : found->second;
}

// The record of a line without its end, if it is whole.
std::optional<QJsonObject> recordOf(const QByteArray& line)
{
    const qsizetype tab = line.lastIndexOf('\t');
    if (tab < 0) {
        return std::nullopt;
    }
    bool isNumber = false;
    const quint32 crc = line.sliced(tab + 1).toUInt(&isNumber, 16);
    if (!isNumber || crc != spoolformat::crcOf({line.constData(), static_cast<std::size_t>(tab)})) {
        return std::nullopt;
    }
    const QJsonDocument document = QJsonDocument::fromJson(line.first(tab));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

// Nothing where an earlier version of the program wrote the manifest.
MessageFilter filterOf(const QJsonObject& object)
{
    MessageFilter filter;
    for (const Direction direction : {Direction::Received, Direction::Sent}) {
        if (textOf(object, "direction") == QLatin1String(apiName(direction))) {
            filter.direction = direction;
        }
    }
    filter.status = textOf(object, "status");
    filter.text = textOf(object, "text");
    filter.hasAttachment = object.value(QLatin1String("hasAttachment")).toBool();
    return filter;
}

bool readHeader(const QJsonObject& object, SpoolHeader& header)
{
    if (object.value(QLatin1String("version")).toInt() != kSpoolVersion) {
        return false;
    }
    MessageQuery& query = header.query;
    query.locationId = textOf(object, "locationId");
    query.channels = Channels(object.value(QLatin1String("channels")).toInt()) & allChannels();
    query.contactId = textOf(object, "contactId");
    query.conversationId = textOf(object, "conversationId");
    query.interval = intervalOf(object);
    query.sortBy = object.value(QLatin1String("updatedAt")).toBool() ? SortBy::UpdatedAt : SortBy::CreatedAt;
    query.sortOrder =
        object.value(QLatin1String("ascending")).toBool() ? SortOrder::Ascending : SortOrder::Descending;
    query.limit = std::clamp(object.value(QLatin1String("limit")).toInt(), kSmallestLimit, kLargestLimit);
    query.filter = filterOf(object.value(QLatin1String("filter")).toObject());
    header.zone = textOf(object, "zone").toUtf8();
    header.runStart = msecsOf(object, "runStart");
    return true;
}

Segment segmentOf(const QJsonObject& object, int lane)
{
    Segment segment;
    segment.number = static_cast<std::uint32_t>(countOf(object, "segment"));
    segment.lane = lane;
    segment.kind = kindOf(textOf(object, "kind"));
    segment.bytes = static_cast<std::uint64_t>(countOf(object, "bytes"));
    segment.messages = countOf(object, "messages");
    segment.first = msecsOf(object, "first");
    segment.last = msecsOf(object, "last");
    segment.crc = static_cast<std::uint32_t>(countOf(object, "crc"));
    return segment;
}

bool readLane(const QJsonObject& object, SpoolManifest::LaneRecord& record)
{
    LaneState& lane = record.lane;
    lane.number = object.value(QLatin1String("lane")).toInt();
    lane.walk = object.value(QLatin1String("walk")).toInt();
    if (lane.number <= 0 || lane.number > kMostLanesEver || lane.walk < 0 || lane.walk >= kMostWalks) {
        return false;
    }
    lane.own = intervalOf(object);
    if (object.contains(QLatin1String("reached"))) {
        lane.reached = msecsOf(object, "reached");
    }
    lane.hasEnded = object.value(QLatin1String("ended")).toBool();
    lane.isRetired = object.value(QLatin1String("retired")).toBool();
    WalkReport& brought = lane.brought;
    brought.channel = textOf(object, "channel");
    brought.stoppedWithoutProgress = object.value(QLatin1String("stopped")).toBool();
    brought.endedEmpty = object.value(QLatin1String("endedEmpty")).toBool();
    if (object.contains(QLatin1String("expected"))) {
        brought.expected = countOf(object, "expected");
    }
    const QJsonObject counts = object.value(QLatin1String("counts")).toObject();
    for (const auto& [name, member] : kLaneCounts) {
        brought.*member = countOf(counts, name);
    }
    const QJsonArray segments = object.value(QLatin1String("segments")).toArray();
    for (const auto& segment : segments) {
        record.segments.push_back(segmentOf(segment.toObject(), lane.number));
    }
    return true;
}

bool readRecord(const QJsonObject& object, SpoolManifest& manifest)
{
    const QString kind = textOf(object, "record");
    if (kind == QLatin1String("run") && !manifest.hasHeader) {
        manifest.hasHeader = readHeader(object, manifest.header);
        return manifest.hasHeader;
    }
    if (!manifest.hasHeader) {
        return false;
    }
    if (kind == QLatin1String("walk")) {
        const auto wentBack = static_cast<int>(countOf(object, "wentBack"));
        const bool isKnown = wentBack <= static_cast<int>(WentBack::FellShort);
        const auto walk = static_cast<int>(countOf(object, "walk"));
        if (walk >= kMostWalks) {
            return false;
        }
        manifest.walks[walk] = {object.value(QLatin1String("keepsToRanges")).toBool(true),
                                isKnown ? static_cast<WentBack>(wentBack) : WentBack::FellShort,
                                countOf(object, "otherRequests")};
        return true;
    }
    SpoolManifest::LaneRecord record;
    if (kind != QLatin1String("lane") || !readLane(object, record)) {
        return false;
    }
    manifest.records.push_back(std::move(record));
    return true;
}

bool isWhole(const SpoolManifest::LaneRecord& record, const std::map<std::uint32_t, std::uint64_t>& good)
{
    return std::all_of(record.segments.begin(), record.segments.end(), [&good](const Segment& segment) {
        const auto found = good.find(segment.number);
        return found == good.end() || segment.bytes <= found->second;
    });
}

} // namespace

SpoolManifest readManifest(const QByteArray& bytes)
{
    SpoolManifest manifest;
    for (;;) {
        const qsizetype end = bytes.indexOf('\n', manifest.goodBytes);
        if (end < 0) {
            return manifest;
        }
        const auto record = recordOf(bytes.sliced(manifest.goodBytes, end - manifest.goodBytes));
        if (!record || !readRecord(*record, manifest)) {
            return manifest;
        }
        manifest.goodBytes = end + 1;
    }
}

SpoolState stateOf(const SpoolManifest& manifest, const std::map<std::uint32_t, std::uint64_t>& good)
{
    SpoolState state;
    state.header = manifest.header;
    std::map<int, LaneState> lanes;
    std::map<int, bool> isLaneBroken;
    std::map<std::uint32_t, Segment> segments;
    for (const SpoolManifest::LaneRecord& record : manifest.records) {
        const int number = record.lane.number;
        bool& isBroken = isLaneBroken[number];
        isBroken = isBroken || !isWhole(record, good);
        if (isBroken) {
            // What others took over from it stays with them.
            LaneState& lane = lanes[number];
            lane.number = number;
            lane.walk = record.lane.walk;
            lane.own = record.lane.own;
            lane.isRetired = record.lane.isRetired;
            lane.brought.channel = record.lane.brought.channel;
            continue;
        }
        lanes[number] = record.lane;
        for (const Segment& segment : record.segments) {
            segments[segment.number] = segment;
        }
    }
    for (const auto& [number, lane] : lanes) {
        state.lanes.push_back(lane);
    }
    for (const auto& [number, segment] : segments) {
        state.segments.push_back(segment);
    }
    for (const auto& [walk, known] : manifest.walks) {
        state.walks.resize(static_cast<std::size_t>(walk) + 1); // the map is in their order
        state.walks.back() = known;
    }
    return state;
}

} // namespace leadway
