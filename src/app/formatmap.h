#pragma once

#include "format/formatoptions.h"

#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace leadway
{

/// \file
/// How a file is to look, in the form in which it is kept: by the settings, beside a spool, in a saved
/// export. All of it but the zone, which is this computer's or was fixed with the export. Pure functions.

QVariantMap toVariantMap(const FormatOptions& options);
/// What is missing or cannot be understood stays as in `usual`, field by field.
FormatOptions formatOptionsFrom(const QVariantMap& map, const FormatOptions& usual);

/// Keys of columns with commas between them, as they are kept and typed, and back.
QString joinedKeys(const std::vector<std::string>& keys);
std::vector<std::string> keysFrom(const QString& joined);

} // namespace leadway
