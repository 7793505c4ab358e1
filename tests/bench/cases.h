#pragma once

#include "bench/document.h"

#include <vector>

namespace leadway::bench
{

/// Something that was promised, and how to see whether it is so.
struct Case {
    QString name;
    Section (*measure)();
    bool onlyByName = false; ///< takes long, so it is left out unless it is asked for
};

const std::vector<Case>& cases();

} // namespace leadway::bench
