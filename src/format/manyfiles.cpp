#include "format/manyfiles.h"

#include "format/filenames.h"

#include <utility>

namespace leadway
{

namespace
{

constexpr qint64 kFileCost = 5; // making a file takes as long as writing so many messages

} // namespace

ManyFiles::ManyFiles(const FormatOptions& options, SpoolReader spool, std::unique_ptr<OutputFolder> folder,
                     std::unique_ptr<GroupIndex> index)
    : m_options(options)
    , m_spool(std::move(spool))
    , m_folder(std::move(folder))
    , m_index(std::move(index))
    , m_grouping(options)
{
}

Result<std::unique_ptr<Output>> ManyFiles::create(const FormatOptions& options, const OutputPlace& place)
{
    auto spool = SpoolReader::open(place.spool);
    if (!spool) {
        return spool.error();
    }
    auto folder = OutputFolder::create(place.path, place.mark);
    if (!folder) {
        return folder.error();
    }
    auto index = GroupIndex::create(place.spool + QStringLiteral("/groups.sqlite"));
    if (!index) {
        return index.error();
    }
    return std::unique_ptr<Output>(
        new ManyFiles(options, std::move(*spool), std::move(*folder), std::move(*index)));
}

Result<void> ManyFiles::write(const Message& message, const SpoolPosition& position)
{
    return m_index->add(m_grouping.keyOf(message), m_grouping.labelOf(message), position);
}

Result<bool> ManyFiles::end(qint64 messages)
{
    m_isWaiting = false;
    for (qint64 left = messages; left > 0 && m_step != Step::Done && !m_isWaiting;) {
        left -= m_step == Step::NextFile ? kFileCost : 1;
        const auto done = m_step == Step::NextFile   ? beginFile()
                          : m_step == Step::Messages ? writeNext()
                                                     : endFile();
        if (!done) {
            return done.error();
        }
    }
    return m_step == Step::Done;
}

Result<void> ManyFiles::beginFile()
{
    const auto group = m_index->nextGroup();
    if (!group) {
        return group.error();
    }
    if (!*group) {
        m_step = Step::Done;
        return {};
    }
    const auto name = m_index->uniqueName(m_grouping.nameOf((*group)->key, (*group)->label));
    if (!name) {
        return name.error();
    }
    auto file = m_folder->newFile(*name + QLatin1Char('.') + suffixOf(m_options.format));
    if (!file) {
        return file.error();
    }
    m_file = std::move(*file);
    m_writer = makeWriter(m_options, *m_file);
    m_step = Step::Messages;
    return m_writer->begin();
}

Result<void> ManyFiles::writeNext()
{
    const auto position = m_index->next();
    if (!position) {
        return position.error();
    }
    if (!*position) {
        m_step = Step::EndOfFile;
        return {};
    }
    const auto raw = m_spool.messageAt(**position);
    if (!raw) {
        return raw.error();
    }
    if (!m_parser.read(*raw, m_message)) { // it could be read before
        return Error{ErrorKind::Storage, 0, QStringLiteral("the spool has changed"), {}};
    }
    ++m_doneAgain;
    return m_writer->write(m_message);
}

Result<void> ManyFiles::endFile()
{
    const auto ended = m_writer->end();
    if (!ended) {
        return ended.error();
    }
    m_isWaiting = !*ended;
    if (m_isWaiting) {
        return {};
    }
    m_cutCells += m_writer->cutCells();
    m_replacedCells += m_writer->replacedCells();
    m_repairedMessages += m_writer->repairedMessages();
    m_writer.reset();
    const auto kept = m_folder->keep(*m_file);
    m_file.reset();
    m_step = Step::NextFile;
    return kept;
}

void ManyFiles::tell(ExportReport& report) const
{
    report.path = m_folder->path();
    report.bytes = m_folder->bytes();
    report.files = m_folder->files();
    report.cutCells = m_cutCells;
    report.replacedCells = m_replacedCells;
    report.repairedMessages = m_repairedMessages;
}

} // namespace leadway
