#pragma once

#include "core/result.h"
#include "format/sha256.h"

#include <QByteArray>
#include <QSaveFile>
#include <QString>

#include <memory>
#include <string>
#include <string_view>

namespace leadway
{

/// A file that appears whole or not at all: bytes go to a temporary neighbour, and only commit() puts it in
/// the place of an earlier file, after every byte was counted and flushed to the disk. Destroyed without a
/// commit, it leaves the earlier file untouched and nothing else behind. Belongs to one thread.
class OutputFile
{
public:
    enum class Readers {
        Usual,      ///< a new file gets the permissions that any program's would, an earlier one's are kept
        OwnerAlone, ///< whatever was there before
    };

    /// Opens for writing; an Error says why the folder or the name will not do.
    static Result<std::unique_ptr<OutputFile>> create(const QString& path, Readers readers = Readers::Usual);

    /// Buffered; a full disk may show here or at commit(). A failure is final: every later call repeats it.
    Result<void> append(std::string_view bytes);

    /// The bytes so far, those in the buffer included.
    qint64 size() const;

    Result<void> commit();

    /// Of the whole file, as hexadecimal digits; empty before commit().
    QByteArray sha256() const;
    QString path() const;

private:
    explicit OutputFile(const QString& path);
    Result<void> flush();
    Result<void> writeThrough(std::string_view bytes);
    Error fail(Error error);

    QSaveFile m_file;
    std::string m_buffer;
    Sha256 m_hash;
    QByteArray m_sha256;
    qint64 m_flushed = 0;
    Result<void> m_state;
};

} // namespace leadway
