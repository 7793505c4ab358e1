#include "support/enginerun.h"

#include <QDir>
#include <QTest>
#include <QThread>

#include <algorithm>

namespace leadway::test
{

using namespace std::chrono_literals;

EngineRun::EngineRun()
{
    JobSettings settings;
    settings.spoolRoot = spoolRoot();
    settings.retry.base = 1ms;
    settings.retry.cap = 5ms;
    settings.random = [] { return 0.5; };
    engine = std::make_unique<Engine>(settings);
    // Direct, so that a signal from another thread would show.
    QObject::connect(
        engine.get(), &Engine::rowsLoaded, engine.get(),
        [this](const QList<PreviewRow>& loaded) {
            noteThread();
            rows.append(loaded);
        },
        Qt::DirectConnection);
    QObject::connect(
        engine.get(), &Engine::previewChanged, engine.get(),
        [this](const PreviewState& state) {
            noteThread();
            preview = state;
        },
        Qt::DirectConnection);
    QObject::connect(
        engine.get(), &Engine::exportChanged, engine.get(),
        [this](const State& state) {
            noteThread();
            states.append(state);
        },
        Qt::DirectConnection);
}

void EngineRun::noteThread()
{
    cameFromElsewhere = cameFromElsewhere || QThread::currentThread() != engine->thread();
}

void EngineRun::connectTo(const simulator::Server& server, const QByteArray& token) const
{
    Account account;
    account.connection.baseUrl = server.baseUrl();
    engine->connectTo(account, Token(token));
}

ExportRequest EngineRun::request() const
{
    ExportRequest request;
    request.query.locationId = QLatin1String(simulator::kDemoLocation);
    request.format.format = Format::JsonLines;
    request.format.zone = QTimeZone::utc();
    request.path = path();
    return request;
}

bool EngineRun::hasEnded() const
{
    return !states.isEmpty() && isTerminal(states.last());
}

qsizetype EngineRun::terminalStates() const
{
    return std::count_if(states.begin(), states.end(), isTerminal);
}

bool EngineRun::isFetchingWell() const
{
    const auto* const fetching = states.isEmpty() ? nullptr : std::get_if<Fetching>(&states.last());
    return fetching != nullptr && fetching->received > 0;
}

QByteArrayList EngineRun::ids() const
{
    QByteArrayList ids;
    for (const PreviewRow& row : rows) {
        ids.append(row.id.toUtf8());
    }
    return ids;
}

QString EngineRun::path() const
{
    return m_folder.filePath(QStringLiteral("export.jsonl"));
}

QString EngineRun::spoolRoot() const
{
    return m_folder.filePath(QStringLiteral("spools"));
}

QStringList EngineRun::leftovers() const
{
    constexpr auto filter = QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot;
    QStringList names = QDir(m_folder.path()).entryList(filter);
    names.removeOne(QStringLiteral("spools"));
    return names + QDir(spoolRoot()).entryList(filter);
}

bool waitFor(const std::function<bool()>& condition)
{
    constexpr int patience = 20'000; // milliseconds; only a broken test waits for so long
    return QTest::qWaitFor(condition, patience);
}

} // namespace leadway::test
