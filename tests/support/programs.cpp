#include "support/programs.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <linux/capability.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <unistd.h>

namespace leadway::test
{

namespace
{

constexpr int kProgramPatience = 120'000; // milliseconds; only a broken program takes so long
constexpr int kSamplePause = 4;           // milliseconds between two looks at a program's memory

} // namespace

Household::Household()
{
    for (const char* const name : {"home", "config", "data", "cache", "state", "tmp", "run", "work"}) {
        QDir(m_folder.path()).mkdir(QLatin1String(name));
    }
    QFile::setPermissions(m_folder.filePath(QStringLiteral("run")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QString Household::workFolder() const
{
    return m_folder.filePath(QStringLiteral("work"));
}

QString Household::path(const QString& name) const
{
    return workFolder() + QLatin1Char('/') + name;
}

QProcessEnvironment Household::environment() const
{
    QProcessEnvironment environment;
    const auto set = [&environment](const char* name, const QString& value) {
        environment.insert(QLatin1String(name), value);
    };
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    // Qt, and the sanitizers, may lie in unusual places.
    for (const char* const name : {"PATH", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "ASAN_OPTIONS"}) {
        if (own.contains(QLatin1String(name))) {
            set(name, own.value(QLatin1String(name)));
        }
    }
    set("LANG", QStringLiteral("C.UTF-8"));
    set("TZ", QStringLiteral("UTC"));
    set("HOME", m_folder.filePath(QStringLiteral("home")));
    set("TMPDIR", m_folder.filePath(QStringLiteral("tmp")));
    set("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")));
    set("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")));
    set("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")));
    set("XDG_STATE_HOME", m_folder.filePath(QStringLiteral("state")));
    set("XDG_RUNTIME_DIR", m_folder.filePath(QStringLiteral("run")));
    return environment;
}

void Household::write(const QString& name, const QByteArray& content) const
{
    QFile file(path(name));
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size()) {
        qFatal("%s could not be written", qPrintable(file.fileName()));
    }
}

QByteArray Household::read(const QString& name) const
{
    QFile file(path(name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList Household::names() const
{
    return QDir(workFolder())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

QStringList Household::allFiles() const
{
    QStringList files;
    QDirIterator iterator(m_folder.path(), QDir::Files | QDir::Hidden | QDir::System,
                          QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        files.append(iterator.next());
    }
    return files;
}

QStringList Household::spools() const
{
    QStringList found;
    QDirIterator iterator(m_folder.filePath(QStringLiteral("data")), QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        const QString file = iterator.next();
        if (file.contains(QLatin1String("/spools/"))) {
            found.append(file);
        }
    }
    return found;
}

QByteArray Outcome::told() const
{
    return "exit code " + QByteArray::number(exitCode) + ", stdout: " + out.left(2000) +
           ", stderr: " + err.left(2000);
}

Program::Program(const QString& file, const Household& household)
    : environment(household.environment())
    , m_file(file)
{
    m_process.setWorkingDirectory(household.workFolder());
}

Program::~Program()
{
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void Program::sendErrorsTo(const QString& file)
{
    m_process.setStandardErrorFile(file);
}

void Program::start(const QStringList& arguments)
{
    m_peak = 0;
    m_process.setProcessEnvironment(environment);
    m_process.setChildProcessModifier(beforehand);
    m_process.start(m_file, arguments);
    if (!m_process.waitForStarted()) {
        qWarning("%s: %s", qPrintable(m_file), qPrintable(m_process.errorString()));
        return;
    }
    m_process.write(input);
    m_process.closeWriteChannel();
}

Outcome Program::finish()
{
    QElapsedTimer clock;
    clock.start();
    // The system forgets how much memory a program had when it ends, so one has to look while it runs.
    while (isRunning() && clock.elapsed() < kProgramPatience) {
        notePeak();
        m_process.waitForFinished(kSamplePause);
    }
    const bool ended = !isRunning();
    if (!ended) {
        m_process.kill();
        m_process.waitForFinished();
    }
    Outcome outcome;
    const bool isWell = ended && m_process.error() != QProcess::FailedToStart &&
                        m_process.exitStatus() == QProcess::NormalExit;
    outcome.exitCode = isWell ? m_process.exitCode() : -1;
    outcome.out = m_process.readAllStandardOutput();
    outcome.err = m_process.readAllStandardError();
    outcome.peakMegabytes = m_peak;
    return outcome;
}

Outcome Program::run(const QStringList& arguments)
{
    start(arguments);
    return finish();
}

bool Program::isRunning() const
{
    return m_process.state() != QProcess::NotRunning;
}

qint64 Program::processId() const
{
    return m_process.processId();
}

void Program::signal(int number) const
{
    if (processId() > 0) {
        ::kill(static_cast<pid_t>(processId()), number);
    }
}

QByteArray Program::systemFile(const char* name) const
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(processId()).arg(QLatin1String(name)));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray Program::readLine()
{
    while (!m_process.canReadLine() && m_process.waitForReadyRead(kProgramPatience)) {
    }
    return m_process.readLine().trimmed();
}

void Program::notePeak()
{
    constexpr double kilobytesInAMegabyte = 1024;
    const QByteArray status = systemFile("status");
    const qsizetype at = status.indexOf("VmHWM:");
    if (at >= 0) {
        const QByteArray kilobytes = status.mid(at + 6, status.indexOf("kB", at) - at - 6).trimmed();
        m_peak = std::max(m_peak, kilobytes.toDouble() / kilobytesInAMegabyte);
    }
}

bool isAsShown(const QByteArray& environment)
{
    return ::geteuid() == 0 ? environment.contains("XDG_DATA_HOME=") : environment.isEmpty();
}

bool allowsNoCoreDump(const QByteArray& limits)
{
    const QList<QByteArray> lines = limits.split('\n');
    return std::any_of(lines.begin(), lines.end(), [](const QByteArray& line) {
        return line.simplified() == "Max core file size 0 0 bytes";
    });
}

void obeyPermissions()
{
    // Without effect, and without need, for everybody but root.
    ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
    ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
}

void limitFileLength(qint64 bytes)
{
    ::signal(SIGXFSZ, SIG_IGN); // else the program would be ended instead of being told
    const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

void endWithParent()
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
}

Terminal::Terminal(int columns)
    : m_handle(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC))
{
    std::array<char, 128> name = {};
    if (m_handle >= 0 && ::grantpt(m_handle) == 0 && ::unlockpt(m_handle) == 0 &&
        ::ptsname_r(m_handle, name.data(), name.size()) == 0) {
        m_path = QString::fromLocal8Bit(name.data());
    }
    winsize size = {};
    size.ws_col = static_cast<unsigned short>(columns);
    ::ioctl(m_handle, TIOCSWINSZ, &size);
}

Terminal::~Terminal()
{
    if (m_handle >= 0) {
        ::close(m_handle);
    }
}

QByteArray Terminal::written() const
{
    QByteArray all;
    std::array<char, 4096> buffer = {};
    ssize_t count = 0;
    while ((count = ::read(m_handle, buffer.data(), buffer.size())) > 0) {
        all.append(buffer.data(), static_cast<qsizetype>(count));
    }
    return all;
}

} // namespace leadway::test
