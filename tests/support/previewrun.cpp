#include "support/previewrun.h"

#include <QDir>
#include <QTest>

#include <algorithm>

namespace leadway::test
{

using namespace std::chrono_literals;

PreviewRun::PreviewRun(const simulator::Server& server, const MessageQuery& query, int tries)
{
    JobSettings settings;
    settings.spoolRoot = spoolRoot();
    settings.retry.base = 1ms;
    settings.retry.cap = 5ms;
    settings.retry.tries = tries;
    settings.random = [] { return 0.5; };
    m_client = std::make_unique<ApiClient>(Connection{server.baseUrl(), "2021-07-28"}, Token("pit-demo"));
    m_job = std::make_unique<PreviewJob>(*m_client, query, settings);
    QObject::connect(m_job.get(), &PreviewJob::rowsLoaded, m_job.get(),
                     [this](const QList<PreviewRow>& rows) {
                         ++m_deliveries;
                         m_rows.append(rows);
                     });
    QObject::connect(m_job.get(), &PreviewJob::stateChanged, m_job.get(), [this](const PreviewState& state) {
        ++m_stateChanges;
        m_errors += state.error ? 1 : 0;
        m_state = state;
    });
}

MessageQuery PreviewRun::everything()
{
    MessageQuery query;
    query.locationId = QLatin1String(simulator::kDemoLocation);
    return query;
}

bool PreviewRun::loadMore()
{
    constexpr int patience = 20'000;
    m_job->loadMore();
    return QTest::qWaitFor([this] { return !m_state.isLoading; }, patience);
}

bool PreviewRun::loadAll()
{
    constexpr int mostTimes = 10'000;
    for (int i = 0; i < mostTimes; ++i) {
        if (!loadMore()) {
            return false;
        }
        if (m_state.atEnd) {
            return true;
        }
    }
    return false;
}

QList<QByteArray> PreviewRun::ids() const
{
    QList<QByteArray> ids;
    for (const PreviewRow& row : m_rows) {
        ids.append(row.id.toUtf8());
    }
    return ids;
}

QString PreviewRun::spoolRoot() const
{
    return m_folder.filePath(QStringLiteral("spools"));
}

QStringList PreviewRun::spools() const
{
    return QDir(spoolRoot()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

std::function<bool(qint64)> isIn(const simulator::Generator& generator, Channels channels)
{
    return [&generator, channels](qint64 index) {
        const QByteArray name = generator.channel(index);
        for (const Channel channel : kEveryChannel) {
            if (name == apiName(channel)) {
                return channels.testFlag(channel);
            }
        }
        return channels.testFlag(Channel::Other);
    };
}

bool isInOrder(const QList<PreviewRow>& rows, SortOrder order)
{
    const auto undated =
        std::find_if(rows.begin(), rows.end(), [](const auto& row) { return !row.createdAt; });
    const auto comesBefore = [order](const PreviewRow& a, const PreviewRow& b) {
        return order == SortOrder::Ascending ? *a.createdAt < *b.createdAt : *a.createdAt > *b.createdAt;
    };
    return std::is_sorted(rows.begin(), undated, comesBefore) &&
           std::none_of(undated, rows.end(), [](const auto& row) { return row.createdAt.has_value(); });
}

const char* nameOf(SortOrder order)
{
    return order == SortOrder::Ascending ? "up" : "down";
}

const char* nameOf(simulator::Behaviour::Cursor cursor)
{
    return cursor == simulator::Behaviour::Cursor::Changing ? "changing cursor" : "repeating cursor";
}

} // namespace leadway::test
