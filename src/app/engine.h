#pragma once

#include "app/account.h"
#include "app/exportjob.h"
#include "app/messagetext.h"
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
    /// The preview asks for no further pages by itself, as it does while a filter finds little.
    void stopLooking();
    void endPreview();
    /// The whole of a message of the preview comes by messageRead.
    void readMessage(const SpoolPosition& position);
    /// What several messages of the preview say comes by textsRead, each no longer than `most` characters.
    void readTexts(const QList<SpoolPosition>& positions, qsizetype most);

    /// Looks for a text in the place of the one before; what matches comes by rowsFound.
    void find(RowSearch search);
    void endFind();

    /// What becomes of an export comes by exportChanged. One at a time; of a connected account.
    void startExport(const Account& account, const ExportRequest& request);
    /// Goes on with one that was not finished; its format and path may have been changed. Or only writes what
    /// it had brought, which then stays.
    void continueExport(const UnfinishedExport& earlier);
    void saveWhatCame(const UnfinishedExport& earlier);
    void pauseExport();
    void goOnWithExport();
    /// Ends the running one with a file of what has come so far.
    void finishExport();
    /// Throws away what has come.
    void cancelExport();

    /// Makes one more file of what the last export brought, without a request, as long as spoolKept() says
    /// so; what becomes of it comes by exportChanged, too.
    void saveAgain(const ExportRequest& request);

    /// Those of all accounts, except the one under way, come by unfinishedFound; so they do after each
    /// export.
    void findUnfinished();
    void discardUnfinished(const UnfinishedExport& unfinished);

Q_SIGNALS:
    /// Rows of the preview begun last, to be put behind those before.
    void rowsLoaded(const QList<leadway::PreviewRow>& rows);
    void previewChanged(const leadway::PreviewState& state);
    void messageRead(const leadway::SpoolPosition& position, const QByteArray& json);
    void textsRead(const QList<leadway::MessageText>& texts);
    /// Of the search begun last: numbers of rows, in the order in which they were looked at.
    void rowsFound(const QList<int>& numbers);
    void findEnded();
    void exportChanged(const leadway::State& state);
    /// Whether there is what the last export brought: until the next one begins or its account is forgotten.
    void spoolKept(bool isKept);
    void unfinishedFound(const QList<leadway::UnfinishedExport>& unfinished);
    /// Nothing, or why the account cannot be used.
    void connectionTested(const std::optional<leadway::Error>& error);

private:
    template<class Call>
    void post(Call call);
    template<class Call>
    void postToExport(Call call);

    QThread m_thread;
    Worker* m_worker;  // lives on m_thread and goes when it ends
    int m_preview = 0; // the number of the preview begun last; rows of an earlier one are dropped
    int m_test = 0;    // likewise
    int m_find = 0;
};

} // namespace leadway
