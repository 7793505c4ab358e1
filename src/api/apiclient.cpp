#include "api/apiclient.h"

#include "api/pagecall.h"

#include <QDateTime>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr qint64 kLargestBody = 64LL << 20;
// Until a page of a channel has come; many are asked for at once where an earlier export is gone on with.
constexpr qint64 kUnknownPage = 1LL << 20;
constexpr qint64 kUnknownMail = 5LL << 20;
constexpr qint64 kBytesInFlight = 24LL << 20; // of all answers under way together, as far as can be foreseen
constexpr int kPerManager = 6;                // connections to one host, which is Qt's own bound
constexpr int kKeptForPreview = 2;            // requests of the allowance: one page of each of two walks

bool isLoopback(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

std::optional<int> numberHeader(const QNetworkReply& reply, const char* name)
{
    bool isNumber = false;
    const int value = reply.rawHeader(name).trimmed().toInt(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

// What the system's settings say of the way out.
class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        return systemProxyForQuery(query);
    }
};

bool goesThroughProxy(const QUrl& url)
{
    return !isLoopback(url.host()) &&
           QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url)).value(0).type() !=
               QNetworkProxy::NoProxy;
}

RateHeaders rateHeaders(const QNetworkReply& reply)
{
    RateHeaders headers;
    headers.max = numberHeader(reply, "X-RateLimit-Max");
    headers.remaining = numberHeader(reply, "X-RateLimit-Remaining");
    headers.dailyRemaining = numberHeader(reply, "X-RateLimit-Daily-Remaining");
    if (const auto interval = numberHeader(reply, "X-RateLimit-Interval-Milliseconds")) {
        headers.interval = std::chrono::milliseconds(*interval);
    }
    return headers;
}

// Moves what has arrived behind `body`, up to one byte more than is allowed: in place and into memory that is
// taken once, because QIODevice::read(most) takes room for the most there could be, each time.
void takeArrived(QNetworkReply& reply, QByteArray& body)
{
    constexpr qint64 piece = 64LL << 10;
    if (body.isEmpty()) {
        const qint64 announced = reply.header(QNetworkRequest::ContentLengthHeader).toLongLong();
        body.reserve(std::clamp<qint64>(announced, 0, kLargestBody) + piece);
    }
    qint64 came = 1;
    while (came > 0 && body.size() <= kLargestBody) {
        const qint64 before = body.size();
        const qint64 room = std::min(piece, kLargestBody + 1 - before);
        body.resize(before + room);
        came = std::max<qint64>(reply.read(body.data() + before, room), 0);
        body.resize(before + came);
    }
}

} // namespace

bool Connection::isAllowed() const
{
    const bool isBare = baseUrl.isValid() && !baseUrl.host().isEmpty() && baseUrl.userInfo().isEmpty() &&
                        !baseUrl.hasQuery() && !baseUrl.hasFragment();
    const bool isSafe = baseUrl.scheme() == QLatin1String("https") ||
                        (baseUrl.scheme() == QLatin1String("http") && isLoopback(baseUrl.host()));
    return isBare && isSafe;
}

bool isApiVersion(const QByteArray& text)
{
    constexpr qsizetype longest = 40;
    return !text.isEmpty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '_' || c == '-';
    });
}

