#include "app/previewjob.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>

namespace leadway
{

namespace
{

constexpr qint64 kScreenful = 50; // rows; what a filter is to find before nobody waits any more

// By bytes, as in a file.
bool hasLesserId(const PreviewRow& a, const PreviewRow& b)
{
    return a.id.toUtf8() < b.id.toUtf8();
}

} // namespace

struct PreviewJob::Walk {
    int number = 0;
    std::unique_ptr<Pager> pager;
    std::optional<Msecs> reached; // the furthest date that came
    bool isAsked = false;
};

PreviewJob::PreviewJob(ApiClient& client, MessageQuery query, const JobSettings& settings, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_query(std::move(query))
    , m_spoolFolder(settings.spoolRoot)
    , m_matcher(m_query.filter)
{
    m_query.sortBy = SortBy::CreatedAt;
    for (const WalkPlan& plan : planWalks(m_query.channels)) {
        auto walk = std::make_unique<Walk>();
        walk->number = static_cast<int>(m_walks.size()) + 1;
        walk->pager = std::make_unique<Pager>(m_client, m_query, plan, Priority::Preview, settings.retry,
                                              settings.random);
        m_walks.push_back(std::move(walk));
    }
}

PreviewJob::~PreviewJob() = default;

bool PreviewJob::allEnded() const
{
    return std::all_of(m_walks.begin(), m_walks.end(),
                       [](const auto& walk) { return walk->pager->hasEnded(); });
}

// Whether walk `a` has got further than `b`; one that has ended is ahead of all others.
bool PreviewJob::isAhead(const Walk& a, const Walk& b) const
{
    if (a.pager->hasEnded() || b.pager->hasEnded()) {
        return a.pager->hasEnded() && !b.pager->hasEnded();
    }
    if (!a.reached || !b.reached) {
        return a.reached.has_value() && !b.reached.has_value();
    }
    return m_query.sortOrder == SortOrder::Ascending ? *a.reached > *b.reached : *a.reached < *b.reached;
}

bool PreviewJob::comesFirst(const PreviewRow& a, const PreviewRow& b) const
{
    const bool isUp = m_query.sortOrder == SortOrder::Ascending;
    const PreviewRow& first = isUp ? a : b;
    const PreviewRow& second = isUp ? b : a;
    return first.createdAt != second.createdAt ? first.createdAt < second.createdAt
                                               : hasLesserId(first, second);
}

bool PreviewJob::isKnown(const std::string& id)
{
    const qsizetype before = m_known.size();
    m_known.insert({qHashBits(id.data(), id.size(), 1), qHashBits(id.data(), id.size(), 2)});
    return m_known.size() == before;
}

void PreviewJob::loadMore()
{
    if (m_state.isLoading || m_state.atEnd) {
        return;
    }
    if (!m_state.canGoOn) {
        tellState();
        return;
    }
    m_state.isLoading = true;
    m_state.error.reset();
    if (!m_matcher.wantsAll()) {
        m_wanted = m_state.loaded + kScreenful;
        m_state.searched = m_state.searched.value_or(0);
    }
    tellState();
    settle();
}

void PreviewJob::stopLooking()
{
    m_wanted = 0;
}

// Asks the walks that lag behind, since they hold up all others; at first that is every walk.
void PreviewJob::settle()
{
    std::vector<Walk*> laggards;
    for (const auto& walk : m_walks) {
        const bool isBehind = std::none_of(m_walks.begin(), m_walks.end(),
                                           [&](const auto& other) { return isAhead(*walk, *other); });
        if (isBehind && !walk->pager->hasEnded()) {
            laggards.push_back(walk.get());
        }
    }
    for (Walk* walk : laggards) {
        askFor(*walk);
    }
}

void PreviewJob::askFor(Walk& walk)
{
    walk.isAsked = true;
    walk.pager->next([this, &walk](Pager::Outcome outcome) { onOutcome(walk, std::move(outcome)); });
}

void PreviewJob::onOutcome(Walk& walk, Pager::Outcome outcome)
{
    walk.isAsked = false;
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    if (*outcome) {
        if (const auto taken = take(walk, **outcome); !taken) {
            m_state.canGoOn = false;
            fail(taken.error());
            return;
        }
    }
    const bool isWaiting =
        std::any_of(m_walks.begin(), m_walks.end(), [](const auto& each) { return each->isAsked; });
    if (isWaiting || !m_state.isLoading) {
        return;
    }
    handOut();
}

Result<void> PreviewJob::take(Walk& walk, Page& page)
{
    if (!m_spool) {
        SpoolHeader header;
        header.query = m_query;
        header.runStart = page.serverDate.value_or(QDateTime::currentMSecsSinceEpoch());
        auto spool = SpoolWriter::create(m_spoolFolder.path(), header);
        if (!spool) {
            return spool.error();
        }
        m_spool = std::move(*spool);
    }
    for (const MessageHead& head : page.messages) {
        const bool isFurther = head.createdAt && (!walk.reached || (m_query.sortOrder == SortOrder::Ascending
                                                                        ? *head.createdAt > *walk.reached
                                                                        : *head.createdAt < *walk.reached));
        if (isFurther) {
            walk.reached = head.createdAt;
        }
    }
    std::erase_if(page.messages, [&](const MessageHead& head) {
        return verdictFor(head, m_query.interval, walk.pager->plan().keep) != Verdict::Kept ||
               isKnown(head.id) || isLeftOut(head);
    });
    std::vector<SpoolPosition> positions;
    LaneState lane;
    lane.number = walk.number;
    if (const auto appended = m_spool->append(lane, page.messages, {}, positions); !appended) {
        return appended;
    }
    for (std::size_t i = 0; i < page.messages.size(); ++i) {
        if (m_parser.read(page.messages[i].raw, m_message)) {
            (m_message.createdAt ? m_waiting : m_undated).push_back(previewRow(m_message, positions[i]));
        }
    }
    return {};
}

// What can't be understood bypasses the filter.
bool PreviewJob::isLeftOut(const MessageHead& head)
{
    if (m_matcher.wantsAll()) {
        return false;
    }
    ++*m_state.searched;
    return m_parser.read(head.raw, m_message) && !m_matcher.matches(m_message);
}

void PreviewJob::handOut()
{
    const auto behind = std::min_element(m_walks.begin(), m_walks.end(),
                                         [this](const auto& a, const auto& b) { return isAhead(*b, *a); });
    const bool atEnd = allEnded();
    const std::optional<Msecs> bound = (*behind)->reached;
    const auto isSettled = [&](const PreviewRow& row) {
        if (atEnd || !bound) {
            return atEnd;
        }
        // The millisecond reached may go on in the next page.
        return m_query.sortOrder == SortOrder::Ascending ? *row.createdAt < *bound : *row.createdAt > *bound;
    };
    const auto rest = std::partition(m_waiting.begin(), m_waiting.end(), isSettled);
    QList<PreviewRow> rows(m_waiting.begin(), rest);
    m_waiting.erase(m_waiting.begin(), rest);
    std::sort(rows.begin(), rows.end(),
              [this](const PreviewRow& a, const PreviewRow& b) { return comesFirst(a, b); });
    if (atEnd) {
        std::sort(m_undated.begin(), m_undated.end(), hasLesserId);
        rows.append(QList<PreviewRow>(m_undated.begin(), m_undated.end()));
        m_undated.clear();
    }
    const bool isFiltering = !m_matcher.wantsAll();
    if (rows.isEmpty() && !atEnd && !isFiltering) {
        settle(); // nothing to show yet, for instance a page of one millisecond alone
        return;
    }
    m_state.atEnd = atEnd;
    m_state.reached = bound;
    m_state.loaded += rows.size();
    m_state.total = total();
    m_state.isLoading = !atEnd && m_state.loaded < m_wanted;
    if (!rows.isEmpty()) {
        Q_EMIT rowsLoaded(rows);
    }
    tellState();
    if (m_state.isLoading) {
        settle();
    }
}

std::optional<qint64> PreviewJob::total() const
{
    qint64 sum = 0;
    for (const auto& walk : m_walks) {
        const std::optional<qint64> expected = walk->pager->report().expected;
        if (!expected) {
            return std::nullopt;
        }
        sum += *expected;
    }
    return sum;
}

void PreviewJob::fail(const Error& error)
{
    for (auto& walk : m_walks) {
        if (walk->isAsked) {
            walk->isAsked = false;
            walk->pager->giveUp();
        }
    }
    m_state.isLoading = false;
    m_state.error = error;
    tellState();
}

void PreviewJob::tellState()
{
    Q_EMIT stateChanged(m_state);
}

Result<QByteArray> PreviewJob::messageAt(const SpoolPosition& position)
{
    if (!m_reader) {
        auto reader = SpoolReader::open(m_spoolFolder.path());
        if (!reader) {
            return reader.error();
        }
        m_reader = std::make_unique<SpoolReader>(std::move(*reader));
    }
    const auto raw = m_reader->messageAt(position);
    if (!raw) {
        return raw.error();
    }
    return QByteArray(raw->data(), static_cast<qsizetype>(raw->size()));
}

} // namespace leadway
