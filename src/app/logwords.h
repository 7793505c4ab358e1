#pragma once

#include "app/exportrequest.h"
#include "app/state.h"

#include <chrono>

namespace leadway
{

/// \file
/// What the log says of an export and of a failure, in words and numbers of our own alone: no texts of
/// messages, no names, no numbers of telephones, no names of files, no addresses and nothing of what the
/// service wrote but its name for an answer. For whoever mends the program, so not translated. Pure.

/// "starts: version=0.1.0 qt=6.4.2 on Debian GNU/Linux 12 (bookworm), x86_64"; not pure, for it asks the
/// system.
QString startInLog();

/// "begins: channels=SMS,Call from=… before=… format=csv …"
QString beginningInLog(const ExportRequest& request, bool isContinued = false);

/// "failed: Server http=503 trace=… received=1234" and the like, for a state that followed another; empty for
/// one that is only progress. `took` is the time since the beginning.
/// That what an export brought is saved once more.
QString savingAgainInLog(const ExportRequest& request);
QString stateInLog(const State& before, const State& state, std::chrono::milliseconds took);

/// "Server http=503 trace=5e0d-1"
QString errorInLog(const Error& error);

/// The name of an error's kind, as in the sources.
QString kindInLog(ErrorKind kind);

} // namespace leadway
