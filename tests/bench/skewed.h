#pragma once

#include "bench/document.h"

namespace leadway::bench
{

/// Accounts whose messages lie unevenly, and exports of a few pages.
Section skewed();

} // namespace leadway::bench
