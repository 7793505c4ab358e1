#pragma once

#include "app/previewrows.h"
#include "app/roworder.h"

#include <vector>

namespace leadway
{

/// Those of a preview's rows that are with the contact of one of them, the oldest first, whichever order they
/// came in. They are looked for a slice at a time, since there may be a million rows, and rows that come
/// later are looked at alone. A value; knows rows by their numbers.
class ConversationRows
{
public:
    /// Those with the contact of the row of this number; nothing has been looked at yet. Where a row does not
    /// say whom it is with, it is alone.
    void begin(const PreviewSnapshot& rows, int number);
    void clear() { *this = {}; }
    bool isEmpty() const { return m_numbers.empty(); }

    /// Whether a row is with the same contact.
    bool isOf(const PreviewSnapshot& rows, int number) const;

    /// Looks at `most` further ones of the first `end` rows; true if some of them are left.
    bool lookOn(const PreviewSnapshot& rows, int end, int most);

    int size() const { return m_order.size(); }
    /// 0 is the place of the oldest; undated ones are last.
    int numberAt(int place) const { return m_numbers[static_cast<std::size_t>(m_order.numberAt(place))]; }
    /// -1 if it is not among them (yet).
    int placeOf(int number) const;

private:
    void setDirection(const PreviewSnapshot& rows);

    bool m_isOfOneRow = true;
    int m_first = -1; // the row of that it began with
    PreviewSnapshot::Who m_who;
    int m_looked = 0;           // rows
    std::vector<int> m_numbers; // in the order they came
    RowOrder m_order;           // of places among them
};

} // namespace leadway
