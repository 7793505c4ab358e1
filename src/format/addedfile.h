#pragma once

#include "format/knownmessages.h"
#include "format/messagewriter.h"
#include "format/output.h"
#include "format/outputfile.h"
#include "format/sha256.h"

#include <QDateTime>
#include <QFile>

#include <memory>
#include <optional>

namespace leadway
{

/// Messages that are put behind those of an earlier file, line by line; or, if that file is not as it was
/// left or would begin otherwise now, into a new one. They are written aside first, in the spool's folder;
/// then the earlier file is copied, which shows whether it is as it was left, and they behind it; and the
/// copy takes its place. So whatever fails meanwhile, the earlier file stays as it was. Owned by a
/// FileRendering, on its thread.
class AddedFile final : public Output
{
public:
    /// `place.path` is for a new file.
    static Result<std::unique_ptr<Output>> create(const FormatOptions& options, const OutputPlace& place,
                                                  KnownMessages::LeftFile earlier);

    Result<void> begin() override;
    Result<void> write(const Message& message, const SpoolPosition& position) override;
    Result<bool> end(qint64 messages) override;
    Result<void> settle() override { return m_file->settle(); }
    Result<void> commit() override { return m_file->commit(); }
    void tell(ExportReport& report) const override;

private:
    enum class Phase { Writing, CopyEarlier, CopyNew, Done };

    AddedFile(const FormatOptions& options, OutputPlace place, KnownMessages::LeftFile earlier,
              std::unique_ptr<OutputFile> aside);
    Result<void> endAside();
    Result<void> beginCopy();
    Result<void> copyEarlier();
    Result<void> giveEarlierUp();
    Result<void> copyNew();
    Result<QByteArray> piece();
    bool isAsCopied() const;

    OutputPlace m_place;
    KnownMessages::LeftFile m_earlier;
    std::unique_ptr<OutputFile> m_aside; // what is new, with the beginning that a file of its own would have
    std::unique_ptr<MessageWriter> m_writer;
    qint64 m_head = 0; // bytes of that beginning
    Phase m_phase = Phase::Writing;
    QFile m_source; // that is being copied
    QDateTime m_modified;
    std::unique_ptr<Sha256> m_hash; // of the earlier file
    std::unique_ptr<OutputFile> m_file;
    bool m_isAdded = false;
};

} // namespace leadway
