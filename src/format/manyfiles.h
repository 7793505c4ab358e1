#pragma once

#include "core/messageparser.h"
#include "core/spoolreader.h"
#include "format/groupindex.h"
#include "format/grouping.h"
#include "format/messagewriter.h"
#include "format/output.h"
#include "format/outputfolder.h"

#include <memory>

namespace leadway
{

/// A folder with a file a conversation or a month. What is handed over goes into an index on disk; only when
/// all has come, the messages are read from the spool once more, group by group, so that no more than one
/// file is open and memory stays flat whatever the number of files. Within a file messages keep their order.
/// Owned by a FileRendering, on its thread.
class ManyFiles final : public Output
{
public:
    static Result<std::unique_ptr<Output>> create(const FormatOptions& options, const OutputPlace& place);

    Result<void> begin() override { return {}; }
    Result<void> write(const Message& message, const SpoolPosition& position) override;
    Result<bool> end(qint64 messages) override;
    bool isWaiting() const override { return m_isWaiting; }
    Result<void> settle() override { return m_folder->settle(); }
    Result<void> commit() override { return m_folder->commit(); }
    void tell(ExportReport& report) const override;
    std::optional<qint64> doneAgain() const override { return m_doneAgain; }

private:
    ManyFiles(const FormatOptions& options, SpoolReader spool, std::unique_ptr<OutputFolder> folder,
              std::unique_ptr<GroupIndex> index);
    Result<void> beginFile();
    Result<void> writeNext();
    Result<void> endFile();

    FormatOptions m_options;
    SpoolReader m_spool;
    std::unique_ptr<OutputFolder> m_folder;
    std::unique_ptr<GroupIndex> m_index;
    Grouping m_grouping;
    MessageParser m_parser;
    Message m_message;
    enum class Step { NextFile, Messages, EndOfFile, Done };
    Step m_step = Step::NextFile;
    std::unique_ptr<OutputFile> m_file; // the one that is being written
    std::unique_ptr<MessageWriter> m_writer;
    bool m_isWaiting = false;
    qint64 m_doneAgain = 0;
    qint64 m_cutCells = 0;
    qint64 m_replacedCells = 0;
    qint64 m_repairedMessages = 0;
};

} // namespace leadway
