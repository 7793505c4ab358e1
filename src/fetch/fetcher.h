#pragma once

#include "core/exportreport.h"
#include "core/spoolwriter.h"
#include "fetch/pager.h"

#include <QObject>

#include <memory>
#include <vector>

namespace leadway
{

/// Walks everything a query asks for into a spool: one Pager for each planned walk, side by side. The end of
/// the range is fixed by the first answer, so that messages which arrive during the run do not blur it.
/// Owned by an ExportJob; lives on its thread. Ends with exactly one of succeeded and failed, unless
/// destroyed before.
class Fetcher : public QObject
{
    Q_OBJECT

public:
    /// `spoolFolder` must not exist yet; `zone` is the IANA id noted in it. `localNow` stands in for the
    /// service's clock where an answer has no Date header.
    Fetcher(ApiClient& client, const MessageQuery& query, QString spoolFolder, QByteArray zone,
            Msecs localNow, const RetryPolicy& retry, const Random& random, QObject* parent = nullptr);
    ~Fetcher() override;

    void start();

    qint64 received() const;
    /// What the service said there would be; nothing while any walk has not said.
    std::optional<qint64> expected() const;
    /// One report a walk, complete after succeeded.
    std::vector<WalkReport> reports() const;

Q_SIGNALS:
    void progressed();
    void retrying(const leadway::Error& error, std::chrono::milliseconds delay);
    void succeeded();
    void failed(const leadway::Error& error);

private:
    struct Walk;
    void onOutcome(Walk& walk, Pager::Outcome outcome);
    Result<void> store(Walk& walk, Page& page);
    Result<void> openSpool(const Page& first);
    void fail(const Error& error);

    MessageQuery m_query;
    QString m_spoolFolder;
    QByteArray m_zone;
    Msecs m_localNow;
    std::unique_ptr<SpoolWriter> m_spool;
    std::vector<std::unique_ptr<Walk>> m_walks;
    std::vector<SpoolPosition> m_positions;
};

} // namespace leadway
