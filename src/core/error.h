#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace leadway
{

/// What can go wrong, named by what the user can do about it. The kinds of the first group come from
/// the service's status and text, those of the second from the connection, those of the third from the
/// keychain, those of the fourth from this computer's files. Adding one means adding its sentence in
/// app/wording.
enum class ErrorKind {
    TokenInvalid,  ///< 401: not a token the service knows
    ScopeMissing,  ///< 401: the token may not read messages
    AgencyToken,   ///< 401: an agency's token, where a location's is needed
    OtherLocation, ///< 403: the token belongs to another location
    Blocked,       ///< 403 with a page of HTML: something in between refused us
    NotFound,      ///< 404: no such address at this server
    Refused,       ///< 400, 422: the service did not like the choice; detail lists why
    CursorExpired, ///< 400 to a request with a cursor; handled by the walk, never shown
    RateLimited,   ///< 429
    DailyLimit,    ///< 429 with nothing left of the day's allowance
    Server,        ///< 408, 5xx

    Network,   ///< no connection
    Timeout,   ///< the answer stopped coming
    Tls,       ///< no secure connection
    Clock,     ///< no secure connection, since by this computer's clock the certificate does not hold
    Proxy,     ///< the office's proxy does not let us through
    Redirect,  ///< 3xx; detail is the host it pointed to, the token was not sent there
    BadAnswer, ///< 200, but cut short or not what the service answers
    TooLarge,  ///< an answer over 64 MiB

    TokenMissing,     ///< no token is known for this account and server
    StoreLocked,      ///< the keychain is locked, or its entry is gone
    StoreUnavailable, ///< this computer has no keychain, or it does not work

    FileInUse,     ///< the target is open in another program
    IsFolder,      ///< the target is a folder
    NameForbidden, ///< Windows lets no file have this name
    FolderTaken,   ///< where a folder is to be made there is another, or a file, that is not ours
    FolderMissing, ///< the target's folder does not exist
    NotWritable,   ///< no permission to write there
    DiskFull,      ///< no space left
    SpoolNotKept,  ///< what was fetched cannot be kept in the spool: no space, no permission
    SpoolInUse,    ///< another program works on the same unfinished export; detail names it
    SavedInUse,    ///< this saved export is being run already
    SavedDamaged,  ///< what a saved export has handed out can no longer be read
    Storage,       ///< any other failure of a file; detail is the system's word
};

/// A failure as a value. It climbs unchanged from where it happened to app/wording, which alone makes a
/// sentence of it. detail is the service's or the system's own text, for Details only; it never holds a
/// token or a URL with a query. traceId is what the service calls this answer, for whoever asks its support.
struct Error {
    ErrorKind kind = ErrorKind::Storage;
    int httpStatus = 0;
    QString detail;
    std::optional<std::chrono::milliseconds> retryAfter;
    QString traceId = {};

    bool operator==(const Error&) const = default;
};

} // namespace leadway
