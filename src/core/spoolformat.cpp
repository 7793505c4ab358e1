#include "core/spoolformat.h"

#include "core/message.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <zlib.h>

namespace leadway::spoolformat
{

namespace
{

constexpr int kSpoolVersion = 1;
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

quint32 crcOf(const QByteArray& bytes)
{
    return static_cast<quint32>(
        crc32(0, reinterpret_cast<const Bytef*>(bytes.constData()), static_cast<uInt>(bytes.size())));
}

QLatin1String kindName(SegmentKind kind)
{
    switch (kind) {
    case SegmentKind::Undated:
        return QLatin1String("undated");
    case SegmentKind::Unreadable:
        return QLatin1String("unreadable");
    case SegmentKind::Dated:
        break;
    }
    return QLatin1String("dated");
}

SegmentKind kindOf(const QString& name)
{
    for (const SegmentKind kind : {SegmentKind::Undated, SegmentKind::Unreadable}) {
        if (name == kindName(kind)) {
            return kind;
        }
    }
    return SegmentKind::Dated;
}

// Milliseconds as text, since a JSON number is a double to many readers.
QString asText(Msecs when)
{
    return QString::number(when);
}

Segment segmentOf(const QJsonObject& object)
{
    Segment segment;
    segment.number = static_cast<std::uint32_t>(object.value(QLatin1String("segment")).toInteger());
    segment.walk = object.value(QLatin1String("walk")).toInt();
    segment.kind = kindOf(object.value(QLatin1String("kind")).toString());
    segment.bytes = static_cast<std::uint64_t>(object.value(QLatin1String("bytes")).toInteger());
    segment.messages = object.value(QLatin1String("messages")).toInteger();
    segment.first = object.value(QLatin1String("first")).toString().toLongLong();
    segment.last = object.value(QLatin1String("last")).toString().toLongLong();
    return segment;
}

// The record of a manifest's line, if the line is whole.
std::optional<QJsonObject> recordOf(const QByteArray& line)
{
    const qsizetype tab = line.lastIndexOf('\t');
    if (tab < 0 || !line.endsWith('\n')) {
        return std::nullopt;
    }
    const QByteArray json = line.first(tab);
    bool isNumber = false;
    const quint32 crc = line.sliced(tab + 1).trimmed().toUInt(&isNumber, 16);
    if (!isNumber || crc != crcOf(json)) {
        return std::nullopt;
    }
    return QJsonDocument::fromJson(json).object();
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
        {QStringLiteral("zone"), QString::fromUtf8(header.zone)},
        {QStringLiteral("runStart"), asText(header.runStart)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray segmentRecord(const Segment& segment)
{
    const QJsonObject object = {
        {QStringLiteral("record"), QStringLiteral("segment")},
        {QStringLiteral("segment"), static_cast<qint64>(segment.number)},
        {QStringLiteral("walk"), segment.walk},
        {QStringLiteral("kind"), kindName(segment.kind)},
        {QStringLiteral("bytes"), static_cast<qint64>(segment.bytes)},
        {QStringLiteral("messages"), static_cast<qint64>(segment.messages)},
        {QStringLiteral("first"), asText(segment.first)},
        {QStringLiteral("last"), asText(segment.last)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray manifestLine(const QByteArray& record)
{
    return record + '\t' + QByteArray::number(crcOf(record), 16) + '\n';
}

bool readManifestLine(const QByteArray& line, std::optional<Segment>& segment)
{
    segment.reset();
    const auto record = recordOf(line);
    if (!record) {
        return false;
    }
    if (record->value(QLatin1String("record")).toString() == QLatin1String("segment")) {
        segment = segmentOf(*record);
    }
    return true;
}

} // namespace leadway::spoolformat
