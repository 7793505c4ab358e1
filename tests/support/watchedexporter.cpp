#include "support/watchedexporter.h"

#include <csignal>
#include <new>
#include <sys/wait.h>
#include <thread>

namespace leadway::test
{

namespace
{

using namespace std::chrono_literals;

// Between two looks at a program that cannot tell when it has come so far, since it is halted then.
constexpr auto kLookPause = 200us;

} // namespace

WatchedExporter::WatchedExporter(const Household& household, const QUrl& server)
    : Exporter(household, server)
{
    if (m_file.open() && m_file.resize(sizeof(WitnessPage))) {
        m_page = reinterpret_cast<WitnessPage*>(m_file.map(0, sizeof(WitnessPage)));
    }
    if (m_page == nullptr) {
        qFatal("no memory can be shared: %s", qPrintable(m_file.errorString()));
    }
    forget();
    environment.insert(QLatin1String(kWitnessFile), m_file.fileName());
    environment.insert(QLatin1String(kWitnessTargets), household.workFolder());
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(LEADWAY_WITNESS));
}

WatchedExporter::~WatchedExporter() = default;

void WatchedExporter::forget()
{
    new (m_page) WitnessPage{};
}

// Without taking its end away from QProcess.
bool WatchedExporter::hasEnded() const
{
    siginfo_t info = {};
    const auto process = static_cast<id_t>(processId());
    return !isRunning() || ::waitid(P_PID, process, &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           info.si_pid != 0;
}

bool WatchedExporter::waitUntil(const std::function<bool()>& condition) const
{
    while (!condition() && !hasEnded()) {
        std::this_thread::sleep_for(kLookPause);
    }
    return condition();
}

bool WatchedExporter::killAtHalt()
{
    if (!waitUntil([this] { return m_page->isHalted.load(); })) {
        return false;
    }
    signal(SIGKILL);
    return true;
}

bool WatchedExporter::killAfter(std::chrono::microseconds delay)
{
    const auto when = std::chrono::steady_clock::now() + delay;
    if (!waitUntil([when] { return std::chrono::steady_clock::now() >= when; })) {
        return false;
    }
    signal(SIGKILL);
    return true;
}

} // namespace leadway::test
