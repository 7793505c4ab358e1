#pragma once

#include "core/messagequery.h"

#include <QTimeZone>

class QCommandLineParser;

namespace leadway
{

class ArgumentReader;

/// \file
/// The options of the command line that say which messages in words, beside the days, ids and channels that
/// the service knows: dates people think in, and what is looked at here. Pure functions, but for the day that
/// it is.

void addFilterArguments(QCommandLineParser& parser);

/// Puts them into a query.
void readFilterArguments(ArgumentReader& reader, const QTimeZone& zone, MessageQuery& query);

} // namespace leadway
