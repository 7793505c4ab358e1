#pragma once

#include "simulator/generator.h"
#include "support/programs.h"

#include <QUrl>

#include <algorithm>

namespace leadway::test
{

/// In the working folder before an export begins; a run that fails has to leave it so.
constexpr char kEarlier[] = "the file of an earlier export\n";
constexpr char kOutput[] = "export";

/// The exit codes that --help promises.
enum ExitCode { Complete = 0, Failed = 1, Usage = 2, Incomplete = 3, Refused = 4 };

inline QString text(const char* words)
{
    return QString::fromUtf8(words);
}

/// The arguments for an export into kOutput, as CSV unless `others` say otherwise.
inline QStringList toFile(const QStringList& others = {})
{
    return QStringList{text("--output"), text(kOutput), text("--format"), text("csv")} + others;
}

/// Whole sentences, and nothing of how the program is made.
inline bool isClear(const QByteArray& err)
{
    QList<QByteArray> lines = err.split('\n');
    const bool endsItsLine = lines.takeLast().isEmpty();
    return endsItsLine && !lines.isEmpty() && !err.contains("%1") && !err.contains("QT_") &&
           std::all_of(lines.begin(), lines.end(), [](const QByteArray& line) {
               return line.endsWith('.') || line.contains(": leadway-export --resume "); // to be copied
           });
}

/// leadway-export as it was built, with the simulator's token in its environment, and with its address and
/// location before all other arguments; a later argument of the same name counts.
class Exporter : public Program
{
public:
    explicit Exporter(const Household& household, const QUrl& server = {})
        : Program(QStringLiteral(LEADWAY_BINARY_DIR "/src/cli/leadway-export"), household)
    {
        setToken("pit-demo");
        if (!server.isEmpty()) {
            m_arguments = {QStringLiteral("--base-url"), server.toString(), QStringLiteral("--location"),
                           QLatin1String(simulator::kDemoLocation)};
        }
    }

    void setToken(const QByteArray& token)
    {
        environment.insert(QStringLiteral("LEADWAY_TOKEN"), QString::fromUtf8(token));
    }
    void removeToken() { environment.remove(QStringLiteral("LEADWAY_TOKEN")); }

    void start(const QStringList& arguments) { Program::start(m_arguments + arguments); }
    Outcome run(const QStringList& arguments)
    {
        start(arguments);
        return finish();
    }

private:
    QStringList m_arguments;
};

} // namespace leadway::test
