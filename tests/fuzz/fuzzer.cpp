// One program a target, for libFuzzer.

#include "fuzz/targets.h"

#include <cstddef>
#include <cstdint>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it so
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    leadway::fuzz::LEADWAY_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
    return 0;
}
