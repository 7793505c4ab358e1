#pragma once

#include "simulator/server.h"

#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPair>
#include <QString>

#include <functional>
#include <memory>

namespace leadway::test
{

constexpr int kPatience = 20'000; ///< milliseconds; only a broken test waits for so long

using Items = QList<QPair<QString, QString>>;
Items with(Items items, const QString& key, const QString& value);

/// One answer as Qt reads it.
struct Page {
    int status = 0;
    QByteArray bytes;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QPair<QByteArray, QByteArray>> headers;
    QJsonObject json;

    QList<QByteArray> ids() const;
    QString cursor() const { return json.value(QStringLiteral("nextCursor")).toString(); }
    QString message() const { return json.value(QStringLiteral("message")).toString(); }
    QByteArray header(const QByteArray& name) const;
};

/// A simulator and a plain client of it, which goes page by page and knows nothing of the program's own. For
/// the tests of the simulator; lives on the test's thread and needs its event loop.
class SimulatorClient
{
public:
    /// Starts a server in place of the one before.
    void serve(const simulator::Scenario& scenario, const simulator::Behaviour& behaviour = {});
    void stop();
    simulator::Server& server() { return *m_server; }
    QNetworkAccessManager& manager() { return m_manager; }

    /// A good request, with these query items besides the location.
    QNetworkRequest request(const Items& items) const;
    Page get(const Items& items, const std::function<void(QNetworkRequest&)>& change = {});
    /// All pages of a walk; ends at a missing cursor or an empty page.
    QList<Page> walk(const Items& items);
    QList<QByteArray> walkIds(const Items& items);
    /// Of the generator, in its order.
    QList<QByteArray> idsWhere(const std::function<bool(qint64)>& wanted) const;

private:
    std::unique_ptr<simulator::Server> m_server;
    QNetworkAccessManager m_manager;
};

} // namespace leadway::test
