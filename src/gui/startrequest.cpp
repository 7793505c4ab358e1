#include "gui/startrequest.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace leadway
{

namespace
{

const QLatin1String kSampleKey("sample");
const QLatin1String kLocationKey("location");
const QLatin1String kServerKey("server");
const QLatin1String kApiVersionKey("apiVersion");
const QLatin1String kActivationKey("activation");

} // namespace

QByteArray asLine(const StartRequest& request)
{
    const QJsonObject object{{kSampleKey, request.wantsSample},
                             {kLocationKey, request.locationId},
                             {kServerKey, request.server},
                             {kApiVersionKey, request.apiVersion},
                             {kActivationKey, QString::fromUtf8(request.activation)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<StartRequest> startRequestOf(const QByteArray& line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject()) {
        return std::nullopt;
    }
    const QJsonObject object = document.object();
    StartRequest request;
    request.wantsSample = object.value(kSampleKey).toBool();
    request.locationId = object.value(kLocationKey).toString();
    request.server = object.value(kServerKey).toString();
    request.apiVersion = object.value(kApiVersionKey).toString();
    request.activation = object.value(kActivationKey).toString().toUtf8();
    return request;
}

QByteArray activationOfThisStart()
{
    const QByteArray wayland = qgetenv("XDG_ACTIVATION_TOKEN");
    return wayland.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : wayland;
}

} // namespace leadway
