#include "format/onefile.h"

#include <utility>

namespace leadway
{

OneFile::OneFile(const FormatOptions& options, std::unique_ptr<OutputFile> file)
    : m_file(std::move(file))
    , m_writer(makeWriter(options, *m_file))
{
}

Result<std::unique_ptr<Output>> OneFile::create(const FormatOptions& options, const OutputPlace& place)
{
    auto file = OutputFile::create(place.path, OutputFile::Readers::Usual, place.mark);
    if (!file) {
        return file.error();
    }
    return std::unique_ptr<Output>(new OneFile(options, std::move(*file)));
}

Result<void> OneFile::write(const Message& message, const SpoolPosition& /*position*/)
{
    return m_writer->write(message);
}

Result<bool> OneFile::end(qint64 /*messages*/)
{
    auto ended = m_writer->end();
    m_isWaiting = ended && !*ended;
    return ended;
}

void OneFile::tell(ExportReport& report) const
{
    report.path = m_file->path();
    report.bytes = m_file->size();
    report.sha256 = m_file->sha256();
    report.cutCells = m_writer->cutCells();
    report.replacedCells = m_writer->replacedCells();
    report.repairedMessages = m_writer->repairedMessages();
}

} // namespace leadway
