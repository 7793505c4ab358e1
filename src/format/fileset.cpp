#include "format/fileset.h"

#include "format/outputfolder.h"

#include <utility>

namespace leadway
{

namespace
{

class FolderSet final : public FileSet
{
public:
    explicit FolderSet(std::unique_ptr<OutputFolder> folder)
        : m_folder(std::move(folder))
    {
    }

    bool isFolder() const override { return true; }
    Result<OutputFile*> begin(const QString& name) override
    {
        auto file = m_folder->newFile(name);
        if (!file) {
            return file.error();
        }
        m_file = std::move(*file);
        return m_file.get();
    }
    Result<void> end() override
    {
        const auto kept = m_folder->keep(*m_file);
        m_file.reset();
        return kept;
    }
    Result<void> settle() override { return m_folder->settle(); }
    Result<void> commit() override { return m_folder->commit(); }
    void tell(ExportReport& report) const override
    {
        report.path = m_folder->path();
        report.bytes = m_folder->bytes();
        report.files = m_folder->files();
    }

private:
    std::unique_ptr<OutputFolder> m_folder;
    std::unique_ptr<OutputFile> m_file; // the one that is being written
};

class SingleSet final : public FileSet
{
public:
    explicit SingleSet(std::unique_ptr<OutputFile> file)
        : m_file(std::move(file))
    {
    }

    bool isFolder() const override { return false; }
    Result<OutputFile*> begin(const QString& /*name*/) override { return m_file.get(); }
    Result<void> end() override { return {}; }
    Result<void> settle() override { return m_file->settle(); }
    Result<void> commit() override { return m_file->commit(); }
    void tell(ExportReport& report) const override
    {
        report.path = m_file->path();
        report.bytes = m_file->size();
        report.sha256 = m_file->sha256();
    }

private:
    std::unique_ptr<OutputFile> m_file;
};

} // namespace

Result<std::unique_ptr<FileSet>> FileSet::folder(const OutputPlace& place)
{
    auto folder = OutputFolder::create(place.path, place.mark);
    if (!folder) {
        return folder.error();
    }
    return std::unique_ptr<FileSet>(std::make_unique<FolderSet>(std::move(*folder)));
}

Result<std::unique_ptr<FileSet>> FileSet::single(const OutputPlace& place)
{
    auto file = OutputFile::create(place.path, OutputFile::Readers::Usual, place.mark);
    if (!file) {
        return file.error();
    }
    return std::unique_ptr<FileSet>(std::make_unique<SingleSet>(std::move(*file)));
}

} // namespace leadway
