#include "app/flatmemory.h"

#include <cstdlib> // which tells whose library this is

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace leadway
{

void keepMemoryFlat()
{
#ifdef __GLIBC__
    // A page of messages, half of that, is to stay below: to get memory from the system anew for each of them
    // takes a fifth of the whole export.
    constexpr int largeBlock = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, largeBlock);
    mallopt(M_TRIM_THRESHOLD, 2 * largeBlock);
#endif
}

} // namespace leadway
