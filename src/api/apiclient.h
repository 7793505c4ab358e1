#pragma once

#include "api/pacer.h"
#include "api/page.h"
#include "api/pagerequest.h"
#include "api/token.h"
#include "core/messageparser.h"
#include "core/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace leadway
{

/// Where the service is and in which version it is spoken to.
struct Connection {
    QUrl baseUrl{QStringLiteral("https://services.leadconnectorhq.com")};
    QByteArray apiVersion = QByteArrayLiteral("2021-07-28");

    /// https, or plain http to this computer, with a host and without user, query or fragment.
    bool isAllowed() const;

    bool operator==(const Connection&) const = default;
};

/// Whether a text may stand in the Version header: letters, digits, '.', '_' and '-'.
bool isApiVersion(const QByteArray& text);

/// How long to wait for what. The defaults suit a slow office line.
struct Deadlines {
    std::chrono::milliseconds inactivity = std::chrono::seconds(30); ///< without a byte
    std::chrono::milliseconds total = std::chrono::seconds(120);     ///< for a whole answer
};

/// Requests of a higher priority go first when the allowance is short, and a little of it is kept for them.
enum class Priority { Preview, Export };

/// What walking side by side needs to know of the way to the service.
struct Traffic {
    std::optional<std::chrono::milliseconds> latency;  ///< of a usual answer; nothing before the first
    std::optional<std::chrono::milliseconds> quickest; ///< of the quickest
    int allowed = 1;                                   ///< requests in one interval
    std::chrono::milliseconds interval{0};
    int free = 0; ///< requests that could go out before an answer to one of them would be here
};

class PageCall;

/// The service, one request at a time: the only user of QNetworkAccessManager, and with the token store the
/// only holder of the token. Keeps the pace for all jobs that share it. Never follows a redirect, so the
/// token goes to the one host it belongs to. Lives on the worker's thread (the command line: the main one).
class ApiClient : public QObject
{
    Q_OBJECT

public:
    ApiClient(Connection connection, Token token, Deadlines deadlines = {}, QObject* parent = nullptr);
    ~ApiClient() override;

    using Answer = std::function<void(Result<Page>)>;

    /// Asks for one page. `answer` is called once, later, from the event loop, and never after the returned
    /// call was destroyed, which is how a request is given up. The client must outlive the call.
    [[nodiscard]] std::unique_ptr<PageCall> requestPage(const PageRequest& request, Priority priority,
                                                        Answer answer);

    const Connection& connection() const { return m_connection; }
    Traffic traffic() const;

Q_SIGNALS:
    /// The service allows no request for now, more than by the regular pace; they go on by themselves after
    /// this long.
    void heldBack(std::chrono::milliseconds duration);

private:
    friend class PageCall;
    void pump();
    void send(PageCall& call);
    void forget(PageCall& call);
    void finish(PageCall& call);
    Result<Page> resultOf(PageCall& call);
    void letGo(PageCall& call);
    std::optional<Msecs> dateOf(const QNetworkReply& reply);
    void measure(const PageCall& call, qint64 bytes, bool isFull);
    bool hasRoomFor(const PageCall& call) const;
    qint64 expectedBytes(const PageCall& call) const;
    std::size_t managerWithRoom();
    std::unique_ptr<QNetworkAccessManager> makeManager() const;
    std::chrono::milliseconds now() const;
    int keptBack() const;

    // One of Qt's managers keeps no more than kPerManager connections to a host.
    struct Manager {
        std::unique_ptr<QNetworkAccessManager> network;
        int inFlight = 0;
    };

    Connection m_connection;
    Token m_token;
    Deadlines m_deadlines;
    std::vector<Manager> m_managers;
    MessageParser m_parser;
    Pacer m_pacer;
    QElapsedTimer m_clock;
    QTimer m_pump;
    std::deque<PageCall*> m_queue; // those not yet sent, in the order of their sending
    bool m_hasPreviews = false;    // somebody looks at rows, who should not have to wait for an export
    qint64 m_bytesInFlight = 0;    // as far as they can be foreseen
    std::map<QByteArray, qint64> m_pageBytes; // of a large page of late, by channel: e-mail is larger
    std::optional<std::chrono::milliseconds> m_latency;
    std::optional<std::chrono::milliseconds> m_quickest;
    QByteArray m_dateHeader; // of the last answer that had another one
    std::optional<Msecs> m_date;
};

} // namespace leadway
