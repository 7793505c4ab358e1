#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <functional>
#include <vector>

namespace leadway::test
{

/// What comes and goes on the wire between a client and the MisbehavingServer. Values of the test's thread.

/// A request as it came over the wire.
struct WireRequest {
    QByteArray method;
    QByteArray target; ///< as written, with the query
    QByteArray path;
    QMap<QByteArray, QByteArray> query;   ///< decoded
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    bool hasHeader(const QByteArray& name) const { return headers.contains(name.toLower()); }
};

/// What happens on the wire in answer to one request: bytes and waits in order, then an end.
struct Script {
    struct Step {
        QByteArray bytes;
        std::chrono::milliseconds wait{0}; ///< before the bytes
    };
    enum class End {
        KeepOpen, ///< the connection stays for the next request
        Close,    ///< closed after the last byte
        Reset,    ///< RST after the last byte was handed to the system
        Hang      ///< nothing more, ever
    };
    std::vector<Step> steps;
    /// Asked for more bytes, after the steps, whenever the socket has room, until it gives none.
    std::function<QByteArray()> more;
    End end = End::KeepOpen;

    /// Exactly these bytes.
    static Script raw(const QByteArray& bytes, End end = End::Close);
    /// A proper answer with Content-Length and a Date header.
    static Script ok(const QByteArray& json);
    static Script status(int code, const QByteArray& body, const QByteArray& contentType = "application/json",
                         const QList<QPair<QByteArray, QByteArray>>& headers = {});
    /// `json` as gzip, whole.
    static Script gzipped(const QByteArray& json);
    static Script withoutDate(const QByteArray& json);
    /// Resets the connection after `sent` bytes of a proper answer.
    static Script reset(const QByteArray& json = {}, qsizetype sent = 0);
    /// Promises the whole length, closes after `sent` bytes of the body.
    static Script cut(const QByteArray& json, qsizetype sent);
    /// No length; the body ends with the connection, after `sent` bytes.
    static Script closeDelimitedCut(const QByteArray& json, qsizetype sent);
    /// A gzip stream with half of its bytes; the promised length is that of the half.
    static Script gzipCut(const QByteArray& json);
    /// The answer's header at once, its body one byte every `pause`.
    static Script drip(const QByteArray& json, std::chrono::milliseconds pause);
    static Script hang();
    /// The answer's header and `sent` bytes of the body, then nothing.
    static Script hangInBody(const QByteArray& json, qsizetype sent);
    /// A gzip stream that grows to `size` bytes of spaces, streamed; closes at its end.
    static Script bomb(qint64 size = qint64(256) * 1024 * 1024);
    /// 3xx to `location`.
    static Script redirect(const QUrl& location, int code = 302);
    static Script garbage();
};

/// gzip of `data`, whole.
QByteArray gzip(const QByteArray& data, int level = 6);

/// A lawful page of the export endpoint with `messages` messages, each with a body of `bodyBytes` equal
/// characters: its gzip is more than fifty times smaller.
QByteArray repetitivePage(int messages, int bodyBytes);

} // namespace leadway::test
