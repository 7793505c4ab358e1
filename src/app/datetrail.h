#pragma once

#include "app/datechoice.h"

#include <optional>
#include <vector>

namespace leadway
{

/// The way back from dates that were narrowed step by step: what was chosen before each step. It is forgotten
/// as soon as other dates are shown than it knows of. A value of the window.
class DateTrail
{
public:
    struct Dates {
        DateChoice choice = DateChoice::AllTime;
        Days days; ///< of OtherDates

        bool operator==(const Dates& other) const
        {
            return choice == other.choice && (choice != DateChoice::OtherDates || days == other.days);
        }
    };

    void narrow(const Dates& from, const Dates& to)
    {
        m_wider.push_back(from);
        m_shown = to;
    }
    /// One step; nothing if there is none.
    std::optional<Dates> widen()
    {
        if (m_wider.empty()) {
            return std::nullopt;
        }
        m_shown = m_wider.back();
        m_wider.pop_back();
        return m_shown;
    }
    /// To be told whenever messages are shown, of whatever dates.
    void noteShown(const Dates& dates)
    {
        if (dates != m_shown) {
            m_wider.clear();
        }
        m_shown = dates;
    }
    void clear() { m_wider.clear(); }
    /// Where widen() would lead.
    std::optional<Dates> wider() const
    {
        return m_wider.empty() ? std::nullopt : std::optional(m_wider.back());
    }

private:
    std::vector<Dates> m_wider;
    Dates m_shown;
};

} // namespace leadway
