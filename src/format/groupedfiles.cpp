#include "format/groupedfiles.h"

#include "format/filenames.h"

#include <utility>

namespace leadway
{

namespace
{

constexpr qint64 kFileCost = 5; // making a file takes as long as writing so many messages

} // namespace

GroupedFiles::GroupedFiles(const FormatOptions& options, FileHead head, SpoolReader spool,
                           std::unique_ptr<FileSet> files, std::unique_ptr<GroupIndex> index)
    : m_options(options)
    , m_head(std::move(head))
    , m_hasSections(hasSections(options.format))
    , m_spool(std::move(spool))
    , m_files(std::move(files))
    , m_index(std::move(index))
    , m_grouping(options)
{
}

Result<std::unique_ptr<Output>> GroupedFiles::create(const FormatOptions& options, const OutputPlace& place,
                                                     const FileHead& head)
{
    auto spool = SpoolReader::open(place.spool);
    if (!spool) {
        return spool.error();
    }
    auto files = options.files == FileSplit::OneFile ? FileSet::single(place) : FileSet::folder(place);
    if (!files) {
        return files.error();
    }
    auto index =
        GroupIndex::create(place.spool + QStringLiteral("/groups.sqlite"), spool->header().query.sortOrder);
    if (!index) {
        return index.error();
    }
    return std::unique_ptr<Output>(
        new GroupedFiles(options, head, std::move(*spool), std::move(*files), std::move(*index)));
}

Result<void> GroupedFiles::write(const Message& message, const SpoolPosition& position)
{
    const std::string_view key = m_grouping.keyOf(message);
    const std::string_view label = m_grouping.labelOf(message);
    return m_hasSections ? m_index->addToSection(key, label, message, position)
                         : m_index->add(key, label, position);
}

Result<bool> GroupedFiles::end(qint64 messages)
{
    m_isWaiting = false;
    for (qint64 left = messages; left > 0 && m_step != Step::Done && !m_isWaiting;) {
        const auto cost = goOn();
        if (!cost) {
            return cost.error();
        }
        left -= *cost;
    }
    return m_step == Step::Done;
}

// A step, and what it costs, in messages of a table.
Result<qint64> GroupedFiles::goOn()
{
    switch (m_step) {
    case Step::NextFile:
        return nextFile();
    case Step::Contents:
        return listNext();
    case Step::NextSection:
        return beginSection();
    case Step::Messages:
        return writeNext();
    case Step::EndOfFile:
        return endFile();
    case Step::Done:
        break;
    }
    return 1;
}

Result<qint64> GroupedFiles::nextFile()
{
    auto group = m_index->nextGroup();
    if (!group) {
        return group.error();
    }
    const bool isEmptyExport = !*group && !m_hasBegun && !m_files->isFolder();
    if (!*group && !isEmptyExport) {
        m_step = Step::Done;
        return 1;
    }
    m_hasBegun = true;
    const auto begun = beginFile(group->value_or(GroupIndex::Group()));
    return begun ? Result<qint64>(kFileCost) : begun.error();
}

Result<void> GroupedFiles::beginFile(const GroupIndex::Group& group)
{
    QString name;
    if (m_files->isFolder()) {
        const auto unique = m_index->uniqueName(m_grouping.nameOf(group.key, group.label));
        if (!unique) {
            return unique.error();
        }
        name = *unique + QLatin1Char('.') + suffixOf(m_options.format);
    }
    const auto file = m_files->begin(name);
    if (!file) {
        return file.error();
    }
    FileExtent extent;
    if (m_hasSections) {
        const auto found = m_index->extent();
        if (!found) {
            return found.error();
        }
        extent = *found;
    }
    m_writer = makeWriter(m_options, **file, m_head, extent);
    m_step = m_hasSections ? Step::Contents : Step::Messages;
    return m_writer->begin();
}

Result<qint64> GroupedFiles::listNext()
{
    const auto section = m_index->nextSection();
    if (!section) {
        return section.error();
    }
    if (!*section) {
        m_index->restartSections();
        m_step = Step::NextSection;
        return 1;
    }
    const auto listed = m_writer->list(**section);
    return listed ? Result<qint64>(1) : listed.error();
}

Result<qint64> GroupedFiles::beginSection()
{
    const auto section = m_index->nextSection();
    if (!section) {
        return section.error();
    }
    if (!*section) {
        m_step = Step::EndOfFile;
        return 1;
    }
    m_step = Step::Messages;
    const auto begun = m_writer->beginSection(**section);
    return begun ? Result<qint64>(m_writer->cost()) : begun.error();
}

Result<qint64> GroupedFiles::writeNext()
{
    const auto position = m_index->next();
    if (!position) {
        return position.error();
    }
    if (!*position) {
        m_step = m_hasSections ? Step::NextSection : Step::EndOfFile;
        return 1;
    }
    const auto raw = m_spool.messageAt(**position);
    if (!raw) {
        return raw.error();
    }
    if (!m_parser.read(*raw, m_message)) { // it could be read before
        return Error{ErrorKind::Storage, 0, QStringLiteral("the spool has changed"), {}};
    }
    ++m_doneAgain;
    const auto written = m_writer->write(m_message);
    return written ? Result<qint64>(m_writer->cost()) : written.error();
}

Result<qint64> GroupedFiles::endFile()
{
    const auto ended = m_writer->end();
    if (!ended) {
        return ended.error();
    }
    m_isWaiting = !*ended;
    if (m_isWaiting) {
        return 1;
    }
    m_cutCells += m_writer->cutCells();
    m_replacedCells += m_writer->replacedCells();
    m_repairedMessages += m_writer->repairedMessages();
    m_writer.reset();
    m_step = Step::NextFile;
    const auto kept = m_files->end();
    return kept ? Result<qint64>(1) : kept.error();
}

void GroupedFiles::tell(ExportReport& report) const
{
    m_files->tell(report);
    report.cutCells = m_cutCells;
    report.replacedCells = m_replacedCells;
    report.repairedMessages = m_repairedMessages;
}

} // namespace leadway
