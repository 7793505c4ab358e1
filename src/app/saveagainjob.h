#pragma once

#include "app/exportrequest.h"
#include "app/filerendering.h"
#include "app/finishedspool.h"
#include "app/state.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace leadway
{

/// One more file of what an export brought, made of its spool without a request: it goes through Rendering,
/// Paused and the terminal states as an export does. Whatever ends it, the spool stays as it was, for another
/// try. Lives on the worker's thread, owned by whoever owns the spool, which must outlive it.
class SaveAgainJob : public QObject
{
    Q_OBJECT

public:
    /// Of the request, format and path count; what is saved is what the spool holds.
    SaveAgainJob(const FinishedSpool& spool, ExportRequest request, QObject* parent = nullptr);
    ~SaveAgainJob() override;

    /// Begins; everything after is told by stateChanged.
    void start();
    void pause();
    void goOn();
    /// Ends in Cancelled, at once, leaving an earlier file as it was. Not from within stateChanged.
    void cancel();

    const State& state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(const leadway::State& state);

private:
    void setState(State state);
    void renderSlice();
    void end(State state);
    Rendering rendering() const;
    Fetching fetching() const;

    const FinishedSpool& m_spool;
    ExportRequest m_request;
    State m_state;
    std::unique_ptr<FileRendering> m_rendering;
    QTimer m_turn; // the next slice
};

} // namespace leadway
