#include "fetch/pager.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace leadway
{

namespace
{

// A fresh query begins a millisecond anew, however many pages it has. Where answers get lost, a bulk send of
// many pages may take many attempts until all come in a row.
constexpr int kMostRestartsHere = 200;

} // namespace

Pager::Pager(ApiClient& client, const MessageQuery& query, const WalkPlan& plan, Priority priority,
             RetryPolicy retry, Random random, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_query(query)
    , m_plan(plan)
    , m_priority(priority)
    , m_retry(retry)
    , m_random(std::move(random))
    , m_guard(query.sortBy, ascending())
{
    m_report.channel = QString::fromLatin1(plan.channel);
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &Pager::request);
}

Pager::~Pager() = default;

bool Pager::ascending() const
{
    // By `dateUpdated` the service is always asked upwards, so that a message changed meanwhile comes again.
    return m_query.sortBy == SortBy::UpdatedAt || m_query.sortOrder == SortOrder::Ascending;
}

PageRequest Pager::pageRequest()
{
    if (!m_cursor) {
        chooseRange();
    }
    PageRequest request;
    request.locationId = m_query.locationId;
    request.channel = m_plan.channel;
    request.contactId = m_query.contactId;
    request.conversationId = m_query.conversationId;
    request.startDate = m_askedStart;
    request.endDate = m_askedEnd;
    request.sortBy = m_query.sortBy;
    request.sortOrder = ascending() ? SortOrder::Ascending : SortOrder::Descending;
    request.limit = m_query.limit;
    request.cursor = m_cursor;
    return request;
}

// For a fresh cursor, which keeps it. A millisecond wider on both sides, since it isn't known whether the
// bounds themselves are included.
void Pager::chooseRange()
{
    m_askedStart.reset();
    m_askedEnd.reset();
    const Interval& interval = m_query.interval;
    if (interval.hasBegin()) {
        m_askedStart = interval.begin - 1;
    }
    // Under UpdatedAt it isn't known which of the two dates an end would cut.
    if (interval.hasEnd() && m_query.sortBy == SortBy::CreatedAt) {
        m_askedEnd = interval.end;
    }
    if (m_resumeFrom) {
        if (ascending()) {
            m_askedStart = *m_resumeFrom - 1;
        } else {
            m_askedEnd = *m_resumeFrom + 1;
        }
    }
}

void Pager::endAt(Msecs bound)
{
    (ascending() ? m_query.interval.end : m_query.interval.begin) = bound;
    m_endsAtBound = true;
}

void Pager::goOnFrom(std::optional<Msecs> reached, bool hasEnded, const WalkReport& brought)
{
    m_report = brought;
    m_furthest = reached;
    m_ended = hasEnded;
    if (brought.received > 0 && !hasEnded) {
        restart();
    }
}

// Pages come in order, the messages within need not, so what follows is no nearer than the furthest here.
bool Pager::isPastEnd() const
{
    return m_endsAtBound && m_furthest &&
           (ascending() ? *m_furthest >= m_query.interval.end : *m_furthest < m_query.interval.begin);
}

void Pager::noteAstray(const Page& page)
{
    if (m_query.sortBy != SortBy::CreatedAt) {
        return; // the dates of the range may be others
    }
    m_sawAstray = m_sawAstray ||
                  std::any_of(page.messages.begin(), page.messages.end(), [this](const MessageHead& head) {
                      return head.createdAt && ((m_askedStart && *head.createdAt < *m_askedStart) ||
                                                (m_askedEnd && *head.createdAt > *m_askedEnd));
                  });
}

void Pager::next(std::function<void(Outcome)> done)
{
    m_done = std::move(done);
    if (m_ended) {
        m_retryTimer.start(0); // later, as promised, also when there is nothing to ask
        return;
    }
    request();
}

void Pager::giveUp()
{
    m_retryTimer.stop();
    m_done = nullptr;
    if (m_call) {
        // The service may have taken the request for served.
        m_call.reset();
        if (m_cursor && !m_cursorsChange) {
            restart();
        }
    }
}

void Pager::request()
{
    if (m_ended) {
        std::exchange(m_done, nullptr)(std::optional<Page>());
        return;
    }
    ++m_report.requests;
    m_call = m_client.requestPage(pageRequest(), m_priority,
                                  [this](Result<Page> result) { onAnswer(std::move(result)); });
}

void Pager::onAnswer(Result<Page> result)
{
    m_call.reset();
    if (result) {
        onPage(*std::move(result));
    } else {
        onFailure(result.error());
    }
}

void Pager::noteCursor(const std::optional<std::string>& next)
{
    if (m_cursor && next) {
        m_cursorsRepeat = m_cursorsRepeat || *next == *m_cursor;
        m_cursorsChange = !m_cursorsRepeat;
    }
}

void Pager::onPage(Page page)
{
    if (!m_report.expected && m_report.received == 0) {
        m_report.expected = page.total;
    }
    m_report.received += page.received();
    m_report.unreadable += static_cast<qint64>(page.unreadable.size());
    m_report.repairedPages += page.repaired ? 1 : 0;

    noteCursor(page.nextCursor);
    noteAstray(page);
    const bool isEmpty = page.received() == 0;
    const bool progress = m_guard.sawProgress(page.messages) || sawNewUnreadable(page);
    const bool hasMore = page.nextCursor.has_value() && !isEmpty;
    m_report.stoppedWithoutProgress = hasMore && !progress;
    m_report.endedEmpty = isEmpty && page.nextCursor.has_value();

    const std::optional<Msecs> reached = m_guard.frontier();
    const bool isFurther =
        reached && (!m_furthest || (ascending() ? *reached > *m_furthest : *reached < *m_furthest));
    if (isFurther) {
        m_furthest = reached;
        m_restartsHere = 0;
    }
    m_ended = !hasMore || !progress || isPastEnd();
    m_cursor = page.nextCursor;
    m_failures = 0;
    std::exchange(m_done, nullptr)(std::optional(std::move(page)));
}

// A page of nothing but unreadable elements has no dates to judge by; it must differ from the one before.
bool Pager::sawNewUnreadable(const Page& page)
{
    if (!page.messages.empty() || page.unreadable.empty()) {
        m_unreadableHash.reset();
        return false;
    }
    std::size_t hash = 0;
    for (const std::string_view element : page.unreadable) {
        hash = hash * 31 + std::hash<std::string_view>()(element);
    }
    return std::exchange(m_unreadableHash, hash) != hash;
}

void Pager::onFailure(const Error& error)
{
    const bool canAskForLess = error.kind == ErrorKind::TooLarge && m_query.limit > kSmallestLimit;
    if (canAskForLess) {
        m_query.limit = std::max(kSmallestLimit, m_query.limit / 2);
        ++m_report.retries;
        restart();
        request();
        return;
    }
    const bool cursorDied = error.kind == ErrorKind::CursorExpired;
    // Where the cursor string repeats, its position is the service's and may have moved on with the answer
    // that was lost. A refusal for the rate moved nothing.
    const bool mayHaveMoved = m_cursor && error.kind != ErrorKind::RateLimited && !m_cursorsChange;
    if (cursorDied || mayHaveMoved) {
        restart();
    }
    ++m_failures;
    const bool isHopeless = m_failures >= m_retry.tries || m_restartsHere > kMostRestartsHere;
    if ((!cursorDied && !isWorthRetrying(error.kind)) || isHopeless) {
        m_failures = 0;
        m_restartsHere = 0;
        Error last = error;
        last.kind = cursorDied ? ErrorKind::Refused : error.kind;
        std::exchange(m_done, nullptr)(last);
        return;
    }
    ++m_report.retries;
    const auto delay = cursorDied && m_failures == 1
                           ? std::chrono::milliseconds::zero()
                           : retryDelay(m_retry, m_failures - 1, m_random(), error.retryAfter);
    m_report.waitedMsecs += delay.count();
    m_retryTimer.start(delay);
    Q_EMIT retrying(error, delay);
}

void Pager::restart()
{
    ++m_report.restarts;
    ++m_restartsHere;
    m_cursor.reset();
    // A fresh cursor is judged by what it brings itself: a page of one bulk millisecond may be all known.
    m_guard = LoopGuard(m_query.sortBy, ascending());
    // Under UpdatedAt a start date may be taken for the date of creation, so the walk begins anew.
    if (m_query.sortBy == SortBy::CreatedAt) {
        m_resumeFrom = m_furthest;
    }
}

} // namespace leadway
