#include "api/answer.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace leadway
{

namespace
{

// The service's own words: `message` is a string, or an array of strings for a 422.
QString serviceText(const QJsonObject& object, const QByteArray& body)
{
    const QJsonValue message = object.value(QLatin1String("message"));
    if (message.isArray()) {
        QStringList lines;
        const QJsonArray items = message.toArray();
        for (const auto& item : items) {
            lines.append(item.toString());
        }
        return lines.join(QLatin1Char('\n'));
    }
    if (message.isString()) {
        return message.toString();
    }
    // Not the service's form; a short plain text still tells something, a page of HTML does not.
    constexpr qsizetype longest = 200;
    const bool isPlain = body.size() <= longest && !body.contains('<');
    return isPlain ? QString::fromUtf8(body).simplified() : QString();
}

bool mentions(const QString& text, const char* phrase)
{
    return text.contains(QLatin1String(phrase), Qt::CaseInsensitive);
}

ErrorKind kindOf401(const QString& text)
{
    if (mentions(text, "scope")) {
        return ErrorKind::ScopeMissing;
    }
    if (mentions(text, "user type")) {
        return ErrorKind::AgencyToken;
    }
    return ErrorKind::TokenInvalid;
}

ErrorKind kindOf403(const Refusal& refusal, const QString& text)
{
    const bool isHtml =
        refusal.contentType.contains("html") || refusal.body.trimmed().startsWith('<') || text.isEmpty();
    if (isHtml) {
        return ErrorKind::Blocked;
    }
    return mentions(text, "scope") ? ErrorKind::ScopeMissing : ErrorKind::OtherLocation;
}

ErrorKind kindFor(const Refusal& refusal, const QString& text)
{
    const int status = refusal.httpStatus;
    switch (status) {
    case 400:
        return refusal.hadCursor ? ErrorKind::CursorExpired : ErrorKind::Refused;
    case 401:
        return kindOf401(text);
    case 403:
        return kindOf403(refusal, text);
    case 404:
        return ErrorKind::NotFound;
    case 407:
        return ErrorKind::Proxy;
    case 408:
        return ErrorKind::Server;
    case 429:
        return refusal.dailyRemaining && *refusal.dailyRemaining <= 0 ? ErrorKind::DailyLimit
                                                                      : ErrorKind::RateLimited;
    default:
        break;
    }
    if (status >= 500) {
        return ErrorKind::Server;
    }
    return status >= 400 ? ErrorKind::Refused : ErrorKind::BadAnswer;
}

} // namespace

Error errorFor(const Refusal& refusal)
{
    Error error;
    error.httpStatus = refusal.httpStatus;
    const QJsonObject object = QJsonDocument::fromJson(refusal.body).object();
    error.detail = serviceText(object, refusal.body);
    error.traceId = object.value(QLatin1String("traceId")).toString();
    error.kind = kindFor(refusal, error.detail);
    error.retryAfter = refusal.retryAfter;
    return error;
}

Error errorFor(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorKind::Tls, 0, {}, {}};
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::ProxyTimeoutError:
        return {ErrorKind::Timeout, 0, {}, {}};
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::UnknownProxyError:
        return {ErrorKind::Proxy, 0, {}, {}};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return {ErrorKind::BadAnswer, 0, {}, {}};
    default:
        return {ErrorKind::Network, 0, {}, {}};
    }
}

bool isAboutTime(const QList<QSslError>& errors)
{
    return !errors.isEmpty() && std::all_of(errors.begin(), errors.end(), [](const QSslError& error) {
        switch (error.error()) {
        case QSslError::CertificateNotYetValid:
        case QSslError::CertificateExpired:
        case QSslError::NoError: // comes along with the others
            return true;
        default:
            return false;
        }
    });
}

std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray& value, Msecs now)
{
    using std::chrono::milliseconds;
    bool isNumber = false;
    const qint64 seconds = value.trimmed().toLongLong(&isNumber);
    constexpr qint64 longest = 24LL * 60 * 60;
    if (isNumber) {
        return milliseconds(std::clamp<qint64>(seconds, 0, longest) * 1000);
    }
    if (const auto date = parseHttpDate(value)) {
        return milliseconds(std::clamp<qint64>(*date - now, 0, longest * 1000));
    }
    return std::nullopt;
}

std::optional<Msecs> parseHttpDate(const QByteArray& value)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid()) {
        return std::nullopt;
    }
    date.setTimeSpec(Qt::UTC);
    return date.toMSecsSinceEpoch();
}

} // namespace leadway
