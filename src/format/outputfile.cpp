#include "format/outputfile.h"

#include "core/fileerror.h"

#include <QDir>
#include <QFileInfo>
#include <QString>
#include <QUuid>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace leadway
{

namespace
{

constexpr std::size_t kBufferSize = std::size_t{1} << 20;

// Short whatever the target is called, for many file systems take no more than 255 bytes.
QString neighbourOf(const QString& path, const QString& mark)
{
    const QString own = mark.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : mark;
    return QFileInfo(path).path() + QStringLiteral("/.leadway-%1.part").arg(own);
}

// A link stays one: what it leads to is replaced.
QString behindLinks(const QString& path)
{
    const QFileInfo file(path);
    if (!file.isSymLink()) {
        return path;
    }
    return file.exists() ? file.canonicalFilePath() : file.symLinkTarget();
}

Error renameError(const std::error_code& reason, const QString& path)
{
    if (const auto obstacle = obstacleAt(path)) {
        return *obstacle;
    }
    Error error{ErrorKind::Storage, 0, QString::fromLocal8Bit(reason.message().c_str()), {}};
    if (reason == std::errc::no_space_on_device) {
        error.kind = ErrorKind::DiskFull;
    } else if (reason == std::errc::permission_denied || reason == std::errc::device_or_resource_busy ||
               reason == std::errc::text_file_busy) {
        error.kind = ErrorKind::FileInUse;
    }
    return error;
}

} // namespace

OutputFile::OutputFile(const QString& path, const QString& mark)
    : m_path(path)
    , m_target(behindLinks(path))
    , m_file(neighbourOf(m_target, mark))
{
    m_buffer.reserve(kBufferSize);
}

OutputFile::~OutputFile()
{
    if (m_stage == Stage::Settled) {
        QFile::remove(m_file.fileName());
    }
    if (!m_workFolder.isEmpty()) {
        QDir(m_workFolder).removeRecursively();
    }
}

void OutputFile::removeLeft(const QString& path, const QString& mark)
{
    QDir folder(QFileInfo(behindLinks(path)).path());
    const QStringList left = folder.entryList({QStringLiteral(".leadway-%1.*").arg(mark)},
                                              QDir::Files | QDir::Dirs | QDir::Hidden);
    for (const QString& name : left) {
        if (QFileInfo(folder.filePath(name)).isDir()) {
            QDir(folder.filePath(name)).removeRecursively();
        } else {
            folder.remove(name);
        }
    }
}

Result<std::unique_ptr<OutputFile>> OutputFile::create(const QString& path, Readers readers,
                                                       const QString& mark)
{
    if (const auto obstacle = obstacleAt(path)) {
        return *obstacle;
    }
    std::unique_ptr<OutputFile> output(new OutputFile(path, mark));
    if (!output->m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return fileError(output->m_file);
    }
    // A file system without permissions is no reason to refuse the file.
    if (readers == Readers::OwnerAlone) {
        output->m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    } else if (const QFileInfo earlier(output->m_target); earlier.exists()) {
        output->m_file.setPermissions(earlier.permissions());
    }
    return output;
}

Result<QString> OutputFile::workFolder()
{
    if (m_workFolder.isEmpty()) {
        const QFileInfo neighbour(m_file.fileName());
        const QString folder =
            neighbour.path() + QLatin1Char('/') + neighbour.completeBaseName() + QStringLiteral(".work");
        QDir(folder).removeRecursively(); // of a program that was killed
        if (!QDir().mkdir(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner)) {
            const bool isFull = errno == ENOSPC || errno == EDQUOT;
            return Error{isFull ? ErrorKind::DiskFull : ErrorKind::NotWritable,
                         0,
                         QDir::toNativeSeparators(folder),
                         {}};
        }
        m_workFolder = folder;
    }
    return m_workFolder;
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
    if (const auto written = writeWhole(m_file, bytes); !written) {
        return fail(written.error());
    }
    m_flushed += static_cast<qint64>(bytes.size());
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
    if (m_file.size() != m_flushed) {
        return fail({ErrorKind::DiskFull, 0, m_file.errorString(), {}});
    }
    // QSaveFile flushes too, but does not tell whether that went well.
    if (const auto flushed = flushToDisk(m_file); !flushed) {
        return fail(flushed.error());
    }
    if (!m_file.commit()) {
        return fail(fileError(m_file));
    }
    m_stage = Stage::Settled;
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
    std::error_code reason;
    std::filesystem::rename(QFileInfo(m_file.fileName()).filesystemFilePath(),
                            QFileInfo(m_target).filesystemFilePath(), reason);
    if (reason) {
        return fail(renameError(reason, m_target));
    }
    m_stage = Stage::Committed;
    flushFolderOf(m_target);
    m_sha256 = m_hash.hex();
    return {};
}

Error OutputFile::fail(Error error)
{
    if (m_stage == Stage::Settled) {
        QFile::remove(m_file.fileName());
        m_stage = Stage::Growing;
    }
    m_file.cancelWriting();
    m_state = error;
    return error;
}

QByteArray OutputFile::sha256() const
{
    return m_sha256;
}

} // namespace leadway
