#pragma once

namespace leadway
{

/// Keeps what the program has in memory, tokens and messages, out of files: the system writes no core dump
/// and makes no crash report of it, and on Linux other programs of this user cannot look into it. To be
/// called by main before anything else.
void keepMemoryPrivate();

} // namespace leadway
