#include "format/addedfile.h"

#include "core/fileerror.h"

#include <QFileInfo>

#include <string>
#include <utility>

namespace leadway
{

namespace
{

constexpr qint64 kPiece = qint64{4} << 20; // bytes between two turns of the event loop

QString asidePath(const QString& spool)
{
    return spool + QStringLiteral("/new");
}

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

AddedFile::AddedFile(const FormatOptions& options, OutputPlace place, KnownMessages::LeftFile earlier,
                     std::unique_ptr<OutputFile> aside)
    : m_place(std::move(place))
    , m_earlier(std::move(earlier))
    , m_aside(std::move(aside))
    , m_writer(makeWriter(options, *m_aside))
{
}

Result<std::unique_ptr<Output>> AddedFile::create(const FormatOptions& options, const OutputPlace& place,
                                                  KnownMessages::LeftFile earlier)
{
    auto aside = OutputFile::create(asidePath(place.spool), OutputFile::Readers::OwnerAlone, place.mark);
    if (!aside) {
        return aside.error();
    }
    return std::unique_ptr<Output>(new AddedFile(options, place, std::move(earlier), std::move(*aside)));
}

Result<void> AddedFile::begin()
{
    const auto begun = m_writer->begin();
    m_head = m_aside->size();
    return begun;
}

Result<void> AddedFile::write(const Message& message, const SpoolPosition& /*position*/)
{
    return m_writer->write(message);
}

Result<bool> AddedFile::end(qint64 /*messages*/)
{
    Result<void> step;
    switch (m_phase) {
    case Phase::Writing:
        step = endAside();
        break;
    case Phase::CopyEarlier:
        step = copyEarlier();
        break;
    case Phase::CopyNew:
        step = copyNew();
        break;
    case Phase::Done:
        break;
    }
    return step ? Result<bool>(m_phase == Phase::Done) : step.error();
}

Result<void> AddedFile::endAside()
{
    const auto ended = m_writer->end();
    if (!ended) {
        return ended.error();
    }
    if (!*ended) { // once more
        return {};
    }
    if (const auto committed = m_aside->commit(); !committed) {
        return committed;
    }
    return beginCopy();
}

// A link to the earlier file leads to the file still, and is as good.
Result<void> AddedFile::beginCopy()
{
    m_source.setFileName(m_earlier.path);
    const bool mayBeIt = QFileInfo(m_earlier.path).isFile() && m_source.open(QFile::ReadOnly) &&
                         m_source.size() == m_earlier.bytes;
    if (!mayBeIt) {
        return giveEarlierUp();
    }
    QFile aside(asidePath(m_place.spool));
    if (!aside.open(QFile::ReadOnly)) {
        return fileError(aside);
    }
    if (m_source.peek(m_head) != aside.read(m_head)) { // other columns, or another language
        return giveEarlierUp();
    }
    auto file = OutputFile::create(m_earlier.path, OutputFile::Readers::Usual, m_place.mark);
    if (!file) {
        return file.error();
    }
    m_file = std::move(*file);
    m_hash = std::make_unique<Sha256>();
    m_modified = QFileInfo(m_earlier.path).lastModified();
    m_isAdded = true;
    m_phase = Phase::CopyEarlier;
    return {};
}

Result<QByteArray> AddedFile::piece()
{
    QByteArray bytes = m_source.read(kPiece);
    if (bytes.isEmpty() && m_source.error() != QFile::NoError) {
        return fileError(m_source);
    }
    return bytes;
}

Result<void> AddedFile::copyEarlier()
{
    const auto bytes = piece();
    if (!bytes) {
        return bytes.error();
    }
    if (!bytes->isEmpty()) {
        m_hash->add(viewOf(*bytes));
        return m_file->append(viewOf(*bytes));
    }
    if (m_file->size() != m_earlier.bytes || m_hash->hex() != m_earlier.sha256) {
        return giveEarlierUp();
    }
    m_source.close();
    m_source.setFileName(asidePath(m_place.spool));
    if (!m_source.open(QFile::ReadOnly) || !m_source.seek(m_head)) {
        return fileError(m_source);
    }
    m_phase = Phase::CopyNew;
    return {};
}

Result<void> AddedFile::giveEarlierUp()
{
    m_isAdded = false;
    m_source.close();
    m_file.reset();
    auto file = OutputFile::create(m_place.path, OutputFile::Readers::Usual, m_place.mark);
    if (!file) {
        return file.error();
    }
    m_file = std::move(*file);
    m_source.setFileName(asidePath(m_place.spool));
    if (!m_source.open(QFile::ReadOnly)) {
        return fileError(m_source);
    }
    m_phase = Phase::CopyNew;
    return {};
}

Result<void> AddedFile::copyNew()
{
    const auto bytes = piece();
    if (!bytes) {
        return bytes.error();
    }
    if (!bytes->isEmpty()) {
        return m_file->append(viewOf(*bytes));
    }
    if (!isAsCopied()) {
        return giveEarlierUp();
    }
    m_source.close();
    m_phase = Phase::Done;
    return {};
}

// Nobody has written to the earlier file while it was copied.
bool AddedFile::isAsCopied() const
{
    const QFileInfo earlier(m_earlier.path);
    return !m_isAdded || (earlier.size() == m_earlier.bytes && earlier.lastModified() == m_modified);
}

void AddedFile::tell(ExportReport& report) const
{
    report.placement = m_isAdded ? Placement::Appended : Placement::Beside;
    report.path = m_file->path();
    report.bytes = m_file->size();
    report.sha256 = m_file->sha256();
    report.cutCells = m_writer->cutCells();
    report.repairedMessages = m_writer->repairedMessages();
}

} // namespace leadway
