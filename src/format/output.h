#pragma once

#include "core/exportreport.h"
#include "core/message.h"
#include "core/result.h"
#include "core/spool.h"
#include "format/filehead.h"
#include "format/formatoptions.h"

#include <QString>

#include <memory>
#include <optional>

namespace leadway
{

/// Where the messages of an export go, in the order in which they are handed over: begin, write for each,
/// end, settle, commit. Only the last of these makes anything appear; whoever drops it before leaves
/// everything as it was. A failure of any call is final. Lives on the thread of the job.
class Output
{
public:
    Output() = default;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    virtual ~Output() = default;

    virtual Result<void> begin() = 0;
    /// `position` is where it stands in the spool.
    virtual Result<void> write(const Message& message, const SpoolPosition& position) = 0;
    /// Nothing more comes. Goes on for about so many messages; true once there is nothing left to do.
    virtual Result<bool> end(qint64 messages) = 0;
    /// What is left to do is done elsewhere, so that there is no hurry to call end() again.
    virtual bool isWaiting() const { return false; }
    /// All of it is on the disk then, and needs no more room there.
    virtual Result<void> settle() = 0;
    /// It appears in its place.
    virtual Result<void> commit() = 0;

    /// Its share of the report, once it is in its place.
    virtual void tell(ExportReport& report) const = 0;

    /// How many messages it has dealt with once more, if it has to do so with all of them.
    virtual std::optional<qint64> doneAgain() const { return std::nullopt; }
};

/// Where an output is made.
struct OutputPlace {
    QString path;  ///< of the file, or of the folder for many
    QString mark;  ///< of what stands beside it until it is whole
    QString spool; ///< the folder that the messages come from; an index may lie there meanwhile
};

/// What options.files and the format ask for; `head` stands in front of what is read like a book.
Result<std::unique_ptr<Output>> makeOutput(const FormatOptions& options, const OutputPlace& place,
                                           const FileHead& head = {});

/// Why nothing can be written there, found out before anything is; nothing if it looks fine.
std::optional<Error> obstacleFor(const FormatOptions& options, const QString& path);

/// What a program that was killed left beside such a place, all whose marks begin with this one.
void removeLeftOutput(const QString& path, const QString& mark);

} // namespace leadway
