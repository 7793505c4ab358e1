#pragma once

#include "format/messagewriter.h"
#include "format/output.h"
#include "format/outputfile.h"

#include <memory>

namespace leadway
{

/// All messages in one file. Owned by a FileRendering, on its thread.
class OneFile final : public Output
{
public:
    static Result<std::unique_ptr<Output>> create(const FormatOptions& options, const OutputPlace& place);

    Result<void> begin() override { return m_writer->begin(); }
    Result<void> write(const Message& message, const SpoolPosition& position) override;
    Result<bool> end(qint64 messages) override;
    bool isWaiting() const override { return m_isWaiting; }
    Result<void> settle() override { return m_file->settle(); }
    Result<void> commit() override { return m_file->commit(); }
    void tell(ExportReport& report) const override;

private:
    OneFile(const FormatOptions& options, std::unique_ptr<OutputFile> file);

    std::unique_ptr<OutputFile> m_file;
    std::unique_ptr<MessageWriter> m_writer;
    bool m_isWaiting = false;
};

} // namespace leadway
