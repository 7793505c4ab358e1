#include "app/identity.h"

#include <QCoreApplication>

namespace leadway
{

void setIdentity()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Leadway"));
    QCoreApplication::setApplicationName(QStringLiteral("Leadway Message Exporter"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LEADWAY_VERSION));
}

QString applicationId()
{
    return QStringLiteral(LEADWAY_APP_ID);
}

} // namespace leadway
