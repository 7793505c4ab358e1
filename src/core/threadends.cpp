// In programs that g++ makes for Windows, the end of a thread may use what is already gone.
//
// g++ has no thread-local memory of the system's there. Each thread has an array in its place, which one
// function frees at the thread's end, while another one destroys the objects that lie in it; they are called
// in the order in which they were made known, and usually the one that frees is the first. Qt keeps such an
// object for regular expressions (qregularexpression.cpp, `jitStacks`). If that fails, it fails within a
// lock, for which the program waits at its own end, for ever. So the one that destroys is made known here
// first, before main and before any thread. Seen with g++ 12 and Qt 6.4 under Wine 8, in one of thirty runs
// of tst_engine; docs/architecture.md tells how it is linked.

#include <windows.h>

extern "C" void leadwayThreadEnds();

extern "C" [[gnu::constructor]] void leadwayThreadEnds()
{
    // That of the library, which Qt calls; a program may have another one of its own.
    using AtThreadEnd = int (*)(void (*destroy)(void*), void* object, void* program);
    static char nothing;
    if (const HMODULE library = GetModuleHandleW(L"libstdc++-6.dll")) {
        void* const function = reinterpret_cast<void*>(GetProcAddress(library, "__cxa_thread_atexit"));
        if (const auto atThreadEnd = reinterpret_cast<AtThreadEnd>(function)) {
            atThreadEnd([](void*) {}, &nothing, &nothing);
        }
    }
}
