#pragma once

#include "app/account.h"
#include "app/exportjob.h"
#include "app/previewjob.h"
#include "app/rowfinder.h"

#include <QObject>
#include <QThread>

namespace leadway
{

class Worker;

/// The window's hand on the worker's thread, where all jobs and the ApiClient live. Commands go there and
/// values come back, both as queued calls, so nothing here ever waits. Owned by the window; lives on its
/// thread.
class Engine : public QObject
{
    Q_OBJECT

public:
    explicit Engine(JobSettings settings, QObject* parent = nullptr);
    ~Engine() override;

    /// Makes an account ready for previews and exports. What is under way goes on with what it began with.
    void connectTo(const Account& account, const Token& token);
    /// Forgets the token and removes the account's spools, unless its export is running.
    void forget(const QUuid& account);

    /// Tries out an account with one request; the outcome comes by connectionTested. A later test takes the
    /// place of the one before.
    void testConnection(const Connection& connection, const Token& token, const QString& locationId);
    void cancelTest();

    /// Begins a preview of a connected account in the place of the one before.
    void showMessages(const QUuid& account, const MessageQuery& query);
    void loadMore();
    void endPreview();
    /// The whole of a message of the preview comes by messageRead.
    void readMessage(const SpoolPosition& position);

    /// Looks for a text in the place of the one before; what matches comes by rowsFound.
    void find(RowSearch search);
    void endFind();

    void startExport(const QUuid& account, const ExportRequest& request);
    void cancelExport();

Q_SIGNALS:
    /// Rows of the preview begun last, to be put behind those before.
    void rowsLoaded(const QList<leadway::PreviewRow>& rows);
    void previewChanged(const leadway::PreviewState& state);
    void messageRead(const leadway::SpoolPosition& position, const QByteArray& json);
    /// Of the search begun last: numbers of rows, in the order in which they were looked at.
    void rowsFound(const QList<int>& numbers);
    void findEnded();
    void exportChanged(const leadway::State& state);
    /// Nothing, or why the account cannot be used.
    void connectionTested(const std::optional<leadway::Error>& error);

private:
    template<class Call>
    void post(Call call);

    QThread m_thread;
    Worker* m_worker;  // lives on m_thread and goes when it ends
    int m_preview = 0; // the number of the preview begun last; rows of an earlier one are dropped
    int m_test = 0;    // likewise
    int m_find = 0;
};

} // namespace leadway
