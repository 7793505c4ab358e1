#pragma once

#include "core/error.h"
#include "core/timestamp.h"

#include <QByteArray>
#include <QList>
#include <QNetworkReply>
#include <QSslError>

#include <chrono>
#include <optional>

namespace leadway
{

/// What an answer's headers say of the allowance; each may be missing.
struct RateHeaders {
    std::optional<int> max;                            ///< X-RateLimit-Max, requests an interval
    std::optional<int> remaining;                      ///< X-RateLimit-Remaining
    std::optional<std::chrono::milliseconds> interval; ///< X-RateLimit-Interval-Milliseconds
    std::optional<int> dailyRemaining;                 ///< X-RateLimit-Daily-Remaining

    bool operator==(const RateHeaders&) const = default;
};

/// An answer that is not a success, as far as it matters for telling what went wrong.
struct Refusal {
    int httpStatus = 0;
    QByteArray contentType;
    QByteArray body;
    std::optional<std::chrono::milliseconds> retryAfter;
    std::optional<int> dailyRemaining;
    bool hadCursor = false;
};

/// The Error for a status that is not 200, by its status first and then by the service's text (facts of the
/// endpoint, section Errors). Pure.
Error errorFor(const Refusal& refusal);

/// The Error for a request that brought no status at all. Pure.
Error errorFor(QNetworkReply::NetworkError error);

/// Whether the certificate was refused for its dates alone, which most often means that this computer's
/// clock is wrong. Pure.
bool isAboutTime(const QList<QSslError>& errors);

/// `Retry-After`, in seconds or as an HTTP date counted from `now`; never negative. Pure.
std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray& value, Msecs now);

/// An HTTP date ("Sun, 06 Nov 1994 08:49:37 GMT", RFC 9110) as milliseconds UTC. Pure.
std::optional<Msecs> parseHttpDate(const QByteArray& value);

} // namespace leadway
