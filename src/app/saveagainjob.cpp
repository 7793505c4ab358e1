#include "app/saveagainjob.h"

#include "app/unfinished.h"

#include <utility>

namespace leadway
{

SaveAgainJob::SaveAgainJob(const FinishedSpool& spool, ExportRequest request, QObject* parent)
    : QObject(parent)
    , m_spool(spool)
    , m_request(std::move(request))
{
    m_request.query = spool.query;
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &SaveAgainJob::renderSlice);
}

SaveAgainJob::~SaveAgainJob()
{
    m_rendering.reset();
    forgetOutput(m_spool.folder->path());
}

void SaveAgainJob::setState(State state)
{
    if (isTerminal(m_state)) {
        return;
    }
    m_state = std::move(state);
    Q_EMIT stateChanged(m_state);
}

Fetching SaveAgainJob::fetching() const
{
    ExportReport report;
    report.walks = m_spool.brought.walks;
    return {report.received(), report.expected()};
}

Rendering SaveAgainJob::rendering() const
{
    return m_rendering ? Rendering{m_rendering->done(), m_rendering->total()}
                       : Rendering{0, fetching().received};
}

void SaveAgainJob::start()
{
    setState(rendering());
    if (const auto obstacle = obstacleFor(m_request.format, m_request.path)) {
        end(Failed{*obstacle, fetching().received, {}});
        return;
    }
    const QString& folder = m_spool.folder->path();
    if (const auto noted = noteOutput(folder, m_request.path); !noted) {
        end(Failed{noted.error(), fetching().received, {}});
        return;
    }
    auto rendering =
        FileRendering::create({folder, m_request.query, m_request.format, m_request.path, m_spool.account});
    if (!rendering) {
        end(Failed{rendering.error(), fetching().received, {}});
        return;
    }
    m_rendering = std::move(*rendering);
    m_turn.start();
}

void SaveAgainJob::renderSlice()
{
    const auto advanced = m_rendering->advance();
    if (!advanced) {
        end(Failed{advanced.error(), fetching().received, {}});
        return;
    }
    if (!*advanced) {
        m_turn.setInterval(m_rendering->pause());
        setState(rendering());
        return;
    }
    auto report = m_rendering->account(m_spool.brought);
    if (report) {
        report = m_rendering->putInPlace();
    }
    end(report ? State(Finished{std::move(*report), {}})
               : State(Failed{report.error(), fetching().received, {}}));
}

void SaveAgainJob::pause()
{
    if (!isTerminal(m_state)) {
        m_turn.stop();
        setState(Paused{fetching(), PauseReason::Asked});
    }
}

void SaveAgainJob::goOn()
{
    if (std::holds_alternative<Paused>(m_state)) {
        setState(rendering());
        m_turn.start();
    }
}

void SaveAgainJob::cancel()
{
    end(Cancelled{});
}

void SaveAgainJob::end(State state)
{
    m_turn.stop();
    m_rendering.reset();
    forgetOutput(m_spool.folder->path());
    setState(std::move(state));
}

} // namespace leadway
