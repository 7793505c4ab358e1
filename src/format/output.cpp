#include "format/output.h"

#include "core/fileerror.h"
#include "format/groupedfiles.h"
#include "format/onefile.h"
#include "format/outputfile.h"
#include "format/outputfolder.h"

namespace leadway
{

Result<std::unique_ptr<Output>> makeOutput(const FormatOptions& options, const OutputPlace& place,
                                           const FileHead& head)
{
    const bool isGrouped = options.files != FileSplit::OneFile || hasSections(options.format);
    return isGrouped ? GroupedFiles::create(options, place, head) : OneFile::create(options, place);
}

std::optional<Error> obstacleFor(const FormatOptions& options, const QString& path)
{
    return options.files == FileSplit::OneFile ? obstacleAt(path) : OutputFolder::obstacleAt(path);
}

void removeLeftOutput(const QString& path, const QString& mark)
{
    OutputFolder::removeLeft(path,
                             mark); // first, since it may put back what else would be taken for a left over
    OutputFile::removeLeft(path, mark);
}

} // namespace leadway
