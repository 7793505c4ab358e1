#include "fetch/loopguard.h"

namespace leadway
{

LoopGuard::LoopGuard(SortBy sortBy, bool ascending)
    : m_sortBy(sortBy)
    , m_ascending(ascending)
{
}

bool LoopGuard::sawProgress(const std::vector<MessageHead>& messages)
{
    bool progress = false;
    for (const MessageHead& message : messages) {
        const std::optional<Msecs> key = sortKey(message, m_sortBy);
        if (!key) {
            progress = m_undated.insert(message.id).second || progress;
            continue;
        }
        const bool isPast = !m_frontier || (m_ascending ? *key > *m_frontier : *key < *m_frontier);
        if (isPast) {
            m_frontier = key;
            m_atFrontier.clear();
        }
        if (key == m_frontier) {
            progress = m_atFrontier.insert(message.id).second || progress;
        }
    }
    return progress;
}

} // namespace leadway
