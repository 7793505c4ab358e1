#pragma once

#include "core/messageparser.h"
#include "core/spoolreader.h"
#include "format/filehead.h"
#include "format/fileset.h"
#include "format/groupindex.h"
#include "format/grouping.h"
#include "format/messagewriter.h"
#include "format/output.h"

#include <memory>

namespace leadway
{

/// What is written group by group: a folder with a file a conversation or a month, and every file that has a
/// section a conversation. What is handed over goes into an index on disk; only when all has come, the
/// messages are read from the spool once more, file by file and section by section, so that no more than one
/// file is open and memory stays flat whatever their number. Within a section messages keep their order.
/// Owned by a FileRendering, on its thread.
class GroupedFiles final : public Output
{
public:
    static Result<std::unique_ptr<Output>> create(const FormatOptions& options, const OutputPlace& place,
                                                  const FileHead& head);

    Result<void> begin() override { return {}; }
    Result<void> write(const Message& message, const SpoolPosition& position) override;
    Result<bool> end(qint64 messages) override;
    bool isWaiting() const override { return m_isWaiting; }
    Result<void> settle() override { return m_files->settle(); }
    Result<void> commit() override { return m_files->commit(); }
    void tell(ExportReport& report) const override;
    std::optional<qint64> doneAgain() const override { return m_doneAgain; }

private:
    enum class Step { NextFile, Contents, NextSection, Messages, EndOfFile, Done };

    GroupedFiles(const FormatOptions& options, FileHead head, SpoolReader spool,
                 std::unique_ptr<FileSet> files, std::unique_ptr<GroupIndex> index);
    Result<qint64> goOn();
    Result<qint64> nextFile();
    Result<void> beginFile(const GroupIndex::Group& group);
    Result<qint64> listNext();
    Result<qint64> beginSection();
    Result<qint64> writeNext();
    Result<qint64> endFile();

    FormatOptions m_options;
    FileHead m_head;
    bool m_hasSections;
    SpoolReader m_spool;
    std::unique_ptr<FileSet> m_files;
    std::unique_ptr<GroupIndex> m_index;
    Grouping m_grouping;
    MessageParser m_parser;
    Message m_message;
    Step m_step = Step::NextFile;
    std::unique_ptr<MessageWriter> m_writer; // of the file that is being written
    bool m_hasBegun = false;                 // any of them
    bool m_isWaiting = false;
    qint64 m_doneAgain = 0;
    qint64 m_cutCells = 0;
    qint64 m_replacedCells = 0;
    qint64 m_repairedMessages = 0;
};

} // namespace leadway
