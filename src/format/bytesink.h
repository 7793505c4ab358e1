#pragma once

#include "core/result.h"

#include <string_view>

namespace leadway
{

/// Takes the bytes that a writer makes, one after the other: a file, or a text in memory that shows how the
/// file would begin. Owned by whoever made it; a writer only holds on to it.
class ByteSink
{
public:
    ByteSink() = default;
    ByteSink(const ByteSink&) = delete;
    ByteSink& operator=(const ByteSink&) = delete;
    virtual ~ByteSink() = default;

    /// A failure is final: every later call repeats it.
    virtual Result<void> append(std::string_view bytes) = 0;
};

} // namespace leadway
