// What docs/performance.md promises, measured with the released programs against the simulator. "./dev bench"
// starts it; nothing here is a test, since no machine is as quick as another.

#include "bench/cases.h"
#include "bench/client.h"
#include "bench/workbook.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace leadway::bench;

namespace
{

// Those of the given names, in our order; without names all that do not have to be asked for.
std::vector<Case> chosen(const QStringList& names)
{
    std::vector<Case> some;
    std::copy_if(cases().begin(), cases().end(), std::back_inserter(some), [&names](const Case& one) {
        return names.isEmpty() ? !one.onlyByName : names.contains(one.name);
    });
    return some;
}

QString namesOfAll()
{
    QStringList names;
    for (const Case& one : cases()) {
        names += one.name;
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("sdk"), QStringLiteral("Where the SDK is."), QStringLiteral("FOLDER")},
         {QStringLiteral("exceljs"), QStringLiteral("Where ExcelJS is."), QStringLiteral("FOLDER")},
         {QStringLiteral("write-workbook"), QStringLiteral("Of the messages in a file.")},
         {QStringLiteral("note"), QStringLiteral("Into the document as well.")}});
    parser.addPositionalArgument(QStringLiteral("case"), namesOfAll(), QStringLiteral("[case…]"));
    parser.addHelpOption();
    parser.process(application);
    setExcelJsFolder(parser.value(QStringLiteral("exceljs")));
    if (parser.isSet(QStringLiteral("write-workbook"))) {
        return writeWorkbook(parser.positionalArguments().value(0), parser.positionalArguments().value(1));
    }
    setSdkFolder(parser.value(QStringLiteral("sdk")));

    QTextStream out(stdout);
    QTextStream err(stderr);
    const QStringList names = parser.positionalArguments();
    const std::vector<Case> wanted = chosen(names);
    if (!names.isEmpty() && static_cast<qsizetype>(wanted.size()) != names.size()) {
        err << "There are these cases: " << namesOfAll() << Qt::endl;
        return 2;
    }
    const bool isNoted = names.isEmpty() || parser.isSet(QStringLiteral("note"));
    for (const Case& one : wanted) {
        out << one.name << Qt::endl;
        const Section section = one.measure();
        out << '\n' << told(section) << Qt::endl;
        const QString trouble =
            isNoted ? note(QStringLiteral(LEADWAY_SOURCE_DIR "/docs/performance.md"), one.name, section)
                    : QString();
        if (!trouble.isEmpty()) {
            err << "docs/performance.md: " << trouble << Qt::endl;
            return 1;
        }
    }
    return 0;
}
