#pragma once

#include "api/token.h"

namespace leadway
{

/// Takes the token out of LEADWAY_TOKEN: its bytes are overwritten where the process' environment lies, so
/// that they do not show in /proc, and the variable is gone for anything started later. Call it once, first
/// thing in main, before other threads exist. Empty if the variable is not set.
Token takeTokenFromEnvironment();

/// Reads one line from standard input.
Token readTokenFromStdin();

} // namespace leadway
