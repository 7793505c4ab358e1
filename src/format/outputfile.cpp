#include "format/outputfile.h"

#include "core/fileerror.h"

#include <QString>

namespace leadway
{

namespace
{

constexpr std::size_t kBufferSize = std::size_t{1} << 20;

} // namespace

OutputFile::OutputFile(const QString& path)
    : m_file(path)
{
    m_buffer.reserve(kBufferSize);
}

Result<std::unique_ptr<OutputFile>> OutputFile::create(const QString& path, Readers readers)
{
    if (const auto obstacle = obstacleAt(path)) {
        return *obstacle;
    }
    std::unique_ptr<OutputFile> output(new OutputFile(path));
    if (!output->m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return fileError(output->m_file);
    }
    // A file system without permissions is no reason to refuse the file.
    if (readers == Readers::OwnerAlone) {
        output->m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    return output;
}

Result<void> OutputFile::append(std::string_view bytes)
{
    if (!m_state) {
        return m_state;
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

Result<void> OutputFile::commit()
{
    if (!m_state) {
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
    flushFolderOf(path());
    m_sha256 = m_hash.hex();
    m_state = Error{ErrorKind::Storage, 0, QStringLiteral("already committed"), {}};
    return {};
}

Error OutputFile::fail(Error error)
{
    m_file.cancelWriting();
    m_state = error;
    return error;
}

QByteArray OutputFile::sha256() const
{
    return m_sha256;
}

QString OutputFile::path() const
{
    return m_file.fileName();
}

} // namespace leadway
