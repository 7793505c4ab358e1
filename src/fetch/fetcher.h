#pragma once

#include "core/spoolwriter.h"
#include "fetch/walk.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace leadway
{

/// How to fetch, whatever is fetched.
struct FetchSettings {
    RetryPolicy retry;
    Random random = systemRandom();
    int lanes = 0;      ///< requests at a time: 1 to kMostLanes; 0: as many as are of use
    QByteArray zone;    ///< IANA id, noted in the spool
    Msecs localNow = 0; ///< stands in for the service's clock where an answer has no Date header
    /// Hears of every message that the spool has taken, and where, while the service is at work on the next
    /// page.
    std::function<void(std::span<const MessageHead>, std::span<const SpoolPosition>)> taken = {};
};

/// Walks everything a query asks for into a spool: the planned walks side by side, and each of them by as
/// many lanes over disjoint ranges of dates as the allowance feeds (rangeplanner.h). The end of the range is
/// fixed by the first answer, so that messages which arrive during the run do not blur it. Where the service
/// does not keep to ranges of dates, a walk goes back to a single lane. Every step is noted in the spool, so
/// that another Fetcher can go on from there, whatever ended this one. Owned by an ExportJob; lives on its
/// thread. Ends with exactly one of succeeded and failed, unless paused or destroyed before.
class Fetcher : public QObject
{
    Q_OBJECT

public:
    /// `spoolFolder` must not hold a spool yet.
    Fetcher(ApiClient& client, const MessageQuery& query, QString spoolFolder, FetchSettings settings,
            QObject* parent = nullptr);
    /// Goes on with a spool that recoverSpool() has looked through; its query and its end are not computed
    /// again.
    Fetcher(ApiClient& client, const SpoolState& state, QString spoolFolder, FetchSettings settings,
            QObject* parent = nullptr);
    ~Fetcher() override;

    void start();

    /// Gives up what is under way and asks for nothing more; what has come is on the disk.
    void pause();
    /// Goes on after pause().
    void goOn();

    /// After succeeded: less came than was announced, and a single lane in one go may bring it. True if there
    /// is a walk to be walked again, which then ends like start(); what comes twice is dropped at rendering.
    bool walkAgainByOneLane();

    /// Of what the lanes that count have brought and the spool holds, each message about once.
    qint64 received() const;
    /// What the service said there would be; nothing while any walk has not said.
    std::optional<qint64> expected() const;
    /// True if any dates were or may have been asked for twice.
    bool mayRepeat() const;
    /// One report a walk, complete after succeeded.
    std::vector<WalkReport> reports() const;

Q_SIGNALS:
    void progressed();
    void retrying(const leadway::Error& error, std::chrono::milliseconds delay);
    void succeeded();
    void failed(const leadway::Error& error);

private:
    struct Candidate;
    std::unique_ptr<Pager> pagerFor(const Walk& walk, const Interval& own);
    Lane& addLane(Walk& walk, const Interval& own, double expectedDensity);
    void ask(Walk& walk, Lane& lane);
    void askNext();
    void onOutcome(Walk& walk, Lane& lane, Pager::Outcome outcome);
    Result<void> keep(Lane& lane, Page& page);
    Result<void> take(Walk& walk, Lane& lane, Page& page);
    Result<void> openSpool(const Page& first);
    void note(const Lane& lane);
    void note(const Walk& walk);
    Result<void> flushIfDue();
    void stop();
    void noteBulk(const Page& page);
    bool mayHaveLanes(const Walk& walk) const;
    void lookForOldest(const Walk& walk);
    std::optional<Stretch> ahead(const Walk& walk, const Lane& lane) const;
    std::vector<Candidate> candidates() const;
    void employIdleLanes();
    void cut(Walk& walk, Lane& lane, const std::vector<Msecs>& cuts, double density);
    void retire(Lane& lane);
    void goBackToOneLane(Walk& walk, WentBack reason);
    int lanesAtWork() const;
    void fail(const Error& error);

    ApiClient& m_client;
    MessageQuery m_query;
    Interval m_asked; // as the query had it before its end was fixed
    QString m_spoolFolder;
    FetchSettings m_settings;
    std::unique_ptr<SpoolWriter> m_spool;
    std::optional<SpoolState> m_earlier; // to be gone on with
    QElapsedTimer m_sinceFlush;
    std::chrono::milliseconds m_flushPause{0};
    bool m_isStopped = false;
    qint64 m_unkept = 0; // of the page that the spool did not take; nothing follows it
    std::vector<std::unique_ptr<Walk>> m_walks;
    int m_lanes = 0;                               // all that there ever were
    std::deque<std::pair<Walk*, Lane*>> m_waiting; // for their turn to ask
    std::set<const Lane*> m_asking;
    std::unique_ptr<PageCall> m_oldestCall;
    std::optional<Msecs> m_oldest; // where the messages begin, about, if no first day was asked for
    std::set<Msecs> m_bulk;        // milliseconds of hundreds of messages
    std::vector<SpoolPosition> m_positions;
};

} // namespace leadway
