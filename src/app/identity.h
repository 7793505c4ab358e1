#pragma once

#include <QCoreApplication>

namespace leadway
{

/// The names under which both programs keep their data and settings: one folder for the window and the
/// command line. Called by main, once the application object exists.
inline void setIdentity()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Leadway"));
    QCoreApplication::setApplicationName(QStringLiteral("Leadway Message Exporter"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LEADWAY_VERSION));
}

} // namespace leadway
