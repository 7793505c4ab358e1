#pragma once

#include "app/jobsettings.h"
#include "app/previewrow.h"
#include "app/spoolfolder.h"
#include "core/messagequery.h"
#include "core/spoolreader.h"
#include "core/spoolwriter.h"
#include "fetch/pager.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace leadway
{

/// The messages of a query for the table, a page at a time as the table is scrolled, in the order of their
/// dates over all walks: a row is handed out once every walk has got past its date. The whole messages stay
/// in a spool of its own, which goes with the job. The order is always by creation, since by change the
/// whole history would have to be walked before the first row. Lives on the worker's thread with the client,
/// which must outlive it.
///
/// Where the query has a filter, what it does not want is neither shown nor kept. One call for more then asks
/// for pages until a screenful was found, and tells after each how much was looked at.
class PreviewJob : public QObject
{
    Q_OBJECT

public:
    PreviewJob(ApiClient& client, MessageQuery query, const JobSettings& settings, QObject* parent = nullptr);
    ~PreviewJob() override;

    /// Asks for more rows; the first time too. Does nothing while rows are on their way or at the end. After
    /// an error it tries again, unless the spool cannot be written: that stays, since rows would be missing.
    void loadMore();
    /// No further pages for now, however little the filter has let through; until loadMore().
    void stopLooking();

    /// The whole of a message that a row stands for.
    Result<QByteArray> messageAt(const SpoolPosition& position);

Q_SIGNALS:
    void rowsLoaded(const QList<leadway::PreviewRow>& rows);
    void stateChanged(const leadway::PreviewState& state);

private:
    struct Walk;
    void askFor(Walk& walk);
    void onOutcome(Walk& walk, Pager::Outcome outcome);
    Result<void> take(Walk& walk, Page& page);
    void settle();
    void handOut();
    std::optional<qint64> total() const;
    void fail(const Error& error);
    void tellState();
    bool allEnded() const;
    bool isAhead(const Walk& a, const Walk& b) const;
    bool comesFirst(const PreviewRow& a, const PreviewRow& b) const;
    bool isKnown(const std::string& id);
    bool isLeftOut(const MessageHead& head);

    ApiClient& m_client;
    MessageQuery m_query;
    SpoolFolder m_spoolFolder;
    std::unique_ptr<SpoolWriter> m_spool;
    std::unique_ptr<SpoolReader> m_reader;
    MessageParser m_parser;
    MessageMatcher m_matcher;
    Message m_message; // filled again and again
    std::vector<std::unique_ptr<Walk>> m_walks;
    std::vector<PreviewRow> m_waiting; // come, but a walk may still bring earlier ones
    std::vector<PreviewRow> m_undated; // shown last
    // Of all rows, since a fresh query may bring any of them again: two hashes of the id, which no two ids
    // will share, in less room than the text.
    QSet<std::pair<std::size_t, std::size_t>> m_known;
    PreviewState m_state;
    qint64 m_wanted = 0; // rows, before it stops asking
};

} // namespace leadway
