#include "support/secretservice.h"

#include "support/programs.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <csignal>

namespace leadway::test
{

namespace
{

constexpr int kServicePatience = 20'000;

// A bus that starts nothing by itself.
constexpr const char* kBus =
    R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=%1</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>)";

} // namespace

SecretService::SecretService()
    : m_folder(QStringLiteral("/tmp/leadway-XXXXXX")) // short: a socket's path has 108 bytes at most
{
}

SecretService::~SecretService()
{
    stopService();
    m_bus.terminate();
    m_bus.waitForFinished();
}

void SecretService::addTo(QProcessEnvironment& environment) const
{
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
    // Or another keychain than the Secret Service might be taken.
    environment.remove(QStringLiteral("XDG_CURRENT_DESKTOP"));
    environment.remove(QStringLiteral("KDE_SESSION_VERSION"));
}

void SecretService::useHere() const
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
    qunsetenv("XDG_CURRENT_DESKTOP");
    qunsetenv("KDE_SESSION_VERSION");
}

bool SecretService::startBus()
{
    if (m_bus.state() == QProcess::Running) {
        return true;
    }
    QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QIODevice::WriteOnly)) {
        return false;
    }
    config.write(QString::fromLatin1(kBus).arg(m_folder.path()).toUtf8());
    config.close();
    m_bus.setChildProcessModifier(endWithParent);
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--config-file=") + config.fileName(), QStringLiteral("--nofork"),
                 QStringLiteral("--print-address")});
    if (!m_bus.waitForReadyRead(kServicePatience)) {
        return false;
    }
    m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
    return !m_address.isEmpty();
}

bool SecretService::isOwned() const
{
    QProcess asker;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    addTo(environment);
    asker.setProcessEnvironment(environment);
    asker.start(QStringLiteral("dbus-send"),
                {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                 QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                 QStringLiteral("org.freedesktop.DBus.NameHasOwner"),
                 QStringLiteral("string:org.freedesktop.secrets")});
    return asker.waitForFinished(kServicePatience) && asker.readAllStandardOutput().contains("true");
}

bool SecretService::start(Kind kind)
{
    stopService();
    if (!startBus()) {
        return false;
    }
    if (kind == Kind::Absent) {
        return !isOwned();
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    addTo(environment);
    for (const auto& [variable, name] : {std::pair("HOME", "home"), std::pair("XDG_DATA_HOME", "data"),
                                         std::pair("XDG_RUNTIME_DIR", "run")}) {
        const QString path = m_folder.filePath(QLatin1String(name));
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        environment.insert(QLatin1String(variable), path);
    }
    environment.remove(QStringLiteral("DISPLAY")); // nobody to ask
    m_service.setProcessEnvironment(environment);
    m_service.setChildProcessModifier(endWithParent);
    QStringList arguments = {QStringLiteral("--foreground"), QStringLiteral("--components=secrets")};
    if (kind == Kind::Unlocked) {
        arguments.append(QStringLiteral("--unlock"));
    }
    m_service.start(QStringLiteral("gnome-keyring-daemon"), arguments);
    if (!m_service.waitForStarted(kServicePatience)) {
        return false;
    }
    m_service.write("password of the keyring");
    m_service.waitForBytesWritten(kServicePatience); // there may be no event loop yet
    m_service.closeWriteChannel();
    QElapsedTimer clock;
    clock.start();
    while (!isOwned()) {
        if (clock.hasExpired(kServicePatience)) {
            return false;
        }
        QThread::msleep(10);
    }
    return true;
}

void SecretService::stopService()
{
    if (m_service.state() == QProcess::NotRunning) {
        return;
    }
    goOn();
    m_service.terminate();
    m_service.waitForFinished();
}

void SecretService::pause()
{
    ::kill(static_cast<pid_t>(m_service.processId()), SIGSTOP);
}

void SecretService::goOn()
{
    ::kill(static_cast<pid_t>(m_service.processId()), SIGCONT);
}

QByteArray SecretService::runTool(const QStringList& arguments, const QByteArray& input) const
{
    QProcess tool;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    addTo(environment);
    tool.setProcessEnvironment(environment);
    tool.start(QStringLiteral("secret-tool"), arguments);
    tool.waitForStarted(kServicePatience);
    tool.write(input);
    tool.waitForBytesWritten(kServicePatience);
    tool.closeWriteChannel();
    tool.waitForFinished(kServicePatience);
    return tool.readAllStandardOutput();
}

void SecretService::put(const QString& service, const QString& key, const QByteArray& secret) const
{
    runTool({QStringLiteral("store"), QStringLiteral("--label=test"), QStringLiteral("user"), key,
             QStringLiteral("server"), service},
            secret);
}

QByteArray SecretService::secretOf(const QString& service, const QString& key) const
{
    return QByteArray::fromBase64(runTool(
        {QStringLiteral("lookup"), QStringLiteral("user"), key, QStringLiteral("server"), service}, {}));
}

QStringList SecretService::files() const
{
    QStringList files;
    QDirIterator iterator(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        files.append(iterator.next());
    }
    return files;
}

} // namespace leadway::test
