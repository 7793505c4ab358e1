#pragma once

#include "core/result.h"
#include "format/outputfile.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

namespace leadway
{

/// A folder of files that appears whole or not at all: they are made in a hidden folder beside its place, and
/// once all of them are on the disk, commit() renames that folder. Destroyed without a commit, it leaves
/// nothing behind. A program that is killed may leave the hidden folder; removeLeft() knows it by its mark.
///
/// An earlier folder of that name stays whole until then, and is replaced only if it is empty or one of ours
/// as we left it: each holds a small file that tells how many files it was given and a sum of their names. So
/// whatever name is typed, nothing else that lies in a folder is ever removed. It is put aside, the new one
/// takes its place, and it is removed last; if a program is killed in between, removeLeft() puts it back.
///
/// Belongs to one thread.
class OutputFolder
{
public:
    /// Why no folder can be made at `path`; nothing if it looks fine. FolderTaken: there is something else.
    static std::optional<Error> obstacleAt(const QString& path);
    static Result<std::unique_ptr<OutputFolder>> create(const QString& path, const QString& mark);
    /// What a program that was killed left beside a folder at `path`, if its mark is this one.
    static void removeLeft(const QString& path, const QString& mark);

    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    /// A new file; no two may have one name.
    Result<std::unique_ptr<OutputFile>> newFile(const QString& name);
    /// Nothing more comes into that file.
    Result<void> keep(OutputFile& file);
    /// Nor into the folder: all of it is on the disk then.
    Result<void> settle();
    /// Settles, and puts it in its place.
    Result<void> commit();

    const QString& path() const { return m_path; }
    std::int64_t files() const { return m_files; }
    std::int64_t bytes() const { return m_bytes; }

private:
    OutputFolder(const QString& path, const QString& mark);
    Result<void> writeSeal() const;

    QString m_path;
    QString m_target; // the same, or where it leads if it is a link
    QString m_part;   // where it is made
    QString m_old;    // where an earlier one is put aside
    std::int64_t m_files = 0;
    std::int64_t m_bytes = 0;
    std::uint64_t m_names = 0; // a sum of theirs
    bool m_isSettled = false;
    bool m_isCommitted = false;
};

} // namespace leadway
