#include "support/simulatorclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

namespace leadway::test
{

using simulator::Behaviour;
using simulator::Generator;
using simulator::Scenario;
using simulator::Server;

Items with(Items items, const QString& key, const QString& value)
{
    items.append({key, value});
    return items;
}

QList<QByteArray> Page::ids() const
{
    QList<QByteArray> ids;
    const QJsonArray messages = json.value(QStringLiteral("messages")).toArray();
    for (const QJsonValue message : messages) {
        ids.append(message.toObject().value(QStringLiteral("id")).toString().toLatin1());
    }
    return ids;
}

QByteArray Page::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.toLower() == name.toLower()) {
            return value;
        }
    }
    return {};
}

void SimulatorClient::serve(const Scenario& scenario, const Behaviour& behaviour)
{
    stop();
    m_server = std::make_unique<Server>(scenario, behaviour);
    QVERIFY(m_server->start());
}

QNetworkRequest SimulatorClient::request(const Items& items) const
{
    QUrl url = m_server->baseUrl();
    url.setPath(QStringLiteral("/conversations/messages/export"));
    QByteArray query = "locationId=demo0000000000000001";
    for (const auto& [key, value] : items) {
        query += (key == QLatin1String("locationId")
                      ? QByteArray()
                      : '&' + key.toUtf8() + '=' + value.toUtf8().toPercentEncoding());
    }
    url.setQuery(QString::fromLatin1(query));
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer pit-demo");
    request.setRawHeader("Version", "2021-07-28");
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("LeadwayMessageExporter/test"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

Page SimulatorClient::get(const Items& items, const std::function<void(QNetworkRequest&)>& change)
{
    QNetworkRequest wanted = request(items);
    if (change) {
        change(wanted);
    }
    const std::unique_ptr<QNetworkReply> reply(m_manager.get(wanted));
    QSignalSpy(reply.get(), &QNetworkReply::finished).wait(kPatience);
    Page page;
    page.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    page.error = reply->error();
    page.bytes = reply->readAll();
    page.headers = reply->rawHeaderPairs();
    page.json = QJsonDocument::fromJson(page.bytes).object();
    return page;
}

QList<Page> SimulatorClient::walk(const Items& items)
{
    QList<Page> pages;
    QString cursor;
    do {
        pages.append(get(cursor.isEmpty() ? items : with(items, QStringLiteral("cursor"), cursor)));
        cursor = pages.constLast().cursor();
    } while (!cursor.isEmpty() && !pages.constLast().ids().isEmpty() && pages.size() < 1000);
    return pages;
}

QList<QByteArray> SimulatorClient::walkIds(const Items& items)
{
    QList<QByteArray> ids;
    const QList<Page> pages = walk(items);
    for (const Page& page : pages) {
        ids += page.ids();
    }
    return ids;
}

QList<QByteArray> SimulatorClient::idsWhere(const std::function<bool(qint64)>& wanted) const
{
    QList<QByteArray> ids;
    const Generator& generator = m_server->generator();
    for (qint64 i = 0; i < generator.count(); ++i) {
        if (wanted(i)) {
            ids.append(generator.id(i));
        }
    }
    return ids;
}

void SimulatorClient::stop()
{
    m_manager.clearConnectionCache();
    m_server.reset();
}

} // namespace leadway::test
