#pragma once

#include <QString>

namespace leadway
{

/// \file
/// What the desktop does with a file. Both return at once; the window's thread.

/// Opens it with the program meant for it; false if there is none.
bool openFile(const QString& path);
/// Shows it in the file manager, selected where the system can do that.
bool showInFolder(const QString& path);

} // namespace leadway
