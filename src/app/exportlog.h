#pragma once

#include "app/exportrequest.h"
#include "app/state.h"

#include <QElapsedTimer>

namespace leadway
{

class Log;

/// Notes in the log how exports go, from the requests and the states that a job tells; the job knows nothing
/// of it. A value beside whoever follows the job, on its thread.
class ExportLog
{
public:
    /// `log` must outlive it.
    explicit ExportLog(Log& log);

    /// `isContinued` if it goes on with an earlier one.
    void begin(const ExportRequest& request, bool isContinued = false);
    /// One more file of what the last one brought.
    void beginAgain(const ExportRequest& request);
    void note(const State& state);

private:
    Log& m_log;
    State m_state;
    QElapsedTimer m_clock;
};

} // namespace leadway
