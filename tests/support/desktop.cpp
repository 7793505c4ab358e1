#include "support/desktop.h"

#include <QElapsedTimer>
#include <QThread>

#include <functional>

namespace leadway::test
{

namespace
{

constexpr int kDesktopPatience = 30'000; // milliseconds
constexpr int kPause = 20;               // between two looks

bool waitUntil(const std::function<bool()>& isSo)
{
    QElapsedTimer clock;
    clock.start();
    while (!isSo()) {
        if (clock.hasExpired(kDesktopPatience)) {
            return false;
        }
        QThread::msleep(kPause);
    }
    return true;
}

bool begin(QProcess& process, const QString& program, const QStringList& arguments)
{
    process.setChildProcessModifier(endWithParent);
    process.start(program, arguments);
    return process.waitForStarted(kDesktopPatience);
}

void end(QProcess& process)
{
    if (process.state() != QProcess::NotRunning) {
        process.terminate();
        process.waitForFinished();
    }
}

// What a program prints that succeeds; else nothing.
QByteArray answerOf(const QString& program, const QStringList& arguments,
                    const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    const bool hasEnded = process.waitForFinished(kDesktopPatience);
    return hasEnded && process.exitCode() == 0 ? process.readAllStandardOutput().trimmed() : QByteArray();
}

} // namespace

Desktop::~Desktop()
{
    // The display last: the others would complain.
    end(m_launcher);
    end(m_manager);
    end(m_display);
}

void Desktop::addTo(QProcessEnvironment& environment) const
{
    m_keychain.addTo(environment);
    environment.insert(QStringLiteral("DISPLAY"), m_displayName);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
}

void Desktop::addAccessibilityTo(QProcessEnvironment& environment) const
{
    addTo(environment);
    environment.insert(QStringLiteral("AT_SPI_BUS_ADDRESS"), m_accessibilityBus);
}

QByteArray Desktop::start()
{
    if (!m_keychain.start(SecretService::Kind::Unlocked)) {
        return "the Secret Service or its bus does not start";
    }
    if (!startDisplay()) {
        return "Xvfb does not start: " + m_display.readAllStandardError();
    }
    if (!startManager()) {
        return "openbox does not start: " + m_manager.readAllStandardError();
    }
    if (!startAccessibility()) {
        return "the accessibility bus does not start: " + m_launcher.readAllStandardError();
    }
    return {};
}

bool Desktop::startDisplay()
{
    m_display.setProcessEnvironment(m_household.environment());
    const QStringList arguments = {
        QStringLiteral("-displayfd"), QStringLiteral("1"), // a free one, told here
        QStringLiteral("-screen"),    QStringLiteral("0"),  QStringLiteral("1600x1200x24"),
        QStringLiteral("-nolisten"),  QStringLiteral("tcp")};
    if (!begin(m_display, QStringLiteral("Xvfb"), arguments)) {
        return false;
    }
    while (!m_display.canReadLine() && m_display.waitForReadyRead(kDesktopPatience)) {
    }
    m_displayName = QLatin1Char(':') + QString::fromLatin1(m_display.readLine().trimmed());
    return m_displayName.size() > 1;
}

// Without one no window ever gets the focus. On a very busy machine it was seen to start and never answer, so
// it gets another chance.
bool Desktop::startManager()
{
    QProcessEnvironment environment = m_household.environment();
    addTo(environment);
    m_manager.setProcessEnvironment(environment);
    const auto answers = [&environment] {
        return !answerOf(QStringLiteral("xdotool"), {QStringLiteral("get_num_desktops")}, environment)
                    .isEmpty();
    };
    for (int chance = 0; chance < 2; ++chance) {
        if (begin(m_manager, QStringLiteral("openbox"), {}) && waitUntil(answers)) {
            return true;
        }
        end(m_manager);
    }
    return false;
}

bool Desktop::startAccessibility()
{
    QProcessEnvironment environment = m_household.environment();
    addTo(environment);
    m_launcher.setProcessEnvironment(environment);
    if (!begin(m_launcher, QStringLiteral("/usr/libexec/at-spi-bus-launcher"),
               {QStringLiteral("--launch-immediately")})) {
        return false;
    }
    return waitUntil([this, &environment] {
        m_accessibilityBus = QString::fromUtf8(
            answerOf(QStringLiteral("dbus-send"),
                     {QStringLiteral("--session"), QStringLiteral("--print-reply=literal"),
                      QStringLiteral("--dest=org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                      QStringLiteral("org.a11y.Bus.GetAddress")},
                     environment));
        return !m_accessibilityBus.isEmpty();
    });
}

} // namespace leadway::test
