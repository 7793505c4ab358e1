#pragma once

#include "app/account.h"
#include "app/exportrequest.h"
#include "app/filerendering.h"
#include "app/finishedspool.h"
#include "app/jobsettings.h"
#include "app/spoolfolder.h"
#include "app/state.h"
#include "app/unfinished.h"
#include "core/spool.h"
#include "fetch/fetcher.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace leadway
{

/// One export from the service to a file: fetches everything into a spool, then renders the spool, slice by
/// slice, into the file, which appears only when it is whole. Whatever ends it before that, a failure, a
/// power cut or its own destruction, leaves the spool for another job to go on with (unfinished.h); it goes
/// when the file is there or nobody wants it. Lives on the worker's thread (the command line: the main one),
/// which the ApiClient shares and which it must outlive.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    ExportJob(ApiClient& client, Account account, ExportRequest request, JobSettings settings,
              QObject* parent = nullptr);
    /// Goes on with an earlier one. Its query is fixed; format and path may have been changed.
    ExportJob(ApiClient& client, UnfinishedExport earlier, JobSettings settings, QObject* parent = nullptr);
    ~ExportJob() override;

    /// Begins; everything after is told by stateChanged.
    void start();
    /// Stops asking, until goOn().
    void pause();
    void goOn();
    /// Writes what has come so far and ends in Finished, with a report that says it is partial. What has come
    /// stays to be gone on with if `isKept`. Also in the place of start().
    void finishWithWhatCame(bool isKept);
    /// Ends in Cancelled, at once, leaving an earlier file as it was, and throws away what has come. Not from
    /// within stateChanged.
    void cancel();

    const State& state() const { return m_state; }
    /// What it brought, once it is Finished and unless that is kept to be gone on with. What nobody takes
    /// goes with the job.
    std::optional<FinishedSpool> takeSpool();
    /// What its spool is called, as long as it works on one.
    QString unfinishedId() const;

Q_SIGNALS:
    void stateChanged(const leadway::State& state);

private:
    void setState(State state);
    Fetching fetching() const;
    FetchSettings fetchSettings() const;
    Result<void> prepare();
    Result<void> openKnown();
    Result<void> makeFetcher();
    std::optional<Error> lackOfRoom() const;
    void beginRendering();
    void renderSlice();
    Brought brought() const;
    void finish();
    void fail(const Error& error);
    void letGo();
    void pauseFor(PauseReason reason);
    QString release(bool isKept);

    ApiClient& m_client;
    Account m_account;
    ExportRequest m_request;
    JobSettings m_settings;
    State m_state;
    std::optional<UnfinishedExport> m_earlier;
    std::unique_ptr<SpoolFolder> m_spoolFolder;
    std::unique_ptr<Fetcher> m_fetcher;
    std::unique_ptr<KnownMessages> m_known; // of a saved export
    std::unique_ptr<MailTexts> m_mailTexts; // if the file has use for them
    std::unique_ptr<FileRendering> m_rendering;
    std::optional<FinishedSpool> m_finished;
    QTimer m_patience; // runs while nothing new comes
    QTimer m_roomCheck;
    bool m_isPartial = false;
    bool m_isKept = false; // although a file was written
};

} // namespace leadway
