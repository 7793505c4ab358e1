#include "support/wirescript.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <memory>

#define ZLIB_CONST
#include <zlib.h>

namespace leadway::test
{

namespace
{

constexpr int kGzipWindow = 15 + 16;
constexpr int kMemoryLevel = 8;

QByteArray dateNow()
{
    return QLocale::c()
               .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
               .toLatin1() +
           " GMT";
}

QByteArray head(int code, const QByteArray& contentType, const QList<QPair<QByteArray, QByteArray>>& headers)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(code) + (code == 200 ? " OK" : " Whatever") + "\r\n";
    if (!contentType.isEmpty()) {
        out += "Content-Type: " + contentType + "\r\n";
    }
    for (const auto& [name, value] : headers) {
        out += name + ": " + value + "\r\n";
    }
    return out + "\r\n";
}

QPair<QByteArray, QByteArray> length(qsizetype size)
{
    return {"Content-Length", QByteArray::number(size)};
}

QPair<QByteArray, QByteArray> date()
{
    return {"Date", dateNow()};
}

QByteArray jsonHead(const QList<QPair<QByteArray, QByteArray>>& headers)
{
    return head(200, "application/json; charset=utf-8", headers);
}

// Compresses an endless run of one character piece by piece.
class BombMaker
{
public:
    explicit BombMaker(qint64 size)
        : m_left(size)
        , m_piece(0x10000, ' ')
    {
        deflateInit2(&m_stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow, kMemoryLevel,
                     Z_DEFAULT_STRATEGY);
    }
    ~BombMaker() { deflateEnd(&m_stream); }
    BombMaker(const BombMaker&) = delete;
    BombMaker& operator=(const BombMaker&) = delete;

    QByteArray next()
    {
        QByteArray out;
        // Compressed so well, many pieces give nothing; an empty answer would mean the end.
        while (out.isEmpty() && !m_ended) {
            const qint64 size = std::min<qint64>(m_left, m_piece.size());
            m_left -= size;
            m_stream.next_in = reinterpret_cast<const Bytef*>(m_piece.constData());
            m_stream.avail_in = static_cast<uInt>(size);
            m_ended = m_left == 0;
            drain(out);
        }
        return out;
    }

private:
    void drain(QByteArray& out)
    {
        QByteArray buffer(0x4000, Qt::Uninitialized);
        do {
            m_stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
            m_stream.avail_out = static_cast<uInt>(buffer.size());
            deflate(&m_stream, m_ended ? Z_FINISH : Z_NO_FLUSH);
            out.append(buffer.constData(), buffer.size() - static_cast<qsizetype>(m_stream.avail_out));
        } while (m_stream.avail_out == 0);
    }

    z_stream m_stream{};
    qint64 m_left;
    QByteArray m_piece;
    bool m_ended = false;
};

} // namespace

QByteArray gzip(const QByteArray& data, int level)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
        return {};
    }
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(data.size()))),
                   Qt::Uninitialized);
    stream.next_in = reinterpret_cast<const Bytef*>(data.constData());
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray repetitivePage(int messages, int bodyBytes)
{
    constexpr int idLength = 20;
    QByteArray page = "{\"messages\":[";
    for (int i = 0; i < messages; ++i) {
        page += i > 0 ? "," : "";
        page += R"({"id":")" + QByteArray::number(i).rightJustified(idLength, '0') +
                R"(","messageType":"TYPE_EMAIL","dateAdded":"2024-03-27T10:00:00.000Z","body":")" +
                QByteArray(bodyBytes, 'x') + R"("})";
    }
    page += R"(],"nextCursor":null,"total":)" + QByteArray::number(messages) + '}';
    return page;
}

Script Script::raw(const QByteArray& bytes, End end)
{
    Script script;
    script.steps.push_back({bytes, {}});
    script.end = end;
    return script;
}

Script Script::ok(const QByteArray& json)
{
    return raw(jsonHead({length(json.size()), date()}) + json, End::KeepOpen);
}

Script Script::status(int code, const QByteArray& body, const QByteArray& contentType,
                      const QList<QPair<QByteArray, QByteArray>>& headers)
{
    return raw(head(code, contentType, QList{length(body.size()), date()} + headers) + body, End::KeepOpen);
}

Script Script::gzipped(const QByteArray& json)
{
    const QByteArray small = gzip(json);
    return raw(jsonHead({length(small.size()), date(), {"Content-Encoding", "gzip"}}) + small, End::KeepOpen);
}

Script Script::withoutDate(const QByteArray& json)
{
    return raw(jsonHead({length(json.size())}) + json, End::KeepOpen);
}

Script Script::reset(const QByteArray& json, qsizetype sent)
{
    const QByteArray whole = jsonHead({length(json.size()), date()}) + json;
    return raw(whole.left(sent), End::Reset);
}

Script Script::cut(const QByteArray& json, qsizetype sent)
{
    return raw(jsonHead({length(json.size()), date()}) + json.left(sent), End::Close);
}

Script Script::closeDelimitedCut(const QByteArray& json, qsizetype sent)
{
    return raw(jsonHead({date(), {"Connection", "close"}}) + json.left(sent), End::Close);
}

Script Script::gzipCut(const QByteArray& json)
{
    const QByteArray small = gzip(json);
    const QByteArray half = small.left(small.size() / 2);
    return raw(jsonHead({length(half.size()), date(), {"Content-Encoding", "gzip"}}) + half, End::KeepOpen);
}

Script Script::drip(const QByteArray& json, std::chrono::milliseconds pause)
{
    Script script;
    script.steps.push_back({jsonHead({length(json.size()), date()}), {}});
    for (const char byte : json) {
        script.steps.push_back({QByteArray(1, byte), pause});
    }
    return script;
}

Script Script::hang()
{
    return raw({}, End::Hang);
}

Script Script::hangInBody(const QByteArray& json, qsizetype sent)
{
    return raw(jsonHead({length(json.size()), date()}) + json.left(sent), End::Hang);
}

Script Script::bomb(qint64 size)
{
    Script script =
        raw(jsonHead({date(), {"Content-Encoding", "gzip"}, {"Connection", "close"}}), End::Close);
    script.more = [maker = std::make_shared<BombMaker>(size)] { return maker->next(); };
    return script;
}

Script Script::redirect(const QUrl& location, int code)
{
    return status(code, "<html>Moved</html>", "text/html", {{"Location", location.toEncoded()}});
}

Script Script::garbage()
{
    return raw("\x16\x03\x01 this is not HTTP\r\n\r\n", End::Close);
}

} // namespace leadway::test
