#pragma once

#include "api/apiclient.h"
#include "api/pagecall.h"
#include "core/exportreport.h"
#include "fetch/loopguard.h"
#include "fetch/planner.h"
#include "fetch/retry.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace leadway
{

/// One cursor walk over one range, page by page, on demand. It keeps walking through whatever can be
/// mended: it retries with growing pauses, goes on from the last date when the cursor died or its position
/// may have moved unseen, and stops when the service sends nothing new. Owned by a Fetcher or a
/// PreviewJob; lives on their thread, and so must the client, which must outlive it.
class Pager : public QObject
{
    Q_OBJECT

public:
    /// Walks query.interval, and what the service sends beside it.
    Pager(ApiClient& client, const MessageQuery& query, const WalkPlan& plan, Priority priority,
          RetryPolicy retry, Random random, QObject* parent = nullptr);
    ~Pager() override;

    /// A page, or nothing when the walk has ended, or why it cannot go on.
    using Outcome = Result<std::optional<Page>>;

    /// Asks for the next page; `done` is called once, later. Not to be called while a page is awaited. After
    /// an error it asks again for the page that failed.
    void next(std::function<void(Outcome)> done);

    /// Gives up what is under way; `done` is not called any more. The walk can go on with next().
    void giveUp();

    /// Brings the far end of the walk nearer: it ends with the first page that reaches past `bound`, by the
    /// cursor it has. For sortBy=createdAt.
    void endAt(Msecs bound);

    /// Makes it a walk that has come as far as `reached` in an earlier run of the program, and has brought so
    /// much. Before the first next().
    void goOnFrom(std::optional<Msecs> reached, bool hasEnded, const WalkReport& brought);

    /// True once it is known that no page follows.
    bool hasEnded() const { return m_ended; }

    /// The furthest date that came.
    std::optional<Msecs> reached() const { return m_furthest; }
    /// True if the service sent a dated message that is outside the range it was asked for.
    bool sawAstray() const { return m_sawAstray; }

    const WalkPlan& plan() const { return m_plan; }
    /// What the walk has brought so far. The counts of kept and dropped messages are the owner's.
    const WalkReport& report() const { return m_report; }

Q_SIGNALS:
    /// A request failed with `error` and is tried again after `delay`.
    void retrying(const leadway::Error& error, std::chrono::milliseconds delay);

private:
    void request();
    void onAnswer(Result<Page> result);
    void onPage(Page page);
    void onFailure(const Error& error);
    void restart();
    void noteCursor(const std::optional<std::string>& next);
    bool sawNewUnreadable(const Page& page);
    bool ascending() const;
    bool isPastEnd() const;
    void chooseRange();
    void noteAstray(const Page& page);
    PageRequest pageRequest();

    ApiClient& m_client;
    MessageQuery m_query;
    WalkPlan m_plan;
    Priority m_priority;
    RetryPolicy m_retry;
    Random m_random;

    std::function<void(Outcome)> m_done;
    std::unique_ptr<PageCall> m_call;
    QTimer m_retryTimer;
    std::optional<std::string> m_cursor;
    std::optional<Msecs> m_askedStart; // the range that the cursor was begun with
    std::optional<Msecs> m_askedEnd;
    LoopGuard m_guard;
    std::optional<Msecs> m_resumeFrom;           // the date a fresh query begins at, after a restart
    std::optional<Msecs> m_furthest;             // the frontier over all cursors of this walk
    std::optional<std::size_t> m_unreadableHash; // of a page of nothing but unreadable elements
    int m_failures = 0;                          // of the page at hand
    int m_restartsHere = 0;                      // since the walk last got further
    bool m_cursorsChange = false;                // each page so far brought another cursor
    bool m_cursorsRepeat = false;                // a page brought the cursor it was asked with
    bool m_endsAtBound = false;
    bool m_ended = false;
    bool m_sawAstray = false;
    WalkReport m_report;
};

} // namespace leadway
