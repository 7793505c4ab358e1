#include "format/outputfile.h"

#include "core/fileerror.h"

#include <cerrno>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

#include <QString>

namespace leadway
{

namespace
{

constexpr std::size_t kBufferSize = std::size_t{1} << 20;

// QSaveFile flushes too, but does not tell whether that went well. A file system that cannot flush at all
// is no reason to refuse the file.
bool flushedToDisk(int handle, int& reason)
{
#ifdef Q_OS_WIN
    const bool done = ::_commit(handle) == 0;
#else
    const bool done = ::fsync(handle) == 0;
#endif
    reason = errno;
    return done || reason == EINVAL || reason == ENOSYS || reason == ENOTSUP || reason == EBADF;
}

} // namespace

OutputFile::OutputFile(const QString& path)
    : m_file(path)
{
    m_buffer.reserve(kBufferSize);
}

Result<std::unique_ptr<OutputFile>> OutputFile::create(const QString& path)
{
    if (const auto obstacle = obstacleAt(path)) {
        return *obstacle;
    }
    std::unique_ptr<OutputFile> output(new OutputFile(path));
    if (!output->m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return fileError(output->m_file);
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
    // On a full disk a write may count short without an error; the rest is offered again, and that tells.
    while (!bytes.empty()) {
        const qint64 count = m_file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        if (count <= 0) {
            Error error = fileError(m_file);
            if (m_file.error() == QFileDevice::NoError) {
                error.kind = ErrorKind::DiskFull;
            }
            return fail(std::move(error));
        }
        m_flushed += count;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
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
    if (int reason = 0; !flushedToDisk(m_file.handle(), reason)) {
        const bool full = reason == ENOSPC || reason == EDQUOT;
        return fail({full ? ErrorKind::DiskFull : ErrorKind::Storage, 0, qt_error_string(reason), {}});
    }
    if (!m_file.commit()) {
        return fail(fileError(m_file));
    }
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
