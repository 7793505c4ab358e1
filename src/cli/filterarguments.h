#pragma once

#include "core/messagequery.h"

#include <QString>
#include <QTimeZone>

#include <optional>

class QCommandLineParser;

namespace leadway
{

/// \file
/// The options of the command line that say which messages in words, beside the days, ids and channels that
/// the service knows: dates people think in, and what is looked at here. Pure functions, but for the day that
/// it is.

void addFilterOptions(QCommandLineParser& parser);

/// Puts them into a query. What is wrong with them, if anything is.
std::optional<QString> readFilters(const QCommandLineParser& parser, const QTimeZone& zone,
                                   MessageQuery& query);

} // namespace leadway
