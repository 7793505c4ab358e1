#include "simulator/server.h"

#include "simulator/connectionthreads.h"
#include "simulator/endpoint.h"

#include <atomic>
#include <condition_variable>
#include <httplib.h>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace leadway::simulator
{

namespace
{

constexpr char kHost[] = "127.0.0.1";
constexpr std::size_t kRequestsPerConnection = 1000;
constexpr int kWaitingConnections = 128;

QByteArray bytes(const std::string& text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

// The library waits for idle connections to time out before it ends; this ends them at once. They are all
// sockets whose own side is our port.
void closeConnections(quint16 port)
{
#ifdef Q_OS_WIN
    constexpr socket_t step = 4; // as all handles there
    constexpr socket_t mostDescriptors = 512;
    constexpr int bothWays = SD_BOTH;
#else
    constexpr socket_t step = 1;
    constexpr socket_t mostDescriptors = 4096;
    constexpr int bothWays = SHUT_RDWR;
#endif
    for (socket_t descriptor = step; descriptor < mostDescriptors * step; descriptor += step) {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
            address.sin_family == AF_INET && ntohs(address.sin_port) == port) {
            ::shutdown(descriptor, bothWays);
        }
    }
}

// The library lets five connections wait to be accepted. Whoever opens more at once finds some of them dead
// for a whole second, until the system tries again, which no real service does to two dozen lanes.
void letMoreConnectionsWait(socket_t listener)
{
#ifdef Q_OS_WIN
    Q_UNUSED(listener) // there the library is told when it is compiled, since asking twice does nothing
    static_assert(CPPHTTPLIB_LISTEN_BACKLOG == kWaitingConnections);
#else
    ::listen(listener, kWaitingConnections);
#endif
}

Request readRequest(const httplib::Request& from, QByteArray& authorization)
{
    Request request;
    request.method = bytes(from.method);
    request.path = bytes(from.path);
    for (const auto& [name, value] : from.params) {
        request.query.insert(bytes(name), bytes(value));
    }
    for (const auto& [name, value] : from.headers) {
        const QByteArray lower = bytes(name).toLower();
        if (lower == "authorization") {
            authorization = bytes(value);
        } else {
            request.headers.insert(lower, bytes(value));
        }
    }
    return request;
}

} // namespace

struct Server::Private {
    explicit Private(std::shared_ptr<const Generator> generator, Behaviour behaviour)
        : endpoint(std::move(generator), std::move(behaviour))
    {
    }

    void serve(const httplib::Request& from, httplib::Response& to)
    {
        const int now = ++answering;
        int most = mostAnswering;
        while (now > most && !mostAnswering.compare_exchange_weak(most, now)) {
        }
        QByteArray authorization;
        Request request = readRequest(from, authorization);
        const Answer answer = endpoint.answer(std::move(request), authorization);
        wait(answer.wait);
        send(answer, to);
        --answering;
    }

    void wait(std::chrono::milliseconds duration)
    {
        if (duration.count() > 0) {
            std::unique_lock lock(stopMutex);
            stopped.wait_for(lock, duration, [this] { return stopping; });
        }
    }

    static void send(const Answer& answer, httplib::Response& to)
    {
        to.status = answer.status;
        for (const auto& [name, value] : answer.headers) {
            to.set_header(name.toStdString(), value.toStdString());
        }
        const std::string type = answer.contentType.toStdString();
        if (!answer.cut) {
            to.set_content(answer.body.constData(), static_cast<std::size_t>(answer.body.size()), type);
            return;
        }
        to.set_content_provider(static_cast<std::size_t>(answer.body.size()), type,
                                [body = answer.body](std::size_t, std::size_t, httplib::DataSink& sink) {
                                    sink.write(body.constData(), static_cast<std::size_t>(body.size() / 2));
                                    return false;
                                });
    }

    Endpoint endpoint;
    std::unique_ptr<httplib::Server> http;
    std::thread listener;
    std::atomic<quint16> port = 0;
    std::atomic<int> answering = 0;
    std::atomic<int> mostAnswering = 0;
    std::atomic<bool> listening = false;

    std::mutex stopMutex;
    std::condition_variable stopped;
    bool stopping = false;
};

Server::Server(Scenario scenario, Behaviour behaviour)
    : Server(std::make_shared<const Generator>(std::move(scenario)), std::move(behaviour))
{
}

Server::Server(std::shared_ptr<const Generator> generator, Behaviour behaviour)
    : d(std::make_unique<Private>(std::move(generator), std::move(behaviour)))
{
}

Server::~Server()
{
    stop();
}

bool Server::start(quint16 port)
{
    if (d->http) {
        return false;
    }
    d->http = std::make_unique<httplib::Server>();
    httplib::Server& http = *d->http;
    http.new_task_queue = [] { return new ConnectionThreads; };
    http.set_keep_alive_max_count(kRequestsPerConnection);
    http.set_tcp_nodelay(true);
    http.set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& to) {
        d->serve(from, to);
        return httplib::Server::HandlerResponse::Handled;
    });
    socket_t listener = INVALID_SOCKET;
    http.set_socket_options([&listener](socket_t socket) {
        httplib::default_socket_options(socket);
        listener = socket;
    });
    int bound = port;
    if (port == 0) {
        bound = http.bind_to_any_port(kHost);
    } else if (!http.bind_to_port(kHost, port)) {
        bound = -1;
    }
    if (bound <= 0) {
        d->http.reset();
        return false;
    }
    letMoreConnectionsWait(listener);
    d->stopping = false;
    d->port = static_cast<quint16>(bound);
    d->listening = true;
    d->listener = std::thread([this] {
        d->http->listen_after_bind();
        d->listening = false;
    });
    // stop() of a server that does not yet run would have no effect.
    while (d->listening && !http.is_running()) {
        std::this_thread::yield();
    }
    return true;
}

void Server::stop()
{
    if (!d->http) {
        return;
    }
    {
        const std::lock_guard lock(d->stopMutex);
        d->stopping = true;
    }
    d->stopped.notify_all();
    d->http->stop();
    while (d->listening) {
        closeConnections(d->port);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    d->listener.join();
    d->http.reset();
}

quint16 Server::port() const
{
    return d->port;
}

QUrl Server::baseUrl() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QLatin1String(kHost));
    url.setPort(d->port);
    return url;
}

const Generator& Server::generator() const
{
    return d->endpoint.generator();
}

std::vector<QByteArray> Server::liveIds() const
{
    return d->endpoint.liveIds();
}

Behaviour Server::behaviour() const
{
    return d->endpoint.behaviour();
}

void Server::setBehaviour(Behaviour behaviour)
{
    d->endpoint.setBehaviour(std::move(behaviour));
}

void Server::setFault(std::function<Fault(const Request&)> fault)
{
    d->endpoint.setFault(std::move(fault));
}

void Server::expireCursors()
{
    d->endpoint.expireCursors();
}

qint64 Server::requests() const
{
    return d->endpoint.requests();
}

std::vector<Request> Server::log() const
{
    return d->endpoint.log();
}

void Server::clearLog()
{
    d->endpoint.clearLog();
}

int Server::maxConcurrency() const
{
    return d->mostAnswering;
}

} // namespace leadway::simulator
