#pragma once

#include "core/error.h"
#include "core/exportreport.h"

#include <QMetaType>

#include <chrono>
#include <optional>
#include <variant>

namespace leadway
{

struct Idle {
};

/// How many messages have come, of how many the service announced.
struct Fetching {
    qint64 received = 0;
    std::optional<qint64> expected;
};

/// A pause that ends by itself.
struct Waiting {
    Fetching fetching;
    std::chrono::milliseconds duration{0};
    std::optional<Error> error; ///< what failed and is tried again; nothing when the allowance is the reason
};

enum class PauseReason {
    Asked,      ///< by a person
    NoProgress, ///< nothing has come for too long
};

/// A pause that ends when somebody says so. What has come is on the disk.
struct Paused {
    Fetching fetching;
    PauseReason reason = PauseReason::Asked;
};

struct Rendering {
    qint64 done = 0;
    qint64 total = 0;
};

struct Finished {
    ExportReport report;
    QString unfinishedId; ///< as in Failed; only for a partial file
};

struct Failed {
    Error error;
    qint64 received = 0;
    QString unfinishedId; ///< names what is kept for another job to go on with (unfinished.h); empty: nothing
};

struct Cancelled {
};

/// Where an export stands: the only thing that flows from a job to the window. Each run ends in exactly one
/// of Finished, Failed and Cancelled, and nothing follows.
using State = std::variant<Idle, Fetching, Waiting, Paused, Rendering, Finished, Failed, Cancelled>;

inline bool isTerminal(const State& state)
{
    return std::holds_alternative<Finished>(state) || std::holds_alternative<Failed>(state) ||
           std::holds_alternative<Cancelled>(state);
}

} // namespace leadway

Q_DECLARE_METATYPE(leadway::State)
