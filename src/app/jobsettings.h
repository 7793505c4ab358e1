#pragma once

#include "api/apiclient.h"
#include "fetch/retry.h"

#include <QString>

namespace leadway
{

/// What all jobs of a program have in common. A value; tests hand in short pauses and their own folder.
struct JobSettings {
    QString spoolRoot; ///< where spools are made, see defaultSpoolRoot()
    RetryPolicy retry;
    Random random = systemRandom();
    Deadlines deadlines;
};

} // namespace leadway
