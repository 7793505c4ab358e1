#pragma once

#include "core/message.h"
#include "core/messagequery.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace leadway
{

/// Tells whether the pages under one cursor get anywhere. An equal cursor string proves nothing, since the
/// service was seen to send the same one on every page; progress is a date past the furthest one so far, or
/// an id not yet seen in that millisecond since the cursor began. Pure; one for each cursor.
class LoopGuard
{
public:
    LoopGuard(SortBy sortBy, bool ascending);

    /// Takes a page in; true if it brought progress.
    bool sawProgress(const std::vector<MessageHead>& messages);

    /// The furthest date so far.
    std::optional<Msecs> frontier() const { return m_frontier; }

private:
    SortBy m_sortBy;
    bool m_ascending;
    std::optional<Msecs> m_frontier;
    std::set<std::string> m_atFrontier; // ids seen in the frontier's millisecond
    std::set<std::string> m_undated;    // ids seen without a date
};

} // namespace leadway
