#pragma once

#include "support/programs.h"

#include <QDirIterator>
#include <QFile>

#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>

namespace leadway::test
{

/// The folders of spools that lie in a household, empty ones too. For programs that were killed.
inline QStringList leftSpools(const Household& household)
{
    QStringList found;
    QDirIterator iterator(household.environment().value(QStringLiteral("XDG_DATA_HOME")),
                          QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        const QString folder = iterator.next();
        if (folder.contains(QLatin1String("/spools/"))) {
            found.append(folder);
        }
    }
    return found;
}

/// Makes everything in them look as if it had lain there for a day.
inline void ageLeftSpools(const Household& household)
{
    constexpr time_t day = 86'400;
    const timespec then = {::time(nullptr) - day, 0};
    const timespec times[] = {then, then};
    const QStringList all = household.spools() + leftSpools(household);
    for (const QString& path : all) {
        ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0);
    }
}

} // namespace leadway::test
