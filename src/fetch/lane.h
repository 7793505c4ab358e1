#pragma once

#include "core/spool.h"
#include "fetch/pager.h"
#include "fetch/rangeplanner.h"

#include <memory>
#include <optional>
#include <vector>

namespace leadway
{

/// One pager and the dates that are its own, among the lanes that share a walk. Asked for a millisecond more
/// on both sides, it keeps to its own here, so that each message belongs to one lane. Counts what it brought.
/// Owned by a Fetcher; lives on its thread.
class Lane
{
public:
    /// `number` is its name in the spool. Undated messages belong to every lane.
    Lane(int number, int walk, Interval own, double expectedDensity, std::unique_ptr<Pager> pager);
    /// Goes on where a lane of an earlier run of the program has come to.
    Lane(const LaneState& state, std::unique_ptr<Pager> pager);

    int number() const { return m_number; }
    Pager& pager() { return *m_pager; }
    const Interval& own() const { return m_own; }

    /// Takes in what a page tells of where the messages lie. Before keep().
    void note(const Page& page);

    /// Leaves of the page what is to be stored: what lies in the asked interval, among its own dates, and in
    /// a channel that the walk is for.
    void keep(Page& page, const MessageQuery& query);

    /// What it has before it, down or up to `end`; nothing if it is there already.
    std::optional<Stretch> ahead(SortOrder order, Msecs start, Msecs end) const;

    /// Its dates end (walking downwards: begin) here from now on.
    void cut(Msecs bound, SortOrder order);

    /// What it was asked for beyond its end is now brought by `other`, which must outlive it.
    void giveTo(const Lane& other) { m_givenTo.push_back(&other); }

    /// No page follows, or none is wanted any more.
    bool hasEnded() const { return m_isRetired || m_pager->hasEnded(); }
    /// Gives up; what it has brought is about to be brought again.
    void retire();
    bool isRetired() const { return m_isRetired; }

    WalkReport report() const;
    /// What a later run of the program has to know of it.
    LaneState state() const;

private:
    std::optional<qint64> announced() const;

    int m_number;
    int m_walk;
    Interval m_own;
    double m_expectedDensity = 0;
    std::unique_ptr<Pager> m_pager;
    std::vector<const Lane*> m_givenTo;
    std::optional<Msecs> m_begun;  // when its first answer came, to the second
    std::optional<Msecs> m_oldest; // of what it has brought
    std::optional<Msecs> m_newest;
    qint64 m_dated = 0;
    qint64 m_outside = 0;
    qint64 m_newer = 0;
    qint64 m_filtered = 0;
    qint64 m_undated = 0;
    qint64 m_overlap = 0;
    bool m_isRetired = false;
    bool m_wentOn = false; // from an earlier run of the program
};

} // namespace leadway
