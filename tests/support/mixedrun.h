#pragma once

#include "support/mixedplan.h"

namespace leadway::test
{

/// How an export of a plan came out.
struct MixedVerdict {
    QByteArray wrong;        ///< what it must not have done; empty if all was in order
    bool isFinished = false; ///< it ended in a file
    bool isWhole = false;    ///< and calls that complete
    int failures = 0;        ///< honest ones, after each of which it was gone on with
    int drops = 0;
    int answers = 0;
    QMap<Trouble, int> troubles;
};

/// Carries a plan out and judges the file by the generator, reading it with Qt's JSON parser alone. Needs an
/// application's event loop; takes a few tenths of a second.
MixedVerdict carryOut(const MixedPlan& plan);

} // namespace leadway::test
