#pragma once

#include "cli/options.h"

#include <QCommandLineParser>

#include <optional>

namespace leadway
{

/// \file
/// What was saved in the window and is named on the command line: --account, and --saved with --all and
/// --list-saved.

/// Takes the account that --account means into `options`; or says what is wrong with it.
std::optional<QString> readAccount(const QCommandLineParser& parser, const QList<Account>& accounts,
                                   Options& options);

void addSavedOptions(QCommandLineParser& parser);

/// A few lines for each saved export, for a person to choose from.
QString savedList(const Surroundings& surroundings);

/// Takes the run that --saved means into `options`, with its account; or says what is wrong. What it exports
/// is fixed; options that would change it are refused.
std::optional<QString> readSaved(const QCommandLineParser& parser, const Surroundings& surroundings,
                                 Options& options);

} // namespace leadway
