#pragma once

#include "support/wirescript.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <vector>

class QTcpSocket;

namespace leadway::test
{

/// A hand-written HTTP/1.1 server for what no library lets one do: resets, drips, bombs, lies. It answers the
/// requests in order of arrival from a queue of scripts, then from the fallback. Lives on the test's thread
/// and needs its event loop.
class MisbehavingServer : public QObject
{
    Q_OBJECT
public:
    explicit MisbehavingServer(QObject* parent = nullptr);
    ~MisbehavingServer() override;

    /// Listens on 127.0.0.1; false if that is not possible.
    bool start();
    void stop();
    quint16 port() const;
    QUrl baseUrl() const;

    /// For the next request without a script.
    void enqueue(Script script);
    /// For every request that finds the queue empty; an empty page `{"messages":[]}` unless set.
    void setFallback(std::function<Script(const WireRequest&)> fallback);

    const std::vector<WireRequest>& requests() const { return m_requests; }
    int connections() const { return m_connections; }
    /// Bytes handed to the system so far, over all connections.
    qint64 bytesSent() const { return m_bytesSent; }

Q_SIGNALS:
    void requestArrived();

private:
    class Connection;

    void accept();
    void read(QTcpSocket* socket);
    void play(QTcpSocket* socket);
    void finish(QTcpSocket* socket, Connection* connection);
    void forget(QTcpSocket* socket);

    QTcpServer m_server;
    QHash<QTcpSocket*, Connection*> m_open;
    QList<Script> m_queue;
    std::function<Script(const WireRequest&)> m_fallback;
    std::vector<WireRequest> m_requests;
    int m_connections = 0;
    qint64 m_bytesSent = 0;
};

} // namespace leadway::test
