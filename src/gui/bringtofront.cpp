#include "gui/bringtofront.h"

#include <QGuiApplication>
#include <QWidget>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <cstdlib>
#include <memory>
#include <xcb/xcb.h>
#endif

namespace leadway
{

namespace
{

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

xcb_atom_t atomOf(xcb_connection_t* connection, const QByteArray& name)
{
    const auto cookie =
        xcb_intern_atom(connection, 1, static_cast<std::uint16_t>(name.size()), name.constData());
    const std::unique_ptr<xcb_intern_atom_reply_t, decltype(&std::free)> reply(
        xcb_intern_atom_reply(connection, cookie, nullptr), &std::free);
    return reply ? reply->atom : static_cast<xcb_atom_t>(XCB_ATOM_NONE);
}

// When the person acted, by the display's clock: a startup id ends with it. 0, "now", if it tells nothing.
std::uint32_t timeOf(const QByteArray& startupId)
{
    constexpr char mark[] = "_TIME";
    const qsizetype at = startupId.lastIndexOf(mark);
    return at < 0 ? 0 : startupId.mid(at + static_cast<qsizetype>(sizeof(mark)) - 1).toUInt();
}

// QWidget::activateWindow() asks in the name of the program, with the time of what it last saw of a person,
// which was long ago: many a window manager then only marks the window in the task bar. This asks in the name
// of whoever has started the program, with their time.
bool activateOnX11(const QWidget& window, const QByteArray& startupId)
{
    const auto* const x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    xcb_connection_t* const connection = x11 ? x11->connection() : nullptr;
    const xcb_atom_t activate = connection ? atomOf(connection, "_NET_ACTIVE_WINDOW") : 0;
    if (activate == XCB_ATOM_NONE) {
        return false;
    }
    constexpr std::uint32_t byPerson = 2; // of EWMH's sources
    xcb_client_message_event_t event = {};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = static_cast<xcb_window_t>(window.winId());
    event.type = activate;
    event.data.data32[0] = byPerson;
    event.data.data32[1] = timeOf(startupId);
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
    xcb_send_event(connection, 0, root,
                   XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                   reinterpret_cast<const char*>(&event));
    xcb_flush(connection);
    return true;
}

#else

bool activateOnX11(const QWidget& /*window*/, const QByteArray& /*startupId*/)
{
    return false;
}

#endif

} // namespace

void bringToFront(QWidget& window, const QByteArray& activation)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    if (QGuiApplication::platformName() == QLatin1String("wayland") && !activation.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", activation); // where Qt takes it from
    }
    if (!activateOnX11(window, activation)) {
        window.activateWindow();
    }
}

} // namespace leadway