ApiClient::ApiClient(Connection connection, Token token, Deadlines deadlines, QObject* parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_token(std::move(token))
    , m_deadlines(deadlines)
{
    m_clock.start();
    m_pump.setSingleShot(true);
    connect(&m_pump, &QTimer::timeout, this, &ApiClient::pump);
}

ApiClient::~ApiClient() = default;

std::unique_ptr<QNetworkAccessManager> ApiClient::makeManager() const
{
    auto network = std::make_unique<QNetworkAccessManager>();
    if (isLoopback(m_connection.baseUrl.host())) {
        network->setProxy(QNetworkProxy::NoProxy);
    } else {
        network->setProxyFactory(new SystemProxies); // which it owns
    }
    network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    network->setAutoDeleteReplies(false);
    return network;
}

// The first one that has room, so that connections are used again while they are warm.
std::size_t ApiClient::managerWithRoom()
{
    const auto found = std::find_if(m_managers.begin(), m_managers.end(),
                                    [](const Manager& manager) { return manager.inFlight < kPerManager; });
    if (found != m_managers.end()) {
        return static_cast<std::size_t>(found - m_managers.begin());
    }
    m_managers.push_back({makeManager(), 0});
    return m_managers.size() - 1;
}

int ApiClient::keptBack() const
{
    return m_hasPreviews ? kKeptForPreview : 0;
}

Traffic ApiClient::traffic() const
{
    // Who has to wait for no longer than this had better wait than leave it to a lane that is on its way.
    const Pacer::Time anAnswerLater = now() + m_latency.value_or(Pacer::Time(0));
    return {m_latency, m_quickest, m_pacer.allowed() - keptBack(), m_pacer.interval(),
            m_pacer.free(anAnswerLater) - keptBack()};
}

qint64 ApiClient::expectedBytes(const PageCall& call) const
{
    const auto known = m_pageBytes.find(call.m_request.channel);
    if (known != m_pageBytes.end()) {
        return known->second;
    }
    return call.m_request.channel == "Email" ? kUnknownMail : kUnknownPage;
}

bool ApiClient::hasRoomFor(const PageCall& call) const
{
    return m_bytesInFlight == 0 || m_bytesInFlight + expectedBytes(call) <= kBytesInFlight;
}

std::chrono::milliseconds ApiClient::now() const
{
    return std::chrono::milliseconds(m_clock.elapsed());
}

std::unique_ptr<PageCall> ApiClient::requestPage(const PageRequest& request, Priority priority, Answer answer)
{
    std::unique_ptr<PageCall> call(new PageCall(*this, request, priority, std::move(answer)));
    const auto behind = std::find_if(m_queue.begin(), m_queue.end(), [priority](const PageCall* other) {
        return other->m_priority > priority;
    });
    m_queue.insert(behind, call.get());
    m_hasPreviews = m_hasPreviews || priority == Priority::Preview;
    pump();
    return call;
}

void ApiClient::pump()
{
    while (!m_queue.empty() && hasRoomFor(*m_queue.front())) {
        PageCall* const call = m_queue.front();
        const auto next = m_pacer.nextSend(now(), call->m_priority == Priority::Preview ? 0 : keptBack());
        const auto wait = next - now();
        if (wait.count() > 0) {
            m_pump.start(wait);
            constexpr std::chrono::seconds worthSaying(2);
            if (m_pacer.heldUntil() >= next && wait >= worthSaying) {
                Q_EMIT heldBack(wait);
            }
            return;
        }
        m_queue.pop_front();
        m_pacer.sent(now());
        send(*call);
    }
}

void ApiClient::send(PageCall& call)
{
    QUrl url = m_connection.baseUrl;
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    url.setPath(path + QStringLiteral("/conversations/messages/export"));
    url.setQuery(urlQuery(call.m_request));

    QNetworkRequest request(url);
    request.setRawHeader("Authorization", m_token.authorization());
    request.setRawHeader("Version", m_connection.apiVersion);
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QStringLiteral("LeadwayMessageExporter/" LEADWAY_VERSION));
    // HTTP/2 hung for other clients of this size; twelve requests side by side need no multiplexing.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setTransferTimeout(static_cast<int>(m_deadlines.inactivity.count()));
    // The guard fails pages that merely compress well; the cap on the size stands in for it.
    request.setDecompressedSafetyCheckThreshold(-1);

    call.m_manager = managerWithRoom();
    call.m_sentAt = now();
    call.m_expectedBytes = expectedBytes(call);
    m_bytesInFlight += call.m_expectedBytes;
    ++m_managers[call.m_manager].inFlight;
    QNetworkReply* const reply = m_managers[call.m_manager].network->get(request);
    reply->setReadBufferSize(0);
    call.m_reply = reply;
    call.m_deadline.setSingleShot(true);
    connect(&call.m_deadline, &QTimer::timeout, reply, [&call] { call.giveUp(PageCall::Cause::Deadline); });
    call.m_deadline.start(m_deadlines.total);
    connect(reply, &QNetworkReply::readyRead, this, [&call, reply] {
        takeArrived(*reply, call.m_body);
        if (call.m_body.size() > kLargestBody) {
            call.giveUp(PageCall::Cause::TooLarge);
        }
    });
    // Qt sends a request again by itself when its connection goes. A cursor's position may have moved with
    // the first one, and then the answer to the second skips a page without a sign.
    if (call.m_request.cursor) {
        connect(reply, &QNetworkReply::requestSent, this, [&call] {
            if (++call.m_sent > 1) {
                call.giveUp(PageCall::Cause::SentTwice);
            }
        });
    }
    // None of them is ever ignored; they only tell what to say.
    connect(reply, &QNetworkReply::sslErrors, this,
            [&call](const QList<QSslError>& errors) { call.m_isClockWrong = isAboutTime(errors); });
    connect(reply, &QNetworkReply::finished, this, [this, &call] { finish(call); });
}

