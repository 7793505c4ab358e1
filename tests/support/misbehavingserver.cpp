#include "support/misbehavingserver.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <utility>
#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace leadway::test
{

namespace
{

constexpr qint64 kBufferedAtMost = 0x40000;

WireRequest parsed(const QByteArray& text)
{
    WireRequest request;
    const QList<QByteArray> lines = text.split('\n');
    const QList<QByteArray> words = lines.constFirst().trimmed().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    const qsizetype mark = request.target.indexOf('?');
    request.path = mark < 0 ? request.target : request.target.left(mark);
    if (mark >= 0) {
        // A bare plus is a blank, as in every form; Qt's own reading would hide one that should be escaped.
        const QByteArray query = request.target.mid(mark + 1).replace('+', ' ');
        for (const QByteArray& item : query.split('&')) {
            const qsizetype equals = item.indexOf('=');
            const QByteArray name = equals < 0 ? item : item.left(equals);
            const QByteArray value = equals < 0 ? QByteArray() : item.mid(equals + 1);
            request.query.insert(QByteArray::fromPercentEncoding(name),
                                 QByteArray::fromPercentEncoding(value));
        }
    }
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines.at(i).trimmed();
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return request;
}

void makeCloseAReset(const QTcpSocket& socket)
{
    linger now{};
    now.l_onoff = 1;
    now.l_linger = 0;
#ifdef Q_OS_WIN
    ::setsockopt(static_cast<SOCKET>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
                 reinterpret_cast<const char*>(&now), sizeof now);
#else
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
}

} // namespace

// A child of its socket, so that both go together.
class MisbehavingServer::Connection : public QObject
{
public:
    explicit Connection(QTcpSocket* socket)
        : QObject(socket)
    {
        pause.setSingleShot(true);
        pause.setTimerType(Qt::PreciseTimer);
    }

    QByteArray received;
    Script script;
    std::size_t step = 0;
    bool busy = false;   ///< with a script; one that hangs never ends
    bool paused = false; ///< long enough for the step to come
    QTimer pause;
};

MisbehavingServer::MisbehavingServer(QObject* parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &MisbehavingServer::accept);
    m_fallback = [](const WireRequest&) {
        return Script::ok(R"({"messages":[],"nextCursor":null,"total":0})");
    };
}

MisbehavingServer::~MisbehavingServer()
{
    stop();
}

bool MisbehavingServer::start()
{
    return m_server.listen(QHostAddress::LocalHost);
}

void MisbehavingServer::stop()
{
    m_server.close();
    const QList<QTcpSocket*> sockets = m_open.keys();
    for (QTcpSocket* socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        forget(socket);
    }
}

quint16 MisbehavingServer::port() const
{
    return m_server.serverPort();
}

QUrl MisbehavingServer::baseUrl() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(port());
    return url;
}

void MisbehavingServer::enqueue(Script script)
{
    m_queue.push_back(std::move(script));
}

void MisbehavingServer::setFallback(std::function<Script(const WireRequest&)> fallback)
{
    m_fallback = std::move(fallback);
}

void MisbehavingServer::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        ++m_connections;
        auto* connection = new Connection(socket);
        m_open.insert(socket, connection);
        connect(&connection->pause, &QTimer::timeout, this, [this, socket, connection] {
            connection->paused = true;
            play(socket);
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] {
            connection->received += socket->readAll();
            read(socket);
        });
        connect(socket, &QTcpSocket::bytesWritten, this, [this, socket](qint64 count) {
            m_bytesSent += count;
            play(socket);
        });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { forget(socket); });
    }
}

void MisbehavingServer::read(QTcpSocket* socket)
{
    Connection* connection = m_open.value(socket);
    if (connection == nullptr || connection->busy) {
        return;
    }
    const qsizetype end = connection->received.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    WireRequest request = parsed(connection->received.left(end));
    const qsizetype body = request.headers.value("content-length").toLongLong();
    connection->received.remove(0, end + 4 + body);
    connection->script = m_queue.isEmpty() ? m_fallback(request) : m_queue.takeFirst();
    connection->step = 0;
    connection->paused = false;
    connection->busy = true;
    m_requests.push_back(std::move(request));
    Q_EMIT requestArrived();
    play(socket);
}

void MisbehavingServer::play(QTcpSocket* socket)
{
    Connection* connection = m_open.value(socket);
    if (connection == nullptr || !connection->busy) {
        return;
    }
    Script& script = connection->script;
    while (connection->step < script.steps.size()) {
        const Script::Step& step = script.steps[connection->step];
        if (step.wait.count() > 0 && !connection->paused) {
            if (!connection->pause.isActive()) {
                connection->pause.start(step.wait);
            }
            return;
        }
        connection->paused = false;
        socket->write(step.bytes);
        ++connection->step;
    }
    while (script.more && socket->bytesToWrite() < kBufferedAtMost) {
        const QByteArray bytes = script.more();
        if (bytes.isEmpty()) {
            script.more = {};
        } else {
            socket->write(bytes);
        }
    }
    if (!script.more) {
        finish(socket, connection);
    }
}

void MisbehavingServer::finish(QTcpSocket* socket, Connection* connection)
{
    switch (connection->script.end) {
    case Script::End::KeepOpen:
        connection->busy = false;
        read(socket);
        return;
    case Script::End::Close:
        socket->disconnectFromHost();
        return;
    case Script::End::Reset:
        // What Qt still holds would be lost; bytesWritten comes back here.
        if (socket->bytesToWrite() == 0) {
            makeCloseAReset(*socket);
            socket->abort();
        }
        return;
    case Script::End::Hang:
        return;
    }
}

void MisbehavingServer::forget(QTcpSocket* socket)
{
    if (m_open.remove(socket) > 0) {
        socket->disconnect(this);
        socket->deleteLater();
    }
}

} // namespace leadway::test
