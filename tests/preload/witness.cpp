// A library for LD_PRELOAD that stands between a program and its files: it tells another process what the
// program is doing to them, halts it in the middle of a call to be killed there, and plays a full disk
// (support/witness.h). The program itself knows nothing of it.

#include "support/witness.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

namespace
{

using namespace leadway::test;

constexpr std::size_t kLongestPath = 4096;
constexpr Places kNowhere = 0;
using PathBuffer = std::array<char, kLongestPath>;

// Of no use to anybody; notes go here if no page was named.
WitnessPage unseen;
WitnessPage* page = &unseen;
PathBuffer targetsBuffer = {};
std::string_view targets;

[[gnu::constructor]] void openPage()
{
    const char* const name = std::getenv(kWitnessFile);
    const char* const folder = std::getenv(kWitnessTargets);
    if (name == nullptr || folder == nullptr) {
        return;
    }
    std::snprintf(targetsBuffer.data(), targetsBuffer.size(), "%s/", folder);
    targets = targetsBuffer.data();
    const int handle = ::open(name, O_RDWR | O_CLOEXEC);
    if (handle < 0) {
        return;
    }
    void* const memory = ::mmap(nullptr, sizeof(WitnessPage), PROT_READ | PROT_WRITE, MAP_SHARED, handle, 0);
    ::close(handle);
    if (memory != MAP_FAILED) {
        page = static_cast<WitnessPage*>(memory);
    }
}

// The function that the program would have called without this library.
template<class Function>
Function* real(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

// Files without a name yet are "FOLDER/#NUMBER (deleted)".
std::string_view pathOf(int handle, PathBuffer& buffer)
{
    std::array<char, 32> link = {};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", handle);
    const ssize_t size = ::readlink(link.data(), buffer.data(), buffer.size());
    return size > 0 ? std::string_view(buffer.data(), static_cast<std::size_t>(size)) : std::string_view();
}

std::string_view nameIn(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

Places placeOf(std::string_view path)
{
    if (path.find("/spools") != std::string_view::npos) {
        return nameIn(path).substr(0, 5) == "index" ? kIndex : kSpool;
    }
    return !targets.empty() && path.substr(0, targets.size()) == targets ? kTarget : kNowhere;
}

Deed writingTo(std::string_view path)
{
    if (path.find("/saved-exports/") != std::string_view::npos) {
        return Deed::Remember;
    }
    const Places place = placeOf(path);
    if (place != kSpool) {
        return place == kNowhere ? Deed::None : Deed::Render;
    }
    const std::string_view name = nameIn(path);
    if (name.substr(0, 4) == "lock") {
        return Deed::Lock;
    }
    return name.substr(0, 8) == "segment-" ? Deed::Fetch : Deed::Manifest;
}

// One call that changes a file. Halts before it or after it if that is wanted.
class Call
{
public:
    explicit Call(Deed deed)
        : m_deed(deed)
    {
        if (deed == Deed::None) {
            return;
        }
        const std::int64_t number = ++page->deeds[static_cast<int>(deed)];
        page->latest = deed;
        page->now = deed;
        m_isMeant = page->haltDeed == deed && page->haltAt == number;
        haltAt(Moment::Before);
    }
    ~Call()
    {
        if (m_deed != Deed::None) {
            const int reason = errno;
            haltAt(page->haltMoment); // also where there was nothing to halt within
            page->now = Deed::None;
            errno = reason;
        }
    }
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    bool mayHaltWithin() const { return m_isMeant && page->haltMoment == Moment::Within; }

    // Until somebody kills the program or no longer wants it; the patience ends before that of any test.
    void haltAt(Moment moment)
    {
        if (!m_isMeant || page->haltMoment != moment) {
            return;
        }
        constexpr int patience = 200'000;
        constexpr timespec pause = {0, 100'000};
        page->isHalted = true;
        for (int i = 0; i < patience && page->haltDeed == m_deed; ++i) {
            ::nanosleep(&pause, nullptr);
        }
        m_isMeant = false;
    }

private:
    Deed m_deed;
    bool m_isMeant = false;
};

// Whether the disk has room for another file, name or change at this place; nothing else is asked of it.
bool hasRoom(Places place)
{
    if ((page->fullPlaces & place) == 0) {
        return true;
    }
    const std::int64_t number = ++page->calls;
    const bool isFull = (page->fullFrom > 0 && number >= page->fullFrom) ||
                        (page->fullAfter > 0 && page->bytes >= page->fullAfter);
    if (isFull) {
        ++page->refusals;
        errno = ENOSPC;
    }
    return !isFull;
}

// How many of so many bytes the disk has room for; all of them, or fewer, or none and ENOSPC.
std::size_t roomFor(Places place, std::size_t size)
{
    if ((page->fullPlaces & place) == 0) {
        return size;
    }
    if (page->isShortFirst && page->calls + 1 == page->fullFrom && size > 1) {
        ++page->calls;
        ++page->refusals;
        return size / 2;
    }
    if (!hasRoom(place)) {
        return 0;
    }
    const std::int64_t after = page->fullAfter;
    if (after > 0 && page->bytes + static_cast<std::int64_t>(size) > after) {
        ++page->refusals;
        return static_cast<std::size_t>(after - page->bytes);
    }
    return size;
}

// `writer` writes so many bytes from an offset within them on.
template<class Writer>
ssize_t writeTo(int handle, std::size_t size, const Writer& writer)
{
    PathBuffer buffer;
    const std::string_view path = pathOf(handle, buffer);
    Call call(writingTo(path));
    const Places place = placeOf(path);
    const std::size_t room = roomFor(place, size);
    if (room == 0 && size > 0) {
        return -1;
    }
    std::size_t first = 0;
    if (call.mayHaltWithin() && room > 1) {
        const ssize_t half = writer(first, room / 2);
        call.haltAt(Moment::Within);
        if (half < 0) {
            return half;
        }
        first = static_cast<std::size_t>(half);
    }
    const ssize_t rest = writer(first, room - first);
    if (rest < 0) {
        return first > 0 ? static_cast<ssize_t>(first) : rest;
    }
    if ((page->fullPlaces & place) != 0) {
        page->bytes += static_cast<std::int64_t>(first) + rest;
    }
    return static_cast<ssize_t>(first) + rest;
}

template<class Sync>
int syncOf(int handle, const Sync& sync)
{
    PathBuffer buffer;
    const Places place = placeOf(pathOf(handle, buffer));
    const Call call(place == kNowhere ? Deed::None : Deed::Flush);
    return hasRoom(place) ? sync() : -1;
}

// Giving a file a name, or another one.
template<class Rename>
int nameFor(const char* path, const Rename& rename)
{
    const Places place = placeOf(path);
    const Call call(place == kTarget ? Deed::Rename : writingTo(path));
    return hasRoom(place) ? rename() : -1;
}

bool makesAFile(int flags)
{
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
}

} // namespace

// Declared by the system as throwing nothing, with names of parameters that are its own.
extern "C" {

ssize_t write(int handle, const void* bytes, size_t size)
{
    static auto* const next = real<decltype(::write)>("write");
    return writeTo(handle, size, [&](std::size_t first, std::size_t count) {
        return next(handle, static_cast<const char*>(bytes) + first, count);
    });
}

ssize_t pwrite64(int handle, const void* bytes, size_t size, off64_t offset)
{
    static auto* const next = real<decltype(::pwrite64)>("pwrite64");
    return writeTo(handle, size, [&](std::size_t first, std::size_t count) {
        return next(handle, static_cast<const char*>(bytes) + first, count,
                    offset + static_cast<off64_t>(first));
    });
}

int fsync(int handle)
{
    static auto* const next = real<decltype(::fsync)>("fsync");
    return syncOf(handle, [&] { return next(handle); });
}

int fdatasync(int handle)
{
    static auto* const next = real<decltype(::fdatasync)>("fdatasync");
    return syncOf(handle, [&] { return next(handle); });
}

int rename(const char* from, const char* to) noexcept
{
    static auto* const next = real<int(const char*, const char*)>("rename");
    return nameFor(to, [&] { return next(from, to); });
}

int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned int flags) noexcept
{
    static auto* const next = real<int(int, const char*, int, const char*, unsigned int)>("renameat2");
    return nameFor(to, [&] { return next(fromFolder, from, toFolder, to, flags); });
}

int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) noexcept
{
    static auto* const next = real<int(int, const char*, int, const char*, int)>("linkat");
    return nameFor(to, [&] { return next(fromFolder, from, toFolder, to, flags); });
}

int link(const char* from, const char* to) noexcept
{
    static auto* const next = real<int(const char*, const char*)>("link");
    return nameFor(to, [&] { return next(from, to); });
}

int mkdir(const char* path, mode_t mode) noexcept
{
    static auto* const next = real<int(const char*, mode_t)>("mkdir");
    return nameFor(path, [&] { return next(path, mode); });
}

int unlink(const char* path) noexcept
{
    static auto* const next = real<int(const char*)>("unlink");
    const Call call((placeOf(path) & (kSpool | kIndex)) != 0 ? Deed::Clear : Deed::None);
    return next(path);
}

int open64(const char* path, int flags, ...)
{
    static auto* const next = real<int(const char*, int, ...)>("open64");
    if (!makesAFile(flags)) {
        return next(path, flags);
    }
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = va_arg(arguments, mode_t);
    va_end(arguments);
    // A folder of targets is named without the '/' at its end.
    const bool isTargets = !targets.empty() && targets.substr(0, targets.size() - 1) == path;
    const Places place = isTargets ? kTarget : placeOf(path);
    const bool isThere = (flags & O_CREAT) != 0 && ::access(path, F_OK) == 0;
    return isThere || hasRoom(place) ? next(path, flags, mode) : -1;
}

} // extern "C"
