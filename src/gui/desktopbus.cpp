// The desktop by its session bus: GNOME, KDE, Xfce and their like.

#include "gui/desktop.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QObject>

#include <array>
#include <cmath>

namespace leadway
{

/// Whom to call on the bus, and for what. Not in the unnamed namespace, since Private has some.
struct BusAddress {
    const char* service;
    const char* path;
    const char* interface;
    const char* method;
};

namespace
{

constexpr BusAddress kNotify = {"org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                                "org.freedesktop.Notifications", "Notify"};

// Each desktop has one of these. Both keep the computer awake and let the screen lock, unlike
// org.freedesktop.ScreenSaver; and both end with the connection, so a program that is killed keeps no
// computer awake.
constexpr BusAddress kPowerInhibit = {"org.freedesktop.PowerManagement",
                                      "/org/freedesktop/PowerManagement/Inhibit",
                                      "org.freedesktop.PowerManagement.Inhibit", "Inhibit"};
constexpr BusAddress kPowerRelease = {"org.freedesktop.PowerManagement",
                                      "/org/freedesktop/PowerManagement/Inhibit",
                                      "org.freedesktop.PowerManagement.Inhibit", "UnInhibit"};
constexpr BusAddress kGnomeInhibit = {"org.gnome.SessionManager", "/org/gnome/SessionManager",
                                      "org.gnome.SessionManager", "Inhibit"};
constexpr BusAddress kGnomeRelease = {"org.gnome.SessionManager", "/org/gnome/SessionManager",
                                      "org.gnome.SessionManager", "Uninhibit"};
constexpr uint kGnomeSuspend = 4; // what is inhibited; not 8, the screen

QDBusMessage callOf(const BusAddress& address, const QVariantList& arguments)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(QLatin1String(address.service), QLatin1String(address.path),
                                       QLatin1String(address.interface), QLatin1String(address.method));
    call.setArguments(arguments);
    call.setAutoStartService(false); // a desktop without it is left as it is
    return call;
}

} // namespace

struct Desktop::Private {
    QObject context; // answers that come later are for nobody
    bool isAwake = false;
    int percent = -1; // as shown

    // Notes the cookie of an answer where it is needed; or gives it back, if sleep is allowed again by then.
    void inhibit(const BusAddress& inhibit, const BusAddress& release, const QVariantList& arguments)
    {
        auto* const watcher = new QDBusPendingCallWatcher(
            QDBusConnection::sessionBus().asyncCall(callOf(inhibit, arguments)), &context);
        QObject::connect(watcher, &QDBusPendingCallWatcher::finished, &context, [this, watcher, release] {
            const QDBusPendingReply<uint> reply = *watcher;
            watcher->deleteLater();
            if (reply.isError()) {
                return;
            }
            if (isAwake) {
                held.append({release, reply.value()});
            } else {
                QDBusConnection::sessionBus().send(callOf(release, {reply.value()}));
            }
        });
    }

    QList<std::pair<BusAddress, uint>> held;
};

Desktop::Desktop()
    : d(std::make_unique<Private>())
{
}

Desktop::~Desktop()
{
    showProgress(std::nullopt);
    allowSleep();
}

void Desktop::notify(const QString& sentence, bool isGood)
{
    // All of it in the title, which is plain text everywhere; a body may be taken for markup.
    const QVariantMap hints = {{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()},
                               {QStringLiteral("category"), isGood ? QStringLiteral("transfer.complete")
                                                                   : QStringLiteral("transfer.error")}};
    constexpr int usualTime = -1;
    QDBusConnection::sessionBus().send(
        callOf(kNotify, {QStringLiteral("Leadway Message Exporter"), 0U, QGuiApplication::desktopFileName(),
                         sentence, QString(), QStringList(), hints, usualTime}));
}

void Desktop::showProgress(std::optional<double> share)
{
    constexpr int whole = 100;
    const int percent = share ? static_cast<int>(std::lround(*share * whole)) : -1;
    if (percent == d->percent) {
        return;
    }
    d->percent = percent;
    const QVariantMap properties = {{QStringLiteral("progress"), share.value_or(0.0)},
                                    {QStringLiteral("progress-visible"), share.has_value()}};
    QDBusMessage update = QDBusMessage::createSignal(QStringLiteral("/leadway/exporter"),
                                                     QStringLiteral("com.canonical.Unity.LauncherEntry"),
                                                     QStringLiteral("Update"));
    update.setArguments(
        {QStringLiteral("application://%1.desktop").arg(QGuiApplication::desktopFileName()), properties});
    QDBusConnection::sessionBus().send(update);
}

void Desktop::keepAwake(const QString& reason)
{
    if (d->isAwake) {
        return;
    }
    d->isAwake = true;
    const QString name = QStringLiteral("Leadway Message Exporter");
    d->inhibit(kPowerInhibit, kPowerRelease, {name, reason});
    d->inhibit(kGnomeInhibit, kGnomeRelease, {name, 0U, reason, kGnomeSuspend});
}

void Desktop::allowSleep()
{
    d->isAwake = false;
    for (const auto& [release, cookie] : std::as_const(d->held)) {
        QDBusConnection::sessionBus().send(callOf(release, {cookie}));
    }
    d->held.clear();
}

} // namespace leadway
