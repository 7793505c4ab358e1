#pragma once

#include <QList>
#include <QString>

namespace leadway
{

/// A library that the program rests on, as docs/dependencies.md has it.
struct Library {
    QString name;
    QString version; ///< that the program was built with; of Qt, that it runs with
    QString licence; ///< by its SPDX identifier, where it has one
};

/// All that are in this build. Pure.
QList<Library> libraries();

} // namespace leadway
