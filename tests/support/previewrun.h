#pragma once

#include "app/previewjob.h"
#include "simulator/server.h"

#include <QByteArray>
#include <QList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace leadway::test
{

/// A preview of the simulator's account and everything it told, on the test's thread, with pauses short
/// enough for tests and a spool folder of its own.
class PreviewRun
{
public:
    /// All messages, newest first, unless `query` says otherwise.
    explicit PreviewRun(const simulator::Server& server, const MessageQuery& query = everything(),
                        int tries = 8);

    static MessageQuery everything();

    PreviewJob& job() { return *m_job; }
    void destroy() { m_job.reset(); }

    /// Asks for more and waits until the job is done with that; false if it never is.
    bool loadMore();
    /// Scrolls to the end, as often as it takes, over every error on the way.
    bool loadAll();

    const QList<PreviewRow>& rows() const { return m_rows; }
    QList<QByteArray> ids() const;
    const PreviewState& state() const { return m_state; }
    /// How often rows came, the state changed, and an error was told.
    int deliveries() const { return m_deliveries; }
    int stateChanges() const { return m_stateChanges; }
    int errors() const { return m_errors; }

    QString spoolRoot() const;
    QStringList spools() const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ApiClient> m_client; // goes after the job
    std::unique_ptr<PreviewJob> m_job;
    QList<PreviewRow> m_rows;
    PreviewState m_state;
    int m_deliveries = 0;
    int m_stateChanges = 0;
    int m_errors = 0;
};

/// Whether the dated rows run one way and the undated ones stand behind them all.
bool isInOrder(const QList<PreviewRow>& rows, SortOrder order);

constexpr SortOrder kOrders[] = {SortOrder::Ascending, SortOrder::Descending};
constexpr simulator::Behaviour::Cursor kCursors[] = {simulator::Behaviour::Cursor::Changing,
                                                     simulator::Behaviour::Cursor::Repeating};
/// For the names of test rows.
const char* nameOf(SortOrder order);
const char* nameOf(simulator::Behaviour::Cursor cursor);

/// Whether a generator's message belongs to the channels.
std::function<bool(qint64)> isIn(const simulator::Generator& generator, Channels channels);

} // namespace leadway::test