void ApiClient::forget(PageCall& call)
{
    std::erase(m_queue, &call);
    if (call.m_reply) {
        letGo(call); // which closes the connection
        m_pump.start(0);
    }
}

void ApiClient::letGo(PageCall& call)
{
    call.m_reply->disconnect(this);
    call.m_reply->deleteLater();
    call.m_reply.clear();
    m_bytesInFlight -= call.m_expectedBytes;
    --m_managers[call.m_manager].inFlight;
}

void ApiClient::measure(const PageCall& call, qint64 bytes, bool isFull)
{
    // Forgets a large page slowly, since the next ones will be as large.
    qint64& known = m_pageBytes[call.m_request.channel];
    known = std::max(bytes, known - known / 16);
    if (!isFull) {
        return;
    }
    const auto took = now() - call.m_sentAt;
    m_quickest = std::min(took, m_quickest.value_or(took));
    m_latency = m_latency ? *m_latency + (took - *m_latency) / 8 : took;
}

void ApiClient::finish(PageCall& call)
{
    call.m_deadline.stop();
    Result<Page> result = resultOf(call);
    letGo(call);
    pump();
    const Answer answer = std::move(call.m_answer);
    answer(std::move(result)); // may destroy the call, and the client with it
}

// Many answers bear the same second, and to read a date takes as long as to read a tenth of a page.
std::optional<Msecs> ApiClient::dateOf(const QNetworkReply& reply)
{
    const QByteArray header = reply.rawHeader("Date");
    if (header != m_dateHeader) {
        m_dateHeader = header;
        m_date = parseHttpDate(header);
    }
    return m_date;
}

Result<Page> ApiClient::resultOf(PageCall& call)
{
    QNetworkReply& reply = *call.m_reply;
    if (call.m_cause == PageCall::Cause::TooLarge) {
        return Error{ErrorKind::TooLarge, 0, {}, {}};
    }
    if (call.m_cause == PageCall::Cause::Deadline) {
        return Error{ErrorKind::Timeout, 0, {}, {}};
    }
    if (call.m_cause == PageCall::Cause::SentTwice) {
        return Error{ErrorKind::Network, 0, {}, {}};
    }
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        const Error error = errorFor(reply.error());
        if (error.kind == ErrorKind::Tls && call.m_isClockWrong) {
            return Error{ErrorKind::Clock, 0, {}, {}};
        }
        // Qt has no better name for a proxy that cannot be reached.
        const bool isProxy =
            reply.error() == QNetworkReply::UnknownNetworkError && goesThroughProxy(reply.url());
        return isProxy ? Error{ErrorKind::Proxy, 0, {}, {}} : error;
    }
    const RateHeaders headers = rateHeaders(reply);
    constexpr int tooManyRequests = 429;
    if (status != tooManyRequests) {
        m_pacer.answered(headers, now());
    }
    if (status >= 300 && status < 400) {
        const QUrl target = reply.url().resolved(QUrl::fromEncoded(reply.rawHeader("Location")));
        return Error{ErrorKind::Redirect, status, m_token.blankedOut(target.host()), {}};
    }
    if (reply.isOpen()) { // not after it was given up
        takeArrived(reply, call.m_body);
    }
    if (status != 200) {
        Refusal refusal;
        refusal.httpStatus = status;
        refusal.contentType = reply.rawHeader("Content-Type");
        refusal.body = call.m_body;
        refusal.retryAfter =
            parseRetryAfter(reply.rawHeader("Retry-After"), QDateTime::currentMSecsSinceEpoch());
        refusal.dailyRemaining = headers.dailyRemaining;
        refusal.hadCursor = call.m_request.cursor.has_value();
        Error error = errorFor(refusal);
        error.detail = m_token.blankedOut(error.detail);
        error.traceId = m_token.blankedOut(error.traceId);
        if (status == tooManyRequests) {
            m_pacer.refused(headers, error.retryAfter, now());
        }
        return error;
    }
    if (reply.error() != QNetworkReply::NoError) {
        // The headers came, but not the whole body.
        const Error error = errorFor(reply.error());
        return Error{error.kind, status, {}, {}};
    }
    const qint64 bytes = call.m_body.size();
    std::optional<Page> page = readPage(std::move(call.m_body), m_parser);
    if (!page) {
        return Error{ErrorKind::BadAnswer, status, {}, {}};
    }
    page->serverDate = dateOf(reply);
    measure(call, bytes, page->received() >= call.m_request.limit);
    return std::move(*page);
}

} // namespace leadway
