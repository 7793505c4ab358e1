#pragma once

#include "simulator/generator.h"

#include <string>

namespace leadway::simulator
{

/// A body that only its JSON token tells, because it is legal but treacherous, or not legal at all.
struct NastyBody {
    std::string token; ///< with its quotes
    std::string text;  ///< what a faithful reader finds
};

/// One of the variants of Nul, LoneSurrogate, InvalidByte or RawControl. Pure.
NastyBody nastyBody(Nasty kind, unsigned variant);

} // namespace leadway::simulator
