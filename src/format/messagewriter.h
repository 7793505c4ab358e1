#pragma once

#include "core/message.h"
#include "core/result.h"
#include "format/filehead.h"
#include "format/formatoptions.h"

#include <memory>

namespace leadway
{

class OutputFile;
struct Section;

/// Writes messages in the order given into one file format: begin, write for each, end. Where the format has
/// sections, all of these are listed after begin, and each begins before its messages. Owned by an Output;
/// lives on the thread of the job. A failure of any call is the file's, and final.
class MessageWriter
{
public:
    MessageWriter() = default;
    MessageWriter(const MessageWriter&) = delete;
    MessageWriter& operator=(const MessageWriter&) = delete;
    virtual ~MessageWriter() = default;

    virtual Result<void> begin() = 0;
    virtual Result<void> list(const Section& /*section*/) { return {}; }
    virtual Result<void> beginSection(const Section& /*section*/) { return {}; }
    virtual Result<void> write(const Message& message) = 0;
    /// True once the file has all its bytes. False if some work is left, which is done elsewhere or in
    /// slices: ask again, after a few milliseconds.
    virtual Result<bool> end() = 0;
    /// How many messages of a table could be written in the time that one takes here.
    virtual qint64 cost() const { return 1; }

    /// Cells shortened because the program that will open the file holds no more.
    qint64 cutCells() const { return m_cutCells; }
    /// Cells with characters replaced because no cell can hold them.
    qint64 replacedCells() const { return m_replacedCells; }
    /// Messages whose bytes had to differ from what came for the file to be valid.
    qint64 repairedMessages() const { return m_repairedMessages; }

protected:
    void countCutCell() { ++m_cutCells; }
    void countReplacedCell() { ++m_replacedCells; }
    void countRepairedMessage() { ++m_repairedMessages; }

private:
    qint64 m_cutCells = 0;
    qint64 m_replacedCells = 0;
    qint64 m_repairedMessages = 0;
};

/// The writer for options.format; `file` must outlive it. A format with sections says in front what `head`
/// tells and how much follows.
std::unique_ptr<MessageWriter> makeWriter(const FormatOptions& options, OutputFile& file,
                                          const FileHead& head = {}, const FileExtent& extent = {});

} // namespace leadway
