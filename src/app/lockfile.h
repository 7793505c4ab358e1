#pragma once

class QLockFile;

namespace leadway
{

/// Takes a lock that belongs to a program for as long as that runs, and no longer: what a program left that
/// was killed is nobody's, even if it was killed while it took the lock. False if another one has it, or if
/// there can be none, which `lock.error()` tells. Does not wait. On any thread.
bool takeLock(QLockFile& lock);

} // namespace leadway
