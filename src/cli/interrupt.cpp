#include "cli/interrupt.h"

#include <array>
#include <csignal>

#ifdef Q_OS_UNIX
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <qt_windows.h>

#include <mutex>
#endif

namespace leadway
{

#ifdef Q_OS_UNIX

namespace
{

// A signal handler may only touch what is here: it writes a byte into a pipe that the event loop reads.
std::array<int, 2> pipeEnds = {-1, -1};

void onSignal(int /*number*/)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = write(pipeEnds[1], &byte, 1);
}

} // namespace

Interrupt::Interrupt(QObject* parent)
    : QObject(parent)
{
    if (pipe(pipeEnds.data()) != 0) {
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (read(pipeEnds[0], &byte, 1) == 1) {
            Q_EMIT requested();
        }
    });
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        std::signal(number, &onSignal);
    }
}

Interrupt::~Interrupt()
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        std::signal(number, SIG_DFL);
    }
    for (int& end : pipeEnds) {
        close(end);
        end = -1;
    }
}

#elif defined(Q_OS_WIN)

namespace
{

std::mutex listenerMutex;
Interrupt* listener = nullptr;

// Windows calls this on a thread of its own, and ends a program whose console is closed once this returns.
BOOL WINAPI onControl(DWORD kind)
{
    {
        const std::lock_guard lock(listenerMutex);
        if (!listener) {
            return FALSE;
        }
        QMetaObject::invokeMethod(listener, &Interrupt::requested, Qt::QueuedConnection);
    }
    if (kind == CTRL_CLOSE_EVENT) {
        Sleep(INFINITE); // the program ends before, or Windows loses its patience
    }
    return TRUE;
}

} // namespace

Interrupt::Interrupt(QObject* parent)
    : QObject(parent)
{
    {
        const std::lock_guard lock(listenerMutex);
        listener = this;
    }
    SetConsoleCtrlHandler(&onControl, TRUE);
}

Interrupt::~Interrupt()
{
    // Not taken away, since that waits for one that is at work.
    const std::lock_guard lock(listenerMutex);
    listener = nullptr;
}

#else

Interrupt::Interrupt(QObject* parent)
    : QObject(parent)
{
}

Interrupt::~Interrupt() = default;

#endif

} // namespace leadway
