#pragma once

#include "core/exportreport.h"
#include "core/result.h"
#include "format/output.h"
#include "format/outputfile.h"

#include <memory>

namespace leadway
{

/// The files of an export that are written one after the other: a folder of them, or a single one. They
/// appear at commit(); whoever drops it before leaves everything as it was. Owned by an Output, on its
/// thread.
class FileSet
{
public:
    FileSet() = default;
    FileSet(const FileSet&) = delete;
    FileSet& operator=(const FileSet&) = delete;
    virtual ~FileSet() = default;

    static Result<std::unique_ptr<FileSet>> folder(const OutputPlace& place);
    /// Of one file, which is there even if nothing is in it.
    static Result<std::unique_ptr<FileSet>> single(const OutputPlace& place);

    /// Whether files are told apart by their names.
    virtual bool isFolder() const = 0;
    /// The next file, owned by this; `name` is without a folder.
    virtual Result<OutputFile*> begin(const QString& name) = 0;
    /// Nothing more comes into that file.
    virtual Result<void> end() = 0;
    /// Nor does another file: all of it is on the disk then.
    virtual Result<void> settle() = 0;
    virtual Result<void> commit() = 0;
    /// Their share of the report.
    virtual void tell(ExportReport& report) const = 0;
};

} // namespace leadway
