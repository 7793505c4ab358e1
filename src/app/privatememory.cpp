#include "app/privatememory.h"

#include <QtGlobal>

#if defined(Q_OS_WIN)
#include <windows.h>
#else
#include <sys/resource.h>
#endif
#if defined(Q_OS_LINUX)
#include <sys/prctl.h>
#endif

namespace leadway
{

void keepMemoryPrivate()
{
#if defined(Q_OS_WIN)
    // Without its box there is no report of the error either.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#else
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#if defined(Q_OS_LINUX)
    // The limit binds files alone: a system that hands dumps to a program of its own hands it every one.
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace leadway
