#pragma once

namespace leadway
{

/// Keeps the memory of a long export as flat as that of a short one where the GNU C library hands it out.
/// Left to itself the library learns to keep what is freed, up to 32 MB at once, and the pages of many lanes
/// between small things that stay leave holes: two million messages by twelve lanes took 60 MB, and take 47
/// to 50 so (200,000: 53 and 43), for hardly any time. To be called by main before anything else.
void keepMemoryFlat();

} // namespace leadway
