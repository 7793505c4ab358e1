#include "app/conversationrows.h"

#include <algorithm>

namespace leadway
{

void ConversationRows::begin(const PreviewSnapshot& rows, int number)
{
    clear();
    m_first = number;
    m_who = rows.who(number);
    m_isOfOneRow = m_who.contactId == 0 && m_who.contact == 0;
}

bool ConversationRows::isOf(const PreviewSnapshot& rows, int number) const
{
    if (m_first < 0 || m_isOfOneRow) {
        return number == m_first;
    }
    const PreviewSnapshot::Who who = rows.who(number);
    return m_who.contactId != 0 ? who.contactId == m_who.contactId
                                : who.contactId == 0 && who.contact == m_who.contact;
}

bool ConversationRows::lookOn(const PreviewSnapshot& rows, int end, int most)
{
    if (m_first < 0) {
        return false;
    }
    for (const int last = std::min(end, m_looked + most); m_looked < last; ++m_looked) {
        if (isOf(rows, m_looked)) {
            m_numbers.push_back(m_looked);
            m_order.add(rows.createdAt(m_looked).has_value());
        }
    }
    setDirection(rows);
    return m_looked < end;
}

// All came in one direction.
void ConversationRows::setDirection(const PreviewSnapshot& rows)
{
    if (m_order.dated() < 2) {
        return;
    }
    const auto last = static_cast<std::size_t>(m_order.dated() - 1);
    const bool cameNewestFirst = rows.createdAt(m_numbers.front()) > rows.createdAt(m_numbers[last]);
    if (cameNewestFirst != m_order.isTurned()) {
        m_order.turn();
    }
}

int ConversationRows::placeOf(int number) const
{
    const auto found = std::lower_bound(m_numbers.begin(), m_numbers.end(), number);
    if (found == m_numbers.end() || *found != number) {
        return -1;
    }
    return m_order.rowOf(static_cast<int>(found - m_numbers.begin()));
}

} // namespace leadway
