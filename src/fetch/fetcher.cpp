#include "fetch/fetcher.h"

#include <algorithm>

namespace leadway
{

struct Fetcher::Walk {
    int number = 0;
    std::unique_ptr<Pager> pager;
    qint64 outside = 0;
    qint64 filtered = 0;
    qint64 undated = 0;
    bool ended = false;
};

Fetcher::Fetcher(ApiClient& client, const MessageQuery& query, QString spoolFolder, QByteArray zone,
                 Msecs localNow, const RetryPolicy& retry, const Random& random, QObject* parent)
    : QObject(parent)
    , m_query(query)
    , m_spoolFolder(std::move(spoolFolder))
    , m_zone(std::move(zone))
    , m_localNow(localNow)
{
    for (const WalkPlan& plan : planWalks(query.channels)) {
        auto walk = std::make_unique<Walk>();
        walk->number = static_cast<int>(m_walks.size()) + 1;
        walk->pager = std::make_unique<Pager>(client, query, plan, Priority::Export, retry, random);
        connect(walk->pager.get(), &Pager::retrying, this, &Fetcher::retrying);
        m_walks.push_back(std::move(walk));
    }
}

Fetcher::~Fetcher() = default;

void Fetcher::start()
{
    for (auto& walk : m_walks) {
        walk->pager->next(
            [this, &walk = *walk](Pager::Outcome outcome) { onOutcome(walk, std::move(outcome)); });
    }
}

qint64 Fetcher::received() const
{
    qint64 total = 0;
    for (const auto& walk : m_walks) {
        total += walk->pager->report().received;
    }
    return total;
}

std::optional<qint64> Fetcher::expected() const
{
    ExportReport report;
    report.walks = reports();
    return report.expected();
}

std::vector<WalkReport> Fetcher::reports() const
{
    std::vector<WalkReport> reports;
    for (const auto& walk : m_walks) {
        WalkReport report = walk->pager->report();
        report.outside = walk->outside;
        report.filtered = walk->filtered;
        report.undated = walk->undated;
        reports.push_back(report);
    }
    return reports;
}

void Fetcher::onOutcome(Walk& walk, Pager::Outcome outcome)
{
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    if (*outcome) {
        if (const auto stored = store(walk, **outcome); !stored) {
            fail(stored.error());
            return;
        }
        Q_EMIT progressed();
    }
    if (!walk.pager->hasEnded()) {
        walk.pager->next([this, &walk](Pager::Outcome next) { onOutcome(walk, std::move(next)); });
        return;
    }
    walk.ended = true;
    if (std::all_of(m_walks.begin(), m_walks.end(), [](const auto& each) { return each->ended; })) {
        Q_EMIT succeeded();
    }
}

Result<void> Fetcher::openSpool(const Page& first)
{
    SpoolHeader header;
    header.runStart = first.serverDate.value_or(m_localNow);
    m_query.interval.end = std::min(m_query.interval.end, header.runStart);
    header.query = m_query;
    header.zone = m_zone;
    auto spool = SpoolWriter::create(m_spoolFolder, header);
    if (!spool) {
        return spool.error();
    }
    m_spool = std::move(*spool);
    return {};
}

Result<void> Fetcher::store(Walk& walk, Page& page)
{
    if (!m_spool) {
        if (const auto opened = openSpool(page); !opened) {
            return opened;
        }
    }
    std::erase_if(page.messages, [&](const MessageHead& head) {
        const Verdict verdict = verdictFor(head, m_query.interval, walk.pager->plan().keep);
        walk.outside += verdict == Verdict::Outside ? 1 : 0;
        walk.filtered += verdict == Verdict::Filtered ? 1 : 0;
        const bool isKept = verdict == Verdict::Kept;
        walk.undated += isKept && !sortKey(head, m_query.sortBy) ? 1 : 0;
        return !isKept;
    });
    if (const auto appended = m_spool->append(walk.number, page.messages, m_positions); !appended) {
        return appended;
    }
    return m_spool->appendUnreadable(walk.number, page.unreadable);
}

void Fetcher::fail(const Error& error)
{
    // The other walks have nobody to go on for.
    for (auto& walk : m_walks) {
        walk->pager->disconnect(this);
        walk->pager->giveUp();
    }
    Q_EMIT failed(error);
}

} // namespace leadway
