#pragma once

#include "core/result.h"
#include "core/spoolreader.h"
#include "format/outputfile.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace leadway
{

/// \file
/// What an export received and nobody can understand is not thrown away: it goes, as it came, into a file
/// beside the export, one element a line, readable by this user alone.

/// Where that file is for an export at `path`.
QString unreadablePathFor(const QString& path);

/// That file, in two steps: it is whole on the disk before the export appears, and appears right before it.
/// Destroyed without a commit, it leaves an earlier one as it was.
class UnreadableFile
{
public:
    /// Writes what a spool keeps aside, and the messages at `late`, for an export at `exportPath`.
    /// `mayRepeat` tells that parts of the run were fetched twice, so that two elements of the same bytes are
    /// one. `mark` is that of the export's own file (OutputFile).
    static Result<UnreadableFile> write(SpoolReader& spool, const std::vector<SpoolPosition>& late,
                                        const QString& exportPath, const QString& mark, bool mayRepeat);

    /// Of what a walk brought: the elements that were not kept, since the same stand there already.
    qint64 repeatsOf(int walk) const;

    /// Puts it in its place, before the export is put in its own, since one of the two has to come first, and
    /// the export must not be there if this fails. The path of the file, or none.
    Result<QString> commit();
    /// Once the export is there: what an earlier one kept aside goes, unless this took its place.
    void removeEarlier() const;

private:
    UnreadableFile(QString path, const QString& mark);
    Result<void> add(std::string_view element);
    Result<void> addSegment(const SpoolReader& spool, const Segment& segment, bool mayRepeat);

    QString m_path;
    QString m_mark;
    std::unique_ptr<OutputFile> m_file; // made with the first element
    QSet<QByteArray> m_known;
    std::vector<qint64> m_repeats; // by walk
};

} // namespace leadway
