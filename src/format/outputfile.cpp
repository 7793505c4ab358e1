#include "format/outputfile.h"

#include "core/fileerror.h"
#include "core/privatefolder.h"
#include "format/neighbour.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QString>

#include <cerrno>

namespace leadway
{

namespace
{

constexpr std::size_t kBufferSize = std::size_t{1} << 20;
constexpr qint64 kBegunAtOnce = qint64{8} << 20; // or the disk would have many small things to do

} // namespace

OutputFile::OutputFile(const QString& path, QString target, std::unique_ptr<QFileDevice> file)
    : m_path(path)
    , m_target(std::move(target))
    , m_file(std::move(file))
{
}

OutputFile::~OutputFile()
{
    if (m_stage == Stage::Settled) {
        QFile::remove(m_file->fileName());
    }
    if (!m_workFolder.isEmpty()) {
        QDir(m_workFolder).removeRecursively();
    }
}

void OutputFile::removeLeft(const QString& path, const QString& mark)
{
    QDir folder(QFileInfo(behindLinks(path)).path());
    const QStringList files =
        folder.entryList({QStringLiteral(".leadway-%1.*").arg(mark)}, QDir::Files | QDir::Hidden);
    for (const QString& name : files) {
        folder.remove(name);
    }
    // Only those: an earlier folder that somebody's files were in may have been put aside there, too.
    const QStringList workFolders =
        folder.entryList({QStringLiteral(".leadway-%1.*work").arg(mark)}, QDir::Dirs | QDir::Hidden);
    for (const QString& name : workFolders) {
        QDir(folder.filePath(name)).removeRecursively();
    }
}

Result<std::unique_ptr<OutputFile>> OutputFile::create(const QString& path, Readers readers,
                                                       const QString& mark)
{
    if (const auto obstacle = obstacleAt(path)) {
        return *obstacle;
    }
    const QString target = behindLinks(path);
    auto file = std::make_unique<QSaveFile>(neighbourOf(target, mark, QStringLiteral("part")));
    if (!file->open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return fileError(*file);
    }
    std::unique_ptr<OutputFile> output(new OutputFile(path, target, std::move(file)));
    output->m_buffer.reserve(kBufferSize); // not within a folder, where there are thousands of small ones
    // A file system without permissions is no reason to refuse the file.
    if (readers == Readers::OwnerAlone) {
        output->m_file->setPermissions(kPrivateFile);
    } else if (const QFileInfo earlier(output->m_target); earlier.exists()) {
        output->m_file->setPermissions(earlier.permissions());
    }
    return output;
}

Result<QString> OutputFile::workFolder()
{
    if (m_workFolder.isEmpty()) {
        const QFileInfo neighbour(m_file->fileName());
        const QString folder =
            neighbour.path() + QLatin1Char('/') + neighbour.completeBaseName() + QStringLiteral(".work");
        QDir(folder).removeRecursively(); // of a program that was killed
        errno = 0;                        // which Windows leaves alone
        if (!QDir().mkdir(folder, kPrivateFolder)) {
            return Error{isForLackOfRoom(errno) ? ErrorKind::DiskFull : ErrorKind::NotWritable,
                         0,
                         QDir::toNativeSeparators(folder),
                         {}};
        }
        m_workFolder = folder;
    }
    return m_workFolder;
}

Result<std::unique_ptr<OutputFile>> OutputFile::createWithin(const QString& path, bool isFlushed)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)) {
        return fileError(*file);
    }
    std::unique_ptr<OutputFile> output(new OutputFile(path, path, std::move(file)));
    output->m_isFlushed = isFlushed;
    return output;
}

Result<void> OutputFile::append(std::string_view bytes)
{
    if (!m_state) {
        return m_state;
    }
    if (m_stage != Stage::Growing) {
        return Error{ErrorKind::Storage, 0, QStringLiteral("already settled"), {}};
    }
    if (m_buffer.size() + bytes.size() > kBufferSize) {
        if (const auto flushed = flush(); !flushed) {
            return flushed;
        }
    }
    if (bytes.size() >= kBufferSize) {
        return writeThrough(bytes);
    }
    m_buffer.append(bytes);
    return {};
}

qint64 OutputFile::size() const
{
    return m_flushed + static_cast<qint64>(m_buffer.size());
}

Result<void> OutputFile::flush()
{
    const auto written = writeThrough(m_buffer);
    m_buffer.clear();
    return written;
}

Result<void> OutputFile::writeThrough(std::string_view bytes)
{
    m_hash.add(bytes);
    if (const auto written = writeWhole(*m_file, bytes); !written) {
        return fail(written.error());
    }
    m_flushed += static_cast<qint64>(bytes.size());
    if (m_flushed - m_begun >= kBegunAtOnce) {
        beginFlush(*m_file, m_begun, m_flushed - m_begun);
        m_begun = m_flushed;
    }
    return {};
}

Result<void> OutputFile::settle()
{
    if (!m_state || m_stage != Stage::Growing) {
        return m_state;
    }
    if (const auto flushed = flush(); !flushed) {
        return flushed;
    }
    if (m_file->size() != m_flushed) {
        return fail({ErrorKind::DiskFull, 0, m_file->errorString(), {}});
    }
    // QSaveFile flushes too, but does not tell whether that went well.
    if (const auto flushed = m_isFlushed ? flushToDisk(*m_file) : Result<void>(); !flushed) {
        return fail(flushed.error());
    }
    if (auto* const neighbour = qobject_cast<QSaveFile*>(m_file.get())) {
        if (!neighbour->commit()) {
            return fail(fileError(*m_file));
        }
    } else {
        m_file->close();
    }
    m_stage = Stage::Settled;
    m_sha256 = m_hash.hex();
    return {};
}

Result<void> OutputFile::commit()
{
    if (m_stage == Stage::Committed) {
        return Error{ErrorKind::Storage, 0, QStringLiteral("already committed"), {}};
    }
    if (const auto settled = settle(); !settled) {
        return settled;
    }
    const bool isNeighbour = m_file->fileName() != m_target;
    const auto moved = isNeighbour ? moveInPlace(m_file->fileName(), m_target) : Result<void>();
    if (!moved) {
        return fail(obstacleAt(m_target).value_or(moved.error()));
    }
    m_stage = Stage::Committed;
    if (isNeighbour) {
        flushFolderOf(m_target);
    }
    return {};
}

Error OutputFile::fail(Error error)
{
    if (m_stage == Stage::Settled) {
        QFile::remove(m_file->fileName());
        m_stage = Stage::Growing;
    }
    if (auto* const neighbour = qobject_cast<QSaveFile*>(m_file.get())) {
        neighbour->cancelWriting();
    }
    m_state = error;
    return error;
}

QByteArray OutputFile::sha256() const
{
    return m_sha256;
}

} // namespace leadway
