#include "app/privatememory.h"

#include <QTest>

#if defined(Q_OS_LINUX)
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace leadway;

/// A program that keeps its memory private leaves no core dump, in a file or with a program of the system's.
class TestPrivateMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsNoCoreDump();
};

void TestPrivateMemory::allowsNoCoreDump()
{
#if defined(Q_OS_LINUX)
    // In a process of its own, since it lasts.
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit generous{1 << 20, 1 << 20};
        const bool wasAllowed = ::setrlimit(RLIMIT_CORE, &generous) == 0 && ::prctl(PR_SET_DUMPABLE, 1) == 0;
        keepMemoryPrivate();
        rlimit limit{1, 1};
        const bool isForbidden =
            ::getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0 && limit.rlim_max == 0;
        ::_exit(wasAllowed && isForbidden && ::prctl(PR_GET_DUMPABLE) == 0 ? 0 : 1);
    }
    QVERIFY(child > 0);
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
#else
    QSKIP("seen from within on Linux only");
#endif
}

QTEST_APPLESS_MAIN(TestPrivateMemory)
#include "tst_privatememory.moc"
