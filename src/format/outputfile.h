#pragma once

#include "core/result.h"
#include "format/bytesink.h"
#include "format/sha256.h"

#include <QByteArray>
#include <QFileDevice>
#include <QString>

#include <memory>
#include <string>
#include <string_view>

namespace leadway
{

/// A file that appears whole or not at all: bytes go to a temporary neighbour, and only commit() puts it in
/// the place of an earlier file, after every byte was counted and flushed to the disk. Destroyed without a
/// commit, it leaves the earlier file untouched and nothing else behind. A program that is killed may leave
/// the neighbour; so it has a name by which whoever goes on can tell it from all other files. Belongs to one
/// thread.
class OutputFile final : public ByteSink
{
public:
    enum class Readers {
        Usual,      ///< a new file gets the permissions that any program's would, an earlier one's are kept
        OwnerAlone, ///< whatever was there before
    };

    /// Opens for writing; an Error says why the folder or the name will not do. `mark` goes into the
    /// neighbour's name; without one, it has a name of its own every time.
    static Result<std::unique_ptr<OutputFile>> create(const QString& path, Readers readers = Readers::Usual,
                                                      const QString& mark = {});
    /// A file of a folder that itself appears as a whole (OutputFolder): written where it stands, and only
    /// there if nothing is yet. If it is not flushed, somebody does so for the whole folder.
    static Result<std::unique_ptr<OutputFile>> createWithin(const QString& path, bool isFlushed);
    /// What a program that was killed left beside a file at `path`, all whose marks begin with this one.
    static void removeLeft(const QString& path, const QString& mark);

    ~OutputFile() override;

    /// A folder beside it, for this user alone, in which what makes the file may keep what it needs
    /// meanwhile. Made when it is first asked for, and gone with this object.
    Result<QString> workFolder();

    /// Buffered; a full disk may show here or at settle(). A failure is final: every later call repeats it.
    Result<void> append(std::string_view bytes) override;
    /// Nothing more comes: all of it is on the disk then, and needs no more room there.
    Result<void> settle();

    /// The bytes so far, those in the buffer included.
    qint64 size() const;

    /// Settles, and puts it in its place.
    Result<void> commit();

    /// Of the whole file, as hexadecimal digits; empty before settle().
    QByteArray sha256() const;
    const QString& path() const { return m_path; }

private:
    OutputFile(const QString& path, QString target, std::unique_ptr<QFileDevice> file);
    Result<void> flush();
    Result<void> writeThrough(std::string_view bytes);
    Error fail(Error error);

    enum class Stage { Growing, Settled, Committed };

    QString m_path;
    QString m_target;                    // the same, or where it leads if it is a link
    std::unique_ptr<QFileDevice> m_file; // the neighbour; within a folder the file itself
    QString m_workFolder;
    bool m_isFlushed = true;
    Stage m_stage = Stage::Growing;
    std::string m_buffer;
    Sha256 m_hash;
    QByteArray m_sha256;
    qint64 m_flushed = 0;
    qint64 m_begun = 0; // what the system was asked to bring to the disk already
    Result<void> m_state;
};

} // namespace leadway
