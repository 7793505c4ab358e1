#pragma once

#include "api/apiclient.h"
#include "fetch/retry.h"

#include <QString>

#include <chrono>

namespace leadway
{

/// What all jobs of a program have in common. A value; tests hand in short pauses and their own folder.
struct JobSettings {
    QString spoolRoot; ///< where spools are made, see defaultSpoolRoot()
    QString savedRoot; ///< where it is kept what saved exports have handed out, see defaultSavedRoot()
    RetryPolicy retry;
    Random random = systemRandom();
    Deadlines deadlines;
    std::chrono::milliseconds patience =
        std::chrono::minutes(15);        ///< without anything new; then an export pauses
    qint64 leastFree = qint64{50} << 20; ///< bytes that an export leaves free on a disk
};

} // namespace leadway
