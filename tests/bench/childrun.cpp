#include "bench/childrun.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace leadway::bench
{

namespace
{

constexpr int kSamplePause = 5; // milliseconds between two looks at the memory
constexpr double kKilobytesInAMegabyte = 1024;
constexpr double kMicrosecondsInASecond = 1e6;
constexpr double kNanosecondsInASecond = 1e9;

double seconds(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / kMicrosecondsInASecond;
}

// The highest mark so far; nothing once the program has ended. What wait4() tells instead also knows the
// memory of the process that this one was forked from.
double peakOf(pid_t process)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    const QByteArray status = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    const qsizetype at = status.indexOf("VmHWM:");
    if (at < 0) {
        return 0;
    }
    return status.mid(at + 6, status.indexOf("kB", at) - at - 6).trimmed().toDouble() / kKilobytesInAMegabyte;
}

// Between fork and exec other threads hold locks for good, so nothing here may allocate.
[[noreturn]] void become(char* const* arguments, char* const* variables, const char* folder, int out, int err)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    if (::chdir(folder) == 0) {
        ::execvpe(arguments[0], arguments, variables);
    }
    constexpr int notFound = 127;
    ::_exit(notFound);
}

std::vector<char*> pointers(std::vector<QByteArray>& texts)
{
    std::vector<char*> list;
    for (QByteArray& text : texts) {
        list.push_back(text.data());
    }
    list.push_back(nullptr);
    return list;
}

QByteArray contentOf(const QTemporaryFile& file)
{
    QFile again(file.fileName());
    return again.open(QFile::ReadOnly) ? again.readAll() : QByteArray();
}

} // namespace

ChildRun runChild(const QString& program, const QStringList& arguments, const QString& folder,
                  const QProcessEnvironment& environment)
{
    ChildRun run;
    QTemporaryFile out;
    QTemporaryFile err;
    if (!out.open() || !err.open()) {
        return run;
    }
    std::vector<QByteArray> words = {QFile::encodeName(program)};
    for (const QString& argument : arguments) {
        words.push_back(argument.toLocal8Bit());
    }
    std::vector<QByteArray> variables;
    for (const QString& variable : environment.toStringList()) {
        variables.push_back(variable.toLocal8Bit());
    }
    const std::vector<char*> wordList = pointers(words);
    const std::vector<char*> variableList = pointers(variables);
    const QByteArray place = QFile::encodeName(folder);

    QElapsedTimer clock;
    clock.start();
    const pid_t process = ::fork();
    if (process == 0) {
        become(wordList.data(), variableList.data(), place.constData(), out.handle(), err.handle());
    }
    if (process < 0) {
        return run;
    }
    pollfd end{static_cast<int>(::syscall(SYS_pidfd_open, process, 0)), POLLIN, 0};
    int ready = 0;
    while (end.fd >= 0 && (ready = ::poll(&end, 1, kSamplePause)) <= 0 && (ready == 0 || errno == EINTR)) {
        run.peakMegabytes = std::max(run.peakMegabytes, peakOf(process));
    }
    int status = 0;
    rusage usage{};
    ::wait4(process, &status, 0, &usage);
    run.wallSeconds = static_cast<double>(clock.nsecsElapsed()) / kNanosecondsInASecond;
    ::close(end.fd);
    run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    run.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    run.out = contentOf(out);
    run.err = contentOf(err);
    return run;
}

} // namespace leadway::bench
