#include "app/exportlog.h"

#include "app/log.h"
#include "app/logwords.h"

namespace leadway
{

ExportLog::ExportLog(Log& log)
    : m_log(log)
{
    m_clock.start();
}

void ExportLog::begin(const ExportRequest& request, bool isContinued)
{
    m_state = Idle{};
    m_clock.restart();
    m_log.write(QStringLiteral("export ") + beginningInLog(request, isContinued));
}

void ExportLog::beginAgain(const ExportRequest& request)
{
    m_state = Idle{};
    m_clock.restart();
    m_log.write(QStringLiteral("export ") + savingAgainInLog(request));
}

void ExportLog::note(const State& state)
{
    const QString line = stateInLog(m_state, state, std::chrono::milliseconds(m_clock.elapsed()));
    if (!line.isEmpty()) {
        m_log.write(QStringLiteral("export ") + line);
    }
    m_state = state;
}

} // namespace leadway
