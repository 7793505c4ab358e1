#pragma once

#include "format/formatoptions.h"

#include <QString>
#include <QStringView>

namespace leadway
{

/// \file
/// What files may be called so that every system takes the name: pure functions, usable from every thread.

/// What its files end with: "xlsx", "csv", "html", ….
QString suffixOf(Format format);

/// Without the characters that Windows, macOS or a shell cannot have in a name, nor those that cannot be
/// seen; spaces are put in their place. No dot in front, which would hide it.
QString harmless(QString name);

/// As many whole characters as fit into so many bytes of UTF-8, which is what most file systems count.
QString shortened(const QString& text, qsizetype bytes);

/// A whole name, but for the suffix that is to follow, made of a text from elsewhere: harmless, shortened,
/// and none of those that Windows keeps for devices. Empty if nothing remains.
QString safeName(const QString& text);

/// The same for two names that some file system takes for one, since it looks at neither case nor how an
/// accent is put together.
QString nameKey(const QString& name);

/// "name (2)"
QString numbered(const QString& name, qint64 number);

} // namespace leadway
