#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QPair>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace leadway::simulator
{

/// A request as the server saw it. The token itself is never kept.
struct Request {
    qint64 number = 0; ///< from 1, in order of arrival
    QByteArray method;
    QByteArray path;
    QMap<QByteArray, QByteArray> query;   ///< decoded
    QMap<QByteArray, QByteArray> headers; ///< names in lower case, without authorization
    bool authorized = false;              ///< the token was the right one
    bool hadToken = false;                ///< an Authorization header came
    std::chrono::steady_clock::time_point arrived;
    int status = 0; ///< of the answer, 0 until it is decided
};

/// Something going wrong with one answer. A repeating cursor has already moved on by then, except for
/// Status with 429.
struct Fault {
    enum class Kind {
        None,
        Status,          ///< `status`, `headers` and `body` instead of the page
        HtmlBlocked,     ///< 403 and a page of HTML
        CutBody,         ///< the connection closes halfway through the promised length
        ShortBody,       ///< a whole answer that holds half the page's JSON
        ShortGzip,       ///< a whole answer that holds half a gzip stream
        EmptyPage,       ///< no messages, yet a cursor
        NoProgress,      ///< the page before once more
        RawControl,      ///< raw control characters inside a string of the page
        InvalidUtf8,     ///< a byte that is not UTF-8 inside a string of the page
        Bom,             ///< a byte-order mark before the page
        TrailingGarbage, ///< text after the page
        NotJson,         ///< 200 and a page of HTML
        NoMessages,      ///< 200 and a JSON object without `messages`
        Redirect,        ///< `status` (302 unless it is 3xx) to `location`
    };
    Kind kind = Kind::None;
    std::chrono::milliseconds delay{0}; ///< before the answer, with any kind
    int status = 500;
    QByteArray body;
    QByteArray contentType = "application/json; charset=utf-8";
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray location;

    static Fault answer(int status, const QByteArray& body = {});
    static Fault of(Kind kind);
    static Fault wait(std::chrono::milliseconds delay);
    static Fault redirect(const QByteArray& location);
};

/// How the service behaves; every doubt in what is known of the real one is a choice here. A value: hand
/// over a changed copy to change a running server.
struct Behaviour {
    enum class Cursor {
        Changing, ///< another string on every page, which holds the position
        Repeating ///< one string for a whole walk; the server holds the position and moves it on arrival
    };
    enum class Total { Exact, Capped, Absent, Drifting }; ///< Capped at 10,000
    enum class LastCursor { Null, EmptyText, Absent, LeadsToEmptyPage };
    enum class Undated { AtTheirPlace, InEveryRange, InNoRange }; ///< under startDate or endDate

    QByteArray token = "pit-demo";
    QByteArray locationId = "demo0000000000000001";
    bool scopeGranted = true;      ///< else 401 "The token is not authorized for this scope."
    bool agencyToken = false;      ///< 401 "Token's user type mismatch!"
    bool tokenFitsLocation = true; ///< else 403
    bool versionRequired = true;
    bool agentRequired = false; ///< 403 and a page of HTML without a User-Agent of one's own

    std::chrono::milliseconds latency{0};

    int rateMax = 1'000'000; ///< requests an interval; 0 and less: none
    std::chrono::milliseconds rateInterval{10'000};
    bool slidingWindow = false;
    QByteArray retryAfter; ///< the header's value with a 429 of the interval, no header when empty
    bool rateHeaders = true;
    qint64 dailyLimit = 200'000;
    qint64 dailyRemaining = 200'000; ///< at the time of setting; counts down

    Cursor cursor = Cursor::Changing;
    std::chrono::milliseconds cursorLifetime{0}; ///< since its last use; 0: lives on
    int cursorUses = 0;                          ///< 0: any number
    LastCursor lastCursor = LastCursor::Null;
    Total total = Total::Exact;

    bool rangeIgnored = false; ///< startDate and endDate are
    bool endIncluded = true;
    bool rangeOverUpdated = false; ///< what startDate and endDate speak of under sortBy=updatedAt
    Undated undated = Undated::AtTheirPlace;
    bool shuffled = false; ///< another order within a millisecond in every walk and on every page
    int repeated = 0;      ///< messages of the page before that come again
    int maxLimit = 500;    ///< 422 above

    bool gzip = false; ///< where Accept-Encoding allows it
    bool dateHeader = true;
    std::optional<qint64> dateMsecs; ///< of the Date header; else the clock
    int liveMessages = 0;            ///< arrive after the first request, dated after its Date header

    /// Of the account's messages, by number: those that have not arrived yet, whatever their date, and those
    /// that somebody has changed, which have another text and a `dateUpdated` of a day after `dateAdded`.
    std::function<bool(qint64)> notYetThere;
    std::function<bool(qint64)> changed;

    std::vector<QByteArray> extraElements; ///< put between the messages, spread over the account

    /// Asked about every request, one at a time but on a thread of the server.
    std::function<Fault(const Request&)> fault;
};

} // namespace leadway::simulator
