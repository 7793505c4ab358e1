#pragma once

#include <QString>

namespace leadway::test
{

/// Whether anybody but its owner, the system and its administrators may look into a file or folder.
bool isOpenToOthers(const QString& path);

} // namespace leadway::test
