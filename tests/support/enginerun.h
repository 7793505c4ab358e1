#pragma once

#include "app/engine.h"
#include "simulator/server.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace leadway::test
{

/// An Engine with a worker's thread of its own, everything it told, and a folder for its spools and files.
/// Lives on the test's thread.
class EngineRun
{
    QTemporaryDir m_folder; // goes after the engine

public:
    EngineRun();

    void connectTo(const simulator::Server& server, const QByteArray& token = "pit-demo") const;
    /// Everything, as JSON Lines, to path().
    ExportRequest request() const;

    /// Whether the last state is a terminal one, and how many there were.
    bool hasEnded() const;
    qsizetype terminalStates() const;
    /// Whether messages have come and more are on their way.
    bool isFetchingWell() const;
    QByteArrayList ids() const;

    QString path() const;
    /// All that lies in the folder but the empty root of the spools.
    QStringList leftovers() const;

    std::unique_ptr<Engine> engine;
    QList<PreviewRow> rows;
    PreviewState preview;
    QList<State> states;
    bool cameFromElsewhere = false; ///< a signal came on another thread than the engine's

    QString spoolRoot() const;

private:
    void noteThread();
};

/// Runs the event loop until the condition holds; false if it never does.
bool waitFor(const std::function<bool()>& condition);

} // namespace leadway::test
