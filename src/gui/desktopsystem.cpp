// The desktop of Windows and macOS, by what Qt and the system offer; not tried on either yet. There is no
// progress at their task bar, and on macOS nothing keeps the computer awake.

#include "gui/desktop.h"

#include <QGuiApplication>
#include <QSystemTrayIcon>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace leadway
{

struct Desktop::Private {
    QSystemTrayIcon tray; // notifications come from an icon, which is there only as long as it takes
};

Desktop::Desktop()
    : d(std::make_unique<Private>())
{
    const auto hide = [this] { d->tray.hide(); };
    QObject::connect(&d->tray, &QSystemTrayIcon::messageClicked, &d->tray, hide);
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, &d->tray,
                     [hide](Qt::ApplicationState state) {
                         if (state == Qt::ApplicationActive) {
                             hide();
                         }
                     });
}

Desktop::~Desktop()
{
    allowSleep();
}

void Desktop::notify(const QString& sentence, bool isGood)
{
    d->tray.setIcon(QGuiApplication::windowIcon());
    d->tray.show();
    d->tray.showMessage(QStringLiteral("Leadway Message Exporter"), sentence,
                        isGood ? QSystemTrayIcon::Information : QSystemTrayIcon::Warning);
}

void Desktop::showProgress(std::optional<double> /*share*/) {}

void Desktop::keepAwake(const QString& /*reason*/)
{
#ifdef Q_OS_WIN
    SetThreadExecutionState(ES_CONTINUOUS | ES_SYSTEM_REQUIRED);
#endif
}

void Desktop::allowSleep()
{
#ifdef Q_OS_WIN
    SetThreadExecutionState(ES_CONTINUOUS);
#endif
}

} // namespace leadway
