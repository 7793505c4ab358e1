#pragma once

#include "app/jobsettings.h"
#include "app/spoolfolder.h"
#include "app/state.h"
#include "core/messagequery.h"
#include "fetch/fetcher.h"
#include "format/formatoptions.h"
#include "format/outputfile.h"
#include "format/renderer.h"

#include <QObject>

#include <memory>

namespace leadway
{

/// What to export, how, and where to.
struct ExportRequest {
    MessageQuery query;
    FormatOptions format;
    QString path;
    int lanes = 0; ///< requests at a time, up to kMostLanes; 0: as many as are of use
};

/// One export from the service to a file: fetches everything into a spool, then renders the spool, slice by
/// slice, into the file, which appears only when it is whole. The spool goes when the job does. Lives on the
/// worker's thread (the command line: the main one), which the ApiClient shares and which it must outlive.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    ExportJob(ApiClient& client, ExportRequest request, JobSettings settings, QObject* parent = nullptr);
    ~ExportJob() override;

    /// Begins; everything after is told by stateChanged.
    void start();
    /// Ends in Cancelled, at once, leaving an earlier file as it was. Not from within stateChanged.
    void cancel();

    const State& state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(const leadway::State& state);

private:
    void setState(State state);
    Fetching fetching() const;
    void beginRendering();
    void renderSlice();
    void finish();
    void fail(const Error& error);
    void letGo();

    ApiClient& m_client;
    ExportRequest m_request;
    JobSettings m_settings;
    State m_state;
    SpoolFolder m_spoolFolder;
    std::unique_ptr<Fetcher> m_fetcher;
    std::unique_ptr<OutputFile> m_file;
    std::unique_ptr<MessageWriter> m_writer;
    std::unique_ptr<Renderer> m_renderer;
};

} // namespace leadway
