#pragma once

#include "app/account.h"
#include "core/result.h"

#include <functional>

namespace leadway
{

/// Takes the token out of LEADWAY_TOKEN: its bytes are overwritten where the process' environment lies, so
/// that they do not show in /proc, and the variable is gone for anything started later. Call it once, first
/// thing in main, before other threads exist. Empty if the variable is not set.
Token takeTokenFromEnvironment();

/// Reads one line from standard input.
Token readTokenFromStdin();

/// Reads an account's token from the keychain, running the application's event loop meanwhile. If the
/// keychain has to be unlocked first, a person is told by `tellWaiting` and waited for; without one it ends
/// in StoreLocked.
Result<Token> readSavedToken(const Account& account, bool hasPerson,
                             const std::function<void()>& tellWaiting);

} // namespace leadway
