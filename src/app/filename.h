#pragma once

#include "core/messagequery.h"
#include "format/filenames.h"

#include <QString>

#include <optional>

namespace leadway
{

/// A name that tells account, channels and dates, made of characters that every file system takes, without
/// its folder: "Clínica Sol – all messages – 2025-10-16 to 2025-11-14.csv". Where not all are asked for, it
/// does not say so, but "messages, one contact, received". Several files are in a folder of that name, which
/// has no suffix. Translated.
QString suggestedFileName(const QString& account, const MessageQuery& query, const FormatOptions& format);

/// For a run of a saved export: "Calls of the week – 2025-11-14.csv"; the name of a folder has no suffix.
QString savedFileName(const QString& name, QDate day, const FormatOptions& format);

/// The format that a file's suffix is usual for; of the two kinds of CSV the one for spreadsheets.
std::optional<Format> formatOfPath(const QString& path);

/// `path`, or with " (2)", " (3)", … before the suffix of a file, so that nothing is there yet.
QString uniquePath(const QString& path, FileSplit files = FileSplit::OneFile);

/// Whether two paths lead to the same file, whether it is there or not.
bool isSameFile(const QString& a, const QString& b);

} // namespace leadway
