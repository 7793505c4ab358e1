#pragma once

#include "cli/options.h"

#include <QCommandLineParser>

#include <optional>

namespace leadway
{

/// \file
/// --list-unfinished and --resume: exports that were begun and not finished.

/// How an export is named on the command line: the beginning of its id, which is enough to tell it from
/// others.
QString shortId(const QString& id);

/// A few lines for each that nobody is at work on, for a person to choose from.
QString unfinishedList(const QList<UnfinishedExport>& unfinished, const QLocale& locale);

/// Takes the export that --resume means into `options`, with its account and server; or says what is wrong.
/// What it fetches is fixed; options that would change it are refused.
std::optional<QString> readResume(const QCommandLineParser& parser, const Surroundings& surroundings,
                                  Options& options);

} // namespace leadway
