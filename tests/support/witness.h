#pragma once

#include <atomic>
#include <cstdint>

namespace leadway::test
{

/// \file
/// What the library of tests/preload and the process that started its program have in common: one page of
/// memory, mapped from a file, that outlives the program. The library notes there which file the program is
/// about to change and how; whoever started it may ask for a halt in the middle of such a call, to end the
/// program there, or for a disk that is full. Plain C++, since the library goes into any program.

/// What a call of the program is for, told from the path of the file and from the call.
enum class Deed : std::uint8_t {
    None,     ///< nothing of the following: the program waits or computes
    Fetch,    ///< writing a page into a segment of the spool
    Flush,    ///< waiting until a file is on the disk
    Manifest, ///< writing down what the spool holds, and what it is for
    Render,   ///< writing the target or the index it is sorted by
    Rename,   ///< putting the target in its place
    Lock,     ///< taking hold of the spool
    Clear,    ///< removing the spool
    Remember, ///< writing down what a saved export has handed out
};
inline constexpr int kDeeds = 8; ///< those of any export, from the first on

/// Where files lie that a disk may have no room for; bits.
using Places = std::uint32_t;
inline constexpr Places kTarget = 1;
inline constexpr Places kSpool = 2; ///< without its index
inline constexpr Places kIndex = 4;

/// How much of a call has been done at its halt. Only what writes can be halted within, all else halts after.
enum class Moment : std::uint8_t { Before, Within, After };

/// As the file holds it at its very beginning. All zeros is a witness that only counts.
struct WitnessPage {
    std::atomic<Deed> now;                       ///< still there when the program has been killed
    std::atomic<Deed> latest;                    ///< the one now, or else the one before
    std::atomic<std::int64_t> deeds[kDeeds + 1]; ///< calls so far
    std::atomic<bool> isHalted;

    std::atomic<Deed> haltDeed;       ///< set last: a halt is asked for
    std::atomic<std::int64_t> haltAt; ///< the number of the call, from 1
    std::atomic<Moment> haltMoment;

    std::atomic<Places> fullPlaces;
    std::atomic<std::int64_t> fullFrom;  ///< the number of the call that needs room and gets none, from 1
    std::atomic<std::int64_t> fullAfter; ///< or the bytes written before; 0 and less: any number
    std::atomic<bool> isShortFirst;      ///< half of that call's bytes still fit
    std::atomic<std::int64_t> calls;     ///< at those places, of those that need room
    std::atomic<std::int64_t> bytes;     ///< written there
    std::atomic<std::int64_t> refusals;
};

/// The names of environment variables: the file with the page, and the folder in which targets lie.
inline constexpr char kWitnessFile[] = "LEADWAY_TEST_WITNESS";
inline constexpr char kWitnessTargets[] = "LEADWAY_TEST_TARGETS";

} // namespace leadway::test
