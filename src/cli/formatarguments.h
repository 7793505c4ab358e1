#pragma once

#include "format/formatoptions.h"

class QCommandLineParser;

namespace leadway
{

class ArgumentReader;

/// \file
/// What the command line says of how a file is to look: its format and what can be chosen for it.

void addFormatArguments(QCommandLineParser& parser);

/// Changes what is asked for and leaves all else as it is.
void readFormatArguments(ArgumentReader& reader, FormatOptions& options);

} // namespace leadway
