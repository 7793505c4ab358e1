#pragma once

#include <QString>

class QCommandLineParser;

namespace leadway
{

/// What --help prints: every option, where the token comes from, what is never exported, the exit codes.
/// Pure.
QString helpText(const QCommandLineParser& parser);

} // namespace leadway
