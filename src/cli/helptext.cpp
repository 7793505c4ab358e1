#include "cli/helptext.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace leadway
{

namespace
{

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(leadway::Cli)
};

} // namespace

QString helpText(const QCommandLineParser& parser)
{
    return parser.helpText() + QLatin1Char('\n') +
           Cli::tr(
               "The token is taken from the environment variable LEADWAY_TOKEN or, with --token-stdin, "
               "from standard input; with --account, from the keychain where neither is given. Never "
               "write it on the command line.\n"
               "Group chats and SMS review requests are never exported: Leadway does not hand them out.\n"
               "\n"
               "Exit codes: 0 complete, 1 failed, 2 wrong usage, 3 incomplete, go on later with --resume,\n"
               "4 no token, or token or location refused.\n");
}

} // namespace leadway
